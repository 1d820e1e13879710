"""Figures that follow from others: expressions, their units, and what they are worth."""

from .expressions import COMPARISONS, Token, tokens
from .numerals import numeral
from .redo import rounded_input, shown_value
from .solve import restated, solve
from .units import Units, units

__all__ = [
    "COMPARISONS",
    "Token",
    "Units",
    "numeral",
    "restated",
    "rounded_input",
    "shown_value",
    "solve",
    "tokens",
    "units",
]
