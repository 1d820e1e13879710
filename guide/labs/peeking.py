"""Lab: stopping a canary at the first significant look. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TESTS, USERS, LOOKS = 2_000, 10_000, 20  # USERS counts one of the two arms
BASE, WORSE = 0.05, 0.06  # the share of users who meet an error
LIMITS = {"single": 1.96, "pocock": 2.672, "divided": 3.023}  # |z|; the last is p < 0.05 / 20


def errors(rng: np.random.Generator, share: float) -> Floats:
    """Return users with an error so far, one row for each test, one column for each look.

    Counts are rounded normal draws: the stream of `rng.binomial` depends on the numpy version.
    """
    step = USERS / LOOKS
    spread = np.sqrt(step * share * (1 - share))
    return np.rint(rng.normal(step * share, spread, (TESTS, LOOKS))).cumsum(axis=1)


def z_scores(old: Floats, new: Floats) -> Floats:
    """Return at each look how far the two shares are apart, in standard errors of the gap."""
    users = np.arange(1, LOOKS + 1) * USERS / LOOKS
    pooled = (old + new) / (2 * users)
    return (new - old) / users / np.sqrt(2 * pooled * (1 - pooled) / users)


def first_alarm(z: Floats, limit: float) -> NDArray[np.int_]:
    """Return for each test the first look with |z| above the limit, from 1; 0 without any."""
    alarms = np.abs(z) > limit
    return np.where(alarms.any(axis=1), alarms.argmax(axis=1) + 1, 0)


def run(seed: int = 5) -> dict[str, float]:
    """Return shares of the tests that raise an alarm, and how many users each arm has met by then.

    `equal_…` compares two versions at 5% errors: every alarm is false. `worse_…` compares 5% with
    6%. `once` looks at the end with z > 1.96; the others stop at any of the 20 looks: `single` at
    the same 1.96, `pocock` at 2.672, `divided` at 3.023. `…_users` is the mean size of an arm.
    """
    rng = np.random.default_rng(seed)
    old, equal, worse = errors(rng, BASE), errors(rng, BASE), errors(rng, WORSE)
    numbers = {}
    for name, new in (("equal", equal), ("worse", worse)):
        z = z_scores(old, new)
        numbers[f"{name}_once"] = float(np.mean(np.abs(z[:, -1]) > LIMITS["single"]))
        for rule, limit in LIMITS.items():
            look = first_alarm(z, limit)
            numbers[f"{name}_{rule}"] = float(np.mean(look > 0))
            seen = np.where(look > 0, look, LOOKS) * USERS / LOOKS
            numbers[f"{name}_{rule}_users"] = float(seen.mean())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
