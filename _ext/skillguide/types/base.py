"""What every type of question does on a page. Each type is one class in one file of this room."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar

from docutils import nodes
from docutils.statemachine import StringList

from ..checks.questions import unexplained
from ..messages import _
from ..model import Finding, Guide, Option, Part, Prompt, Question, Rule
from ..nodes import guide_feedback, guide_question
from ..texts import markdown_of, words_of
from .division import Parts, asks

T = TypeVar("T")
P = TypeVar("P", bound=Part)
N = TypeVar("N", bound=nodes.TextElement)
Visitor = Callable[..., None]
Visitors = dict[type[nodes.Element], tuple[Visitor, Visitor | None]]


class Mistake(NamedTuple):
    """What keeps a question from being read; the line is that of the page."""

    rule: Rule
    message: str
    line: int | None


class Answers(NamedTuple):
    """What a type reads of a question (see `model.Question`)."""

    options: tuple[Option, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    answers: tuple[str, ...] = ()
    tolerance: Decimal = Decimal()
    code: str = ""


class Reader(Protocol):
    """The directive, as a type sees it. `lines` are those of the question as they were written, by
    their number; `is_doubted`: a part of what is asked may stand in the answer, which is reported.
    """

    content: StringList
    lines: dict[int, str]
    options: dict[str, Any]
    is_doubted: bool

    @property
    def is_markdown(self) -> bool:
        """Whether MyST reads the page."""

    def parse(self) -> list[nodes.Node]:
        """The content as nodes, without comments."""

    def value(self, name: str, read: Callable[[str], T], *, required: bool = True) -> T | None:
        """An option's value; None after reporting one that is unreadable, or missing."""

    def report(self, rule: Rule, message: str, line: int | None = None) -> None:
        """Note a mistake."""

    def placed(self, node: N, option: str) -> N:
        """The node with the place of an option, where translators look for it."""


class PageType(ABC):
    """A type of question, as it is read from a page and written to it. The docstring of a method
    says what it does by default.
    """

    name: ClassVar[str]
    #: Options of the directive that only some types have.
    options: ClassVar[tuple[str, ...]] = ()
    #: Kinds of items that the page shows because of it.
    uses: ClassVar[tuple[str, ...]] = ()
    #: The script that it needs beside `quiz.js`, and what writes its nodes as HTML.
    script: ClassVar[str] = ""
    visitors: ClassVar[Visitors] = {}
    is_judged: ClassVar[bool] = True
    ends_stem: ClassVar[str] = "the line `---`"

    def __repr__(self) -> str:
        return self.name

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)  # an environment that is read again has other objects

    def __hash__(self) -> int:
        return hash(self.name)

    # From Markdown to the model

    def parse(self, reader: Reader) -> list[nodes.Node]:
        """The content of a question as nodes."""
        return reader.parse()

    def mistakes(self, reader: Reader, body: Sequence[nodes.Node]) -> Iterator[Mistake]:
        """What keeps the content from being read: nothing."""
        return iter(())

    @abstractmethod
    def divide(self, body: list[nodes.Node]) -> Parts:
        """The content, divided."""

    def late(self, parts: Parts) -> list[nodes.Node]:
        """What stands behind the stem, but may be a part of it: a paragraph that asks."""
        return [node for node in parts.rest if asks(node)]

    @abstractmethod
    def read(self, reader: Reader, id: str, parts: Parts) -> Answers | None:
        """What the content and the options declare; None after reporting that it is unreadable."""

    # From the model to nodes

    def data(self, item: Question) -> dict[str, str]:
        """What the script needs to judge an answer, as attributes of the question."""
        return {}

    def means(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        """What readers answer with."""
        return []

    def solution(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        """What stands in the explanation before the author's own words."""
        return []

    def worded(self, item: Question, node: guide_question) -> Question:
        """The item with the words that stand on its page after translation."""
        return item

    # From nodes to a format

    def finish(self, node: guide_question, guide: Guide) -> None:
        """Complete a question before it is written, when the whole guide is known: nothing."""
        return

    def explanation_title(self) -> str:
        """What the fold of the explanation is called."""
        return _("Answer")

    def key(self, node: guide_question) -> str:
        """The right answer in an answer key: none, since the explanation begins with it."""
        return ""

    def reasons(self, node: guide_question) -> Iterator[tuple[str, guide_feedback]]:
        """The reasons that belong to a part of the answer, with its letter or number."""
        return iter(())

    def lower(self, node: guide_question) -> None:
        """Make what readers answer with a form for paper: it is one."""
        return

    # To checks and exports (see `model.Type`)

    def check(self, question: Question) -> Iterator[Finding]:
        """The findings of its own: it is explained."""
        if not question.is_explained:
            yield unexplained(question, "after the stem, write how the answer is found")

    def is_sound(self, question: Question) -> bool:
        """Whether it can be asked: yes."""
        return True

    def gift(self, question: Question, guide: Guide) -> list[str]:
        """Its answers in GIFT: none, as for a text that a teacher reads."""
        return []

    def gift_obstacle(self, question: Question) -> str:
        """Why GIFT has no form for it: it has one."""
        return ""


def with_words(part: P, node: nodes.Element) -> P:
    """An option or a prompt with the words and the reason that its node shows."""
    others = [child for child in node.children if not isinstance(child, guide_feedback)]
    return replace(
        part,
        text=words_of(others),
        markdown=markdown_of(others),
        feedback="\n\n".join(markdown_of(reason.children) for reason in feedback_of(node)),
    )


def feedback_of(node: nodes.Element) -> list[guide_feedback]:
    """The reasons in an option or a prompt."""
    return [child for child in node.children if isinstance(child, guide_feedback)]


def labeled(entry: nodes.Element, cls: type[N], *, right: bool | None) -> list[nodes.Node]:
    """What an entry shows: its first paragraph as a label (an empty one before a block), further
    blocks, and its reason.
    """
    children = [child for child in entry.children if not isinstance(child, nodes.comment)]
    first = children[0]
    content: list[nodes.Node] = [cls()]
    if isinstance(first, nodes.paragraph):
        content, children = [renamed(first, cls)], children[1:]
    for child in children:
        if isinstance(child, nodes.block_quote):
            child = reason_node(child, right=right)
        content.append(child)
    return content


def reason_node(content: nodes.Element, *, right: bool | None) -> guide_feedback:
    """What stands in a block quote, or in a cell, as a reason; no search finds it."""
    return guide_feedback("", *content.children, right=right, classes=["no-search"])


def letter(index: int) -> str:
    """A for 0, B for 1; AA behind Z."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def renamed(node: nodes.TextElement, cls: type[N]) -> N:
    """The same text in a node of another class; it stays translatable."""
    new = cls(node.rawsource, "", *node.children)
    new.source, new.line = node.source, node.line
    return new


def question_of(node: nodes.Node) -> guide_question:
    """The question in which a node stands."""
    while not isinstance(node, guide_question):
        node = node.parent
    return node
