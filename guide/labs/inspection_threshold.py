"""Lab: a reject limit from two error costs, and what people at the bench can check. Seeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
GOOD, FAULTY = 1_195_200, 4_800  # parcels of a day
TIMES = 20  # each sampled faulty parcel stands for a twentieth, so that few misses are counted well
KINDS = {"box": (0.3, 4.7), "item": (0.2, 4.0)}  # share, distance from good parcels' scores
LABEL = 0.5  # share of the faults that a barcode decoder finds, whatever the limit
MISS, CHECK = 9.54, 0.25  # EUR: a fault that leaves; 30 s of a person at 30 EUR/h
SPEED, SECONDS, BUSY = 60, 30, 0.85  # parcels/s; s a check; share of a seat's time at work
WAGE = 30.0 * 60 / 55  # EUR/h of a seat, with five minutes of break
DIRT = 0.3  # how far a dirty lens moves every score


def scores(rng: np.random.Generator) -> tuple[Floats, dict[str, Floats]]:
    """Return sorted scores of good parcels, spread 1 around 0, and of each kind of faulty ones."""
    faulty = {
        kind: np.sort(rng.normal(distance, 1, round(share * FAULTY * TIMES)))
        for kind, (share, distance) in KINDS.items()
    }
    return np.sort(rng.normal(0, 1, GOOD)), faulty


def missed(faulty: dict[str, Floats], limit: float | Floats) -> Floats:
    """Return the share of all faulty parcels that lies below the limit; a label never does."""
    below = sum(np.searchsorted(found, limit) for found in faulty.values())
    return np.asarray(below / (FAULTY * TIMES))


def refused(good: Floats, limit: float | Floats) -> Floats:
    """Return the share of good parcels at or above the limit."""
    return np.asarray(1 - np.searchsorted(good, limit) / len(good))


def chance(limits: Floats) -> Floats:
    """Return the probability of a fault at each score, by Bayes' rule, if the label was read."""
    ratio = sum(share * np.exp(d * limits - d * d / 2) for share, d in KINDS.values())
    return np.asarray(FAULTY * ratio / (FAULTY * ratio + GOOD))


def run(seed: int = 9) -> dict[str, float]:
    """Return figures for each limit and for each number of people; the ending says which.

    `…_refused` and `…_missed` are shares of good and of faulty parcels, `…_missed_item` of one
    kind, `…_eur` a day's misses and checks, `…_people` the checkers at full speed, `…_confirmed`
    the share of checks with a fault. `even` rejects from 50% probability on, `best` from check ÷
    miss on, `target` refuses 0.6% of good parcels; `dirt_up` and `dirt_down` are the target with
    all scores moved. `bench_n` is full speed with n people at work, with the limit that fills
    their time: EUR an hour for misses, and `…_eur` with the pay of their seats.
    """
    good, faulty = scores(np.random.default_rng(seed))
    limits = np.linspace(1, 5, 4_001)
    odds = chance(limits)
    target = float(np.quantile(good, 0.994))
    chosen = {
        "even": limits[np.argmax(odds >= 0.5)],
        "best": limits[np.argmax(odds > CHECK / MISS)],
    }
    chosen |= {"target": target, "dirt_up": target - DIRT, "dirt_down": target + DIRT}
    numbers = {"best_chance": CHECK / MISS}
    for name, limit in chosen.items():
        lost, stopped = float(missed(faulty, limit)), float(refused(good, limit))
        checks = stopped * GOOD + (1 - lost) * FAULTY
        numbers[f"{name}_refused"], numbers[f"{name}_missed"] = stopped, lost
        numbers[f"{name}_eur"] = lost * FAULTY * MISS + checks * CHECK
        numbers[f"{name}_people"] = checks / (GOOD + FAULTY) * SPEED * SECONDS
        numbers[f"{name}_confirmed"] = (1 - lost) * FAULTY / checks
    share = FAULTY / (GOOD + FAULTY)
    stopped_at = share * (1 - missed(faulty, limits)) + (1 - share) * refused(good, limits)
    for people in (8, 10, 12, 14, 18):
        i = int(np.argmax(stopped_at <= people / SECONDS / SPEED))
        lost = float(missed(faulty, limits[i]))
        numbers[f"bench_{people}_missed"] = lost
        numbers[f"bench_{people}_misses"] = misses = lost * share * SPEED * 3_600 * MISS
        numbers[f"bench_{people}_eur"] = misses + people / BUSY * WAGE
        numbers[f"bench_{people}_confirmed"] = share * (1 - lost) / float(stopped_at[i])
        chosen[f"bench_{people}"] = limits[i]
    for name in ("target", "bench_10"):
        for kind, found in faulty.items():
            numbers[f"{name}_missed_{kind}"] = float(np.mean(found < chosen[name]))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:22} {number:12.5f}")
