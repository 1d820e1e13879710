"""These pages: they build everywhere, they add up, and their form is kept."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from site_build import REPOSITORY, Site
from skillguide.directives import DIRECTIVES, site_directives
from skillguide.model import Rule

PAGES = [
    ROOT / "index.md",
    *sorted((ROOT / "guide").rglob("*.md")),
    *(ROOT / "quizzes").rglob("*.md"),
]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]


def test_the_site_is_silent(site):
    """`make builds` runs the other builders."""
    assert site.warnings == ""


def front_matter(page: Path) -> dict[str, str]:
    text = page.read_text("utf-8")
    block = text.split("---\n")[1] if text.startswith("---\n") else ""
    return dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_a_page_is_described_and_reviewed(page):
    meta = front_matter(page)

    assert 40 <= len(meta["description"]) <= 160
    assert page == ROOT / "index.md" or re.fullmatch(r"20\d\d-\d\d-\d\d", meta["reviewed"])


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_the_source_form(page):
    """One h1; no HTML; sentences of at most 35 words; no empty words."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)

    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert re.findall(r"^<[a-z]", text, re.MULTILINE) == []
    assert re.findall(EMPTY_WORDS, " ".join(sentences(text)), re.IGNORECASE) == []
    assert [s for s in sentences(text) if len(s.split()) > 35] == []


EMPTY_WORDS = (
    r"\b(?:crucial|robust|seamless|leverag\w+|landscape|comprehensive|delve|cutting-edge)\b"
    r"|it is important to|in today's"
)


def sentences(text: str) -> list[str]:
    """The sentences of the prose: tables, options, addresses and directives left out."""
    text = text.split("---\n", 2)[-1]
    lines = [line for line in text.splitlines() if not re.match(r"\s*(\||:|#|%|\()", line)]
    prose = re.sub(
        r"\{[\w:-]+\}`[^`<]*`|<[^>]*>`|\]\([^)]*\)|[*`_]|\{[\w-]+\}", "", "\n".join(lines)
    )
    return [s.strip() for s in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n\s*[-*>\d]", prose) if s.strip()]


def test_no_run_of_eight_words_stands_on_two_pages():
    """Directives and code aside: what is said twice ages twice."""
    seen: dict[tuple[str, ...], str] = {}
    twice = set()
    for page, name in zip(PAGES, NAMES, strict=True):
        for sentence in sentences(
            re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        ):
            words = re.findall(r"[a-z0-9]+", sentence.lower())
            for run in zip(*(words[i:] for i in range(8)), strict=False):
                if seen.setdefault(run, name) != name:
                    twice.add((seen[run], name, " ".join(run)))

    assert sorted(twice) == []


def test_every_directive_and_option_is_documented(site):
    text = (ROOT / "guide/contributing/directives.md").read_text("utf-8")

    for name, directive in (DIRECTIVES | site_directives(site.guide.kinds)).items():
        assert re.search(rf"\{{{name}\}}|`{name}`", text), name
        for option in directive.option_spec or ():
            assert f":{option}:" in text, f"{name} :{option}:"


def test_every_rule_is_documented_and_has_a_case():
    text = (ROOT / "guide/contributing/checks.md").read_text("utf-8")
    cases = "".join(path.read_text("utf-8") for path in (ROOT / "tests/cases").glob("*.md"))
    tests = [path for room in ("unit", "build") for path in (ROOT / "tests" / room).glob("*.py")]
    sums = "".join(path.read_text("utf-8") for path in tests)

    for rule in Rule:
        assert f"| `{rule}` |" in text, rule
        assert f"[{rule}]" in cases + sums or f'"{rule}' in sums, rule


def article(site: Site) -> str:
    """A page of this site."""
    return (site.folder / "html/guide/overview.html").read_text("utf-8")


def test_the_edit_link_is_there_as_soon_as_the_repository_has_an_address(site, project):
    """The site of these tests has one; a page of the same theme without has no link."""
    project.write(index="# Page\n").build(
        confoverrides={"html_theme": "furo", "html_theme_options": {"source_repository": ""}}
    )

    assert f'href="{REPOSITORY}/edit/main/guide/overview.md"' in article(site)
    assert "edit-this-page" not in project.output("index.html")


def test_a_page_says_how_long_it_takes_and_when_it_was_reviewed(site):
    html = article(site)

    assert re.search(
        r'<p class="site-facts no-search">\d+ min · reviewed 20\d\d-\d\d-\d\d</p>', html
    )
    assert '<meta name="description" content="' in html
    assert 'rel="shortcut icon"' in html
