"""Architecture figures: what cannot be drawn, or says nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Architecture, Component, Finding, Flow, Guide, Rule
from ..model.words import width as width_of
from ..model.words import wrap

#: Beside an arrow between neighbours: lines of a label, and characters in one.
GUTTER_LINES, GUTTER_WIDTH = 3, 12
#: In a component.
BOX_LINES, BOX_WIDTH = 3, 14


def check_architectures(guide: Guide) -> Iterator[Finding]:
    """Each component has a cell and a flow of its own, flows name components, labels have room."""
    for figure in guide.all(Architecture):
        for line, message in (*_cells(figure), *_flows(figure), *_labels(guide, figure)):
            place = replace(figure.location, line=line)
            yield Finding(Rule.ARCHITECTURE, place, f"figure '{figure.id}': {message}")


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


def _cells(figure: Architecture) -> Iterator[tuple[int, str]]:
    cells: dict[str, Component] = {}
    ids: dict[str, Component] = {}
    for part in figure.components:
        if (first := ids.setdefault(part.id, part)) is not part:
            yield part.line, f"component '{part.id}' is already declared at line {first.line}"
        elif (first := cells.setdefault(part.cell, part)) is not part:
            yield part.line, f"cell {part.cell} already holds component '{first.id}'"


def _flows(figure: Architecture) -> Iterator[tuple[int, str]]:
    ids = list(dict.fromkeys(part.id for part in figure.components))
    for flow in figure.flows:
        for id in (flow.source, flow.target):
            if id not in ids:
                yield flow.line, f"there is no component '{id}'; there are {', '.join(ids)}"
        if flow.source == flow.target:
            yield flow.line, f"a flow leads from component '{flow.source}' to itself"
    connected = {id for flow in figure.flows for id in (flow.source, flow.target)}
    for part in figure.components:
        if part.id not in connected:
            yield part.line, f"component '{part.id}' has no flow; connect it or leave it out"


def _labels(guide: Guide, figure: Architecture) -> Iterator[tuple[int, str]]:
    parts = {part.id: part for part in figure.components}
    for part in figure.components:
        if not fits(guide.spell(part.label), BOX_WIDTH, BOX_LINES):
            yield part.line, _too_long(f"component '{part.id}'", BOX_WIDTH, BOX_LINES)
    for flow in figure.flows:
        ends = parts.get(flow.source), parts.get(flow.target)
        if is_beside(*ends) and not fits(guide.spell(flow.label), GUTTER_WIDTH, GUTTER_LINES):
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
