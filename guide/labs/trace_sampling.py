"""Lab: what head and tail sampling see of rare faults, and what a kept sample says. Seeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

REQUESTS = 1_000_000  # to the home page, in 24 minutes of an average day
KINDS = 20  # rare kinds of failures, from one request in 10,000 to one in a million
SHARES = np.geomspace(1e-4, 1e-6, KINDS)
RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)  # of the requests that a head sample keeps
SLOW, SLOW_SHARE, SLOW_TIME = 400.0, 0.01, 900.0  # ms from which a request is slow; part; its mean
REST = 0.005  # chance of a request that neither failed nor was slow, in the tail sample
PART = 20  # times are drawn for one request in twenty
REPEATS = 80


def hour(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return how often each kind of failure came, and the milliseconds of all other requests."""
    failed = rng.poisson(REQUESTS * SHARES).astype(float)
    usual = rng.gamma(4.0, 20.0, REQUESTS // PART)  # 80 ms on average
    late = rng.random(len(usual)) < SLOW_SHARE
    return failed, np.where(late, SLOW + rng.exponential(SLOW_TIME - SLOW, len(usual)), usual)


def kinds_seen(failed: Floats, rate: float) -> float:
    """Return how many kinds a sample at this rate is expected to hold at least once."""
    return float(np.sum(1 - (1 - rate) ** failed))


def quantile(values: Floats, weights: Floats, level: float) -> float:
    """Return the value below which this share of the weight lies."""
    order = np.argsort(values)
    return float(np.interp(level, np.cumsum(weights[order]) / weights.sum(), values[order]))


def run(seed: int = 0) -> dict[str, float]:
    """Return what the samples keep and say: kinds out of 20, shares from 0 to 1, milliseconds.

    `head_0.01_kinds` are the kinds of failures in a head sample of 1%, `head_0.01_kept` its traces.
    The tail sample keeps what failed or was slow, and one in 200 of the rest. `naive_failed` is the
    share of failures among its traces, `weighted_failed` the same with each trace counted 1 ÷ its
    chance, `head_failed` that of a head sample of equal size; `..._spread` is a standard deviation.
    `short_slow` is the part of the slow requests that end after the collector has decided, if it
    waits a second.
    """
    rng, heads = np.random.default_rng(seed), np.random.default_rng([seed, 1])
    rows: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        rows.setdefault(name, []).append(value)

    for _ in range(REPEATS):
        failed, times = hour(rng)
        number, scale = failed.sum(), REQUESTS / len(times)
        slow = times > SLOW
        rest = rng.binomial(REQUESTS - int(number) - int(slow.sum() * scale), REST)
        kept = number + slow.sum() * scale + rest
        for rate in RATES:
            note(f"head_{rate}_kinds", kinds_seen(failed, rate))
            note(f"head_{rate}_kept", REQUESTS * rate)
        note("tail_kinds", float(np.sum(failed > 0)))
        note("tail_kept", kept)
        note("equal_kinds", kinds_seen(failed, kept / REQUESTS))
        note("true_failed", number / REQUESTS)
        note("naive_failed", number / kept)
        note("weighted_failed", number / (number + slow.sum() * scale + rest / REST))
        for head in heads.binomial(int(number), kept / REQUESTS, 50):
            note("head_failed", head / kept)
        sampled = slow | (rng.random(len(times)) < REST)
        weights = np.where(slow, 1.0, 1 / REST)[sampled]
        note("true_p95", float(np.percentile(times, 95)))
        note("naive_p95", float(np.percentile(times[sampled], 95)))
        note("weighted_p95", quantile(times[sampled], weights, 0.95))
        note("short_slow", float(np.mean(times[slow] > 1_000)))
    numbers = {name: float(np.mean(values)) for name, values in rows.items()}
    for name in ("weighted_failed", "head_failed"):
        numbers[f"{name}_spread"] = float(np.std(rows[name]))
    return numbers


if __name__ == "__main__":
    for key, value in run().items():
        print(f"{key:24} {value:14.5f}")
