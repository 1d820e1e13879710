"""Architecture figures: what is drawn can be read."""

import random
import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from conftest import ROOT
from skillguide.figures.layout import LETTER, draw, overlap
from skillguide.figures.svg import outline, way
from skillguide.model import Component, ComponentKind, Flow
from skillguide.parse import component, flow

PAGES = sorted((ROOT / "guide").rglob("*.md"))


def figures() -> list:
    """The figures of the guide as (components, flows)."""
    found = []
    for page in PAGES:
        blocks = re.findall(
            r"^:::\{architecture\} (\S+)$(.*?)^:::$",
            page.read_text("utf-8"),
            re.DOTALL | re.MULTILINE,
        )
        for name, block in blocks:
            parts = re.findall(r"^- (`.*)$", block, re.MULTILINE)
            flows = re.findall(r"^\d+\. (`.*)$", block, re.MULTILINE)
            found.append(pytest.param(read(parts, component), read(flows, flow), id=name))
    return found


def read(entries, reader):
    """Entries as components or flows with their labels."""
    return [replace(part, label=label) for part, label in map(reader, entries)]


def random_figure(seed: int) -> tuple[list[Component], list[Flow]]:
    """A figure as crowded as an author could make it."""
    chance = random.Random(seed)
    cells = [(column, row) for column in range(5) for row in range(4)]
    places = chance.sample(cells, chance.randint(2, 14))
    kinds = list(ComponentKind)
    parts = [
        Component(f"c{i}", *place, chance.choice(kinds), f"Part number {i}")
        for i, place in enumerate(places)
    ]
    pairs = chance.sample(
        list(combinations(parts, 2)), min(len(parts) + 3, len(parts) * (len(parts) - 1) // 2)
    )
    return parts, [
        Flow(a.id, b.id, chance.random() < 0.3, chance.choice(["", "events", "labels, later"]))
        for a, b in pairs
    ]


CASES = [*figures(), *(pytest.param(*random_figure(seed), id=f"seed-{seed}") for seed in range(40))]


@pytest.mark.parametrize(("components", "flows"), CASES)
def test_a_line_leads_from_its_source_to_its_target_and_through_no_box(components, flows):
    drawing = draw(components, flows)
    boxes = {box.component.id: box for box in drawing.boxes}

    for line in drawing.lines:
        for id, (x, y) in ((line.flow.source, line.points[0]), (line.flow.target, line.points[-1])):
            left, top, right, bottom = boxes[id].extent
            on_side = x in (left, right) and top < y < bottom
            assert on_side or (y in (top, bottom) and left < x < right)
        for (x0, y0), (x1, y1) in pairwise(line.points):
            assert (x0 == x1) != (y0 == y1), "lines turn at right angles"
            segment = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            assert not [id for id, box in boxes.items() if overlap(segment, box.extent)]


@pytest.mark.parametrize(("components", "flows"), figures())
def test_in_the_guide_no_label_covers_a_box_or_another_label(components, flows):
    drawing = draw(components, flows)
    texts = [line.text.extent for line in drawing.lines if line.text]

    assert len(texts) == len([flow for flow in flows if flow.label])
    assert not [1 for a, b in combinations(texts, 2) if overlap(a, b)]
    assert not [1 for a in texts for box in drawing.boxes if overlap(a, box.extent)]


@pytest.mark.parametrize(("components", "flows"), CASES)
def test_everything_stands_inside_the_picture(components, flows):
    drawing = draw(components, flows)
    left, top, right, bottom = drawing.extent
    extents = [box.extent for box in drawing.boxes]
    extents += [line.text.extent for line in drawing.lines if line.text]
    extents += [(x, y, x, y) for line in drawing.lines for x, y in line.points]

    assert all(a > left and b > top and c < right and d < bottom for a, b, c, d in extents)


def test_a_label_between_neighbors_widens_their_gap():
    parts = [Component(id, column, 0, ComponentKind.SERVICE, id) for column, id in enumerate("ab")]
    plain, labeled = (draw(parts, [Flow("a", "b", False, label)]) for label in ("", "twelve chars"))

    gaps = [d.boxes[1].extent[0] - d.boxes[0].extent[2] for d in (plain, labeled)]
    assert gaps[1] > max(gaps[0], 12 * LETTER)
    assert labeled.lines[0].points == [
        (labeled.boxes[0].extent[2], 78.0),
        (labeled.boxes[1].extent[0], 78.0),
    ]


def test_two_flows_between_the_same_components_take_two_ways():
    parts = [Component(id, column, 0, ComponentKind.STORE, id) for column, id in enumerate("ab")]
    drawing = draw(parts, [Flow("a", "b", False), Flow("b", "a", True)])

    assert {drawing.lines[0].points[0], drawing.lines[0].points[-1]}.isdisjoint(
        {drawing.lines[1].points[0], drawing.lines[1].points[-1]}
    )


def test_every_kind_has_a_shape_of_its_own():
    parts = [Component(kind, 0, i, kind, kind) for i, kind in enumerate(ComponentKind)]
    flows = [Flow(a.id, b.id, False) for a, b in pairwise(parts)]
    shapes = {
        re.sub(r"^M\S+,\S+?(?=[a-z])", "", outline(box)[0]) + bool(outline(box)[1]) * "+"
        for box in draw(parts, flows).boxes
    }

    assert len(shapes) == len(ComponentKind) - 1, "service and external share one: dashes tell"


def test_corners_are_rounded_and_the_way_ends_before_the_head():
    parts = [
        Component("a", 0, 0, ComponentKind.SERVICE, "a"),
        Component("b", 1, 1, ComponentKind.SERVICE, "b"),
    ]
    line = draw(parts, [Flow("a", "b", False)]).lines[0]

    assert way(line).count("Q") == len(line.points) - 2 > 0
    assert not way(line).endswith(f"L{line.points[-1][0]},{line.points[-1][1]}")


def segments(line) -> list[tuple[float, float, float, float]]:
    """The straight parts of a line as rectangles without width."""
    return [
        (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for (x0, y0), (x1, y1) in pairwise(line.points)
    ]


def run_together(a, b) -> bool:
    """Whether two segments lie on each other over more than a point."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return (width > 0 and height == 0 and a[1] == a[3] == b[1] == b[3]) or (
        height > 0 and width == 0 and a[0] == a[2] == b[0] == b[2]
    )


@pytest.mark.parametrize(("components", "flows"), figures())
def test_in_the_guide_no_two_lines_run_together_or_share_a_port(components, flows):
    lines = draw(components, flows).lines
    ends = [point for line in lines for point in (line.points[0], line.points[-1])]

    assert len(ends) == len(set(ends))
    for one, other in combinations(lines, 2):
        assert not [1 for a in segments(one) for b in segments(other) if run_together(a, b)]


@pytest.mark.parametrize("rows", [3, 5])
def test_flows_into_one_box_keep_apart(rows):
    """Each has a port of its own, and a way of its own up to it."""
    parts = [Component(f"c{row}", 0, row, ComponentKind.SERVICE, "c") for row in range(rows)]
    parts.append(Component("hub", 2, rows // 2, ComponentKind.STORE, "hub"))
    lines = draw(parts, [Flow(part.id, "hub", False) for part in parts[:-1]]).lines

    assert len({line.points[-1] for line in lines}) == rows
    for one, other in combinations(lines, 2):
        assert not [1 for a in segments(one) for b in segments(other) if run_together(a, b)]


def test_a_line_goes_around_another_where_that_is_not_far():
    """The long way home would cross the short way up, were crossings free."""
    cells = {"a": (0, 1), "b": (1, 1), "c": (2, 1), "d": (1, 0)}
    parts = [Component(id, *cell, ComponentKind.SERVICE, id) for id, cell in cells.items()]
    one, other = draw(parts, [Flow("c", "a", False), Flow("b", "d", False)]).lines

    assert not [
        1
        for left, top, right, bottom in segments(one)
        for x0, y0, x1, y1 in segments(other)
        if left <= x1 and x0 <= right and top <= y1 and y0 <= bottom
    ]


@pytest.mark.parametrize(
    ("kind", "label", "lines"),
    [
        ("service", "Language test", ("Language test",)),
        ("model", "Language test", ("Language", "test")),  # its corners are cut
        ("stream", "Kafka, by card", ("Kafka, by", "card")),  # its lid stands inside
        ("service", "Ten more words, as many more", ("Ten more", "words, as", "many more")),
        (
            "service",
            "Several words, several more, several",
            ("Several words,", "several more,", "several"),
        ),
    ],
)
def test_a_label_has_air_beside_it_as_long_as_its_lines_are_three(kind, label, lines):
    drawing = draw([Component("a", 0, 0, ComponentKind(kind), label)], [])

    assert drawing.boxes[0].text.lines == lines
