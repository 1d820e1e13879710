"""What must not become live on a page: addresses that run something, and HTML of an author."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import roles
from docutils.parsers.rst.directives.misc import Raw
from docutils.parsers.rst.states import Inliner
from myst_parser.config.main import TopmatterReadError, read_topmatter
from sphinx.addnodes import download_reference, pending_xref, toctree
from sphinx.transforms import SphinxTransform

from .domain import GuideDomain, locate
from .model import Finding, Location, Rule

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: Addresses that run code, carry a page of their own, or lead to the reader's disk.
UNSAFE = re.compile(r"(javascript|vbscript|data|file):", re.IGNORECASE)
#: A link of Markdown that the parser left as text, because it knows its address as unsafe.
LEFT = re.compile(rf"(?:\](?:\(|:)\s*<?|<)\s*{UNSAFE.pattern}(?=\S)", re.IGNORECASE)
#: The start of a comment of HTML, also with the dash that smart quotes make of it.
COMMENT = re.compile("<!(--|–)")
LINKS = (nodes.reference, nodes.target, nodes.image, pending_xref, download_reference)
#: Text that is shown as it is written.
QUOTED = (nodes.literal, nodes.math, nodes.FixedTextElement)
#: Settings of MyST with which a page could turn HTML on, or run code by substitutions.
SYNTAX = ("enable_extensions", "disable_syntax", "gfm_only", "commonmark_only")


class DropUnsafeLinks(SphinxTransform):
    """Links and pictures with an unsafe address become their text, and a finding."""

    default_priority = 845  # after references have their addresses, before pages are collected

    def apply(self, **kwargs: Any) -> None:
        is_off = html_is_off(self.config)
        for node in list(self.document.findall()):
            if is_off and is_shown_comment(node):
                text = "a comment of HTML is shown to readers: begin its line with `% ` instead"
                report(self.env, Finding(Rule.RAW, locate(self.env, *place_of(node)), text))
            for scheme in schemes(node):
                what = "picture" if isinstance(node, nodes.image) else "link"
                text = (
                    f"'{scheme.lower()}:' is no address for a {what}: "
                    "write one that begins with https://, or the path of a file"
                )
                report(self.env, Finding(Rule.LINK, locate(self.env, *place_of(node)), text))
            if any(map(unsafe, addresses(node))):
                disarm(node)


def schemes(node: nodes.Node) -> list[str]:
    """The schemes of the unsafe addresses that a node has, or holds as text."""
    if not isinstance(node, nodes.Text):
        return [scheme for scheme in map(unsafe, addresses(node)) if scheme]
    return [] if is_quoted(node) else [match[1] for match in LEFT.finditer(node)]


def is_shown_comment(node: nodes.Node) -> bool:
    """Whether a text holds what an author meant as a comment."""
    return isinstance(node, nodes.Text) and bool(COMMENT.search(node)) and not is_quoted(node)


def is_quoted(node: nodes.Node) -> bool:
    """Whether a text is shown as it is written."""
    return any(isinstance(outer, QUOTED) for outer in around(node))


def addresses(node: nodes.Node) -> Iterator[str]:
    """The addresses to which a node leads."""
    if isinstance(node, toctree):
        yield from (address for _title, address in node["entries"])
    elif isinstance(node, LINKS):
        is_named = isinstance(node, pending_xref) and node.get("reftype") != "myst"
        names = ("refuri",) if is_named else ("refuri", "uri", "reftarget")
        yield from (str(node[name]) for name in names if node.get(name))


def unsafe(address: str) -> str:
    """The scheme of an unsafe address, read as browsers read it; else empty."""
    match = UNSAFE.match(re.sub(r"[\x00-\x20\x7f-\x9f]", "", unescape(address)))
    return match[1] if match else ""


def disarm(node: nodes.Node) -> None:
    """Leave the text of a link, the description of a picture, the safe entries of a list."""
    assert isinstance(node, nodes.Element)
    if isinstance(node, toctree):
        node["entries"] = [entry for entry in node["entries"] if not unsafe(entry[1])]
    elif isinstance(node, nodes.target):
        del node["refuri"]
    elif isinstance(node, nodes.image):
        text = nodes.Text(node.get("alt", ""))
        inline = isinstance(node.parent, nodes.TextElement)
        node.replace_self(text if inline else nodes.paragraph("", "", text))
    else:
        node.replace_self(node.children)


def around(node: nodes.Node | None) -> Iterator[nodes.Node]:
    """A node and all in which it stands."""
    while node is not None:
        yield node
        node = node.parent


def place_of(node: nodes.Node) -> tuple[str | None, int]:
    """The file and line where a node begins.

    The parser gives the first line of its paragraph; in a translation, lines are not the page's.
    """
    block = node
    while isinstance(block.parent, nodes.TextElement):
        block = block.parent
    places = ((outer.source, outer.line) for outer in around(node) if outer.line)
    written = (place for place in places if place[0] and not place[0].endswith("<translated>"))
    source, line = next(written, (None, 1))
    for part in block.findall():
        if part is node:
            break
        line += part.count("\n") if isinstance(part, nodes.Text) else 0
    return source, line


class RawDirective(Raw):
    """The directive `raw`; where HTML is off, a finding and its content as code."""

    def run(self) -> list[nodes.Node]:
        settings = self.state.document.settings
        if settings.raw_enabled:
            return list(super().run())
        report_raw(settings.env, self.state_machine.get_source_and_line(self.lineno))
        text = "\n".join(self.content)
        return [nodes.literal_block(text, text)] if text else []


def raw_role(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: Inliner,
    options: dict[str, Any] | None = None,
    content: list[str] | None = None,
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """The role `raw` and those made of it; where HTML is off, a finding and the text as code."""
    settings = inliner.document.settings
    if settings.raw_enabled:
        return roles.raw_role(name, rawtext, text, lineno, inliner, options, content)
    place: tuple[Any, int | None] = (inliner.document["source"], lineno)
    if isinstance(inliner, Inliner):  # not MyST's: its reporter keeps the lines of the last rST
        place = inliner.reporter.get_source_and_line(lineno)
    report_raw(settings.env, place)
    return [nodes.literal(rawtext, text)], []


raw_role.options = roles.raw_role.options  # type: ignore[attr-defined]


def report_raw(env: "BuildEnvironment", place: tuple[Any, int | None]) -> None:
    """Note a use of `raw` at a source and line."""
    text = "raw HTML is off: write Markdown or a directive, or show HTML in a code block"
    report(env, Finding(Rule.RAW, locate(env, *place), text))


def report(env: "BuildEnvironment", finding: Finding) -> None:
    """Note a mistake, once, on the page that is being read."""
    domain = GuideDomain.of(env)
    if finding not in domain.page(finding.location.docname).findings:
        domain.report(finding)


def html_is_off(config: "Config") -> bool:
    """Whether the site shows HTML in Markdown as text: then it is off everywhere."""
    return "html_block" in getattr(config, "myst_disable_syntax", ())


def turn_raw_off(app: "Sphinx") -> None:
    """Where HTML is off in Markdown, docutils does not take it either."""
    if html_is_off(app.config):
        app.env.settings["raw_enabled"] = False
    else:
        app.env.settings.pop("raw_enabled", None)


def keep_syntax(app: "Sphinx", docname: str, source: list[str]) -> None:
    """Leave out front matter that changes the syntax of its page, where HTML is off."""
    try:
        matter = (read_topmatter(source[0]) if html_is_off(app.config) else None) or {}
    except TopmatterReadError:
        return  # the parser reports it
    myst = matter.get("myst")
    names = [name for name in SYNTAX if name in myst] if isinstance(myst, dict) else []
    lines = source[0].split("\n")
    path = str(app.env.doc2path(docname, base=False))
    for name in names:
        line = next((number for number, line in enumerate(lines, 1) if name in line), 1)
        text = f"front matter: 'myst: {name}' changes the syntax of a page: delete it"
        report(app.env, Finding(Rule.RAW, Location(docname, path, line), text))
    if names:  # the rest on one line, as JSON is YAML: the lines below keep their places
        matter["myst"] = {name: value for name, value in (myst or {}).items() if name not in names}
        ends = (i for i, line in enumerate(lines) if i and line.startswith(("---", "...")))
        end = next(ends, len(lines))
        lines[1:end] = [json.dumps(matter, default=str), *["#"] * (end - 2)]
        source[0] = "\n".join(lines)
