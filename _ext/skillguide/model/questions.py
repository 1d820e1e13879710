"""Questions and quizzes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar, Protocol

from .findings import Finding
from .items import Item

if TYPE_CHECKING:
    from .guide import Guide


def fold(text: str) -> str:
    """A text with its white space folded: lines may be wrapped anew."""
    return " ".join(text.split())


def digest(text: str) -> str:
    """Eight hexadecimal digits for a text; every sign and space counts."""
    return sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Part:
    """What readers see of an option or a prompt. `source` is its Markdown before translation,
    `text` what readers see of it, `markdown` the same for programs; `line` counts from 1. All but
    the source may refer to items (see `Item`); the feedback is Markdown.
    """

    source: str
    has_feedback: bool = False
    line: int = field(default=0, repr=False)
    text: str = ""
    markdown: str = ""
    feedback: str = ""

    @property
    def id(self) -> str:
        """A short hash of the source: it survives moving, and changes with the words."""
        return digest(self.source)


@dataclass(frozen=True, slots=True)
class Option(Part):
    """A possible answer."""

    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Prompt(Part):
    """What is answered on its own, beside others; `right` names the answer that belongs to it: a
    place from 1, or the id of an option.
    """

    right: str = ""


class Type(Protocol):
    """How a question is answered: what checks and exports ask of it. The types themselves stand in
    `types/`, one class each; a question holds its own.
    """

    name: ClassVar[str]
    #: Whether a program can tell that an answer is right.
    is_judged: ClassVar[bool]
    #: What an author writes behind the stem.
    ends_stem: ClassVar[str]

    def check(self, question: "Question") -> Iterator[Finding]:
        """What makes a question of this type unanswerable."""

    def is_sound(self, question: "Question") -> bool:
        """Whether it can be asked: then nothing of it was reported."""

    def gift(self, question: "Question", guide: "Guide") -> list[str]:
        """Its answers in GIFT, a line each."""

    def gift_obstacle(self, question: "Question") -> str:
        """Why GIFT has no form for it, and what to change; "" if it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """A question. `quiz` is "" for one that stands alone.

    A choice has `options`. What is written has `answers`: the texts that are accepted, for a number
    just one; `tolerance` is absolute, in `unit`, and `code` is what a trace runs. What is ordered
    or matched has `prompts`, and for a match the `options` that belong to them. `text` is what
    readers see of the stem, `markdown` the same for programs; the hint and the explanation are
    Markdown, too. `pictures` are files, as the page names them. `follows` is the id of the question
    that asks for the same idea one step before (see `Guide.chains`). `asks` are the keys of the
    records that it asks for. `allows` are the rules that the author has silenced for it, with a
    reason.

    `is_readable` is False when its options could not be told apart: that is reported where it is
    read, and nothing else about the question is.
    """

    kind = "question"
    has_title = False
    type: Type
    stem: str
    text: str = ""
    markdown: str = ""
    hint: str = ""
    explanation: str = ""
    pictures: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    prompts: tuple[Prompt, ...] = ()
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
    follows: str = ""
    asks: tuple[str, ...] = ()
    source: str = ""
    allows: frozenset[str] = frozenset()

    @property
    def page(self) -> str:
        """The page that teaches the answer, or ""."""
        return self.teaches.partition("#")[0]

    @property
    def digest(self) -> str:
        """A hash of the stem and the *set* of options, prompts and keys: the order in which they
        are written does not count.
        """
        options = sorted(f"{option.id}{option.is_right:d}" for option in self.options)
        options += sorted(f"{prompt.id}={prompt.right}" for prompt in self.prompts)
        answers = (*self.answers, str(self.tolerance)) if self.answers else ()
        return digest(" ".join((self.stem, *options, *answers)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Item):
    """A set of questions; `sub_skill` is inherited by those that name none.

    Questions of a quiz that is apart are not shown on the pages that teach them: else it would
    measure memory. An attempt is handed in as a whole, and keeps its answers apart from those of
    the same questions elsewhere; it takes about so many `minutes`, 0 if nobody says, and `forms`
    are the sizes in which it can be drawn anew from the banks. It may be what `closes` a phase. An
    example shows authors how questions are written, and is not exported.
    """

    kind = "quiz"
    sub_skill: str = ""
    is_apart: bool = False
    is_attempt: bool = False
    is_example: bool = False
    minutes: int = 0
    forms: tuple[int, ...] = ()
    closes: str = ""
