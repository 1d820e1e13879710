"""Lab: the cheapest retraining interval, and what late labels and a slow release add. A second."""

from __future__ import annotations

import math

import numpy as np

RUN = 354.0  # EUR for one retraining: half a day of review, 4 EUR of machines
POINT = 0.01 * 1_200 * 95  # EUR a day that one point of fraud recall is worth
DECAY = 0.05  # points of recall that a model loses a day
LEAD = 178 / 24  # days from the start of a training until its model decides every payment
LABELS = 1, 34, 45  # days: reviewers' verdicts, the mean of all labels, chargebacks
DAYS = 3_640  # simulated


def cost_a_day(every: float, labels: float, decay: float = DECAY, lead: float = LEAD) -> float:
    """Return EUR a day for a run `every` so many days on labels that are `labels` days old."""
    return RUN / every + decay * POINT * (labels + lead + every / 2)


def best_interval(decay: float = DECAY) -> float:
    """Return the interval in days at which retraining and decay cost the same."""
    return math.sqrt(2 * RUN / (decay * POINT))


def simulate(rng: np.random.Generator, every: int, labels: int, lead: float = LEAD) -> float:
    """Return EUR a day where the world moves a random step each day, always away from the model."""
    lost = np.concatenate([[0.0], np.cumsum(rng.gamma(1.0, DECAY, DAYS))])  # points since day 0
    days = np.arange(labels + every + math.ceil(lead), DAYS)
    started = np.floor((days - lead) / every).astype(int) * every  # the run whose model is live
    return float(RUN / every + POINT * np.mean(lost[days] - lost[started - labels]))


def run(seed: int = 0) -> dict[str, float]:
    """Return the best interval (days) and costs (EUR a day) by interval and age of the labels.

    `every_7_labels_45`: weekly on labels that are 45 days old; `…_simulated`: with uneven steps.
    """
    rng = np.random.default_rng(seed)
    numbers = {"best": best_interval(), "best_slow": best_interval(DECAY / 5)}
    for every in (7, 14, 28):
        for labels in LABELS:
            numbers[f"every_{every}_labels_{labels}"] = cost_a_day(every, labels)
        numbers[f"every_{every}_simulated"] = simulate(rng, every, 45)
    return numbers | {"lead": DECAY * POINT * LEAD}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
