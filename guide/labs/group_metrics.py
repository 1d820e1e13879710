"""Lab: one calibrated score for two groups, and what equal errors cost. Seeded; about a second."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

GROUPS = {"known": (0.90, 0.0005), "new": (0.10, 0.005)}  # part of the payments, share of fraud
SIGNAL = 3.2  # how far frauds lie from honest payments, in standard deviations
LIMIT = 0.05  # refuse from this probability on
SURE = 0.32  # from here on refusing is cheaper than letting the bank ask
PAYMENTS, A_DAY = 4_000_000, 1_200_000  # played, and of the shop
FRAUD, REFUSED = 95.00, 5.04  # EUR: a fraud that passes, an honest order that is refused
SHARES = (0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02)  # of fraud in a group, for the chart
HONEST = 0.77  # of the refused payments, those that are honest: what people judge on a sample
JUDGED = (65, 139, 550)  # cases


def score(clue: Floats, share: float) -> Floats:
    """Return the probability of fraud, which is right in a group with this share of fraud."""
    odds = share / (1 - share) * np.exp(SIGNAL * clue - SIGNAL**2 / 2)
    probability: Floats = odds / (1 + odds)
    return probability


def payments(rng: np.random.Generator, count: int, share: float) -> tuple[Floats, Bools]:
    """Return the score of each payment, and whether it is a fraud."""
    fraud = rng.random(count) < share
    return score(rng.normal(0, 1, count) + SIGNAL * fraud, share), fraud


def limit_for(scores: Floats, fraud: Bools, refused: float) -> float:
    """Return the limit from which this share of the honest payments is refused."""
    return float(np.quantile(scores[~fraud], 1 - refused))


def wilson(found: float, of: int) -> tuple[float, float]:
    """Return the ends of the 95% interval of a share."""
    z, share = 1.96, found / of
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def run(seed: int = 0) -> dict[str, float]:
    """Return the numbers of the page: shares from 0 to 1, and EUR for a day of the shop.

    `new_false` is the share of the honest payments of new customers that are refused, `new_caught`
    of their frauds, `new_right` the frauds among their refusals, `new_band` those among scores from
    5 to 10%, `new_said` the mean of these scores. `new_equal_limit` refuses as many honest payments
    of each group as the one limit does of all; `equal_dearer` is what that costs more on average.
    `false_0.5` is the chart, `low_65` and `high_65` are an interval.
    """
    rng = np.random.default_rng(seed)
    numbers: dict[str, float] = {}
    shop = {n: payments(rng, int(part * PAYMENTS), share) for n, (part, share) in GROUPS.items()}
    scores, fraud = (np.concatenate(both) for both in zip(*shop.values(), strict=True))
    all_false = float((scores[~fraud] >= LIMIT).mean())
    cost = {"one": 0.0, "equal": 0.0, "sure": 0.0}
    for name, (scores, fraud) in shop.items():
        equal, band = limit_for(scores, fraud, all_false), (scores >= LIMIT) & (scores < 0.10)
        numbers |= {f"{name}_equal_limit": equal, f"{name}_band": float(fraud[band].mean())}
        numbers[f"{name}_said"] = float(scores[band].mean())
        for way, limit in (("one", LIMIT), ("equal", equal), ("sure", SURE)):
            no = scores >= limit
            key = name if way == "one" else f"{name}_{way}"
            numbers[f"{key}_false"] = float(no[~fraud].mean())
            numbers[f"{key}_caught"] = float(no[fraud].mean())
            numbers[f"{key}_right"] = float(fraud[no].mean())
            euros = FRAUD * scores[~no].sum() + REFUSED * (1 - scores[no]).sum()  # expected
            cost[way] += float(euros) * A_DAY / PAYMENTS
    numbers |= {"times": numbers["new_false"] / numbers["known_false"], "all_false": all_false}
    numbers |= {"one_cost": cost["one"], "equal_cost": cost["equal"]}
    numbers["equal_dearer"] = cost["equal"] - cost["one"]
    clue = np.sort(rng.normal(0, 1, 1_000_000))
    for share in SHARES:
        numbers[f"false_{100 * share:g}"] = float((score(clue, share) >= LIMIT).mean())
    for count in JUDGED:
        numbers[f"low_{count}"], numbers[f"high_{count}"] = wilson(HONEST * count, count)
    numbers["seeds_low"], numbers["seeds_high"] = wilson(45, 50)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:12.5f}")
