"""Budgets: sums, limits, and what ten times the load would break."""

from decimal import Decimal

import pytest
from conftest import BUILDERS
from skillguide.model import BudgetRow, Resource

PAGE = """\
# Bakery

:::{given} loaves
:value: 1,000
:unit: loaves/day

What we sell.

:::

:::{given} oven-time
:value: 300
:unit: min

What the oven gives.

:::

:::{budget} day
:title: One day

- Oven: at most `oven-time`
  - 30 min: heating
  - 90.5 min with `loaves`: baking {given}`loaves`
- Flour: at most 2,000 kg
  - 600 kg with `loaves`: dough
- Rent: in EUR
  - 40 EUR: a day & a night

:::
"""


def rows(project):
    table = project.page().select_one("#budget-day table")
    return [[cell.text.strip() for cell in row.select("td")] for row in table.select("tbody tr")]


def test_the_table_shows_today_and_ten_times_the_load(project):
    project.write(index=PAGE).build()

    assert project.warnings == []
    assert rows(project) == [
        ["Oven", "", "", "at most 300 min"],
        ["heating", "30", "30", "fixed"],
        ["baking 1,000 loaves/day", "90.5", "905.0", "1,000 loaves/day"],
        ["Sum", "120.5 min", "935.0 min (over the limit)", "holds up to × 2.9"],
        ["Flour", "", "", "at most 2,000 kg"],
        ["dough", "600", "6,000", "1,000 loaves/day"],
        ["Sum", "600 kg", "6,000 kg (over the limit)", "holds up to × 3.3"],
        ["Rent", "", "", "in EUR"],
        ["a day & a night", "40", "40", "fixed"],
        ["Sum", "40 EUR", "40 EUR", ""],
    ]
    assert project.page().select_one(".guide-breaks").text == "Breaks first: Oven, at × 2.9."


def test_a_changed_figure_changes_the_limit(project):
    figures, budget = PAGE.split(":::{budget}")
    project.write(
        index="# B\n\n```{toctree}\na\nb\n```\n",
        a=figures,
        b=f"# Budget\n\n:::{{budget}}{budget}",
    ).build()
    project.edit("a.md", ":value: 300", ":value: 100").build()

    assert project.findings == [
        "b.md:6: the rows of 'Oven' sum to 120.5 min, expected at most 100 min: 30 + 90.5 [budget]"
    ]
    assert "at most 100 min" in project.output("b.html")


@pytest.mark.parametrize(
    ("limit", "rows", "factor"),
    [
        ("50", [("10", ""), ("20", "load")], "2"),
        ("50", [("10", "")], None),
        (None, [("10", "load")], None),
        ("0.3", [("0.1", "load")], "3"),
        ("10", [("10", "load")], "1"),
    ],
)
def test_growth_ends_where_the_limit_is_reached(limit, rows, factor):
    parts = tuple(BudgetRow(Decimal(amount), "ms", driver) for amount, driver in rows)
    limit = limit and Decimal(limit)

    assert Resource("ms", rows=parts).breaks_at(limit) == (factor and Decimal(factor))


def test_paper_has_the_table_too(project):
    text = project.write(index=PAGE).build("text").output("index.txt")

    assert "935.0 min (over the limit)" in text
    assert "Breaks first: Oven, at × 2.9." in text


def test_only_pages_with_a_budget_load_its_script(project):
    project.write(index=PAGE + "\n```{toctree}\nother\n```\n", other="# Other\n").build()

    assert "skillguide/budget.js" in project.output("index.html")
    assert "budget.js" not in project.output("other.html")


def test_names_and_labels_are_translated(project):
    project.write(index=PAGE).translate(index={"Flour": "Mehl", "dough": "Teig"})
    project.build(confoverrides={"language": "de", "locale_dirs": ["locales"]})

    assert [row[0] for row in rows(project)][4:6] == ["Mehl", "Teig"]


def given(id: str, value: str, unit: str = "") -> str:
    """A figure."""
    return f":::{{given}} {id}\n:value: {value}\n:unit: {unit}\n\nWords.\n\n:::\n\n"


def budget(*lines: str) -> str:
    """A page with figures of many kinds, and a budget of some lines."""
    figures = [given("load", "40", "loaves"), given("freezer", "-18", "°C"), given("share", "5%")]
    entries = "\n".join(lines)
    return f"# B\n\n{''.join(figures)}:::{{budget}} day\n:title: Day\n\n{entries}\n\n:::\n"


def last_lines(project) -> tuple[list[str], str]:
    """The first sum of the table, and the sentence below it."""
    found = next(row for row in rows(project) if row[0] == "Sum")
    return found[1:], project.page().select_one(".guide-breaks").text


@pytest.mark.parametrize(
    ("lines", "cells", "sentence"),
    [
        (
            [
                "- Cold: at most `freezer`",
                "  - -30 °C: the compressor",
                "  - 2 °C with `load`: dough",
            ],
            ["−28 °C", "−10 °C (over the limit)", "holds up to × 6.0"],
            "Breaks first: Cold, at × 6.0.",
        ),
        (
            ["- Cold: at most −18 °C", "  - −20 °C: the compressor"],
            ["−20 °C", "−20 °C", "does not grow"],
            "No limit is reached when the load grows.",
        ),
        (
            ["- People: at most 64.7 people", "  - 60.2 people with `load`: calls"],
            ["60.2 people", "602.0 people (over the limit)", "holds up to × 1.07"],
            "Breaks first: People, at × 1.07.",
        ),
        (
            ["- Loss: at most `share`", "  - 1%: crumbs", "  - 0.5 % with `load`: burnt"],
            ["1.5%", "6.0% (over the limit)", "holds up to × 8.0"],
            "Breaks first: Loss, at × 8.0.",
        ),
        (
            ["- Debt: at most 0 EUR", "  - 5 EUR: rent", "  - -8 EUR with `load`: sales"],
            ["−3 EUR", "−75 EUR", "does not grow"],
            "No limit is reached when the load grows.",
        ),
        (
            ["- Debt: in EUR", "  - 5 EUR with `load`: rent"],
            ["5 EUR", "50 EUR", ""],
            "No limit is reached when the load grows.",
        ),
    ],
)
def test_limits_and_amounts_have_any_sign_and_percent(project, lines, cells, sentence):
    project.write(index=budget(*lines)).build()

    assert project.warnings == []
    assert last_lines(project) == (cells, sentence)


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        (["- Things: at most `many`", "  - 5 things: some"], []),
        (["- Weight: at most `range`", "  - 9 kg: all"], []),
        (
            ["- Weight: at most `range`", "  - 9 g: all"],
            ["the resource is counted in kg, this row in g"],
        ),
        (
            ["- Things: at most `bare`", "  - 9 things: all"],
            ["the figure 'bare' has no unit; give it one to count rows in"],
        ),
        (
            ["- *Loss* of {given}`load`: at most `share`", "  - 9%: all"],
            ["the rows of 'Loss of 40 loaves' sum to 9%, expected at most 5%: 9"],
        ),
    ],
)
def test_a_limit_that_is_no_number_is_reported_once(project, lines, findings):
    figures = given("many", "many"), given("range", "3-5", "kg"), given("bare", "7")
    project.write(index=budget(*lines) + "\n" + "".join(figures)).build()
    rest = [line for line in project.findings if ":value:" not in line]

    assert len(project.findings) - len(rest) == 2
    assert [line.partition(": ")[2].removesuffix(" [budget]") for line in rest] == findings


def test_what_is_over_its_limit_today_says_so(project):
    project.write(
        index=budget(
            "- Oven: at most 10 h",
            "  - 30 h with `load`: baking",
            "- Flour: at most 100 kg",
            "  - 20 kg with `load`: dough",
            "- Rent: at most 1 EUR",
            "  - 40 EUR: a month",
        )
    ).build()

    assert last_lines(project) == (
        ["30 h", "300 h (over the limit)", "over the limit today"],
        "Over the limit today: Oven, Rent.",
    )
    assert [row[3] for row in rows(project)][-1] == "over the limit today"


MARKED = budget("- *Flour* and `x`: at most 5 kg", "  - 1 kg with `load`: dough")


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub", "gettext"])
def test_the_name_of_a_resource_is_markdown(project, builder):
    project.write(index=MARKED).build(builder)

    assert project.warnings == []
    if builder == "html":
        page = project.page()
        assert page.select_one(".guide-resource strong").em.text == "Flour"
        assert page.select_one(".guide-breaks").text == "Breaks first: Flour and x, at × 5.0."
        assert page.select_one(".guide-breaks em").text == "Flour"
    if builder == "gettext":
        assert 'msgid "*Flour* and `x`"' in project.output("index.pot")
        assert 'msgid "kg"' in project.output("index.pot")


def test_the_sentence_and_the_units_are_translated(project):
    page = PAGE.replace("at most 2,000 kg", "at most 900 kg")
    project.write(index=page).translate(
        index={"Flour": "*Mehl*", "Oven": "Ofen", "kg": "Kilo", "min": "Minuten", "EUR": "Euro"}
    )
    project.build(confoverrides={"language": "de"})
    found = [row[1] for row in rows(project) if row[1] and not row[1][-1].isdigit()]

    assert project.findings == []
    assert found == ["120.5 Minuten", "600 Kilo", "40 Euro"]
    assert project.page().select_one(".guide-breaks em").text == "Mehl"
    assert rows(project)[4][3].endswith("900 Kilo")


NESTED = """\
# B

:::::{budget} day
:title: Day

- (the-flour)=
  Flour for {given}`bag`: at most 5 kg

  ::::{given} bag
  :value: 25
  :unit: kg

  A bag.

  ::::

  - 1 kg with `bag`: dough

    A second paragraph.

    - a list
  - 2 kg: crust

    ::::{question} salt
    How much salt for a bag?

    - [x] 500 g
      > Two percent.
    - [ ] 5 g
      > Too little.
    - [ ] 5 kg
      > Too much.

    ::::

:::::

See {given}`bag`, [here](#the-flour).

:::{question-ref} salt
:::
"""


@pytest.mark.parametrize("builder", BUILDERS)
def test_what_stands_in_the_lists_of_a_budget_is_kept(project, builder):
    project.write(index=NESTED).build(builder)

    assert project.warnings == []


def test_what_is_kept_stands_below_the_table(project):
    page = project.write(index=NESTED).build().page()

    assert [row[0] for row in rows(project)] == ["Flour for 25 kg", "dough", "crust", "Sum"]
    assert page.select_one(".guide-breaks").text == "Breaks first: Flour for 25 kg, at × 3.0."
    assert len(page.select('#budget-day a[href="#given-bag"]')) == 3
    assert page.find(id="given-bag").text == "25 kg"
    assert page.find(id="the-flour")
    assert page.find(id="question-salt").legend.text == "How much salt for a bag?"
    assert "A second paragraph." in page.text


def test_an_entry_without_a_paragraph_of_its_own_is_reported(project):
    """What stands in a nested block is not the entry's."""
    page = budget("- > Flour: at most 5 kg", "- :::{note}", "  Salt: in g", "  :::")
    project.write(index=page).build()

    assert [line.partition(", got ")[2] for line in project.findings] == ["'' [budget]"] * 2


def test_an_unreadable_entry_leaves_the_references_of_the_others_whole(project):
    page = budget("- Flour: at most 5 kg", "  - 1 kg: for {given}`load`", "  - kg: dough")
    project.write(index=page).build()

    assert len(project.findings) == 1
    assert project.page().select_one("#budget-day li li a").text == "40 loaves"
