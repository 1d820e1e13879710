"""From docutils nodes to Markdown, for programs that get the words of a page.

It is CommonMark with tables, kept to what Moodle's PHP Markdown Extra shows alike. Where neither
has a form that is safe beside its neighbors, it is HTML, which both pass on.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from string import punctuation
from typing import NamedTuple
from urllib.parse import quote

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.locale import admonitionlabels

from .export.markup import code, escape, fence, paragraph
from .visibility import is_hidden

LISTS = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list)
QUOTES = (nodes.block_quote, nodes.Admonition)
STARS: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.emphasis: ("*", "em"),
    nodes.strong: ("**", "strong"),
}
TAGS: dict[type[nodes.Node], str] = {nodes.subscript: "sub", nodes.superscript: "sup"}
#: What may stand beside a star that opens or closes emphasis; see `fits`.
BESIDE = f" {punctuation}".replace("*", "")
#: A reference that `Guide.spell` replaces.
PLACE = re.compile(r"\{[a-z-]+:[^{}]+\}")


class Span(NamedTuple):
    """A piece of inline Markdown, and the HTML for it where its neighbors would spoil it."""

    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes nodes. `refer` returns the title of a reference without words of its own, or its
    place.
    """

    refer: Callable[[nodes.Node], str]
    in_table: bool = False
    in_stars: bool = False

    def blocks(self, content: Iterable[nodes.Node]) -> str:
        """Some blocks, with blank lines between them."""
        written, was_list = "", False
        for node in content:
            if text := self.block(node):
                is_list = isinstance(node, LISTS)
                # two lists in a row would be one
                between = "\n\n<!-- -->\n\n" if was_list and is_list else "\n\n"
                written += between + text if written else text
                was_list = is_list
        return written

    def block(self, node: nodes.Node) -> str:
        """One block; "" for a comment, a target, a message of the parser."""
        match node:
            case nodes.Invisible() | nodes.system_message():
                return ""
            case _ if is_hidden(node):
                return ""
            case nodes.literal_block() | nodes.doctest_block():
                return fence(node.astext().rstrip("\n"), language(node))
            case nodes.raw():
                return html(node)
            case nodes.TextElement() | nodes.image():
                return paragraph(self.inline([node]))
            case nodes.table():
                return self.table(node)
            case nodes.bullet_list() | nodes.enumerated_list():
                return listed(node, [self.blocks(entry.children) for entry in node.children])
            case nodes.definition_list():
                return listed(node, [self.definition(entry) for entry in node.children])
            case nodes.Element() if isinstance(node, QUOTES):
                return self.quote(node)
            case _:
                return self.blocks(node.children)

    def definition(self, entry: nodes.Node) -> str:
        """A term in bold, and its definition as further blocks of the same entry."""
        parts = [
            nodes.strong("", "", *part.deepcopy().children)
            if isinstance(part, nodes.term)
            else part
            for part in entry.children
        ]
        return self.blocks(parts)

    def quote(self, node: nodes.Element) -> str:
        """A block quote; a note and its like begin with their name."""
        label = admonitionlabels.get(node.tagname)
        heading = [nodes.strong("", str(label))] if label else []
        lines = self.blocks([*heading, *node.children]).split("\n")
        return "\n".join(f"> {line}" if line else ">" for line in lines)

    def table(self, node: nodes.table) -> str:
        """A table row by row, below its title; one without a head gets an empty one."""
        found = [row for row in node.findall(nodes.row) if row.parent.parent.parent is node]
        rows = [list(self.row(row)) for row in found]
        width = max(map(len, rows))
        if isinstance(found[0].parent, nodes.tbody):
            rows.insert(0, [])
        rows.insert(1, [*map(alignment, cells(found[0])), *["---"] * width])
        lines = [f"| {' | '.join([*row, *[''] * width][:width])} |" for row in rows]
        title = self.blocks(part for part in node.children if isinstance(part, nodes.title))
        return "\n\n".join(filter(None, (title, "\n".join(lines))))

    def row(self, row: nodes.row) -> Iterator[str]:
        """The cells of a row: their blocks on one line; empty ones behind a wide one."""
        writer = replace(self, in_table=True)
        for entry in cells(row):
            yield "<br />".join(writer.lines(entry))
            yield from [""] * entry.get("morecols", 0)

    def lines(self, node: nodes.Node) -> Iterator[str]:
        """The blocks of a cell, each as inline Markdown."""
        if isinstance(node, nodes.literal_block):
            for line in node.astext().splitlines():
                yield self.inline([nodes.literal("", line)])
        elif isinstance(node, nodes.TextElement | nodes.image):
            yield self.inline([node]).strip(" ")
        else:
            for child in node.children:
                yield from self.lines(child)

    def inline(self, content: Iterable[nodes.Node]) -> str:
        """Inline content: each piece as Markdown, or as HTML where it would not fit."""
        spans = [span for node in content for span in self.spans(node) if span.text]
        written = ""
        for span, after in zip(spans, [*spans[1:], Span("")], strict=False):
            if span.html and not fits(span.text, written[-1:], after.text[:1], self.in_table):
                written += span.html
            elif span.text.startswith("[") and written.endswith("!"):
                written = f"{written[:-1]}\\!{span.text}"  # a link, not a picture
            else:
                written += span.text
        return written

    def spans(self, node: nodes.Node) -> Iterator[Span]:
        """The pieces of inline content."""
        match node:
            case nodes.Text():
                yield Span(escape(one_line(node)))
            case nodes.literal():
                text = one_line(node.astext())
                yield Span(code(text), f"<code>{escape(text)}</code>")
            case nodes.math() | nodes.math_block():
                yield Span(escape(formula(node)))
            case nodes.raw():
                yield Span(html(node))
            case nodes.image():
                yield Span(f"![{escape(one_line(node.get('alt', '')))}]({address(node['uri'])})")
            case nodes.footnote_reference() | nodes.citation_reference():
                yield Span(escape(f"[{node.astext()}]"))
            case pending_xref() | nodes.reference() if title := self.title(node):
                yield Span(title)
            case nodes.reference() if is_address(node.get("refuri", "")):
                yield Span(f"[{self.inline(node.children)}]({address(node['refuri'])})")
            case nodes.system_message():
                pass
            case nodes.Invisible() if not isinstance(node, nodes.target):
                pass
            case _ if is_hidden(node):
                pass
            case _:
                yield from self.marked(node)

    def title(self, node: nodes.Node) -> str:
        """What stands for a reference without words of its own; "" for one that has them."""
        found = self.refer(node)
        if node.astext() and not PLACE.fullmatch(found):
            return ""
        parts = re.split(f"({PLACE.pattern})", found)
        return "".join(part if PLACE.fullmatch(part) else escape(part) for part in parts)

    def marked(self, node: nodes.Node) -> Iterator[Span]:
        """Emphasis and its like, or the pieces of an element that is only a frame.

        Stars within stars may close what they should open, so only the outer ones are stars.
        """
        stars, tag = next((STARS[kind] for kind in STARS if isinstance(node, kind)), ("", ""))
        tag = tag or TAGS.get(type(node), "")
        if not tag:
            for child in node.children:
                yield from self.spans(child)
            return
        text = replace(self, in_stars=True).inline(node.children)
        can_have_stars = stars and not self.in_stars and text == text.strip()
        if text:
            tagged = f"<{tag}>{text}</{tag}>"
            yield Span(f"{stars}{text}{stars}", tagged) if can_have_stars else Span(tagged)


def fits(text: str, before: str, after: str, in_table: bool) -> bool:
    """Whether stars or ticks keep their meaning between two characters ("" at an end).

    Stars between two letters may open, close, or do both. A run of ticks ends where ticks end.
    """
    if text.startswith("`"):
        is_safe = not PLACE.search(text) and not (in_table and "|" in text)
        return is_safe and "`" not in (before, after)
    return before in BESIDE and after in BESIDE


def one_line(text: str) -> str:
    """The text with its line breaks as spaces; spaces that do not break stay."""
    return re.sub(r"[ \t\n\r\f\v]+", " ", text)


def formula(node: nodes.math | nodes.math_block) -> str:
    r"""TeX between `\(` and `\)`, or `\[` and `\]`, as MathJax finds it in any page."""
    text = one_line(node.astext()).strip()
    if isinstance(node, nodes.math):
        return rf"\({text}\)"
    return text if node.get("no-wrap") or node.get("nowrap") else rf"\[{text}\]"


def html(node: nodes.raw) -> str:
    """HTML that the author wrote, without comments; nothing that is for other formats."""
    is_html = "html" in node["format"].split()
    return re.sub(r"<!--.*?-->", "", node.astext(), flags=re.DOTALL).strip() if is_html else ""


def is_address(uri: str) -> bool:
    """Whether a name is valid everywhere, unlike a file beside the page or a place on it."""
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", uri))


def address(uri: str) -> str:
    """An address without signs that would end it, or mean a letter."""
    uri = re.sub(r"[\s()<>\\`|]", lambda sign: quote(sign[0], safe=""), uri)
    return re.sub(r"&(?=#?\w+;)", "&amp;", uri)


def language(node: nodes.Element) -> str:
    """The language of a block of code, if it is a word."""
    name = node.get("language", "")
    return name if name != "default" and re.fullmatch(r"[\w:-]+", name) else ""


def cells(row: nodes.Node) -> list[nodes.entry]:
    """The cells of a row, without those of a table in one of them."""
    return [cell for cell in row.children if isinstance(cell, nodes.entry)]


def alignment(entry: nodes.Element) -> str:
    """How the column of a cell is aligned."""
    marks = {"text-left": ":--", "text-center": ":-:", "text-right": "--:"}
    return next((marks[name] for name in entry["classes"] if name in marks), "---")


def listed(node: nodes.Element, entries: list[str]) -> str:
    """Entries behind their marks, with blank lines between them if one has several blocks."""
    is_numbered = isinstance(node, nodes.enumerated_list)
    first = node.get("start", 1)
    marks = [f"{first + index}. " if is_numbered else "- " for index in range(len(entries))]
    between = "\n\n" if any("\n\n" in entry for entry in entries) else "\n"
    return between.join(map(hang, marks, entries))


def hang(mark: str, text: str) -> str:
    """A text behind a mark, its further lines indented as wide as the mark."""
    return (mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), text)).rstrip(" ")
