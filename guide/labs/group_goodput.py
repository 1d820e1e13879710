"""Lab: which share of answers four GPUs with a model of 70 billion weights give in time. Seeded."""

from __future__ import annotations

import goodput
from continuous_batching import OUTPUT, PROMPT

GPUS, SIZE = 4, 70e9  # weights, of a byte each
READING = GPUS * 0.75 * 3_350e9  # B/s: what a server reaches of the bandwidth
COMPUTING = GPUS * 800e12  # operations a second, with 8-bit numbers
ENTRY = 2 * 80 * 8 * 128 * 2  # B that a token leaves in the caches
EXCHANGES = 2 * 80  # in a step: two in each of 80 layers
EXCHANGING = EXCHANGES * 20e-6  # s of a step
CARRYING = EXCHANGES * 2 * (GPUS - 1) / GPUS * 8_192 * 2 / 400e9  # s more for each token read
BUSIEST = 1.5  # answers a second in the chat's busiest hour
CHUNKS = {"whole": 0, "chunk_192": 192, "chunk_128": 128}  # tokens of a step, 0 for whole prompts


def pace(answers: int, part: int = 0) -> float:
    """Return the seconds of one step: a token for each answer, and `part` tokens of a prompt."""
    computing = (answers + part) * 2 * SIZE / COMPUTING
    caches = answers * (PROMPT + OUTPUT / 2) * ENTRY / READING
    return max(SIZE / READING, computing) + caches + EXCHANGING + part * CARRYING


def serve(times: float, chunk: int, seed: int) -> dict[str, float]:
    """Return what the servers of `goodput` return, at so many times the load of the busiest hour.

    First tokens come within a second here, so an answer is in time if it keeps the pace.
    """
    return goodput.serve(times * BUSIEST, seed, PROMPT - goodput.SHARED, chunk, pace)


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
