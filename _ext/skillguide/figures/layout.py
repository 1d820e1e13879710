"""Where the parts of an architecture figure stand. Pure geometry, in pixels from the top left.

Authors place boxes on a grid. Between rows and columns lie gutters with three tracks each; a box
has three ports on each side. Flows are routed one after the other, shortest first, along tracks
and through ports, by the cheapest way: length, bends, crossings and shared tracks cost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate, pairwise

from .parts import Component, ComponentKind, Flow
from .texts import width as width_of
from .texts import wrap

BOX_WIDTH, BOX_HEIGHT = 104, 60
COLUMN_GAP, ROW_GAP = 42.0, 48.0
LETTER, LINE = 6.6, 15.0  # the width of a mean letter and the height of a line, at 12 px
PAGE_WIDTH = 726  # what a page of text has room for
LABEL_WIDTHS = (12, 10, 8, 6)  # characters in a line between neighbors, best first
#: What a way costs beside its length. A bend is worth the detour of half a box, a crossing is read
#: more easily than two bends, and two flows on one track cannot be told apart: nearly any detour is
#: better. Off the middle of a side costs little, so that the flows of a box spread over its ports.
BEND, CROSSING, SHARED, OFF_CENTER = 60, 40, 400, 14
#: What a shape needs beside its text, in all, and what else it leaves free where a label has room:
#: corners are cut, and a cylinder that lies has its lid inside.
NEED, NEEDS, FREE = 8, {ComponentKind.MODEL: 16, ComponentKind.STREAM: 24}, 8
BOX_LINES = 3
#: Where the lid of a cylinder moves its text.
SHAPE_SHIFT = {ComponentKind.STORE: (0, 5), ComponentKind.STREAM: (-8, 0)}
TRACKS = 3  # in a gutter, and ports on a side

Point = tuple[float, float]
Index = tuple[int, int]
Extent = tuple[float, float, float, float]  # left, top, right, bottom
Step = tuple[int, int]  # a direction: one of the four below
SIDES: tuple[Step, ...] = ((0, -1), (0, 1), (-1, 0), (1, 0))


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text; `y` is the middle of the first line, `anchor` as in SVG."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str = "middle"

    @property
    def extent(self) -> Extent:
        """The rectangle that it covers."""
        width = max(map(width_of, self.lines), default=0) * LETTER
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        top = self.y - LINE / 2
        return left, top, left + width, top + LINE * len(self.lines)


@dataclass(frozen=True, slots=True)
class Box:
    """A component; `x` and `y` are its top left corner."""

    component: Component
    x: float
    y: float
    text: Text

    @property
    def extent(self) -> Extent:
        """The rectangle that it covers."""
        return self.x, self.y, self.x + BOX_WIDTH, self.y + BOX_HEIGHT


@dataclass(slots=True)
class Line:
    """A flow; its points turn at right angles."""

    flow: Flow
    points: list[Point]
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole figure and the rectangle that holds it."""

    boxes: list[Box]
    lines: list[Line]
    extent: Extent


def draw(components: Sequence[Component], flows: Sequence[Flow]) -> Drawing:
    """Place and route a figure without mistakes (see `mistakes`)."""
    grid = Grid(components, flows)
    boxes = [grid.box(component) for component in components]
    router = Router(grid, components)
    lengths = {part.id: (part.column, part.row) for part in components}

    def span(flow: Flow) -> int:
        (a, b), (c, d) = lengths[flow.source], lengths[flow.target]
        return abs(a - c) + abs(b - d)

    # Short ways first: between neighbors there is one good way, and long ones have a choice.
    routed = {flow: router.route(flow) for flow in sorted(flows, key=span)}
    lines = [Line(flow, routed[flow]) for flow in flows]
    write_labels(boxes, lines)
    return Drawing(boxes, lines, bounds(boxes, lines))


class Grid:
    """Columns and rows with the coordinates of every track and port.

    Index 6c + 0…2 are the tracks before column c, 6c + 3…5 its ports; rows alike.
    """

    def __init__(self, components: Sequence[Component], flows: Sequence[Flow]) -> None:
        columns = 1 + max(part.column for part in components)
        rows = 1 + max(part.row for part in components)
        self.lefts, self.xs = positions(fitting_gaps(components, flows, columns), BOX_WIDTH)
        self.tops, self.ys = positions([ROW_GAP] * (rows + 1), BOX_HEIGHT)

    def box(self, part: Component) -> Box:
        """The box of a component with its label."""
        x, y = self.lefts[part.column], self.tops[part.row]
        lines = box_lines(part)
        right, down = SHAPE_SHIFT.get(part.kind, (0, 0))
        middle = y + BOX_HEIGHT / 2 - (len(lines) - 1) * LINE / 2 + down
        return Box(part, x, y, Text(lines, x + BOX_WIDTH / 2 + right, middle))


def box_lines(part: Component) -> tuple[str, ...]:
    """The lines of a label, with air beside them if they stay as few as a box holds."""
    room = BOX_WIDTH - NEEDS.get(part.kind, NEED)
    for free in (FREE, 0):
        letters = int((room - free) / LETTER)
        lines = wrap(part.label, letters)
        if len(lines) <= BOX_LINES and max(map(width_of, lines), default=0) <= letters:
            break
    return lines


def fitting_gaps(
    components: Sequence[Component], flows: Sequence[Flow], columns: int
) -> list[float]:
    """The gutters with the longest lines of labels that still fit the width of a page."""
    for width in LABEL_WIDTHS:
        gaps = column_gaps(components, flows, columns, width)
        if sum(gaps[1:-1]) + columns * BOX_WIDTH <= PAGE_WIDTH:
            break
    return gaps


def column_gaps(
    components: Sequence[Component], flows: Sequence[Flow], columns: int, width: int
) -> list[float]:
    """The widths of the gutters: wide enough for labels of so many characters between neighbors."""
    gaps = [COLUMN_GAP] * (columns + 1)
    places = {part.id: part for part in components}
    for flow in flows:
        first, last = sorted(
            (places[flow.source], places[flow.target]), key=lambda part: part.column
        )
        if first.row == last.row and last.column - first.column == 1:
            longest = max(map(width_of, wrap(flow.label, width)), default=0)
            gaps[last.column] = max(gaps[last.column], longest * LETTER + 18)
    return gaps


def positions(gaps: Sequence[float], size: float) -> tuple[list[float], list[float]]:
    """Where the boxes of a row or column begin, and the coordinates of tracks and ports."""
    starts: list[float] = list(accumulate(gaps, lambda start, gap: start + size + gap))
    coordinates: list[float] = []
    for gap, start in zip(gaps, starts, strict=True):
        coordinates += [start - gap + gap * k / (TRACKS + 1) for k in (1, 2, 3)]
        coordinates += [start + size * k / (TRACKS + 1) for k in (1, 2, 3)]
    return starts[:-1], coordinates[:-TRACKS]


class Router:
    """Finds a way for one flow after the other, and remembers what is taken."""

    def __init__(self, grid: Grid, components: Sequence[Component]) -> None:
        self.grid = grid
        # Each box holds its ports: a way may enter its target there, and no other box.
        self.owner = {
            (6 * part.column + 3 + i, 6 * part.row + 3 + j): part.id
            for part in components
            for i in range(TRACKS)
            for j in range(TRACKS)
        }
        self.shared: set[frozenset[Index]] = set()
        self.crossed: dict[Index, set[bool]] = {}  # whether ways there are horizontal

    def route(self, flow: Flow) -> list[Point]:
        """The points of the cheapest way."""
        way = self.search(flow.source, flow.target)
        (first, _), (last, step) = way[0], way[-1]
        out = way[1][1]  # the first step leads to the first point, the second one out of the box
        for (a, _), (b, (dx, _dy)) in pairwise(way):
            self.shared.add(frozenset((a, b)))
            for point in (a, b):
                self.crossed.setdefault(point, set()).add(bool(dx))
        points = [(self.grid.xs[i], self.grid.ys[j]) for (i, j), _ in way]
        points[0], points[-1] = self.edge(first, out), self.edge(last, (-step[0], -step[1]))
        return corners(points)

    def edge(self, port: Index, side: Step) -> Point:
        """Where a port meets the side of its box."""
        x, y = self.grid.xs[port[0]], self.grid.ys[port[1]]
        if side[0]:
            return self.grid.lefts[port[0] // 6] + BOX_WIDTH * (side[0] > 0), y
        return x, self.grid.tops[port[1] // 6] + BOX_HEIGHT * (side[1] > 0)

    def search(self, source: str, target: str) -> list[tuple[Index, Step]]:
        """Dijkstra over points and directions, from any port of one box to any of the other."""
        queue: list[tuple[float, Index, Step]] = []
        cost: dict[tuple[Index, Step], float] = {}
        parent: dict[tuple[Index, Step], tuple[Index, Step]] = {}
        for point, step in self.ports(source):
            cost[point, step] = self.port_cost(point, step)
            heappush(queue, (cost[point, step], point, step))
        while queue:
            # Ways of the same cost are compared by points and steps: every machine draws alike.
            spent, point, step = heappop(queue)
            here = point, step
            if spent > cost[here]:  # a cheaper way came here since this one was put in
                continue
            if self.owner.get(point) == target:
                return way_to(here, parent)
            # A way leaves its port straight: a bend there would run along the side of the box.
            for after in SIDES if here in parent else (step,):
                there = (point[0] + after[0], point[1] + after[1]), after
                price = spent + self.move_cost(point, step, *there, target)
                if price < cost.get(there, float("inf")):
                    cost[there], parent[there] = price, here
                    heappush(queue, (price, *there))
        raise AssertionError("tracks outside the grid always leave a way")

    def ports(self, id: str) -> Iterator[tuple[Index, Step]]:
        """The ports of a box with the directions that leave it."""
        inside = [point for point, owner in self.owner.items() if owner == id]
        for i, j in inside:
            for dx, dy in SIDES:
                if self.owner.get((i + dx, j + dy)) != id:
                    yield (i, j), (dx, dy)

    def port_cost(self, point: Index, side: Step) -> float:
        """What it costs to use a port: the middle of a side is best. Sharing it costs a segment."""
        is_center = point[1 if side[0] else 0] % 6 == 4
        return 0 if is_center else OFF_CENTER

    def move_cost(self, a: Index, step: Step, b: Index, after: Step, target: str) -> float:
        """What a step costs; infinity where there is no way."""
        if after == (-step[0], -step[1]) or not self.is_free(b, target):
            return float("inf")
        length = abs(self.grid.xs[b[0]] - self.grid.xs[a[0]])
        length += abs(self.grid.ys[b[1]] - self.grid.ys[a[1]])
        if after != step:
            length += BEND
        if frozenset((a, b)) in self.shared:
            length += SHARED
        elif (not after[0]) in self.crossed.get(b, ()):  # another way runs across
            length += CROSSING
        if self.owner.get(b) == target:
            length += self.port_cost(b, (-after[0], -after[1]))
        return length

    def is_free(self, point: Index, target: str) -> bool:
        """Whether a way may lead through a point."""
        i, j = point
        if not (0 <= i < len(self.grid.xs) and 0 <= j < len(self.grid.ys)):
            return False
        return self.owner.get(point, target) == target


def way_to(
    end: tuple[Index, Step], parent: dict[tuple[Index, Step], tuple[Index, Step]]
) -> list[tuple[Index, Step]]:
    """The steps from the first one to the end."""
    way = [end]
    while way[-1] in parent:
        way.append(parent[way[-1]])
    return way[::-1]


def corners(points: Sequence[Point]) -> list[Point]:
    """The points without those on a straight line between their neighbors."""
    kept = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return [*kept, points[-1]]


def write_labels(boxes: Sequence[Box], lines: Sequence[Line]) -> None:
    """Give every label the place beside its line that covers least."""
    placed: list[Text] = []
    for line in lines:
        if line.flow.label:
            places = [
                (price + covered(text, boxes, lines, placed), rank, text)
                for rank, (price, text) in enumerate(label_places(line))
            ]
            line.text = min(places)[2]
            placed.append(line.text)


def label_places(line: Line) -> Iterator[tuple[float, Text]]:
    """Where a label could stand, with what speaks against it: above or below, right or left."""
    for (x0, y0), (x1, y1) in pairwise(line.points):
        length = abs(x1 - x0) + abs(y1 - y0)
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
            price = abs(share - 0.5) * 20 - min(length, 200) / 10
            if y0 == y1:
                text = wrap(line.flow.label, max(6, int((length - 14) / LETTER)))
                height = (len(text) - 1) * LINE
                yield price + height / 2, Text(text, x, y - 10 - height)
                yield price + height / 2 + 8, Text(text, x, y + 11)
            else:
                text = wrap(line.flow.label, 16)
                middle = y - (len(text) - 1) * LINE / 2
                yield price + 12, Text(text, x + 6, middle, "start")
                yield price + 16, Text(text, x - 6, middle, "end")


def covered(
    text: Text, boxes: Sequence[Box], lines: Sequence[Line], placed: Sequence[Text]
) -> float:
    """The price of what a label would cover: boxes and labels cost most, then lines."""
    left, top, right, bottom = text.extent
    around = left - 3, top, right + 3, bottom
    extents = [box.extent for box in boxes] + [other.extent for other in placed]
    found = 1000.0 * sum(overlap(around, extent) for extent in extents)
    for line in lines:
        for (x0, y0), (x1, y1) in pairwise(line.points):
            segment = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            found += 150 * overlap(text.extent, segment)
    return found


def overlap(a: Extent, b: Extent) -> bool:
    """Whether two rectangles have more than an edge in common."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def bounds(boxes: Sequence[Box], lines: Sequence[Line]) -> Extent:
    """Left, top, right and bottom of the whole, with a margin of 4."""
    extents = [box.extent for box in boxes]
    extents += [(x, y, x, y) for line in lines for x, y in line.points]
    extents += [line.text.extent for line in lines if line.text]
    lefts, tops, rights, bottoms = zip(*extents, strict=True)
    return min(lefts) - 4, min(tops) - 4, max(rights) + 4, max(bottoms) + 4
