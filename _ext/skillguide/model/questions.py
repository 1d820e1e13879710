"""Questions and quizzes."""

from dataclasses import dataclass
from hashlib import sha256

from .items import Item


def digest(text: str) -> str:
    """Eight hexadecimal digits for a text; whitespace does not count."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer. `source` is its Markdown before translation, `line` counts from 1."""

    source: str
    is_right: bool
    has_feedback: bool
    line: int

    @property
    def id(self) -> str:
        """A short hash of the source: it survives moving, and changes with the words."""
        return digest(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """A choice question. `quiz` is "" for one that stands alone.

    `is_readable` is False when its options could not be told apart: that is reported where it is
    read, and nothing else about the question is.
    """

    kind = "question"
    has_title = False
    stem: str
    options: tuple[Option, ...]
    is_multiple: bool = False
    is_readable: bool = True
    quiz: str = ""
    sub_skill: str = ""
    level: str = ""
    teaches: str = ""
    source: str = ""

    @property
    def digest(self) -> str:
        """A hash of the stem and the *set* of options and keys: their order does not count."""
        options = sorted(f"{option.id}{option.is_right:d}" for option in self.options)
        return digest(" ".join((self.stem, *options)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Item):
    """A set of questions; `sub_skill` is inherited by those that name none."""

    kind = "quiz"
    sub_skill: str = ""
