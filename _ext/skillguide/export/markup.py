"""Text as Markdown that shows it unchanged: in CommonMark, and in Moodle's PHP Markdown Extra."""

import re

#: Signs that may be markup. `<` and `&` are none before a space; a backslash is none before a
#: letter, and is doubled where it ends a text, since nobody knows what follows. `{kind:id}` would
#: be spelled as a reference.
_SIGNS = re.compile(r"\\(?![A-Za-z0-9 ])|[`*_\[\]|]|[<&](?!\s)|~(?=~)|\{(?=[a-z-]+:)")
#: PHP Markdown knows no backslash before `<`, `&` and `~`.
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", "{": "&#123;"}
#: What begins a heading, a quote, a definition or a list, at the start of a paragraph.
_START = re.compile(r"^([0-9]{0,9})([#>:]|[-+.)](?=[\s-]|$))")


def escape(text: str) -> str:
    """The text, with every sign that could be markup escaped."""
    return _SIGNS.sub(lambda sign: _ENTITIES.get(sign[0], f"\\{sign[0]}"), text)


def paragraph(markdown: str) -> str:
    """Inline Markdown that nothing but a paragraph begins with."""
    return _START.sub(r"\1\\\2", markdown.strip(" "))


def title(text: str) -> str:
    """A title in the middle of Markdown, or at the start of a paragraph."""
    return paragraph(escape(text))


def code(text: str) -> str:
    """Inline code, between more ticks than it holds in a row."""
    if not text.strip():
        return text
    ticks = "`" * (_longest_run(text) + 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def fence(text: str, language: str = "") -> str:
    """A block of code, between more ticks than it holds in a row."""
    ticks = "`" * max(3, _longest_run(text) + 1)
    return f"{ticks}{language}\n{text}\n{ticks}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
