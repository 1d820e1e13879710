"""Lab: what routers know, and where their knowledge fails. Seeded; runs in under 2 s."""

from __future__ import annotations

import math
from heapq import heappop, heappush
from itertools import cycle

import numpy as np
from routers import FLEETS, RATE, SERVICE

MACHINES, REQUESTS = 15, 50_000  # 83% busy at the rate of the lab on routers
AGES = (0, 5, 20, 100)  # milliseconds between two looks at the machines
BROKEN = 0.2  # milliseconds in which a broken machine returns an error


def shared_p99(machines: int) -> float:
    """Return ms that one request in a hundred exceeds if all take from one queue (M/M/c)."""
    load, blocked = RATE * SERVICE, 1.0
    for k in range(1, machines + 1):
        blocked = load * blocked / (k + load * blocked)
    spare = machines - load
    waits = blocked / (1 - load / machines * (1 - blocked))  # the share that waits
    low, high = 0.0, 2_000.0
    while high - low > 0.01:
        t = (low + high) / 2 / SERVICE
        late = math.exp(-t) * (1 + waits * (1 - math.exp(-t * (spare - 1))) / (spare - 1))
        low, high = (t * SERVICE, high) if late > 0.01 else (low, t * SERVICE)
    return high


def play(
    rng: np.random.Generator, rule: str, machines: int = MACHINES, age: float = 0, special: str = ""
) -> tuple[float, float]:
    """Return the p99 in ms, and the share of requests that the last machine gets.

    The router decides by the numbers of unfinished requests as they were up to `age` ms ago.
    Lengths are random, or `equal`; a `broken` last machine answers each request with an error.
    """
    arrivals = np.cumsum(rng.exponential(1 / RATE, REQUESTS)).tolist()
    works = rng.exponential(SERVICE, REQUESTS).tolist()
    one = rng.integers(machines, size=REQUESTS).tolist()
    step = rng.integers(1, machines, size=REQUESTS).tolist()
    inside, free, ends, turn = [0] * machines, [0.0] * machines, [], cycle(range(machines))
    seen, looked, taken, last = list(inside), 0.0, [], 0
    for now, first, on, length in zip(arrivals, one, step, works, strict=True):
        while ends and ends[0][0] <= now:
            inside[heappop(ends)[1]] -= 1
        if now - looked >= age:
            seen, looked = list(inside), now
        machine, second = first, (first + on) % machines
        if rule == "turns":
            machine = next(turn)
        elif rule == "two":
            machine = second if seen[second] < seen[first] else first
        elif rule == "least":  # the search begins anywhere, so that equals share
            machine = ((seen[first:] + seen[:first]).index(min(seen)) + first) % machines
        if special:
            fails = special == "broken" and machine == machines - 1
            length = SERVICE if special == "equal" else BROKEN if fails else length
        free[machine] = max(now, free[machine]) + length
        inside[machine] += 1
        heappush(ends, (free[machine], machine))
        last += machine == machines - 1
        taken.append(free[machine] - now)
    return float(np.percentile(taken[5_000:], 99)), last / REQUESTS


def run(seed: int = 3) -> dict[str, float]:
    """Return p99 in ms, and shares: `turns` is round robin, `shared` one queue for all.

    `turns_equal_p99` has requests of one length. `least_p99_age_20` compares all machines by
    numbers of up to 20 ms ago, `broken_least` is what an error-fast machine of 15 attracts.
    """
    rng = np.random.default_rng(seed)
    numbers = {f"shared_p99_{machines}": shared_p99(machines) for machines in FLEETS}
    numbers |= {f"turns_p99_{machines}": play(rng, "turns", machines)[0] for machines in FLEETS}
    for rule in ("turns", "least"):
        numbers[f"{rule}_equal_p99"] = play(rng, rule, special="equal")[0]
    for age in AGES:
        for rule in ("two", "least"):
            numbers[f"{rule}_p99_age_{age}"] = play(rng, rule, age=age)[0]
    for rule in ("random", "turns", "two", "least"):
        numbers[f"broken_{rule}"] = play(rng, rule, special="broken")[1]
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.4f}")
