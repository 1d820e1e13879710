"""Lab: how soon a slowly rising price of an answer is seen. Seeded; a fraction of a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

BILLS, DAYS, PAST = 2_000, 365, 28  # bills played, days of each, days before the creep
NOISE = 0.03  # by how much the price of an answer varies by day
CREEPS = (1, 2, 5)  # thousandths by which the price rises each day
FALSE = 1  # false alarms a year


def moving(price: Floats) -> Floats:
    """Return today's price ÷ the mean of the 28 days before, for each day after the past."""
    total = np.cumsum(np.pad(price, ((0, 0), (1, 0))), axis=1)
    return price[:, PAST:] / ((total[:, PAST:-1] - total[:, : -PAST - 1]) / PAST)


def fixed(price: Floats) -> Floats:
    """Return the mean of seven days ÷ the mean of the 28 accepted days, from the seventh day on."""
    total = np.cumsum(np.pad(price[:, PAST:], ((0, 0), (1, 0))), axis=1)
    return (total[:, 7:] - total[:, :-7]) / 7 / price[:, :PAST].mean(axis=1, keepdims=True)


def run(seed: int = 0) -> dict[str, float]:
    """Return limits as multiples of the expected price, and mean days until the first alert.

    `fixed_1_days` is the wait of the fixed reference if the price rises by a thousandth a day,
    `moving_1_days` that of the moving one; both may fire falsely once a year. A creep that is not
    seen within the days that are played counts as seen on the last one.
    """
    rng = np.random.default_rng(seed)
    steady = rng.lognormal(0, NOISE, (BILLS, PAST + DAYS))
    rises = np.maximum(np.arange(PAST + DAYS) - PAST + 1, 0)
    found: dict[str, float] = {}
    for name, rule, first in (("moving", moving, 1), ("fixed", fixed, 7)):
        limit = float(np.quantile(rule(steady), 1 - FALSE / 365))
        found[f"{name}_limit"] = limit
        for creep in CREEPS:
            fired = rule(steady * (1 + creep / 1000) ** rises) > limit
            days = np.where(fired.any(axis=1), fired.argmax(axis=1) + first, DAYS)
            found[f"{name}_{creep}_days"] = float(days.mean())
    return found


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:16} {number:8.3f}")
