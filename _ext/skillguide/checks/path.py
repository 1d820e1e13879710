"""The learning path: hours are earned, and nothing needs what comes after it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ..model import Finding, Guide, Record, Rule, Unit
from ..model.numbers import plain

#: Words of a page that are studied in an hour: 100 a minute, half the speed of easy reading,
#: since every computation is followed.
WORDS_AN_HOUR = 6000
#: How far the earned hours of a unit may be from those that it declares.
TOLERANCE = Decimal("0.5")


class Earned(NamedTuple):
    """The hours of a unit by what they are spent on."""

    reading: Decimal
    labs: Decimal
    resources: Decimal
    practice: Decimal

    @property
    def total(self) -> Decimal:
        """All of them."""
        return sum(self, Decimal())

    @classmethod
    def nothing(cls) -> "Earned":
        """No hours."""
        return cls(*[Decimal()] * len(cls._fields))


def earned(guide: Guide, unit: Unit) -> Earned:
    """The hours that the pages, labs, resources and deliverables of a unit take."""
    words = sum(guide.words.get(page, 0) for page in unit.reads)
    return Earned(
        Decimal(words) / WORDS_AN_HOUR,
        sum((field(guide, f"lab:{id}", "minutes") for id in unit.labs), Decimal()) / 60,
        sum((field(guide, f"resource:{id}", "hours") for id in unit.resources), Decimal()),
        sum((hours for _deliverable, hours in unit.practice), Decimal()),
    )


def field(guide: Guide, key: str, name: str) -> Decimal:
    """A number among the fields of a record; 0 where there is none."""
    item = guide.by_key.get(key)
    return Decimal(item.get(name) or 0) if isinstance(item, Record) else Decimal()


def is_known(guide: Guide, unit: Unit) -> bool:
    """Whether all that a unit spends its hours on could be read: else that was reported."""
    labs = (field(guide, f"lab:{id}", "minutes") for id in unit.labs)
    resources = (field(guide, f"resource:{id}", "hours") for id in unit.resources)
    pages = (page in guide.words for page in unit.reads)
    return unit.is_readable and all((*labs, *resources, *pages))


def is_planned(unit: Unit) -> bool:
    """Whether a unit says what its hours are spent on."""
    return bool(unit.reads or unit.labs or unit.resources or unit.practice)


def check_earned_hours(guide: Guide) -> Iterator[Finding]:
    """Reading, labs, resources and practice sum to the hours of the unit, within half an hour."""
    for unit in guide.units():
        found = earned(guide, unit)
        if unit.total is None or not is_planned(unit) or not is_known(guide, unit):
            continue
        if abs(found.total - unit.total) > TOLERANCE:
            parts = ", ".join(
                f"{name} {plain(round(hours, 1))} h" for name, hours in found._asdict().items()
            )
            yield Finding(
                Rule.EARNED_HOURS,
                unit.location,
                f"unit '{unit.id}' declares {plain(unit.total)} h, but its parts take "
                f"{plain(round(found.total, 1))} h: {parts}",
            )


def check_needs(guide: Guide) -> Iterator[Finding]:
    """A unit needs only units that come before it; so there is no cycle."""
    order = {unit.id: place for place, unit in enumerate(guide.units())}
    for unit in guide.units():
        for id in unit.needs:
            if order.get(id, -1) >= order[unit.id]:
                yield Finding(
                    Rule.NEEDS,
                    unit.location,
                    f"unit '{unit.id}' needs '{id}', which comes later on the path; needs lead "
                    "back, or readers go in a circle",
                )
