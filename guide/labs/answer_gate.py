"""Lab: a chat that answers, asks back or hands over by its confidence. Seeded; under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scores import fit_logistic, probability

Floats = NDArray[np.float64]

DRAFTS, A_DAY = 100_000, 10_800  # simulated drafts; conversations a day that reach the model
PERSON, HARM = 4.50, 9.00  # EUR: a conversation by a person; what a wrong answer costs beyond one
WRONG = PERSON + HARM
TURN, LEAVE = 0.0072, 0.08  # EUR of one more turn; share of customers who then want a person
VAGUE = 0.15  # share of questions that miss a detail which only the customer knows
READ = 300  # drafts that people judge to correct the stated confidence
STRICT = 0.9  # limit on the raw confidence where nobody has read any drafts


def drafts(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return for each draft the chance that it is good: now, and after asking for the detail."""
    clear = 1 / (1 + np.exp(-rng.normal(2.6, 3.8, DRAFTS)))
    guessed = np.where(rng.random(DRAFTS) < VAGUE, rng.uniform(0.1, 0.6, DRAFTS), 1)
    return clear * guessed, clear


def stated(chance: Floats) -> Floats:
    """Return what the model says of itself: the same order of drafts, too sure of the poor ones."""
    return 1 / (1 + np.exp(-(0.4 * np.log(chance / (1 - chance)) + 1.6)))


def day(chance: Floats, answered: NDArray[np.bool_], asked: Floats | float = 0.0) -> list[float]:
    """Return a day's handovers, wrong answers, EUR that support pays, and EUR with the harm."""
    people = np.where(answered, asked * LEAVE, 1.0)
    wrong = np.where(answered, (1 - asked * LEAVE) * (1 - chance), 0.0)
    support = PERSON * (people + wrong) + TURN * asked
    parts = (people, wrong, support, support + HARM * wrong)
    return [float(part.mean() * A_DAY) for part in parts]


def asking(now: Floats, clear: Floats, low: float, high: float, limit: float) -> list[float]:
    """Return the same for a gate that asks back between two chances, then decides by `limit`."""
    asked = (now >= low) & (now < high)
    after = np.where(asked, clear, now)
    return day(after, after >= limit, asked.astype(float))


def run(seed: int = 3) -> dict[str, float]:
    """Return figures of a day for each gate; the ending says which.

    `…_people` are handovers, `…_wrong` wrong answers, `…_support` what support pays for both in
    EUR, `…_eur` the same with the harm. `at_0`, `at_50` … answer from that chance on; `at_best` is
    the limit 1 − person ÷ wrong. `ask` also asks back between `low` and `high`: `asked` customers a
    day, the share `vain` of them for nothing. `stated` and `read` use the best limit on the
    confidence that the model states, raw and corrected by 300 readings; `strict` uses a higher one.
    """
    rng = np.random.default_rng(seed)
    now, clear = drafts(rng)
    best = 1 - PERSON / WRONG
    says = stated(now)
    rows = rng.choice(DRAFTS, READ, replace=False)
    good = rng.random(READ) < now[rows]
    logit = np.log(says / (1 - says))[:, None]
    corrected = probability(fit_logistic(logit[rows], good), logit)
    grid = [(low / 20, high / 20) for low in range(13) for high in range(low + 1, 20)]
    low, high = min(grid, key=lambda band: asking(now, clear, *band, best)[-1])
    gates = {f"at_{limit}": day(now, now >= limit / 100) for limit in (0, 50, 80, 90, 101)}
    gates |= {"at_best": day(now, now >= best), "stated": day(now, says >= best)}
    gates |= {"read": day(now, corrected >= best), "strict": day(now, says >= STRICT)}
    gates |= {"ask": asking(now, clear, low, high, best)}
    kinds = ("people", "wrong", "support", "eur")
    numbers = {f"{gate}_{kind}": x for gate, row in gates.items() for kind, x in zip(kinds, row)}
    asked = (now >= low) & (now < high)
    numbers |= {"low": low, "high": high, "best": best, "vain": float((clear[asked] < best).mean())}
    return numbers | {"asked": float(asked.mean() * A_DAY)}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:12.4f}")
