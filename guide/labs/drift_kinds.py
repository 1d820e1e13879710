"""Lab: three kinds of drift, one model, and what PSI sees. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
from psi_noise import psi
from scores import Floats, fit_logistic, probability

ROWS = 8_000
WEIGHTS = (2.0, -1.5, 0.0)  # of the true log odds; the third feature is useless
FLIPPED = (2.0, 1.5, 0.0)  # after concept drift the second feature means the opposite

Table = tuple[Floats, Floats]  # features (rows, 3) and labels (rows), 0 or 1


def make_table(rng: np.random.Generator, weights: tuple[float, ...] = WEIGHTS) -> Table:
    """Return features, standard normal and without a unit, and labels, 0 or 1."""
    features = rng.normal(0, 1, (ROWS, len(weights)))
    odds = np.exp(features @ np.array(weights))
    return features, (rng.random(ROWS) < odds / (1 + odds)).astype(float)


def data_drift(table: Table) -> Table:
    """Return the table with its useless feature moved up by one standard deviation."""
    features, labels = table
    return features + np.array([0.0, 0.0, 1.0]), labels


def label_drift(table: Table) -> Table:
    """Return 400 positives and 3,600 negatives of the table: 10% positive instead of half."""
    features, labels = table
    kept = np.concatenate([np.flatnonzero(labels == 1)[:400], np.flatnonzero(labels == 0)[:3_600]])
    return features[kept], labels[kept]


def run(seed: int = 5) -> dict[str, float]:
    """Return the numbers that the pages print, for the kinds none, data, concept and label.

    Accuracy and the share of positives go from 0 to 1. `max_psi` is the largest PSI of the three
    features and `score_psi` that of the model's scores, in nats, against the training table.
    """
    rng = np.random.default_rng(seed)
    train, labels = make_table(rng)
    weights = fit_logistic(train, labels)
    scores = probability(weights, train)
    kinds = {
        "none": make_table(rng),
        "data": data_drift(make_table(rng)),
        "concept": make_table(rng, FLIPPED),
        "label": label_drift(make_table(rng)),
    }
    numbers = {}
    for kind, (features, truth) in kinds.items():
        p = probability(weights, features)
        columns = zip(train.T, features.T, strict=True)
        numbers[f"{kind}_accuracy"] = float(((p > 0.5) == truth).mean())
        numbers[f"{kind}_max_psi"] = max(psi(before, after) for before, after in columns)
        numbers[f"{kind}_score_psi"] = psi(scores, p)
        numbers[f"{kind}_positive_share"] = float(truth.mean())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
