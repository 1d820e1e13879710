"""How a computed number is written. `evaluate.js` writes it in the same way."""

from decimal import ROUND_HALF_UP, Decimal

from ..model.numbers import MINUS, snapped

#: From here on a number is written as a power of ten, and below its inverse.
MOST = 1e15
#: How many digits count, unless more are asked for.
DIGITS = 3


def numeral(number: float, *, step: float = 0, is_money: bool = False, digits: int = DIGITS) -> str:
    """A number with a sensible number of digits: `131,072`, `13.9`, `5.04`, `0.0185`.

    Whole numbers are written whole. Others have three `digits` that count, more before the point;
    money has cents below 1,000. `step` is what the author rounds to: 0.1.
    """
    number = snapped(number)
    if number and not 1 / MOST < abs(number) < MOST:
        mantissa, _, power = f"{number:.2e}".partition("e")
        return f"{mantissa} × 10^{int(power)}".replace("-", MINUS)
    least, most = decimals(number, step, is_money, digits)
    rounded = Decimal(repr(number)).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    text = f"{rounded:,f}"
    while most > least and text.endswith("0"):
        text, most = text[:-1], most - 1
    text = text.rstrip(".")
    return text.replace("-", MINUS if rounded else "")


def decimals(number: float, step: float, is_money: bool, digits: int) -> tuple[int, int]:
    """The least and the largest number of digits behind the point."""
    if step:
        exact = max(0, -power_of_ten(step))
        return exact, exact
    if number == round(number):
        return 0, 0
    counting = max(0, digits - 1 - power_of_ten(number))
    if is_money and abs(number) < 1000:
        return 2, max(2, counting)
    return 0, counting


def power_of_ten(number: float) -> int:
    """The power of ten of a number that is rounded to three digits: 2 of 99.96, which is 100."""
    return int(f"{number:.2e}".partition("e")[2])
