"""The learning path: hours are earned, and nothing needs what comes after it."""

from collections.abc import Iterator
from decimal import Decimal

from ..model import Finding, Guide, Record, Rule, Unit, Way
from ..model.numbers import plain

#: The keys of what `earned` reads (see `outdated.digests`).
EARNED_FROM = ("unit", "spent", "minutes")


def earned(guide: Guide, unit: Unit) -> dict[str, Decimal]:
    """The hours that what a unit names takes, by the name of what they are spent on: `reading`,
    and the unit's option of each kind on which units spend hours.
    """
    found = {"reading": sum(map(guide.minutes, unit.reads), Decimal()) / 60}
    for kind in guide.kinds:
        if kind.way:
            spent = (hours_on(guide, kind.way, spending) for spending in unit.spends)
            own = [hours for name, hours in zip(unit.spends, spent) if name[0] == kind.name]
            found[kind.way.option] = sum(own, Decimal())
    return found


def hours_on(guide: Guide, way: Way, spending: tuple[str, str, Decimal | None]) -> Decimal:
    """The hours that a unit spends on one record; 0 where there is none."""
    kind, id, hours = spending
    record = guide.by_key.get(f"{kind}:{id}")
    if hours is not None:
        return hours
    return way.hours(record) if isinstance(record, Record) else Decimal()


def is_known(guide: Guide, unit: Unit) -> bool:
    """Whether all that a unit spends its hours on could be read: else that was reported."""
    ways = {kind.name: kind.way for kind in guide.kinds if kind.way}
    pages = (page in guide.words for page in unit.reads)
    hours = (hours_on(guide, ways[name[0]], name) for name in unit.spends)
    return unit.is_readable and all((*pages, *hours))


def is_planned(unit: Unit) -> bool:
    """Whether a unit says what its hours are spent on."""
    return bool(unit.reads or unit.spends)


def check_earned_hours(guide: Guide) -> Iterator[Finding]:
    """What a unit names sums to its hours, within half an hour (`guide_hours_off`)."""
    for unit in guide.units():
        if unit.total is None or not is_planned(unit) or not is_known(guide, unit):
            continue
        found = earned(guide, unit)
        total = sum(found.values(), Decimal())
        if abs(total - unit.total) > Decimal(str(guide.settings.hours_off)):
            parts = ", ".join(f"{name} {plain(round(hours, 1))} h" for name, hours in found.items())
            yield Finding(
                Rule.EARNED_HOURS,
                unit.location,
                f"unit '{unit.id}' declares {plain(unit.total)} h, but its parts take "
                f"{plain(round(total, 1))} h: {parts}",
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
