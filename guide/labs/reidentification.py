"""Lab: how many people three harmless columns single out. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

POSTAL_CODES, BIRTH_YEARS, SEXES = 400, 68, 2  # different values, all equally common


def make_people(seed: int = 4, people: int = 20_000) -> Integers:
    """Return one row for each person: postal code (five digits), year of birth, sex (0 or 1)."""
    rng = np.random.default_rng(seed)
    postal_code = rng.integers(10_000, 10_000 + POSTAL_CODES, people)
    birth_year = rng.integers(1940, 1940 + BIRTH_YEARS, people)
    return np.column_stack([postal_code, birth_year, rng.integers(0, SEXES, people)])


def coarsen(people: Integers, postal: int, years: int) -> Integers:
    """Return the rows with `postal` codes merged into one and `years` of birth into one."""
    merged: Integers = people // np.array([postal, years, 1])
    return merged


def group_sizes(people: Integers) -> Integers:
    """Return how many people share each combination of values; the smallest is the k."""
    sizes: Integers = np.unique(people, axis=0, return_counts=True)[1]
    return sizes


def run(seed: int = 4) -> dict[str, float]:
    """Return the numbers that the pages print: people, and shares of all people from 0 to 1.

    For the columns as they are (`exact`), with three digits of the postal code (`region`), and
    with the decade of birth in addition (`decade`): the k of k-anonymity, the share of people
    who are alone in their group, and the share in groups of fewer than five.
    """
    people = make_people(seed)
    numbers = {"people": float(len(people))}
    for name, postal, years in (("exact", 1, 1), ("region", 100, 1), ("decade", 100, 10)):
        sizes = group_sizes(coarsen(people, postal, years))
        numbers[f"{name}_k"] = float(sizes.min())
        numbers[f"{name}_unique_share"] = float((sizes == 1).sum() / len(people))
        numbers[f"{name}_under_five_share"] = float(sizes[sizes < 5].sum() / len(people))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
