"""What readers see of an item: read from its page after translation, never from an option."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util import docname_join

from .markdown import Writer, is_address
from .model import Given, Item, Level, Option, Proficiency, Question, Record, Skill, Type
from .model.questions import digest, fold
from .nodes import (
    guide_architecture,
    guide_budget,
    guide_entry,
    guide_explanation,
    guide_facts,
    guide_feedback,
    guide_hint,
    guide_matrix_row,
    guide_option,
    guide_options,
    guide_question,
    guide_solution,
    guide_text,
)
from .visibility import is_hidden, visible

#: The domain whose references show the titles of items.
DOMAIN = "guide"
#: What leads elsewhere.
LINKS = (nodes.reference, nodes.footnote_reference, pending_xref)
#: Where a sentence ends: before a new line, or before what is no small letter and no digit; with a
#: full stop of Chinese and Japanese anywhere.
SENTENCE_END = re.compile(
    r"""(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)(?<!\bvs)[.!?…]["'”’)\]]*(?=\s*\n|\s+[^\sa-z\d])"""
    r"|[。！？][”』」）]*"
)
#: Parts of a question that are not what it asks.
ANSWERS = (
    guide_facts,
    guide_options,
    guide_entry,
    guide_explanation,
    guide_hint,
    nodes.target,
)


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
    if isinstance(node, guide_architecture | guide_budget):
        return replace(item, title=fold(readable(node[0])))
    if isinstance(item, Question) and isinstance(node, guide_question):
        return worded(item, node)
    item = with_texts(item, node)
    if isinstance(item, Proficiency):
        row = next(node.findall(guide_matrix_row, siblings=True), guide_matrix_row())
        return replace(item, texts=tuple(markdown_of(entry.children) for entry in row.children))
    title, first = head_of(item, node)
    look = look_of(item, node)
    return replace(
        item,
        title=fold(readable(title)) if title else item.title,
        sentence=first_sentence(readable(first)) if first else "",
        look=digest("".join(part.pformat() for part in look if part)) if any(look) else "",
    )


def head_of(item: Item, node: nodes.Node) -> tuple[nodes.title | None, nodes.paragraph | None]:
    """The title of an item, and the paragraph that holds its first sentence."""
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


def marked(node: nodes.TextElement, length: int | None = None) -> nodes.inline | None:
    """The text of a node with its markup, up to a length of what readers see; None without any."""
    left = len(readable(node)) if length is None else length
    copy = nodes.inline()
    for child in node.children:
        size = len(readable(child))
        if left <= 0 and size:
            break
        copy += cut(child, left) if size > left else child.deepcopy()
        left -= size
    return None if all(isinstance(child, nodes.Text) for child in copy.children) else copy


def cut(node: nodes.Node, length: int) -> nodes.Node:
    """The start of a text, also where it is emphasized; anything else whole."""
    if isinstance(node, nodes.Text):
        return nodes.Text(node[:length])
    if not isinstance(node, nodes.emphasis | nodes.strong):
        return node.deepcopy()
    start: nodes.Element = node.copy()
    for child in node.children:
        if length > 0:
            start += cut(child, length)
        length -= len(readable(child))
    return start


def is_ours(node: nodes.Element) -> bool:
    """Whether a paragraph was written by a directive, such as the line of facts."""
    return any(name.startswith("guide-") for name in node["classes"])


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence; a line that breaks inside one does not end it."""
    end = SENTENCE_END.search(text)
    return fold(text[: end.end()] if end else text)


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


def worded(item: Question, node: guide_question) -> Question:
    """The question with the words of its stem, its reasons and its explanation, which does not
    repeat the answer.
    """
    asked = [child for child in node.children if not isinstance(child, ANSWERS)]
    explained = [
        child
        for part in node.findall(guide_explanation)
        for child in part.children
        if not isinstance(child, guide_solution)
    ]
    hints = node.findall(guide_hint)
    choices = list(node.findall(guide_option))
    return replace(
        item,
        title=fold(readable(asked[0])) if asked else "",
        text=words_of(asked),
        markdown=markdown_of(asked),
        hint="\n\n".join(markdown_of(part.children) for part in hints),
        explanation=markdown_of(explained),
        options=tuple(map(with_reason, item.options, choices)),
        pictures=tuple(dict.fromkeys(picture_files([*asked, *choices, *explained]))),
        answers=answers_of(item, node),
        unit="".join(entry.astext() for entry in node.findall(guide_entry)),
    )


def answers_of(item: Question, node: guide_question) -> tuple[str, ...]:
    """The accepted answers; of a text, as translators wrote them."""
    solution = next(node.findall(guide_solution), None)
    if item.type is Type.TEXT and solution is not None:
        node["answers"] = [fold(part) for part in solution.astext().split("|")]
    return tuple(node["answers"])


def picture_files(content: Iterable[nodes.Node]) -> Iterator[str]:
    """The pictures of some nodes that are files, as their page names them."""
    for part in (part for node in content for part in visible(node)):
        if isinstance(part, nodes.image) and not is_address(part["uri"]):
            yield part["uri"]


def with_reason(option: Option, node: guide_option) -> Option:
    """The option with its words and its feedback."""
    reasons = [child for child in node.children if isinstance(child, guide_feedback)]
    others = [child for child in node.children if not isinstance(child, guide_feedback)]
    return replace(
        option,
        text=words_of(others),
        markdown=markdown_of(others),
        feedback="\n\n".join(markdown_of(reason.children) for reason in reasons),
    )


def words_of(content: Iterable[nodes.Node]) -> str:
    """What readers see of some blocks, on one line."""
    blocks = (part for node in content for part in visible(node) if is_block_of_text(part))
    return " ".join(filter(None, (fold(readable(block)) for block in blocks)))


def is_block_of_text(node: nodes.Node) -> bool:
    """Whether a node holds text and is no part of such a node itself."""
    return isinstance(node, nodes.TextElement) and not isinstance(node.parent, nodes.TextElement)


def markdown_of(content: Iterable[nodes.Node]) -> str:
    """The same for programs, as Markdown."""
    return Writer(readable).blocks(content)


def anchor_title(node: nodes.Node, anchor: str) -> str:
    """The title of a section of the same page; else that of a label anywhere, as `{ref:label}`."""
    while node.parent is not None:
        node = node.parent
    for section in node.findall(nodes.section):
        if anchor in (section.get("slug"), *section["ids"], *section["names"]):
            return readable(section[0])
    return f"{{ref:{anchor}}}"


def readable(node: nodes.Node) -> str:
    """The text of a node; a reference without words of its own as `{kind:id}`, `{ref:label}` or
    `{doc:page}`, which `Guide.spell` replaces.
    """
    if is_hidden(node) or isinstance(node, nodes.footnote_reference):
        return ""
    if isinstance(node, pending_xref) and not node["refexplicit"]:
        type, target, domain = node["reftype"], node["reftarget"], node.get("refdomain")
        if domain == DOMAIN or type == "ref":
            return f"{{{type}:{target}}}"
        if type == "doc":
            return f"{{doc:{docname_join(node['refdoc'], target)}}}"
        if type == "myst":  # Markdown's own links: to a page, or to an anchor anywhere
            return f"{{doc:{target}}}" if domain == "doc" else f"{{ref:{target}}}"
    if isinstance(node, nodes.image):
        return str(node.get("alt", ""))
    if isinstance(node, nodes.reference) and node.get("id_link") and not node.astext():
        return anchor_title(node, node["refuri"].removeprefix("#"))
    if isinstance(node, nodes.Element):
        return "".join(map(readable, node.children))
    return node.astext()
