"""What figures and budgets share: a caption, and content in lists whose entries are read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from docutils import nodes

from ..model import Rule
from .base import GuideDirective, options

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """What an entry says (`part`), the Markdown of its label, its paragraph, and its line."""

    part: T
    label: str
    paragraph: nodes.paragraph
    line: int


class CaptionedDirective(GuideDirective):
    """A directive with a `:title:` as its caption; its item is no section, but one node."""

    option_spec = options("title")
    rule: ClassVar[Rule]

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        title = self.heading(nodes.caption)
        body = self.parse_content_to_nodes()
        return body if id is None else self.show(id, title, body)

    def show(self, id: str, title: nodes.caption, body: list[nodes.Node]) -> list[nodes.Node]:
        """The nodes of the item."""
        raise NotImplementedError

    def entry(self, entry: nodes.Node, read: Callable[[str], tuple[T, str]]) -> Entry[T] | None:
        """What an entry of a list says; None after reporting that it cannot be read."""
        first = first_paragraph(entry)
        try:
            part, source = read(first.rawsource)
        except ValueError as error:
            self.report(self.rule, str(error), entry.line)
            return None
        return Entry(part, source, first, entry.line or 1)


def label_node(entry: Entry[Any], cls: type[nodes.TextElement]) -> nodes.TextElement:
    """What stands behind the colon of an entry, as a node that is translated on its own."""
    rest = list(entry.paragraph.children)
    while rest and not (isinstance(rest[0], nodes.Text) and ":" in rest[0]):
        rest.pop(0)
    if rest:
        rest[0] = nodes.Text(rest[0].astext().partition(":")[2].lstrip())
    return translatable(cls(entry.label, "", *rest), entry)


def name_node(entry: Entry[Any], cls: type[nodes.TextElement]) -> nodes.TextElement:
    """What stands before the last colon of an entry, likewise."""
    rest = list(entry.paragraph.children)
    while rest and not (isinstance(rest[-1], nodes.Text) and ":" in rest[-1]):
        rest.pop()
    if rest:
        rest[-1] = nodes.Text(rest[-1].astext().rpartition(":")[0])
    return translatable(cls(entry.label, "", *rest), entry)


def translatable(node: nodes.TextElement, entry: Entry[Any]) -> nodes.TextElement:
    """The node with the place that translators look for."""
    node.source, node.line = entry.paragraph.source, entry.paragraph.line
    return node


def first_paragraph(entry: nodes.Node) -> nodes.paragraph:
    """The paragraph of an entry that is read; an empty one if there is none."""
    found = (node for node in entry.children if isinstance(node, nodes.paragraph))
    return next(found, nodes.paragraph())


def beside(entry: nodes.Node) -> list[nodes.Node]:
    """What stands in an entry beside the paragraph that is read."""
    first = first_paragraph(entry)
    return [node for node in entry.children if node is not first]


def entries(body: Iterable[nodes.Node], kind: type[nodes.Element]) -> list[nodes.Node]:
    """The entries of all lists of a kind."""
    return [entry for node in body if isinstance(node, kind) for entry in node.children]
