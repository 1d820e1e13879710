"""Lab: how many visitors an A/B test needs, and what an uneven split costs. Under a second."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np

TESTS = 20_000  # simulated tests
BASE = 0.10  # share of visitors who click on the shelf
CHANGES = {"5": 0.005, "2": 0.002, "1": 0.001}  # relative change in percent -> change of the share
ORDERS, ORDER_CHANGE = 0.03, 0.000045  # share who order; 0.15% of it
WEEK = 7 * 30_000_000  # known visitors in a week, if nobody comes twice


def per_arm(share: float, change: float, alpha: float = 0.05, power: float = 0.80) -> int:
    """Return visitors for each of two equal arms, two-sided, to see `share` become more."""
    other = share + change
    quantile = NormalDist().inv_cdf
    reach = quantile(1 - alpha / 2) + quantile(power)
    return int(np.ceil(reach**2 * (share * (1 - share) + other * (1 - other)) / change**2))


def smallest(share: float, visitors: float, alpha: float = 0.05, power: float = 0.80) -> float:
    """Return the smallest change of a share, as a part of it, that arms of this size show."""
    quantile = NormalDist().inv_cdf
    reach = quantile(1 - alpha / 2) + quantile(power)
    return float(reach * np.sqrt(2 * share * (1 - share) / visitors) / share)


def power_of(share: float, change: float, visitors: float, alpha: float = 0.05) -> float:
    """Return the power of a test with this many visitors in each arm, two-sided."""
    other = share + change
    error = np.sqrt((share * (1 - share) + other * (1 - other)) / visitors)
    line = NormalDist().inv_cdf(1 - alpha / 2)
    return NormalDist().cdf(change / error - line) + NormalDist().cdf(-change / error - line)


def split_factor(treated: float) -> float:
    """Return how many times the visitors of a 50/50 split a test with this treated share needs."""
    return 1 / (4 * treated * (1 - treated))


def found(rng: np.random.Generator, share: float, change: float, visitors: int) -> float:
    """Return the share of tests that end with z above 1.96 in either direction."""
    spread = np.sqrt(np.array([share * (1 - share), (share + change) * (1 - share - change)]))
    mean = np.array([share, share + change])
    old, new = rng.normal(mean, spread / np.sqrt(visitors), (TESTS, 2)).T
    pooled = (old + new) / 2
    z = (new - old) / np.sqrt(2 * pooled * (1 - pooled) / visitors)
    return float(np.mean(np.abs(z) > 1.96))


def run(seed: int = 0) -> dict[str, float]:
    """Return visitors per arm, the power that they give, and the price of an uneven split.

    `clicks_5`: the click share rises by 5% of itself. `quarter`: power with a quarter of them.
    `power`: the same for all of them, by simulation.
    `exaggerated`: mean size of the significant rises in tests with a quarter, in true rises.
    `guard_…`: the fall of orders, as a part of them, that arms of the click test, of a tenth and
    of half of a week's known visitors see.
    """
    rng = np.random.default_rng(seed)
    numbers = {f"clicks_{name}": float(per_arm(BASE, d)) for name, d in CHANGES.items()}
    numbers["orders"] = float(per_arm(ORDERS, ORDER_CHANGE))
    numbers["orders_in_clicks"] = numbers["orders"] / numbers["clicks_5"]
    enough = per_arm(BASE, CHANGES["5"])
    for name, arm in (("clicks", enough), ("tenth", WEEK / 10), ("half", WEEK / 2)):
        numbers[f"guard_{name}"] = smallest(ORDERS, arm)
    numbers["power"] = found(rng, BASE, CHANGES["5"], enough)
    numbers["quarter"] = power_of(BASE, CHANGES["5"], enough / 4)
    error = np.sqrt(2 * BASE * (1 - BASE) / (enough // 4))
    rises = rng.normal(CHANGES["5"], error, TESTS)
    numbers["exaggerated"] = float(rises[rises > 1.96 * error].mean() / CHANGES["5"])
    numbers["week_power"] = power_of(ORDERS, ORDER_CHANGE, WEEK / 2)
    for percent in (10, 1):
        numbers[f"split_{percent}"] = split_factor(percent / 100)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
