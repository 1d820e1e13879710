"""Lab: the cheapest retraining interval, and what late labels cost on top. Under a second."""

from __future__ import annotations

import math

import numpy as np

RUN = 354.0  # EUR for one retraining: half a day of review, 4 EUR of machines
POINT = 0.01 * 1_200 * 95  # EUR a day that one point of fraud recall is worth
DECAY = 0.05  # points of recall that a model loses a day
DAYS, NOISE = 3_640, 0.5  # simulated days; points by which a day's decay varies


def cost_a_day(every: float, delay: float, decay: float = DECAY) -> float:
    """Return EUR a day for a retraining `every` so many days on labels `delay` days old."""
    return RUN / every + decay * POINT * (delay + every / 2)


def best_interval(decay: float = DECAY) -> float:
    """Return the interval in days at which retraining and decay cost the same."""
    return math.sqrt(2 * RUN / (decay * POINT))


def simulate(rng: np.random.Generator, every: int, delay: int) -> float:
    """Return EUR a day where the world moves a random step each day, always away from the model."""
    lost = np.concatenate([[0.0], np.cumsum(rng.gamma(1.0, DECAY, DAYS))])  # points since day 0
    days = np.arange(delay + every, DAYS)
    trained_on = days - days % every - delay
    return float(RUN / every + POINT * np.mean(lost[days] - lost[trained_on]))


def run(seed: int = 0) -> dict[str, float]:
    """Return the best interval (days) and costs (EUR a day) for three intervals and two delays.

    `every_7_late_45`: weekly on labels that are 45 days old; `…_simulated`: with uneven steps.
    """
    rng = np.random.default_rng(seed)
    numbers = {"best": best_interval(), "best_slow": best_interval(DECAY / 5)}
    for every in (1, 4, 7, 28):
        for delay in (0, 1, 45):
            numbers[f"every_{every}_late_{delay}"] = cost_a_day(every, delay)
        numbers[f"every_{every}_simulated"] = simulate(rng, every, 45)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
