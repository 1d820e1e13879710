"""Lab: what routers know, and where their knowledge fails. Seeded; runs in under 2 s."""

from __future__ import annotations

import math
from heapq import heappop, heappush

import numpy as np
from routers import FLEETS, RATE, SERVICE

MACHINES, REQUESTS = 15, 80_000  # 83% busy at the rate of the lab on routers
AGES = (0, 5, 20, 100)  # milliseconds between two looks at the machines
BROKEN = 0.2  # milliseconds in which a broken machine returns an error


def shared_p99(machines: int) -> float:
    """Return ms that one request in a hundred exceeds if all take from one queue (M/M/c)."""
    load, blocked = RATE * SERVICE, 1.0
    for k in range(1, machines + 1):
        blocked = load * blocked / (k + load * blocked)
    more = blocked / (1 - load / machines * (1 - blocked)) / (machines - load - 1)
    t = math.log(100)  # in services; late = exp(-t) * (1 + …)
    for _ in range(100):
        t = math.log(100 * (1 + more * (1 - math.exp(-t * (machines - load - 1)))))
    return t * SERVICE


def turns_p99(machines: int) -> float:
    """Return the same if each machine gets every n-th request (GI/M/1)."""
    finds = 0.5  # the share that finds somebody inside
    for _ in range(500):
        finds = (RATE / (RATE + (1 - finds) / SERVICE)) ** machines
    return math.log(100) * SERVICE / (1 - finds)


def play(
    rng: np.random.Generator, rule: str, machines: int = MACHINES, age: float = 0, broken: int = 0
) -> tuple[float, float]:
    """Return the p99 in ms with counts up to `age` ms old, and the share of `broken` machines."""
    arrivals = np.cumsum(rng.exponential(1 / RATE, REQUESTS))
    works, ties = rng.exponential(SERVICE, REQUESTS), rng.random(REQUESTS)
    one = rng.integers(machines, size=REQUESTS)
    other = (one + rng.integers(1, machines, size=REQUESTS)) % machines
    inside, free, ends = [0] * machines, [0.0] * machines, []
    seen, looked, taken, errors = list(inside), 0.0, [], 0
    drawn = (values.tolist() for values in (arrivals, works, ties, one, other))
    for now, length, tie, machine, second in zip(*drawn, strict=True):
        while ends and ends[0][0] <= now:
            inside[heappop(ends)[1]] -= 1
        if now - looked >= age:
            seen, looked = list(inside), now
        if rule == "two" and seen[second] < seen[machine]:
            machine = second
        elif rule == "least":  # of equals one is drawn
            fewest = min(seen)
            equals = [m for m, count in enumerate(seen) if count == fewest]
            machine = equals[int(tie * len(equals))]
        errors += machine < broken
        free[machine] = max(now, free[machine]) + (BROKEN if machine < broken else length)
        inside[machine] += 1
        heappush(ends, (free[machine], machine))
        taken.append(free[machine] - now)
    return float(np.percentile(taken[5_000:], 99)), errors / REQUESTS


def run(seed: int = 3) -> dict[str, float]:
    """Return p99 in ms: `turns` is round robin, `shared` one queue, `age_20` counts of 20 ms ago.

    `broken_least` is the share of requests that a machine of 15 attracts if it fails at once.
    """
    rng = np.random.default_rng(seed)
    numbers = {f"shared_p99_{machines}": shared_p99(machines) for machines in FLEETS}
    numbers |= {f"turns_p99_{machines}": turns_p99(machines) for machines in FLEETS}
    walk = np.cumsum(SERVICE - rng.gamma(MACHINES, 1 / RATE, REQUESTS))  # equal work, less gaps
    waits = walk - np.minimum.accumulate(walk)
    numbers["turns_equal_p99"] = float(np.percentile(waits, 99)) + SERVICE
    for age in AGES:
        for rule in ("two", "least"):
            numbers[f"{rule}_p99_age_{age}"] = play(rng, rule, age=age)[0]
    for rule in ("random", "two", "least"):
        numbers[f"broken_{rule}"] = play(rng, rule, broken=1)[1]
    numbers["broken_least_20"] = play(rng, "least", 20, broken=1)[1]
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.4f}")
