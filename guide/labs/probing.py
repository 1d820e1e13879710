"""Lab: how many answers a stranger needs to get around a model. Seeded; under 2 s."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FEATURES, OWN = 30, 10  # what the model reads; the first of them an attacker can change
LIMIT, USUAL = 0.05, -4.5  # a higher score is refused; log odds of a payment average in everything
EFFORT, SPREAD = 2.0, 2.0  # how far frauds are moved and trials lie off, in standard deviations
TRIES = (6, 11, 20, 31, 60, 120)
FRAUDS, MODELS = 1_000, 25  # frauds for each model; models over which results are averaged
BASE = 10.0  # value of a feature that all payments share, so that the base may be large
ROUND = {"exact": 0.0, "percent": 0.01}  # step to which a score is rounded
SAYS = {"decision": (LIMIT,), "answers": (0.006, 0.32)}  # refused or not; approved, challenged, …


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


def by_decisions(rows: Floats, scores: Floats, limits: tuple[float, ...]) -> Floats:
    """Return weights of a logistic regression on what lies above each limit, by Newton's method."""
    bases = np.repeat(np.eye(len(limits)), len(rows), axis=0) * BASE  # one base for each limit
    table = np.column_stack([np.tile(rows, (len(limits), 1)), bases])
    above = np.concatenate([scores > limit for limit in limits])
    weights = np.zeros(table.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-(table @ weights).clip(-30, 30)))
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.eye(len(weights))
        weights += np.linalg.solve(curve, table.T @ (above - chance) - weights)
    return weights[: rows.shape[1]]


def passed(weights: Floats, copy: Floats, frauds: Floats, own: int = OWN) -> float:
    """Return the share of refused frauds that pass once moved against the copy's weights."""
    moved = frauds.copy()
    moved[:, :own] -= EFFORT * copy[:own] / np.linalg.norm(copy[:own])
    return float((score(weights, moved) <= LIMIT).mean())


def run(seed: int = 0) -> dict[str, float]:
    """Return shares from 0 to 1 of refused frauds that pass after they were moved.

    `exact_60`: after 60 trial payments of one account, whose score is shown; `percent_60`: in whole
    percent; `answers_60`: as approved, challenged or refused; `decision_60`: as refused or not.
    `blind`: in a direction drawn by chance; `known`: with the weights; `known_5`: five can be set.
    """
    rng = np.random.default_rng(seed)
    found: dict[str, list[float]] = {}
    for _ in range(MODELS):
        weights, pool = rng.normal(0, 0.5, FEATURES), rng.normal(0, 1.5, (20 * FRAUDS, FEATURES))
        frauds = pool[score(weights, pool) > LIMIT][:FRAUDS]
        for name, own in (("known", OWN), ("known_5", 5), ("known_2", 2)):
            found.setdefault(name, []).append(passed(weights, weights, frauds, own))
        found.setdefault("blind", []).append(passed(weights, rng.normal(size=FEATURES), frauds))
        trials = np.tile(rng.normal(0, 1.5, FEATURES), (max(TRIES), 1))  # one account's features
        trials[:, :OWN] = rng.normal(0, SPREAD, (max(TRIES), OWN))
        shown = score(weights, trials)
        for tries in TRIES:
            rows, seen = trials[:tries, :OWN], shown[:tries]
            copies = {name: by_decisions(rows, seen, limits) for name, limits in SAYS.items()}
            copies |= {name: by_scores(rows, seen, step) for name, step in ROUND.items()}
            for name, copy in copies.items():
                found.setdefault(f"{name}_{tries}", []).append(passed(weights, copy, frauds))
    return {name: float(np.mean(shares)) for name, shares in found.items()}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
