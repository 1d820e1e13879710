"""Lab: what a GPU gains if answers of a chat model share its steps. Seeded; takes no time."""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

WEIGHTS, BANDWIDTH = 16e9, 3.35e12  # bytes of 8 billion parameters in 16 bits; bytes a second
TOKEN_BYTES = 2 * 32 * 8 * 128 * 2  # keys and values x layers x KV heads x size x bytes
PROMPT, OUTPUT, ARITHMETIC = 3_000, 200, 0.04e-3  # tokens; s of arithmetic for each token


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


def pace(answers: int, part: int = 0, overlap: float = 1, prompt: int = PROMPT) -> float:
    """Return the seconds of one step: a token for each answer, and `part` tokens of a new prompt.

    Arithmetic goes on while the weights arrive, so the longer of the two counts; with `overlap` 0
    they follow each other. Each answer's cache, of its prompt and half of itself, comes on top.
    """
    reading, computing = WEIGHTS / BANDWIDTH, (answers + part) * ARITHMETIC
    cache = answers * (prompt + OUTPUT / 2) * TOKEN_BYTES / BANDWIDTH
    return max(reading, computing) + (1 - overlap) * min(reading, computing) + cache


def run(seed: int = 6) -> dict[str, float]:
    """Return slot use by spread of the lengths; ms and tokens a second of steps that answers share.

    `short` has prompts of a tenth of the length.
    """
    numbers: dict[str, float] = {}
    for spread in (0.0, 0.5, 0.9):
        fixed, continuous = slot_use(lengths(np.random.default_rng(seed), spread))
        numbers |= {f"fixed_{spread}": fixed, f"continuous_{spread}": continuous}
        numbers[f"gain_{spread}"] = continuous / fixed
    for answers in (1, 8, 16, 32, 64, 128):
        numbers[f"step_ms_{answers}"] = 1_000 * pace(answers)
        numbers[f"tokens_{answers}"] = answers / pace(answers)
        numbers[f"tokens_short_{answers}"] = answers / pace(answers, prompt=PROMPT // 10)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:26} {number:9.3f}")
