"""What an expression is worth. Units are dealt with first: what is left is arithmetic on plain
numbers in base units, which `evaluate.js` does in the same way, with the same results.
"""

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..model.numbers import snapped
from .expressions import COMPARISONS, Amount, Name, Operation, Tree
from .units import Units, powers, words

if TYPE_CHECKING:
    from pint.facets.plain import PlainUnit as Unit

#: Arithmetic on numbers: a number, a name, or a list of a sign and its parts.
Arithmetic = float | str | tuple["str | Arithmetic", ...]

#: Amounts that differ by less than this part of them are equal: 0.1 + 0.2 is 0.3.
CLOSE = 1e-9


#: Functions whose result depends on the unit in which they count.
ROUNDED = ("floor", "ceil", "round")


class Typed(NamedTuple):
    """Arithmetic and the unit of what it gives."""

    arithmetic: Arithmetic
    unit: "Unit"


def typed(tree: Tree, units: Units, unit_of: Callable[[str], "Unit"]) -> Typed:
    """A tree as arithmetic in base units; ValueError where units do not fit."""
    match tree:
        case Amount(number, text):
            read = units.read(text)
            return Typed(finite(number * units.factor(read)), units.reduced(read))
        case Name(name):
            return Typed(name, unit_of(name))
    parts = [typed(part, units, unit_of) for part in tree.parts]
    unit = UNIT_OF[tree.sign](tree, parts, units)
    arithmetic: Arithmetic = (tree.sign, *(part.arithmetic for part in parts))
    factor = units.factor(unit)
    if tree.sign in ROUNDED and factor != 1:  # 2.4 h are rounded to hours, not to seconds
        rounded = (tree.sign, ("/", parts[0].arithmetic, factor))
        arithmetic = ("*", rounded, factor)
    return Typed(arithmetic, unit)


def of_sum(tree: Operation, parts: list[Typed], units: Units) -> "Unit":
    """The unit of a sum, of the smallest, or of what is rounded: that of each part."""
    first = parts[0].unit
    for part in parts[1:]:
        if not units.same(first, part.unit):
            raise ValueError(
                f"{VERBS.get(tree.sign, tree.sign)} {named(first)} and {named(part.unit)}, which "
                "are of different kinds"
            )
    return first


def of_comparison(tree: Operation, parts: list[Typed], units: Units) -> "Unit":
    """A plain number: 1 where it holds, else 0."""
    of_sum(tree, parts, units)
    return units.plain


def of_product(tree: Operation, parts: list[Typed], units: Units) -> "Unit":
    """The product or the quotient of the units."""
    left, right = parts
    return units.product(left.unit, right.unit, -1 if tree.sign == "/" else 1)


def of_power(tree: Operation, parts: list[Typed], units: Units) -> "Unit":
    """The power of a unit, whose exponent must be typed."""
    base, exponent = parts
    if not exponent.unit.dimensionless:
        raise ValueError(f"an exponent is a plain number, got {named(exponent.unit)}")
    if base.unit.dimensionless:
        return units.plain
    if not isinstance(exponent.arithmetic, float) or exponent.arithmetic not in (2.0, 3.0):
        raise ValueError(f"{named(base.unit)} can be raised to the power 2 or 3 alone")
    return units.reduced(base.unit ** int(exponent.arithmetic))


def of_root(tree: Operation, parts: list[Typed], units: Units) -> "Unit":
    """The root of a unit, where that is one."""
    unit = parts[0].unit
    if any(power % 2 for power in powers(unit).values()):
        raise ValueError(f"{named(unit)} has no root")
    return unit**0.5


def of_number(tree: Operation, parts: list[Typed], units: Units) -> "Unit":
    """A plain number of a plain number."""
    if not parts[0].unit.dimensionless:
        raise ValueError(f"{tree.sign} takes a plain number, got {named(parts[0].unit)}")
    return units.plain


UNIT_OF: dict[str, Callable[[Operation, list[Typed], Units], "Unit"]] = {
    **dict.fromkeys(("+", "-", "negative", "min", "max"), of_sum),
    **dict.fromkeys(COMPARISONS, of_comparison),
    **dict.fromkeys(("*", "/"), of_product),
    **dict.fromkeys(ROUNDED, of_sum),
    "**": of_power,
    "sqrt": of_root,
    "log": of_number,
    "exp": of_number,
}
VERBS = {"+": "adds", "-": "subtracts", **dict.fromkeys((*COMPARISONS, "min", "max"), "compares")}


def named(unit: "Unit") -> str:
    """A unit in a message."""
    return words(unit, {}) or "a plain number"


def finite(number: float) -> float:
    """The number itself; ValueError of one that is too large to be computed with."""
    if not math.isfinite(number):
        raise ValueError("has a number that is too large to be computed with; use a larger unit")
    return number


def is_close(left: float, right: float) -> bool:
    """Whether two numbers are equal but for noise."""
    return abs(left - right) <= CLOSE * max(abs(left), abs(right))


OPERATIONS: dict[str, Callable[..., float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
    "negative": lambda a: -a,
    "<": lambda a, b: a < b and not is_close(a, b),
    "<=": lambda a, b: a < b or is_close(a, b),
    ">": lambda a, b: a > b and not is_close(a, b),
    ">=": lambda a, b: a > b or is_close(a, b),
    "==": is_close,
    "min": min,
    "max": max,
    "floor": lambda a: math.floor(snapped(a)),
    "ceil": lambda a: math.ceil(snapped(a)),
    "round": lambda a: math.floor(snapped(a) + 0.5),
    "sqrt": math.sqrt,
    "log": math.log,
    "exp": math.exp,
}


def evaluate(arithmetic: Arithmetic, values: Mapping[str, float]) -> float:
    """The number that arithmetic gives; ValueError where it gives none: 1 / 0, or too large."""
    if isinstance(arithmetic, str):
        return values[arithmetic]
    if not isinstance(arithmetic, tuple):
        return arithmetic
    sign, *rest = arithmetic
    assert isinstance(sign, str)
    parts = [evaluate(part, values) for part in rest]
    if sign == "/" and parts[1] == 0:
        raise ValueError("divides by zero")
    try:
        result = OPERATIONS[sign](*parts)
    except (ArithmeticError, ValueError):
        result = math.nan
    if isinstance(result, complex) or not math.isfinite(result):
        raise ValueError(f"{sign} gives no number that can be written here")
    return float(result)
