"""What readers see of an item: read from its page after translation, never from an option."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.addnodes import pending_xref

from .model import (
    Architecture,
    Budget,
    Chart,
    Given,
    Item,
    Level,
    Proficiency,
    Question,
    Record,
    Resource,
    Skill,
)
from .model.questions import fold
from .nodes import (
    guide_architecture,
    guide_architecture_part,
    guide_budget,
    guide_budget_part,
    guide_calculation,
    guide_calculation_part,
    guide_chart,
    guide_chart_part,
    guide_explanation,
    guide_facts,
    guide_hint,
    guide_matrix_row,
    guide_means,
    guide_question,
    guide_solution,
    guide_text,
)
from .texts import (
    SENTENCE_END,
    first_sentence,
    markdown_of,
    marked,
    picture_files,
    readable,
    words_of,
)
from .types import TYPES

#: What leads elsewhere.
LINKS = (nodes.reference, nodes.footnote_reference, pending_xref)
#: Parts of a question that are not what it asks.
ANSWERS = (guide_facts, guide_means, guide_explanation, guide_hint, nodes.target)


def section_of(node: nodes.Node | None) -> nodes.section | None:
    """The section that a node is, or in which it stands."""
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    return node


def untitled(item: Item, owner: Item | None) -> str:
    """The message for an item that has no heading of its own."""
    reason = f"the heading above belongs to {owner.kind} '{owner.id}'" if owner else "it has none"
    return f"{item.kind} '{item.id}' needs a heading of its own or `:title:`: {reason}"


def complete(item: Item, node: nodes.Node) -> Item:
    """The item with the title and the first sentence that stand on its page.

    `node` is the item's section, or the target that begins it in a section of the author's.
    """
    if isinstance(node, guide_calculation_part):
        return replace(item, title=fold(readable(node)))
    if isinstance(node, guide_architecture | guide_budget | guide_calculation):
        return labeled(replace(item, title=fold(readable(node[0]))), node)
    if isinstance(item, Chart) and isinstance(node, guide_chart):
        return named(replace(item, title=fold(readable(node[0]))), node)
    if isinstance(item, Question) and isinstance(node, guide_question):
        return worded(item, node)
    # Options are values, and no translator meets a value: their words stand in nodes of their own.
    item = with_texts(item, node)
    if isinstance(item, Proficiency):
        row = next(node.findall(guide_matrix_row, siblings=True), guide_matrix_row())
        return replace(item, texts=tuple(markdown_of(entry.children) for entry in row.children))
    title, first = head_of(item, node)
    return replace(
        item,
        title=fold(readable(title)) if title else item.title,
        sentence=first_sentence(readable(first)) if first else "",
    )


def head_of(item: Item, node: nodes.Node) -> tuple[nodes.title | None, nodes.paragraph | None]:
    """The title of an item, and the paragraph that holds its first sentence."""
    # `siblings` since a target stands before its paragraphs, and a section around them.
    section = section_of(node)
    if section is None or not item.has_title:
        return None, None
    title = next(section.findall(nodes.title), None)
    paragraphs = node.findall(nodes.paragraph, siblings=node is not section)
    return title, next((part for part in paragraphs if not is_ours(part)), None)


class Look(NamedTuple):
    """Title and first sentence with their markup, each None where it is plain text."""

    title: nodes.inline | None
    sentence: nodes.inline | None


def look_of(item: Item, node: nodes.Node) -> Look:
    """How the words of an item look on its page; links in a title would stand in other links."""
    title, first = head_of(item, node)
    has_links = title is not None and any(isinstance(part, LINKS) for part in title.findall())
    end = SENTENCE_END.search(readable(first)) if first else None
    return Look(
        marked(title) if title and not has_links else None,
        marked(first, end.end() if end else None) if first else None,
    )


def is_ours(node: nodes.Element) -> bool:
    """Whether a paragraph was written by a directive, such as the line of facts."""
    return any(name.startswith("guide-") for name in node["classes"])


def with_texts(item: Item, node: nodes.Node) -> Item:
    """The item with what its options say in words. They stand in its section, or beside the node
    that begins it; other items may stand there too.
    """
    if not isinstance(item, Skill | Level | Given | Record):
        return item
    place = node if isinstance(node, nodes.section) else node.parent
    found = [text for text in place.findall(guide_text) if text["item"] == item.key]
    texts: dict[str, Any] = {text["name"]: fold(readable(text)) for text in found}
    if isinstance(item, Record):
        return replace(item, fields=tuple((name, texts.get(name, v)) for name, v in item.fields))
    if isinstance(item, Given) and "unit" in texts:
        texts["shown_unit"] = texts.pop("unit")
    return replace(item, **texts)


def labeled(item: Item, node: nodes.Element) -> Item:
    """A figure or a budget with the labels of its parts, in the order of its children."""
    kinds = (guide_architecture_part, guide_budget_part)
    labels = (fold(readable(part)) for part in node.children if isinstance(part, kinds))
    if isinstance(item, Architecture):
        components = tuple(replace(part, label=next(labels)) for part in item.components)
        flows = tuple(replace(flow, label=next(labels)) for flow in item.flows)
        return replace(item, components=components, flows=flows)
    if isinstance(item, Budget):
        resources = tuple(with_labels(resource, labels) for resource in item.resources)
        return replace(item, resources=resources)
    return item


def named(item: Chart, node: guide_chart) -> Chart:
    """A chart with the words of its options, and with the names of its columns and its rows."""
    parts = [part for part in node.children if isinstance(part, guide_chart_part)]
    words = {part["name"]: fold(readable(part)) for part in parts}
    tables = [part for part in node.children if isinstance(part, nodes.table)]
    head, *rows = [
        [fold(readable(entry)) for entry in row.children]
        for table in tables[:1]
        for row in table.findall(nodes.row)
    ] or [[]]
    return replace(
        item,
        head=tuple(head),
        titles=tuple((name, words[name]) for name in ("x", "y") if name in words),
        rows=tuple(replace(row, name=texts[0]) for row, texts in zip(item.rows, rows)),
        marks=tuple(replace(mark, label=words[mark.name]) for mark in item.marks),
    )


def with_labels(resource: Resource, labels: Iterator[str]) -> Resource:
    """A resource with its name and the labels of its rows; its unit is shown between them, unless a
    given has it.
    """
    name = next(labels)
    if resource.unit:
        next(labels)
    rows = tuple(replace(row, label=next(labels)) for row in resource.rows)
    return replace(resource, label=name, rows=rows)


def worded(item: Question, node: guide_question) -> Question:
    """The question with the words of its stem, its answer and its explanation, which does not
    repeat the answer.
    """
    asked = [child for child in node.children if not isinstance(child, ANSWERS)]
    means = [child for child in node.children if isinstance(child, guide_means)]
    explained = [
        child
        for part in node.findall(guide_explanation)
        for child in part.children
        if not isinstance(child, guide_solution)
    ]
    hints = node.findall(guide_hint)
    item = replace(
        item,
        title=fold(readable(asked[0])) if asked else "",
        text=words_of(asked),
        markdown=markdown_of(asked),
        hint="\n\n".join(markdown_of(part.children) for part in hints),
        explanation=markdown_of(explained),
        pictures=tuple(dict.fromkeys(picture_files([*asked, *means, *explained]))),
    )
    return TYPES[node["type"]].worded(item, node)
