"""Lab: four reasons to retrain, and three changes of the world. Seeded; under two seconds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from psi_noise import psi

Floats = NDArray[np.float64]
History = list[tuple[Floats, Floats]]  # for each day: inputs with an intercept, outcomes 0 or 1

DAYS, ROWS, FIRST = 120, 300, 10  # rows a day; the first model goes live on day 10
TURNS, STEP = (30, 75), 50  # days on which the meaning of the inputs, or their level, changes
LABEL_DELAY, WINDOW, PAUSE = 3, 8, 4  # days; no trigger fires within PAUSE of a retraining
PSI_LIMIT, ACCURACY_LIMIT = 0.25, 0.82


def make_history(seed: int = 2, real: bool = False) -> History:
    """Return all days. On days 30 and 75 the rule behind the outcome turns; inputs stay alike.

    From day 50 both inputs lie 0.8 higher. With `real`, customers changed and the rule still
    holds: harmless. Without, a fault writes 0.8 too much, and outcomes ignore it.
    """
    rng, angle, history = np.random.default_rng(seed), 0.0, []
    for day in range(DAYS):
        angle += 1.2 * (day in TURNS)
        rule = 1.5 * np.array([np.cos(angle), np.sin(angle)])
        rule += np.array([np.sin(angle), -np.cos(angle)])
        true = rng.normal(size=(ROWS, 2))
        seen = true + 0.8 * (day >= STEP)
        chance = 1 / (1 + np.exp(-2 * ((seen if real else true) @ rule)))
        outcome = rng.random(ROWS) < chance
        history.append((np.column_stack([seen, np.ones(ROWS)]), outcome.astype(float)))
    return history


def fit(history: History) -> Floats:
    """Return three weights: least squares on outcomes of -1 and 1; the sign is the forecast."""
    x, y = (np.concatenate(part) for part in zip(*history, strict=True))
    return np.linalg.lstsq(x, 2 * y - 1, rcond=None)[0]


def live(history: History, trigger: str) -> tuple[Floats, list[int]]:
    """Return the accuracy of each day from day 10 on, and the days on which `trigger` retrained."""
    model, reference = fit(history[2:FIRST]), history[2:FIRST]
    accuracy, retrained, last = np.full(DAYS, np.nan), [], FIRST
    for day in range(FIRST, DAYS):
        x, y = history[day]
        accuracy[day] = np.mean((x @ model > 0) == y)
        labelled = day - LABEL_DELAY  # the newest day whose outcomes are known
        age = day - last
        fire = trigger == "weekly" and age >= 7
        if trigger == "drift" and age >= PAUSE:
            old = np.concatenate([inputs for inputs, _ in reference])
            fire = max(psi(old[:, j], x[:, j]) for j in (0, 1)) > PSI_LIMIT
        elif trigger == "performance" and age >= PAUSE and labelled > FIRST:
            fire = accuracy[labelled - 1 : labelled + 1].mean() < ACCURACY_LIMIT
        if fire:
            model = fit(history[labelled - WINDOW + 1 : labelled + 1])
            reference, last = history[day - WINDOW + 1 : day + 1], day
            retrained.append(day)
    return accuracy[FIRST:], retrained


def run(seed: int = 2) -> dict[str, float]:
    """Return the mean daily accuracy (0 to 1) and the number of retrainings of each trigger.

    `fault_drift_mean`: the drift trigger, where day 50 is a fault; `real_…`: customers changed.
    """
    numbers = {}
    for world in ("fault", "real"):
        history = make_history(seed, real=world == "real")
        for trigger in ("never", "weekly", "drift", "performance"):
            accuracy, retrained = live(history, trigger)
            numbers[f"{world}_{trigger}_mean"] = float(accuracy.mean())
            numbers[f"{world}_{trigger}_retrainings"] = float(len(retrained))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
