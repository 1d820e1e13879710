"""Budgets: readers change the load, and see what it breaks."""

import pytest
from playwright.sync_api import expect

PAGE = "guide/contributing/directives"


def sums(page) -> list[str]:
    cells = page.locator("#budget-example .guide-total td:nth-child(3)")
    return [text.strip() for text in cells.all_inner_texts()]


def test_the_load_changes_every_growing_row(open_page):
    page = open_page(PAGE)
    before = sums(page)
    page.get_by_label("Load ×").fill("2.5")

    assert before == ["25 ms", "60 cores (over the limit)", "5,621.00 EUR"]
    assert sums(page) == ["25 ms", "15 cores", "1,514.75 EUR"]
    assert page.locator("#budget-example thead th:nth-child(3)").inner_text() == "× 2.5"
    page.get_by_label("Load ×").fill("2.6")
    assert sums(page)[1] == "16 cores (over the limit)"


def test_a_load_that_is_no_number_changes_nothing(open_page):
    page = open_page(PAGE)
    before = sums(page)
    for text in ("", "0", "-1"):
        page.get_by_label("Load ×").fill(text)

    assert sums(page) == before


def test_without_a_script_the_table_is_whole_and_has_no_field(open_page):
    page = open_page(PAGE, script=False)

    assert sums(page)[1] == "60 cores (over the limit)"
    assert page.locator("#budget-example input").count() == 0


LIMITS = """\
# Page

:::{given} visits
:value: 1,000
:unit: visits

Visits.

:::

:::{budget} b
:title: B

- Carbon: in kg CO2
  - 30 kg CO2 with `visits`: all
- Water: at most 1,200 m3
  - 1,000 m3 with `visits`: all
- Time: at most `visits`
  - 500 visits with `visits`: all
- Salt: at most 0.3 kg
  - 0.1 kg with `visits`: crust
  - 0.2 kg with `visits`: crumb

:::
"""


@pytest.mark.parametrize("theme", ["alabaster", "classic", "furo"])
def test_a_limit_is_what_the_author_set_in_any_theme(tiny, theme):
    """A digit in a unit is no limit, and a limit has its digits grouped."""
    page = tiny(index=LIMITS, settings=f'\nhtml_theme = "{theme}"\n').open("index")
    field = page.get_by_label("Load ×")

    def shown() -> list[str]:
        cells = page.locator(".guide-total td:nth-child(3)").all_inner_texts()
        return [text.strip() for text in cells]

    assert shown()[:2] == ["300 kg CO2", "10,000 m3 (over the limit)"]
    field.fill("3")
    assert shown()[:2] == ["90 kg CO2", "3,000 m3 (over the limit)"]
    assert "over the limit" in shown()[2]
    field.fill("1.2")
    assert shown()[:2] == ["36 kg CO2", "1,200 m3"]
    assert "over the limit" not in shown()[2]
    field.fill("1")
    assert shown()[3] == "0.3 kg"  # whatever binary fractions add up to
    expect(field).to_be_focused()
    box, table = field.bounding_box(), page.locator(".guide-budget table").bounding_box()
    assert box["y"] + box["height"] <= table["y"]
