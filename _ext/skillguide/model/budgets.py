"""Budgets: what a system needs of each resource, against a limit."""

from dataclasses import dataclass, field
from decimal import Decimal

from .items import Item


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One part of a sum. With a `driver` (the id of a given) it grows as that figure grows. With a
    `figure` (the name of a given or of a result) the amount is known once the guide is solved.
    """

    amount: Decimal
    unit: str
    driver: str = ""
    label: str = ""
    line: int = field(default=0, repr=False)
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """What is summed, in one unit. The limit is a number, or the name of a given or of a result, or
    neither.
    """

    unit: str
    limit: Decimal | None = None
    given: str = ""
    rows: tuple[BudgetRow, ...] = ()
    label: str = ""
    line: int = field(default=0, repr=False)

    def total(self, factor: int = 1) -> Decimal:
        """The sum when every driver is `factor` times as large."""
        return sum((row.amount * (factor if row.driver else 1) for row in self.rows), Decimal())

    def breaks_at(self, limit: Decimal | None) -> Decimal | None:
        """How many times the drivers can grow until the limit is reached; None if they never do."""
        growing = sum((row.amount for row in self.rows if row.driver), Decimal())
        if limit is None or growing <= 0:
            return None
        return (limit - (self.total() - growing)) / growing


def figure_key(name: str) -> str:
    """The key of a figure by its name in a budget: a result has a dot."""
    return f"{'result' if '.' in name else 'given'}:{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget(Item):
    """The resources of a system. Its title is the caption."""

    kind = "budget"
    has_title = False
    resources: tuple[Resource, ...] = ()
