"""Budgets: sums, limits, and what ten times the load would break."""

from decimal import Decimal

import pytest
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
