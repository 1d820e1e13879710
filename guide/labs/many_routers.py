"""Lab: several routers share the requests, and each sees its own. Seeded; runs in under 2 s."""

from __future__ import annotations

from heapq import heappop, heappush

import numpy as np
from routers import RATE, SERVICE

REQUESTS, WARM = 50_000, 2_000  # for each case; so many are left out at the start
ROUTERS, MACHINES, BUSY = (3, 12, 50), 15, RATE * SERVICE / 15


def play(
    rng: np.random.Generator,
    rule: str,
    routers: int,
    machines: int = MACHINES,
    busy: float = BUSY,
    answers: bool = False,
) -> float:
    """Return the p99 in ms of machines that are `busy`, each request at a random one of `routers`.

    A router counts what it has sent and not got back. With `answers` it takes instead the count
    that came with a machine's last answer to it, and adds what it has sent there since.
    """
    rate = busy * machines / SERVICE
    arrivals = np.cumsum(rng.exponential(1 / rate, REQUESTS))
    works, ties = rng.exponential(SERVICE, REQUESTS), rng.integers(machines, size=REQUESTS)
    mine, step = (rng.integers(most, size=REQUESTS) for most in (routers, machines - 1))
    inside, free, ends, taken = [0] * machines, [0.0] * machines, [], []
    counts = [[0] * machines for _ in range(routers)]
    drawn = (values.tolist() for values in (arrivals, works, mine, ties, step))
    for now, length, router, one, more in zip(*drawn, strict=True):
        while ends and ends[0][0] <= now:
            _end, machine, sender = heappop(ends)
            inside[machine] -= 1
            counts[sender][machine] = inside[machine] if answers else counts[sender][machine] - 1
        seen, machine = counts[router], one
        if rule == "two":
            other = (one + 1 + more) % machines
            machine = other if seen[other] < seen[one] else one
        else:  # of equals, the first after a random one
            turned = seen[one:] + seen[:one]
            machine = (one + turned.index(min(turned))) % machines
        free[machine] = max(now, free[machine]) + length
        inside[machine] += 1
        seen[machine] += 1
        heappush(ends, (free[machine], machine, router))
        taken.append(free[machine] - now)
    return float(np.percentile(taken[WARM:], 99))


def run(seed: int = 5) -> dict[str, float]:
    """Return p99 in ms, such as `least_own_3`: fewest, by the own counts of three routers.

    `told` counts come with answers. `peak_20` and `full_20` are twenty machines, 62.5% and 90%
    busy, behind three routers.
    """
    numbers = {}
    for rule in ("least", "two"):
        for routers in ROUTERS:
            for name, answers in (("own", False), ("told", True)):
                rng = np.random.default_rng(seed)
                numbers[f"{rule}_{name}_{routers}"] = play(rng, rule, routers, answers=answers)
    for name, busy in (("peak_20", RATE * SERVICE / 20), ("full_20", 0.9)):
        numbers[name] = play(np.random.default_rng(seed), "least", 3, 20, busy)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.4f}")
