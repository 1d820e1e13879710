"""Lab: one fault, seen by accuracy and by scores. Seeded; runs in under a second.

The fault moves the scores. One that leaves them in place waits for the labels: see drift_kinds.py.
"""

from __future__ import annotations

import math

import numpy as np
from psi_noise import psi
from scores import Floats

DAYS, FAULT_DAY = 120, 40  # days are counted from 0
DECISIONS = 400  # a day
LABEL_DELAY = 30  # days
BEFORE, AFTER = 0.92, 0.80  # accuracy


def make_days(seed: int = 21, scores_move: bool = True) -> tuple[Floats, list[Floats]]:
    """Return, for each day of decisions, the accuracy and the scores, both from 0 to 1."""
    rng = np.random.default_rng(seed)
    accuracy = rng.binomial(DECISIONS, np.where(np.arange(DAYS) < FAULT_DAY, BEFORE, AFTER))
    quiet, faulty = (2.0, 8.0), (2.6, 7.4)  # beta distributions with the means 0.20 and 0.26
    shapes = [faulty if scores_move and day >= FAULT_DAY else quiet for day in range(DAYS)]
    return accuracy / DECISIONS, [rng.beta(*shape, DECISIONS) for shape in shapes]


def accuracy_limit() -> float:
    """Return the accuracy three standard errors below the usual one."""
    return BEFORE - 3 * math.sqrt(BEFORE * (1 - BEFORE) / DECISIONS)


def first_day(alarms: np.ndarray) -> float:
    """Return the first day with an alarm, or infinity."""
    days = np.flatnonzero(alarms)
    return float(days[0]) if len(days) else math.inf


def score_psi(scores: list[Floats]) -> Floats:
    """Return the PSI in nats of each day's scores against those of the first 20 days."""
    reference = np.concatenate(scores[:20])
    return np.array([psi(reference, day) for day in scores])


def run(seed: int = 21, scores_move: bool = True) -> dict[str, float]:
    """Return the numbers that the pages print: days, a limit of accuracy, one of PSI, decisions.

    The alarm of the scores rings on the evening of their day, that of the accuracy when the
    labels of its day have come. An alarm before `fault_day` would be a false one.
    """
    accuracy, scores = make_days(seed, scores_move)
    drift = score_psi(scores)
    limit = 1.5 * float(np.quantile(drift[:FAULT_DAY], 0.99))
    by_accuracy = first_day(accuracy < accuracy_limit()) + LABEL_DELAY
    by_scores = first_day(drift > limit)
    return {
        "fault_day": float(FAULT_DAY),
        "label_delay_days": float(LABEL_DELAY),
        "accuracy_limit": accuracy_limit(),
        "score_psi_limit": limit,
        "accuracy_alarm_day": by_accuracy,
        "score_alarm_day": by_scores,
        "decisions_between": (by_accuracy - by_scores) * DECISIONS,
    }


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
