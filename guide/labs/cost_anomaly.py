"""Lab: how soon a limit on a daily bill notices a leak. Seeded; runs in well under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Pair = tuple[Floats, Floats]
Rng = np.random.Generator

BILLS, DAYS, START = 2_000, 91, 56  # bills played, days of each, days before the leak
WEEK = np.array([1.14, 1.14, 1.14, 1.14, 1.14, 0.7, 0.6])  # traffic by weekday, mean 1
TRAFFIC, UNIT = 0.06, 0.03  # by how much traffic, and the price of an answer, vary by day
GROWTH, HELD = 1.30, 0.8  # of the traffic, a year; share of a bill of held machines
LEAK, AT_WEEKENDS, CREEP = 1.15, 1.5, 1.005  # bill too high by this; only then; more each day
FALSE, HORIZON = (1, 2, 4, 8, 16, 32), 28  # false alarms a year; days in which an alert is of use
RULES = ("mean", "weekday", "unit")


def bills(rng: Rng, price: Floats, volume: Floats, busy: float = 1, held: float = 0) -> Pair:
    """Return traffic and price; of a bill the share `held` is machines, whatever the traffic."""
    day = np.arange(DAYS) + rng.integers(0, 7, (BILLS, 1))
    price = 1 + (price - 1) * np.where(day % 7 < 5, busy, 1)  # on working days, `busy` of a leak
    usual = WEEK[day % 7] * GROWTH ** (np.arange(DAYS) / 365)
    traffic = usual * rng.lognormal(0, TRAFFIC, (BILLS, DAYS)) * volume
    return traffic, price * (held / traffic + (1 - held) * rng.lognormal(0, UNIT, traffic.shape))


def ratios(traffic: Floats, unit: Floats) -> dict[str, Floats]:
    """Return for each rule today's value ÷ what it expects, from the 29th day on.

    `mean` expects the mean bill of 28 days, `weekday` that of the same weekday in four weeks, and
    `unit` compares the price of an answer with its mean of the last 28 days.
    """
    cost = traffic * unit
    sums = [np.cumsum(np.pad(values, ((0, 0), (1, 0))), axis=1) for values in (cost, traffic)]
    spent, answers = (total[:, 28:-1] - total[:, :-29] for total in sums)
    weeks = np.stack([cost[:, 28 - back : DAYS - back] for back in (7, 14, 21, 28)])
    return {
        "mean": cost[:, 28:] / (spent / 28),
        "weekday": cost[:, 28:] / weeks.mean(axis=0),
        "unit": unit[:, 28:] / (spent / answers),
    }


def wait(ratio: Floats, limit: float) -> tuple[float, float]:
    """Return the mean days until the alert, 1 for the first day, and the share not seen in 28."""
    fired = ratio[:, START - 28 : START - 28 + HORIZON] > limit
    seen = fired.any(axis=1)
    return float(np.where(seen, fired.argmax(axis=1) + 1, HORIZON).mean()), float(1 - seen.mean())


def run(seed: int = 0) -> dict[str, float]:
    """Return days until an alert, shares from 0 to 1, and limits as multiples of the expected.

    `weekday_4_days` is the wait for a price 15% too high if the rule by weekday may fire falsely
    four times a year, `_limit` its limit. At four, `unit_volume` is the wait for 15% more answers,
    `_weekend` for a price half too high at weekends, `_creep` for one that rises half a percent a
    day, `_held` for a bill 15% too high of held machines; `_missed` is the share never seen.
    """
    rng = np.random.default_rng(seed)
    flat, leak = np.ones(DAYS), np.arange(DAYS) >= START
    creep = CREEP ** np.maximum(np.arange(DAYS) - START + 1, 0)
    clean = ratios(*bills(rng, flat, flat))
    played = {
        "price": ratios(*bills(rng, np.where(leak, LEAK, 1), flat)),
        "volume": ratios(*bills(rng, flat, np.where(leak, LEAK, 1))),
        "weekend": ratios(*bills(rng, np.where(leak, AT_WEEKENDS, 1), flat, busy=0)),
        "creep": ratios(*bills(rng, creep, flat)),
    }
    fixed = ratios(*bills(rng, flat, flat, held=HELD))
    played["held"] = ratios(*bills(rng, np.where(leak, LEAK, 1), flat, held=HELD))
    numbers: dict[str, float] = {}
    for rule in RULES:
        limits = {n: float(np.quantile(clean[rule], 1 - n / 365)) for n in FALSE}
        for n, limit in limits.items():
            numbers[f"{rule}_{n}_limit"] = limit
            numbers[f"{rule}_{n}_days"] = wait(played["price"][rule], limit)[0]
        held = float(np.quantile(fixed[rule], 1 - 4 / 365))
        for name, ratio in played.items():
            limit = held if name == "held" else limits[4]
            numbers[f"{rule}_{name}"], numbers[f"{rule}_{name}_missed"] = wait(ratio[rule], limit)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:28} {number:9.3f}")
