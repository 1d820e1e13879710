"""Lab: more rows or a richer model? Two learning curves that cross. Under two seconds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import auc, fit_logistic, probability

Floats = NDArray[np.float64]

INPUTS, TEST, REPEATS, RIDGE = 14, 20_000, 5, 1.0
SIZES = (300, 1_000, 3_000, 10_000)


def make_rows(rng: np.random.Generator, rows: int) -> tuple[Floats, Floats]:
    """Return inputs and labels; four pairs of inputs matter only together."""
    x = rng.normal(size=(rows, INPUTS))
    z = x[:, :4] @ np.array([0.8, 0.6, 0.4, 0.3])
    z += 0.5 * (x[:, 0] * x[:, 1] + x[:, 2] * x[:, 3] + x[:, 4] * x[:, 5] + x[:, 6] * x[:, 7])
    return x, (rng.random(rows) < 1 / (1 + np.exp(-z))).astype(float)


def products(x: Floats) -> Floats:
    """Return the inputs and all products of two of them: 14 columns become 119."""
    first, second = np.triu_indices(x.shape[1])
    return np.column_stack([x, x[:, first] * x[:, second]])


def run(seed: int = 0) -> dict[str, float]:
    """Return the mean AUC on new rows of a plain and of a rich model, by rows of training."""
    rng = np.random.default_rng(seed)
    new_x, new_y = make_rows(rng, TEST)
    rich_x, numbers = products(new_x), {}
    for rows in SIZES:
        plain, rich = [], []
        for _ in range(REPEATS):
            x, y = make_rows(rng, rows)
            plain.append(auc(new_y, probability(fit_logistic(x, y, RIDGE), new_x)))
            rich.append(auc(new_y, probability(fit_logistic(products(x), y, RIDGE), rich_x)))
        numbers[f"plain_{rows}"] = float(np.mean(plain))
        numbers[f"rich_{rows}"] = float(np.mean(rich))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
