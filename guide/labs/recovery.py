"""Lab: minutes and payments that a lost table costs, and what restore tests are for. Seeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DAY, PAYMENTS = 24 * 60, 1_200_000  # minutes of a day; payments of a day, which the windows count
NOTICE, LOAD = 2.0, 4.0  # minutes: until somebody acts; to fetch a copy and load it
READ = 2_000 * 60.0  # payments that the job reads again in a minute
COPIES = (24, 6, 1)  # hours between two copies
TESTS = (1, 7, 30, 90, 180, 365)  # days between two test restores
BREAKS = {"yearly": 365.0, "quarterly": 91.0}  # mean days until a copy job breaks unnoticed
LOSSES = 40_000


def counted(minute: Floats) -> Floats:
    """Return the payments since midnight: a tenth of the mean rate at 03:00, 1.9 of it at 15:00."""
    turn = 2 * np.pi / DAY
    waves = np.sin(turn * (minute - 180)) - np.sin(turn * -180.0)
    return PAYMENTS / DAY * (minute - 0.9 * waves / turn)


def catch_up(backlog: Floats, minute: Floats) -> Floats:
    """Return the minutes that a replay takes while new payments come in."""
    new = counted(minute + 1) - counted(minute)
    return backlog / (READ - new)


def age(rng: np.random.Generator, between: float, breaks: float) -> tuple[float, float]:
    """Return in how many losses the copies had stopped, and the mean days since the last good one.

    A job breaks at a random moment, unnoticed; the next test restore finds it, and it is repaired.
    """
    tested = rng.uniform(0, between, LOSSES)  # days since the last test
    broke = rng.exponential(breaks, LOSSES)  # days after that test
    stale = broke < tested
    return float(stale.mean()), float((tested - broke)[stale].mean())


def run(seed: int = 0) -> dict[str, float]:
    """Return minutes until the windows are whole, payments that they lack, and shares.

    `lost_24` and `lost_24_p95` are the payments that a copy of each night lacks; `with_24` are the
    minutes if the stream is read from the copy on, `stream` those of a replay without any copy.
    `yearly_90` is the share of losses that find no fresh copy if a job breaks once a year and one
    restore is tried every 90 days, `yearly_90_days` the mean age of the newest good copy in them.
    """
    rng = np.random.default_rng(seed)
    lost_at = rng.uniform(0, DAY, LOSSES)
    whole = catch_up(np.full(LOSSES, float(PAYMENTS)), lost_at)
    numbers = {"stream": NOTICE + float(whole.mean()), "stream_max": NOTICE + float(whole.max())}
    for hours in COPIES:
        copied = np.floor(lost_at / (60 * hours)) * 60 * hours
        lacks = counted(lost_at) - counted(copied)
        minutes = NOTICE + LOAD + catch_up(lacks, lost_at)
        numbers[f"lost_{hours}"] = float(lacks.mean())
        numbers[f"lost_{hours}_p95"] = float(np.percentile(lacks, 95))
        numbers[f"with_{hours}"] = float(minutes.mean())
        numbers[f"with_{hours}_p95"] = float(np.percentile(minutes, 95))
    for name, breaks in BREAKS.items():
        for days in TESTS:
            share, old = age(rng, days, breaks)
            numbers[f"{name}_{days}"], numbers[f"{name}_{days}_days"] = share, old
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:22} {number:12.3f}")
