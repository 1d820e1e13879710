"""Terms: what the glossary says stands beside the word, for the mouse, the keyboard and the ear."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

LONG = "A loaf is what comes out of the oven when dough has had the time that it needs. "
PAGE = f"""\
# Page

{LONG * 2} Its inside is the {{term}}`crumb`, and behind it comes more of the text.

| Where | What | How |
| --- | --- | --- |
| A cell that is long enough to push the last one to the edge | of the window | {{term}}`crumb` |

> > A quote in a quote about a word of two words that breaks over lines: {{term}}`sour dough`.

"""
WORDS = """

# Words

```{glossary}
Crumb
  The inside of a loaf, which bakers call open where its holes are large and close where they are
  small, as in a loaf that is baked in a tin. And so on.

Sour dough
  Flour and water with yeast from the air.
```
"""
LIST = "\n".join("- A line that fills the page." for _ in range(60))
INDEX = f"{PAGE}\n{LIST}\n\nAt the end: {{term}}`crumb`.\n"
SENTENCE = "The inside of a loaf, which bakers call open"


@pytest.fixture
def open_page(tiny):
    def open_page(theme: str = "furo", **options):
        settings = f'\nhtml_theme = "{theme}"\n'
        return tiny(
            index=INDEX, words=f"---\norphan: true\n---\n{WORDS}", settings=settings, **options
        ).open("index")

    return open_page


def box(page):
    """What is shown of a glossary."""
    return page.locator(".guide-definition:visible")


def is_inside(page) -> bool:
    """Whether the whole of it is on the screen."""
    found = box(page).evaluate("box => box.getBoundingClientRect().toJSON()")
    width, height = page.evaluate("[document.documentElement.clientWidth, innerHeight]")
    return 0 <= found["left"] < found["right"] <= width and (
        0 <= found["top"] < found["bottom"] <= height
    )


def test_the_mouse_shows_the_sentence_and_can_go_into_it(open_page):
    page = open_page()
    expect(box(page)).to_have_count(0)
    link = page.locator(".guide-term").first
    link.hover()
    expect(box(page)).to_contain_text(SENTENCE)
    expect(box(page)).not_to_contain_text("And so on")
    place, at = box(page).bounding_box(), link.bounding_box()
    assert abs(place["y"] - at["y"] - at["height"]) < 1

    page.mouse.move(at["x"] + 5, at["y"] + at["height"] + 3, steps=5)
    page.mouse.move(place["x"] + place["width"] - 5, place["y"] + place["height"] - 5, steps=9)
    page.wait_for_timeout(300)
    expect(box(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(box(page)).to_have_count(0)


def test_nothing_moves_and_the_link_leads_to_the_glossary(open_page):
    page = open_page()
    layout = """() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth,
        ...[...document.querySelectorAll("p, td, li")].map(e => e.getBoundingClientRect().top)]"""
    before = page.evaluate(layout)
    link = page.locator(".guide-term").first
    link.hover()
    expect(box(page)).to_be_visible()
    assert page.evaluate(layout) == before

    link.click()
    assert page.url.endswith("words.html#term-Crumb")


def test_the_keyboard_shows_it_and_escape_closes_it(open_page):
    page = open_page()
    link = page.locator(".guide-term").first
    link.focus()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    expect(link).to_be_focused()

    page.keyboard.press("Tab")
    expect(box(page)).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    expect(box(page)).to_contain_text(SENTENCE)


def test_escape_closes_what_the_mouse_has_opened_until_it_comes_again(open_page):
    page = open_page()
    link = page.locator(".guide-term").first
    link.hover()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    page.mouse.move(5, 5)
    link.hover()
    expect(box(page)).to_be_visible()


def test_whoever_listens_hears_the_word_as_name_and_the_sentence_as_description(open_page):
    page = open_page()
    link = page.get_by_role("link", name="crumb", exact=True).first

    expect(link).to_have_accessible_description(
        "The inside of a loaf, which bakers call open where its holes are large and close where "
        "they are small, as in a loaf that is baked in a tin."
    )
    link.focus()
    expect(link).to_have_accessible_name("crumb")


@pytest.mark.parametrize("theme", ["furo", "alabaster", "pydata_sphinx_theme"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_stays_within_the_window_wherever_its_word_stands(open_page, theme, width):
    page = open_page(theme=theme, width=width)
    for link in page.locator("[role=main] .guide-term, main .guide-term").all():
        link.scroll_into_view_if_needed()
        link.focus()
        expect(box(page)).to_have_count(1)
        assert is_inside(page)
        if theme == "furo":
            assert box(page).bounding_box()["width"] >= 150
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_the_lower_edge_it_stands_above_its_word(open_page):
    page = open_page()
    link = page.locator(".guide-term").last
    link.evaluate("link => link.scrollIntoView({ block: 'end', behavior: 'instant' })")
    link.focus()

    assert is_inside(page)
    assert box(page).bounding_box()["y"] < link.bounding_box()["y"]


@pytest.mark.parametrize("theme", ["furo", "alabaster"])
def test_without_a_script_it_stands_below_its_line(new_context, open_page, theme):
    url = open_page(theme=theme).url
    page = new_context(java_script_enabled=False, viewport={"width": 360, "height": 800}).new_page()
    page.goto(url)
    for link in page.locator(".guide-term").all()[:-1]:
        link.scroll_into_view_if_needed()
        link.focus()
        found, at = box(page).bounding_box(), link.bounding_box()
        assert at["y"] < found["y"] < at["y"] + at["height"] + 12
        assert found["x"] >= 0
        assert found["x"] + found["width"] <= 360


def test_paper_shows_the_word_alone(open_page):
    page = open_page()
    page.locator(".guide-term").first.focus()
    page.emulate_media(media="print")

    expect(box(page)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_while_it_is_open(open_page, scheme):
    page = open_page(scheme=scheme)
    page.locator(".guide-term").first.focus()
    found = Axe().run(page, {"include": [["[role=main]"]]}).response["violations"]

    assert [(rule["id"], rule["nodes"][0]["html"][:100]) for rule in found] == []


def test_only_pages_with_terms_load_the_script(guide):
    script = "script[src*='terms.js']"

    assert guide.open("craft/oven").locator(script).count() == 1
    assert guide.open("words").locator(script).count() == 0
