"""Entries of an architecture figure as authors write them."""

import re

from ..model import Component, ComponentKind, Flow
from .values import identifier

COMPONENT = re.compile(r"`([^`]*)`\s+(\S+)\s+([^\s:]+)\s*:\s*(?=\S)")
FLOW = re.compile(r"`([^`]*)`\s*(\S+)\s*`([^`]*)`\s*(?::\s*(?=\S)|$)")
ARROWS = {"->": False, "..>": True}


def component(text: str) -> tuple[Component, str]:
    """`` `page` A1 external: Payment page `` as a component and the label behind it."""
    match = COMPONENT.match(text)
    if not match:
        raise ValueError(
            f"expected a component such as `page` A1 external: Payment page, got {text!r}"
        )
    id, cell, kind = match.groups()
    if not re.fullmatch("[A-E][1-9]", cell):
        raise ValueError(f"expected a cell from A1 to E9 for component '{id}', got {cell!r}")
    if kind not in list(ComponentKind):
        expected = ", ".join(ComponentKind)
        raise ValueError(f"expected a kind ({expected}) for component '{id}', got {kind!r}")
    place = "ABCDE".index(cell[0]), int(cell[1]) - 1
    return Component(identifier(id), *place, ComponentKind(kind)), text[match.end() :]


def flow(text: str) -> tuple[Flow, str]:
    """`` `page` -> `score`: payments `` as a flow and the label behind it, which may be empty."""
    match = FLOW.match(text)
    if not match or match[2] not in ARROWS:
        raise ValueError(
            f"expected a flow such as `page` -> `score`: payments, or with ..> for what comes "
            f"later, got {text!r}"
        )
    return Flow(match[1], match[3], ARROWS[match[2]]), text[match.end() :]
