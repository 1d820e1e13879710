"""Lab: the tail of a fleet under three ways to split requests. Seeded; runs in under 2 s."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

SERVICE, RATE = 5.0, 2.5  # mean milliseconds of one request; requests in a millisecond
FLEETS = (25, 20, 18, 16, 15, 14)  # machines that share this load
LIMIT = 130.0  # milliseconds after which the caller has gone
REQUESTS, WARM = 200_000, 10_000  # for each fleet and router; so many are left out at the start


def two_choices(inside: list[int], one: int, other: int) -> int:
    """Return the machine of the two drawn that has fewer requests inside."""
    return other if inside[other] < inside[one] else one


def least_outstanding(inside: list[int], _one: int, _other: int) -> int:
    """Return the machine that has the fewest requests inside; all are compared."""
    return inside.index(min(inside))


def found_inside(
    rng: np.random.Generator, router: Callable[[list[int], int, int], int], machines: int
) -> list[int]:
    """Return how many requests found 0, 1, 2, … others on the machine that they were sent to.

    Arrivals and service times are random (exponential), so the next event is an arrival or the
    end of a request with fixed chances. A machine that holds nothing can end nothing.
    """
    busy = RATE * SERVICE / machines
    events = int(REQUESTS * (1 + 1 / busy))
    arrives = (rng.random(events) < busy / (1 + busy)).tolist()
    one = rng.integers(machines, size=events)
    other = (one + rng.integers(1, machines, size=events)) % machines
    inside, found = [0] * machines, []
    for arrival, first, second in zip(arrives, one.tolist(), other.tolist(), strict=True):
        if arrival:
            machine = router(inside, first, second)
            found.append(inside[machine])
            inside[machine] += 1
        elif inside[first]:
            inside[first] -= 1
    return list(np.bincount(found[WARM:]))


def late_share(found: list[int], limit: float) -> float:
    """Return the share of requests that take longer than `limit` milliseconds.

    Who finds k others waits for k + 1 services: later than the limit if at most k of them end
    before it, which a Poisson distribution counts.
    """
    term = cumulated = math.exp(-limit / SERVICE)
    late = found[0] * cumulated
    for others, count in enumerate(found[1:], start=1):
        term *= limit / SERVICE / others
        cumulated += term
        late += count * cumulated
    return float(late / sum(found))


def p99(found: list[int]) -> float:
    """Return the milliseconds that one request in a hundred exceeds, by halving an interval."""
    low, high = 0.0, 2_000.0
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (middle, high) if late_share(found, middle) > 0.01 else (low, middle)
    return high


def run(seed: int = 1) -> dict[str, float]:
    """Return milliseconds and shares by machines; at random, each is a queue with a formula."""
    rng, numbers = np.random.default_rng(seed), {}
    for machines in FLEETS:
        idle = 1 - RATE * SERVICE / machines
        numbers[f"random_p99_{machines}"] = math.log(100) * SERVICE / idle
        numbers[f"random_late_{machines}"] = math.exp(-idle * LIMIT / SERVICE)
        for name, router in (("two", two_choices), ("least", least_outstanding)):
            found = found_inside(rng, router, machines)
            numbers[f"{name}_p99_{machines}"] = p99(found)
            numbers[f"{name}_late_{machines}"] = late_share(found, LIMIT)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.4f}")
