"""Lab: which keys move when a replica joins. Deterministic; runs in under a second."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter

KEYS, REPLICAS = 20_000, 6
POINTS = (1, 10, 100)  # places of each replica on the ring


def position(text: str) -> int:
    """Return a place on the ring, the same in every process; Python's own `hash` is not."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def by_remainder(keys: list[int], replicas: int) -> list[int]:
    """Return the replica of each key: the remainder of its hash."""
    return [key % replicas for key in keys]


def by_ring(keys: list[int], replicas: int, points: int) -> list[int]:
    """Return the replica of each key: the owner of the next place on the ring."""
    ring = sorted((position(f"replica {r}.{i}"), r) for r in range(replicas) for i in range(points))
    places = [place for place, _ in ring]
    return [ring[bisect_left(places, key) % len(ring)][1] for key in keys]


def moved(before: list[int], after: list[int]) -> float:
    """Return the share of keys that have another replica than before."""
    return sum(b != a for b, a in zip(before, after, strict=True)) / len(before)


def fullest(owners: list[int]) -> float:
    """Return the keys of the busiest replica, in multiples of the mean."""
    counts = Counter(owners)
    return max(counts.values()) / (len(owners) / REPLICAS)


def run(seed: int = 0) -> dict[str, float]:
    """Return the share of keys that move, and how full the fullest of the replicas is before."""
    keys = [position(f"visitor {seed}.{number}") for number in range(KEYS)]
    numbers = {
        "remainder_moved": moved(by_remainder(keys, REPLICAS), by_remainder(keys, REPLICAS + 1)),
        "remainder_fullest": fullest(by_remainder(keys, REPLICAS)),
    }
    for points in POINTS:
        before, after = by_ring(keys, REPLICAS, points), by_ring(keys, REPLICAS + 1, points)
        numbers[f"ring_{points}_moved"] = moved(before, after)
        numbers[f"ring_{points}_fullest"] = fullest(before)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:7.4f}")
