"""Lab: what a shelf keeps of its worth when few candidates are ranked. Seeded; about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import Floats

ITEMS, VISITORS, TASTES, SHELF = 10_000, 300, 24, 20
NEW = 280  # products of the last week: 2.8% of the catalog, as in the shop
SESSION = 1.5  # how strongly today's clicks count against years of taste
NOISE, NEW_NOISE = 0.6, 1.2  # of an embedding, and of one that knows texts and photos only
PURSE = 1.2  # how much a price away from the visitor's usual one repels; the ranker's knowledge
RARE = 6.0  # makes a click on a good product a matter of one in four
CANDIDATES = (20, 50, 100, 200, 500, 1_000)

Rows = NDArray[np.int_]


def best(scores: Floats, number: int) -> Rows:
    """Return the columns of the `number` highest scores in each row, best first."""
    top = np.argpartition(-scores, number - 1, axis=1)[:, :number]
    return np.take_along_axis(top, np.argsort(-np.take_along_axis(scores, top, 1), axis=1), 1)


def recall(rows: Rows, wanted: NDArray[np.bool_]) -> float:
    """Return the share of the wanted products that are among the rows, over all visitors."""
    return float(np.take_along_axis(wanted, rows, 1).sum() / wanted.sum())


def run(seed: int = 0) -> dict[str, float]:
    """Return shares from 0 to 1: clicks of a shelf by clicks of the best one, and recall.

    `clicks_k` ranks k candidates of two towers, `recall_k` of the best 20 are among them.
    `popular` shows all visitors the same, `night_…` ignores today's session: `quiet` visitors have
    none, `active` ones do. `mf_…` knows no vector of new products; `…_new` is recall of those, at
    500 candidates. `best` is the click share of the best shelf.
    """
    rng = np.random.default_rng(seed)
    items = rng.normal(size=(ITEMS, TASTES)) / np.sqrt(TASTES)
    taste, session = rng.normal(size=(2, VISITORS, TASTES))
    active = np.arange(VISITORS) % 2 == 0
    today = taste + SESSION * session * active[:, None]
    popularity = 0.5 * rng.normal(size=ITEMS)
    price = np.abs(rng.normal(size=(VISITORS, 1)) - rng.normal(size=ITEMS))
    known = popularity - PURSE * price
    truth = today @ items.T + known
    clicks = 1 / (1 + np.exp(RARE - truth))
    ideal = best(truth, SHELF)

    def worth(rows: Rows, of: NDArray[np.bool_] | slice = slice(None)) -> float:
        got, most = (np.take_along_axis(clicks, shown, 1)[of].sum() for shown in (rows, ideal))
        return float(got / most)

    wanted = np.zeros(truth.shape, dtype=bool)
    np.put_along_axis(wanted, ideal, True, axis=1)
    new = np.arange(ITEMS) < NEW
    noise = np.where(new, NEW_NOISE, NOISE)[:, None] / np.sqrt(TASTES)
    towers = items + noise * rng.normal(size=items.shape)
    found = best(today @ towers.T + popularity, CANDIDATES[-1])
    old_only = best(today @ towers.T + popularity - 99.0 * new, 500)
    night = best(taste @ items.T + known, SHELF)
    numbers = {
        "best": float(np.take_along_axis(clicks, ideal, 1).mean()),
        "popular": worth(np.tile(best(truth.mean(0)[None], SHELF), (VISITORS, 1))),
        "night_quiet": worth(night, ~active),
        "night_active": worth(night, active),
        "mf_500": recall(old_only, wanted),
        "mf_new": recall(old_only, wanted & new),
        "towers_new": recall(found[:, :500], wanted & new),
    }
    for number in CANDIDATES:
        rows = found[:, :number]
        order = best(np.take_along_axis(truth, rows, 1), SHELF)
        numbers[f"recall_{number}"] = recall(rows, wanted)
        numbers[f"clicks_{number}"] = worth(np.take_along_axis(rows, order, 1))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:15} {number:9.4f}")
