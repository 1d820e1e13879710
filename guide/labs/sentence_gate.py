"""Lab: a chat that shows its first sentence before the last is written. Seeded; under a second."""

from __future__ import annotations

import numpy as np
from answer_gate import A_DAY, HARM, LEAVE, PERSON, READ, TURN, WRONG, Floats, drafts, stated
from language_pools import SHARES
from numpy.typing import NDArray
from scores import fit_logistic, probability

LOW, HIGH = 0.05, 0.60  # the band in which the gate asks back, from the lab `answer_gate.py`
FOUND = 0.30  # of the wrong answers: those in which a check finds fault behind the first sentence
FALSE = 0.03  # the same of the good ones, by mistake
LIMIT = 1 - PERSON / WRONG
FITS, PART = 300, 4  # times that the gate is fitted again; one draft in so many is then counted
Flags = NDArray[np.bool_]


def updated(chance: Floats, times: float) -> Floats:
    """Return a chance after evidence that is so many times as likely for a good answer."""
    odds = chance / (1 - chance) * times
    return odds / (1 + odds)


def day(chance: Floats, asked: Floats, clean: Flags, faulty: Flags) -> list[float]:
    """Return a day's handovers, wrong answers, and EUR with the harm.

    `clean` are the drafts that are answered if no later fault is found, `faulty` if one is.
    """
    good = clean * (1 - FALSE) + faulty * FALSE
    bad = clean * (1 - FOUND) + faulty * FOUND
    stays = 1 - asked * LEAVE
    wrong = stays * (1 - chance) * bad
    people = 1 - stays * (chance * good + (1 - chance) * bad)
    parts = (people, wrong, PERSON * people + WRONG * wrong + TURN * asked)
    return [float(part.mean() * A_DAY) for part in parts]


def refitted(rng: np.random.Generator, now: Floats, clear: Floats) -> list[float]:
    """Return a day's handovers of `stop` for many fits, to as many readings in each language."""
    now, clear = now[::PART], clear[::PART]
    logits = [np.log(part / (1 - part))[:, None] for part in (stated(now), stated(clear))]
    counts, people = np.resize(SHARES, READ) * len(SHARES), []
    for _ in range(FITS):
        rows = rng.choice(len(now), READ, replace=False)
        weights = fit_logistic(logits[0][rows], rng.random(READ) < now[rows], counts=counts)
        said, told = (np.clip(probability(weights, x), 1e-9, 1 - 1e-9) for x in logits)
        asked = (said >= LOW) & (said < HIGH)
        fitted, true = np.where(asked, told, said), np.where(asked, clear, now)
        gate = fitted >= LIMIT, updated(fitted, FALSE / FOUND) >= LIMIT
        people.append(day(true, asked.astype(float), *gate)[0])
    return people


def run(seed: int = 3) -> dict[str, float]:
    """Return figures of a day for each gate; the ending says which.

    `first` decides at the first sentence, by a chance fitted to what is known then. `stop` also
    ends an answer if a later fault leaves too small a chance, as it does below `ends_below`:
    `stopped` a day, `spared` of them a wrong one; nine fits in ten hand over `fits_low` to
    `fits_high`. `hold` waits for the whole draft. `mixed` was fitted to whole drafts and is asked
    at the first sentence; `acts_like` is the limit by which it really decides. `rest` is what the
    rest of a draft is worth to `hold`, and `kept` the part of it that `stop` keeps. `may_leave` of
    the customers may leave while `hold` waits; if `may_act` of `spared` act, `stop` gains none.
    """
    now, clear = drafts(rng := np.random.default_rng(seed))
    asked = ((now >= LOW) & (now < HIGH)).astype(float)
    chance = np.clip(np.where(asked > 0, clear, now), 1e-9, 1 - 1e-9)
    none, some, first = (1 - FALSE) / (1 - FOUND), FALSE / FOUND, chance >= LIMIT
    clean, faulty = updated(chance, none) >= LIMIT, updated(chance, some) >= LIMIT
    gates = {"first": (first, first), "stop": (first, first & faulty), "hold": (clean, faulty)}
    gates["mixed"] = (clean, clean)
    numbers: dict[str, float] = {}
    for gate, (if_clean, if_faulty) in gates.items():
        row = day(chance, asked, if_clean, if_faulty)
        numbers |= {f"{gate}_{kind}": x for kind, x in zip(("people", "wrong", "eur"), row)}
    numbers["stopped"] = numbers["stop_people"] - numbers["first_people"]
    numbers["acts_like"] = float(updated(np.array(LIMIT), 1 / none))
    numbers["ends_below"] = float(updated(np.array(LIMIT), 1 / some))
    gain, spared = (numbers[f"first_{x}"] - numbers[f"stop_{x}"] for x in ("eur", "wrong"))
    won = numbers["first_eur"] - numbers["hold_eur"]
    numbers |= {"rest": won, "kept": gain / won, "spared": spared, "may_act": gain / spared / HARM}
    numbers["fits_low"], numbers["fits_high"] = np.percentile(refitted(rng, now, clear), (5, 95))
    numbers["may_leave"] = (numbers["stop_eur"] - numbers["hold_eur"]) / PERSON / A_DAY
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:12.4f}")
