"""What readers see of nodes: as a text, as Markdown for programs, with its markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util import docname_join

from .markdown import Writer, is_address
from .model.questions import fold
from .visibility import is_hidden, visible

#: The domain whose references show the titles of items.
DOMAIN = "guide"
#: Where a sentence ends: before a new line, or before what is no small letter and no digit; with a
#: full stop of Chinese and Japanese anywhere.
SENTENCE_END = re.compile(
    r"""(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)(?<!\bvs)[.!?…]["'”’)\]]*(?=\s*\n|\s+[^\sa-z\d])"""
    r"|[。！？][”』」）]*"
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


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence; a line that breaks inside one does not end it."""
    end = SENTENCE_END.search(text)
    return fold(text[: end.end()] if end else text)


def picture_files(content: Iterable[nodes.Node]) -> Iterator[str]:
    """The pictures of some nodes that are files, as their page names them."""
    for part in (part for node in content for part in visible(node)):
        if isinstance(part, nodes.image) and not is_address(part["uri"]):
            yield part["uri"]


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
    `{doc:page}`, which `Guide.spell` replaces; a figure that is restated as `{kind:id in unit}`.
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


def short(text: str, length: int = 88) -> str:
    """A text on one line, cut behind a word (anywhere in one that is very long)."""
    text = fold(text)
    if len(text) <= length:
        return text
    head = text[:length]
    words = head.rpartition(" ")[0]
    return (words if len(words) > length / 2 else head[:-1]).rstrip(" ,;:.–—") + "…"
