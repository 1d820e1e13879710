"""Budgets: sums against limits."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from ..model import Budget, Finding, Given, Guide, Resource, Rule
from .totals import number


def check_budgets(guide: Guide) -> Iterator[Finding]:
    """Rows have the unit of their resource, and their sum stays within the limit."""
    for budget in guide.all(Budget):
        for found in budget.resources:
            limit, unit = limit_of(guide, found)
            if found.given and not unit:
                continue  # there is no such given: that is reported as a reference
            place = replace(budget.location, line=found.line)
            strange = [row for row in found.rows if row.unit != unit]
            for row in strange:
                message = f"the resource is counted in {unit}, this row in {row.unit}"
                yield Finding(Rule.BUDGET, replace(place, line=row.line), message)
            if not found.rows:
                message = f"resource '{found.label}' has no rows; write them below it, indented"
                yield Finding(Rule.BUDGET, place, message)
            elif not strange and limit is not None and found.total() > limit:
                parts = " + ".join(number(row.amount) for row in found.rows)
                yield Finding(
                    Rule.BUDGET,
                    place,
                    f"the rows of '{found.label}' sum to {number(found.total())} {unit}, expected "
                    f"at most {number(limit)} {unit}: {parts}",
                )


def limit_of(guide: Guide, resource: Resource) -> tuple[Decimal | None, str]:
    """The limit of a resource and its unit; from a given, if it names one."""
    if not resource.given:
        return resource.limit, resource.unit
    given = guide.by_key.get(f"given:{resource.given}")
    if not isinstance(given, Given):
        return None, ""
    try:
        return Decimal(given.value.replace(",", "")), given.unit
    except InvalidOperation:
        return None, given.unit
