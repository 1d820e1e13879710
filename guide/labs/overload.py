"""Lab: a spike of five seconds, and what retries make of it. Seeded; runs in under 2 s."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np

RATE, BASE, SPIKE = 100.0, 80.0, 200.0  # requests a second: the server can, usually come, spike
FROM, UNTIL, END, BIN = 20.0, 25.0, 120.0, 5  # seconds
TIMEOUT, PAUSE = 1.0, 0.1  # seconds that a caller waits, and then until the next try
SHARE, SAVED = 0.1, 10.0  # retries that a first try earns; how many may be saved up


class Case(NamedTuple):  # what limits the calls of a service
    tries: int = 3
    budget: bool = False  # retries stay within a tenth of the first tries
    room: int | None = None  # requests that may wait
    refusal: float = 0.001  # seconds of the server for each refusal
    drops: bool = False  # work is skipped if its caller has gone
    restart: float = END  # second in which the queue is emptied
    door: float = 1.0  # share of first tries let in for ten seconds after that


CASES = {
    "free": Case(),
    "once": Case(tries=1),
    "budget": Case(budget=True),
    "bounded": Case(budget=True, room=40),
    "costly": Case(budget=True, room=40, refusal=0.005),
    "costly_free": Case(room=40, refusal=0.005),
    "deadline": Case(drops=True),
    "restart": Case(restart=60.0),
    "door": Case(restart=60.0, door=0.3),
} | {f"room_{room}": Case(room=room) for room in (20, 40, 80, 100, 120)}


def play(seed: int, case: Case) -> dict[str, list[int]]:
    """Return first tries, all calls and answers in time, for each stretch of `BIN` seconds."""
    rng = np.random.default_rng(seed)
    times = np.cumsum(rng.exponential(1 / SPIKE, int(END * SPIKE * 1.1)))
    spike = (times >= FROM) & (times < UNTIL)
    heap = [(float(t), 1) for t in times[spike | (rng.random(len(times)) < BASE / SPIKE)]]
    counts = {name: [0] * int(END // BIN) for name in ("first", "calls", "good")}
    free, tokens, starts, restarted = 0.0, SAVED, [], False
    while heap[0][0] < END:
        now, attempt = heappop(heap)
        counts["first"][bin_ := int(now // BIN)] += attempt == 1
        if case.restart <= now < case.restart + 10 and rng.random() > case.door:
            continue  # turned away with a fallback, at no cost
        counts["calls"][bin_] += 1
        tokens = min(SAVED, tokens + SHARE * (attempt == 1))
        if now >= case.restart and not restarted:
            free, starts, restarted = now, [], True
        starts = [start for start in starts if start > now] if case.room else []
        work, begin, failed = rng.exponential(1 / RATE), max(now, free), 0.0
        if case.room and len(starts) >= case.room:
            free, failed = free + case.refusal, now
        elif case.drops and begin + 1 / RATE > now + TIMEOUT:
            failed = now + TIMEOUT
        else:
            free, starts = begin + work, [*starts, begin]
            failed = now + TIMEOUT if free > now + TIMEOUT else 0.0
        counts["good"][bin_] += not failed
        if failed and attempt < case.tries and (tokens >= 1 or not case.budget):
            tokens -= case.budget
            heappush(heap, (failed + PAUSE * (0.5 + rng.random()), attempt + 1))
    return counts


def run(seed: int = 5) -> dict[str, float]:
    """Return requests a second: `free_good_40` are answers in time in the 5 s from 40 s on.

    `…_calls` are calls from 30 to 60 s, `…_lost` counts requests without an answer from 20 s on.
    """
    numbers: dict[str, float] = {}
    for name, case in CASES.items():
        counts = play(seed, case)
        for second in range(10, int(END), BIN):
            numbers[f"{name}_good_{second}"] = counts["good"][second // BIN] / BIN
        numbers[f"{name}_calls"] = sum(counts["calls"][30 // BIN : 60 // BIN]) / 30
        asked, got = (sum(counts[what][int(FROM) // BIN :]) for what in ("first", "good"))
        numbers[f"{name}_lost"] = asked - got
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.1f}")
