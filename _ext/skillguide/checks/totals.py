"""Weights and hours. Sums are decimal: 33.3 + 33.3 + 33.4 is 100.

A sum is silent as long as one of its parts is unreadable or names what does not exist, and a share
as long as one of the sums that it stands on is wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..model import Finding, Guide, Item, Rule
from ..model.numbers import plain


def check_weights(guide: Guide) -> Iterator[Finding]:
    """The weights of the sub-skills sum to the skill's `:total-weight:`."""
    skill, parts = guide.skill, guide.sub_skills
    weights = [part.weight for part in parts if part.weight is not None]
    if not skill or skill.total_weight is None or len(weights) < len(parts):
        return
    if not parts:
        yield _nothing(skill, Rule.WEIGHT_TOTAL, "total-weight", "sub-skill")
    elif (total := sum(weights)) != skill.total_weight:
        yield Finding(
            Rule.WEIGHT_TOTAL,
            skill.location,
            f"the weights of the sub-skills sum to {plain(Decimal(total))}%, "
            f"expected {plain(skill.total_weight)}%: {_list(zip(parts, weights), '%')}",
        )


def check_unit_hours(guide: Guide) -> Iterator[Finding]:
    """The hours of the units sum to the `:hours:` of their phase."""
    phases = guide.phases
    if {unit.phase for unit in guide.units()} - {phase.id for phase in phases}:
        return
    for phase in phases:
        units = guide.units(phase.id)
        hours = [unit.total for unit in units if unit.total is not None]
        if phase.hours is None or not units or len(hours) < len(units):
            continue
        if (total := sum(hours)) != phase.hours:
            parts = _list(zip(units, hours), " h")
            yield Finding(
                Rule.UNIT_HOURS,
                phase.location,
                f"the units of phase {phase.id} sum to {plain(Decimal(total))} h, "
                f"expected {plain(phase.hours)} h: {parts}",
            )


def check_phase_hours(guide: Guide) -> Iterator[Finding]:
    """The hours of the phases sum to the skill's `:total-hours:`."""
    skill, phases = guide.skill, guide.phases
    hours = [phase.hours for phase in phases if phase.hours is not None]
    if not skill or skill.total_hours is None or len(hours) < len(phases):
        return
    if not phases:
        yield _nothing(skill, Rule.PHASE_HOURS, "total-hours", "phase")
    elif (total := sum(hours)) != skill.total_hours:
        yield Finding(
            Rule.PHASE_HOURS,
            skill.location,
            f"the phases sum to {plain(Decimal(total))} h, "
            f"expected {plain(skill.total_hours)} h: {_list(zip(phases, hours), ' h')}",
        )


def check_hours_share(guide: Guide) -> Iterator[Finding]:
    """With `:hours-follow-weights:`, a sub-skill's hours are its weight's share of the total, to
    the hundredth.
    """
    skill, units = guide.skill, guide.units()
    if not skill or not skill.hours_follow_weights or not skill.total_hours or not units:
        return
    expected, found = shares(guide, skill.total_hours), hours_by_sub_skill(guide)
    if any(unit.hours is None for unit in units) or found.keys() - expected.keys():
        return
    if any((*check_unit_hours(guide), *check_phase_hours(guide))):
        return
    wrong = [
        f"{id} {plain(found[id])} h, expected {plain(round(share, 2))} h"
        for id, share in expected.items()
        if round(found[id], 2) != round(share, 2)
    ]
    if wrong:
        yield Finding(
            Rule.HOURS_SHARE,
            skill.location,
            f"the hours of the units do not follow the weights: {'; '.join(wrong)}",
        )


def shares(guide: Guide, whole: Decimal) -> dict[str, Decimal]:
    """What each sub-skill gets of a whole: its weight, divided by the sum of all weights. Nothing
    while a weight is unreadable or the sum is wrong.
    """
    weights = {part.id: part.weight for part in guide.sub_skills if part.weight is not None}
    if len(weights) < len(guide.sub_skills) or any(check_weights(guide)):
        return {}
    total = sum(weights.values(), Decimal())
    return {id: whole * weight / total for id, weight in weights.items()}


def hours_by_sub_skill(guide: Guide, phase: str | None = None) -> dict[str, Decimal]:
    """The hours that the units of one phase, or of all, give to each sub-skill id."""
    hours: dict[str, Decimal] = defaultdict(Decimal)
    for unit in guide.units(phase):
        for sub_skill, value in unit.hours or ():
            hours[sub_skill] += value
    return hours


def _nothing(skill: Item, rule: Rule, option: str, part: str) -> Finding:
    message = f"skill '{skill.id}' promises `:{option}:`, but no {part} is declared; declare some, "
    return Finding(rule, skill.location, f"{message}or leave the option out")


def _list(parts: Iterable[tuple[Item, Decimal]], unit: str) -> str:
    """`foundations 60 h (guide/path.md:5), …`: every part with the place where it stands."""
    return ", ".join(f"{item.id} {plain(value)}{unit} ({item.location})" for item, value in parts)
