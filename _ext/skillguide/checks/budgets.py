"""Budgets: sums against limits."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..model import Budget, BudgetRow, Finding, Given, Guide, Resource, Rule, figure_key
from ..model.numbers import plain


def check_budgets(guide: Guide) -> Iterator[Finding]:
    """Rows have the unit of their resource, and their sum stays within the limit."""
    for budget in guide.all(Budget):
        for found in budget.resources:
            for line, message in _resource(guide, found):
                yield Finding(Rule.BUDGET, replace(budget.location, line=line), message)


def _resource(guide: Guide, found: Resource) -> Iterator[tuple[int, str]]:
    """The lines and messages of what is wrong with one resource."""
    limit, unit = limit_of(guide, found)
    if found.given and not unit:
        given = guide.by_key.get(figure_key(found.given))
        if isinstance(given, Given) and given.value:
            yield (
                found.line,
                f"the figure '{found.given}' has no unit; give it one to count rows in",
            )
        return
    lost = [row for row in found.rows if is_lost(guide, row)]  # reported where it stands
    strange = [row for row in found.rows if row.unit != unit and row not in lost]
    for row in strange:
        other = row.unit or "no unit"
        yield row.line, f"the resource is counted in {unit}, this row in {other}"
    name = guide.spell(found.label)
    if not found.rows:
        yield found.line, f"resource '{name}' has no rows; write them below it, indented"
    elif not strange and not lost and limit is not None and found.total() > limit:
        unit = unit if unit.startswith("%") else f" {unit}"
        parts = " + ".join(plain(row.amount) for row in found.rows)
        yield (
            found.line,
            f"the rows of '{name}' sum to {plain(found.total())}{unit}, expected at most "
            f"{plain(limit)}{unit}: {parts}",
        )


def is_lost(guide: Guide, row: BudgetRow) -> bool:
    """Whether a row has the amount of a figure that is not there, or has no value."""
    figure = guide.by_key.get(figure_key(row.figure))
    return bool(row.figure) and not (isinstance(figure, Given) and figure.value)


def limit_of(guide: Guide, resource: Resource) -> tuple[Decimal | None, str]:
    """The limit of a resource and its unit; from a given, if it names one."""
    if not resource.given:
        return resource.limit, resource.unit
    given = guide.by_key.get(figure_key(resource.given))
    return (given.amount, given.measure) if isinstance(given, Given) else (None, "")
