"""Lab: how much of a release can still be explained later. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AGES = (1, 30, 90, 120, 180, 270, 365, 420, 545, 730, 1_095)  # days from a release to a question
KEPT = {"settings": 90, "test_report": 90, "alerts": 395, "rows": 400}  # days, then deleted
REMEMBERED = ("reason", "accepted_risk")  # nowhere but in the heads of two engineers
ENGINEERS, LEAVING, FORGETTING = 2, 0.15, 1.0  # in charge; share a year; mean years until forgotten
RELEASES = 20_000
FACTS = len(KEPT) + len(REMEMBERED)


def still_known(rng: np.random.Generator, facts: int) -> Floats:
    """Return for each fact of each release the days until the last engineer has lost it.

    One who leaves takes all facts along; one who stays forgets each fact at its own time.
    """
    shape = (RELEASES, facts, ENGINEERS)
    stays = rng.exponential(365 / LEAVING, (RELEASES, 1, ENGINEERS))
    forgets = rng.exponential(365 * FORGETTING, shape)
    days: Floats = np.minimum(stays, forgets).max(axis=2)
    return days


def run(seed: int = 0) -> dict[str, float]:
    """Return the numbers of the page.

    `found_365` is the mean number of a release's six facts that can still be found a year later if
    nobody wrote a record, `all_365` the share of releases of which all six can, `reason_365` the
    share of which the reason can. With a record written at the time, all six are found at any age.
    """
    rng = np.random.default_rng(seed)
    known = still_known(rng, len(REMEMBERED))
    numbers: dict[str, float] = {"facts": float(FACTS)}
    for age in AGES:
        kept = sum(age <= days for days in KEPT.values())
        remembered = known > age
        numbers[f"found_{age}"] = kept + float(remembered.sum(axis=1).mean())
        complete = remembered.all(axis=1) & (kept == len(KEPT))
        numbers[f"all_{age}"] = float(complete.mean())
        numbers[f"reason_{age}"] = float(remembered[:, 0].mean())
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.3f}")
