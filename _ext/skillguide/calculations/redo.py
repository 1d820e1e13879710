"""Calculations are redone by hand: what is shown of each line gives what is shown below it."""

from collections.abc import Mapping
from dataclasses import replace

from ..model import Result
from ..model.numbers import MINUS, read_shown
from .evaluate import evaluate
from .numerals import DIGITS, numeral

#: More digits than this are harder to redo than a small difference is to bear.
MOST_DIGITS = 6


def digits_to_redo(results: Mapping[str, Result]) -> int:
    """The fewest digits with which every line of a calculation follows from those above it, as they
    are shown; one more than usual where none do.
    """
    known = {name: result for name, result in results.items() if result.number is not None}
    for digits in range(DIGITS, MOST_DIGITS + 1):
        values = {name: as_shown(result, digits) for name, result in known.items()}
        if all(follows(result, values, digits) for result in known.values()):
            return digits
    return DIGITS + 1


def shown_value(result: Result, digits: int) -> str:
    """The value of a line as its calculation shows it: an input as it was typed."""
    if result.number is None or result.is_input or result.is_answer:
        return result.value
    return numeral(
        result.number / result.factor, step=result.step, is_money=result.is_money, digits=digits
    )


def rounded_input(result: Result) -> Result:
    """A line of another calculation as formulas show it: an input with no more digits than can be
    redone by hand, since a lab prints nine.
    """
    counting = sum(map(str.isdigit, result.value.lstrip(f"{MINUS}0.")))
    if result.number is None or not result.is_input or counting <= MOST_DIGITS:
        return result
    text = numeral(result.number / result.factor, is_money=result.is_money, digits=MOST_DIGITS)
    return replace(result, value=text + "%" * result.value.endswith("%"))


def as_shown(result: Result, digits: int) -> float:
    """What a reader takes a line to be, in base units."""
    if result.is_answer or "^" in (text := shown_value(result, digits)):
        return result.number or 0.0
    return float(read_shown(text) or 0) * result.factor


def follows(result: Result, values: Mapping[str, float], digits: int) -> bool:
    """Whether a reader who computes a line from what is shown gets what is shown."""
    if result.is_input or result.is_answer:
        return True
    try:
        number = evaluate(result.arithmetic, values)
    except ValueError:
        return False
    return shown_value(replace(result, number=number), digits) == shown_value(result, digits)
