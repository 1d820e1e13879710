"""Lab: which clauses of a data contract see which fault. Seeded; runs in under a second."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

ROWS, NOW = 10_000, pd.Timestamp("2026-11-24 04:00")
COUNTRIES = ["DE", "FR", "ES"]
KINDS = {"order_id": "i", "amount_eur": "f", "country": "O", "at": "M"}  # numpy's kind of the type


def clean_day(rng: np.random.Generator) -> pd.DataFrame:
    """Return one day of orders that keeps every clause."""
    seconds = rng.integers(0, 86_000, ROWS)
    return pd.DataFrame(
        {
            "order_id": np.arange(ROWS),
            "amount_eur": np.round(rng.lognormal(3.45, 0.75, ROWS).clip(1, 5_000), 2),
            "country": pd.Series(rng.choice(COUNTRIES, ROWS)).astype(object),
            "at": NOW - pd.to_timedelta(seconds, unit="s"),
        }
    )


Fault = Callable[[pd.DataFrame], pd.DataFrame]
FAULTS: dict[str, Fault] = {
    "none": lambda d: d,
    "renamed": lambda d: d.rename(columns={"amount_eur": "amount"}),
    "cents": lambda d: d.assign(amount_eur=d["amount_eur"] * 100),
    "market": lambda d: d.assign(
        amount_eur=d["amount_eur"] * np.where(d["order_id"] % 20 == 0, 100, 1)
    ),
    "country": lambda d: d.assign(country=d["country"].mask(d["order_id"] % 100 == 0, "UK")),
    "repeated": lambda d: pd.concat([d, d.head(50)], ignore_index=True),
    "stale": lambda d: d.assign(at=d["at"] - pd.Timedelta(days=2)),
    "half": lambda d: d.head(ROWS // 2),
    "net": lambda d: d.assign(amount_eur=d["amount_eur"] / 1.2),
    "shifted": lambda d: d.assign(amount_eur=np.roll(d["amount_eur"], 1)),
}


def schema_errors(day: pd.DataFrame) -> int:
    """Return how many columns are missing or have another type."""
    return sum(c not in day or day[c].dtype.kind != kind for c, kind in KINDS.items())


def bad_rows(day: pd.DataFrame) -> int:
    """Return how many rows break a clause that one row alone can break."""
    amount = day["amount_eur"]
    wrong = amount.isna() | (amount <= 0) | (amount > 5_000) | ~day["country"].isin(COUNTRIES)
    return int(wrong.sum())


def batch_errors(day: pd.DataFrame, usual_median: float, limit: float = 0.2) -> int:
    """Return how many clauses fail that only the batch as a whole can break."""
    failed = [
        day["order_id"].duplicated().any(),
        NOW - day["at"].max() > pd.Timedelta(hours=24),
        not 0.8 <= len(day) / ROWS <= 1.2,
        abs(day["amount_eur"].median() / usual_median - 1) > limit,
    ]
    return int(sum(failed))


def run(seed: int = 0) -> dict[str, float]:
    """Return what each level of clauses reports for each fault.

    `cents_schema`, `cents_rows`, `cents_batch`: columns, rows and clauses that fail. A broken
    schema ends the check. `cents_median` is that day's median, `usual_median` a clean day's.
    """
    rng = np.random.default_rng(seed)
    usual = clean_day(rng)["amount_eur"].median()
    numbers = {"usual_median": float(usual)}
    for name, fault in FAULTS.items():
        day = fault(clean_day(rng))
        broken = schema_errors(day)
        numbers[f"{name}_schema"] = broken
        numbers[f"{name}_rows"] = 0 if broken else bad_rows(day)
        numbers[f"{name}_batch"] = 0 if broken else batch_errors(day, usual)
        if name == "cents":
            numbers["cents_median"] = float(day["amount_eur"].median())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:10.4f}")
