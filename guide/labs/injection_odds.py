"""Lab: what patience makes of a small success rate, and what a limit does. Seeded; under 1 s."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RATES = (0.1, 0.01, 0.001)  # chance that one attempt makes the model call the tool
DAYS, ATTACKERS, PATIENCE = 20_000, 10, 50  # attempts a day of each attacker
AMOUNT = 42.0  # EUR that one call pays out
REPEATS = 0.5  # chance of each attempt after the first success: the text that worked is reused
LOCKOUT = 15  # messages, here all attempts, after which a person takes over


def attempts_for(chance: float, rate: float) -> int:
    """Return the attempts after which at least one has succeeded with the given chance."""
    return math.ceil(math.log(1 - chance) / math.log(1 - rate))


def still_possible(tests: int, confidence: float = 0.95) -> float:
    """Return the largest success rate that zero successes in so many tests leave open."""
    return float(1 - (1 - confidence) ** (1 / tests))


def precision(recall: float, alarms: float, attacks: float) -> float:
    """Return the share of a filter's alarms that are attacks; all four numbers are shares."""
    caught, false = attacks * recall, (1 - attacks) * alarms
    return caught / (caught + false)


def daily_losses(rng: np.random.Generator, rate: float, patience: int, once: bool) -> Floats:
    """Return EUR lost on each day; `once` pays each attacker one time at most."""
    draws = rng.random((DAYS, ATTACKERS))
    first = np.ceil(np.log(1 - draws) / math.log(1 - rate)).clip(1)  # attempt that succeeds first
    later = np.maximum(patience - first, 0) * REPEATS
    calls = np.where(first <= patience, 1 + (0 if once else later), 0)
    losses: Floats = AMOUNT * calls.sum(axis=1)
    return losses


def run(seed: int = 7) -> dict[str, float]:
    """Return the numbers that the pages print; `rate` is 0.1, 0.01 or 0.001.

    `half_rate` and `almost_rate`: attempts for a chance of 50% and 95%. `open_n`: the rate that no
    success in n tests leaves open. `free_rate`, `once_rate`, `locked_rate`: mean EUR lost a day
    without a limit, with one payment per customer, and with a lockout after 15 messages besides;
    `worst_…` is the greatest day. `filter_…` is the precision of a filter with 95% recall and 1%
    false alarms, where one message in 100 or in 1,000 is an attack.
    """
    rng = np.random.default_rng(seed)
    numbers = {f"open_{tests}": still_possible(tests) for tests in (100, 300, 3_000)}
    numbers |= {f"filter_{n}": precision(0.95, 0.01, 1 / n) for n in (100, 1_000)}
    for rate in RATES:
        numbers[f"half_{rate:g}"] = attempts_for(0.5, rate)
        numbers[f"almost_{rate:g}"] = attempts_for(0.95, rate)
        rules = {"free": (PATIENCE, False), "once": (PATIENCE, True), "locked": (LOCKOUT, True)}
        for name, (patience, once) in rules.items():
            losses = daily_losses(rng, rate, patience, once)
            numbers[f"{name}_{rate:g}"] = float(losses.mean())
            numbers[f"worst_{name}_{rate:g}"] = float(losses.max())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.5f}")
