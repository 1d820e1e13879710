"""Lab: how wide an interval judge and readers leave, by the judge's mistakes. Under a second.

The widths are formulas; judge_bias.py simulates such judges and finds nearly the same. The judge
that compares two answers is simulated, and seeded.
"""

from __future__ import annotations

import numpy as np

GOOD, RIGHT = 0.90, 0.95  # share of good answers; share of them that the judge passes
JUDGED, READ, FLAGGED = 2_000, 200, 50  # answers judged, and read; of these, failed by the judge
FOOLED = (0, 10, 20, 30, 40, 50, 60, 70, 80)  # percent of the bad answers that the judge passes
SWAPS = 200_000  # pairs of answers for the judge that compares
BETTER, FIRST = 0.4, 0.5  # mean lead of answer A, and what a judge adds to whoever stands first


def spread(share: float) -> float:
    """Return the variance of one verdict that is yes with this chance."""
    return share * (1 - share)


def widths(fooled: float) -> tuple[float, float, float, float]:
    """Return half a 95% interval, in points, of four ways to the share of good answers.

    They are random readings, the judge corrected by them, readings chosen by verdict, and random
    readings that are weighed by verdict afterwards.
    """
    passed = GOOD * RIGHT + (1 - GOOD) * fooled
    corrected = spread(passed) / JUDGED
    corrected += GOOD**2 * spread(RIGHT) / (READ * GOOD)
    corrected += (1 - GOOD) ** 2 * spread(fooled) / (READ * (1 - GOOD))
    in_passed, in_failed = GOOD * RIGHT / passed, GOOD * (1 - RIGHT) / (1 - passed)
    weights = (in_passed - in_failed) ** 2 * spread(passed) / JUDGED  # luck of the groups' shares
    by_verdict = weights + passed**2 * spread(in_passed) / (READ - FLAGGED)
    by_verdict += (1 - passed) ** 2 * spread(in_failed) / FLAGGED
    afterwards = (passed * spread(in_passed) + (1 - passed) * spread(in_failed)) / READ + weights
    errors = (spread(GOOD) / READ, corrected / (RIGHT - fooled) ** 2, by_verdict, afterwards)
    return tuple(196 * float(error**0.5) for error in errors)


def swapped(rng: np.random.Generator) -> dict[str, float]:
    """Return in percent how often A wins: shown first, shown second, in both orders, in truth."""
    lead = rng.normal(BETTER, 1, SWAPS)
    noise = rng.normal(0, 0.5, (2, SWAPS))
    first, second = lead + FIRST + noise[0] > 0, lead - FIRST + noise[1] > 0
    kept = first == second
    found = {"pair_first": first, "pair_second": second, "pair_kept": kept}
    found |= {"pair_kept_wins": first[kept], "pair_truth": lead > 0}
    return {name: 100 * float(wins.mean()) for name, wins in found.items()}


def run(seed: int = 0) -> dict[str, float]:
    """Return half of each 95% interval in points, by the bad answers that the judge passes.

    `corrected_30` is the judge's rate, corrected by 200 readings, if it passes 30% of the bad
    answers; `verdict_30` takes 150 readings from passed and 50 from failed answers; `people` are
    200 readings at random, and `weighed_30` the same, weighed by verdict afterwards.
    `pair_…`: the judge that compares two answers, in percent.
    """
    numbers = {"people": widths(0.0)[0]}
    for fooled in FOOLED:
        _people, corrected, verdict, weighed = widths(fooled / 100)
        numbers |= {f"corrected_{fooled}": corrected, f"verdict_{fooled}": verdict}
        numbers[f"weighed_{fooled}"] = weighed
    return numbers | swapped(np.random.default_rng(seed))


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:16} {number:8.3f}")
