"""From values to pixels, and the values that are written along an axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import log10

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Scale:
    """The pixels `start` to `end` stand for the values `low` to `high`."""

    low: Decimal
    high: Decimal
    start: float
    end: float
    is_log: bool = False

    def at(self, value: Decimal) -> float:
        """Where a value stands. Rounded, so that every machine writes the same digits."""
        low, here, high = map(float, (self.low, value, self.high))
        if self.is_log:
            low, here, high = log10(low), log10(here), log10(high)
        share = (here - low) / (high - low) if high > low else 0.5
        return round(self.start + share * (self.end - self.start), 1)


def shown(value: Decimal, is_percent: bool) -> str:
    """A value as it is written: with its digits grouped, a zero without decimals."""
    text = f"{value:,f}".replace("-", MINUS) if value else "0"
    return f"{text}%" if is_percent else text


def value_ticks(values: Sequence[Decimal], count: int, *, from_zero: bool) -> list[Decimal]:
    """Round values around others. Zero is one of them if it must be, or if it is near: an axis that
    leaves it out makes small differences look large.
    """
    low, high = min(values), max(values)
    if from_zero or low == high or low * 2 < high * (1 if high > 0 else 4):
        low, high = min(low, Decimal()), max(high, Decimal())
    return round_ticks(low, high if high > low else low + 1, count)


def round_ticks(low: Decimal, high: Decimal, count: int) -> list[Decimal]:
    """Multiples of 1, 2 or 5 by a power of ten, about `count` of them, with both ends between the
    first and the last.
    """
    least = (high - low) / count
    power = Decimal(1).scaleb(least.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return [number * step for number in range(first, last + 1)]


def log_ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Powers of ten, also their doubles and fives where there are few, likewise."""
    powers = range(low.adjusted(), high.adjusted() + 2)
    factors = (1,) if len(powers) > 4 else (1, 2, 5)
    found = [Decimal(factor).scaleb(power) for power in powers for factor in factors]
    first = max(tick for tick in found if tick <= low)
    last = min(tick for tick in found if tick >= high)
    if first == last:
        last = found[found.index(first) + 1]
    return [tick for tick in found if first <= tick <= last]
