"""What cannot be drawn, or says nothing."""

from collections.abc import Iterator, Sequence

from .parts import Component, Flow
from .texts import width as width_of
from .texts import wrap

#: Beside an arrow between neighbours: lines of a label, and characters in one.
GUTTER_LINES, GUTTER_WIDTH = 3, 12
#: In a component.
BOX_LINES, BOX_WIDTH = 3, 14

Mistake = tuple[int, str]  # the line of the part, and a sentence


def is_drawable(components: Sequence[Component], flows: Sequence[Flow]) -> bool:
    """Whether a picture can be drawn: nothing stands twice, and every flow has two ends."""
    ids = {part.id for part in components}
    ends = [id for flow in flows for id in (flow.source, flow.target)]
    cells = {part.cell for part in components}
    return (
        len(ids) == len(cells) == len(components) > 0
        and ids.issuperset(ends)
        and all(flow.source != flow.target for flow in flows)
    )


def mistakes(components: Sequence[Component], flows: Sequence[Flow]) -> Iterator[Mistake]:
    """Each component has a cell and a flow of its own, flows name components, labels have room."""
    yield from cell_mistakes(components)
    yield from flow_mistakes(components, flows)
    yield from label_mistakes(components, flows)


def cell_mistakes(components: Sequence[Component]) -> Iterator[Mistake]:
    """What stands twice."""
    cells: dict[str, Component] = {}
    ids: dict[str, Component] = {}
    for part in components:
        if (first := ids.setdefault(part.id, part)) is not part:
            yield part.line, f"component '{part.id}' is already declared at line {first.line}"
        elif (first := cells.setdefault(part.cell, part)) is not part:
            yield part.line, f"cell {part.cell} already holds component '{first.id}'"


def flow_mistakes(components: Sequence[Component], flows: Sequence[Flow]) -> Iterator[Mistake]:
    """What leads nowhere, and what nothing leads to."""
    ids = list(dict.fromkeys(part.id for part in components))
    for flow in flows:
        for id in (flow.source, flow.target):
            if id not in ids:
                yield flow.line, f"there is no component '{id}'; there are {', '.join(ids)}"
        if flow.source == flow.target:
            yield flow.line, f"a flow leads from component '{flow.source}' to itself"
    connected = {id for flow in flows for id in (flow.source, flow.target)}
    for part in components:
        if part.id not in connected:
            yield part.line, f"component '{part.id}' has no flow; connect it or leave it out"


def label_mistakes(components: Sequence[Component], flows: Sequence[Flow]) -> Iterator[Mistake]:
    """The labels that have no room."""
    parts = {part.id: part for part in components}
    for part in components:
        if not fits(part.label, BOX_WIDTH, BOX_LINES):
            yield part.line, _too_long(f"component '{part.id}'", BOX_WIDTH, BOX_LINES)
    for flow in flows:
        ends = parts.get(flow.source), parts.get(flow.target)
        if is_beside(*ends) and not fits(flow.label, GUTTER_WIDTH, GUTTER_LINES):
            name = f"the flow from '{flow.source}' to its neighbor '{flow.target}'"
            yield flow.line, _too_long(name, GUTTER_WIDTH, GUTTER_LINES)


def _too_long(name: str, width: int, lines: int) -> str:
    return f"the label of {name} needs more than {lines} lines of {width} characters; shorten it"


def is_beside(one: Component | None, other: Component | None) -> bool:
    """Whether two components are neighbors in a row: then a label stands between them."""
    if one is None or other is None:
        return False
    return one.row == other.row and abs(one.column - other.column) == 1


def fits(text: str, width: int, lines: int) -> bool:
    """Whether a text can be wrapped into so many lines of so many Latin letters."""
    wrapped = wrap(text, width)
    return len(wrapped) <= lines and all(width_of(line) <= width for line in wrapped)
