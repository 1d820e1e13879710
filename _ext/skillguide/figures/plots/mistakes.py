"""What a chart cannot show, or shows wrongly."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from .parts import Axis, Plot, PlotKind
from .scales import shown
from .shapes import MOST_SERIES

#: Larger powers of ten run together on an axis.
MOST = 30


class PlotMistake(NamedTuple):
    """A sentence, and where it belongs: to a row or a mark (its number), to an option, to the head
    of the table.
    """

    text: str
    row: int | None = None
    mark: int | None = None
    option: str = ""


def plot_mistakes(plot: Plot) -> Iterator[PlotMistake]:
    """A chart has series that can be told apart, each with values, on axes that can show them."""
    if len(plot.series) > MOST_SERIES:
        text = f"{len(plot.series)} series cannot be told apart; show {MOST_SERIES} at most"
        yield PlotMistake(f"{text}, or make two charts")
    labels = [series.label for series in plot.series]
    for label in dict.fromkeys(labels):
        if labels.count(label) > 1:
            yield PlotMistake(f"two columns are called '{label}', which readers cannot tell apart")
    for series in plot.series:
        if not series.known:
            yield PlotMistake(f"column '{series.label}' has no number")
    yield from beyond(plot)
    if plot.kind is not PlotKind.BAR and len(plot.names) < 2:
        yield PlotMistake(f"one row makes no {plot.kind}; write a second, or `:kind: bar`", row=0)
    yield from log_mistakes(plot)


def beyond(plot: Plot) -> Iterator[PlotMistake]:
    """What is too large or too small for an axis."""
    text = "is too large or too small for an axis; choose another unit"
    for row, name in enumerate(plot.names):
        place = plot.places[row] if plot.places else None
        if not is_within(place):
            yield PlotMistake(f"a number of the first column {text}", row=row)
        for series in plot.series:
            if not is_within(series.values[row]):
                label = f"row '{name}', column '{series.label}'"
                yield PlotMistake(f"the number in {label} {text}", row=row)
    for number, mark in enumerate(plot.marks):
        if not (is_within(mark.low) and is_within(mark.high)):
            yield PlotMistake(f"'{mark.label}' {text}", mark=number)


def is_within(value: Decimal | None) -> bool:
    """Whether a value can be drawn; there may be none."""
    return not value or (value.is_finite() and abs(value.adjusted()) <= MOST)


def log_mistakes(plot: Plot) -> Iterator[PlotMistake]:
    """What has no place on a log axis."""
    if plot.y.is_log and plot.kind is PlotKind.BAR:
        text = "bars begin at zero, which a log axis does not have; write `:kind: line`"
        yield PlotMistake(text, option="log")
    elif plot.y.is_log:
        for series in plot.series:
            for row, value in enumerate(series.values):
                if value is not None and value <= 0:
                    place = f"row '{plot.names[row]}', column '{series.label}'"
                    yield PlotMistake(too_low(place, value, plot.y), row=row)
        for number, mark in enumerate(plot.marks):
            if mark.low <= 0:
                yield PlotMistake(too_low(f"'{mark.label}'", mark.low, plot.y), mark=number)
    if plot.x.is_log and plot.places is None:
        text = "a log axis needs numbers, and the first column has words or names bars"
        yield PlotMistake(text, option="log")
    elif plot.x.is_log:
        for row, value in enumerate(plot.places or ()):
            if value <= 0:
                yield PlotMistake(too_low(f"row '{plot.names[row]}'", value, plot.x), row=row)


def too_low(place: str, value: Decimal, axis: Axis) -> str:
    """The message for a value that has no logarithm."""
    return f"a log axis begins above zero, {place} has {shown(value, axis.is_percent)}"
