"""The directive of architecture figures: a list of components and a numbered list of flows."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from docutils import nodes

from ..model import Architecture, Component, Flow, Rule
from ..nodes import architecture, architecture_part
from ..parse import component, flow
from ..reading import readable
from .captioned import CaptionedDirective, entries, label_node

T = TypeVar("T", Component, Flow)


class ArchitectureDirective(CaptionedDirective):
    """A figure. Its description is what stands beside the two lists."""

    rule = Rule.ARCHITECTURE

    def show(self, id: str, title: nodes.caption, body: list[nodes.Node]) -> list[nodes.Node]:
        components = self.parts(entries(body, nodes.bullet_list), component)
        flows = self.parts(entries(body, nodes.enumerated_list), flow)
        if components == [] or flows == []:
            message = "needs a list of components and a numbered list of flows"
            self.report(self.rule, f"figure '{id}' {message}")
        if not components or not flows:
            item = Architecture(id=id, location=self.location())
            target = self.anchor(item, nodes.target())
            return [target, nodes.paragraph("", title.astext()), *body]
        item = Architecture(
            id=id,
            location=self.location(),
            components=tuple(part for part, _label in components),
            flows=tuple(part for part, _label in flows),
        )
        labels = [label for _part, label in (*components, *flows)]
        lists = (nodes.bullet_list, nodes.enumerated_list)
        description = [node for node in body if not isinstance(node, lists)]
        node = architecture("", title, *labels, *description)
        node["components"], node["flows"] = item.components, item.flows
        return [self.anchor(item, node)]

    def parts(
        self, items: list[nodes.Node], read: Callable[[str], tuple[T, str]]
    ) -> list[tuple[T, nodes.Node]] | None:
        """Each entry with the node of its label; None after reporting those that are unreadable."""
        found = [self.entry(item, read) for item in items]
        pairs = [(entry, label_node(entry, architecture_part)) for entry in found if entry]
        if len(pairs) < len(found):
            return None
        return [
            (replace(entry.part, label=" ".join(readable(label).split()), line=entry.line), label)
            for entry, label in pairs
        ]
