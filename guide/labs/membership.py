"""Lab: what an overfitted tree tells about who trained it. Seeded; runs in about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import Floats

Booleans = NDArray[np.bool_]

DEPTHS = (3, 5, 8, 12, 60)  # splits from root to leaf; by 60, every leaf is pure
PEOPLE, POPULATIONS = 4_000, 10
REDRAWN = 0.15  # share of labels decided by a coin: no model can know them


def make_people(rng: np.random.Generator) -> tuple[Floats, Booleans]:
    """Return 20 features without a unit, of which six inform, and the labels.

    Each label has two clusters, at corners of a six-dimensional cube with sides of 2.
    """
    corners = rng.choice(64, 4, replace=False)[:, None] >> np.arange(6) & 1
    cluster = rng.integers(0, 4, PEOPLE)
    features = rng.normal(size=(PEOPLE, 20))
    features[:, :6] += 2.0 * corners[cluster]
    redrawn = rng.random(PEOPLE) < REDRAWN
    return features, np.where(redrawn, rng.random(PEOPLE) < 0.5, cluster < 2)


def best_split(features: Floats, labels: Booleans) -> tuple[int, float]:
    """Return the feature and the threshold that leave the least Gini impurity."""
    order = np.argsort(features, axis=0)
    rows = np.arange(1, len(labels))[:, None]  # at or under the threshold
    ones = np.cumsum(labels[order], axis=0)[:-1]
    sides = ((rows, ones), (len(labels) - rows, labels.sum() - ones))
    purity = sum((k**2 + (n - k) ** 2) / n for n, k in sides)
    row, feature = np.unravel_index(np.argmax(purity), purity.shape)
    return int(feature), float(features[order[row : row + 2, feature], feature].mean())


def tree_answers(features: Floats, labels: Booleans, trained: Booleans) -> Booleans:
    """Return the label that a tree grown on the `trained` gives everyone: a row for each depth."""
    answers = np.zeros((max(DEPTHS) + 1, len(labels)), dtype=bool)
    parts = [(0, np.arange(len(labels)))]
    while parts:
        depth, rows = parts.pop()
        members = rows[trained[rows]]
        answers[depth:, rows] = labels[members].mean() > 0.5
        if depth < max(DEPTHS) and 0 < labels[members].sum() < len(members):
            feature, threshold = best_split(features[members], labels[members])
            low = features[rows, feature] <= threshold
            parts += [(depth + 1, rows[low]), (depth + 1, rows[~low])]
    return answers


def run(seed: int = 0) -> dict[str, float]:
    """Return the numbers that the pages print: means over ten populations, for each depth.

    Half of the people train the tree. The attacker guesses "trained" where the tree is right
    about a person. Accuracies and guesses are shares from 0 to 1; `advantage` is the share of such
    guesses among those who trained it, less that among the others.
    """
    rng = np.random.default_rng(seed)
    trained = np.arange(PEOPLE) < PEOPLE // 2
    accuracy = np.zeros((2, max(DEPTHS) + 1))  # of the trained, of the others
    for _ in range(POPULATIONS):
        features, labels = make_people(rng)
        right = tree_answers(features, labels, trained) == labels
        accuracy += [right[:, trained].mean(axis=1), right[:, ~trained].mean(axis=1)]
    numbers: dict[str, float] = {}
    for depth in DEPTHS:
        name = "unlimited" if depth == max(DEPTHS) else f"depth_{depth}"
        train, test = (accuracy[:, depth] / POPULATIONS).tolist()
        numbers |= {f"{name}_train_accuracy": train, f"{name}_test_accuracy": test}
        numbers[f"{name}_advantage"] = train - test
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
