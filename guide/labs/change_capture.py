"""Lab: what a copy of a changing table misses, by the way it is made. Seeded; takes about 1 s."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SHELVES, DAY = 2_000, 1_440.0  # rows of a stock table, minutes
SALES, DELIVERY, WAIT = 10.0, 12, 180.0  # sold a day; pieces that arrive; minutes until they do
BOOKING = 10.0  # a delivery is booked by one transaction of up to so many minutes
REMOVED = 0.02  # share of the rows that are deleted in the course of the day
OVERLAP = 15.0  # minutes that the careful query reads a second time
INTERVALS = (5, 15, 30, 60, 240)  # minutes from one query to the next
SHARES = "changes", "empty", "time", "overlooked"


class Row(NamedTuple):
    """What happens to one row: each change with its stamp, when others see it, and pieces left."""

    stamps: NDArray[np.float64]
    visible: NDArray[np.float64]
    pieces: NDArray[np.float64]
    end: float  # minute in which the row is deleted, or infinity


def history(rng: np.random.Generator) -> Row:
    """Return a day of one shelf, which sells piece by piece and gets a delivery when empty."""
    end = rng.uniform(0, DAY) if rng.random() < REMOVED else np.inf
    gap = DAY / SALES / rng.lognormal(0, 0.5)
    pieces, now = int(rng.integers(2, DELIVERY)), 0.0
    changes = [(now, now, pieces)]
    while now < min(end, DAY):
        stamp = now + rng.exponential(gap if pieces else WAIT)
        now = stamp if pieces else stamp + rng.uniform(0, BOOKING)
        pieces = pieces - 1 if pieces else DELIVERY
        changes.append((stamp, now, pieces))
    stamps, visible, left = np.array(changes[:-1]).T
    return Row(stamps, visible, left, end)


def copied(row: Row, interval: float, again: float) -> tuple[set[int], set[int]]:
    """Return which changes were a row's newest state when a query came, and which it took.

    A query takes what was stamped since the query before it, less the minutes read `again`.
    """
    ticks = np.arange(interval, min(row.end, DAY + 1), interval)
    newest = np.searchsorted(row.visible, ticks, side="right") - 1
    taken = row.stamps[newest] > ticks - interval - again
    return set(newest.tolist()), set(newest[taken].tolist())


def missed(rows: list[Row], interval: float, again: float) -> dict[str, float]:
    """Return what the copy has seen of all changes, and in how many rows it is wrong at night."""
    counts = np.zeros(9)
    for row in rows:
        shown, taken = copied(row, interval, again)
        last, lasts = len(row.stamps) - 1, np.diff(row.visible, append=min(row.end, DAY))
        empty = set(np.flatnonzero(row.pieces == 0).tolist())
        booked = set(np.flatnonzero(row.pieces == DELIVERY).tolist()) & shown
        sets = taken - {0}, empty, empty & taken, booked, booked - taken
        times = lasts[[*empty]].sum(), lasts[[*(empty & taken)]].sum()
        counts += [last, *map(len, sets), *times, row.end > DAY and last not in taken | {0}]
    changes, seen, sold_out, noticed, bookings, overlooked, time, known, stale = counts.tolist()
    shares = seen / changes, noticed / sold_out, known / time, overlooked / bookings
    return dict(zip(SHARES, shares, strict=True)) | {"stale": stale}


def run(seed: int = 4) -> dict[str, float]:
    """Return what each way of copying sees of one day.

    `query_60` asks each hour for rows with a newer stamp, `careful_60` reads 15 minutes twice, and
    `dump` copies the whole table at midnight. `changes`: share of all changes that reach the copy;
    `empty`, of the times that a shelf sold out; `time`, of the minutes that it was empty.
    `overlooked`: share of the deliveries that a query could see and did not take. `stale`: rows
    that are wrong at midnight. `deleted`: rows that are gone; a query keeps all, the dump none.
    """
    rng = np.random.default_rng(seed)
    rows = [history(rng) for _ in range(SHELVES)]
    numbers: dict[str, float] = {"deleted": sum(row.end < DAY for row in rows)}
    ways = [(f"query_{minutes}", minutes, 0.0) for minutes in INTERVALS]
    for name, interval, again in [*ways, ("careful_60", 60, OVERLAP), ("dump", DAY, DAY)]:
        numbers |= {f"{name}_{key}": n for key, n in missed(rows, interval, again).items()}
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
