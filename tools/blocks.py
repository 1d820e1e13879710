"""What MyST would read otherwise than its author meant: open fences, HTML, files elsewhere."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

FENCES = ("fence", "colon_fence")
#: Directives whose content is no Markdown.
LITERAL = {
    *("code", "code-block", "code-cell", "sourcecode", "parsed-literal", "highlight", "doctest"),
    *("eval-rst", "raw", "math", "csv-table", "toctree", "mermaid", "graphviz", "literalinclude"),
}
#: Directives whose argument is a file.
FILES = ("include", "literalinclude", "image", "figure")
RST_FILE = re.compile(rf"\s*(?:\.\. ({'|'.join(FILES)})::|:(file):)\s+(\S+)")
OPTION = re.compile(r"\s*:(file|url):\s+(\S+)")


class Block(NamedTuple):
    """A token of Markdown, with its line in the file and the fence in whose content it stands."""

    token: Token
    line: int
    outer: "Block | None"

    @property
    def name(self) -> str:
        """The directive of a fence; empty for code."""
        match = re.match(r"\s*\{([\w:.+-]+)\}", self.token.info)
        return match[1].rpartition(":")[2] if match else ""

    @property
    def opener(self) -> str:
        """The first line of a fence, as it is written."""
        return f"{self.token.markup}{self.token.info}".strip()

    @property
    def closed(self) -> bool:
        """Whether a fence has a last line of its own: one line more than its content and opener."""
        first, last = self.token.map or (0, 0)
        return last - first == self.token.content.count("\n") + 2


def reader(**settings: object) -> MarkdownIt:
    """MyST's parser with the settings of a site, such as `enable_extensions`; HTML is read."""
    return create_md_parser(MdParserConfig(**{**settings, "disable_syntax": []}), RendererHTML)  # type: ignore[arg-type]


def walk(
    parser: MarkdownIt, text: str, line: int = 1, outer: Block | None = None
) -> Iterator[Block]:
    """All tokens of a text in their order, those in the content of directives included."""
    for token in parser.parse(text if text.endswith("\n") else text + "\n"):
        block = Block(token, line + (token.map or [0])[0], outer)
        yield block
        markdown = token.type == "colon_fence" or block.name
        if token.type in FENCES and markdown and block.name not in LITERAL:
            yield from walk(parser, without_options(token.content), block.line + 1, block)


def without_options(content: str) -> str:
    """The content of a directive, with its options as empty lines: their values are no Markdown."""
    options = re.match(r"(?:[ \t]*:[\w-]+:.*\n(?:[ \t]+\S.*\n)*)+", content)
    return "\n" * options[0].count("\n") + content[options.end() :] if options else content


def open_fences(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Fences that are not closed, at the line that opened them.

    A fence that holds the beginning of another one with as many signs was not closed before it:
    the end of the inner one closes both. A `:::` that closes nothing is told only where nothing
    else is wrong, since most follow from that.
    """
    fences = [block for block in blocks if block.token.type in FENCES]
    found, swallowed, stray = [], set(), []
    for block in fences:
        sign, line = block.token.markup, swallowed_line(block, fences)
        if block.line in swallowed or (block.closed and not line):
            continue
        swallowed.add(line)
        if block.opener == sign and sign.startswith(":"):
            stray.append((block.line, f"{sign!r} closes nothing: a block above ends too early"))
        elif line:
            text = f"write {sign} before it, or open the outer one with more signs"
            found.append((block.line, f"{block.opener!r} is still open at line {line}: {text}"))
        else:
            text = f"write {sign} on a line of its own behind it"
            found.append((block.line, f"{block.opener!r} is never closed: {text}"))
    yield from found or stray


def swallowed_line(block: Block, fences: Sequence[Block]) -> int:
    """The line in a fence where another of its kind begins that cannot end inside it; 0 if none."""
    sign = block.token.markup
    if block.token.type == "colon_fence":
        inner = [other for other in fences if other.outer is block and other.opener != sign]
        return next((other.line for other in inner if other.token.markup.startswith(sign)), 0)
    begin = re.compile(rf" {{0,3}}{sign}+ *[\w{{]")
    lines = enumerate(block.token.content.split("\n"), block.line + 1)
    return next((number for number, line in lines if begin.match(line)), 0)


def html(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """HTML, which a site without it shows as text."""
    for block in blocks:
        if block.token.type == "html_block":
            yield block.line, said(block.token.content)
        for line, child in inline(block):
            if child.type == "html_inline" and not child.content.startswith("</"):
                yield line, said(child.content)


def said(tag: str) -> str:
    """The message for a piece of HTML."""
    first = tag.strip().splitlines()[0]
    instead = "begin the comment with `%`" if first.startswith("<!--") else "write Markdown"
    return f"HTML is off, `{first}` shows as it is written: {instead}, or code in backticks"


def inline(block: Block) -> Iterator[tuple[int, Token]]:
    """The tokens inside a paragraph, heading or cell, with their lines."""
    line = block.line
    for child in block.token.children or ():
        yield line, child
        line += child.type in ("softbreak", "hardbreak")


def files(blocks: Sequence[Block]) -> Iterator[tuple[int, str, str]]:
    """Files that a page names: line, what names it, and the path."""
    for block in blocks:
        if block.name in FILES:
            yield block.line, block.name, block.token.info.partition("}")[2].strip()
        if block.name in ("csv-table", "raw", "eval-rst"):
            pattern = RST_FILE if block.name == "eval-rst" else OPTION
            for number, text in enumerate(block.token.content.split("\n"), block.line + 1):
                if match := pattern.match(text):
                    *names, path = match.groups()
                    yield number, next(filter(None, names)), path
        for line, child in inline(block):
            if child.type == "image":
                yield line, "image", unquote(str(child.attrs["src"]))
            elif child.type == "link_open":
                yield line, "link", unquote(str(child.attrs["href"]).partition("#")[0])
            elif child.type == "myst_role" and child.meta["name"] == "download":
                named = re.search(r"<([^<>]+)>$", child.content)
                yield line, "download", named[1] if named else child.content.strip("`")
