"""Authors' numbers, ids and addresses."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skillguide import parse


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
        (parse.month, "2026-11", "2026-11"),
        (parse.url, "https://example.org/a?b=c", "https://example.org/a?b=c"),
        (parse.text, " words ", "words"),
        (
            parse.hours_by_sub_skill,
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
        (parse.month, "2026-13"),
        (parse.month, "November 2026"),
        (parse.url, "http://example.org"),
        (parse.url, "javascript:alert(1)"),
        (parse.url, "https://example.org/a b"),
        (parse.text, "  "),
        (parse.hours_by_sub_skill, "dough"),
        (parse.hours_by_sub_skill, "dough 9, dough 1"),
        (parse.hours_by_sub_skill, "dough nine"),
    ],
)
def test_what_is_refused_with_a_sentence(read, text):
    with pytest.raises(ValueError, match=r"^expected .+, got "):
        read(text)


@given(st.text(max_size=40))
@pytest.mark.parametrize(
    "read",
    [
        parse.percent,
        parse.hours,
        parse.identifier,
        parse.hours_by_sub_skill,
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
