"""What a chart looks like: shapes and texts, each with the role that decides its style."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ..layout import LETTER, Extent, Point, Text
from ..texts import width as width_of
from ..texts import wrap

#: The dashes of the series, in pixels: each can be told from the others without its color.
DASHES = ("", "7 4", "2 3", "11 3 2 3", "4 3", "1 4")
MOST_SERIES = len(DASHES)


class Role(StrEnum):
    """What a shape or a text is."""

    BAND = "band"
    GRID = "grid"
    AXIS = "axis"
    LIMIT = "limit"
    BAR = "bar"
    HATCH = "hatch"
    LINE = "line"
    LEADER = "leader"
    MARKER = "marker"
    TICK = "tick"
    TITLE = "title"
    SERIES = "series"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Shape:
    """A path in the syntax of SVG. `series` counts from 1; 0 belongs to none."""

    role: Role
    path: str
    series: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A text of a role."""

    role: Role
    text: Text


@dataclass(frozen=True, slots=True)
class PlotDrawing:
    """A whole chart. Shapes stand in the order in which they are painted, below all texts."""

    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    extent: Extent = (0, 0, 0, 0)

    def write(self, role: Role, lines: Iterable[str], x: float, y: float, anchor: str) -> Text:
        """Write a text, and return it."""
        text = Text(tuple(lines), round(x, 1), round(y, 1), anchor)
        self.labels.append(Label(role, text))
        return text


def length(lines: Iterable[str]) -> float:
    """The width of the longest line, in pixels; short texts of wide letters have room, too."""
    return max((width_of(line) for line in lines), default=0) * (LETTER + 0.4)


def fold(text: str, room: float) -> tuple[str, ...]:
    """The lines of a text that has room of so many pixels."""
    return wrap(text, max(1, int(room / LETTER)))


def number(value: float) -> str:
    """A coordinate with the digits that can be seen."""
    return f"{round(value, 1) + 0:g}"


def xy(x: float, y: float) -> str:
    """A point."""
    return f"{number(x)},{number(y)}"


def segments(lines: Iterable[tuple[Point, Point]]) -> str:
    """Single lines, as one path."""
    return "".join(f"M{xy(*a)}L{xy(*b)}" for a, b in lines)


def rectangle(left: float, top: float, right: float, bottom: float) -> str:
    """A rectangle."""
    return f"M{xy(left, top)}H{number(right)}V{number(bottom)}H{number(left)}z"


def marker(index: int, x: float, y: float) -> str:
    """The sign of a series: circle, square, triangle, diamond, cross, triangle on its tip."""
    match index % MOST_SERIES:
        case 0:
            # Béziers: TikZ, which reads the same paths, turns elliptical arcs over.
            half = "c1.9,0 3.5,1.6 3.5,3.5c0,1.9 -1.6,3.5 -3.5,3.5"
            return f"M{xy(x, y - 3.5)}{half}c-1.9,0 -3.5,-1.6 -3.5,-3.5c0,-1.9 1.6,-3.5 3.5,-3.5z"
        case 1:
            return rectangle(x - 3, y - 3, x + 3, y + 3)
        case 2:
            return f"M{xy(x, y - 4)}l4,7h-8z"
        case 3:
            return f"M{xy(x, y - 4.5)}l4.5,4.5l-4.5,4.5l-4.5,-4.5z"
        case 4:
            return f"M{xy(x - 1.2, y - 4)}h2.4v2.8h2.8v2.4h-2.8v2.8h-2.4v-2.8h-2.8v-2.4h2.8z"
        case _:
            return f"M{xy(x, y + 4)}l-4,-7h8z"


def hatch(index: int, extent: Extent) -> str:
    """The lines in the bars of a series: none, none, rising, falling, level, both."""
    left, top, right, bottom = extent
    kind = index % MOST_SERIES
    rising = [*diagonals(left, top, right, bottom)] if kind in (2, 5) else []
    falling = [*diagonals(left, bottom, right, top)] if kind in (3, 5) else []
    count = int((bottom - top) / 5) if kind == 4 else 0
    levels = [((left, top + 5 * n), (right, top + 5 * n)) for n in range(1, count + 1)]
    return segments([*rising, *falling, *levels])


def diagonals(left: float, top: float, right: float, bottom: float) -> list[tuple[Point, Point]]:
    """Lines at 45° through a rectangle; upside down, if it is given from its bottom."""
    sign = 1 if bottom > top else -1
    width, height = right - left, abs(bottom - top)
    lines = []
    for offset in range(6, int(width + height), 6):
        first, last = max(0.0, offset - height), min(width, float(offset))
        start = left + first, top + sign * (offset - first)
        lines.append((start, (left + last, top + sign * (offset - last))))
    return lines


def bounds(drawing: PlotDrawing, corners: Sequence[Point]) -> Extent:
    """The rectangle that holds all texts and some points, with a margin of 4."""
    extents = [label.text.extent for label in drawing.labels]
    extents += [(x, y, x, y) for x, y in corners]
    lefts, tops, rights, bottoms = zip(*extents, strict=True)
    low, high = (min(lefts) - 4, min(tops) - 4), (max(rights) + 4, max(bottoms) + 4)
    return round(low[0], 1), round(low[1], 1), round(high[0], 1), round(high[1], 1)
