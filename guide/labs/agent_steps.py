"""Lab: how often a run of several model steps ends right. Seeded; runs in about a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.int_]
Rng = np.random.Generator

RIGHT = 0.95  # chance that a step is right at the first attempt
STUBBORN = 0.5  # share of the wrong steps that are wrong at every attempt
SEES, ALARM = 0.80, 0.02  # share of wrong results that a check rejects, and of right ones
STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24)
PERSON, HARM = 4.50, 9.00  # EUR: a run by a person; what a wrong end costs beyond one
RUNS = 100_000

#: A design: has it a check, how many attempts has a step, is the check a fixed rule?
DESIGNS = {
    "bare": (False, 1, True),
    "stop": (True, 1, True),
    "opinion": (True, 3, False),
    "rule": (True, 3, True),
}


def step(rng: Rng, runs: int, check: bool, attempts: int, rule: bool) -> tuple[Bools, Bools, Ints]:
    """Return for one step of each run: was its result accepted, is it right, attempts made.

    A fixed rule gives the same verdict on the same result: the stubborn mistake is judged once, and
    so is the right answer. An opinion, such as a second model's, is drawn anew at each attempt.
    """
    wrong = 1 - RIGHT
    stubborn = rng.random(runs) < wrong * STUBBORN
    slip = wrong * (1 - STUBBORN) / (1 - wrong * STUBBORN)  # chance of a passing mistake
    blind = rng.random(runs) >= SEES  # the rule does not see this stubborn mistake
    fair = rng.random(runs) >= ALARM  # the rule accepts the right answer of this step
    accepted, good = np.zeros(runs, bool), np.zeros(runs, bool)
    tries = np.zeros(runs, int)
    for _attempt in range(attempts):
        right = ~stubborn & (rng.random(runs) >= slip)
        passes = np.where(right, rng.random(runs) >= ALARM, rng.random(runs) >= SEES)
        if rule:
            passes = np.where(stubborn, blind, np.where(right, fair, passes))
        if not check:
            passes = np.ones(runs, bool)
        tries += ~accepted
        good |= ~accepted & passes & right
        accepted |= passes
    return accepted, good, tries


def ends(rng: Rng, steps: int, design: str) -> list[float]:
    """Return shares of runs that end right, wrong and with a person; EUR and attempts a run."""
    alive, right, tries = np.ones(RUNS, bool), np.ones(RUNS, bool), np.zeros(RUNS)
    for _step in range(steps):
        accepted, good, made = step(rng, RUNS, *DESIGNS[design])
        tries += alive * made
        alive &= accepted
        right &= good
    handed, wrong = float(1 - alive.mean()), float((alive & ~right).mean())
    eur = handed * PERSON + wrong * (PERSON + HARM)
    return [1 - handed - wrong, wrong, handed, eur, float(tries.mean())]


def run(seed: int = 11) -> dict[str, float]:
    """Return the numbers of the page, for each design and number of steps.

    `bare_8_right`: share of runs of eight unchecked steps that end right; `…_wrong`: that end wrong
    and nobody notices; `…_people`: that a check stops and a person takes over; `…_eur`: cost of a
    run, tokens apart; `…_calls`: calls of the model in a run. `stop` checks each step and retries
    none, `opinion` and `rule` allow three attempts.
    """
    rng = np.random.default_rng(seed)
    numbers: dict[str, float] = {}
    for design in DESIGNS:
        for steps in STEPS:
            names = ("right", "wrong", "people", "eur", "calls")
            for name, value in zip(names, ends(rng, steps, design), strict=True):
                numbers[f"{design}_{steps}_{name}"] = value
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:24} {number:10.4f}")
