"""Lab: five ways to serve a feature, and which check notices. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
from psi_noise import psi
from scores import Floats, auc, fit_logistic, probability

PAYMENTS, REPLAYED = 40_000, 1_000  # half of the payments train the model, half are served
NEW_CARD_SHARE = 0.10  # cards without a mean amount
USUAL_AMOUNT = 42.0  # EUR

Table = dict[str, Floats]


def make_payments(rng: np.random.Generator) -> tuple[Table, Floats]:
    """Return made-up payments as a table of columns, and whether each was fraud, 0 or 1.

    `count` is the card's payments of the last hour, `count_before` the same ten minutes earlier:
    both windows share 50 minutes. `ratio` is amount / mean amount, NaN for a new card.
    """
    rate = rng.gamma(2, 1, PAYMENTS)  # of the card, per hour
    oldest, shared, newest = (rng.poisson(rate * minutes / 60) for minutes in (10, 50, 10))
    ratio = rng.lognormal(0, 0.8, PAYMENTS)
    odds = np.exp(-4 + 0.8 * (shared + newest) + 0.9 * np.log(ratio))
    fraud = (rng.random(PAYMENTS) < odds / (1 + odds)).astype(float)
    ratio[rng.random(PAYMENTS) < NEW_CARD_SHARE] = np.nan
    return {"count": shared + newest, "count_before": oldest + shared, "ratio": ratio}, fraud


def features(count: Floats, ratio: Floats, default: float) -> Floats:
    """Return the two columns of the model; `default` stands in for a missing ratio."""
    return np.column_stack([count, np.log(np.where(np.isnan(ratio), default, ratio))])


def run(seed: int = 4) -> dict[str, float]:
    """Return for each way of serving four numbers; all but the PSI (nats) go from 0 to 1.

    `…_auc` and `…_mean_score` belong to the model, `…_psi` is the largest of its two inputs
    against the training table, `…_differ` the share of replayed rows with a changed value.
    """
    rng = np.random.default_rng(seed)
    table, fraud = make_payments(rng)
    half = PAYMENTS // 2
    past = {name: column[:half] for name, column in table.items()}
    live = {name: column[half:] for name, column in table.items()}
    median = float(np.nanmedian(past["ratio"]))
    trained = features(past["count"], past["ratio"], median)
    weights = fit_logistic(trained, fraud[:half])
    count, ratio = live["count"], live["ratio"]
    served = {
        "same": features(count, ratio, median),
        "cents": features(count, ratio * 100, median),
        "default": features(count, ratio, USUAL_AMOUNT),
        "stale": features(live["count_before"], ratio, median),
        "neighbor": features(np.roll(count, 1), ratio, median),
    }
    replayed = rng.choice(half, REPLAYED, replace=False)
    numbers = {"fraud_share": float(fraud[half:].mean())}
    for name, inputs in served.items():
        p = probability(weights, inputs)
        changed = np.abs(inputs - served["same"]).max(axis=1) > 1e-6
        numbers[f"{name}_auc"] = auc(fraud[half:], p)
        numbers[f"{name}_mean_score"] = float(p.mean())
        numbers[f"{name}_psi"] = max(psi(trained[:, j], inputs[:, j]) for j in (0, 1))
        numbers[f"{name}_differ"] = float(changed[replayed].mean())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
