"""Lab: what a shelf keeps of its worth when few candidates are ranked. Seeded; about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import Floats

ITEMS, VISITORS, TASTES, SHELF = 10_000, 300, 24, 20
CANDIDATES = (20, 100, 200, 500, 1_000)
SESSION = 1.5  # how strongly today's clicks count against years of taste
PURSE = 1.2  # how much a price away from the visitor's usual one repels; the ranker's knowledge
NOISE, NEW_NOISE = 0.6, 1.2  # of an embedding, and of one that knows texts and photos only
RARE = 6.0  # makes a click on a very good product a matter of one in six
ALIKE = 3.0  # weighs likeness to the last click against popularity; here about the best weight
NEW = np.arange(ITEMS) < 280  # products of the last week: 2.8% of the catalog, as in the shop
ACTIVE = np.arange(VISITORS) % 2 == 0  # visitors with clicks in today's session

Rows = NDArray[np.int_]
Flags = NDArray[np.bool_]


def make_shop(rng: np.random.Generator) -> tuple[Floats, Floats, Floats, Floats]:
    """Return scores of products for visitors: true, without today, of towers, by last click."""
    items = rng.normal(size=(ITEMS, TASTES)) / np.sqrt(TASTES)
    taste, session = rng.normal(size=(2, VISITORS, TASTES))
    today = taste + SESSION * session * ACTIVE[:, None]
    popularity = 0.5 * rng.normal(size=ITEMS)
    price = PURSE * np.abs(rng.normal(size=(VISITORS, 1)) - rng.normal(size=ITEMS))
    noise = np.where(NEW, NEW_NOISE, NOISE)[:, None] / np.sqrt(TASTES)
    towers = items + noise * rng.normal(size=items.shape)
    true, night = (taste_now @ items.T + popularity - price for taste_now in (today, taste))
    race = 1 / (1 + np.exp(RARE - true)) / rng.exponential(size=true.shape)  # for the last click
    pairs = ALIKE * items[race.argmax(axis=1)] @ items.T + popularity
    return true, night, today @ towers.T + popularity, pairs


def best(scores: Floats, number: int) -> Rows:
    """Return the columns of the `number` highest scores in each row, best first."""
    top = np.argpartition(-scores, number - 1, axis=1)[:, :number]
    return np.take_along_axis(top, np.argsort(-np.take_along_axis(scores, top, 1), axis=1), 1)


def recall(rows: Rows, wanted: Flags) -> float:
    """Return the share of the wanted products that are among the rows, over all visitors."""
    return float(np.take_along_axis(wanted, rows, 1).sum() / wanted.sum())


def clicks(true: Floats, rows: Rows) -> Floats:
    """Return the clicks that each visitor is expected to make on the products shown."""
    return (1 / (1 + np.exp(RARE - np.take_along_axis(true, rows, 1)))).sum(axis=1)


def run(seed: int = 0) -> dict[str, float]:
    """Return shares from 0 to 1: clicks of a shelf by clicks of the best one, and recall.

    `clicks_k` ranks k candidates of two towers, `recall_k` of the best 20 are among them.
    `popular` shows all the same, `night_…` ignores today's session, `pairs_…` shows what is like a
    last click; `quiet` visitors have no session, `active` ones do. `mf_…` cannot find new products;
    `…_new` is the recall of those. Both have 500 candidates.
    """
    true, night, towers, pairs = make_shop(np.random.default_rng(seed))
    ideal, listed = best(true, SHELF), best(night, SHELF)
    most, got, alike = (clicks(true, rows) for rows in (ideal, listed, best(pairs, SHELF)))
    wanted = np.zeros(true.shape, dtype=bool)
    np.put_along_axis(wanted, ideal, True, axis=1)
    popular = np.tile(best(true.mean(axis=0)[None], SHELF), (VISITORS, 1))
    found, old_only = best(towers, CANDIDATES[-1]), best(np.where(NEW, -99.0, towers), 500)
    numbers = {
        "popular": float(clicks(true, popular).sum() / most.sum()),
        "night_quiet": float(got[~ACTIVE].sum() / most[~ACTIVE].sum()),
        "night_active": float(got[ACTIVE].sum() / most[ACTIVE].sum()),
        "pairs_active": float(alike[ACTIVE].sum() / most[ACTIVE].sum()),
        "mf_500": recall(old_only, wanted),
        "mf_new": recall(old_only, wanted & NEW),
        "towers_new": recall(found[:, :500], wanted & NEW),
    }
    for number in CANDIDATES:
        rows = found[:, :number]
        ranked = best(np.take_along_axis(true, rows, 1), SHELF)
        numbers[f"recall_{number}"] = recall(rows, wanted)
        shown = np.take_along_axis(rows, ranked, 1)
        numbers[f"clicks_{number}"] = float(clicks(true, shown).sum() / most.sum())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:15} {number:9.4f}")
