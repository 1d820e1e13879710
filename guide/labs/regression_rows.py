"""Lab: how many rows a test needs to catch a model that lost two points. Under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROWS = (500, 2_000, 5_000)  # rows that the test scores
RUNS = 50_000  # simulated runs of each test
Z = 2.326  # limits are set so that a harmless change is red once in 100 runs
RIGHT = 0.82  # accuracy of the model on the main branch
LOST, GAINED = 0.02, 0.02  # answers that a harmless change turns wrong, and right
DROP = 0.02  # answers that the harmful change turns wrong besides


def counts(rng: np.random.Generator, rows: int, share: float) -> Floats:
    """Return how many of `rows` are hit in each run: normal draws, rounded, at least 0.

    The stream of `rng.binomial` depends on the numpy version; a normal is close enough here.
    """
    spread = np.sqrt(rows * share * (1 - share))
    return np.maximum(np.rint(rng.normal(rows * share, spread, RUNS)), 0)


def careless(rng: np.random.Generator, drop: float, rows: int = 500, bar: float = 0.80) -> float:
    """Return the share of red runs of `accuracy > 0.80` on fresh rows."""
    return float(np.mean(counts(rng, rows, RIGHT - drop) / rows <= bar))


def fresh(rng: np.random.Generator, rows: int, drop: float) -> float:
    """Return the share of red runs: accuracy on fresh rows, 2.326 standard errors below 82%."""
    bar = RIGHT - Z * np.sqrt(RIGHT * (1 - RIGHT) / rows)
    return float(np.mean(counts(rng, rows, RIGHT - drop) / rows < bar))


def frozen(rng: np.random.Generator, rows: int, drop: float) -> float:
    """Return the share of red runs: old and new answers on the same rows, kept in the repository.

    Only changed answers count: red if the losses exceed the gains by 2.326 standard errors.
    """
    lost, gained = counts(rng, rows, LOST + drop), counts(rng, rows, GAINED)
    return float(np.mean(lost - gained > Z * np.sqrt(lost + gained)))


def equal(rows: int, touched: float) -> float:
    """Return the chance that some answer of `rows` differs when a bug touches a share of them."""
    return 1 - (1 - touched) ** rows


def run(seed: int = 6) -> dict[str, float]:
    """Return shares of red runs, from 0 to 1.

    `…_harmless…` are false alarms, `…_drop…` catches a model that lost two points, and
    `careless_missed` lets it pass. `careless_4` is the share of pull requests with a false alarm
    from four such tests, `tests_20` from 20 tests that are red once in 100. `equal_300` compares
    300 answers, 1% of them touched.
    """
    rng = np.random.default_rng(seed)
    alarm = careless(rng, 0.0)
    numbers = {"careless_harmless": alarm, "careless_missed": 1 - careless(rng, DROP)}
    numbers |= {"careless_4": 1 - (1 - alarm) ** 4, "tests_20": 1 - 0.99**20}
    for rows in ROWS:
        for name, test in (("fresh", fresh), ("frozen", frozen)):
            numbers[f"{name}_harmless_{rows}"] = test(rng, rows, 0.0)
            numbers[f"{name}_drop_{rows}"] = test(rng, rows, DROP)
    numbers["equal_300"] = equal(300, 0.01)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
