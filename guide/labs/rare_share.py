"""Lab: a share of one in a thousand, found from scores; and a threshold that moves. No chance."""

from __future__ import annotations

import numpy as np
from performance_estimate import new_share, rescale
from scores import Floats

SHARE, TREBLED = 0.001, 0.003  # frauds among the payments, before and now
APART = 2.8  # frauds lie so many standard deviations above the honest: an AUC of 0.976
LIMIT = 5.04 / (5.04 + 95)  # from this probability on refusing is cheaper
STEPS = 1_000  # of Saerens's method; with rare positives it moves slowly
CURVE = np.linspace(-6, 10, 4_001)  # where payments lie; honest ones around 0, frauds around APART


def payments(share: float) -> tuple[Floats, Floats]:
    """Return the shares of all payments that are honest, and that are fraud, along the curve."""
    honest, fraud = (np.exp(-((CURVE - at) ** 2) / 2) for at in (0, APART))
    return (1 - share) * honest / honest.sum(), share * fraud / fraud.sum()


def run() -> dict[str, float]:
    """Return shares, from 0 to 1.

    `too_high_1` is the share found if nothing has changed and every score is 1 in 10,000 too high.
    `band` are the payments that are refused in addition after trebling, `frauds` those among them
    that are fraud, `frauds_before` the same if the share is the old one.
    """
    scores = rescale(1 / (1 + np.exp(APART * (APART / 2 - CURVE))), 0.5, SHARE)
    old, new = payments(SHARE), payments(TREBLED)
    numbers = {
        f"too_high_{k}": new_share(scores + k / 10_000, SHARE, STEPS, sum(old)) for k in (0, 1, 2)
    }
    above = rescale(scores, SHARE, TREBLED) >= LIMIT
    band = above & (scores < LIMIT)
    return numbers | {
        "trebled": new_share(scores, SHARE, STEPS, sum(new)),
        "refused": float(sum(new)[above].sum()),
        "band": float(sum(new)[band].sum()),
        "frauds": float(new[1][band].sum() / sum(new)[band].sum()),
        "frauds_before": float(old[1][band].sum() / sum(old)[band].sum()),
    }


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:16} {number:9.5f}")
