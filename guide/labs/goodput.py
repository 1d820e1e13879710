"""Lab: how many answers a second one GPU gives in time, for six servers. Seeded; two seconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush
from math import ceil, inf

import numpy as np
from continuous_batching import PROMPT, lengths, pace

SLOTS, FIRST, EACH = 64, 1.0, 12.5e-3  # answers at once; s to the first token, then for each
SHARED, CHUNK = 1_500, 256  # tokens common to all prompts; tokens of a step, if read in chunks
Pace = Callable[[int, int], float]  # answers, tokens of a prompt -> s of a step
SERVERS: dict[str, tuple[int, int, Pace]] = {  # tokens to read; tokens of a step, 0: whole prompts
    "whole": (PROMPT, 0, pace),
    "chunked": (PROMPT, CHUNK, pace),
    "cached": (PROMPT - SHARED, 0, pace),
    "both": (PROMPT - SHARED, CHUNK, pace),
    "apart": (PROMPT, CHUNK, partial(pace, overlap=0.0)),  # no arithmetic while weights are read
    "wide": (PROMPT, 2_048, pace),
}
Gaps = list[tuple[float, int]]  # s between two tokens of an answer; how often


def play(
    arrived: list[float], tokens: list[int], prompt: int, chunk: int, takes: Pace
) -> tuple[list[float], list[float], Gaps]:
    """Return when each answer began, when it ended, and all gaps between two tokens."""
    first, done, gaps, running = [], [0.0] * len(tokens), [], []  # running: (last step, answer)
    now, told, step, left = 0.0, 0.0, 0, prompt  # s; s of the last token; tokens still to read
    while len(first) < len(tokens) or running:
        free = len(first) < len(tokens) and len(running) < SLOTS
        at = arrived[len(first)] if free else inf
        now = now if running or left < prompt else max(now, at)
        if at <= now and not chunk:  # a whole prompt: nobody gets a token
            now, left = now + takes(0, left), 0
        else:
            part = min(left, chunk - len(running)) if at <= now else 0
            took = takes(len(running), part)
            steps = left // part if part else (at - now) / took  # until something changes
            steps = ceil(min(steps, running[0][0] - step if running else inf))
            gaps += [(now + took - max(first[i], told), 1) for _end, i in running]
            gaps.append((took, (steps - 1) * len(running)))
            now, step, left = now + steps * took, step + steps, left - steps * part
            told = now
        while running and running[0][0] <= step:
            done[heappop(running)[1]] = now
        if not left:
            heappush(running, (step + tokens[len(first)] - 1, len(first)))
            first.append(now)
            left = prompt
    return first, done, gaps


def serve(rate: float, seed: int, prompt: int, chunk: int, takes: Pace) -> dict[str, float]:
    """Return p95 to the first token, gaps by p95, p99 and mean, share in time, answers a second."""
    tokens = lengths(rng := np.random.default_rng(seed), 0.5)
    arrived = np.cumsum(rng.exponential(1 / rate, len(tokens)))
    begun, done, gaps = map(np.array, play(arrived.tolist(), tokens.tolist(), prompt, chunk, takes))
    first, each = begun - arrived, (done - begun) / np.maximum(tokens - 1, 1)
    gap, stall = np.percentile(apart := np.repeat(gaps[:, 0], gaps[:, 1].astype(int)), (95, 99))
    times = {"first": np.percentile(first, 95), "gap": gap, "stall": stall, "mean": apart.mean()}
    in_time, answered = np.mean((first <= FIRST) & (each <= EACH)), len(tokens) / done.max()
    answer = {f"{name}_ms": float(1_000 * time) for name, time in times.items()}
    return {"in_time": float(in_time), "rate": float(answered)} | answer


def run(seed: int = 6) -> dict[str, float]:
    """Return what the servers do at four loads, the `most` they can do, and their goodput.

    Goodput is the highest rate with 95% in time, by bisection to 0.02 a second.
    """
    numbers: dict[str, float] = {}
    for name, server in SERVERS.items():
        for rate in (1.5, 3.0, 5.0, 7.0):
            numbers |= {f"{name}_{rate}_{k}": n for k, n in serve(rate, seed, *server).items()}
        low, high = 0.5, 10.5
        while high - low > 0.02:
            half = (low + high) / 2
            good = serve(half, seed, *server)["in_time"] >= 0.95
            low, high = (half, high) if good else (low, half)
        numbers |= {f"{name}_most": serve(20, seed, *server)["rate"], f"{name}_goodput": low}
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:26} {number:9.3f}")
