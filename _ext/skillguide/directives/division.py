"""The content of a question, divided: what is asked, what it is answered with, what explains it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docutils import nodes

from ..model import Rule, Type
from .choices import Mistake, entries_of, is_task, is_task_list

#: What ends a question, in Latin, Chinese and Japanese, and Arabic script.
QUESTION_MARKS = ("?", "？", "؟")
#: What makes a heading of the text above it.
UNDERLINE = re.compile(r"\s*(-+|=+)\s*")


class Parts(NamedTuple):
    """The content of a question, divided: what is asked, the list of options or the rubric, what
    explains the answer. `is_marked` says that the author drew the line.
    """

    stem: list[nodes.Node]
    entries: list[nodes.list_item]
    rest: list[nodes.Node]
    is_marked: bool = False

    @property
    def legend(self) -> nodes.paragraph | None:
        """The paragraph that asks: the first one of the stem, also where code stands before it."""
        return next((node for node in self.stem if isinstance(node, nodes.paragraph)), None)


def divide(type: Type, body: list[nodes.Node]) -> Parts:
    """Divide the content of a question.

    A line `---` ends what is asked. Without one, a choice is divided by its task list, an open
    question by its numbered list. Otherwise the stem is the first paragraph with the code or the
    tables around it, and the next paragraph begins the explanation.
    """
    breaks = [i for i, node in enumerate(body) if isinstance(node, nodes.transition)]
    if type is Type.CHOICE:
        index = next((i for i, node in enumerate(body) if is_task_list(node)), len(body))
        entries = list(filter(is_task, entries_of(body[index : index + 1])))
        end = index - 1 if index - 1 in breaks else index
        return Parts(body[:end], entries, body[index + 1 :])
    lists = [i for i, node in enumerate(body) if is_rubric(node)]
    if breaks:
        stem, rest = body[: breaks[0]], body[breaks[0] + 1 :]
    elif type is Type.OPEN and lists:
        stem, rest = body[: lists[0]], body[lists[0] :]
    else:
        paragraphs = [i for i, node in enumerate(body) if isinstance(node, nodes.paragraph)]
        index = paragraphs[1] if len(paragraphs) > 1 else len(body)
        stem, rest = body[:index], body[index:]
    rubric = next(filter(is_rubric, rest), None) if type is Type.OPEN else None
    entries = entries_of([rubric] if rubric else [])
    return Parts(stem, entries, [node for node in rest if node is not rubric], bool(breaks))


def underlined(body: Sequence[nodes.Node], lines: dict[int, str]) -> Iterator[Mistake]:
    """The lines `---` that stand right below a text, which makes a heading of it."""
    for node in (node for node in body if isinstance(node, nodes.rubric)):
        line = node.line or 0
        while lines.get(line, "").strip() and not UNDERLINE.fullmatch(lines[line]):
            line += 1
        if UNDERLINE.fullmatch(lines.get(line, "")):
            message = "this line makes a heading of the text above it; leave a line empty between"
            yield Mistake(Rule.STEM, message, line)


def folded(id: str, type: Type, parts: Parts) -> Mistake | None:
    """The mistake where a part of what is asked may have been taken for the answer: a later
    paragraph or list asks, or nothing asks although more than one paragraph follows.
    """
    if type is Type.CHOICE or parts.is_marked:
        return None
    texts = [node for node in parts.rest if isinstance(node, nodes.paragraph)]
    late: list[nodes.Node] = [node for node in texts if asks(node)]
    if type is Type.OPEN:
        late += filter(is_rubric, parts.rest)
    if not any(map(asks, parts.stem)) and len(texts) > 1:
        late += texts[:1]
    if not late:
        return None
    message = (
        f"question '{id}' may ask this too, but it stands in the answer; write a line `---` where "
        "the question ends"
    )
    return Mistake(Rule.STEM, message, late[0].line)


def asks(node: nodes.Node) -> bool:
    """Whether a paragraph holds a question mark at the end of a sentence."""
    return isinstance(node, nodes.paragraph) and any(
        line.rstrip(" )*_”\"'").endswith(QUESTION_MARKS) for line in node.astext().splitlines()
    )


def is_rubric(node: nodes.Node) -> bool:
    """Whether a node is the numbered list of an open question."""
    return isinstance(node, nodes.enumerated_list)
