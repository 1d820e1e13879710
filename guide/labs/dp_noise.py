"""Lab: what noise costs in accuracy, and what it hides. Seeded; runs in about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHARE = 0.30  # of the customers in each group send something back
GROUPS = (100, 1_000, 10_000, 100_000)  # customers
EPSILONS = (0.1, 1.0, 10.0)
ASKS = (10, 100, 1_000)  # the same question again, at epsilon 0.1 each
TRIALS = 20_000  # groups, or people attacked
ONCE = 400_000  # people attacked with one answer


def release(rng: np.random.Generator, counts: Floats, epsilon: float) -> Floats:
    """Return counts plus Laplace noise: one person more or less moves a count by 1."""
    noisy: Floats = counts + rng.laplace(0.0, 1.0 / epsilon, counts.shape)
    return noisy


def errors(rng: np.random.Generator, people: int, epsilon: float) -> tuple[float, float]:
    """Return the mean error of a group's share from sampling, and the error that noise adds."""
    spread = np.sqrt(people * SHARE * (1 - SHARE))
    counts = np.rint(rng.normal(people * SHARE, spread, TRIALS))
    sampling = np.abs(counts / people - SHARE).mean()
    noise = np.abs(release(rng, counts, epsilon) - counts).mean() / people
    return float(sampling), float(noise)


def right_guesses(rng: np.random.Generator, epsilon: float, asks: int, people: int) -> float:
    """Return how often an attacker who knows everybody else names one person's secret.

    What is left after subtracting the others is 0 or 1 plus noise. The guess is whichever makes
    the answers likelier together, which is the best test that there is for one bit.
    """
    secret = np.arange(people) % 2 == 0
    nearer_to_one = np.zeros(people)
    for _ in range(asks):
        answers = release(rng, secret.astype(float), epsilon)
        nearer_to_one += np.abs(answers) - np.abs(answers - 1)
    return float(np.mean((nearer_to_one > 0) == secret))


def run(seed: int = 1) -> dict[str, float]:
    """Return the numbers that the pages print.

    `noise_n_e` is the mean error, in percentage points, that noise at epsilon e adds to the share
    of a group of n; `sampling_n` the mean error that the group's size alone brings. `guess_e` is
    the share of right guesses after one answer, from 0 to 1, `asked_k` after k answers at epsilon
    0.1 each, and `spent_k` the sum of their epsilons.
    """
    rng = np.random.default_rng(seed)
    numbers = {}
    for people in GROUPS:
        for epsilon in EPSILONS:
            sampling, noise = errors(rng, people, epsilon)
            numbers[f"sampling_{people}"] = 100 * sampling
            numbers[f"noise_{people}_{epsilon:g}"] = 100 * noise
    for epsilon in EPSILONS:
        numbers[f"guess_{epsilon:g}"] = right_guesses(rng, epsilon, 1, ONCE)
    for asks in ASKS:
        numbers[f"asked_{asks}"] = right_guesses(rng, 0.1, asks, min(100_000, 10_000_000 // asks))
        numbers[f"spent_{asks}"] = 0.1 * asks
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.6f}")
