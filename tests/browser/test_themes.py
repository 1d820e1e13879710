"""Other themes than the site's: verdicts are readable, and nothing is wider than a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from reader import answer, choice, question, write

THEMES = ["alabaster", "classic", "furo"]
QUESTIONS = """\
# Page

::::::{quiz} all
:title: All

"""
QUESTIONS += choice("one", "*yes", "no", "maybe")
QUESTIONS += choice("two", "*yes", "*also", "no", multiple=True)
QUESTIONS += """
:::{question} cold
:type: numeric
:answer: 18
:unit: °C

How cold?

It is 18.

:::

:::{question} why
:type: open

Why?

1. Says one.
2. Says two.

Because.

:::

::::::

:::{reader-data}
:::
"""
#: What a page is that marks itself as dark, as some themes do: in words and in colours.
DARK = """
    document.documentElement.dataset.theme = 'dark';
    const style = document.createElement('style');
    style.textContent = `html[data-theme="dark"] { color-scheme: dark; }
        html[data-theme="dark"] body, html[data-theme="dark"] body div { background: #14181e;
        color: #ced6dd; } html[data-theme="dark"] body :is(a, h1, h2, h3, p) { color: inherit; }
        html[data-theme="dark"] .guide-question b { font-weight: 700; }`;
    document.head.append(style);
"""


def answer_all(page) -> None:
    """Right, wrong, missed, open: every colour that a verdict has."""
    answer(page, "one", "no")
    answer(page, "two", "yes")
    write(page, "cold", "18")
    write(page, "why", "Because.")


def unreadable(page) -> list[tuple[str, str]]:
    """What of ours has too little contrast."""
    options = {"runOnly": ["color-contrast"]}
    context = {"include": [[".guide-questions"], [".guide-data"]]}
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [
        (node["html"][:80], node["any"][0]["message"]) for rule in found for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", THEMES)
def test_verdicts_are_readable_in_a_theme_whatever_the_system_prefers(tiny, theme, scheme):
    """Themes of Sphinx are light only: the system's wish for dark must not decide."""
    guide = tiny(index=QUESTIONS, settings=f'\nhtml_theme = "{theme}"\n', scheme=scheme)
    page = guide.open("index")
    assert unreadable(page) == []
    answer_all(page)

    assert unreadable(page) == []


@pytest.mark.parametrize(("scheme", "choice"), [("light", "dark"), ("dark", "light")])
def test_verdicts_are_readable_where_the_reader_chose_against_the_system(tiny, scheme, choice):
    guide = tiny(index=QUESTIONS, settings='\nhtml_theme = "furo"\n', scheme=scheme)
    page = guide.open("index")
    page.evaluate(f"document.body.dataset.theme = '{choice}'")
    answer_all(page)

    assert unreadable(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_verdicts_are_readable_where_the_page_is_marked_at_its_top(tiny, scheme):
    page = tiny(index=QUESTIONS, scheme=scheme).open("index")
    page.evaluate(DARK)
    answer_all(page)

    assert unreadable(page) == []


def test_a_right_option_that_was_missed_is_no_hit(tiny):
    """A sign, a word and a border of its own: no meaning by colour alone."""
    page = tiny(index=QUESTIONS).open("index")
    answer(page, "two", "yes")
    hit, missed, left = question(page, "two").locator(".guide-option").all()

    assert hit.locator(".guide-mark").inner_text().strip() == "✓ Right answer"
    assert missed.locator(".guide-mark").inner_text().strip() == "○ You missed this"
    expect(missed).to_have_attribute("data-state", "missed")
    assert left.locator(".guide-mark").count() == 0
    borders = [
        option.evaluate("option => getComputedStyle(option).borderTopStyle")
        for option in (hit, missed)
    ]
    assert borders == ["solid", "dashed"]

    question(page, "two").get_by_role("button", name="Try again").click()
    expect(page.locator("[data-state=missed], .guide-mark")).to_have_count(0)


LONG = "`container_memory_working_set_bytes_over_limit_ratio_of_the_pod`"


@pytest.mark.parametrize("theme", ["alabaster", "furo"])  # classic has no narrow layout
def test_a_very_long_word_wraps_on_a_phone(tiny, theme):
    options = (f"{LONG} a", f"*{LONG} b", f"*{LONG} c")
    more = choice("long", *options, multiple=True).replace("Which long?", LONG)
    more = more.replace("So it is, long.", LONG).replace("Reason of", LONG)
    guide = tiny(index=f"# Page\n\n{more}", settings=f'\nhtml_theme = "{theme}"\n', width=360)
    page = guide.open("index")
    field = question(page, "long")
    field.locator("input").first.check()
    field.get_by_role("button", name="Check").click()
    width = field.evaluate("field => field.getBoundingClientRect().right")

    assert width <= 360
    for part in field.locator("legend, label, .guide-mark, .guide-feedback p, code").all():
        assert part.evaluate("part => part.getBoundingClientRect().right") <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("theme", THEMES)
def test_the_form_for_paper_gives_way_to_the_result_in_any_theme(guide, theme):
    with (guide.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'\nhtml_theme = "{theme}"\n')
    guide.edit("questions", "# Questions", "# Questions\n\n:::{result} flour\n:::")
    page = guide.open()
    form = page.locator(".guide-result .guide-paper")
    expect(form.locator("table")).to_be_visible()
    answer(page)

    expect(page.locator(".guide-score-sentence")).to_be_visible()
    expect(form.locator("table")).to_be_hidden()
    expect(form.get_by_text("Score =")).to_be_hidden()
