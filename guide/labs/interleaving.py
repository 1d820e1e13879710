"""Lab: how many visitors tell two rankings apart, in two arms or in one mixed list. One second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

VISITORS, SLOTS = 200_000, 10  # visitors of one simulated arm; products in a list
FIT, BETTER = 0.30, 1.20  # chance that a product of the old ranking suits; factor of the new one
LEAVES = 0.8  # chance to leave the list after a click
REACH = 2.80  # quantiles for 80% power at the 5% level, two-sided


def clicks(rng: np.random.Generator, chances: Floats) -> NDArray[np.bool_]:
    """Return which slots are clicked, one row for each visitor, who reads from the top.

    Visitors differ in how easily they click, far more than rankings do.
    """
    ease = rng.lognormal(-0.5, 1.0, (len(chances), 1))  # mean 1
    wants = rng.random(chances.shape) < np.minimum(chances * ease, 0.95)
    leaves = wants & (rng.random(chances.shape) < LEAVES)
    gone = np.cumsum(leaves, axis=1) - leaves > 0
    return wants & ~gone


def draft(rng: np.random.Generator, visitors: int) -> NDArray[np.bool_]:
    """Return which slots come from the new ranking: a coin decides who picks first in each pair."""
    first = rng.random((visitors, SLOTS // 2)) < 0.5
    return np.stack([first, ~first], axis=2).reshape(visitors, SLOTS)


def needed(differences: float, variance: float) -> float:
    """Return the visitors that show this mean difference with 80% power."""
    return REACH**2 * variance / differences**2


def run(seed: int = 0) -> dict[str, float]:
    """Return visitors needed in all: two arms (clicks a visitor), one mixed list (credit).

    `ratio` is the first by the second.
    """
    rng = np.random.default_rng(seed)
    shape = (VISITORS, SLOTS)
    old = clicks(rng, np.full(shape, FIT)).sum(axis=1)
    new = clicks(rng, np.full(shape, FIT * BETTER)).sum(axis=1)
    arms = 2 * needed(new.mean() - old.mean(), old.var() + new.var())
    mine = draft(rng, VISITORS)
    clicked = clicks(rng, np.where(mine, FIT * BETTER, FIT))
    credit = (clicked & mine).sum(axis=1) - (clicked & ~mine).sum(axis=1)
    mixed = needed(credit.mean(), credit.var())
    return {"arms": float(arms), "mixed": float(mixed), "ratio": float(arms / mixed)}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
