"""Lab: what a cache of answers saves, and which hits are wrong. Seeded; runs in about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int_]
Rng = np.random.Generator

FAMILIES, TWINS = 120, 4  # topics, and questions of one topic that have different answers
SIZE = 32  # numbers of an embedding
APART, WORDING = 0.30, 0.40  # how far twins, and wordings of one question, lie from their center
STANDARD = 0.10  # share of customers who send a question's suggested wording, letter by letter
CACHED, ASKED = 6_000, 6_000  # questions answered before, and questions that meet the cache
THRESHOLDS = (80, 84, 88, 90, 92, 94, 96, 98)  # similarity, in hundredths
SAVED, WRONG = 0.007125, 13.50  # EUR: the tokens of an answer, a wrong answer with its harm


def near(rng: Rng, centers: Floats, distance: float) -> Floats:
    """Return vectors of length 1 at about this distance from their centers."""
    moved = centers + distance * rng.normal(0, SIZE**-0.5, centers.shape)
    length: Floats = np.linalg.norm(moved, axis=1, keepdims=True)
    return moved / length


def questions(rng: Rng, centers: Floats, count: int) -> tuple[Ints, Floats]:
    """Return which question each customer means, and the embedding of the words that came."""
    weights = 1 / np.arange(1, len(centers) + 1)  # few questions are asked often
    asked = rng.choice(len(centers), count, p=weights / weights.sum())
    words = near(rng, centers[asked], WORDING)
    standard = rng.random(count) < STANDARD
    words[standard] = centers[asked][standard]
    return asked, words


def run(seed: int = 5) -> dict[str, float]:
    """Return the numbers of the page; the ending of a name says for which similarity.

    `hits_90`: share of questions that the cache answers from a similarity of 0.90 on; `wrong_90`:
    share of these hits that were the answer to another question; `eur_90`: EUR that 1,000 questions
    save in tokens, less what their wrong hits cost. `exact` stands for equal words only.
    """
    rng = np.random.default_rng(seed)
    topics = near(rng, np.zeros((FAMILIES, SIZE)), 1.0)
    centers = near(rng, rng.permutation(np.repeat(topics, TWINS, axis=0)), APART)
    known, stored = questions(rng, centers, CACHED)
    meant, came = questions(rng, centers, ASKED)
    similar = came @ stored.T
    best, nearest = similar.max(axis=1), known[similar.argmax(axis=1)]
    numbers: dict[str, float] = {}
    for name, limit in [("exact", 1 - 1e-9), *((str(t), t / 100) for t in THRESHOLDS)]:
        hit = best >= limit
        wrong = hit & (nearest != meant)
        numbers[f"hits_{name}"] = float(hit.mean())
        numbers[f"wrong_{name}"] = float(wrong.sum() / max(hit.sum(), 1))
        numbers[f"eur_{name}"] = float(1000 * (hit.mean() * SAVED - wrong.mean() * WRONG))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:14} {number:10.4f}")
