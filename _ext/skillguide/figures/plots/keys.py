"""The names of lines at their ends: nobody has to look anything up in a legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..layout import LETTER, LINE
from .frame import WIDE
from .parts import Plot
from .scales import Scale
from .shapes import fold, length

#: The characters in a line of a name, and how far it may stand from the end of its line.
LETTERS = {True: 18, False: 9}  # in the wide picture, in the narrow one
FARTHEST = 32.0
#: The most of the width that names may take, and what is left between a line and its name.
SHARE, REACH = 0.28, 16.0


@dataclass(frozen=True, slots=True)
class Key:
    """A name; `end` is the height of the end of its line, `y` that of its own middle."""

    index: int
    lines: tuple[str, ...]
    end: float
    y: float


def keys_of(plot: Plot, scale: Scale, width: float) -> list[Key] | None:
    """The names at the ends of the lines; none if the title says enough, None if there is no room
    for them.
    """
    if len(plot.series) == 1 and plot.series[0].label in ("", plot.y.title):
        return []
    if plot.is_live:
        return None
    ends = [series.values[-1] for series in plot.series]
    names = [fold(series.label, LETTERS[width >= WIDE] * LETTER) for series in plot.series]
    if max(map(length, names)) > SHARE * width:
        return None
    heights = [scale.at(end) for end in ends if end is not None]
    if len(heights) < len(ends):
        return None
    order = sorted(range(len(ends)), key=lambda index: (heights[index], index))
    # Between two names of several lines, a gap says where the next one begins.
    sizes = [LINE * len(names[index]) + (6 if len(names[index]) > 1 else 1) for index in order]
    places = spread([heights[index] for index in order], sizes)
    keys = [Key(index, names[index], heights[index], place) for index, place in zip(order, places)]
    return None if any(abs(key.y - key.end) > FARTHEST for key in keys) else keys


def spread(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Middles as near as can be to the wanted ones, which are sorted, so that nothing overlaps.

    What would overlap forms a block, which stands where its members want it on average.
    """
    before = [sum(sizes[:index]) + size / 2 for index, size in enumerate(sizes)]
    blocks: list[tuple[float, int]] = []  # the sum of where each block wants to begin, its length
    for place, offset in zip(wanted, before):
        total, count = place - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            more, members = blocks.pop()
            total, count = total + more, count + members
        blocks.append((total, count))
    starts = [total / count for total, count in blocks for _member in range(count)]
    return [round(start + offset, 1) for start, offset in zip(starts, before)]
