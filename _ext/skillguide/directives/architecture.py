"""The directive of architecture figures: a list of components and a numbered list of flows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from docutils import nodes

from ..model import Architecture, Component, Flow, Rule
from ..nodes import architecture, architecture_part
from ..parse import component, flow
from ..reading import readable
from .base import GuideDirective, options

T = TypeVar("T", Component, Flow)


class ArchitectureDirective(GuideDirective):
    """A figure. Its description is what stands beside the two lists."""

    option_spec = options("title")

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        title = self.heading(nodes.caption)
        body = self.parse_content_to_nodes()
        if id is None:
            return body
        components = self.read(entries(body, nodes.bullet_list), component)
        flows = self.read(entries(body, nodes.enumerated_list), flow)
        if components == [] or flows == []:
            message = "needs a list of components and a numbered list of flows"
            self.report(Rule.ARCHITECTURE, f"figure '{id}' {message}")
        is_readable = bool(components and flows)
        item = Architecture(
            id=id,
            location=self.location(),
            components=tuple(part for part, _label in components or ()) if is_readable else (),
            flows=tuple(part for part, _label in flows or ()) if is_readable else (),
        )
        self.domain.note(item)
        if not is_readable:
            target = nodes.target(ids=[item.anchor])
            self.state.document.ids[item.anchor] = target
            return [target, nodes.paragraph("", title.astext()), *body]
        labels = [label for _part, label in (*(components or ()), *(flows or ()))]
        return [self.node(item, [title, *labels, *description(body)])]

    def node(self, item: Architecture, children: list[nodes.Node]) -> nodes.Node:
        """The figure as a node."""
        node = architecture(
            "", *children, ids=[item.anchor], components=item.components, flows=item.flows
        )
        self.set_source_info(node)
        self.state.document.ids[item.anchor] = node
        return node

    def read(
        self, items: Iterable[nodes.list_item], read: Callable[[str], tuple[T, str]]
    ) -> list[tuple[T, nodes.Node]] | None:
        """Each entry with the node of its label; None after reporting those that are unreadable."""
        found: list[tuple[T, nodes.Node]] = []
        mistakes = 0
        for entry in items:
            first = next(entry.findall(nodes.paragraph), nodes.paragraph())
            try:
                part, source = read(first.rawsource)
            except ValueError as error:
                self.report(Rule.ARCHITECTURE, str(error), entry.line)
                mistakes += 1
                continue
            label = label_node(first, source)
            part = replace(part, label=" ".join(readable(label).split()), line=entry.line or 1)
            found.append((part, label))
        return None if mistakes else found


def label_node(
    paragraph: nodes.paragraph, source: str, cls: type[nodes.TextElement] = architecture_part
) -> nodes.TextElement:
    """What stands behind the colon of an entry, as a node that is translated on its own."""
    rest = list(paragraph.children)
    while rest and not (isinstance(rest[0], nodes.Text) and ":" in rest[0]):
        rest.pop(0)
    if rest:
        rest[0] = nodes.Text(rest[0].astext().partition(":")[2].lstrip())
    node = cls(source, "", *rest)
    node.source, node.line = paragraph.source, paragraph.line
    return node


def entries(body: Sequence[nodes.Node], kind: type[nodes.Element]) -> list[nodes.list_item]:
    """The entries of all lists of a kind."""
    lists = [node for node in body if isinstance(node, kind)]
    return [entry for found in lists for entry in found if isinstance(entry, nodes.list_item)]


def description(body: Sequence[nodes.Node]) -> list[nodes.Node]:
    """What is no list."""
    lists = (nodes.bullet_list, nodes.enumerated_list)
    return [node for node in body if not isinstance(node, lists)]
