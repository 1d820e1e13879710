"""The directive of architecture figures: a list of components and a numbered list of flows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from docutils import nodes

from ..model import Architecture, Component, Flow, Rule
from ..nodes import guide_architecture, guide_architecture_part
from ..parse import component, flow
from .captioned import CaptionedDirective, Entry, beside, entries, label_node, plain

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
        parts, part_labels = labeled(components)
        ways, way_labels = labeled(flows)
        item = Architecture(id=id, location=self.location(), components=parts, flows=ways)
        description = [node for node in body if not isinstance(node, LISTS)]
        node = guide_architecture("", title, *part_labels, *way_labels, *description)
        node["components"], node["flows"] = item.components, item.flows
        nested = [other for entry in (*items[0], *items[1]) for other in beside(entry)]
        return [self.anchor(item, node), *nested]


def labeled(found: Sequence[Entry[T] | None]) -> tuple[tuple[T, ...], list[nodes.TextElement]]:
    """Components or flows with their labels, and the nodes of these."""
    known = [entry for entry in found if entry]
    labels = [label_node(entry, guide_architecture_part) for entry in known]
    parts = (
        replace(entry.part, label=plain(label), line=entry.line)
        for entry, label in zip(known, labels)
    )
    return tuple(parts), labels
