"""Lab: what a nightly load leaves behind that crashes and runs again. Seeded; takes under 1 s."""

from __future__ import annotations

import numpy as np

DAYS, BATCHES, BATCH = 30, 10, 100  # a day of payments is loaded in ten batches of 100 rows
CRASH = 0.05  # chance that a worker dies half-way through a batch
LATE, CANCELED, CORRECTED = 0.01, 0.01, 0.02  # what has changed at the source by the second run

Day = dict[str, float]  # payment key -> amount in euros
Row = tuple[int, str, float]  # day, payment key, amount
WAYS = ("commit_first", "commit_after", "append", "skip_known", "upsert", "overwrite")


def sources(rng: np.random.Generator) -> tuple[list[Day], list[Day]]:
    """Return each day's payments as the source has them at the first run and at the second."""
    first, second = [], []
    for day in range(DAYS):
        amounts = np.round(rng.lognormal(3.45, 0.75, BATCHES * BATCH), 2).tolist()
        payments = {f"{day}-{n}": amount for n, amount in enumerate(amounts)}
        later = {f"{day}-late-{n}": 30.0 for n in range(round(LATE * len(amounts)))}
        for (key, amount), chance in zip(payments.items(), rng.random(len(amounts)), strict=True):
            if chance >= CANCELED:
                later[key] = amount / 2 if chance < CANCELED + CORRECTED else amount
        first.append(payments)
        second.append(later)
    return first, second


def load(table: list[Row], number: int, day: Day, way: str, rng: np.random.Generator) -> list[Row]:
    """Return the table after one day was loaded, with as many attempts as the crashes ask for."""
    rows = [(number, key, amount) for key, amount in day.items()]
    batches = [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
    done = 0
    while done < len(batches):
        if way == "overwrite" and done == 0:
            table = [row for row in table if row[0] != number]
        crash = rng.random() < CRASH
        table += batches[done][: BATCH // 2] if crash else batches[done]
        if not crash or way == "commit_first":
            done += 1
        elif way != "commit_after":
            done = 0
    return table


def settled(table: list[Row], way: str) -> list[Row]:
    """Return what readers see: with `upsert` the last row of a key, with `skip_known` the first."""
    if way not in ("upsert", "skip_known"):
        return table
    order = table if way == "upsert" else table[::-1]
    return list({row[1]: row for row in order}.values())


def differences(table: list[Row], days: list[Day]) -> dict[str, float]:
    """Return rows that are too many, missing or stale, and the sum's error as a share."""
    truth = {key: amount for day in days for key, amount in day.items()}
    found = {key: amount for _, key, amount in table}
    both = truth.keys() & found.keys()
    return {
        "extra": len(table) - len(both),
        "missing": len(truth) - len(both),
        "stale": sum(found[key] != truth[key] for key in both),
        "sum": sum(amount for _, _, amount in table) / sum(truth.values()) - 1,
    }


def run(seed: int = 3) -> dict[str, float]:
    """Return for each way of writing how the table differs from the source.

    `…_first_…` after 30 nights, `…_again_…` after all 30 days have run a second time, when the
    source has changed. `commit_first` marks a batch as done before it writes, `commit_after`
    behind it; both resume at the mark. All other ways start the day again.
    """
    numbers: dict[str, float] = {}
    for way in WAYS:
        rng = np.random.default_rng(seed)
        table: list[Row] = []
        for name, days in zip(("first", "again"), sources(rng), strict=True):
            for number, day in enumerate(days):
                table = load(table, number, day, way, rng)
            result = differences(settled(table, way), days)
            numbers |= {f"{way}_{name}_{key}": value for key, value in result.items()}
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:10.4f}")
