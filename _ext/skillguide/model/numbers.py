"""Numbers as they are shown."""

from collections.abc import Iterable
from decimal import Decimal

MINUS = "\N{MINUS SIGN}"


def plain(value: Decimal) -> str:
    """A decimal without trailing zeros: 60, 2.5."""
    return f"{value.normalize():f}"


def grouped(value: Decimal) -> str:
    """A decimal with its digits grouped, and as many decimals as its author wrote: −1,200.50."""
    return f"{value:,f}".replace("-", MINUS)


def tenths(value: Decimal) -> str:
    """A decimal with one digit behind the point: 2.5."""
    return f"{value:.1f}"


def share(part: int, whole: int) -> str:
    """A part of a whole in percent; "" of nothing."""
    return f"{part / whole:.0%}" if whole else ""


def total(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of some numbers; None as long as one is unreadable."""
    found = list(values)
    known = [value for value in found if value is not None]
    return sum(known, Decimal()) if len(known) == len(found) else None
