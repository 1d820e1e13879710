"""Five themes, light and dark: texts are readable, nothing is too wide, lists keep their form.

`blocks.md` shows every kind of block; `contrast.js` measures.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from conftest import once
from playwright.sync_api import Page, expect
from reader import Guide, answer, choice, question, write

#: Five themes; the element on which some keep the reader's choice between light and dark.
SWITCHES = {
    "alabaster": None,
    "furo": "document.body",
    "pydata_sphinx_theme": "document.documentElement",
    "sphinx_book_theme": "document.documentElement",
    "sphinx_rtd_theme": None,
}
#: Every look of each theme: its name, what the system prefers, what the reader chose against it.
LOOKS = [
    (theme, scheme, choice)
    for theme, switch in SWITCHES.items()
    for scheme, other in (("light", "dark"), ("dark", "light"))
    for choice in ((None, other) if switch else (None,))
]
HERE = Path(__file__).parent
BLOCKS = (HERE / "blocks.md").read_text("utf-8")
CONTRAST = (HERE / "contrast.js").read_text("utf-8")
#: What of ours ends beyond the window, unless it stands in something that scrolls.
WIDER = """() => {
    const isWide = (part) => part.getBoundingClientRect().right > innerWidth + 0.5;
    const scrolls = (part) => /auto|scroll/.test(getComputedStyle(part).overflowX) && !isWide(part);
    const isInside = ({ parentElement: home }) =>
        home && home !== document.body && (scrolls(home) || isInside(home));
    return [...document.querySelectorAll("[class^='guide-']")]
        .filter((part) => part.checkVisibility() && isWide(part) && !isInside(part))
        .map((part) => part.className);
}"""
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


@pytest.fixture(scope="session")
def themed(tmp_path_factory) -> Callable[[str], Path]:
    """The page with every kind of block in a theme, built once."""

    def build(theme: str, out: Path) -> Path:
        out.mkdir()
        guide = Guide(out / "guide", None).write(f'\nhtml_theme = "{theme}"\n', index=BLOCKS)
        return guide.build().folder / "out" / "index.html"

    return lambda theme: once(tmp_path_factory, theme, partial(build, theme))


@pytest.fixture
def show(browser, themed) -> Iterator[Callable[..., Page]]:
    """Open that page: `show("furo", scheme="dark", choice="light", width=360)`."""
    contexts = []

    def show(theme: str, *, scheme="light", choice=None, width=1280) -> Page:
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.goto(themed(theme).as_uri())
        page.add_style_tag(content="* { transition: none !important; }")
        if choice:
            page.evaluate(f"{SWITCHES[theme]}.dataset.theme = '{choice}'")
        return page

    yield show
    for context in contexts:
        context.close()


def answer_all(page: Page) -> None:
    """Right, wrong, missed, open; a claim, a tick, a hint: every color that a verdict has."""
    answer(page, "salt", "20 g")
    question(page, "ferments").get_by_label("Sourdough", exact=True).check()
    answer(page, "ferments", "Flat bread")
    question(page, "cold").get_by_text("Hint").click()
    write(page, "cold", "17")
    write(page, "why", "Because.")
    question(page, "why").locator(".guide-rubric input").first.check()
    for name in ("Baguette", "Pumpernickel"):
        question(page, "breads").get_by_label(name).select_option(label="Rye meal")
    question(page, "breads").get_by_role("button", name="Check").click()
    page.locator(".guide-claims select").first.select_option("baker")
    page.locator(".guide-plan input").first.check()
    for summary in page.locator(".guide-figure-table summary").all():
        summary.click()
    page.get_by_label("Your guess").fill("40000")
    page.get_by_role("button", name="Lock my guess").click()
    page.get_by_label("loaves", exact=True).fill("50")
    page.locator(".guide-term").focus()
    expect(page.get_by_role("tooltip")).to_be_visible()


def unreadable(page: Page) -> list[dict[str, object]]:
    """The texts of ours with too little contrast. Code that the theme paints is its own affair,
    and its links and its code in a line are as readable here as in its own paragraphs and tables.
    """
    texts = page.evaluate(CONTRAST)
    own = {"pre": 0.0}
    for text in texts:
        if not text["home"] and text["text"] in ("link", "code"):
            own[text["tag"]] = min(text["ratio"], own.get(text["tag"], 21))
    assert own.keys() == {"a", "code", "pre"}

    def is_readable(text: dict[str, object]) -> bool:
        needed = 3 if text["isLarge"] else 4.5
        return text["ratio"] >= min(needed, own.get(text["tag"], needed)) - 0.005

    assert len([text for text in texts if text["home"] == "guide-plot-marker"]) == 4
    return [text for text in texts if text["home"] and not is_readable(text)]


@pytest.mark.parametrize(("theme", "scheme", "choice"), LOOKS)
def test_every_text_of_ours_is_readable(show, theme, scheme, choice):
    """Some themes are light only: the system's wish for dark must not decide; nor must it where the
    reader has chosen against it.
    """
    page = show(theme, scheme=scheme, choice=choice)
    assert unreadable(page) == []
    answer_all(page)

    assert unreadable(page) == []
    states = page.locator(".guide-question").evaluate_all("all => all.map(q => q.dataset.state)")
    assert states == ["right", "wrong", "wrong", "open", "wrong"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_are_readable_where_the_page_is_marked_as_dark_at_its_top(show, scheme):
    """By another extension than the theme, whose variables say nothing."""
    page = show("alabaster", scheme=scheme)
    page.evaluate(DARK)
    answer_all(page)

    assert unreadable(page) == []


@pytest.mark.parametrize("theme", SWITCHES)
def test_nothing_of_ours_is_wider_than_a_phone(show, theme):
    page = show(theme, width=360)
    answer_all(page)

    assert page.evaluate(WIDER) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("theme", SWITCHES)
def test_lists_and_numbers_keep_their_form(show, theme, width):
    """Themes mark, indent and frame the lists of an article, and align the cells of its tables."""
    page = show(theme, width=width)
    answer_all(page)

    def styles(selector: str, *names: str) -> list[list[str]]:
        script = "(all, names) => all.map(one => names.map(name => getComputedStyle(one)[name]))"
        return page.locator(selector).evaluate_all(script, list(names))

    lists = ".guide-stats, .guide-journey, .guide-rubric, .guide-score-parts, .guide-prompts"
    marks = styles(f":is({lists}), :is({lists}) > li", "listStyleType")
    assert len(marks) == 4 + 4 + 3 + 2 + 2 + 4  # a score has rows and their scale
    assert {mark for (mark,) in marks} == {"none"}
    assert {tuple(style) for style in styles(f":is({lists}) > li", "marginLeft", "marginTop")} == {
        ("0px", "0px")
    }
    assert styles(".guide-given > dt", "backgroundColor", "borderTopWidth") == [
        ["rgba(0, 0, 0, 0)", "0px"]
    ]
    assert styles(".guide-given > dd", "marginLeft") == [["0px"]]
    assert {align for (align,) in styles("td.guide-number", "textAlign")} == {"end"}


def test_a_right_option_that_was_missed_is_no_hit(show):
    """A sign, a word and a border of its own: no meaning by colour alone."""
    page = show("alabaster")
    answer(page, "ferments", "Sourdough")
    hit, missed, left, _other = question(page, "ferments").locator(".guide-option").all()

    assert hit.locator(".guide-mark").inner_text().strip() == "✓ Right answer"
    assert missed.locator(".guide-mark").inner_text().strip() == "○ You missed this"
    expect(missed).to_have_attribute("data-state", "missed")
    assert left.locator(".guide-mark").count() == 0
    borders = [
        option.evaluate("option => getComputedStyle(option).borderTopStyle")
        for option in (hit, missed)
    ]
    assert borders == ["solid", "dashed"]

    question(page, "ferments").get_by_role("button", name="Try again").click()
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


@pytest.mark.parametrize("theme", ["alabaster", "classic", "furo"])
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
