"""Author's text to values. Pure: each reader raises ValueError with a sentence for the author."""

from collections.abc import Callable

from .architecture import component, flow
from .budgets import budget_row, resource
from .values import (
    allowance,
    alternatives,
    choice,
    count,
    file_name,
    grouped_number,
    hours,
    hours_by_deliverable,
    hours_by_sub_skill,
    identifier,
    identifiers,
    month,
    number,
    percent,
    text,
    tolerance,
    url,
)

#: Readers of a record's fields by the name of the type; each returns what is kept.
FIELD_TYPES: dict[str, Callable[[str], object]] = {
    "text": text,
    "level": identifier,
    "sub-skills": identifiers,
    "url": url,
    "hours": hours,
    "month": month,
    "count": count,
    "file": file_name,
}

__all__ = [
    "FIELD_TYPES",
    "allowance",
    "alternatives",
    "budget_row",
    "choice",
    "component",
    "count",
    "file_name",
    "flow",
    "grouped_number",
    "hours",
    "hours_by_deliverable",
    "hours_by_sub_skill",
    "identifier",
    "identifiers",
    "month",
    "number",
    "percent",
    "resource",
    "text",
    "tolerance",
    "url",
]
