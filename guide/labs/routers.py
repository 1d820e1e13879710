"""Lab: the tail of a fleet under three ways to split requests. Seeded; runs in under 2 s."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

SERVICE = 5.0  # mean milliseconds of one request on one machine
RATE = 2.5  # requests in a millisecond, so 2,500 a second
FLEETS = (25, 20, 18, 16, 15, 14)  # machines that share this load
LIMIT = 130.0  # milliseconds after which the caller has gone
REQUESTS, WARM = 200_000, 10_000  # for each fleet and router; so many are left out at the start

Router = Callable[[list[int], int, int], int]


def at_random(_inside: list[int], one: int, _other: int) -> int:
    """Return the first of two machines drawn at random: the router looks at nothing."""
    return one


def two_choices(inside: list[int], one: int, other: int) -> int:
    """Return the machine of the two drawn that has fewer requests inside."""
    return other if inside[other] < inside[one] else one


def least_outstanding(inside: list[int], _one: int, _other: int) -> int:
    """Return the machine that has the fewest requests inside; all are compared."""
    return inside.index(min(inside))


def found_inside(rng: np.random.Generator, router: Router, machines: int) -> list[int]:
    """Return how many requests found 0, 1, 2, … others on the machine that they were sent to.

    Arrivals and service times are random (exponential), so the next event is an arrival or the
    end of a request with fixed chances. A machine that holds nothing can end nothing.
    """
    busy = RATE * SERVICE / machines
    events = int(REQUESTS * (1 + 1 / busy))
    arrives = (rng.random(events) < busy / (1 + busy)).tolist()
    one = rng.integers(machines, size=events)
    other = (one + rng.integers(1, machines, size=events)) % machines
    inside, found, seen = [0] * machines, [0] * REQUESTS, 0
    for arrival, first, second in zip(arrives, one.tolist(), other.tolist(), strict=True):
        if not arrival:
            inside[first] = max(0, inside[first] - 1)
            continue
        machine = router(inside, first, second)
        seen += 1
        if seen > WARM:
            found[inside[machine]] += 1
        inside[machine] += 1
    return found[: max(position for position, count in enumerate(found) if count) + 1]


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
    return late / sum(found)


def p99(found: list[int]) -> float:
    """Return the milliseconds that one request in a hundred exceeds, by halving an interval."""
    low, high = 0.0, 2_000.0
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (middle, high) if late_share(found, middle) > 0.01 else (low, middle)
    return high


def random_p99(machines: int) -> float:
    """Return the same by the formula for one machine under a random share of the load (M/M/1)."""
    return math.log(100) * SERVICE / (1 - RATE * SERVICE / machines)


def run(seed: int = 1) -> dict[str, float]:
    """Return the numbers that the pages print: milliseconds and shares, by machines.

    A random split needs no simulation: every machine is a queue of its own, with a formula.
    """
    rng = np.random.default_rng(seed)
    numbers = {}
    for machines in FLEETS:
        busy = RATE * SERVICE / machines
        numbers[f"busy_{machines}"] = busy
        numbers[f"random_p99_{machines}"] = random_p99(machines)
        numbers[f"random_late_{machines}"] = math.exp(-(1 - busy) * LIMIT / SERVICE)
        for name, router in (("two", two_choices), ("least", least_outstanding)):
            found = found_inside(rng, router, machines)
            numbers[f"{name}_p99_{machines}"] = p99(found)
            numbers[f"{name}_late_{machines}"] = late_share(found, LIMIT)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.4f}")
