"""Lab: a reject limit from two error costs, and what people at the bench can check. Seeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

GOOD, FAULTY = 1_195_200, 4_800  # parcels of a day
TIMES = 20  # each sampled faulty parcel stands for a twentieth, so that few misses are counted well
KINDS = {"item": (0.5, 5.6), "box": (0.3, 4.7), "label": (0.2, 4.0)}  # share, distance from good
MISS, CHECK = 9.54, 0.25  # EUR: a fault that leaves; 30 s of a person at 30 EUR/h
SPEED, SECONDS, WAGE = 60, 30, 30.0  # parcels/s at full speed; s a check; EUR/h
DIRT = 0.3  # how far a dirty lens moves every score


def scores(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return sorted scores of good parcels, spread 1 around 0, and of faulty ones."""
    faulty = [
        rng.normal(distance, 1, round(share * FAULTY * TIMES)) for share, distance in KINDS.values()
    ]
    return np.sort(rng.normal(0, 1, GOOD)), np.sort(np.concatenate(faulty))


def missed(faulty: Floats, limit: float | Floats) -> Floats:
    """Return the share of faulty parcels below the limit."""
    return np.asarray(np.searchsorted(faulty, limit) / len(faulty))


def refused(good: Floats, limit: float | Floats) -> Floats:
    """Return the share of good parcels at or above the limit."""
    return np.asarray(1 - np.searchsorted(good, limit) / len(good))


def chance(limits: Floats) -> Floats:
    """Return the probability of a fault at each score, by Bayes' rule."""
    ratio = sum(share * np.exp(d * limits - d * d / 2) for share, d in KINDS.values())
    return np.asarray(FAULTY * ratio / (FAULTY * ratio + GOOD))


def run(seed: int = 9) -> dict[str, float]:
    """Return figures for each limit and for each number of people; the ending says which.

    `…_refused` and `…_missed` are shares of good and of faulty parcels, `…_eur` a day's misses and
    checks, `…_people` the checkers at full speed, `…_confirmed` the share of checks with a fault.
    `even` rejects from 50% probability on, `best` from check ÷ miss on, `quick` from a third of it,
    `target` refuses 0.6% of good parcels; `dirt_up` and `dirt_down` are the target with all scores
    moved. `bench_n` is full speed with n people: the limit that fills their time, EUR an hour with
    their wages, and the EUR that the next hour of a person saves.
    """
    good, faulty = scores(np.random.default_rng(seed))
    limits = np.linspace(1, 5, 4_001)
    odds = chance(limits)
    target = float(np.quantile(good, 0.994))
    chosen = {
        "even": limits[np.argmax(odds >= 0.5)],
        "best": limits[np.argmax(odds > CHECK / MISS)],
        "quick": limits[np.argmax(odds > CHECK / 3 / MISS)],
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
        numbers[f"bench_{people}_eur"] = lost * share * SPEED * 3_600 * MISS + people * WAGE
        numbers[f"bench_{people}_next"] = float(odds[i]) * 3_600 / SECONDS * MISS - WAGE
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:22} {number:12.5f}")
