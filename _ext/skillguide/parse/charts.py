"""Cells and options of a chart as authors write them."""

import re
from decimal import Decimal

from ..model import Amount, PlotKind, Sweep
from ..model.numbers import MINUS
from .values import choice, grouped_number, identifier

#: Dashes that say that there is no number.
GAPS = ("", "-", "–", "—")
#: A number, or the item whose number it is, in front of other words.
LEADING = rf"([-{MINUS}]?[0-9][0-9,.]*%?|\{{[a-z-]+:[^{{}}]+\}})"


def cell(text: str) -> Amount:
    """`1,200`, `-4.5`, `30%`, a role that shows a number (`{given:oven-heat}`), or a gap."""
    text = text.strip()
    if text in GAPS:
        return Amount()
    if item := re.fullmatch(r"\{([a-z-]+:[^{}]+)\}", text):
        return Amount(key=item[1])
    try:
        digits = grouped_number(text)
    except ValueError:
        raise ValueError(
            f"expected a number such as 1,200, -4.5 or 30%, or – for a gap, got {text!r}"
        ) from None
    plain = digits.replace(",", "").replace(MINUS, "-")
    return Amount(Decimal(plain.rstrip("%")), plain.endswith("%"))


def limit(text: str) -> tuple[Amount, ...]:
    """`50 ms promised` as the number in front."""
    match = re.match(rf"{LEADING}(?:\s|$)", text.strip())
    if not match:
        raise ValueError(f"expected a number and its name such as 50 ms promised, got {text!r}")
    return (cell(match[1]),)


def band(text: str) -> tuple[Amount, ...]:
    """`30 to 50 normal` as the two numbers in front, the lower one first."""
    match = re.match(rf"{LEADING} to {LEADING}(?:\s|$)", text.strip())
    if not match:
        raise ValueError(
            f"expected two numbers and their name such as 30 to 50 normal, got {text!r}"
        )
    low, high = map(cell, match.groups())
    if low.number is not None and high.number is not None and low.number >= high.number:
        raise ValueError(f"expected the lower number first, got {text!r}")
    return low, high


def plot_kind(text: str) -> PlotKind:
    """`line`, `bar` or `step`."""
    return PlotKind(choice(list(PlotKind))(text))


def sweep(text: str) -> Sweep:
    """`queue.p99, queue.mean over busy 50%..95%` as what is computed over a range of an input."""
    match = re.fullmatch(r"(.+?)\s+over\s+(\S+)\s+(\S+?)\s*\.\.\s*(\S+)", " ".join(text.split()))
    if not match:
        raise ValueError(
            f"expected lines and a range such as queue.p99 over busy 50%..95%, got {text!r}"
        )
    names = [name.strip().partition(".") for name in match[1].split(",")]
    calculations = {identifier(calculation) for calculation, _dot, _line in names}
    if len(calculations) > 1:
        raise ValueError(f"expected lines of one calculation, got {text!r}")
    lines = tuple(identifier(line) for _calculation, _dot, line in names)
    ends = [cell(end) for end in match.group(3, 4)]
    low, high = (end.number for end in ends)
    if low is None or high is None or low >= high:
        raise ValueError(f"expected a range from a lower number to a higher one, got {text!r}")
    is_percent = any(end.is_percent for end in ends)
    return Sweep(calculations.pop(), lines, identifier(match[2]), low, high, is_percent)


def log_axes(text: str) -> tuple[str, ...]:
    """`x`, `y` or both."""
    axes = tuple(sorted({*re.split(r"[\s,]+", text.strip())}))
    if not set(axes) <= {"x", "y"}:
        raise ValueError(f"expected x, y or both, got {text!r}")
    return axes
