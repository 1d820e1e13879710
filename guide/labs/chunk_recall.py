"""Lab: chunk size at a fixed prompt size, with and without a title. Seeded; about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import Floats

DOCUMENTS, SENTENCES, DIMENSIONS, QUESTIONS = 250, 40, 32, 500
KINDS = 500  # of statements; each stands in 20 documents on average
NAMED_SHARE = 0.5  # of the sentences name their document's topic; the others say "it"
TOPIC, WORDING = 0.8, 0.8  # how strongly a topic and the customer's own words move a vector
SIZES = (1, 2, 4, 10, 20)  # sentences in a chunk
PROMPT = 20  # sentences that the prompt has room for

Rows = NDArray[np.int_]


def unit(vectors: Floats) -> Floats:
    """Return the vectors scaled to length 1, so that a product is their cosine."""
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def make_corpus(rng: np.random.Generator) -> tuple[Floats, Floats, Floats, Rows, Rows]:
    """Return vectors of sentences, titles and questions, and each answer's document and sentence.

    The sentence states what the question asks; the next one holds a condition that nobody asks
    for and that the answer needs.
    """
    titles = TOPIC * rng.normal(size=(DOCUMENTS, 1, DIMENSIONS))
    statements = rng.normal(size=(KINDS, DIMENSIONS))
    kinds = rng.integers(KINDS, size=(DOCUMENTS, SENTENCES))
    named = rng.random((DOCUMENTS, SENTENCES, 1)) < NAMED_SHARE
    style = 0.5 * rng.normal(size=(DOCUMENTS, SENTENCES, DIMENSIONS))
    document = rng.integers(DOCUMENTS, size=QUESTIONS)
    sentence = rng.integers(SENTENCES - 1, size=QUESTIONS)
    asked = statements[kinds[document, sentence]] + titles[document, 0]
    questions = unit(asked + WORDING * rng.normal(size=asked.shape))
    return unit(named * titles + statements[kinds] + style), titles, questions, document, sentence


def chunk(sentences: Floats, size: int, titles: Floats) -> Floats:
    """Return one unit vector for each `size` sentences: their direction plus the title's."""
    parts = sentences.reshape(DOCUMENTS, SENTENCES // size, size, DIMENSIONS)
    return unit(unit(parts.mean(axis=2)) + titles).reshape(-1, DIMENSIONS)


def found(scores: Floats, number: int, *wanted: Rows) -> float:
    """Return the share of questions whose wanted columns are all among the `number` best."""
    best = np.argpartition(-scores, number - 1, axis=1)[:, :number]
    hits = [(best == column[:, None]).any(axis=1) for column in wanted]
    return float(np.all(hits, axis=0).mean())


def run(seed: int = 2) -> dict[str, float]:
    """Return shares of the questions, from 0 to 1, with `plain` chunks and with a `title` on each.

    `…_fact` found the sentence asked for, `…_answer` the condition behind it as well. `…_widened`
    searches single sentences and hands over four for each of the best five, itself included.
    """
    rng = np.random.default_rng(seed)
    sentences, titles, questions, document, sentence = make_corpus(rng)
    numbers = {}
    for name, added in (("plain", 0 * titles), ("title", TOPIC * unit(titles))):
        for size in SIZES:
            scores = questions @ chunk(sentences, size, added).T
            chunks = SENTENCES // size  # of one document
            fact = document * chunks + sentence // size
            condition = document * chunks + (sentence + 1) // size
            numbers[f"{name}_{size}_fact"] = found(scores, PROMPT // size, fact)
            numbers[f"{name}_{size}_answer"] = found(scores, PROMPT // size, fact, condition)
            if size == 1:
                numbers[f"{name}_widened"] = found(scores, PROMPT // 4, fact)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
