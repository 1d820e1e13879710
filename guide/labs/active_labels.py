"""Lab: which parcels to label when few are faulty, and which of them measure recall. Seeded."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scores import Floats, fit_logistic

Rows = NDArray[np.intp]

INPUTS, DISTANCE = 30, 4.2  # what the camera measures; how far faulty parcels lie from good ones
DAY, FAULTY, REFUSED = 120_000, 480, 0.006  # bags of a day; share of good ones with time to check
SAYS_FAULTY = 0.95, 0.005  # chances that one person calls a faulty and a good parcel faulty
RANDOM, ACTIVE = (1_000, 1_500, 2_000, 4_000, 8_000, 16_000), (1_500, 2_000, 4_000)
CHECKS, DRAWS, WORLDS, START, BATCH = 1_998, 2_000, 4, 1_000, 250
BANDS = (0.0, 0.02, 0.15, 1.0)  # of the parcels that passed, highest scores first


def parcels(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return what the camera measures of a day's parcels, and 1 for each faulty one, shuffled."""
    y = rng.permutation(np.arange(DAY) < FAULTY).astype(float)
    x = rng.normal(size=(DAY, INPUTS))
    x[y == 1, :4] += DISTANCE / 2  # half of it in each of four inputs is one whole on the diagonal
    return x, y


def log_odds(x: Floats, y: Floats, rows: Rows, new: Floats) -> Floats:
    """Return the log odds of a fault in the new parcels, learned from the labels of `rows`."""
    weights = fit_logistic(x[rows], y[rows], ridge=1.0)
    return np.asarray(new @ weights[:-1] + weights[-1])


def doubtful(scores: Floats) -> Rows:
    """Return the parcels, nearest first, by distance from the limit that refuses 1% of them."""
    return np.argsort(np.abs(scores - np.quantile(scores, 1 - REFUSED - FAULTY / DAY)))


def collect(rng: np.random.Generator, x: Floats, y: Floats) -> dict[str, Rows]:
    """Return the labeled rows of each plan."""
    order = rng.permutation(DAY)
    rows, plans = order[:START], {f"random_{count}": order[:count] for count in RANDOM}
    plans["once_16000"] = plans["random_16000"]
    while len(rows) < ACTIVE[-1]:
        near = doubtful(log_odds(x, y, rows, x))
        rows = np.append(rows, near[~np.isin(near, rows)][:BATCH])
        plans |= {f"active_{count}": rows for count in ACTIVE if count == len(rows)}
    return plans | {"active_2000": plans.pop("active_2000")}  # last, because `run` measures it


def missed(rng: np.random.Generator, rows: Floats, checks: int) -> Floats:
    """Return in many draws how many faults `rows` seem to hold: finds, each 1 ÷ its chance."""
    finds = rng.hypergeometric(int(rows.sum()), int(np.sum(rows == 0)), checks, DRAWS)
    return np.asarray(finds * len(rows) / checks)


def run(seed: int = 7) -> dict[str, float]:
    """Return recall and labeled faults of each plan, and what three ways to measure report.

    All are means over four worlds. `once_16000` has one opinion for each label, all others have
    the truth. `picked`, `random` and `band` measure `active_2000`; `…_low` to `…_high` hold 95%.
    """
    rng, numbers = np.random.default_rng(seed), defaultdict(list)
    for _ in range(WORLDS):
        (x, y), (new_x, new_y) = parcels(rng), parcels(rng)
        once = (rng.spawn(1)[0].random(DAY) < np.where(y == 1, *SAYS_FAULTY)).astype(float)
        for plan, rows in collect(rng, x, y).items():
            scores = log_odds(x, once if plan == "once_16000" else y, rows, new_x)
            refused = scores > np.quantile(scores[new_y == 0], 1 - REFUSED)
            numbers[f"{plan}_recall"].append(refused[new_y == 1])
            numbers[f"{plan}_faults"].append(y[rows].sum(keepdims=True))
        near = doubtful(scores)[:BATCH]
        numbers["picked"].append(refused[near][new_y[near] == 1])
        found, passed = new_y[refused].sum(), new_y[~refused][np.argsort(-scores[~refused])]
        numbers["random"].append(found / (found + missed(rng, passed, CHECKS)))
        bands = pairwise(round(edge * len(passed)) for edge in BANDS)
        banded = sum(missed(rng, passed[low:high], CHECKS // 3) for low, high in bands)
        numbers["band"].append(found / (found + banded))
    pooled = {key: np.concatenate(values) for key, values in numbers.items()}
    result = {key: float(values.mean()) for key, values in pooled.items()}
    for way in ("random", "band"):
        result[f"{way}_low"], result[f"{way}_high"] = np.quantile(pooled[way], (0.025, 0.975))
    return result


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
