"""Lab: a filter before or behind the search, and an index in two versions. Seeded; a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import Floats

TEMPLATES, CUSTOMERS, DIMENSIONS, QUESTIONS = 100, 100, 48, 500
PERSONAL, WORDING = 0.3, 0.3  # how far a letter and a question leave their template
CANDIDATES, KEPT = 50, 5  # letters that a search returns, and that the prompt takes
RENEWED = (0, 25, 50, 75, 100)  # percent of the index in the new model's vectors

Rows = NDArray[np.int_]


def unit(vectors: Floats) -> Floats:
    """Return the vectors scaled to length 1, so that a product is their cosine."""
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def make_letters(rng: np.random.Generator) -> tuple[Floats, Floats, Rows]:
    """Return vectors of letters, of questions, and the letter that each question is about.

    Every customer has one letter of each template, and a question says nothing personal: a hundred
    letters fit it equally well. Letter number n belongs to customer n modulo 100.
    """
    templates = rng.normal(size=(TEMPLATES, 1, DIMENSIONS))
    personal = PERSONAL * rng.normal(size=(TEMPLATES, CUSTOMERS, DIMENSIONS))
    letters = unit(templates + personal).reshape(-1, DIMENSIONS)
    wanted = rng.integers(len(letters), size=QUESTIONS)
    own_words = WORDING * rng.normal(size=(QUESTIONS, DIMENSIONS))
    return letters, unit(templates[wanted // CUSTOMERS, 0] + own_words), wanted


def best(scores: Floats, number: int) -> Rows:
    """Return the columns of the `number` highest scores in each row, best first."""
    top = np.argpartition(-scores, number - 1, axis=1)[:, :number]
    return np.take_along_axis(top, np.argsort(-np.take_along_axis(scores, top, 1), axis=1), 1)


def found(rows: Rows, wanted: Rows) -> float:
    """Return the share of questions whose letter is among the rows that they got."""
    return float((rows == wanted[:, None]).any(axis=1).mean())


def run(seed: int = 9) -> dict[str, float]:
    """Return shares of the questions, from 0 to 1, that found their customer's letter among five.

    `before` searches the customer's own letters, `behind` keeps them from 50 candidates out of
    all; `behind_left` of the 50 remain on average, and a share of `behind_none` gets none.
    `renewed_*` is `before` with so many percent of the letters, and the questions, in a new model.
    """
    rng = np.random.default_rng(seed)
    letters, questions, wanted = make_letters(rng)
    own = np.arange(len(letters)) % CUSTOMERS == wanted[:, None] % CUSTOMERS
    scores = questions @ letters.T
    candidates = best(scores, CANDIDATES)
    allowed = np.take_along_axis(own, candidates, axis=1)
    kept = np.where(allowed & (allowed.cumsum(axis=1) <= KEPT), candidates, -1)
    numbers = {
        "before": found(best(np.where(own, scores, -2), KEPT), wanted),
        "behind": found(kept, wanted),
        "behind_left": float(allowed.sum(axis=1).mean()),
        "behind_none": float((~allowed.any(axis=1)).mean()),
    }
    new_model = np.linalg.qr(rng.normal(size=(DIMENSIONS, DIMENSIONS)))[0]  # turns the space
    order = rng.permutation(len(letters))
    for percent in RENEWED:
        index = letters.copy()
        renewed = order[: len(order) * percent // 100]
        index[renewed] = letters[renewed] @ new_model
        scores = np.where(own, questions @ new_model @ index.T, -2)
        numbers[f"renewed_{percent}"] = found(best(scores, KEPT), wanted)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
