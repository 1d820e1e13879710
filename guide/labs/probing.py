"""Lab: how many answers a stranger needs to get around a model. Seeded; under 2 s."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FEATURES, OWN = 30, 10  # what the model reads; the first of them an attacker can change
LIMIT = 0.05  # a payment with a higher score is refused
USUAL = -4.5  # log odds of fraud for a payment that is average in everything
EFFORT, SPREAD = 2.0, 2.0  # how far frauds are moved and trials lie off, in standard deviations
TRIES = (10, 20, 31, 60, 120, 250)
FRAUDS, MODELS = 1_000, 25  # frauds for each model; models over which results are averaged
BASE = 10.0  # value of a feature that all payments share, so that the base may be large
ROUND = {"exact": 0.0, "percent": 0.01}  # step to which a score is rounded


def score(weights: Floats, rows: Floats) -> Floats:
    """Return the chance of fraud by a linear model of the log odds."""
    result: Floats = 1 / (1 + np.exp(-(rows @ weights + USUAL)))
    return result


def by_scores(rows: Floats, scores: Floats, step: float) -> Floats:
    """Return the weights that fit the log odds of the shown scores, as far as rounding allows."""
    table = np.column_stack([rows, np.full(len(rows), BASE)])
    shown = np.round(scores / step) * step if step else scores
    kept = shown.clip(step / 2, 1 - step / 2)
    odds = np.log(kept / (1 - kept))
    weights: Floats = np.linalg.lstsq(table, odds, rcond=None)[0]
    for _ in range(30 if step else 0):  # a score shown as 0 or 1 counts where the fit breaks it
        counts = (kept == shown) | ((table @ weights > odds) == (shown < 0.5))
        sure = counts * 12 * (kept * (1 - kept) / step) ** 2  # 1 / variance of the log odds
        curve = (table * sure[:, None]).T @ table + np.eye(table.shape[1])
        weights = np.linalg.solve(curve, table.T @ (sure * odds))
    return weights[:-1]


def by_decisions(rows: Floats, refused: NDArray[np.bool_]) -> Floats:
    """Return weights of a logistic regression on refused or not, by Newton's method."""
    table = np.column_stack([rows, np.full(len(rows), BASE)])
    weights = np.zeros(table.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-(table @ weights).clip(-30, 30)))
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.eye(len(weights))
        weights += np.linalg.solve(curve, table.T @ (refused - chance) - weights)
    return weights[:-1]


def passed(weights: Floats, copy: Floats, frauds: Floats, own: int = OWN) -> float:
    """Return the share of refused frauds that pass once moved against the copy's weights."""
    moved = frauds.copy()
    moved[:, :own] -= EFFORT * copy[:own] / np.linalg.norm(copy[:own])
    return float((score(weights, moved) <= LIMIT).mean())


def run(seed: int = 0) -> dict[str, float]:
    """Return shares from 0 to 1 of refused frauds that pass after they were moved.

    `exact_120` is that share after 120 trial payments whose score is shown in full, `percent_120`
    for scores in whole percent, and `decision_120` where only refused or not is shown. `blind` is
    the share if the direction is drawn by chance, and `known` that if the attacker has the weights;
    `known_5` and `known_2` if only so many features can be changed.
    """
    rng = np.random.default_rng(seed)
    found: dict[str, list[float]] = {}
    for _ in range(MODELS):
        weights = rng.normal(0, 0.5, FEATURES)
        pool = rng.normal(0, 1.5, (20 * FRAUDS, FEATURES))
        frauds = pool[score(weights, pool) > LIMIT][:FRAUDS]
        for name, own in (("known", OWN), ("known_5", 5), ("known_2", 2)):
            found.setdefault(name, []).append(passed(weights, weights, frauds, own))
        found.setdefault("blind", []).append(passed(weights, rng.normal(size=FEATURES), frauds))
        trials = rng.normal(0, SPREAD, (max(TRIES), FEATURES))
        shown = score(weights, trials)
        for tries in TRIES:
            rows = trials[:tries]
            copies = {"decision": by_decisions(rows, shown[:tries] > LIMIT)}
            copies |= {name: by_scores(rows, shown[:tries], step) for name, step in ROUND.items()}
            for name, copy in copies.items():
                found.setdefault(f"{name}_{tries}", []).append(passed(weights, copy, frauds))
    return {name: float(np.mean(shares)) for name, shares in found.items()}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
