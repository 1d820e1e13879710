"""Author's text to values. Pure: each reader raises ValueError with a sentence for the author."""

from .architecture import component, flow
from .budgets import budget_row, resource
from .calculations import calculation_line
from .charts import band, cell, limit, log_axes, plot_kind, sweep
from .kinds import read_kinds
from .values import (
    FIELD_TYPES,
    allowance,
    alternatives,
    choice,
    count,
    counts,
    file_name,
    grouped_number,
    hours,
    hours_by,
    identifier,
    identifiers,
    month,
    number,
    percent,
    text,
    tolerance,
    url,
)

__all__ = [
    "FIELD_TYPES",
    "allowance",
    "alternatives",
    "band",
    "budget_row",
    "calculation_line",
    "cell",
    "choice",
    "component",
    "count",
    "counts",
    "file_name",
    "flow",
    "grouped_number",
    "hours",
    "hours_by",
    "identifier",
    "identifiers",
    "limit",
    "log_axes",
    "month",
    "number",
    "percent",
    "plot_kind",
    "read_kinds",
    "resource",
    "sweep",
    "text",
    "tolerance",
    "url",
]
