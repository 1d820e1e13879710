"""Lab: what a limit on a daily median costs when it stops, and when it warns. Under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LIMITS, DAYS = (10, 15, 20, 30, 50), 20_000  # the median may be off by so many percent
NET, CENTS = 1 / 1.2, 100.0  # what the two faults do to every amount
FALSE_STOP, WARNING, FAULT_DAY = 464, 44, 1_140  # euros for one of each
FAULTS, NOTICED = 2, 45  # net-price faults a year; days until labels show one without a check


def clean_days(rng: np.random.Generator) -> tuple[Floats, NDArray[np.bool_]]:
    """Return each clean day's median, divided by the usual one, and whether a sale was on.

    On every day the median is off by noise of 5%; a sale, on 8% of the days, also moves it by -22%,
    -14% or +13%, each equally often: -0.25, -0.15 and 0.12 in its logarithm.
    """
    sale = rng.random(DAYS) < 0.08
    shift = np.where(sale, rng.choice([-0.25, -0.15, 0.12], DAYS), 0)
    return np.exp(rng.normal(0, 0.05, DAYS) + shift), sale


def fires(ratios: Floats, limit: int) -> NDArray[np.bool_]:
    """Return for each day whether the median is off by more than the limit."""
    return np.abs(ratios - 1) > limit / 100


def days_passed(seen: float) -> float:
    """Return how many days a fault passes on average that a clause sees on a share of days.

    The clause looks again each day, and the labels end it at last.
    """
    return sum((1 - seen) ** day for day in range(1, NOTICED + 1))


def run(seed: int = 0) -> dict[str, float]:
    """Return for each limit, such as 20%, what it does and what it costs in a year.

    `clean_20` counts clean days on which it fires, `sale_20` those of them with a sale; `net_20`
    and `cents_20` are the shares of faulty days that it sees, `passed_20` the mean days that a
    net-price fault passes if it stops; `stop_20` and `warn_20` are euros. A fault that only makes a
    warning passes one day more.
    """
    ratios, sale = clean_days(np.random.default_rng(seed))
    numbers: dict[str, float] = {}
    for limit in LIMITS:
        fired = fires(ratios, limit)
        clean = float(fired.mean()) * 365
        numbers[f"sale_{limit}"] = float((fired & sale).mean()) * 365
        net, cents = (float(fires(ratios * fault, limit).mean()) for fault in (NET, CENTS))
        passed = days_passed(net)
        late = min(passed + 1, NOTICED)
        numbers |= {f"clean_{limit}": clean, f"net_{limit}": net, f"cents_{limit}": cents}
        numbers[f"passed_{limit}"] = passed
        numbers[f"stop_{limit}"] = clean * FALSE_STOP + FAULTS * passed * FAULT_DAY
        numbers[f"warn_{limit}"] = clean * WARNING + FAULTS * late * FAULT_DAY
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
