"""Lab: which share of answers four GPUs with a model of 70 billion weights give in time. Seeded."""

from __future__ import annotations

import numpy as np
from continuous_batching import OUTPUT, PROMPT, lengths
from goodput import EACH, SHARED, play

GPUS, WEIGHTS = 4, 70e9  # bytes, at 8 bits for each of 70 billion weights
READING = GPUS * 0.75 * 3_350e9  # B/s: what a server reaches of the bandwidth
COMPUTING = GPUS * 800e12  # operations a second, with 8-bit numbers
ENTRY = 2 * 80 * 8 * 128 * 2  # B that a token leaves in the caches
EXCHANGING = 160 * 20e-6  # s of a step: two exchanges in each of 80 layers
CARRYING = 160 * 2 * (GPUS - 1) / GPUS * 8_192 * 2 / 400e9  # s more for each token that is read
BUSIEST = 1.5  # answers a second in the chat's busiest hour
CHUNKS = {"whole": 0, "chunk_192": 192, "chunk_128": 128}  # tokens of a step, 0 for whole prompts


def pace(answers: int, part: int = 0) -> float:
    """Return the seconds of one step: a token for each answer, and `part` tokens of a prompt."""
    computing = (answers + part) * 2 * 70e9 / COMPUTING
    caches = answers * (PROMPT + OUTPUT / 2) * ENTRY / READING
    return max(WEIGHTS / READING, computing) + caches + EXCHANGING + part * CARRYING


def serve(times: float, chunk: int, seed: int) -> dict[str, float]:
    """Return the share of answers that keep the pace, the mean ms of a token, and p95 to the first.

    An answer keeps the pace if its own tokens come within 12.5 ms on average.
    """
    tokens = lengths(rng := np.random.default_rng(seed), 0.5)
    arrived = np.cumsum(rng.exponential(1 / (times * BUSIEST), len(tokens)))
    first, done, gaps = play(arrived.tolist(), tokens.tolist(), PROMPT - SHARED, chunk, pace)
    begun = np.array(first)
    each = (np.array(done) - begun) / np.maximum(tokens - 1, 1)
    long, often = np.array(gaps).T
    return {
        "in_time": float(np.mean(each <= EACH)),
        "mean_ms": float(1_000 * (long * often).sum() / often.sum()),
        "first_ms": float(1_000 * np.percentile(begun - arrived, 95)),
    }


def run(seed: int = 6) -> dict[str, float]:
    """Return what `serve` does by load, in multiples of the busiest hour, and by chunk."""
    return {
        f"{name}_{times}_{key}": number
        for name, chunk in CHUNKS.items()
        for times in (0.5, 1.0, 1.5, 2.0)
        for key, number in serve(times, chunk, seed).items()
    }


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:22} {number:9.3f}")
