"""What the labs share: a small logistic regression, AUC and log loss. Needs numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def fit_logistic(
    features: ArrayLike, labels: ArrayLike, ridge: float = 1e-3, counts: ArrayLike = 1.0
) -> Floats:
    """Return the weights of a logistic regression: one for each column, then the intercept.

    `features` has the shape (rows, columns); `labels` holds a 0 or 1 for each row. Takes fifteen
    Newton steps. `ridge` keeps them solvable when one column explains the labels perfectly.
    `counts` says for how many rows each row stands.
    """
    x, y = _with_intercept(features), np.asarray(labels, dtype=float)
    n = np.broadcast_to(np.asarray(counts, dtype=float), y.shape)
    weights = np.zeros(x.shape[1])
    for _ in range(15):
        p = _sigmoid(x @ weights)
        gradient = x.T @ (n * (p - y)) + ridge * weights
        hessian = (x * (n * p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def probability(weights: Floats, features: ArrayLike) -> Floats:
    """Return the probability of label 1, from 0 to 1, for each row of `features`."""
    return _sigmoid(_with_intercept(features) @ weights)


def auc(labels: ArrayLike, scores: ArrayLike) -> float:
    """Return the chance that a random positive scores above a random negative; ties count half."""
    positive, values = np.asarray(labels, dtype=bool), np.asarray(scores, dtype=float)
    negatives = np.sort(values[~positive])
    below = np.searchsorted(negatives, values[positive], side="left")
    not_above = np.searchsorted(negatives, values[positive], side="right")
    return float((below + not_above).mean() / 2 / len(negatives))


def log_loss(labels: ArrayLike, probabilities: ArrayLike) -> float:
    """Return the mean negative log-likelihood in nats: 0 is perfect, a constant 0.5 costs 0.693."""
    y = np.asarray(labels, dtype=float)
    p = np.clip(np.asarray(probabilities, dtype=float), 1e-12, 1 - 1e-12)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def _with_intercept(features: ArrayLike) -> Floats:
    x = np.asarray(features, dtype=float)
    return np.column_stack([x, np.ones(len(x))])


def _sigmoid(z: Floats) -> Floats:
    return 1 / (1 + np.exp(-z))
