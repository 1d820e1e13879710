"""Lines and steps over an axis of numbers, or of words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ..layout import LINE, Extent, Point
from .frame import Frame, draw_marks, height, write_head, write_marks
from .keys import REACH, Key, keys_of
from .parts import Plot, PlotKind
from .scales import Scale, log_ticks, round_ticks, shown, value_ticks
from .shapes import PlotDrawing, Role, Shape, bounds, fold, length, marker, segments, xy

#: More points than this in a line have no markers of their own.
MOST_MARKERS = 16
LONGER = 24.0  # room for values that grow by three digits
INSET = 10.0  # between the edge of the area and the first and the last place

Run = list[Point]
Tick = tuple[Decimal, str]
Name = tuple[float, tuple[str, ...]]  # of a place: where its middle is, and its lines


def draw_curves(plot: Plot, width: float) -> PlotDrawing:
    """The chart."""
    drawing = PlotDrawing()
    ticks = ticks_of(plot)
    keys = keys_of(plot, y_scale(plot, ticks, height(width), 0), width)
    top = write_head(drawing, plot, width, has_legend=keys is None)
    room = max((length(key.lines) for key in keys or ()), default=0)
    left = length([name for _tick, name in ticks]) + 8 + (LONGER if plot.is_live else 0)
    right = width - (room + REACH if room else 8)
    frame = Frame(left, top, right, top + height(width))
    scale = y_scale(plot, ticks, frame.bottom, frame.top)
    draw_values(drawing, frame, scale, ticks)
    draw_marks(drawing, plot, frame, scale)
    xs = places(plot, frame)
    bottom = write_places(drawing, plot, frame, xs)
    taken = draw_series(drawing, plot, frame, scale, xs)
    write_keys(drawing, keys or [], frame)
    write_marks(drawing, plot, frame, scale, taken)
    return finished(drawing, width, bottom)


def ticks_of(plot: Plot) -> list[Tick]:
    """The values that are written along the axis."""
    values = plot.values
    is_log = plot.y.is_log
    ticks = (
        log_ticks(min(values), max(values)) if is_log else value_ticks(values, 5, from_zero=False)
    )
    return [(tick, shown(tick, plot.y.is_percent)) for tick in ticks]


def y_scale(plot: Plot, ticks: Sequence[Tick], bottom: float, top: float) -> Scale:
    """The scale of the values, between the first and the last tick."""
    return Scale(ticks[0][0], ticks[-1][0], bottom, top, plot.y.is_log)


def finished(drawing: PlotDrawing, width: float, bottom: float) -> PlotDrawing:
    """The drawing with its extent: at least the width, and down to a height."""
    extent = bounds(drawing, [(0, 0), (width - 4, bottom)])
    return replace(drawing, extent=extent)


def draw_values(drawing: PlotDrawing, frame: Frame, scale: Scale, ticks: Sequence[Tick]) -> None:
    """A line across the area for each value of the axis, a stronger one for zero or the lowest."""
    base = next((tick for tick, _name in ticks if not tick), ticks[0][0])
    for role in (Role.GRID, Role.AXIS):
        ys = [scale.at(tick) for tick, _name in ticks if (tick == base) == (role is Role.AXIS)]
        lines = [((frame.left, y), (frame.right, y)) for y in ys]
        drawing.shapes.append(Shape(role, segments(lines)))
    for tick, name in (tick for tick in ticks if tick[1]):
        drawing.write(Role.TICK, (name,), frame.left - 8, scale.at(tick), "end")


def places(plot: Plot, frame: Frame) -> list[float]:
    """Where each place stands from the left."""
    if plot.places:
        scale = x_scale(plot, frame)
        return [scale.at(place) for place in plot.places]
    # As far apart as their names allow: the names of lines stand close to the last place.
    count = len(plot.names)
    band = (frame.right - frame.left) / count
    inset = max(INSET, max(length(fold(name, band - 8)) for name in plot.names) / 2)
    inset = min(inset, band / 2)
    step = (frame.right - frame.left - 2 * inset) / (count - 1)
    return [round(frame.left + inset + step * index, 1) for index in range(count)]


def x_scale(plot: Plot, frame: Frame) -> Scale:
    """The scale of places that are numbers."""
    known = plot.places or ()
    return Scale(min(known), max(known), frame.left + INSET, frame.right - INSET, plot.x.is_log)


def write_places(drawing: PlotDrawing, plot: Plot, frame: Frame, xs: list[float]) -> float:
    """The names of the places, or of round numbers among them where they stand too close; the title
    below them. Returns where they end.
    """
    band = (frame.right - frame.left) / len(plot.names) - 8
    words = [fold(name, band) if plot.places is None else (name,) for name in plot.names]
    ticks = sorted(zip(xs, words))
    if plot.places and len(apart(ticks)) < len(ticks):
        scale = x_scale(plot, frame)
        ticks = [(scale.at(tick), (shown(tick, plot.x.is_percent),)) for tick in rounds(plot)]
    ticks = apart(ticks)
    marks = [((x, frame.bottom), (x, frame.bottom + 4)) for x, _lines in ticks]
    drawing.shapes.append(Shape(Role.AXIS, segments(marks)))
    y = frame.bottom + 15
    for x, lines in ticks:
        drawing.write(Role.TICK, lines, x, y, "middle")
    y += LINE * max(len(lines) for _x, lines in ticks) + 4
    return write_title(drawing, plot, frame, y)


def write_title(drawing: PlotDrawing, plot: Plot, frame: Frame, y: float) -> float:
    """The title of the places, below their names; returns where it ends."""
    if plot.x.title:
        lines = fold(plot.x.title, frame.right)
        drawing.write(Role.TITLE, lines, (frame.left + frame.right) / 2, y, "middle")
        y += LINE * len(lines)
    return y - LINE / 2


def rounds(plot: Plot) -> list[Decimal]:
    """Round numbers between the first and the last place."""
    known = plot.places or ()
    low, high = min(known), max(known)
    ticks = log_ticks(low, high) if plot.x.is_log else round_ticks(low, high, 6)
    return [tick for tick in ticks if low <= tick <= high]


def apart(ticks: Sequence[Name]) -> list[Name]:
    """The ticks without those that would run into the one before."""
    kept: list[Name] = []
    end = float("-inf")
    for x, lines in ticks:
        half = length(lines) / 2
        if x - half >= end + 6:
            kept.append((x, lines))
            end = x + half
    return kept


def draw_series(
    drawing: PlotDrawing, plot: Plot, frame: Frame, scale: Scale, xs: list[float]
) -> list[Extent]:
    """The lines and their markers; returns what they cover. The first series is on top."""
    taken: list[Extent] = []
    for index, series in reversed(list(enumerate(plot.series))):
        points = sorted(zip(xs, series.values, strict=True), key=lambda pair: pair[0])
        found = [list(run) for run in runs(points, scale)]
        signs = signs_of(found)
        if plot.kind is PlotKind.STEP:
            found = [stairs(run, frame.right if run[-1][0] == max(xs) else 0) for run in found]
        lines = "".join("M" + "L".join(xy(*point) for point in run) for run in found if run[1:])
        if lines:
            drawing.shapes.append(Shape(Role.LINE, lines, index + 1))
        path = "".join(marker(index, *sign) for sign in signs)
        drawing.shapes.append(Shape(Role.MARKER, path, index + 1))
        taken += [(x - 4, y - 4, x + 4, y + 4) for run in found for x, y in along(run)]
    return taken


def runs(points: Sequence[tuple[float, Decimal | None]], scale: Scale) -> Iterator[Run]:
    """The points between two gaps."""
    run: Run = []
    for x, value in points:
        if value is not None:
            run.append((x, scale.at(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def signs_of(found: Sequence[Run]) -> list[Point]:
    """The points that have a marker: in a long line, the last; and those that stand alone."""
    points = [point for run in found for point in run]
    if len(points) <= MOST_MARKERS:
        return points
    return [*(run[0] for run in found if not run[1:]), points[-1]]


def stairs(run: Run, right: float) -> Run:
    """The corners of steps; the last step goes on to the right edge, if there is one."""
    corners = [run[0]]
    for (_x, before), (x, y) in pairwise(run):
        corners += [(x, before), (x, y)]
    return [*corners, (right, run[-1][1])] if right > run[-1][0] else corners


def along(run: Run) -> Iterator[Point]:
    """Points on a line, close enough that no text fits between them."""
    yield run[0]
    for (x0, y0), (x1, y1) in pairwise(run):
        count = int(max(abs(x1 - x0), abs(y1 - y0)) / 5) + 1
        for step in range(1, count + 1):
            yield x0 + (x1 - x0) * step / count, y0 + (y1 - y0) * step / count


def write_keys(drawing: PlotDrawing, keys: Sequence[Key], frame: Frame) -> None:
    """The names at the ends of the lines; a thin line leads to one that had to give way."""
    for key in keys:
        y, end = frame.top + key.y, frame.top + key.end
        first = y - LINE * (len(key.lines) - 1) / 2
        drawing.write(Role.SERIES, key.lines, frame.right + REACH - 4, first, "start")
        if abs(y - end) > 3:
            line = segments([((frame.right - INSET + 5, end), (frame.right + REACH - 7, y))])
            drawing.shapes.append(Shape(Role.LEADER, line))
