"""Lab: accuracy and precision guessed from scores alone, in five worlds. Seeded; under a second.

The guess (CBPE) takes each score at its word: of the cases scored 0.9, nine in ten are positive.
"""

from __future__ import annotations

import numpy as np
from drift_kinds import FLIPPED, ROWS, WEIGHTS, data_drift, label_drift, make_table
from scores import Floats, auc, fit_logistic, probability

OVERCONFIDENT = 3.0  # factor on the log odds; the order of the cases stays


def rescale(scores: Floats, before: float, after: float) -> Floats:
    """Return the scores moved from one share of positives to another, all from 0 to 1."""
    odds = scores / (1 - scores) * after / before * (1 - before) / (1 - after)
    return odds / (1 + odds)


def new_share(
    scores: Floats, before: float, steps: int = 100, weights: Floats | None = None
) -> float:
    """Return the share of positives that fits the scores best (Saerens's EM), from 0 to 1."""
    share = before
    for _ in range(steps):
        share = float(np.average(rescale(scores, before, share), weights=weights))
    return share


def compare(decided: Floats, scores: Floats, truth: Floats) -> dict[str, float]:
    """Return accuracy and precision of deciding above 0.5, and what `scores` guess for both."""
    chosen = decided > 0.5
    return {
        "accuracy": float((chosen == truth).mean()),
        "accuracy_guess": float(np.where(chosen, scores, 1 - scores).mean()),
        "precision": float(truth[chosen].mean()),
        "precision_guess": float(scores[chosen].mean()),
    }


def run(seed: int = 5) -> dict[str, float]:
    """Return the numbers that the pages print: shares from 0 to 1.

    The worlds none, data, concept and label are those of drift_kinds.py; in `doubtful` all three
    features spread half as far. `corrected` is label with scores moved to the share found without
    labels, `moved` decides by those scores; `overconfident` sharpens the scores of none.
    """
    rng = np.random.default_rng(seed)
    train, labels = make_table(rng)
    weights, before = fit_logistic(train, labels), float(labels.mean())
    worlds = {
        "none": make_table(rng),
        "data": data_drift(make_table(rng)),
        "concept": make_table(rng, FLIPPED),
        "label": label_drift(make_table(rng)),
    }
    spread = rng.normal(0, 0.5, (ROWS, 3))
    odds = np.exp(spread @ np.array(WEIGHTS))
    worlds["doubtful"] = spread, (rng.random(ROWS) < odds / (1 + odds)).astype(float)
    numbers = {}
    for world, (features, truth) in worlds.items():
        scores = probability(weights, features)
        found = compare(scores, scores, truth)
        if world == "none":
            sharp = 1 / (1 + (1 / scores - 1) ** OVERCONFIDENT)
            numbers |= {"auc": auc(truth, scores), "overconfident_auc": auc(truth, sharp)}
            extra = {"overconfident": compare(sharp, sharp, truth)}
        elif world == "label":
            share = new_share(scores, before)
            fair = rescale(scores, before, share)
            numbers |= {"label_share_found": share, "label_mean_score": float(scores.mean())}
            extra = {"corrected": compare(scores, fair, truth), "moved": compare(fair, fair, truth)}
        else:
            numbers[f"{world}_share_found"] = new_share(scores, before)
            extra = {}
        for name, values in ({world: found} | extra).items():
            numbers |= {f"{name}_{key}": value for key, value in values.items()}
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
