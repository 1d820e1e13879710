"""Lab: a model trained on as many frauds as honest payments, and its threshold. Under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import auc, fit_logistic, probability

Floats = NDArray[np.float64]

ROWS = 300_000  # payments of the training set, and as many later ones
INTERCEPT, WEIGHTS = -12.0, np.array([2.6, 2.0])  # about 0.1% fraud
MISSED, REFUSED = 95.0, 5.04  # EUR for a fraud let through, and for an honest order refused
THRESHOLD = REFUSED / (MISSED + REFUSED)


def make_payments(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return two inputs and the label of each payment."""
    x = rng.normal(size=(ROWS, 2))
    return x, (rng.random(ROWS) < 1 / (1 + np.exp(-(INTERCEPT + x @ WEIGHTS)))).astype(float)


def correct(p: Floats, kept: float) -> Floats:
    """Return probabilities for all payments, from a model that saw `kept` of the honest ones."""
    return p * kept / (p * kept + 1 - p)


def cost(y: Floats, p: Floats) -> float:
    """Return EUR per 100,000 payments when everything above the threshold is refused."""
    refused = p > THRESHOLD
    return float(MISSED * np.sum(y[~refused]) + REFUSED * np.sum(1 - y[refused])) * 1e5 / len(y)


def run(seed: int = 0) -> dict[str, float]:
    """Return AUC, mean score and refused share (0 to 1), and cost in EUR per 100,000 payments.

    `full`: trained on all rows; `half`: on all frauds and as many honest rows; `corrected`: the
    same model, its scores brought back. `approve_cost`: everything approved.
    """
    rng = np.random.default_rng(seed)
    (x, y), (new_x, new_y) = make_payments(rng), make_payments(rng)
    frauds, honest = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    rows = np.concatenate([frauds, rng.choice(honest, len(frauds), replace=False)])
    half = probability(fit_logistic(x[rows], y[rows]), new_x)
    scores = {
        "full": probability(fit_logistic(x, y), new_x),
        "half": half,
        "corrected": correct(half, len(frauds) / len(honest)),
    }
    numbers = {"fraud": float(new_y.mean()), "approve_cost": cost(new_y, np.zeros(ROWS))}
    for name, p in scores.items():
        numbers[f"{name}_auc"] = auc(new_y, p)
        numbers[f"{name}_mean"] = float(p.mean())
        numbers[f"{name}_refused"] = float(np.mean(p > THRESHOLD))
        numbers[f"{name}_cost"] = cost(new_y, p)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.4f}")
