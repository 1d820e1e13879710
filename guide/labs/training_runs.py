"""Lab: what checkpoints and more GPUs do to a training run. Seeded; runs in about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rng = np.random.Generator

SAVE, RESTART, BETWEEN = 3.0, 10.0, 120.0  # minutes: a checkpoint, a restart, mean up to a stop
TOWERS, NIGHT = 360.0, 150.0  # minutes of work: both towers on Sunday, the ranker each night
INTERVALS = (5, 10, 15, 20, 27, 40, 60, 90, 120)  # minutes of work between two checkpoints
RUNS = 4_000

STEP, SPREAD = 400.0, 0.05  # ms that one GPU needs for a batch, and how much a GPU's part varies
GRADIENTS = 1.0  # GB that each step has to exchange
INSIDE, NETWORK = 100.0, 10.0  # GB/s within a machine, and between two machines
GPUS, MACHINE = (2, 4, 8, 16), 4  # GPUs of a run; how many of them share a machine at most
STEPS, ALL_STEPS, PRICE = 2_000, 75_000, 2.00  # steps played, steps of the ranker, EUR an hour


def pieces(work: float, interval: float | None, save: float) -> Floats:
    """Return the minutes of each piece that is lost as a whole: its work, and its checkpoint."""
    if interval is None:
        return np.array([work])
    count = int(np.ceil(work / interval))
    sizes = np.full(count, interval)
    sizes[-1] = work - interval * (count - 1)
    return sizes + save


def durations(rng: Rng, work: float, interval: float | None, save: float = SAVE) -> Floats:
    """Return how many minutes each run takes if its machine is taken away now and then."""
    total = np.zeros(RUNS)
    for piece in pieces(work, interval, save):
        todo = np.arange(RUNS)
        while len(todo):
            until = rng.exponential(BETWEEN, len(todo))
            done = until >= piece
            total[todo] += np.where(done, piece, until + RESTART)
            todo = todo[~done]
    return total


def step_time(rng: Rng, gpus: int, link: float) -> float:
    """Return the mean ms of a step: the slowest GPU's part of the batch, then the exchange.

    In a ring, each GPU sends the gradients nearly twice: 2 × (N − 1) ÷ N times their bytes.
    """
    parts = STEP / gpus * np.exp(rng.normal(0, SPREAD, (STEPS, gpus)))
    exchange = 1_000 * GRADIENTS * 2 * (gpus - 1) / gpus / link
    return float(parts.max(axis=1).mean()) + exchange


def bill(speed: float, gpus: int) -> tuple[float, float]:
    """Return the hours of the ranker's run at this speed-up, and what its GPUs cost."""
    hours = ALL_STEPS * STEP / 3_600_000 / speed
    return hours, hours * gpus * PRICE


def run(seed: int = 0) -> dict[str, float]:
    """Return the numbers of the page: hours, euros, shares from 0 to 1, speed-ups.

    `hours_27` is the mean time of the towers' run with a checkpoint after each 27 minutes of work,
    `hours_none` that without any; one run in twenty takes longer than `p95_27`. `night_late` is the
    share of the ranker's runs on spot over three hours, `night_late_quick` with checkpoints of ten
    seconds. `inside_8` is the speed-up by 8 GPUs in one machine, `network_8` in machines of four.
    """
    rng = np.random.default_rng(seed)
    numbers: dict[str, float] = {}
    for interval in (*INTERVALS, None):
        hours = durations(rng, TOWERS, interval) / 60
        name = "none" if interval is None else str(interval)
        numbers[f"hours_{name}"] = float(hours.mean())
        numbers[f"p95_{name}"] = float(np.percentile(hours, 95))
    numbers["night_late"] = float(np.mean(durations(rng, NIGHT, 27) > 180))
    numbers["night_late_quick"] = float(np.mean(durations(rng, NIGHT, 6, save=1 / 6) > 180))
    for gpus in GPUS:
        inside = STEP / step_time(rng, gpus, INSIDE)
        apart = inside if gpus <= MACHINE else STEP / step_time(rng, gpus, NETWORK)
        for name, speed in (("inside", inside), ("network", apart)):
            numbers[f"{name}_{gpus}"] = speed
            numbers[f"{name}_{gpus}_hours"], numbers[f"{name}_{gpus}_eur"] = bill(speed, gpus)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
