"""Lab: above which probability of fraud refusing a payment pays. Seeded; runs in about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import Floats, fit_logistic, probability

PAYMENTS = 1_200_000  # one day of the shop
INTERCEPT, WEIGHTS = -9.95, np.array([1.9, 1.6, 2.4])  # about 0.1% fraud
KEPT = 0.05  # share of the honest payments in the training table
MISSED, REFUSED = 95.0, 5.04  # EUR for a fraud let through, and for an honest order refused
EQUAL = REFUSED / (MISSED + REFUSED)
LEAK = 0.1  # of frauds pass a challenge, and as large a share of honest buyers gives up
BAND = (0.006, 0.32)  # probabilities of fraud at which a challenge is cheapest
BURSTS, RATIOS = (2, 3, 4, 5), (1.0, 1.5, 2.0, 2.5, 3.0)  # limits that the rules may have

Flags = NDArray[np.bool_]


def make_day(rng: np.random.Generator) -> tuple[Floats, Flags]:
    """Return one day: inputs of each payment, and which turn out to be fraud."""
    burst = np.floor(rng.exponential(0.55, PAYMENTS))  # the card's payments in this minute
    ratio = rng.normal(size=PAYMENTS)  # amount against the card's mean, standardized
    x = np.column_stack([burst, ratio, rng.random(PAYMENTS) < 0.05])  # a new device
    return x, rng.random(PAYMENTS) < 1 / (1 + np.exp(-(INTERCEPT + x @ WEIGHTS)))


def train(rng: np.random.Generator, x: Floats, fraud: Flags) -> Floats:
    """Return weights from all frauds and a sample of the rest, corrected for the sampling."""
    rows = fraud | (rng.random(len(fraud)) < KEPT)
    weights = fit_logistic(x[rows], fraud[rows])
    weights[-1] += np.log(KEPT)
    return weights


def rule(x: Floats, burst: float, ratio: float) -> Flags:
    """Refuse many payments in a minute, and a large amount from a new device."""
    return (x[:, 0] >= burst) | ((x[:, 2] == 1) & (x[:, 1] > ratio))


def cost(fraud: Flags, refused: Flags, asked: Flags | bool = False) -> float:
    """Return EUR of frauds let through and of honest orders lost; `asked` get a challenge."""
    through, lost = np.where(asked, LEAK, ~refused), np.where(asked, LEAK, refused)
    return float(MISSED * through[fraud].sum() + REFUSED * lost[~fraud].sum())


def cheapest_rule(x: Floats, fraud: Flags) -> tuple[int, float]:
    """Return the limits of `rule` that cost least."""
    pairs = [(burst, ratio) for burst in BURSTS for ratio in RATIOS]
    return min(pairs, key=lambda limits: cost(fraud, rule(x, *limits)))


def cheapest(fraud: Flags, p: Floats) -> float:
    """Return the threshold that costs least, found by trying every p as one."""
    order = np.argsort(-p, kind="stable")
    saved = np.cumsum(np.where(fraud[order], MISSED, -REFUSED))
    return float(p[order[saved.argmax()]])


def run(seed: int = 2) -> dict[str, float]:
    """Return EUR a day by policy, counts of payments, and a threshold from 0 to 1.

    Model and rules are set on one day and judged on the next. `equal` refuses from 5.0% on, `half`
    from 0.5 on, `best` from `best_at` on, found with that day's outcome. `challenge` asks for a
    confirmation inside BAND and refuses above it.
    """
    rng = np.random.default_rng(seed)
    (old_x, old), (x, fraud) = make_day(rng), make_day(rng)
    limits = cheapest_rule(old_x, old)
    weights = train(rng, old_x, old)
    p = probability(weights, x)
    best_at = cheapest(fraud, p)
    return {
        "frauds": float(fraud.sum()),
        "refused": float(np.sum(p >= EQUAL)),
        "caught": float(np.sum(fraud & (p >= EQUAL))),
        "best_at": best_at,
        "approve": cost(fraud, p > 1),
        "rules": cost(fraud, rule(x, *limits)),
        "half": cost(fraud, p >= 0.5),
        "equal": cost(fraud, p >= EQUAL),
        "best": cost(fraud, p >= best_at),
        "challenge": cost(fraud, p > BAND[1], (p > BAND[0]) & (p <= BAND[1])),
    }


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:10} {number:12.4f}")
