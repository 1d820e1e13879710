"""What a reader sees of the form of the pages: sizes, edges, legends, and paper."""

from base64 import b64encode

import pytest
from playwright.sync_api import expect

SYSTEM = "guide/systems/fraud-detection"
PAGES = [
    "index",
    "guide/sub-skills/data-pipeline-design/point-in-time-joins",
    "guide/sub-skills/performance-monitoring/slo-alerts",
    "guide/learning-path/index",
    "guide/labs/index",
    "guide/reference/resources",
    "guide/reference/changes",
    "guide/assess/evidence",
    "guide/systems/support-chatbot",
    "quizzes/index",
    "quizzes/mlops-automation",
    SYSTEM,
]
#: How much darker or lighter the outermost pixels at both ends of a picture are than its ground, at
#: the first pixel of which no text stands.
EDGES = """async (picture) => {
    const image = new Image();
    image.src = picture;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const paper = canvas.getContext("2d");
    paper.drawImage(image, 0, 0);
    const light = (x) => paper.getImageData(x, 1, 1, 1).data.slice(0, 3).reduce((a, b) => a + b);
    const ground = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3);
    const paint = ground.map(Number).reduce((a, b) => a + b);
    return [2, image.width - 3].map((x) => Math.abs(light(x) - paint));
}"""
#: The tables of a page that scroll, with the columns of each; folded ones are opened.
SCROLLING = """() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    return [...document.querySelectorAll("article table")].flatMap((table) => {
        const home = table.closest(".table-wrapper") ?? table;
        const columns = Math.max(...[...table.rows].map((row) => row.cells.length));
        return home.scrollWidth > home.clientWidth + 1 ? [columns] : [];
    });
}"""


def size(page, selector: str) -> str:
    return page.locator(selector).first.evaluate("(part) => getComputedStyle(part).fontSize")


@pytest.mark.parametrize(("width", "first"), [(1280, "36px"), (360, "28px")])
def test_a_heading_is_told_from_the_next_by_its_size(open_page, width, first):
    page = open_page("guide/labs/index", width=width)

    assert [size(page, f"article {name}") for name in ("h1", "h2", "h3")] == [first, "24px", "18px"]


def test_air_stands_above_the_heading_of_a_lab(open_page):
    page = open_page("guide/labs/index")
    gap = page.locator(".guide-lab + .guide-lab > h3").first.evaluate("""(head) => {
        const above = head.parentElement.previousElementSibling.lastElementChild;
        return head.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
    }""")

    assert gap >= 24


@pytest.mark.parametrize("name", PAGES)
def test_no_table_scrolls_on_a_desk_and_no_short_one_on_a_phone(open_page, name):
    assert open_page(name).evaluate(SCROLLING) == []
    assert [n for n in open_page(name, width=360).evaluate(SCROLLING) if n < 4] == []


def edges(page, region) -> list[float]:
    """How much is shaded on the left and on the right of a region."""
    picture = b64encode(region.screenshot()).decode()
    return page.evaluate(EDGES, f"data:image/png;base64,{picture}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "place"),
    [("guide/reference/resources", ".guide-filter .table-wrapper"), (SYSTEM, ".guide-picture")],
)
def test_a_shade_says_on_which_side_more_is_hidden(open_page, name, place, scheme):
    page = open_page(name, width=360, scheme=scheme)
    region = page.locator(place).first
    region.scroll_into_view_if_needed()
    left, right = edges(page, region)
    assert left == 0
    assert right > 20

    region.evaluate("(region) => region.scrollTo(region.scrollWidth, 0)")
    left, right = edges(page, region)
    assert right == 0
    assert left > 20 or "table" in place  # whose first column stays, with an edge of its own


def test_the_column_that_stays_has_an_edge_once_others_have_moved_under_it(open_page):
    page = open_page("guide/reference/resources", width=360)
    region = page.locator(".guide-filter .table-wrapper")
    edge = "(part) => getComputedStyle(part.querySelector('td'), '::after').opacity"
    assert region.evaluate(edge) == "0"

    region.evaluate("(region) => region.scrollTo(100, 0)")
    page.wait_for_function(
        f"({edge})(document.querySelector('.guide-filter .table-wrapper')) === '1'"
    )
    cell = region.locator("td").first.bounding_box()
    assert cell["x"] == region.bounding_box()["x"]


@pytest.mark.parametrize("name", PAGES)
def test_whatever_scrolls_can_be_shaded(open_page, name):
    """All of it is of the two kinds whose shades are looked at above."""
    page = open_page(name, width=360)

    assert (
        page.evaluate("""() => [...document.querySelectorAll("article *")]
        .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowX))
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .filter((part) => !getComputedStyle(part).backgroundAttachment.startsWith("local"))
        .map((part) => part.className)""")
        == []
    )


def test_a_number_stays_with_its_unit(open_page):
    cells = open_page("quizzes/index", width=360).locator("td", has_text="min")
    heights = {
        cell.evaluate("""(cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell.firstElementChild);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        }""")
        for cell in cells.all()
        if cell.inner_text().strip().endswith(" min")
    }

    assert heights == {1}


def test_a_legend_names_each_shape_of_its_figure_and_what_comes_later(open_page):
    figure = open_page(SYSTEM).locator(".guide-figure").first
    kinds = "(parts) => [...new Set(parts.map((part) => part.dataset.kind))].sort()"
    shown = figure.locator(".guide-picture [data-kind]").evaluate_all(kinds)
    legend = figure.locator(".guide-shapes")

    assert legend.locator("[data-kind]").evaluate_all(kinds) == shown
    assert legend.locator("span").all_inner_texts()[-1].strip() == "later"
    expect(legend).to_have_attribute("aria-hidden", "true")


def test_a_lab_says_minutes_and_gives_its_file(open_page, site):
    page = open_page("guide/labs/index")
    facts = page.locator("#lab-point-in-time-join .guide-facts")
    address = facts.locator("a").get_attribute("href")

    expect(facts).to_have_text("30 min · point_in_time_join.py")
    assert "def run(" in (site / "guide" / "labs" / address).read_text("utf-8")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_letter_leads_to_its_terms_and_covers_none(open_page, width):
    page = open_page("guide/reference/glossary", width=width)
    letters = page.locator(".site-letters a")
    heads = page.locator("article h2").all_inner_texts()
    assert letters.all_inner_texts() == [head.strip("¶\n ") for head in heads]

    page.add_style_tag(content="html { scroll-behavior: auto; }")
    page.evaluate("location.hash = 'term-Calibration'")
    top = page.locator("#term-Calibration").bounding_box()["y"]
    bar = page.locator(".site-letters").bounding_box()
    assert top >= (bar["y"] + bar["height"] if width == 1280 else 40)
    assert size(page, "dl.glossary dt") == "16px"


def test_the_signs_at_the_top_of_a_phone_stand_apart(open_page):
    page = open_page(SYSTEM, width=360)
    one = page.locator(".mobile-header .theme-toggle").bounding_box()
    other = page.locator(".mobile-header .toc-overlay-icon").bounding_box()

    assert other["x"] - one["x"] - one["width"] >= 12


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (360, 1)])
def test_the_doors_stand_as_wide_as_they_can_be_read(open_page, width, columns):
    page = open_page("index", width=width)
    lefts = {round(door.bounding_box()["x"]) for door in page.locator(".site-doors .sd-card").all()}

    assert len(lefts) == columns


def test_on_paper_a_table_keeps_its_lines_and_nothing_is_cut(open_page):
    page = open_page(SYSTEM)
    page.emulate_media(media="print")
    style = "(part) => { const s = getComputedStyle(part); return [s.position, s.overflowX]; }"

    assert page.locator("table.docutils td").first.evaluate(style)[0] == "static"
    assert page.locator(".table-wrapper").first.evaluate(style)[1] == "visible"
    assert page.locator(".toc-drawer").is_hidden()
