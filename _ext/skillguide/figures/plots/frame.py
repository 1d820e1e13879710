"""What lines and bars share: the area of the chart, its titles, its legend, and its marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..layout import LINE, Extent, Text, overlap
from .parts import Mark, Plot, PlotKind
from .scales import Scale
from .shapes import PlotDrawing, Role, Shape, fold, hatch, length, marker, rectangle, segments

#: The widths of the two pictures of a chart: for a page of text, and for a phone.
WIDE, NARROW = 640.0, 328.0
SAMPLE, GAP = 26.0, 18.0  # the sign of a series in a legend, and what is left between two
PAD = 16.0  # between what stands above a chart and its area: a label may stand there


@dataclass(frozen=True, slots=True)
class Frame:
    """The area in which values are drawn."""

    left: float
    top: float
    right: float
    bottom: float


def height(width: float) -> float:
    """How high the area of a picture of a width is."""
    return 250.0 if width >= WIDE else 210.0


def write_head(drawing: PlotDrawing, plot: Plot, width: float, *, has_legend: bool) -> float:
    """The title of the values and the legend; returns where the area can begin."""
    y = LINE / 2
    if plot.y.title:
        lines = fold(plot.y.title, width)
        drawing.write(Role.TITLE, lines, 0, y, "start")
        y += LINE * len(lines) + 5
    if has_legend:
        y = write_legend(drawing, plot, width, y)
    return y - LINE / 2 + PAD


def write_legend(drawing: PlotDrawing, plot: Plot, width: float, y: float) -> float:
    """The sign and the name of each series, in as many rows as they need; returns their end."""
    x, taken = 0.0, 1
    for index, series in enumerate(plot.series):
        lines = fold(series.label, width - SAMPLE - 8)
        room = SAMPLE + 8 + length(lines)
        if x and x + room > width:
            x, y, taken = 0.0, y + (LINE + 4) * taken, 1
        drawing.shapes.extend(sample(plot, index, x, y))
        drawing.write(Role.SERIES, lines, x + SAMPLE + 8, y, "start")
        x, taken = x + room + GAP, max(taken, len(lines))
    return y + (LINE + 4) * taken


def sample(plot: Plot, index: int, x: float, y: float) -> Iterable[Shape]:
    """The sign of a series: a piece of its line, or of its bar."""
    if plot.kind is PlotKind.BAR:
        yield from bar(index, (x + 2, y - 6, x + SAMPLE, y + 6))
    else:
        yield Shape(Role.LINE, segments([((x, y), (x + SAMPLE, y))]), index + 1)
        yield Shape(Role.MARKER, marker(index, x + SAMPLE / 2, y), index + 1)


def bar(index: int, extent: Extent) -> Iterable[Shape]:
    """A bar with the lines that tell its series."""
    yield Shape(Role.BAR, rectangle(*extent), index + 1)
    if lines := hatch(index, extent):
        yield Shape(Role.HATCH, lines, index + 1)


def draw_marks(drawing: PlotDrawing, plot: Plot, frame: Frame, scale: Scale) -> None:
    """Bands and limits across an area whose values go up; their labels come later."""
    for mark in plot.marks:
        low, high = scale.at(mark.low), scale.at(mark.high)
        if mark.low == mark.high:
            path = segments([((frame.left, low), (frame.right, low))])
            drawing.shapes.append(Shape(Role.LIMIT, path))
        else:
            # Behind everything, also behind what was drawn before.
            path = rectangle(frame.left, high, frame.right, low)
            drawing.shapes.insert(0, Shape(Role.BAND, path))


def write_marks(
    drawing: PlotDrawing, plot: Plot, frame: Frame, scale: Scale, taken: Sequence[Extent]
) -> None:
    """The label of each band and limit, where it covers least of what is drawn."""
    covered = [*taken, *(label.text.extent for label in drawing.labels)]
    for mark in plot.marks:
        places = list(mark_places(mark, frame, scale))
        counts = [sum(overlap(place.extent, other) for other in covered) for place in places]
        text = places[counts.index(min(counts))]
        role = Role.LIMIT if mark.low == mark.high else Role.BAND
        drawing.write(role, text.lines, text.x, text.y, text.anchor)
        covered.append(text.extent)


def mark_places(mark: Mark, frame: Frame, scale: Scale) -> Iterable[Text]:
    """Where the label of a mark could stand, best first: a limit's beside it, a band's inside."""
    lines = fold(mark.label, frame.right - frame.left - 12)
    high, low, tall = scale.at(mark.high), scale.at(mark.low), LINE * (len(lines) - 1)
    if mark.low == mark.high:
        ys = [high - 11 - tall, low + 12]
    else:
        ys = [high + 10, (high + low - tall) / 2, low - 10 - tall]
    first, last = frame.left + 6, frame.right - 6
    half = length(lines) / 2
    step = (last - first - 2 * half) / 6
    middles = [(first + half + step * part, "middle") for part in range(1, 6)]
    for y in ys:
        for x, anchor in ((first, "start"), (last, "end"), *middles):
            yield Text(lines, x, y, anchor)
