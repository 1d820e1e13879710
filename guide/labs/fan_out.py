"""Lab: twenty parallel calls, one late answer, and what a copy buys. Seeded; runs in 1 s."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PAGES, SHARDS = 20_000, 20
PAUSE, SHORTEST, LONGEST = 0.01, 100, 1_000  # share of calls that meet a pause, and its ms
LIMIT = 50.0  # ms: a page is late above it
DELAYS = (12, 20, 35)  # ms until the copy of an unanswered call leaves
SLOWDOWN = 3.0  # on a bad day every call takes three times as long


def calls(rng: np.random.Generator, slowdown: float = 1.0) -> Floats:
    """Return ms of each call to a shard without pauses: one row a page, one column a shard."""
    return slowdown * rng.gamma(4, 2.5, (PAGES, SHARDS))


def pauses(rng: np.random.Generator, columns: int = SHARDS) -> Floats:
    """Return ms that each call waits for a paused machine; mostly 0."""
    length = rng.uniform(SHORTEST, LONGEST, (PAGES, columns))
    return np.where(rng.random((PAGES, columns)) < PAUSE, length, 0.0)


def hedge(first: Floats, second: Floats, delay: float) -> Floats:
    """Return ms of each call when a copy leaves after `delay` ms and the earlier answer counts."""
    return np.where(first > delay, np.minimum(first, delay + second), first)


def summary(name: str, ms: Floats) -> dict[str, float]:
    """Return the median, the 99th percentile and the share above the limit."""
    return {
        f"{name}_p50": float(np.percentile(ms, 50)),
        f"{name}_p99": float(np.percentile(ms, 99)),
        f"{name}_late": float(np.mean(ms > LIMIT)),
    }


def run(seed: int = 2) -> dict[str, float]:
    """Return ms and shares of a call, of pages, and of pages whose calls are hedged.

    `hedged_20` sends a copy after 20 ms, `extra_20` is the share of calls copied. `shared` hedges
    too, but the pause lies in the question, so the copy meets it as well. `together` pauses all
    shards of a page at once. `bad_day_extra` is the share of calls copied when all are slow.
    """
    rng = np.random.default_rng(seed)
    first, second = calls(rng) + pauses(rng), calls(rng) + pauses(rng)
    numbers = {"call_late": float(np.mean(first > LIMIT)), "call_p50": float(np.median(first))}
    numbers |= summary("page", first.max(axis=1))
    for delay in DELAYS:
        numbers |= summary(f"hedged_{delay}", hedge(first, second, delay).max(axis=1))
        numbers[f"extra_{delay}"] = float(np.mean(first > delay))
    cause = pauses(rng)
    shared = hedge(calls(rng) + cause, calls(rng) + cause, DELAYS[1])
    together = calls(rng) + pauses(rng, columns=1)
    bad_day = calls(rng, SLOWDOWN) + pauses(rng)
    numbers["shared_late"] = float(np.mean(shared.max(axis=1) > LIMIT))
    numbers["together_late"] = float(np.mean(together.max(axis=1) > LIMIT))
    numbers["bad_day_extra"] = float(np.mean(bad_day > DELAYS[1]))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:15} {number:9.4f}")
