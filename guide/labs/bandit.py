"""Lab: six pictures on the day of a sale, by Thompson sampling and by fixed tests. Seeded."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats, Ints = NDArray[np.float64], NDArray[np.int64]
Day = tuple[Floats, Ints, Ints]
Rule = Callable[[np.random.Generator, Floats, Floats], Ints]

RUNS, BATCHES, VISITORS = 200, 120, 1_000  # days simulated; batches of a day; visitors of a batch
SHARES = np.array([0.050, 0.045, 0.045, 0.040, 0.040, 0.035])  # true click shares
TURNED = np.array([0.040, 0.045, 0.045, 0.040, 0.040, 0.055])  # after noon, on days that turn
BUSY = 1.6 * SHARES  # after noon, on days on which all visitors click more in the evening
TEST, LATE = 40, 60  # batches of the short fixed test; batches until a late click is known
DRAWS, FADING = 20, 0.99  # for a batch; weight that old data keep with a batch, where they fade
SHOWN = (5, 20, 40, 60, 90, 120)  # batches after which the lost clicks are reported


def thompson(rng: np.random.Generator, clicks: Floats, views: Floats) -> Ints:
    """Return the visitors of a batch that see each picture: it wins as often as it may be best."""
    best = rng.beta(1.0 + clicks, 1.0 + views - clicks, (DRAWS, *clicks.shape)).argmax(axis=2)
    wins = (best[:, :, None] == np.arange(len(SHARES))).sum(axis=0)
    return wins * (VISITORS // DRAWS)


def fixed(test: int) -> Rule:
    """Return a rule: an even split until `test` batches are known, then its winner to the end."""
    won: dict[str, Ints] = {}

    def rule(rng: np.random.Generator, clicks: Floats, views: Floats) -> Ints:
        if views[0].sum() < test * VISITORS:
            return rng.multinomial(VISITORS, np.full(len(SHARES), 1 / len(SHARES)), RUNS)
        winner = won.setdefault("winner", (clicks / views).argmax(axis=1))
        return VISITORS * np.eye(len(SHARES), dtype=int)[winner]

    return rule


def day(test: int, seed: int, late: int = 0, evening: Floats = SHARES, keep: float = 1.0) -> Day:
    """Return each batch's lost clicks, clicks and views, by run and, for the last two, picture."""
    rng, rule = np.random.default_rng(seed), fixed(test) if test else thompson  # 0: none
    clicks, views = np.zeros((2, BATCHES, RUNS, len(SHARES)), dtype=int)
    lost, known = np.zeros((BATCHES, RUNS)), np.zeros((2, RUNS, len(SHARES)))
    for batch in range(BATCHES):
        if batch > late:
            known = keep * known + (clicks[batch - late - 1], views[batch - late - 1])
        shares = SHARES if batch < BATCHES // 2 else evening
        views[batch] = rule(rng, *known)
        clicks[batch] = rng.binomial(views[batch], shares)
        lost[batch] = views[batch] @ (shares.max() - shares)
    return lost, clicks.sum(axis=0), views


def lead(clicks: Ints, views: Ints) -> float:
    """Return by how much the best picture's share seems to exceed the worst one's."""
    shares = (clicks / views.sum(axis=0)).mean(axis=0)  # over all days
    return float(shares[SHARES.argmax()] / shares[SHARES.argmin()] - 1)


def run(seed: int = 0) -> dict[str, float]:
    """Return lost clicks of a day, against the best picture from the first visitor on.

    `even`, `test`, `thompson`, and `fading`, whose old data count less; `_40`: after 40 batches;
    `_wrong`: share of days on which the last batch (the whole day, if `even`) favors a wrong one;
    `_lead`: how far the best seems ahead of the worst; `_late`, `_turn`, `_busy`: on such days.
    """
    numbers = {}
    for name, test in {"even": BATCHES, "test": TEST, "thompson": 0}.items():
        lost, clicks, views = day(test, seed)
        numbers |= {f"{name}_{batch}": float(lost[:batch].sum(axis=0).mean()) for batch in SHOWN}
        last = clicks if name == "even" else views[-1]
        numbers[f"{name}_wrong"] = float((last.argmax(axis=1) != SHARES.argmax()).mean())
        numbers[f"{name}_lead"] = lead(clicks, views)
        numbers[f"{name}_turn"] = float(day(test, seed, 0, TURNED)[0].sum(axis=0).mean())
        numbers[f"{name}_late"] = float(day(test, seed, LATE)[0].sum(axis=0).mean())
        if name != "test":
            numbers[f"{name}_busy_lead"] = lead(*day(test, seed, 0, BUSY)[1:])
    for name, evening in {"120": SHARES, "turn": TURNED}.items():
        numbers[f"fading_{name}"] = float(day(0, seed, 0, evening, FADING)[0].sum() / RUNS)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
