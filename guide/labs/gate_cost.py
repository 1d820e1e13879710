"""Lab: a candidate that wins on AUC and recall and loses money, until it is calibrated."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scores import auc

Floats = NDArray[np.float64]

FRAUDS, HONEST = 1_200, 1_198_800  # payments of a day
MISSED, REFUSED = 95.00, 5.04  # EUR for a fraud let through, and for an honest order refused
LIMIT = REFUSED / (MISSED + REFUSED)  # refuse from this probability of fraud on
DAYS, THINNING = 10, 100  # the gate sees every fraud of 10 days, and one honest payment in 100
OLD, NEW = 3.4, 3.5  # how far the mean signal of fraud lies above that of honest payments


class Scores(NamedTuple):
    """Probabilities of fraud, from 0 to 1, for the same rows in the same order."""

    fraud: Floats
    honest: Floats


def signals(rng: np.random.Generator) -> tuple[Scores, Scores]:
    """Return the signals of the old and of the new model: the old one is the new one and noise."""
    blur = (NEW / OLD) ** 2 - 1
    fraud = rng.normal(NEW, 1, FRAUDS * DAYS)
    honest = rng.normal(0, 1, HONEST * DAYS // THINNING)
    noisy = [x + rng.normal(0, np.sqrt(blur), len(x)) for x in (fraud, honest)]
    return Scores(*(x * OLD / NEW for x in noisy)), Scores(fraud, honest)


def score(signal: Scores, distance: float, odds: float = 1.0) -> Scores:
    """Return probabilities by Bayes' rule; trained on a tenth of the honest rows, `odds` is 10."""
    prior = np.log(FRAUDS / HONEST * odds)
    return Scores(*(1 / (1 + np.exp(-(prior + distance * (x - distance / 2)))) for x in signal))


def report(scores: Scores) -> dict[str, float]:
    """Return AUC and recall (0 to 1), refusals and expected frauds a day, and EUR lost a day."""
    caught, refused = scores.fraud >= LIMIT, scores.honest >= LIMIT
    labels = np.repeat([1, 0], [len(scores.fraud), len(scores.honest)])
    return {
        "auc": auc(labels, np.concatenate(scores)),
        "recall": float(caught.mean()),
        "refused": float(FRAUDS * caught.mean() + HONEST * refused.mean()),
        "expected": float(FRAUDS * scores.fraud.mean() + HONEST * scores.honest.mean()),
        "loss": float(FRAUDS * MISSED * (1 - caught.mean()) + HONEST * REFUSED * refused.mean()),
    }


def saving(old: Scores, new: Scores, paired: bool) -> tuple[float, float]:
    """Return what the new model saves in EUR a day, and half the width of its 95% interval."""
    mean = variance = 0.0
    for weight, price, a, b in (
        (FRAUDS, MISSED, old.fraud < LIMIT, new.fraud < LIMIT),
        (HONEST, REFUSED, old.honest >= LIMIT, new.honest >= LIMIT),
    ):
        gain = a.astype(float) - b
        spread = gain.var() if paired else a.var() + b.var()
        mean += weight * price * gain.mean()
        variance += (weight * price) ** 2 * spread / len(gain)
    return float(mean), float(1.96 * np.sqrt(variance))


def run(seed: int = 4) -> dict[str, float]:
    """Return the report of three models, and the saving of the corrected one with its intervals.

    `old` is live, `raw` is the candidate as trained, `fixed` the candidate with its odds divided
    by ten again. `…_half` is half the width of an interval in EUR a day.
    """
    old_signal, new_signal = signals(np.random.default_rng(seed))
    models = {
        "old": score(old_signal, OLD),
        "raw": score(new_signal, NEW, odds=10),
        "fixed": score(new_signal, NEW),
    }
    numbers = {f"{m}_{k}": v for m, s in models.items() for k, v in report(s).items()}
    numbers["saving"], numbers["paired_half"] = saving(models["old"], models["fixed"], paired=True)
    _, numbers["unpaired_half"] = saving(models["old"], models["fixed"], paired=False)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
