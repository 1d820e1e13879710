"""Lab: a candidate that wins on AUC and recall and loses money, until its odds are corrected."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scores import Floats, auc

FRAUDS = (1040, 1310, 980, 1150, 1420, 1260, 890, 1080, 1530, 1340)  # of ten days, in waves
DAYS, HONEST = len(FRAUDS), 1_198_800  # honest payments of a day
THINNING = 20  # the lab scores one honest payment in 20, and counts it 20 times
MISSED, REFUSED = 95.00, 5.04  # EUR for a fraud let through, and for an honest order refused
LIMIT = REFUSED / (MISSED + REFUSED)  # refuse from this probability of fraud on
OLD, NEW = 3.4, 3.5  # how far the mean signal of fraud lies above that of honest payments
T_9, T_18 = 2.262, 2.101  # Student's t: 95% interval from ten differences, from two times ten days
TILTS = (0.1, 0.2, 0.5, 0.84, 1.18, 2.0, 5.0)  # so many times too high are all odds


class Scores(NamedTuple):
    """Signals, or probabilities of fraud, for the same rows in the same order."""

    fraud: Floats
    honest: Floats


def signals(rng: np.random.Generator) -> tuple[Scores, Scores]:
    """Return the signals of the old and of the new model: the old one is the new one and noise."""
    blur = np.sqrt((NEW / OLD) ** 2 - 1)
    new = Scores(rng.normal(NEW, 1, sum(FRAUDS)), rng.normal(0, 1, HONEST * DAYS // THINNING))
    return Scores(*((x + rng.normal(0, blur, len(x))) * OLD / NEW for x in new)), new


def score(signal: Scores, distance: float, odds: float = 1.0) -> Scores:
    """Return probabilities by Bayes' rule; trained on a tenth of the honest rows, `odds` is 10."""
    prior = np.log(sum(FRAUDS) / (HONEST * DAYS) * odds)
    return Scores(*(1 / (1 + np.exp(-(prior + distance * (x - distance / 2)))) for x in signal))


def daily(scores: Scores) -> Floats:
    """Return a row for each day: frauds caught, honest payments refused, EUR lost."""
    days = np.cumsum(FRAUDS)[:-1]
    caught = np.array([np.sum(day >= LIMIT) for day in np.split(scores.fraud, days)])
    refused = THINNING * np.sum(scores.honest.reshape(DAYS, -1) >= LIMIT, axis=1)
    return np.stack([caught, refused, MISSED * (FRAUDS - caught) + REFUSED * refused], axis=1)


def report(scores: Scores) -> dict[str, float]:
    """Return AUC, recall and expected ÷ actual frauds; refused, expected frauds, EUR lost a day."""
    caught, refused, loss = daily(scores).mean(axis=0)
    labels = np.repeat([1, 0], [len(scores.fraud), len(scores.honest)])
    expected = scores.fraud.sum() + THINNING * scores.honest.sum()
    return {
        "auc": auc(labels, np.concatenate(scores)),
        "recall": caught * DAYS / sum(FRAUDS),
        "refused": caught + refused,
        "expected": expected / DAYS,
        "ratio": expected / sum(FRAUDS),
        "loss": loss,
    }


def interval(old: Floats, new: Floats) -> dict[str, float]:
    """Return EUR saved a day, its standard error, half of its 95% interval; `apart`: unpaired."""
    saved, days = old - new, len(old)
    error = saved.std(ddof=1) / np.sqrt(days)
    apart = np.sqrt((old.var(ddof=1) + new.var(ddof=1)) / days)
    numbers = {"saved": saved.mean(), "error": error}
    return numbers | {"half": T_9 * error, "apart_half": T_18 * apart}


def run(seed: int = 4) -> dict[str, float]:
    """Return the reports of three models, their days, the saving, and the new one at tilted odds.

    `old` is live, `raw` the candidate as trained, `fixed` with its odds divided by ten again.
    """
    old, new = signals(np.random.default_rng(seed))
    models = {"old": score(old, OLD), "raw": score(new, NEW, odds=10), "fixed": score(new, NEW)}
    models |= {f"tilt_{odds:g}": score(new, NEW, odds=odds) for odds in TILTS}
    numbers = {f"{m}_{k}": v for m, s in models.items() for k, v in report(s).items()}
    losses = {name: daily(models[name])[:, 2] for name in ("old", "fixed")}
    numbers |= {f"{m}_day_{d + 1}": x[d] for m, x in losses.items() for d in range(DAYS)}
    numbers |= interval(losses["old"], losses["fixed"])
    return {name: float(number) for name, number in numbers.items()}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
