"""Charts that draw a calculation: lines, values and limits follow what readers put in."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page

PAGE = """\
# Queue

:::{calculation} queue
:title: One server

- service = 5 ms
- busy = 65%
- mean = service / (1 - busy) | ms
- p99 = 4.605 * mean | 1 ms

:::

:::{chart} tail
:title: Waiting grows without bound
:plot: queue.p99, queue.mean over busy 10%..95%
:limit: 50 ms promised

The nearer a server is to busy all the time, the longer a request waits.

:::
"""


@pytest.fixture
def page(tiny) -> Page:
    return tiny(index=PAGE).open("index")


def ticks(page: Page) -> list[str]:
    """The values along the axis of the wide picture."""
    found = page.locator("#chart-tail svg").first.locator(".guide-plot-tick-text")
    return found.filter(has_not_text="%").all_text_contents()


def line(page: Page, series: int = 1) -> list[tuple[float, float]]:
    """The points of a line in the wide picture."""
    svg = page.locator("#chart-tail svg").first
    path = svg.locator(f".guide-plot-line[data-series='{series}']").last.get_attribute("d")
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def cells(page: Page) -> list[list[str]]:
    """The rows of the table."""
    rows = page.locator("#chart-tail tbody tr").all()
    return [row.locator("td").all_text_contents() for row in rows]


def test_the_page_arrives_as_it_was_built(tiny):
    guide = tiny(index=PAGE)
    page = guide.open("index")
    plain = guide.context.browser.new_context(java_script_enabled=False).new_page()
    plain.goto(page.url)

    assert ticks(page) == ticks(plain) == ["0", "100", "200", "300", "400", "500"]
    assert [row[:2] for row in cells(page)] == [row[:2] for row in cells(plain)]
    for (x, y), (x0, y0) in zip(line(page), line(plain), strict=True):
        assert (x, y) == pytest.approx((x0, y0), abs=0.3)
    plain.context.close()


@pytest.mark.parametrize(
    ("service", "values", "last"),
    [
        ("20", ["0", "500", "1,000", "1,500", "2,000", "2,500"], "1,842"),
        ("0.5", ["0", "10", "20", "30", "40", "50"], "46.1"),
    ],
)
def test_another_input_moves_lines_and_values(page, service, values, last):
    before = line(page)
    page.get_by_label("service").fill(service)

    assert ticks(page) == values
    assert cells(page)[-1][1] == last
    after = line(page)
    assert [x for x, _y in after] == [x for x, _y in before]
    assert all(low[1] >= high[1] for low, high in pairwise(after))  # it grows
    top, bottom = tick_places(page)
    share = float(last.replace(",", "")) / float(values[-1].replace(",", ""))
    assert after[-1][1] == pytest.approx(bottom + (top - bottom) * share, abs=2)


def tick_places(page: Page) -> tuple[float, float]:
    """Where the largest and the smallest value stand."""
    grid = page.locator("#chart-tail svg").first.locator(".guide-plot-grid").get_attribute("d")
    axis = page.locator("#chart-tail svg").first.locator(".guide-plot-axis").first
    heights = [float(y) for y in re.findall(r"M[\d.]+,([\d.]+)", grid)]
    return min(heights), float(re.findall(r",([\d.]+)", axis.get_attribute("d"))[0])


def shift(element: Locator) -> float:
    """How far an element was moved up or down."""
    found = re.fullmatch(r"translate\(0 (-?[\d.]+)\)", element.get_attribute("transform") or "")
    return float(found[1]) if found else 0.0


def test_the_limit_moves_with_the_values(page):
    limit = page.locator("#chart-tail .guide-plot-limit").first
    place = float(re.findall(r",([\d.]+)", limit.get_attribute("d"))[0])
    page.get_by_label("service").fill("0.5")
    top, _bottom = tick_places(page)

    assert place + shift(limit) == pytest.approx(top, abs=1)
    page.get_by_label("service").fill("5")
    assert shift(limit) == pytest.approx(0, abs=0.2)


def test_without_a_number_there_is_no_line_and_later_there_is_one(page):
    before = line(page)
    page.get_by_label("service").fill("")

    assert line(page) == []
    assert cells(page)[0][1] == "–"
    page.get_by_label("service").fill("5")
    assert [y for _x, y in line(page)] == pytest.approx([y for _x, y in before], abs=0.3)
