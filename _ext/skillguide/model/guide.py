"""All that the pages declare."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar, cast

from .calculations import Calculation
from .findings import Location
from .items import Item, Level, Phase, Skill, SubSkill, Unit
from .questions import Question, Quiz
from .records import Kind, Record, RecordList
from .settings import Settings

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where an author names an item (`kind` and `id`) or a page (`kind` is "page").
    `within` is the key of the record in which it stands; `how` is the unit, the step, or both, in
    which a figure is shown there, "" for its own.
    """

    kind: str
    id: str
    location: Location
    within: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """What readers of a page can do afterwards; `place` is the id of what teaches it there."""

    place: str
    location: Location

    @property
    def address(self) -> str:
        """`page#place`, as questions name what teaches their answer."""
        return f"{self.location.docname}#{self.place}"


@dataclass(frozen=True, slots=True)
class QuestionList:
    """A place that shows questions which are written elsewhere; `conditions` are those of
    `Guide.select`, as pairs, and `quiz` is the one around it. A pool is not shown: forms of its
    quiz are drawn from it, and `largest` is the size of the largest.
    """

    conditions: tuple[tuple[str, Any], ...]
    location: Location
    quiz: str = ""
    largest: int = 0

    @property
    def is_pool(self) -> bool:
        """Whether forms are drawn from it."""
        return self.largest > 0


@dataclass(frozen=True)
class Guide:
    """Every item in reading order, every reference, the pages with their HTML ids, what they
    promise and show, how many words of running text and how many figures and tables they have, and
    titles by `doc:page` and `ref:label`; the first
    sentences of glossaries by `term:name`; the kinds of records and the settings of the site.

    Items of `unlisted` pages can be referred to, but no list, sum or export holds them.
    """

    items: Sequence[Item]
    references: Sequence[Reference] = ()
    pages: dict[str, frozenset[str]] = field(default_factory=dict)
    objectives: Sequence[Objective] = ()
    lists: Sequence[QuestionList] = ()
    record_lists: Sequence[RecordList] = ()
    words: dict[str, int] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()
    kinds: tuple[Kind, ...] = ()
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def by_key(self) -> dict[str, Item]:
        """Items by `kind:id`. Where an id is used twice, the first declaration counts."""
        return {item.key: item for item in reversed(self.items)}

    @cached_property
    def by_place(self) -> dict[Location, Item]:
        """Items by the place where they are written."""
        return {item.location: item for item in self.items}

    @cached_property
    def _by_class(self) -> dict[type[Item], list[Item]]:
        """The items of each class, each id once, in reading order."""
        found: defaultdict[type[Item], list[Item]] = defaultdict(list)
        for item in self.items:
            if self.by_key[item.key] is item:
                found[type(item)].append(item)
        return found

    @cached_property
    def _listed(self) -> dict[type[Item], list[Item]]:
        """The same without the items of unlisted pages."""
        return {
            kind: [item for item in items if item.location.docname not in self.unlisted]
            for kind, items in self._by_class.items()
        }

    def spell(
        self,
        text: str,
        spelled: frozenset[str] = frozenset(),
        shown: Callable[[str], str] = str,
    ) -> str:
        """A text with the titles and figures of the items and places that it refers to; those of
        an item whose title refers back to itself (`spelled`) stay as they are. `shown` returns
        what stands for a title, where the text is Markdown.
        """

        def label(match: re.Match[str]) -> str:
            item = self.by_key.get(match[1])
            title = item.label if item else self.titles.get(match[1], match[0])
            if match[1] in spelled:
                return title
            return shown(self.spell(title, spelled | {match[1]}))

        return re.sub(r"\{([a-z-]+:[^{}]+)\}", label, text) if "{" in text else text

    def all(self, kind: type[T]) -> list[T]:
        """The listed items of a class, each id once."""
        return cast("list[T]", self._listed.get(kind, []))

    def every(self, kind: type[T]) -> list[T]:
        """The items of a class, each id once, also those of unlisted pages."""
        return cast("list[T]", self._by_class.get(kind, []))

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

    @cached_property
    def _by_phase(self) -> dict[str, list[Unit]]:
        return grouped(self.all(Unit), lambda unit: unit.phase)

    @cached_property
    def _by_quiz(self) -> dict[str, list[Question]]:
        return grouped(self.questions, lambda question: question.quiz)

    @cached_property
    def _by_page(self) -> dict[str, list[Question]]:
        """The questions that are shown on the page which teaches them."""
        shown = [question for question in self.questions if not self.is_apart(question)]
        return grouped(shown, lambda question: question.page)

    @cached_property
    def next_questions(self) -> dict[str, Question]:
        """The question that follows another one, by the id of that; the first that says so."""
        found = [question for question in self.questions if question.follows]
        return {question.follows: question for question in reversed(found)}

    @property
    def chains(self) -> list[list[Question]]:
        """The chains of questions, each from its first one on, in reading order; no question is in
        two, and those that follow each other in a circle are in none.
        """
        firsts = [question for question in self.questions if not question.follows]
        chains = [[question] for question in firsts if question.id in self.next_questions]
        for chain in chains:
            while following := self.next_questions.get(chain[-1].id):
                chain.append(following)
        return chains

    @cached_property
    def _by_kind(self) -> dict[str, list[Record]]:
        return grouped(self.all(Record), lambda record: record.kind)

    def units(self, phase: str | None = None) -> list[Unit]:
        """The units of one phase, or all."""
        return self.all(Unit) if phase is None else self._by_phase.get(phase, [])

    def in_quiz(self, quiz: str) -> list[Question]:
        """The questions of a quiz, also those that cannot be read yet."""
        return self._by_quiz.get(quiz, [])

    def records(self, kind: str, choices: Iterable[tuple[str, str]] = ()) -> list[Record]:
        """The records of a declared kind that have all of some choices."""
        wanted = set(choices)
        return [found for found in self._by_kind.get(kind, []) if wanted <= set(found.choices)]

    def naming(self, kind: str, field: str, id: str) -> list[Record]:
        """The records of a kind that name another one in a field."""
        return [found for found in self.records(kind) if found.get(field) == id]

    def select(
        self,
        *,
        ids: Collection[str] = (),
        quiz: str = "",
        sub_skill: str = "",
        level: str = "",
        page: str = "",
        number: int | None = None,
        in_banks: bool = False,
    ) -> list[Question]:
        """The questions that fit every condition given, in reading order, at most `number`.

        `ids` are shown in the order in which they are named, also from unlisted pages. `page`
        selects what teaches a place on that page, unless its quiz is apart. `in_banks` selects
        those that a form may ask: in a bank, with a level, and judged by a program.
        """
        if ids:
            named = [self.by_key.get(f"question:{id}") for id in dict.fromkeys(ids)]
            found = [question for question in named if isinstance(question, Question)]
        elif page:
            found = self._by_page.get(page, [])
        else:
            found = self.in_quiz(quiz) if quiz else self.questions
        fitting = [
            question
            for question in found
            if question.is_readable
            and quiz in ("", question.quiz)
            and sub_skill in ("", question.sub_skill)
            and level in ("", question.level)
            and (not in_banks or self._is_drawn(question))
        ]
        return fitting[:number]

    def _is_drawn(self, question: Question) -> bool:
        """Whether forms of an exam may ask a question."""
        quiz = self.by_key.get(f"quiz:{question.quiz}")
        is_banked = isinstance(quiz, Quiz) and quiz.sub_skill and not self.is_apart(question)
        return bool(is_banked and question.level and question.type.is_judged)

    def shown_by(self, quiz: str) -> list[Question]:
        """The questions that a quiz shows and that are written elsewhere."""
        places = [place for place in self.lists if place.quiz == quiz and not place.is_pool]
        return list({item.id: item for place in places for item in self.shown_in(place)}.values())

    def pool_of(self, quiz: str) -> list[Question]:
        """The questions from which forms of a quiz are drawn."""
        places = [place for place in self.lists if place.quiz == quiz and place.is_pool]
        return [item for place in places for item in self.shown_in(place)]

    def minutes(self, page: str) -> Decimal:
        """How long a page takes: its words, what has to be looked at, its calculations, which say
        their own minutes, and the questions that stand there.
        """
        pace = self.settings
        words = Decimal(self.words.get(page, 0)) / pace.words_a_minute
        looked_at = self.figures.get(page, 0) * Decimal(str(pace.figure_minutes))
        asked = len(self.asked_on(page)) * Decimal(str(pace.question_minutes))
        return words + looked_at + self._computing[page] + asked

    @cached_property
    def _computing(self) -> Counter[str]:
        """The minutes of the calculations of each page."""
        found: Counter[str] = Counter()
        for item in self.every(Calculation):
            found[item.location.docname] += item.minutes
        return found

    def asked_on(self, page: str) -> Collection[str]:
        """The ids of the questions that stand on a page, written there or shown there."""
        return self._asked.get(page, ())

    @cached_property
    def _asked(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for question in self.every(Question):
            found[question.location.docname].add(question.id)
        for place in self.lists:
            if not place.is_pool:
                found[place.location.docname] |= {item.id for item in self.shown_in(place)}
        return found

    def shown_in(self, place: QuestionList) -> list[Question]:
        """The questions that a place shows."""
        return self.select(**dict(place.conditions))

    def is_apart(self, item: Item) -> bool:
        """Whether readers meet an item on its own page alone: that page is unlisted, or it is a
        question of a quiz that is apart.
        """
        if item.location.docname in self.unlisted:
            return True
        quiz = self.by_key.get(f"quiz:{item.quiz}") if isinstance(item, Question) else None
        return isinstance(quiz, Quiz) and (quiz.is_apart or quiz.is_attempt)

    def assembled(self, page: str) -> list[Question]:
        """The questions that a page shows because its author chose them, in that order; those
        that it shows because they teach the page are not chosen, nor is a pool.
        """
        places = [place for place in self.lists if place.location.docname == page]
        chosen = [p for p in places if not p.is_pool and "page" not in dict(p.conditions)]
        return list({item.id: item for place in chosen for item in self.shown_in(place)}.values())


def grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Items by a key, in their order."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
