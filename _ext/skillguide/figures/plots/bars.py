"""Bars: standing where their names fit below them, else lying, with a name on the left of each."""

from collections.abc import Iterator
from decimal import Decimal

from ..layout import LINE, Extent
from .curves import draw_values, finished, write_title
from .frame import Frame, bar, draw_marks, height, write_head, write_marks
from .parts import Plot
from .scales import Scale, shown, value_ticks
from .shapes import PlotDrawing, Role, Shape, fold, length, rectangle, segments

#: Of standing bars: the part of its band that a group fills, and the widest bar.
FILLED, WIDEST = 0.7, 52.0
#: Of lying bars: how thick they are, and what is left between two groups.
THICK, BETWEEN = 17.0, 13.0
SHORTEST = 60.0  # what the longest bar has at least
#: The most of the width that the names of lying bars may take.
SHARE = 0.36
ZERO = Decimal()


def draw_bars(plot: Plot, width: float) -> PlotDrawing:
    """The chart."""
    band = (width - 40) / len(plot.names) - 8
    names = [fold(name, band) for name in plot.names]
    fits = all(len(lines) <= 2 and length(lines) <= band for lines in names)
    return (standing if fits else lying)(plot, width)


def bars_of(plot: Plot) -> Iterator[tuple[int, int, Decimal]]:
    """The number of its series, the number of its place, and the value of each bar."""
    for index, series in enumerate(plot.series):
        for place, value in enumerate(series.values):
            if value is not None:
                yield index, place, value


def texts_of(plot: Plot) -> list[str]:
    """The value of each bar as it is written."""
    return [shown(value, plot.y.is_percent) for _index, _place, value in bars_of(plot)]


def standing(plot: Plot, width: float) -> PlotDrawing:
    """Bars from the bottom up, with their values on top if there is room, else with an axis."""
    drawing = PlotDrawing()
    ticks = value_ticks(plot.values, 5, from_zero=True)
    band = (width - 4) / len(plot.names)
    wide = min(WIDEST, band * FILLED / len(plot.series))
    has_values = length(texts_of(plot)) + 4 <= (wide if len(plot.series) > 1 else band)
    names = [shown(tick, plot.y.is_percent) for tick in ticks]
    left = 0 if has_values else length(names) + 8
    top = write_head(drawing, plot, width, has_legend=len(plot.series) > 1)
    top += 8 if has_values else 0
    frame = Frame(left, top, width - 4, top + height(width))
    ends = [*plot.values, ZERO] if has_values and any(plot.values) else ticks
    scale = Scale(min(ends), max(ends), frame.bottom, frame.top)
    draw_values(drawing, frame, scale, [(ZERO, "")] if has_values else [*zip(ticks, names)])
    extents = stand(plot, frame, scale)
    for (index, _place, _value), extent in zip(bars_of(plot), extents):
        drawing.shapes.extend(bar(index, extent))
    draw_marks(drawing, plot, frame, scale)
    if has_values:
        write_values(drawing, plot, extents)
    y = write_names(drawing, plot, frame)
    write_marks(drawing, plot, frame, scale, extents)
    return finished(drawing, width, y)


def stand(plot: Plot, frame: Frame, scale: Scale) -> list[Extent]:
    """Where the bars stand, in the order of `bars_of`."""
    band = (frame.right - frame.left) / len(plot.names)
    wide = min(WIDEST, band * FILLED / len(plot.series))
    extents = []
    for index, place, value in bars_of(plot):
        x = frame.left + band * (place + 0.5) + wide * (index - len(plot.series) / 2)
        top, bottom = sorted((scale.at(ZERO), scale.at(value)))
        extents.append((x + 1, top, x + wide - 1, bottom))
    return extents


def write_values(drawing: PlotDrawing, plot: Plot, extents: list[Extent]) -> None:
    """The values on top of standing bars, below those that hang."""
    for (_index, _place, value), extent in zip(bars_of(plot), extents):
        left, top, right, bottom = extent
        text = (shown(value, plot.y.is_percent),)
        y = top - 9 if value >= 0 else bottom + 9
        drawing.write(Role.VALUE, text, (left + right) / 2, y, "middle")


def write_names(drawing: PlotDrawing, plot: Plot, frame: Frame) -> float:
    """The names below standing bars, and the title below them; returns where they end."""
    band = (frame.right - frame.left) / len(plot.names)
    names = [fold(name, band - 4) for name in plot.names]
    for place, lines in enumerate(names):
        x = frame.left + band * (place + 0.5)
        drawing.write(Role.TICK, lines, x, frame.bottom + 14, "middle")
    return write_title(drawing, plot, frame, frame.bottom + 18 + LINE * max(map(len, names)))


def lying(plot: Plot, width: float) -> PlotDrawing:
    """Bars from the left, each with its value behind it; so they need no axis."""
    drawing = PlotDrawing()
    top = write_head(drawing, plot, width, has_legend=len(plot.series) > 1)
    names = [fold(name, SHARE * width) for name in plot.names]
    thick = max(THICK * len(plot.series), LINE * max(map(len, names)))
    left = max(map(length, names)) + 10
    bottom = top + (thick + BETWEEN) * len(names) - BETWEEN
    frame = Frame(left, top - 6, width - 4, bottom + 6)
    middles = [top + thick / 2 + (thick + BETWEEN) * place for place in range(len(names))]
    for lines, middle in zip(names, middles):
        y = middle - LINE * (len(lines) - 1) / 2
        drawing.write(Role.TICK, lines, left - 8, y, "end")
    scale = lying_scale(plot, frame)
    for index, place, value in bars_of(plot):
        y = middles[place] + THICK * (index - len(plot.series) / 2)
        lay(drawing, plot, scale, index, value, y)
    zero = scale.at(ZERO)
    line = segments([((zero, frame.top), (zero, frame.bottom))])
    drawing.shapes.append(Shape(Role.AXIS, line))
    return finished(drawing, width, mark_lying(drawing, plot, frame, scale))


def lying_scale(plot: Plot, frame: Frame) -> Scale:
    """The scale of lying bars, which leaves room for the values behind them; where these are long,
    the picture grows.
    """
    low, high = min([*plot.values, ZERO]), max([*plot.values, ZERO])
    room = length(texts_of(plot)) + 8
    left = frame.left + (room if low < 0 else 0)
    right = max(frame.right - room, left + SHORTEST)
    return Scale(low, high if high > low else low + 1, left, right)


def lay(
    drawing: PlotDrawing, plot: Plot, scale: Scale, index: int, value: Decimal, y: float
) -> None:
    """A lying bar whose upper side is at a height, and its value."""
    left, right = sorted((scale.at(ZERO), scale.at(value)))
    drawing.shapes.extend(bar(index, (left, y + 1, right, y + THICK - 1)))
    x, anchor = (right + 5, "start") if value >= 0 else (left - 5, "end")
    text = (shown(value, plot.y.is_percent),)
    drawing.write(Role.VALUE, text, x, y + THICK / 2, anchor)


def mark_lying(drawing: PlotDrawing, plot: Plot, frame: Frame, scale: Scale) -> float:
    """Bands and limits across lying bars, with their labels below; returns where they end."""
    y = frame.bottom
    for mark in plot.marks:
        low, high = scale.at(mark.low), scale.at(mark.high)
        lines = fold(mark.label, frame.right)
        half = length(lines) / 2
        middle = min(max((low + high) / 2, half), frame.right - half)
        if high > low:
            band = rectangle(low, frame.top, high, y + 4)
            drawing.shapes.insert(0, Shape(Role.BAND, band))
        else:
            line = segments([((low, frame.top), (low, y + 4))])
            drawing.shapes.append(Shape(Role.LIMIT, line))
        role = Role.BAND if high > low else Role.LIMIT
        drawing.write(role, lines, middle, y + 13, "middle")
        y += LINE * len(lines) + 6
    return y
