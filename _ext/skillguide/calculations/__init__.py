"""Figures that follow from others: expressions, their units, and what they are worth."""

from .expressions import COMPARISONS, Token, tokens
from .solve import restated, solve
from .units import Units, units

__all__ = ["COMPARISONS", "Token", "Units", "restated", "solve", "tokens", "units"]
