"""Authors' numbers, ids and addresses."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skillguide import parse
from skillguide.model import BudgetRow, Given, Location, Resource

LOAVES = parse.hours_by("deliverable", "loaf 3, report 2.5")
HOURS = parse.hours_by("sub-skill", "dough 9, oven 2.5")


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (parse.percent, "25%", Decimal(25)),
        (parse.percent, " 33.3 % ", Decimal("33.3")),
        (parse.percent, "100%", Decimal(100)),
        (parse.hours, "60", Decimal(60)),
        (parse.hours, "2.5", Decimal("2.5")),
        (parse.identifier, "late-events-2", "late-events-2"),
        (parse.identifiers, "heat, crust", ("heat", "crust")),
        (parse.grouped_number, "1,200,000", "1,200,000"),
        (parse.grouped_number, "4.50", "4.50"),
        (parse.grouped_number, "0.1%", "0.1%"),
        (parse.grouped_number, "-18", "−18"),
        (parse.grouped_number, "−1,200.5", "−1,200.5"),
        (parse.grouped_number, "-0.1%", "−0.1%"),
        (parse.number, "−1,200.5", Decimal("-1200.5")),
        (parse.number, "-1e3", Decimal(-1000)),
        (parse.tolerance, "0.5%", (Decimal("0.5"), True)),
        (parse.choice(("free", "paid")), " free ", "free"),
        (parse.allowance, "bare_not: taught here", {"bare_not"}),
        (parse.allowance, "above: 这是例外", {"above"}),
        (LOAVES, "loaf 2.5", (("loaf", Decimal("2.5")),)),
        (parse.budget_row, "-5 EUR: x", (BudgetRow(Decimal(-5), "EUR"), "x")),
        (parse.budget_row, "−1.5% with `load`: x", (BudgetRow(Decimal("-1.5"), "%", "load"), "x")),
        (parse.budget_row, "3 % of all: x", (BudgetRow(Decimal(3), "% of all"), "x")),
        (parse.resource, "A: b: at most 5%", (Resource("%", Decimal(5)), "A: b")),
        (parse.resource, "A: at most -18 °C", (Resource("°C", Decimal(-18)), "A")),
        (parse.resource, "*A*: at most `x`", (Resource("", given="x"), "*A*")),
        (parse.resource, "A in B: in kg CO2", (Resource("kg CO2"), "A in B")),
        (parse.month, "2026-11", "2026-11"),
        (parse.url, "https://example.org/a?b=c", "https://example.org/a?b=c"),
        (parse.text, " words ", "words"),
        (
            HOURS,
            "dough 9, oven 2.5",
            (("dough", Decimal(9)), ("oven", Decimal("2.5"))),
        ),
    ],
)
def test_what_is_read(read, text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (parse.percent, "25"),
        (parse.percent, "0%"),
        (parse.percent, "101%"),
        (parse.percent, "-5%"),
        (parse.percent, "25 %%"),
        (parse.percent, "٢٥%"),
        (parse.hours, "0"),
        (parse.hours, "1e3"),
        (parse.hours, "ten"),
        (parse.hours, ""),
        (parse.identifier, ""),
        (parse.identifier, "Late"),
        (parse.identifier, "late--events"),
        (parse.identifier, "2-late"),
        (parse.identifier, "late events"),
        (parse.identifier, '"><script>'),
        (parse.identifiers, "heat,,crust"),
        (parse.grouped_number, "1,20,000"),
        (parse.grouped_number, "about 5"),
        (parse.grouped_number, "3-5"),
        (parse.grouped_number, "3–5"),
        (parse.grouped_number, "−"),
        (parse.grouped_number, "--5"),
        (parse.grouped_number, "- 5"),
        (parse.number, "3−5"),
        (parse.tolerance, "−2"),
        (parse.choice(("free", "paid")), "gratis"),
        (parse.allowance, "feedback: because I say"),
        (parse.allowance, "bare_not: because"),
        (parse.allowance, "bare_not"),
        (LOAVES, "loaf, loaf 2"),
        (LOAVES, "loaf 1, loaf 2"),
        (parse.budget_row, "5: x"),
        (parse.resource, "A: in `x`"),
        (parse.resource, "A: at most 3-5 kg"),
        (parse.month, "2026-13"),
        (parse.month, "November 2026"),
        (parse.url, "http://example.org"),
        (parse.url, "javascript:alert(1)"),
        (parse.url, "https://example.org/a b"),
        (parse.text, "  "),
        (HOURS, "dough"),
        (HOURS, "dough 9, dough 1"),
        (HOURS, "dough nine"),
    ],
)
def test_what_is_refused_with_a_sentence(read, text):
    with pytest.raises(ValueError, match=r"^expected .+, got "):
        read(text)


@pytest.mark.parametrize(
    ("value", "unit", "amount", "measure", "label"),
    [
        ("-1,200.5", "kg", Decimal("-1200.5"), "kg", "−1,200.5 kg"),
        ("-0.5%", "", Decimal("-0.5"), "%", "−0.5%"),
        ("5%", "of loaves", Decimal(5), "of loaves", "5% of loaves"),
        ("7", "", Decimal(7), "", "7"),
        ("", "kg", None, "kg", "id"),
    ],
)
def test_a_figure_is_a_number_of_something(value, unit, amount, measure, label):
    shown = parse.grouped_number(value) if value else ""
    found = Given(id="id", location=Location("a", "a.md", 1), value=shown, unit=unit)

    assert (found.amount, found.measure, found.label) == (amount, measure, label)


def test_what_is_refused_is_named_by_its_own_word():
    """Deliverables are no sub-skills, and a rule that nobody asks about cannot be allowed."""
    for text in ("loaf", "loaf 1, loaf 2"):
        with pytest.raises(ValueError, match="deliverable"):
            LOAVES(text)
    with pytest.raises(
        ValueError, match=r"can be allowed \(option_number, above, .*\) and a reason"
    ):
        parse.allowance("feedback: because I say")


@given(st.text(max_size=40))
@pytest.mark.parametrize(
    "read",
    [
        parse.percent,
        parse.hours,
        parse.identifier,
        HOURS,
        parse.grouped_number,
        parse.number,
        parse.allowance,
        parse.budget_row,
        parse.resource,
        parse.url,
        parse.month,
    ],
)
def test_any_text_is_read_or_refused(read, text):
    """No reader ends in any other exception, whatever an author types."""
    try:
        read(text)
    except ValueError as error:
        assert str(error).startswith("expected")  # noqa: PT017  # both outcomes are fine
