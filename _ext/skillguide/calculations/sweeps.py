"""Charts that draw a calculation over a range of one of its inputs."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ..model import Amount, Chart, ChartRow, Given, Result, Sweep
from ..model.numbers import grouped
from .evaluate import evaluate

#: Points of a line: close enough for a curve, few enough for a table.
POINTS = 21


def swept(chart: Chart, sweep: Sweep, figures: Mapping[str, Given]) -> Chart:
    """The chart with its rows, or with the problem that there are none."""
    try:
        over = line_of(sweep, sweep.over, figures)
        lines = [line_of(sweep, name, figures) for name in sweep.lines]
        if not over.is_input:
            raise ValueError(f"'{sweep.over}' is computed; choose a line that is one number")
        if sweep.is_percent and over.value and over.measure != "%":
            raise ValueError(f"the range is in percent, '{sweep.over}' is not")
        if answers := [line.name for line in lines if line.is_answer]:
            raise ValueError(f"'{answers[0]}' is a yes or a no, which makes no line")
    except ValueError as error:
        return replace(chart, problem=str(error))
    if any(line.number is None for line in (over, *lines)):
        return replace(chart, problem="")  # the calculation says why
    width = sweep.high - sweep.low
    places = [sweep.low + width * index / (POINTS - 1) for index in range(POINTS)]
    rows = tuple(row(place, over, lines, figures, sweep) for place in places)
    titles = dict(chart.titles)
    titles.setdefault("x", with_unit(over))
    if len({line.measure for line in lines}) == 1:
        titles.setdefault("y", with_unit(lines[0]) if len(lines) == 1 else lines[0].measure)
    head = (over.title, *(line.title for line in lines))
    return replace(chart, rows=rows, head=head, titles=tuple(titles.items()))


def line_of(sweep: Sweep, name: str, figures: Mapping[str, Given]) -> Result:
    """A line of the calculation."""
    found = figures.get(f"result:{sweep.calculation}.{name}")
    if isinstance(found, Result):
        return found
    if not any(key.startswith(f"result:{sweep.calculation}.") for key in figures):
        raise ValueError(f"there is no calculation '{sweep.calculation}'")
    raise ValueError(f"there is no line '{name}' in calculation '{sweep.calculation}'")


def row(
    place: Decimal, over: Result, lines: list[Result], figures: Mapping[str, Given], sweep: Sweep
) -> ChartRow:
    """The values of the lines at one place; a gap where there is no number."""
    values = Values(sweep.calculation, figures, {over.name: float(place) * over.factor})
    name = f"{grouped(place.normalize() if place else Decimal())}{'%' * (over.measure == '%')}"
    amounts = tuple(amount(line, values) for line in lines)
    return ChartRow(Amount(place, over.measure == "%"), amounts, name, line=sweep.line)


def amount(line: Result, values: "Values") -> Amount:
    """What a line comes to, with four digits: more than a picture shows."""
    try:
        number = values[line.name] / line.factor
    except ValueError:
        return Amount()
    return Amount(Decimal(f"{number:.4g}"), line.measure == "%")


class Values(dict[str, float]):
    """The values of the lines of a calculation, each computed when it is asked for."""

    def __init__(
        self, calculation: str, figures: Mapping[str, Given], known: Mapping[str, float]
    ) -> None:
        super().__init__(known)
        self.calculation, self.figures = calculation, figures

    def __missing__(self, name: str) -> float:
        line = self.figures[f"result:{self.calculation}.{name}"]
        assert isinstance(line, Result)
        self[name] = evaluate(line.arithmetic, self)
        return self[name]


def with_unit(line: Result) -> str:
    """The name of a line with its unit, for an axis; an axis in percent has its own."""
    return f"{line.title}, {line.unit}" if line.unit else line.title
