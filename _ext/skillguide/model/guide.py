"""All that the pages declare."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from .findings import Location
from .items import Item, Level, Phase, Skill, SubSkill, Unit
from .questions import Question, Quiz
from .records import Record

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where an author names an item (`kind` and `id`) or a page (`kind` is "page")."""

    kind: str
    id: str
    location: Location


@dataclass(frozen=True, slots=True)
class Objective:
    """What readers of a page can do afterwards; `place` is the id of what teaches it there."""

    place: str
    location: Location

    @property
    def address(self) -> str:
        """`page#place`, as questions name what teaches their answer."""
        return f"{self.location.docname}#{self.place}"


@dataclass(frozen=True)
class Guide:
    """Every item in reading order, every reference, the pages with their HTML ids, what they
    promise, how many words they have, and titles by `doc:page` and `ref:label`.
    """

    items: Sequence[Item]
    references: Sequence[Reference] = ()
    pages: dict[str, frozenset[str]] = field(default_factory=dict)
    objectives: Sequence[Objective] = ()
    words: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> dict[str, Item]:
        """Items by `kind:id`. Where an id is used twice, the first declaration counts."""
        return {item.key: item for item in reversed(self.items)}

    def spell(self, sentence: str) -> str:
        """A sentence with the titles and figures of the items and places that it refers to."""

        def label(match: re.Match[str]) -> str:
            item = self.by_key.get(match[1])
            return item.label if item else self.titles.get(match[1], match[0])

        return re.sub(r"\{([a-z-]+:[^{}\s]+)\}", label, sentence)

    def all(self, kind: type[T]) -> list[T]:
        """The items of a class, each id once."""
        return [
            item for item in self.items if isinstance(item, kind) and self.by_key[item.key] is item
        ]

    @property
    def skill(self) -> Skill | None:
        """The skill, or None in a project that declares none."""
        return next(iter(self.all(Skill)), None)

    @property
    def levels(self) -> list[Level]:
        """All levels, lowest first."""
        return self.all(Level)

    @property
    def sub_skills(self) -> list[SubSkill]:
        """All sub-skills in reading order."""
        return self.all(SubSkill)

    @property
    def phases(self) -> list[Phase]:
        """All phases in reading order."""
        return self.all(Phase)

    @property
    def questions(self) -> list[Question]:
        """All questions, in quizzes or not."""
        return self.all(Question)

    @property
    def quizzes(self) -> list[Quiz]:
        """All quizzes."""
        return self.all(Quiz)

    def units(self, phase: str | None = None) -> list[Unit]:
        """The units of one phase, or all."""
        return [unit for unit in self.all(Unit) if phase in (None, unit.phase)]

    def select(
        self,
        *,
        ids: Collection[str] = (),
        quiz: str = "",
        sub_skill: str = "",
        level: str = "",
        page: str = "",
        number: int | None = None,
    ) -> list[Question]:
        """The questions that fit every condition given, in reading order, at most `number`.

        `ids` are shown in the order in which they are named. `page` selects what teaches a place
        on that page, unless its quiz is apart.
        """
        found = [
            question
            for question in self.questions
            if question.is_readable
            and quiz in ("", question.quiz)
            and sub_skill in ("", question.sub_skill)
            and level in ("", question.level)
            and (not page or self._is_shown_on(page, question))
            and (not ids or question.id in ids)
        ]
        order = list(ids)
        if order:
            found.sort(key=lambda question: order.index(question.id))
        return found[:number]

    def _is_shown_on(self, page: str, question: Question) -> bool:
        quiz = self.by_key.get(f"quiz:{question.quiz}")
        is_apart = isinstance(quiz, Quiz) and quiz.is_apart
        return page == question.teaches.partition("#")[0] and not is_apart

    def records(self, kind: str) -> list[Record]:
        """The records of a declared kind."""
        return [record for record in self.all(Record) if record.kind == kind]
