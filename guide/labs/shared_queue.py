"""Lab: the tail of a scorer whose workers share a queue, or do not. Seeded; runs in under 2 s."""

from __future__ import annotations

from collections import deque

import numpy as np
from scores import Floats

WORK = 15.0  # milliseconds of a core for each payment, always the same
PEAK, WRONG_FORECAST = 0.4, 1.25  # payments in a millisecond; how far the forecast may be too low
PROMISED = 40.0  # milliseconds that are left for queue and work, beside network and reserve
PAYMENTS = 200_000  # for each case

#: Replicas, workers of each, load, and whether the router looks for the least busy replica.
CASES = {
    "shared_all": (3, 5, PEAK, True),
    "shared_lost": (2, 5, PEAK, True),
    "shared_quarter": (2, 5, PEAK * WRONG_FORECAST, True),
    "apart_all": (15, 1, PEAK, False),
    "apart_lost": (10, 1, PEAK, False),
}


def latencies(
    rng: np.random.Generator, replicas: int, workers: int, load: float, looks: bool
) -> Floats:
    """Return milliseconds from arrival to decision, one for each payment.

    Workers of a replica take payments from one queue in their order. The router picks the replica
    with the fewest unfinished payments if it `looks`, and draws one at random if not.
    """
    arrivals = np.cumsum(rng.exponential(1 / load, PAYMENTS)).tolist()
    drawn = rng.integers(replicas, size=PAYMENTS).tolist()
    # When the unfinished payments of each replica will end; all take the same time, so in order.
    unfinished: list[deque[float]] = [deque() for _ in range(replicas)]
    taken = np.empty(PAYMENTS)
    for number, (now, one) in enumerate(zip(arrivals, drawn, strict=True)):
        for queue in unfinished:
            while queue and queue[0] <= now:
                queue.popleft()
        queue = min(unfinished, key=len) if looks else unfinished[one]
        # With all workers busy, it begins when the payment `workers` places before it has ended.
        start = now if len(queue) < workers else queue[-workers]
        queue.append(start + WORK)
        taken[number] = start + WORK - now
    return taken


def run(seed: int = 1) -> dict[str, float]:
    """Return the numbers that the page prints, for each of `CASES`.

    `…_p99` are milliseconds, `…_late` the share of payments over `PROMISED`. `shared` is one queue
    in each replica behind a router that looks, `apart` a queue for each worker and a random
    router; `all` replicas work or one of three is `lost`, at a `quarter` more payments as well.
    """
    numbers = {}
    for name, case in CASES.items():
        taken = latencies(np.random.default_rng(seed), *case)
        numbers[f"{name}_p99"] = float(np.percentile(taken, 99))
        numbers[f"{name}_late"] = float((taken > PROMISED).mean())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.4f}")
