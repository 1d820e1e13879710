"""The content of a question, divided: what is asked, what it is answered with, what explains it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docutils import nodes

#: What ends a question, in Latin, Chinese and Japanese, and Arabic script.
QUESTION_MARKS = ("?", "？", "؟")
#: What makes a heading of the text above it.
UNDERLINE = re.compile(r"\s*(-+|=+)\s*")


class Parts(NamedTuple):
    """The content of a question, divided: what is asked, the list or the table that it is answered
    with, what explains the answer. `is_marked` says that the author drew the line.
    """

    stem: list[nodes.Node]
    means: nodes.Element | None
    rest: list[nodes.Node]
    is_marked: bool = False

    @property
    def legend(self) -> nodes.paragraph | None:
        """The paragraph that asks: the first one of the stem, also where code stands before it."""
        return next((node for node in self.stem if isinstance(node, nodes.paragraph)), None)

    @property
    def entries(self) -> list[nodes.list_item]:
        """The entries of the list."""
        return entries_of([self.means] if self.means else [])


def divide(body: list[nodes.Node], kind: type[nodes.Element] | tuple[()] = ()) -> Parts:
    """Divide at a line `---`; without one, before the first block of the kind that is answered
    with. Without that, the stem is the first paragraph with the code or the tables around it, and
    the next paragraph begins the explanation.
    """
    breaks = [i for i, node in enumerate(body) if isinstance(node, nodes.transition)]
    means = [i for i, node in enumerate(body) if isinstance(node, kind)]
    if breaks:
        stem, rest = body[: breaks[0]], body[breaks[0] + 1 :]
    elif means:
        stem, rest = body[: means[0]], body[means[0] :]
    else:
        paragraphs = [i for i, node in enumerate(body) if isinstance(node, nodes.paragraph)]
        index = paragraphs[1] if len(paragraphs) > 1 else len(body)
        stem, rest = body[:index], body[index:]
    found = next((node for node in rest if isinstance(node, kind)), None)
    return Parts(stem, found, [node for node in rest if node is not found], bool(breaks))


def entries_of(lists: Iterable[nodes.Node]) -> list[nodes.list_item]:
    """The entries of some lists."""
    return [
        entry for node in lists for entry in node.children if isinstance(entry, nodes.list_item)
    ]


def underlined(body: Sequence[nodes.Node], lines: dict[int, str]) -> Iterator[int]:
    """The lines `---` that stand right below a text, which makes a heading of it."""
    for node in (node for node in body if isinstance(node, nodes.rubric)):
        line = node.line or 0
        while lines.get(line, "").strip() and not UNDERLINE.fullmatch(lines[line]):
            line += 1
        if UNDERLINE.fullmatch(lines.get(line, "")):
            yield line


def doubtful(parts: Parts, late: list[nodes.Node]) -> nodes.Node | None:
    """What may have been asked too, but stands in the answer: what comes `late`, or the first of
    several paragraphs behind a stem that asks nothing.
    """
    if parts.is_marked:
        return None
    texts = [node for node in parts.rest if isinstance(node, nodes.paragraph)]
    if late or any(map(asks, parts.stem)) or len(texts) < 2:
        return late[0] if late else None
    return texts[0]


def asks(node: nodes.Node) -> bool:
    """Whether a paragraph holds a question mark at the end of a sentence."""
    return isinstance(node, nodes.paragraph) and any(
        line.rstrip(" )*_”\"'").endswith(QUESTION_MARKS) for line in node.astext().splitlines()
    )
