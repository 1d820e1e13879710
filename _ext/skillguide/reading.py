"""What readers see of an item: read from its page after translation, never from an option."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util import docname_join

from .model import Item, Option, Question
from .nodes import (
    architecture,
    budget,
    option_feedback,
    question,
    question_explanation,
    question_facts,
    question_hint,
    question_option,
    question_options,
)

#: The domain whose references show the titles of items.
DOMAIN = "guide"
#: Parts of a question that are not what it asks.
ANSWERS = (question_facts, question_options, question_explanation, question_hint)


def section_of(node: nodes.Node | None) -> nodes.section | None:
    """The section that a node is, or in which it stands."""
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    return node


def untitled(item: Item, owner: Item | None) -> str:
    """The message for an item that has no heading of its own."""
    reason = f"the heading above belongs to {owner.kind} '{owner.id}'" if owner else "it has none"
    return f"{item.kind} '{item.id}' needs a heading of its own or `:title:`: {reason}"


def complete(item: Item, node: nodes.Node | None) -> Item:
    """The item with the title and the first sentence that stand on its page.

    `node` is the item's section, or the target that begins it in a section of the author's.
    Authors write one sentence a line, so the first line of a paragraph is its first sentence.
    """
    if isinstance(node, architecture | budget):
        return replace(item, title=node[0].astext())
    if isinstance(item, Question) and isinstance(node, question):
        return worded(item, node)
    section = section_of(node)
    if node is None or section is None or not item.has_title:
        return item
    title = next(section.findall(nodes.title), None)
    paragraphs = node.findall(nodes.paragraph, siblings=node is not section)
    first = next((paragraph for paragraph in paragraphs if not paragraph["classes"]), None)
    return replace(
        item,
        title=title.astext() if title else "",
        sentence=readable(first).partition("\n")[0] if first else "",
    )


def worded(item: Question, node: question) -> Question:
    """The question with the words of its stem, its reasons and its explanation."""
    asked = [child for child in node.children if not isinstance(child, ANSWERS)]
    explained = node.findall(question_explanation)
    return replace(
        item,
        title=asked[0].astext() if asked else item.title,
        text=text_of(asked),
        explanation="\n\n".join(text_of(part.children) for part in explained),
        options=tuple(map(with_reason, item.options, node.findall(question_option))),
    )


def with_reason(option: Option, node: question_option) -> Option:
    """The option with its words and its feedback."""
    reasons = [child for child in node.children if isinstance(child, option_feedback)]
    others = [child for child in node.children if not isinstance(child, option_feedback)]
    return replace(
        option,
        text=text_of(others),
        feedback="\n\n".join(text_of(reason.children) for reason in reasons),
    )


def text_of(content: Iterable[nodes.Node]) -> str:
    """The text of some blocks, in Markdown as far as code and tables need it."""
    return "\n\n".join(filter(None, map(block_text, content)))


def block_text(node: nodes.Node) -> str:
    """One block: code in a fence, a table row by row, a list entry by entry."""
    if isinstance(node, nodes.literal_block):
        return f"```{node.get('language', '')}\n{node.astext()}\n```"
    if isinstance(node, nodes.table):
        rows = [[readable(cell) for cell in row.children] for row in node.findall(nodes.row)]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])
    if isinstance(node, nodes.bullet_list | nodes.enumerated_list):
        return "\n".join(f"- {readable(entry)}" for entry in node.children)
    return " ".join(readable(node).split())


def readable(node: nodes.Node) -> str:
    """The text of a node; a reference without words of its own as `{kind:id}`, `{ref:label}` or
    `{doc:page}`, which `Guide.spell` replaces.
    """
    if isinstance(node, pending_xref) and not node["refexplicit"]:
        type, target = node["reftype"], node["reftarget"]
        if node["refdomain"] == DOMAIN or type == "ref":
            return f"{{{type}:{target}}}"
        if type == "doc":
            return f"{{doc:{docname_join(node['refdoc'], target)}}}"
    if isinstance(node, nodes.Element):
        return "".join(map(readable, node.children))
    return node.astext()
