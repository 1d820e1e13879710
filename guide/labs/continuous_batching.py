"""Lab: batches, prompts and limits of a chat model on one accelerator. Seeded; half a second."""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WEIGHTS, BANDWIDTH = 16e9, 3.35e12  # bytes of 8 billion parameters in 16 bits; bytes a second
TOKEN_BYTES = 2 * 32 * 8 * 128 * 2  # keys and values x layers x heads x size x bytes
PROMPT, SHARED, OUTPUT, PREFILL = 3_000, 1_500, 200, 0.04e-3  # tokens; s for each prompt token
SLOTS, FIRST, EACH = 64, 1.0, 12.5e-3  # answers at once; s to the first token and for each more


def lengths(rng: np.random.Generator, spread: float) -> NDArray[np.int_]:
    """Return 2,000 answer lengths in tokens; `spread` is the deviation of their logarithm."""
    drawn = rng.lognormal(np.log(OUTPUT) - spread**2 / 2, spread, 2_000)
    return np.clip(np.rint(drawn), 1, 1_000).astype(int)


def slot_use(tokens: NDArray[np.int_], slots: int = 16) -> tuple[float, float]:
    """Return the shares of slot steps that make a token: fixed batches, then continuous ones."""
    fixed = sum(int(tokens[i : i + slots].max()) for i in range(0, len(tokens), slots))
    free = [0] * slots
    for count in tokens.tolist():
        heapq.heapreplace(free, free[0] + count)
    return float(tokens.sum() / fixed / slots), float(tokens.sum() / max(free) / slots)


def serve(rate: float, prefill: int, seed: int) -> tuple[Floats, Floats, float, float]:
    """Return s to the first token and for each more; answers a second, and the share in time.

    A prefill stops all decoding; a step reads the weights once and the cache of each answer.
    """
    tokens = lengths(rng := np.random.default_rng(seed), 0.5)
    arrived = np.cumsum(rng.exponential(1 / rate, len(tokens)))
    first, done = np.zeros(len(tokens)), np.zeros(len(tokens))
    running: list[tuple[int, int]] = []  # (step at which it ends, answer)
    now, step, entered = 0.0, 0, 0
    while entered < len(tokens) or running:
        now = now if running else max(now, arrived[entered])
        waiting = entered < len(tokens) and len(running) < SLOTS
        if waiting and arrived[entered] <= now:
            first[entered] = now = now + prefill * PREFILL
            heapq.heappush(running, (step + int(tokens[entered]) - 1, entered))
            entered += 1
            continue
        pace = (WEIGHTS + len(running) * (PROMPT + OUTPUT / 2) * TOKEN_BYTES) / BANDWIDTH
        ahead = running[0][0] - step  # steps until somebody goes, or comes
        if waiting:
            ahead = min(ahead, int(np.ceil((arrived[entered] - now) / pace)))
        now, step = now + ahead * pace, step + ahead
        while running and running[0][0] <= step:
            done[heapq.heappop(running)[1]] = now
    start, each = first - arrived, (done - first) / np.maximum(tokens - 1, 1)
    return start, each, len(tokens) / now, float(np.mean((start <= FIRST) & (each <= EACH)))


def run(seed: int = 6) -> dict[str, float]:
    """Return slot use by spread of the lengths, then p95 times by turns a second.

    `whole` prefills the prompt, `cached` only what is not shared. `most` is what the accelerator
    serves when asked for 20 a second, `goodput` the highest rate with 95% in time, by bisection.
    """
    numbers: dict[str, float] = {}
    for spread in (0.0, 0.5, 0.9):
        fixed, continuous = slot_use(lengths(np.random.default_rng(seed), spread))
        numbers |= {f"fixed_{spread}": fixed, f"continuous_{spread}": continuous}
        numbers[f"gain_{spread}"] = continuous / fixed
    for name, prefill in (("whole", PROMPT), ("cached", PROMPT - SHARED)):
        for rate in (1.5, 3.0, 5.0):
            start, each, _, share = serve(rate, prefill, seed)
            numbers[f"{name}_{rate}_first_ms"] = float(1_000 * np.percentile(start, 95))
            numbers[f"{name}_{rate}_each_ms"] = float(1_000 * np.percentile(each, 95))
            numbers[f"{name}_{rate}_in_time"] = share
        numbers[f"{name}_most"] = serve(20, prefill, seed)[2]
        low, high = 0.5, 10.0
        while high - low > 0.01:
            half = (low + high) / 2
            low, high = (half, high) if serve(half, prefill, seed)[3] >= 0.95 else (low, half)
        numbers[f"{name}_goodput"] = low
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:26} {number:9.3f}")
