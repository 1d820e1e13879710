"""The parts of a skill that have an id."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from .findings import Location
from .numbers import read_shown, snapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something with an id that pages refer to.

    `title` and `sentence` are what readers see: they are read from the page after translation,
    never from an option. `sentence` is the first one below the title; where it refers to an item,
    it holds `{kind:id}`, which `Guide.spell` replaces. `look` is a hash of both with their markup,
    "" where they have none. `terms` are the keys of the terms in what other pages show of it.
    """

    kind: ClassVar[str]
    has_title: ClassVar[bool] = True
    id: str
    location: Location
    title: str = ""
    sentence: str = ""
    look: str = ""
    terms: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name of the item among all kinds, such as `level:beginner`."""
        return f"{self.kind}:{self.id}"

    @property
    def label(self) -> str:
        """What a reference to the item shows."""
        return self.title or self.id

    @property
    def anchor(self) -> str:
        """The HTML id, such as `level-beginner`."""
        return f"{self.kind}-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Item):
    """The whole. A total is a promise that its parts are checked against; None when unreadable."""

    kind = "skill"
    category: str = ""
    total_weight: Decimal | None
    total_hours: Decimal | None
    hours_follow_weights: bool = False
    questions_follow_weights: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Item):
    """A step of proficiency. Levels are ordered as they are read."""

    kind = "level"
    experience: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubSkill(Item):
    """One weighted part of the skill; `weight` in percent, None when unreadable."""

    kind = "sub-skill"
    weight: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Item):
    """A stage of the learning path; None when the hours are unreadable. Whoever holds its `level`
    has shown what it teaches.
    """

    kind = "phase"
    hours: Decimal | None
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Item):
    """A part of a phase. `hours` are pairs (sub-skill id, hours); None when unreadable.

    They are spent on pages (`reads`), and on records (`spends`), triples (kind, id, hours); the
    hours are None where the record itself says them. `needs` are units that come before it.
    `is_readable`: all that it names could be read.
    """

    kind = "unit"
    phase: str
    hours: tuple[tuple[str, Decimal], ...] | None
    reads: tuple[str, ...] = ()
    spends: tuple[tuple[str, str, Decimal | None], ...] = ()
    needs: tuple[str, ...] = ()
    is_readable: bool = True

    @property
    def total(self) -> Decimal | None:
        """All hours of the unit; None when unreadable."""
        if self.hours is None:
            return None
        return sum((hours for _, hours in self.hours), Decimal())


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Item):
    """A figure that is typed once. `value` is shown as the author grouped its digits, "" when it is
    unreadable. `unit` is what budgets compare, `shown_unit` its translation.

    With a `formula` it is computed: once the guide is solved, `number` is the value in base units,
    of which `factor` are one `unit`, and `problem` says why there is none. `step` is what it is
    rounded to, 0 for nothing.
    """

    kind = "given"
    has_title = False
    value: str
    unit: str = ""
    shown_unit: str = ""
    source: str = ""
    formula: str = ""
    step: float = 0
    number: float | None = None
    factor: float = 1
    problem: str = ""

    @property
    def label(self) -> str:
        """The value with its unit, such as `400 payments/s` or `0.1%`."""
        return f"{self.value} {self.shown_unit or self.unit}".rstrip() if self.value else self.id

    @property
    def is_answer(self) -> bool:
        """Whether the figure compares, and so is a yes or a no."""
        return self.value in ("yes", "no")

    @property
    def amount(self) -> Decimal | None:
        """The value as a number, in percent where it is one; None of a yes or a no."""
        shown = read_shown(self.value)
        if shown is None or self.number is None:
            return shown
        return Decimal(f"{snapped(self.number / self.factor):.15g}")

    @property
    def measure(self) -> str:
        """What is counted: the unit, or percent."""
        return self.unit or ("%" if self.value.endswith("%") else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proficiency(Item):
    """One row of the matrix: what each level shows in one sub-skill. The id is the sub-skill's;
    `texts` are in Markdown, lowest level first.
    """

    kind = "proficiency"
    has_title = False
    levels: int
    texts: tuple[str, ...] = ()
