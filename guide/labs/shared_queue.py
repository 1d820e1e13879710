"""Lab: the tail of a scorer whose workers share a queue, or do not. Seeded; runs in 2 s."""

from __future__ import annotations

from collections import deque

import numpy as np
from scores import Floats

WORK = 15.0  # milliseconds of a core for each payment, always the same
PEAK, WRONG_FORECAST = 0.4, 1.25  # payments in a millisecond; how far the forecast may be too low
PROMISED = 40.0  # milliseconds that are left for queue and work, beside network and reserve
PAYMENTS = 120_000  # for each case

#: Replicas, workers of each queue, load, whether the router looks for the least busy replica,
#: and queues of each replica, between which the payment is then drawn.
CASES = {
    "shared_all": (3, 5, PEAK, True),
    "shared_lost": (2, 5, PEAK, True),
    "shared_quarter": (2, 5, PEAK * WRONG_FORECAST, True),
    "apart_all": (15, 1, PEAK, False),
    "apart_lost": (10, 1, PEAK, False),
    "drawn_lost": (2, 1, PEAK, True, 5),
    "cores_lost": (10, 1, PEAK, True),
    "blind_lost": (2, 5, PEAK, False),
}


def latencies(
    rng: np.random.Generator, replicas: int, workers: int, load: float, looks: bool, queues: int = 1
) -> Floats:
    """Return milliseconds from arrival to decision, one for each payment.

    Workers take payments from the queue that they share, in their order. The router picks the
    replica with the fewest unfinished payments if it `looks`, and draws one at random if not.
    Inside a replica one of its `queues` is drawn.
    """
    arrivals = np.cumsum(rng.exponential(1 / load, PAYMENTS)).tolist()
    drawn = rng.integers(replicas, size=PAYMENTS).tolist()
    inner = rng.integers(queues, size=PAYMENTS).tolist()
    # When the unfinished payments of each queue will end; all take the same time, so in order.
    unfinished: list[list[deque[float]]] = [
        [deque() for _ in range(queues)] for _ in range(replicas)
    ]
    taken = np.empty(PAYMENTS)
    for number, (now, one, part) in enumerate(zip(arrivals, drawn, inner, strict=True)):
        for replica in unfinished:
            for queue in replica:
                while queue and queue[0] <= now:
                    queue.popleft()
        least = min(unfinished, key=lambda replica: sum(map(len, replica))) if looks else None
        queue = (least or unfinished[one])[part]
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
    `drawn` has a router that looks at replicas and a random core, `cores` one that looks at cores,
    and `blind` replicas with one queue each behind a random one.
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
