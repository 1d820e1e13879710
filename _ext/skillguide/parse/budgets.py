"""Entries of a budget as authors write them."""

import re
from decimal import Decimal

from ..model import BudgetRow, Resource
from ..model.numbers import MINUS
from .values import identifier, number

#: A number and its unit; a space between them, but for percent.
AMOUNT = rf"([-{MINUS}]?[0-9][0-9,.]*)(?:\s+|(?=%))([^`:\s][^`:]*?)"
ROW = re.compile(rf"(?:{AMOUNT}|`([^`]*)`)(?:\s+with\s+`([^`]*)`)?\s*:\s*(?=\S)")
RESOURCE = re.compile(
    rf"(.+?):\s*(?:at most\s+(?:{AMOUNT}|`([^`]*)`)|in\s+([^`:\s][^`:]*?))\s*$", re.DOTALL
)


def budget_row(text: str) -> tuple[BudgetRow, str]:
    """``6 cores with `peak`: scoring`` as a row and the label behind it."""
    match = ROW.match(text)
    if not match:
        raise ValueError(
            f"expected a row such as 5 ms: one read, or 6 cores with `peak-payments`: scoring, "
            f"got {text!r}"
        )
    amount, unit, figure, driver = match.groups()
    row = BudgetRow(
        number(amount) if amount else Decimal(),
        unit or "",
        identifier(driver) if driver else "",
        figure=figure_name(figure) if figure else "",
    )
    return row, text[match.end() :]


def figure_name(text: str) -> str:
    """The name of a figure: `peak`, or `cache.answers` for a line of a calculation."""
    return ".".join(identifier(part) for part in text.split(".", 1))


def resource(text: str) -> tuple[Resource, str]:
    """`Latency: at most 50 ms` as a resource and its name. A limit may be a figure, or left out."""
    match = RESOURCE.match(text)
    if not match:
        raise ValueError(
            f"expected a resource such as Latency: at most 50 ms, or Money: in EUR, got {text!r}"
        )
    name, amount, unit, given, bare = match.groups()
    if given:
        return Resource("", given=figure_name(given)), name
    return Resource(unit or bare, number(amount) if amount else None), name
