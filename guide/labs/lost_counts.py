"""Lab: what a day without half of the day's counts costs a fraud score. Seeded; about a second."""

from __future__ import annotations

import numpy as np
from fraud_threshold import EQUAL, PAYMENTS, Flags, cheapest_rule, cost, rule, train
from scores import Floats, probability

INTERCEPT = -10.75  # about 0.1% fraud
WEIGHTS = np.array([1.9, 1.6, 2.4, 0.7, 0.5])  # minute, amount, new device, hour, day
OTHERS = (0.55, 0.5, 1.2)  # a card's further payments in this minute, hour and day, about


def make_day(rng: np.random.Generator) -> tuple[Floats, Flags]:
    """Return one day: inputs of each payment, and which turn out to be fraud."""
    minute, hour, day = (np.floor(rng.exponential(mean, PAYMENTS)) for mean in OTHERS)
    ratio = rng.normal(size=PAYMENTS)  # amount against the card's mean, standardized
    x = np.column_stack([minute, ratio, rng.random(PAYMENTS) < 0.05, hour, day])
    return x, rng.random(PAYMENTS) < 1 / (1 + np.exp(-(INTERCEPT + x @ WEIGHTS)))


def run(seed: int = 3) -> dict[str, float]:
    """Return EUR a day: of the score, of the score with lost counts, and of two rules.

    `whole` refuses where refusing is cheaper, with all counts. In `half` each payment of a card
    that is older than an hour is missing with a chance of one half, in `empty` all of them are.
    Counts of the minute and of the hour are whole. `rules` know neither hour nor day.
    """
    rng = np.random.default_rng(seed)
    (old_x, old), (x, fraud) = make_day(rng), make_day(rng)
    limits = cheapest_rule(old_x, old)
    weights = train(rng, old_x, old)
    costs = {"rules": cost(fraud, rule(x, *limits)), "frauds": float(fraud.sum())}
    for name, kept in (("whole", 1.0), ("half", 0.5), ("empty", 0.0)):
        known = rng.binomial(x[:, 4].astype(int), kept)
        p = probability(weights, np.column_stack([x[:, :4], known]))
        costs[name] = cost(fraud, p >= EQUAL)
    return costs


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:8} {number:12.1f}")
