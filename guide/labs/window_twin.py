"""Lab: a stream of tiles and its twin in SQL, for the same second. Runs in under a second."""

from __future__ import annotations

import sqlite3
from collections import Counter

import numpy as np

Row = tuple[int, int, int, float, int]  # payment id, card, paid at, arrived at, cents
Answers = dict[int, tuple[int, int]]  # payment id -> count and sum of the card's last 24 hours

HOUR, DAY, DAYS = 3_600, 86_400, 4  # seconds; each card pays once a day on average
CARDS, BURST, GAP, DELAY = 1_000, 20, 4.0, 1.5  # one card in ten pays 20 times, 4 s apart

TWIN = """
SELECT asked.payment_id, COUNT(past.payment_id), COALESCE(SUM(past.cents), 0)
FROM payments AS asked
LEFT JOIN payments AS past
  ON past.card = asked.card
 AND past.paid_at >= asked.paid_at - asked.paid_at % 3600 - 86400
 AND past.arrived_at <= asked.paid_at
GROUP BY asked.payment_id
"""
CHANGES = {  # what another author may write for the same sentence
    "exact": ("asked.paid_at - asked.paid_at % 3600 - 86400", "asked.paid_at - 86400"),
    "arrival": ("past.arrived_at <= asked.paid_at", "past.paid_at < asked.paid_at"),
    "own": ("past.arrived_at <= asked.paid_at", "past.paid_at <= asked.paid_at"),
}


def make_rows(rng: np.random.Generator) -> list[Row]:
    """Return the payments of ordinary cards in four days; one card in ten also has a burst."""
    card = np.repeat(np.arange(CARDS), DAYS)
    usual = rng.integers(0, DAYS * DAY, len(card))
    hit = np.repeat(np.arange(0, CARDS, 10), BURST)
    gaps = np.ceil(rng.exponential(GAP, (CARDS // 10, BURST))).astype(int)
    bursts = (rng.integers(0, DAYS * DAY, (CARDS // 10, 1)) + gaps.cumsum(axis=1)).ravel()
    paid = np.concatenate([usual, bursts])
    arrived = paid + rng.exponential(DELAY, len(paid))
    cents = rng.lognormal(8.0, 0.75, len(paid)).astype(int)
    columns = (np.arange(len(paid)), np.concatenate([card, hit]), paid, arrived, cents)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def stream(rows: list[Row]) -> Answers:
    """Return what the service answers: events change tiles as they arrive, payments add tiles."""
    arrivals = [(row[3], 0, row) for row in rows]
    asks = [(float(row[2]), 1, row) for row in rows]
    count: Counter[tuple[int, int]] = Counter()
    cents: Counter[tuple[int, int]] = Counter()
    answers: Answers = {}
    for _when, asking, (payment, card, paid, _arrived, amount) in sorted(arrivals + asks):
        hour = paid // HOUR
        if asking:
            window = [(card, tile) for tile in range(hour - 24, hour + 1)]
            answers[payment] = sum(count[key] for key in window), sum(cents[key] for key in window)
        else:
            count[card, hour] += 1
            cents[card, hour] += amount
    return answers


def batch(rows: list[Row], query: str = TWIN) -> Answers:
    """Return what plain SQL computes from the table of all payments."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE payments (payment_id, card, paid_at, arrived_at, cents)")
    base.executemany("INSERT INTO payments VALUES (?, ?, ?, ?, ?)", rows)
    base.execute("CREATE INDEX by_card ON payments (card, paid_at)")
    answers = {payment: (count, cents) for payment, count, cents in base.execute(query)}
    base.close()
    return answers


def run(seed: int = 3) -> dict[str, float]:
    """Return how many rows there are, and the shares in which stream and twin disagree: for the
    twin that is the `same`, and for three that somebody else may write.
    """
    rows = make_rows(np.random.default_rng(seed))
    served = stream(rows)
    numbers = {"rows": float(len(rows))}
    for name, (right, changed) in {"same": ("", ""), **CHANGES}.items():
        twin = batch(rows, TWIN.replace(right, changed) if right else TWIN)
        numbers[name] = sum(twin[row] != served[row] for row in served) / len(rows)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
