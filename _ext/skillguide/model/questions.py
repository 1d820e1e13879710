"""Questions and quizzes."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from .items import Item


def fold(text: str) -> str:
    """A text with its white space folded: lines may be wrapped anew."""
    return " ".join(text.split())


def digest(text: str) -> str:
    """Eight hexadecimal digits for a text; every sign and space counts."""
    return sha256(text.encode()).hexdigest()[:8]


class Type(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    NUMERIC = "numeric"
    TEXT = "text"
    TRACE = "trace"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer. `source` is its Markdown before translation, `text` what readers see of
    it, `markdown` the same for programs; `line` counts from 1. All but the source may refer to
    items (see `Item`); the feedback is Markdown.
    """

    source: str
    is_right: bool
    has_feedback: bool
    line: int = field(repr=False)
    text: str = ""
    markdown: str = ""
    feedback: str = ""

    @property
    def id(self) -> str:
        """A short hash of the source: it survives moving, and changes with the words."""
        return digest(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """A question. `quiz` is "" for one that stands alone.

    A choice has `options`. All other types but the open one have `answers`: the texts that are
    accepted, for a number just one. `tolerance` is absolute, in `unit`. `code` is what a trace
    runs. `text` is what readers see of the stem, `markdown` the same for programs; the hint and
    the explanation are Markdown, too. `pictures` are files, as the page names them. `content` is a
    hash of all that readers see. `allows` are the rules that the author has silenced for it, with
    a reason.

    `is_readable` is False when its options could not be told apart: that is reported where it is
    read, and nothing else about the question is.
    """

    kind = "question"
    has_title = False
    type: Type = Type.CHOICE
    stem: str
    text: str = ""
    markdown: str = ""
    hint: str = ""
    explanation: str = ""
    pictures: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    answers: tuple[str, ...] = ()
    tolerance: Decimal = Decimal()
    unit: str = ""
    code: str = ""
    is_multiple: bool = False
    keeps_order: bool = False
    is_readable: bool = True
    is_explained: bool = True
    quiz: str = ""
    sub_skill: str = ""
    level: str = ""
    teaches: str = ""
    source: str = ""
    content: str = ""
    allows: frozenset[str] = frozenset()

    @property
    def page(self) -> str:
        """The page that teaches the answer, or ""."""
        return self.teaches.partition("#")[0]

    @property
    def digest(self) -> str:
        """A hash of the stem and the *set* of options and keys: their order does not count."""
        options = sorted(f"{option.id}{option.is_right:d}" for option in self.options)
        answers = (*self.answers, str(self.tolerance)) if self.answers else ()
        return digest(" ".join((self.stem, *options, *answers)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Item):
    """A set of questions; `sub_skill` is inherited by those that name none.

    Questions of a quiz that is apart are not shown on the pages that teach them: else it would
    measure memory. An example shows authors how questions are written, and is not exported.
    """

    kind = "quiz"
    sub_skill: str = ""
    is_apart: bool = False
    is_example: bool = False
