"""Every page: accessible, narrow enough for a phone, and alone."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    str(path.relative_to(ROOT).with_suffix(""))
    for folder in (ROOT / "guide", ROOT / "quizzes")
    for path in folder.rglob("*.md")
)
PAGES += ["index", "search", "genindex"]
TEMPLATES = [
    "index",
    "guide/proficiency",
    "guide/learning-path/index",
    "guide/sub-skills/data-pipeline-design/point-in-time-joins",
    "guide/systems/fraud-detection",
    "guide/decisions/canary-release",
    "quizzes/data-pipeline-design",
]


def violations(page) -> list[str]:
    """What axe-core finds with every rule on, best practices included."""
    results = Axe().run(page).response
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_on_a_phone(open_page, name, scheme):
    page = open_page(name, width=360, scheme=scheme)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_accessible_at_every_width(open_page, name, width):
    page = open_page(name, width=width)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("answer", ["[data-right]", ":not([data-right])"])
def test_answered_questions_are_accessible(open_page, answer, scheme):
    page = open_page("index", scheme=scheme)
    page.locator(f".guide-option{answer} input").first.check()
    page.get_by_role("button", name="Check").click()

    assert violations(page) == []


@pytest.mark.parametrize("name", ["index", "quizzes/quick-quiz", "guide/overview"])
def test_nothing_is_asked_of_another_host_and_nothing_fails(open_page, name):
    """From `file://`: a request to anywhere else, or an error in a script, would show."""
    page = open_page(name)
    requests, errors = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()

    assert [url for url in requests if not url.startswith(("file://", "data:"))] == []
    assert errors == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("name", ["index", "quizzes/quick-quiz"])
def test_our_html_has_no_inline_script_style_or_handler(site, name):
    html = (site / f"{name}.html").read_text("utf-8")
    article = html[html.index("<article") : html.index("</article>")]

    assert re.findall(r"<script|<style|\s(?:style|on[a-z]+)=", article) == []


def test_scripts_are_loaded_only_where_questions_are(site):
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")

        assert ("skillguide/quiz.js" in html) == ('class="guide-question' in html), path.name
