"""Lab: what a judge model says about two versions, and what people add. Seeded; under two seconds.

Version B writes longer answers; more of its bad ones please the judge. Each of 1,000 weeks has
2,000 judged answers of each version, of which people read 200.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bools, Floats = NDArray[np.bool_], NDArray[np.float64]
Estimate = tuple[Floats, Floats]  # of each week: the share of good answers, its standard error

WEEKS, JUDGED = 1_000, 2_000
READ, FLAGGED = 200, 50  # answers that people read; how many of them the judge failed, by plan
VERSIONS = {  # share of good answers; share of good, and of bad answers, that the judge passes
    "a": (0.90, 0.95, 0.30),
    "b": (0.87, 0.95, 0.60),
}


def make_weeks(rng: np.random.Generator, version: str) -> tuple[Bools, Bools]:
    """Return for each week and answer: is it good, and did the judge pass it?"""
    share, right, fooled = VERSIONS[version]
    good = rng.random((WEEKS, JUDGED)) < share
    return good, rng.random((WEEKS, JUDGED)) < np.where(good, right, fooled)


def mean_of(rows: Bools) -> Estimate:
    """Return the share in each row and its standard error."""
    share = rows.mean(axis=1)
    return share, np.sqrt(share * (1 - share) / rows.shape[1])


def corrected(passed: Bools, good: Bools, seen: Bools) -> Estimate:
    """Return Rogan and Gladen's correction of `passed`, with rates from people's `good`, `seen`."""
    rate, error = mean_of(passed)
    goods, bads = good.sum(axis=1), (~good).sum(axis=1)
    right, fooled = (seen & good).sum(axis=1) / goods, (seen & ~good).sum(axis=1) / bads
    share = (rate - fooled) / (right - fooled)
    noise = share**2 * right * (1 - right) / goods
    noise += (1 - share) ** 2 * fooled * (1 - fooled) / bads
    return share, np.sqrt(error**2 + noise) / (right - fooled)


def by_verdict(passed: Bools, good: Bools) -> Estimate:
    """Return the share when people read 150 answers that the judge passed and 50 that it failed."""
    rate, share, noise, gap = passed.mean(axis=1), 0.0, 0.0, 0.0
    for verdict, weight, plan in ((passed, rate, READ - FLAGGED), (~passed, 1 - rate, FLAGGED)):
        read = verdict & (np.cumsum(verdict, axis=1) <= plan)
        hits = (good & read).sum(axis=1)
        part = (hits + 0.5) / (plan + 1)  # so that no group has a standard error of zero
        gap, share = hits / plan - gap, share + weight * hits / plan
        noise = noise + weight**2 * part * (1 - part) / plan
    return share, np.sqrt(noise + gap**2 * rate * (1 - rate) / JUDGED)  # the weights' luck, too


def run(seed: int = 6) -> dict[str, float]:
    """Return the mean of each way to the share of good answers, in percent.

    `…_width`: half of the median 95% interval, in points. `…_holds`: the share of weeks in which
    it holds the truth, 0 to 1. `borrowed` corrects with the judge's rates on version A.
    """
    rng = np.random.default_rng(seed)
    weeks = {version: make_weeks(rng, version) for version in VERSIONS}
    numbers = {}
    for version, (good, passed) in weeks.items():
        read_good, read_passed = good[:, :READ], passed[:, :READ]
        old_good, old_passed = (part[:, :READ] for part in weeks["a"])
        found = {
            "judge": mean_of(passed),
            "people": mean_of(read_good),
            "corrected": corrected(passed, read_good, read_passed),
            "by_verdict": by_verdict(passed, good),
            "borrowed": corrected(passed, old_good, old_passed),
        }
        numbers[f"{version}_agreement"] = float((good == passed).mean())
        for name, (share, error) in found.items():
            key = f"{version}_{name}"
            numbers[key] = 100 * float(share.mean())
            numbers[f"{key}_width"] = 196 * float(np.median(error))
            holds = np.abs(share - VERSIONS[version][0]) < 1.96 * error
            numbers[f"{key}_holds"] = float(holds.mean())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
