"""Charts on wide pages, on phones and on paper: one picture, whose letters can be read."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CHARTS = "\n".join(
    block
    for block in (Path(__file__).parent / "blocks.md").read_text("utf-8").split("\n:::")
    if block.startswith("{chart}") and ":plot:" not in block  # these need their calculation
)
PAGE = "# Charts\n\n:::" + CHARTS.replace("\n{chart}", "\n:::\n\n:::{chart}") + "\n:::\n"
#: The smallest letters of the visible pictures, and what is drawn beyond their page.
SIZES = """() => [...document.querySelectorAll(".guide-plot > svg")]
    .filter((svg) => svg.checkVisibility())
    .map((svg) => svg.getScreenCTM().a * parseFloat(getComputedStyle(svg).fontSize))"""
BEYOND = """() => [...document.querySelectorAll(".guide-plot text")]
    .filter((text) => text.checkVisibility())
    .filter((text) => text.getBoundingClientRect().right > innerWidth
        || text.getBoundingClientRect().left < 0)
    .map((text) => text.textContent)"""


@pytest.mark.parametrize("width", [360, 480, 600, 800, 1280])
def test_letters_can_be_read_at_any_width(tiny, width):
    page = tiny(index=PAGE, settings='\nhtml_theme = "furo"\n', width=width).open("index")
    sizes = page.evaluate(SIZES)

    assert len(sizes) == 2
    assert min(sizes) >= 10
    assert page.evaluate(BEYOND) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_screen_reader_meets_one_picture_and_one_table(tiny, width, scheme):
    settings = '\nhtml_theme = "furo"\n'
    page = tiny(index=PAGE, settings=settings, width=width, scheme=scheme).open("index")
    figure = page.locator("#chart-crumb")

    expect(figure.get_by_role("img", name="How a crust browns")).to_have_count(1)
    figure.locator("summary").click()
    expect(figure.get_by_role("table")).to_have_count(1)
    expect(figure.get_by_role("cell", name="58")).to_be_visible()
    found = Axe().run(page, {"include": [[".guide-figure"]]}).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:100]) for rule in found] == []


def test_paper_has_the_wide_picture_and_the_table(tiny):
    page = tiny(index=PAGE, settings='\nhtml_theme = "furo"\n', width=760).open("index")
    page.emulate_media(media="print")

    wide, narrow = page.locator("#chart-crumb svg").all()
    expect(wide).to_be_visible()
    expect(narrow).to_be_hidden()
    expect(page.locator("#chart-crumb table")).to_be_visible()
