"""Numbers as they are shown."""

import math
import re
from collections.abc import Iterable
from decimal import Decimal

MINUS = "\N{MINUS SIGN}"

#: What a number may be rounded to: more digits of a computed one mean nothing.
STEP = r"1|0\.0{0,11}1"


def snapped(number: float) -> float:
    """A number without the last digits, which are noise: 0.3 / 0.1 is 3. Whole numbers keep all of
    theirs: 1 TiB has 1,099,511,627,776 bytes.
    """
    whole = math.floor(number + 0.5)
    is_whole = abs(number - whole) <= 1e-14 * abs(number)
    return float(whole) if is_whole else float(f"{number:.12g}")


def plain(value: Decimal) -> str:
    """A decimal without trailing zeros: 60, 2.5."""
    return f"{value.normalize():f}"


def grouped(value: Decimal) -> str:
    """A decimal with its digits grouped, and as many decimals as its author wrote: −1,200.50."""
    return f"{value:,f}".replace("-", MINUS)


def read_shown(text: str) -> Decimal | None:
    """The number with which a text begins that shows one, such as `−1,200.50 EUR`, `30%` or
    `6.67 × 10^21 kg`; None of others, such as `yes`.
    """
    plain = text.replace(",", "").replace(MINUS, "-")
    match = re.match(r"(-?[0-9.]+(?:e[+-]?[0-9]+)?)(?: × 10\^(-?[0-9]+))?", plain)
    return Decimal(match[1]).scaleb(int(match[2] or 0)) if match else None


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
