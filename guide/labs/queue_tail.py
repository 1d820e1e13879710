"""Lab: the tail of the latency as a server fills up. Seeded; runs in under a second."""

from __future__ import annotations

import math

import numpy as np
from scores import Floats

SERVICE = 0.020  # mean seconds that a request needs without a queue
UTILIZATIONS = (0.3, 0.5, 0.7, 0.8, 0.9)
REQUESTS = 400_000  # for each utilization


def latencies(rng: np.random.Generator, utilization: float, requests: int = REQUESTS) -> Floats:
    """Return seconds from arrival to answer, one for each request to one server.

    Arrivals and service times are random (exponential); requests are served in their order.
    """
    arrival = np.cumsum(rng.exponential(SERVICE / utilization, requests))
    service = rng.exponential(SERVICE, requests)
    # Lindley: the wait grows by the service before and shrinks by the gap, but never below 0.
    backlog = np.concatenate([[0.0], np.cumsum(service[:-1] - np.diff(arrival))])
    return backlog - np.minimum.accumulate(backlog) + service


def expected_p99(utilization: float) -> float:
    """Return the 99th percentile in seconds by the formula for this queue (M/M/1)."""
    return math.log(100) * SERVICE / (1 - utilization)


def run(seed: int = 8) -> dict[str, float]:
    """Return the numbers that the pages print: seconds, by utilization in percent."""
    rng = np.random.default_rng(seed)
    numbers = {}
    for utilization in UTILIZATIONS:
        seconds = latencies(rng, utilization)
        numbers[f"mean_at_{utilization:.0%}"] = float(seconds.mean())
        numbers[f"p99_at_{utilization:.0%}"] = float(np.percentile(seconds, 99))
        numbers[f"expected_p99_at_{utilization:.0%}"] = expected_p99(utilization)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
