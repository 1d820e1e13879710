"""Expressions, their units, and what they are worth; the script is held to the same examples."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skillguide.calculations import solve, tokens, units
from skillguide.calculations.evaluate import evaluate, typed
from skillguide.calculations.expressions import MOST_TOKENS, parse
from skillguide.calculations.numerals import numeral
from skillguide.calculations.units import Units, words
from skillguide.model import Given, Guide, Location, Result, Settings
from skillguide.model.numbers import read_shown
from skillguide.parse import calculation_line

EXAMPLES = json.loads((Path(__file__).parents[1] / "calculations.json").read_text("utf-8"))
NO_NAME = "is no line of this calculation and no given"
NO_UNIT = "is no unit; write one such as GB, EUR/h or requests/s"
STEPS = "a step is 1, 0.1, 0.01 and so on"
ANSWER = "is a yes or a no, which has no unit and is not rounded"
OWN_UNITS = "units of the site's own stand in `guide_units` of conf.py"
OWN = ("payment", "request", "order", "series = [series]", "Brötchen")


def tuples(arithmetic):
    if isinstance(arithmetic, list):
        return tuple(tuples(part) for part in arithmetic)
    return float(arithmetic) if isinstance(arithmetic, int) else arithmetic


@pytest.mark.parametrize("example", EXAMPLES["arithmetic"], ids=lambda example: example["name"])
def test_arithmetic_gives_what_the_table_says(example):
    arithmetic = tuples(example["arithmetic"])

    if example["result"] is None:
        with pytest.raises(ValueError, match=r"zero|gives no number"):
            evaluate(arithmetic, example["values"])
    else:
        assert evaluate(arithmetic, example["values"]) == pytest.approx(
            example["result"], rel=1e-12
        )


@pytest.mark.parametrize("example", EXAMPLES["numerals"], ids=lambda example: example["text"])
def test_numbers_are_written_as_the_table_says(example):
    how = example["how"]

    text = numeral(example["number"], step=how.get("step", 0), is_money=how.get("money", False))

    assert text == example["text"]


def worth(text: str) -> str:
    """What an expression without names is worth, with its unit."""
    known = units(OWN)
    found = typed(parse(text), known, lambda _name: known.plain)
    number = evaluate(found.arithmetic, {}) / known.factor(found.unit)
    shown = numeral(number, is_money=known.is_money(found.unit))
    return f"{shown} {words(found.unit, {})}".rstrip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 * 32 * 8 * 128 * 2 B", "131,072 B"),
        ("80 GB * 90% - 16 GB", "56 GB"),
        ("90 %", "0.9"),
        ("floor(56 GB / 91,750,400 B)", "610"),
        ("floor(2.4 h)", "2 h"),
        ("ceil(90 min / 1 h)", "2"),
        ("1,200,000 payments/day * 1 h", "50,000 payment"),
        ("3 EUR/month + 2 EUR/day", "63.83 EUR/month"),
        ("8 Gbit + 1 GB", "16 Gbit"),
        ("1 MB / 1 GB", "0.001"),
        ("2 ** 3 ** 2", "512"),
        ("-2 ** 2", "−4"),
        ("(1 + 2) * 3", "9"),
        ("sqrt(4 m^2)", "2 m"),
        ("3 m * 2 m", "6 m^2"),
        ("min(2 h, 90 min)", "1.5 h"),
        ("max(1,200, 3)", "1,200"),
        ("5 payments/s >= 4 payments/s", "1"),
        ("1 month / 1 h", "730"),
        ("1 year / 1 day", "365"),
        ("3 -3", "0"),
        ("1 μs + 1 µs", "2 µs"),
        ("3 Brötchen", "3 Brötchen"),
    ],
)
def test_an_expression_is_worth(text, expected):
    assert worth(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected an expression, such as 2 * layers, got nothing"),
        ("3 +", "cannot read '3 +'; expected numbers and names with signs between them"),
        ("2 3", "expected a sign between '2' and '3' in '2 3'"),
        ("2 * (a", "a bracket is not closed, or not opened, in '2 * (a'"),
        ("1 < 2 < 3", "cannot read '1 < 2 < 3'; expected numbers and names with signs between"),
        ("3 min (2)", "expected a sign between '3 min' and '(' in '3 min (2)'"),
        ("(a) (2)", "cannot read '(a) (2)'; expected numbers and names with signs between them"),
        ("1e99 Tm^9·Tm^9/nm^9/nm^9", "has a number that is too large to be computed with"),
        ("foo(1)", "there is no function 'foo'; there are min, max, floor, ceil, round, sqrt"),
        ("min(1)", "min takes 2 to 9 parts in its brackets, got 1"),
        ("sqrt(1, 2)", "sqrt takes one part in its brackets, got 2"),
        ("a[0]", "cannot read '[0]' in 'a[0]'"),
        ("'a'", "cannot read \"'a'\" in \"'a'\""),
        ("a.b.c", "cannot read '.c' in 'a.b.c'"),
        ("1 lambda", "there is no unit 'lambda'"),
        ("3 EUR/month + 2 EUR", "adds EUR/month and EUR, which are of different kinds"),
        ("2 requests - 1", "subtracts request and a plain number, which are of different kinds"),
        ("2 requests < 3 payments", "compares request and payment, which are of different kinds"),
        ("min(1 h, 2 GB)", "compares h and GB, which are of different kinds"),
        ("exp(2 h)", "exp takes a plain number, got h"),
        ("2 ** (1 h)", "an exponent is a plain number, got h"),
        ("(2 h) ** 0.5", "h can be raised to the power 2 or 3 alone"),
        ("sqrt(2 h)", "h has no root"),
        ("2 layers", "there is no unit 'layers'; units of the site's own stand in `guide_units`"),
        ("1 GB^2^2", "cannot read"),
        ("1 / 0", "divides by zero"),
        ("exp(1000)", "exp gives no number that can be written here"),
        ("*args", "cannot read '*args'"),
        ("a if b", "expected a sign between 'a' and 'if' in 'a if b'"),
        ("min(x=1)", "cannot read"),
        ("min(*a, 1)", "cannot read"),
        ("(1, 2)", "cannot read"),
    ],
)
def test_an_author_is_told_what_is_wrong_with_an_expression(text, message):
    with pytest.raises(ValueError, match=r".") as caught:
        worth(text)

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("text", ["-" * 5000 + "1", "(" * 5000, "1" + " + 1" * 5000, "9 ** 9 ** 9"])
def test_long_and_deep_expressions_end_in_one_finding(text):
    with pytest.raises(ValueError, match=r"expected at most 120|gives no number"):
        worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 59 + "1" + ")" * 59,
        "-" * (MOST_TOKENS - 1) + "1",
        "1" + " + 1" * 59,
        "2" + " ** 1" * 59,
    ],
)
def test_the_deepest_expression_is_computed(text):
    assert worth(text) in ("1", "−1", "60", "2")


def outcome(read: Callable[[], str]) -> str:
    """What is read, or the message for an author; a name, of which there is none here, is one."""
    try:
        return read()
    except KeyError as name:
        return f"no name {name}"
    except ValueError as error:
        return str(error)


@given(st.text(alphabet="ab2. -+*/()<=>%,_[]{}'\"\\\n|√GBs^~:", max_size=40))
def test_any_text_is_computed_or_refused_with_a_sentence(text):
    assert outcome(lambda: worth(text))


@given(st.text(max_size=30))
def test_any_unit_is_read_or_refused_with_a_sentence(text):
    message = outcome(lambda: str(units(OWN).read(text) and ""))

    assert message.startswith(("there is no unit", f"{text!r} is no unit")) or not message


def test_units_of_a_site_are_names_or_definitions():
    own = Units(("GPU", "USD = 0.5 * EUR", "person = [person] = _ = people"))

    assert own.factor(own.read("USD")) == 0.5
    assert own.same(own.read("people"), own.read("person"))
    assert own.read("GPUs") == own.read("GPU")
    assert not own.same(own.read("GPU"), own.plain)


@pytest.mark.parametrize(
    ("line", "name"),
    [("h = 3 * s", "h"), ("kg", "kg"), ("payment", "payment"), ("x = [x] = _ = day", "day")],
)
def test_a_unit_that_is_there_is_not_made_another(line, name):
    """An hour of three seconds would be in every number, and nobody would be told."""
    with pytest.raises(ValueError, match=f"there is a unit '{name}' already"):
        Units(("payment", line))


@pytest.mark.parametrize("line", ["", "= 3", "a b", "GPU = 2 *", "1", "a = 3 * nope", 3])
def test_a_unit_that_cannot_be_read_is_refused(line):
    with pytest.raises(ValueError, match="cannot read the unit"):
        Units((line,))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("layers = 32", ("layers", "32", "", 0)),
        ("a = b*c*d", ("a", "b*c*d", "", 0)),
        ("free = memory * 90% - 16 GB | GB", ("free", "memory * 90% - 16 GB", "GB", 0)),
        ("answer = a\n  * b | 0.1 MB", ("answer", "a * b", "MB", 0.1)),
        ("fits = n <= 3", ("fits", "n <= 3", "", 0)),
        ("same = a == b", ("same", "a == b", "", 0)),
        ("share = a / b | %", ("share", "a / b", "%", 0)),
        ("share = a / b | 0.01", ("share", "a / b", "", 0.01)),
        ("payments-per-day", ("payments-per-day", "payments-per-day", "", 0)),
    ],
)
def test_a_line_is_read(text, line):
    assert calculation_line(text)[0] == line


@pytest.mark.parametrize("text", ["a =", "a = 3 |", "= 3", "a = 3 | GB | MB", ""])
def test_a_line_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError, match="expected"):
        calculation_line(text)


def guide(*lines: str, givens: str = "") -> dict[str, Given]:
    """Figures by id: `name = formula | unit` of one calculation, and `id = value unit` given."""
    items: list[Given] = []
    for number, text in enumerate(filter(None, givens.split(";"))):
        name, _, rest = text.strip().partition(" = ")
        value, _, unit = rest.partition(" ")
        formula = unit if value == "=" else ""
        items.append(
            Given(
                id=name,
                location=Location("index", "index.md", 100 + number),
                value="" if formula else value,
                unit="" if formula else unit,
                formula=formula,
            )
        )
    for number, text in enumerate(lines, 1):
        line, _words = calculation_line(text)
        items.append(
            Result(
                id=f"c.{line.name}",
                location=Location("index", "index.md", number),
                value="",
                unit=line.unit,
                step=line.step,
                formula=line.formula,
                calculation="c",
                name=line.name,
            )
        )
    solved = solve(Guide(items=items, settings=Settings(units=OWN)))
    return {item.id: item for item in solved.items if isinstance(item, Given)}


def test_lines_are_computed_in_any_order_from_lines_givens_and_other_calculations():
    found = guide(
        "loss = a-day * amount",
        "a-day = payments * share",
        "amount = 95 EUR/payment",
        givens="payments = 1,200,000 payments/day; share = 0.1%; rate = = payments; "
        "again = = c.loss * 2",
    )

    assert found["c.loss"].label == "114,000 EUR/day"
    assert found["c.amount"].label == "95 EUR/payment"
    assert found["rate"].label == "1,200,000 payments/day"
    assert found["again"].label == "228,000 EUR/day"


def test_a_line_may_be_called_by_its_whole_name():
    found = guide("a = 3", "b = c.a * 2", "c = c.b + a")

    assert found["c.c"].label == "9"
    assert found["c.b"].arithmetic == ("*", "a", 2.0)


def test_a_line_takes_over_a_given_by_its_name_and_keeps_how_it_was_typed():
    found = guide("price", "month = price * 730 h", givens="price = 2.00 EUR/h")

    assert found["c.price"].label == "2.00 EUR/h"
    assert found["c.month"].label == "1,460 EUR"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("x = 1,200,000 payments/day | payments/s", "13.9 payments/s"),
        ("x = 1 / 8 | %", "12.5%"),
        ("x = 91.7504 MB | 0.1 MB", "91.8 MB"),
        ("x = 12%", "12%"),
        ("x = -18", "−18"),
        ("x = -0.50 EUR", "−0.50 EUR"),
        ("x = (5)", "5"),
        ("x = 2 + 3", "5"),
        ("x = 2.00 EUR/h", "2.00 EUR/h"),
        ("x = 3 > 2", "yes"),
        ("x = 3 < 2", "no"),
        ("x = 3 -2", "1"),
        ("x = 0.127 | 0.1%", "12.7%"),
        ("x = 1 TiB * 1 | B", "1,099,511,627,776 B"),
        ("x = 1 B * floor(1 TiB / 1 B)", "1,099,511,627,776 B"),
        ("x = 2e9 B * 1e12", "2.00 × 10^21 B"),
        ("x = 1,200 requests/s * 1 h", "4,320,000 requests"),
        ("x = 0.5 EUR * 9", "4.50 EUR"),
    ],
)
def test_a_result_is_shown_in_the_words_of_its_author(line, shown):
    assert guide(line)["c.x"].label == shown


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["layers = 3", "x = layerz * 2"], f"'layerz' {NO_NAME}; did you mean 'layers'?"),
        (["a = 1", "b = 2", "x = a-b"], f"'a-b' {NO_NAME}; write a minus with spaces around it"),
        (["x = 3 / day"], f"'day' {NO_NAME}; a unit stands behind a number: 1 day"),
        (["x = hours-27"], f"'hours-27' {NO_NAME}"),
        (["x = lab.hours-27"], "there is no result 'lab.hours-27'"),
        (["x = zebra"], f"'zebra' {NO_NAME}"),
        (["x = 2 h | GB"], "is h, which cannot be shown in GB"),
        (["x = 2 | GB"], "is a plain number, which cannot be shown in GB"),
        (["x = 2 h | hoers"], f"there is no unit 'hoers'; {OWN_UNITS}"),
        (["x = x + 1"], "is computed of itself"),
        (["x"], f"'x' {NO_NAME}"),
        (["x = d.y"], "there is no result 'd.y'"),
        (["x = 3 < 2 | kg"], ANSWER),
        (["x = 3 < 2 | 0.1"], ANSWER),
        (["x = 3 | 0.5 kg"], f"'0.5 kg' {NO_UNIT}; {STEPS}"),
        (["x = 3 | 0.0000000000001"], f"'0.0000000000001' {NO_UNIT}; {STEPS}"),
        (
            ["x = huge * 2"],
            "the given 'huge' cannot be computed with: has a number that is too large to be "
            "computed with; use a larger unit",
        ),
        (
            ["x = price * 2"],
            "the given 'price' cannot be computed with: 'EUR/GB and month' is no unit; write one "
            "such as GB, EUR/h or requests/s",
        ),
    ],
)
def test_what_is_wrong_with_a_line(lines, problem):
    found = guide(*lines, givens=f"price = 3 EUR/GB and month; huge = 1{'0' * 400}")

    assert found["c.x"].problem == problem
    assert found["c.x"].value == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("−1,200.50 EUR", "-1200.50"),
        ("30%", "30"),
        ("6.67 × 10^21 kg", "6.67e21"),
        ("−3.14 × 10^−16", "-3.14e-16"),
        ("2e3 kg", "2000"),
        ("yes", None),
        ("", None),
    ],
)
def test_a_number_is_read_as_it_is_shown(text, number):
    assert read_shown(text) == (None if number is None else Decimal(number))


def test_a_number_below_zero_is_computed_with():
    assert guide("x = -18", "y = x + 20")["c.y"].label == "2"


def test_of_two_figures_with_one_id_the_first_counts():
    """The second one is reported; what it says stays as it was written."""
    first, second = (
        Given(id="a", location=Location("index", "index.md", line), value="", formula=text)
        for line, text in ((1, "2 + 3"), (2, "7 + 8"))
    )
    solved = solve(Guide(items=[first, second]))

    assert [item.value for item in solved.items] == ["5", ""]


def test_one_mistake_is_one_finding():
    found = guide("a = 1 h + 1 GB", "b = a * 2", "c = b + 1", "d = 4")

    assert [name for name, figure in found.items() if figure.problem] == ["c.a"]
    assert found["c.d"].label == "4"


def test_each_circle_is_reported_once_at_its_first_line():
    found = guide("a = b", "b = c", "c = a", "p = q", "q = p", "z = c + 1", "ok = 1")

    assert {name: figure.problem for name, figure in found.items() if figure.problem} == {
        "c.a": "waits for itself: a (index.md:1), b (index.md:2), c (index.md:3)",
        "c.p": "waits for itself: p (index.md:4), q (index.md:5)",
    }
    assert found["c.ok"].label == "1"


def test_a_long_chain_is_computed():
    lines = [f"n{number} = n{number - 1} + 1" for number in range(1, 1500)]

    assert guide("n0 = 1", *lines)["c.n1499"].label == "1,500"


def test_the_script_gets_names_of_lines_alone():
    found = guide("a = 2", "x = a * rate + other", givens="rate = 5; other = 1")

    assert found["c.x"].arithmetic == ("+", ("*", "a", 5.0), 1.0)


def test_tokens_keep_what_was_written():
    assert [token.text for token in tokens("memory*90% - 16 GB")] == [
        "memory", "*", "90%", "-", "16 GB",
    ]  # fmt: skip
