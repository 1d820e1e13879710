"""The directive of architecture figures: a list of components and a numbered list of flows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from docutils import nodes

from ..model import Architecture, Component, Flow, Rule
from ..nodes import guide_architecture, guide_architecture_part
from ..parse import component, flow
from .captioned import CaptionedDirective, Entry, beside, entries, label_node

T = TypeVar("T", Component, Flow)
LISTS = (nodes.bullet_list, nodes.enumerated_list)


class ArchitectureDirective(CaptionedDirective):
    """A figure. Its description is what stands beside the two lists; what stands in an entry below
    its label stays below the figure.
    """

    rule = Rule.ARCHITECTURE

    def show(self, id: str, title: nodes.caption, body: list[nodes.Node]) -> list[nodes.Node]:
        items = [entries(body, kind) for kind in LISTS]
        if not all(items):
            message = "needs a list of components and a numbered list of flows"
            self.report(self.rule, f"figure '{id}' {message}")
        components = [self.entry(item, component) for item in items[0]]
        flows = [self.entry(item, flow) for item in items[1]]
        if not all((*items, *components, *flows)):
            item = Architecture(id=id, location=self.location())
            target = self.anchor(item, nodes.target())
            return [target, nodes.paragraph("", "", *title.children), *body]
        parts, ways = known(components), known(flows)
        item = Architecture(
            id=id,
            location=self.location(),
            components=tuple(part.part for part in parts),
            flows=tuple(part.part for part in ways),
        )
        entries_read: list[Entry[Any]] = [*parts, *ways]
        labels = [label_node(entry, guide_architecture_part) for entry in entries_read]
        description = [node for node in body if not isinstance(node, LISTS)]
        node = guide_architecture("", title, *labels, *description, place=item.location)
        nested = [other for entry in (*items[0], *items[1]) for other in beside(entry)]
        return [self.anchor(item, node), *nested]


def known(found: Sequence[Entry[T] | None]) -> list[Entry[T]]:
    """The entries that could be read, each with its line."""
    return [replace(entry, part=replace(entry.part, line=entry.line)) for entry in found if entry]
