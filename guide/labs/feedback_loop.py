"""Lab: a shelf that learns from its own clicks only. Seeded; runs in under two seconds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PRODUCTS, SLOTS, DAYS = 300, 20, 60
VIEWS = 500  # views of each slot a day
PRIOR_CLICKS, PRIOR_VIEWS = 1.0, 20.0  # what the model assumes of a product that nobody saw


def make_products(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return true click shares, and the first day's scores: known for 60 old products only."""
    shares = rng.beta(2.0, 38.0, PRODUCTS)  # mean 5%
    scores = np.where(np.arange(PRODUCTS) < 60, shares, PRIOR_CLICKS / PRIOR_VIEWS)
    return shares, scores


def live(rng: np.random.Generator, every: int, explore: int) -> tuple[Floats, int]:
    """Return the click share of each day, and how many products were shown at least once.

    The shelf shows the products with the highest scores; `explore` of its slots are drawn at
    random. Every `every` days the scores are learned again from all clicks so far.
    """
    shares, scores = make_products(rng)
    clicks, views = np.zeros(PRODUCTS), np.zeros(PRODUCTS)
    daily = np.zeros(DAYS)
    for day in range(DAYS):
        best = np.argsort(-scores, kind="stable")
        shown = best[: SLOTS - explore]
        if explore:
            shown = np.append(shown, rng.choice(best[SLOTS - explore :], explore, replace=False))
        spread = np.sqrt(VIEWS * shares[shown] * (1 - shares[shown]))
        got = np.clip(np.rint(rng.normal(VIEWS * shares[shown], spread)), 0, VIEWS)
        clicks[shown] += got
        views[shown] += VIEWS
        daily[day] = got.sum() / (VIEWS * SLOTS)
        if day % every == every - 1:
            scores = (clicks + PRIOR_CLICKS) / (views + PRIOR_VIEWS)
    return daily, int(np.sum(views > 0))


def run(seed: int = 0) -> dict[str, float]:
    """Return mean click shares (0 to 1) of the last 10 days, of all days, and products shown.

    `daily`, `weekly`: no exploration; `explore`: weekly, with one slot of 20 at random. `best`:
    what the 20 truly best products would get.
    """
    numbers = {}
    for name, every, explore in (("weekly", 7, 0), ("daily", 1, 0), ("explore", 7, 1)):
        daily, shown = live(np.random.default_rng(seed), every, explore)
        numbers[f"{name}_last"] = float(daily[-10:].mean())
        numbers[f"{name}_all"] = float(daily.mean())
        numbers[f"{name}_shown"] = float(shown)
    shares, _ = make_products(np.random.default_rng(seed))
    numbers["best"] = float(np.sort(shares)[-SLOTS:].mean())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
