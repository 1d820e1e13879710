"""Lists that react: resources are filtered, and a reader who comes back is led on."""

import pytest
from playwright.sync_api import expect

RESOURCES = "guide/reference/resources"


def visible(page):
    return page.locator(".guide-filter tbody tr:visible")


def test_the_table_is_narrowed_by_one_column_and_another(open_page):
    page = open_page(RESOURCES)
    everything = visible(page).count()
    page.get_by_label("Level", exact=True).select_option("Beginner")
    beginner = visible(page).count()
    page.get_by_label("Cost", exact=True).select_option("free")
    both = visible(page).count()

    assert everything > 50
    assert everything > beginner >= both > 0
    assert all("Beginner" in text for text in visible(page).all_inner_texts())
    expect(page.locator(".guide-filter [role=status]")).to_have_text(
        f"{both} of {everything} shown"
    )
    page.get_by_label("Cost", exact=True).select_option("")
    page.get_by_label("Level", exact=True).select_option("")
    assert visible(page).count() == everything


def test_the_address_keeps_what_a_reader_chose(open_page):
    page = open_page(RESOURCES)
    page.goto(f"{page.url}?cost=free&level=beginner&order=hours#records")
    both = visible(page).count()

    assert page.get_by_label("Cost", exact=True).input_value() == "free"
    assert page.get_by_label("Level", exact=True).input_value() == "Beginner"
    assert page.get_by_label("Order", exact=True).input_value() == "Hours"
    page.get_by_label("Level", exact=True).select_option("")
    assert page.url.endswith("?cost=free&order=hours#records")
    assert visible(page).count() > both > 0


def test_an_address_that_asks_for_nothing_known_shows_everything(open_page):
    page = open_page(RESOURCES)
    everything = visible(page).count()
    page.goto(f"{page.url}?cost=cheap&order=title&highlight=x")

    assert visible(page).count() == everything
    assert page.get_by_label("Cost", exact=True).input_value() == ""


def test_a_resource_of_two_sub_skills_is_found_under_both(open_page):
    page = open_page(RESOURCES)
    row = page.locator(".guide-filter tbody tr", has_text=", ").first
    name = row.locator("a").first.inner_text()
    both = row.locator("td").nth(4).inner_text().split(", ")

    for part in both:
        page.get_by_label("Sub-skills", exact=True).select_option(part)
        assert name in visible(page).locator("a:first-child").all_inner_texts()


def test_without_a_script_every_resource_is_there(open_page):
    page = open_page(RESOURCES, script=False)

    assert page.locator(".guide-filter select").count() == 0
    assert visible(page).count() > 50


def test_a_new_reader_is_not_told_to_continue(open_page):
    page = open_page("index")

    assert page.locator(".guide-continue").inner_text() == ""


@pytest.mark.parametrize("done", [1, 3])
def test_a_reader_who_comes_back_is_led_to_the_next_unit(open_page, done):
    page = open_page("guide/learning-path/index")
    boxes = page.locator(".guide-plan a[href*='#unit-']")
    names = boxes.all_inner_texts()
    for name in names[:done]:
        page.get_by_label(f"Done: {name}", exact=True).check()
    page.goto(page.url.replace("guide/learning-path/index", "index"))

    expect(page.locator(".guide-continue > p")).to_have_text(
        f"Continue: {names[done]} {done} of {len(names)} units done"
    )
    page.get_by_role("link", name="Continue").click()
    assert page.url.rpartition("#")[2].startswith("unit-")


FILTER = """\
# Page

:::{records} resource
:filter:
:::

:::{records} project
:filter:
:::

# Levels

:::{level} zero
:title: Zero, by the book
:experience: 1 year

Reads.

:::

:::{level} baker
:title: Baker, by hand
:experience: 1 year

Bakes.

:::

:::{level} ace
:title: Ace
:experience: 1 year

Teaches.

:::

"""
RESOURCE = """\
:::{resource} r%d
:title: R%d
:url: https://example.org/%d
:format: %s
:cost: %s
:level: %s
:sub-skill: dough
:hours: %s
:checked: 2026-11

Take it.

:::

"""
PROJECT = """\
:::{project} p%d
:title: P%d
:level: baker
:stack: %s

Do.

:::

"""
RECORDS = [
    ("1,200", "paid", "ace", "10"),
    ("book", "free", "zero", "2.5"),
    ("300", "paid", "baker", "12"),
    ("1,200", "free", "zero", "2"),
]


def choices(page, name: str, table: int = 0) -> list[str]:
    options = (
        page.locator(".guide-filter").nth(table).get_by_label(name, exact=True).locator("option")
    )
    return options.all_inner_texts()[1:]


@pytest.fixture
def records(tiny):
    rows = "".join(RESOURCE % (n, n, n, *row) for n, row in enumerate(RECORDS))
    stacks = ("Kafka, Flink", "Spark")
    rows += "".join(PROJECT % (n, n, stack) for n, stack in enumerate(stacks))
    part = ":::{sub-skill} dough\n:title: Dough\n:weight: 100%\n\nD.\n\n:::\n"
    return tiny(index=FILTER + part + "\n# Records\n\n" + rows).open("index")


def test_choices_stand_in_the_order_that_they_mean(records):
    """Levels in the order of the guide, numbers by size, all else as the author met them."""
    assert choices(records, "Level") == ["Zero, by the book", "Baker, by hand", "Ace"]
    assert choices(records, "Hours") == ["2", "2.5", "10", "12"]
    assert choices(records, "Format") == ["book", "300", "1,200"]
    assert choices(records, "Cost") == ["paid", "free"]
    assert choices(records, "Stack", 1) == ["Kafka, Flink", "Spark"]


def test_rows_are_ordered_by_a_number_and_back(records):
    rows = records.locator(".guide-filter").first.locator("tbody td:first-child")
    order = records.get_by_label("Order", exact=True)  # the other table has no number
    order.select_option("Hours")
    assert rows.all_inner_texts() == ["R3", "R1", "R0", "R2"]

    order.select_option("")
    assert rows.all_inner_texts() == ["R0", "R1", "R2", "R3"]


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("Level", "Baker, by hand", ["R2"]),
        ("Format", "1,200", ["R0", "R3"]),
        ("Hours", "2", ["R3"]),
    ],
)
def test_a_comma_belongs_to_its_value_and_the_focus_stays(records, name, value, shown):
    select = records.get_by_label(name, exact=True).first
    select.focus()
    select.select_option(value)

    rows = records.locator(".guide-filter").first.locator("tbody tr:visible td:first-child")
    assert rows.all_inner_texts() == shown
    expect(select).to_be_focused()
    expect(records.locator(".guide-filter [role=status]").first).to_have_text(
        f"{len(shown)} of 4 shown"
    )
