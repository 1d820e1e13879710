"""Lab: exempt, confirm or refuse, by score and amount. Seeded; runs in about a second."""

from __future__ import annotations

import numpy as np
from scores import Floats

A_DAY, FRAUDS = 1_200_000, 1_200  # payments of a day of the shop, and frauds among them
SIGNAL = 3.36  # how far frauds lie from honest payments: some 70% of them above LIMIT
DRAWN = 600_000  # of each kind, then weighted
HONEST_MEAN, FRAUD_MEAN, SPREAD = 42.0, 85.2, 0.9  # EUR a payment; spread of its logarithm
MARGIN, FEE = 0.12, 20.0  # of an order's value; EUR for a dispute that the shop loses
GIVES_UP, PASSES = 0.1, 0.1  # of honest customers who have to confirm; of frauds
BEARS = 0.2  # part of the frauds that pass the bank and still fall on the shop
ASK, LIMIT, REFUSE = 0.006, 0.05, 0.32  # the shop's limits; LIMIT is the one without a bank
BANDS = {"passed": (0, ASK), "low": (ASK, LIMIT), "high": (LIMIT, REFUSE), "refused": (REFUSE, 2)}
STEPS = (100, 250, 500)  # EUR up to which a provider may ask for an exemption, by its frauds
RUNGS, TOP = (30, 100, 250), 540  # EUR up to which payments pass without a score; reviews by score
REALLY, PROVIDER = 1 / 3, 250  # part that the bank asks of those who need not be, and up to where


def draw(rng: np.random.Generator, mean: float, shift: float) -> tuple[Floats, Floats]:
    """Return the clue of each payment and its amount in EUR."""
    amounts = rng.lognormal(np.log(mean) - SPREAD**2 / 2, SPREAD, DRAWN)
    return rng.normal(shift, 1, DRAWN), amounts


def score(clue: Floats, amount: Floats) -> Floats:
    """Return the true probability of fraud, which knows the clue and the amount."""
    times, middle = np.log(FRAUD_MEAN / HONEST_MEAN), np.log(HONEST_MEAN * FRAUD_MEAN) / 2
    odds = np.log(FRAUDS / (A_DAY - FRAUDS)) + SIGNAL * clue - SIGNAL**2 / 2
    odds += times / SPREAD**2 * (np.log(amount) - middle + SPREAD**2 / 2)
    return np.asarray(1 / (1 + np.exp(-odds)))


def costs(fraud: Floats, amount: Floats, bears: float) -> Floats:
    """Return EUR of passing, asking and refusing for each payment; `fraud` is its chance."""
    margin, loss = MARGIN * amount, (1 - MARGIN) * amount + FEE
    asked = (1 - fraud) * GIVES_UP * margin + fraud * PASSES * bears * loss
    return np.column_stack([fraud * loss, asked, (1 - fraud) * margin])


def blind(fraud: Floats, amount: Floats, rung: int) -> Floats:
    """Return EUR of passing payments up to `rung` EUR without a score; the bank decides above."""
    passing, asking, _ = costs(fraud, amount, BEARS).T
    asking[(amount <= PROVIDER) & (fraud < 1)] *= REALLY
    return np.where(amount <= rung, passing, asking)


def run(seed: int = 3) -> dict[str, float]:
    """Return the numbers of the page: payments and EUR a day; BANDS, `…_frauds`, `…_to_30` EUR.

    Above `line` lie TOP. Ways: `open` passes all, `limit` refuses from LIMIT, `narrow` asks from
    LIMIT to REFUSE, `wide` from ASK, `later` from ASK to 70%, `moved` from 1 to 70%, `amount` does
    what is cheapest for each; `all_…` if the shop bears all that passes. `usual` is `wide` and what
    the law asks, `rung_…` is without a score. `margin_over_…` are honest orders of the first band
    above this amount, `value` is the frauds' part of turnover, `value_through` of those unstopped.
    """
    rng = np.random.default_rng(seed)
    kinds = [draw(rng, HONEST_MEAN, 0), draw(rng, FRAUD_MEAN, SIGNAL)]
    clue, amount = (np.concatenate(both) for both in zip(*kinds, strict=True))
    fraud = np.arange(2 * DRAWN) >= DRAWN
    weight = np.where(fraud, FRAUDS, A_DAY - FRAUDS) / DRAWN
    p = score(clue, amount)
    top = (order := np.argsort(-p))[weight[order].cumsum() <= TOP]
    numbers = {"line": float(p[top[-1]]), "line_frauds": float(weight[top][fraud[top]].sum())}
    for name, (start, end) in BANDS.items():
        inside = weight * ((p >= start) & (p < end))
        numbers |= {name: float(inside.sum()), f"{name}_frauds": float(inside[fraud].sum())}
        numbers |= {f"{name}_to_{r}": float(inside[fraud & (amount <= r)].sum()) for r in RUNGS}
    low = MARGIN * amount * weight * ((p < ASK) & ~fraud)
    numbers |= {f"margin_over_{step}": float(low[amount > step].sum()) for step in STEPS}
    worth, gets = weight * amount, np.select([p < ASK, p < REFUSE], [1, PASSES], 0)
    for name, part in (("value", 1), ("value_through", gets)):
        numbers[name] = float((worth * part)[fraud].sum() / worth.sum())
    limits = {"open": (2, 2), "limit": (LIMIT, LIMIT), "narrow": (LIMIT, REFUSE)}
    limits |= {"wide": (ASK, REFUSE), "later": (ASK, 0.7), "moved": (0.01, 0.7)}
    for prefix, bears in (("", BEARS), ("all_", 1.0)):
        table = costs(fraud.astype(float), amount, bears)
        ways = {name: (p >= a).astype(int) + (p >= b) for name, (a, b) in limits.items()}
        ways["amount"] = costs(p, amount, bears).argmin(1)
        for name, action in ways.items():
            numbers[prefix + name] = float(weight @ table[range(len(p)), action])
    numbers |= {f"rung_{r}": float(weight @ blind(fraud.astype(float), amount, r)) for r in RUNGS}
    return numbers | {"usual": numbers["wide"] + GIVES_UP * numbers[f"margin_over_{PROVIDER}"]}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:16} {number:12.3f}")
