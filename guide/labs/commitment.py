"""Lab: how many of a year's machines to commit to. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HOURS = 365 * 24
PEAK, GROWTH = 2_500.0, 1.30  # requests/s in the first week's busiest hour; a year later, times 1.3
REPLICA, LIGHTER = 200 * 0.65, 667 * 0.65  # requests/s of a replica at 65% use: 5 ms, 1.5 ms each
WITH_CLICK = 0.4  # share of the requests whose session has a click; a list can answer the others
LEAST = 2  # replicas, so that one may fail
PRICE, COMMITTED = 2.00, 0.60  # EUR an hour at list; share of it under a one-year commitment


def hourly_load(rng: np.random.Generator) -> Floats:
    """Return requests/s for each hour of a year: evenings high, nights low, weekends busier."""
    hour = np.arange(HOURS)
    day = np.exp(1.7 * np.cos((hour - 20) / 24 * 2 * np.pi))
    weekend = np.where(hour // 24 % 7 >= 5, 1.15, 1.0)
    load = day * weekend * rng.lognormal(0, 0.10, HOURS)
    growing: Floats = load / load[:168].max() * PEAK * GROWTH ** (hour / HOURS)
    return growing


def replicas(load: Floats, second_half: float = REPLICA) -> Floats:
    """Return the replicas that each hour needs; from mid-year on, one takes `second_half`."""
    capacity = np.where(np.arange(HOURS) < HOURS // 2, REPLICA, second_half)
    need: Floats = np.maximum(LEAST, np.ceil(load / capacity))
    return need


def held(load: Floats) -> Floats:
    """Return the replicas that the capacity rule holds for each hour, at least two.

    With one missing and a load a quarter above the forecast, the others are 90% busy at most.
    """
    need: Floats = np.ceil(1.25 * load / (200 * 0.9)) + 1
    return need


def yearly_cost(need: Floats, committed: int) -> float:
    """Return EUR a year: the committed replicas are paid used or idle, the rest by the hour."""
    return PRICE * (committed * COMMITTED * HOURS + float(np.maximum(need - committed, 0).sum()))


def run(seed: int = 3) -> dict[str, float]:
    """Return the numbers that the pages print: EUR a year, shares from 0 to 1, EUR per 1,000.

    `fixed` keeps what the busiest hour needs; `commit_k` commits to k replicas and rents the rest
    by the hour; `best` is the k that costs least, `rule` the k that the break-even rule names.
    `busy_k` is the share of the year in which replica k is needed. For the year as planned, and
    (`lighter_…`) for one in which a lighter ranker arrives at mid-year. `held_…` is what the
    capacity rule holds in the first week when it follows the hour: for every request, and
    (`held_lists_…`) for those with a click alone.
    """
    load = hourly_load(np.random.default_rng(seed))
    numbers = {"mean_load": float(load[:168].mean()), "peak_load": float(load.max())}
    for name, share in (("held", 1.0), ("held_lists", WITH_CLICK)):
        week = held(load[:168] * share)
        numbers[f"{name}_mean"], numbers[f"{name}_peak"] = float(week.mean()), float(week.max())
        numbers[f"{name}_busy_3"] = float(np.mean(week >= 3))
    for name, need in (("", replicas(load)), ("lighter_", replicas(load, LIGHTER))):
        peak = int(need.max())
        costs = [yearly_cost(need, committed) for committed in range(peak + 1)]
        busy = [float(np.mean(need >= k)) for k in range(1, peak + 1)]
        numbers |= {f"{name}commit_{k}": cost for k, cost in enumerate(costs)}
        numbers |= {f"{name}busy_{k}": share for k, share in enumerate(busy, start=1)}
        numbers[f"{name}fixed"] = PRICE * peak * HOURS
        numbers[f"{name}peak_need"], numbers[f"{name}mean_need"] = float(peak), float(need.mean())
        numbers[f"{name}best"] = float(np.argmin(costs))
        numbers[f"{name}rule"] = float(sum(share > COMMITTED for share in busy))
        numbers[f"{name}best_cost"] = min(costs)
        thousands = float(load.sum()) * 3.6
        for key in ("fixed", "commit_0", "best_cost"):
            numbers[f"{name}{key}_per_1000"] = numbers[f"{name}{key}"] / thousands
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.4f}")
