"""Lab: what batches do to throughput and to the median. Seeded; runs in about half a second."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FIXED, EACH = 8.0, 0.5  # ms of a batch, and of each request in it: large start, as on a GPU
PLANS = (  # offered requests a second, largest batch, longest wait for a fuller batch in ms
    (80, 1, 0), (80, 8, 0), (80, 8, 10),
    (500, 1, 0), (500, 8, 0), (500, 8, 10),
    (1_000, 1, 0), (1_000, 8, 0), (1_000, 32, 0), (1_000, 32, 10),
    (40, 1, 0), (40, 8, 0), (40, 32, 0), (80, 32, 0), (300, 8, 0), (300, 32, 0), (500, 32, 0),
    (600, 8, 0), (600, 32, 0), (1_200, 32, 0),
)  # fmt: skip


def arrivals(offered: float, seed: int = 0, requests: int = 20_000) -> Floats:
    """Return the times at which requests arrive at random, in ms; `offered` a second on average."""
    return np.cumsum(np.random.default_rng(seed).exponential(1_000 / offered, requests))


def serve(arrived: Floats, largest: int, wait: float) -> tuple[Floats, Floats]:
    """Return when each request is answered, in ms, and the size of each batch.

    One server. An idle one starts when the batch is full, or when its oldest request has waited
    `wait` ms; a busy one takes what has queued up.
    """
    times = arrived.tolist()
    answered, sizes, free, first = [], [], 0.0, 0
    while first < len(times):
        full = first + largest - 1
        patience = times[first] + wait
        if full < len(times):
            patience = min(patience, times[full])
        start = max(free, times[first], patience)
        size = min(bisect_right(times, start, lo=first) - first, largest)
        free = start + FIXED + EACH * size
        answered += [free] * size
        sizes.append(size)
        first += size
    return np.array(answered), np.array(sizes, dtype=float)


def run(seed: int = 0) -> dict[str, float]:
    """Return for each plan answers a second, latencies in ms, batch size and requests in flight.

    `80_8_10_p50` is the median latency at 80 requests a second, batches of up to 8, a wait of up
    to 10 ms. `wait_at_80` is what that wait adds to the median, in ms.
    """
    numbers = {}
    for offered, largest, wait in PLANS:
        arrived = arrivals(offered, seed)
        answered, sizes = serve(arrived, largest, wait)
        latency, span = answered - arrived, answered[-1] - arrived[0]
        plan = f"{offered}_{largest}_{wait}"
        numbers[f"{plan}_served"] = 1_000 * len(arrived) / float(span)
        numbers[f"{plan}_p50"] = float(np.percentile(latency, 50))
        numbers[f"{plan}_p99"] = float(np.percentile(latency, 99))
        numbers[f"{plan}_batch"] = float(sizes.mean())
        numbers[f"{plan}_in_flight"] = float(latency.sum() / span)
    numbers["wait_at_80"] = numbers["80_8_10_p50"] - numbers["80_8_0_p50"]
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
