"""Lab: luck at a promotion gate, what pairing the rows buys, and whom two rules let pass."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scores import Floats

Right = NDArray[np.bool_]  # for each held-out row: did the model get it right?

ROWS = (200, 2_000, 20_000)  # held-out rows of a gate
ACCURACY, PAIRS = 0.85, 20_000  # both models of a pair; pairs of equally good models
DISAGREE, FRAUDS = 0.075, 24_000  # frauds on which the models differ; frauds of 20 days
MARGINS = {"better": 0.0, "not_worse": 0.5}  # points of recall that a rule tolerates
CHANGES = (-100, -75, -50, -25, 0, 25, 35, 50, 75, 100)  # true ones, in hundredths of a point
TRUE = {f"{'loss' if change < 0 else 'gain'}_{abs(change)}": change / 100 for change in CHANGES}


def equal_pairs(rng: np.random.Generator, rows: int) -> Floats:
    """Return the accuracies of equally good models, two columns, before rounding to whole rows.

    Errors are independent. Normal draws: the stream of `rng.binomial` depends on numpy's version.
    """
    return rng.normal(ACCURACY, np.sqrt(ACCURACY * (1 - ACCURACY) / rows), (PAIRS, 2))


def luck(pairs: Floats, rows: int) -> tuple[float, float]:
    """Return the share of pairs whose second model looks at least one point better, 0 to 1.

    First for the normal approximation, then for whole rows: of 200, two make one point.
    """
    right = np.rint(pairs * rows)
    smooth, whole = pairs[:, 1] - pairs[:, 0] >= 0.01, right[:, 1] - right[:, 0] >= rows // 100
    return float(smooth.mean()), float(whole.mean())


def score_same_rows(rng: np.random.Generator, rows: int = 3_000) -> tuple[Right, Right]:
    """Return what two models get right on the same rows: 80% and 82%, less 3% slips each.

    Rows that are hard for one are hard for the other, so most errors are shared.
    """
    hard = rng.random(rows)
    slips = rng.random(rows) < 0.03, rng.random(rows) < 0.03
    return (hard < 0.80) ^ slips[0], (hard < 0.82) ^ slips[1]


def interval(rng: np.random.Generator, old: Right, new: Right, paired: bool) -> Floats:
    """Return the 95% bootstrap interval of the gain, in points: lower end, upper end."""
    rows = rng.integers(0, len(old), (1_000, len(old)))
    others = rows if paired else rng.integers(0, len(old), (1_000, len(old)))
    gains = new[rows].mean(axis=1) - old[others].mean(axis=1)
    return 100 * np.percentile(gains, [2.5, 97.5])


def pass_chance(change: float, margin: float) -> float:
    """Return the chance, 0 to 1, that the 95% interval of a true change lies above -margin."""
    error = 100 * math.sqrt(DISAGREE / FRAUDS)
    return 0.5 + 0.5 * math.erf(((change + margin) / error - 1.96) / math.sqrt(2))


def arrived(age: float) -> float:
    """Return the share of chargebacks that have come, 0 to 1: half at 45 days, 0.9 at 90."""
    return 0.5 + 0.5 * math.erf(1.2816 * math.log2(age / 45) / math.sqrt(2))


def run(seed: int = 0) -> dict[str, float]:
    """Return shares of equal candidates that pass (0 to 1), intervals (points), chances to pass.

    `luck_200` is the normal approximation for a gate of 200 rows, `luck_whole_200` the count.
    """
    rng = np.random.default_rng(seed)
    old, new = score_same_rows(rng)
    numbers = {f"arrived_{age}": arrived(age) for age in (15, 30, 45, 60, 75, 90, 100, 110)}
    for rows in (200, 3_000):
        numbers[f"gain_{rows}"] = 100 * float(new[:rows].mean() - old[:rows].mean())
        for name in ("paired", "unpaired"):
            low, high = interval(rng, old[:rows], new[:rows], paired=name == "paired")
            numbers |= {f"{name}_{rows}_low": float(low), f"{name}_{rows}_high": float(high)}
    for rows in ROWS:
        smooth, whole = luck(equal_pairs(rng, rows), rows)
        numbers |= {f"luck_{rows}": smooth, f"luck_whole_{rows}": whole}
    chances = {f"{m}_{n}": pass_chance(t, MARGINS[m]) for m in MARGINS for n, t in TRUE.items()}
    return numbers | chances


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
