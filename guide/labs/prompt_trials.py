"""Lab: the best of many prompts, on the set that chose it and on fresh questions. Seeded; a second.

Most questions are easy for every prompt, some are hard for every prompt, and a few are decided by
luck. Two equally good prompts therefore disagree on nine questions in a hundred.
"""

from __future__ import annotations

from math import comb, exp, lgamma

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rng = np.random.Generator

EASE = (0.9, 0.1)  # beta distribution of a question's chance of a good answer; its mean is 90%
SPREAD = 0.17  # how far prompts that differ move these chances: about one point of their mean
QUESTIONS = (200, 600)  # in a set
TRIED = (1, 5, 10, 20, 40)  # prompts that the team compares on one set
REPEATS = 300  # teams that each try their prompts on a set of their own
HARMLESS = 300  # questions that resemble forbidden ones


def worth(power: float) -> float:
    """Return the score of a prompt on endless fresh questions: the mean of ease to its power."""
    a, b = EASE
    return exp(lgamma(a + power) - lgamma(a) + lgamma(a + b) - lgamma(a + b + power))


def scores(rng: Rng, powers: Floats, questions: int) -> Floats:
    """Return the share of good answers of each prompt on one common set of questions.

    A prompt with the power e answers a question of ease p well with the chance p to the power e.
    """
    ease = rng.beta(*EASE, questions)
    return (rng.random((len(powers), questions)) < ease ** powers[:, None]).mean(axis=1)


def trial(rng: Rng, questions: int, spread: float) -> Floats:
    """Return for each number in `TRIED`: best score on the set, and what that prompt is worth."""
    powers = np.exp(rng.normal(0, spread, TRIED[-1]))
    found = scores(rng, powers, questions)
    best = [int(np.argmax(found[:tried])) for tried in TRIED]
    return np.array([[found[i], worth(float(powers[i]))] for i in best])


def refuses_few_more(margin: int, before: float, after: float) -> float:
    """Return the chance that a new version refuses at most `margin` more harmless questions."""
    most = 60  # refusals; more are too rare to count
    old, new = (
        np.array([comb(HARMLESS, k) * p**k * (1 - p) ** (HARMLESS - k) for k in range(most)])
        for p in (before, after)
    )
    upto = new.cumsum()
    return float(sum(old[k] * upto[min(k + margin, most - 1)] for k in range(most)))


def run(seed: int = 4) -> dict[str, float]:
    """Return mean scores in percent.

    `equal_200_40` is the best score on 200 questions among 40 prompts that are all equally good,
    `equal_200_40_fresh` what this prompt scores on fresh questions. `differ` are prompts of which
    some are really better. `disagree` is the share of questions on which two equal prompts differ.

    `harmless_3` is a chance from 0 to 1: a new version refuses at most three more of 300 harmless
    questions, if both refuse 0.5% of them; `_often` if both refuse 2%, `_worse` if 0.5% become 2%.
    """
    rng = np.random.default_rng(seed)
    numbers: dict[str, float] = {}
    for name, spread in (("equal", 0.0), ("differ", SPREAD)):
        for questions in QUESTIONS:
            mean = np.mean([trial(rng, questions, spread) for _ in range(REPEATS)], axis=0)
            for tried, (score, fresh) in zip(TRIED, 100 * mean, strict=True):
                numbers[f"{name}_{questions}_{tried}"] = float(score)
                numbers[f"{name}_{questions}_{tried}_fresh"] = float(fresh)
    for margin in (0, 3):
        for name, before, after in (
            ("", 0.005, 0.005),
            ("_often", 0.02, 0.02),
            ("_worse", 0.005, 0.02),
        ):
            numbers[f"harmless_{margin}{name}"] = refuses_few_more(margin, before, after)
    ease = rng.beta(*EASE, 100_000)
    return numbers | {"disagree": 100 * float((2 * ease * (1 - ease)).mean())}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:24} {number:8.3f}")
