"""Lab: several routers share the requests, and each sees its own. Seeded; runs in 2 s."""

from __future__ import annotations

from heapq import heappop, heappush

import numpy as np
from routers import RATE, SERVICE

REQUESTS, WARM = 50_000, 2_000  # for each case; so many are left out at the start
ROUTERS, MACHINES, BUSY = (3, 12, 50), 15, RATE * SERVICE / 15
BROKEN, TIMEOUT = 0.2, 130.0  # ms until a broken machine's error, and until callers of a silent one


def play(
    rng: np.random.Generator,
    rule: str,
    routers: int,
    machines: int = MACHINES,
    busy: float = BUSY,
    answers: bool = False,
    broken: int = 0,
    error: float = BROKEN,
) -> tuple[float, float]:
    """Return the p99 in ms of machines that are `busy`, and the share of `broken` ones.

    Each request comes to a random one of `routers`; a broken machine takes `error` ms to fail it.

    A router counts what it has sent and not got back. With `answers` it takes instead the count
    that came with a machine's last answer to it, and adds what it has sent there since.
    """
    rate = busy * machines / SERVICE
    arrivals = np.cumsum(rng.exponential(1 / rate, REQUESTS))
    works, one = rng.exponential(SERVICE, REQUESTS), rng.integers(machines, size=REQUESTS)
    mine, step = (rng.integers(most, size=REQUESTS) for most in (routers, machines - 1))
    inside, free, ends, taken, errors = [0] * machines, [0.0] * machines, [], [], 0
    counts = [[0] * machines for _ in range(routers)]
    drawn = (x.tolist() for x in (arrivals, works, mine, one, step, rng.random(REQUESTS)))
    for now, length, router, one, more, tie in zip(*drawn, strict=True):
        while ends and ends[0][0] <= now:
            _end, machine, sender = heappop(ends)
            inside[machine] -= 1
            counts[sender][machine] = inside[machine] if answers else counts[sender][machine] - 1
        seen, machine = counts[router], one
        if rule == "two":
            other = (one + 1 + more) % machines
            machine = other if seen[other] < seen[one] else one
        elif not broken:  # of equals, the first after a random one
            turned = seen[one:] + seen[:one]
            machine = (one + turned.index(min(turned))) % machines
        else:  # of equals one is drawn, as the broken ones stand side by side
            fewest = min(seen)
            equals = [m for m, count in enumerate(seen) if count == fewest]
            machine = equals[int(tie * len(equals))]
        errors += machine < broken
        free[machine] = now + error if machine < broken else max(now, free[machine]) + length
        inside[machine] += 1
        seen[machine] += 1
        heappush(ends, (free[machine], machine, router))
        taken.append(free[machine] - now)
    return float(np.percentile(taken[WARM:], 99)), errors / REQUESTS


def run(seed: int = 5) -> dict[str, float]:
    """Return p99 in ms, such as `least_own_3`: fewest, by the own counts of three routers.

    `told` counts come with answers. `peak_20` and `full_20` are twenty machines, 62.5% and 90%
    busy, behind three routers, and `broken_3` is the share that a broken one of them attracts.
    `zone_lost` is that of five of 18, behind two routers; if `silent`, they answer nothing at all.
    """
    numbers, peak = {}, RATE * SERVICE
    for rule in ("least", "two"):
        for routers in ROUTERS:
            for name, answers in (("own", False), ("told", True)):
                rng = np.random.default_rng(seed)
                numbers[f"{rule}_{name}_{routers}"] = play(rng, rule, routers, answers=answers)[0]
    for name, busy in (("peak_20", peak / 20), ("full_20", 0.9)):
        numbers[name] = play(np.random.default_rng(seed), "least", 3, 20, busy)[0]
    for name, *case in (
        ("broken_3", 3, 20, peak / 20, False, 1),
        ("zone_lost", 2, 18, peak / 18, False, 5),
        ("zone_silent", 2, 18, peak / 18, False, 5, TIMEOUT),
    ):
        numbers[name] = play(np.random.default_rng(seed), "least", *case)[1]
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.4f}")
