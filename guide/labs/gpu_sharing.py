"""Lab: a small model beside noisy neighbors on a GPU, shared in four ways. Runs in 1 s."""

from __future__ import annotations

from collections import deque
from itertools import product

import numpy as np

TENANTS, BUSY, CALL = 4, 0.15, 4.0  # models on the GPU; busy share of each; ms of a call alone
USES, SLICE = 0.4, 0.25  # part of the GPU that a call can use at once; a tenant's part under MIG
SECONDS, LATE = 100, 40.0  # s played; ms from which a call is late
WAYS = ("own", "turns", "mps", "mig")
#: One process with all models: beside the job in time slices; in 3 of 7 slices; with no job.
PROCESS = {"process": 0.5, "part": 3 / 7, "whole": 1.0}


def speed(way: str, active: int, jobs: int) -> float:
    """Return how fast a call runs, 1 if it were alone, beside all active calls and batch jobs.

    Time slices pass from process to process, so each gets an equal part of the time. Under MPS
    all run at once, and slow down when together they want more than the whole GPU. A slice by
    hardware has its size, whatever the others do. A job wants the whole GPU, always. The models
    of one process share the time or the part of the GPU that the process gets.
    """
    if way == "process":
        return min(1.0, 1 / (active * USES)) * PROCESS[way]
    if way in PROCESS:
        return min(1.0, PROCESS[way] / (active * USES))
    if way == "own":
        return 1.0
    if way == "turns":
        return 1 / (active + jobs)
    if way == "mps":
        return min(1.0, 1 / (active * USES + jobs))
    return min(1.0, SLICE / USES)


def play(way: str, jobs: int, seed: int) -> dict[str, float]:
    """Return percentiles of the first tenant's calls, and the speed that each batch job gets.

    So many of the other tenants run a batch job instead of their calls.
    """
    rng = np.random.default_rng(seed)
    callers = 1 if way == "own" else TENANTS - jobs
    count = int(SECONDS * 1_000 * BUSY / CALL)
    coming = [deque(np.cumsum(rng.exponential(CALL / BUSY, count)).tolist()) for _ in range(4)]
    queues: list[deque[float]] = [deque() for _ in range(callers)]
    left, now, worked, waits = [CALL] * callers, 0.0, 0.0, []
    while coming[0] or queues[0]:
        active = sum(map(bool, queues))
        rate = speed(way, active, jobs if way != "own" else 0) if active else 1.0
        ends = [now + left[i] / rate if queues[i] else np.inf for i in range(callers)]
        arrivals = [coming[i][0] if coming[i] else np.inf for i in range(callers)]
        then = min(*ends, *arrivals)
        others = {"mps": active * USES, "process": min(active, 1)}.get(way, active)
        walls = {"mig": SLICE, "part": 1 - PROCESS["part"]}
        worked += walls.get(way, 1 / (others + max(jobs, 1))) * (then - now)
        left = [work - rate * (then - now) * bool(q) for work, q in zip(left, queues, strict=True)]
        for i in range(callers):
            if arrivals[i] == then:
                queues[i].append(coming[i].popleft())
            if ends[i] == then:
                begun, left[i] = queues[i].popleft(), CALL
                waits += [then - begun] if i == 0 else []
        now = then
    found = np.array(waits)
    return {
        "p50": float(np.median(found)),
        "p99": float(np.percentile(found, 99)),
        "late": float(np.mean(found > LATE)),
        "job": worked / now if jobs and way != "own" else 0.0,
    }


def run(seed: int = 0) -> dict[str, float]:
    """Return what `play` finds for each way and number of batch jobs, such as `mig_1_p99`.

    `job` is the speed of each batch job, 1 if it had the GPU for itself.
    """
    numbers: dict[str, float] = {}
    for way, jobs in [*product(WAYS, range(TENANTS)), *product(PROCESS, [1])]:
        for key, value in play(way, jobs, seed).items():
            numbers[f"{way}_{jobs}_{key}"] = value
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.3f}")
