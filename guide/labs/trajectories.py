"""Lab: two agents with one mean, one repeatable and one not; tasks against repetitions. Seeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rng = np.random.Generator

MEAN = 0.80  # share of attempts that find the cause, the same for all agents
AGENTS = {"steady": 0.2, "mixed": 1.0, "shaky": 20.0}  # a + b of the tasks' beta distribution
TIMES = (1, 2, 3, 4, 5, 6, 8)  # k: attempts at one task
TASKS = 200_000  # for the curves, so that they hold no luck
PLANS = ((200, 1), (100, 2), (50, 4), (25, 8), (10, 20))  # tasks, runs of each
TESTS = 4_000  # test sets that are drawn for each plan


def chances(rng: Rng, agent: str, shape: tuple[int, ...]) -> Floats:
    """Return for each task the chance that an attempt at it succeeds.

    With a small sum of a and b most tasks always succeed or always fail; with a large one every
    task succeeds about as often as the mean says.
    """
    total = AGENTS[agent]
    return rng.beta(MEAN * total, (1 - MEAN) * total, shape)


def from_counts(right: int, runs: int, k: int) -> tuple[float, float]:
    """Return pass@k and pass^k of one task, estimated without bias from `right` of `runs`."""
    none, every = 1.0, 1.0
    for i in range(k):  # draw k of the runs without putting any back
        none *= max(runs - right - i, 0) / (runs - i)
        every *= max(right - i, 0) / (runs - i)
    return 1 - none, every


def run(seed: int = 2) -> dict[str, float]:
    """Return percentages.

    `steady_any_3` is the share of tasks of which at least one of 3 attempts succeeds (pass@3),
    `steady_all_3` that of which all three do (pass^3). `mixed_200x1` is half of the 95% interval,
    in points, of the mean measured with 200 tasks and one run each; `pair_…` that of the difference
    between two equal agents on the same tasks. `between` and `within` are parts of the variance.
    """
    rng = np.random.default_rng(seed)
    numbers: dict[str, float] = {}
    for agent in AGENTS:
        p = chances(rng, agent, (TASKS,))
        for k in TIMES:
            numbers[f"{agent}_any_{k}"] = 100 * float((1 - (1 - p) ** k).mean())
            numbers[f"{agent}_all_{k}"] = 100 * float((p**k).mean())
        numbers[f"{agent}_between"] = float(p.var())
        numbers[f"{agent}_within"] = float((p * (1 - p)).mean())
        for tasks, repeats in PLANS:
            p = chances(rng, agent, (TESTS, tasks))
            found = [rng.binomial(repeats, p).mean(axis=1) / repeats for _ in range(2)]
            plan = f"{tasks}x{repeats}"
            numbers[f"{agent}_{plan}"] = 196 * float(found[0].std())
            numbers[f"{agent}_pair_{plan}"] = 196 * float((found[0] - found[1]).std())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:22} {number:9.3f}")
