"""Lab: one team of support agents, or a pool of them for each language. Well under a second."""

from __future__ import annotations

import math

PEOPLE = 78  # at work in the busiest hour, without the two who confirm refunds
BUSY = 69.1  # of them kept busy, from the calculation `chat-people` of the support chat
MINUTES, LATE = 9.0, 5.0  # that a conversation takes; after which a mail is promised instead
SHARES = (0.40, 0.20, 0.15, 0.10, 0.05, 0.025, 0.025, 0.025, 0.025)  # nine languages, assumed
IN_TIME = 0.95  # of the live handovers, as promised
LIVE = 4  # languages with a colleague at work; in the others a handover becomes a mail
MAILS = 2  # people who write mails in that hour, once only four languages are answered at once


def all_busy(people: int, busy: float) -> float:
    """Return the chance that nobody is free when a customer comes (Erlang's second formula)."""
    blocked = 1.0
    for n in range(1, people + 1):
        blocked = busy * blocked / (n + busy * blocked)
    return blocked / (1 - busy / people * (1 - blocked))


def pool(people: int, busy: float) -> tuple[float, float]:
    """Return the mean wait in seconds, and the share of customers who wait longer than `LATE`."""
    chance, free = all_busy(people, busy), people - busy
    return chance * MINUTES * 60 / free, chance * math.exp(-free * LATE / MINUTES)


def divided(people: int, loads: list[float]) -> list[int]:
    """Return people for each pool; each goes where most customers would otherwise wait too long."""
    pools = [math.floor(load) + 1 for load in loads]
    for _ in range(people - sum(pools)):
        gains = [
            load * (pool(n, load)[1] - pool(n + 1, load)[1])
            for n, load in zip(pools, loads, strict=True)
        ]
        pools[gains.index(max(gains))] += 1
    return pools


def late(busy: float) -> float:
    """Return the share of live handovers that wait too long, if so many people would be busy."""
    loads, people = [busy * share for share in SHARES[:LIVE]], PEOPLE - MAILS
    if sum(math.floor(load) + 1 for load in loads) > people:
        return 1.0
    pools = divided(people, loads)
    return sum(pool(n, x)[1] * x for n, x in zip(pools, loads, strict=True)) / sum(loads)


def run() -> dict[str, float]:
    """Return waits and late customers of the busiest hour, for three ways to divide the people.

    `one` team speaks every language; `nine` has a pool for each; `live` has pools for the four
    largest and leaves the other languages to mail. `…_wait` is the mean in seconds, `…_late` the
    share that waits too long, `…_worst` the same in the worst pool, and `live_0`, … the people in
    each pool. Up to `carries` times the load, the four pools answer `IN_TIME` of them in time.
    """
    loads = [BUSY * share for share in SHARES]
    ways = {"one": (PEOPLE, [BUSY]), "nine": (PEOPLE, loads)}
    ways["live"] = (PEOPLE - MAILS, loads[:LIVE])
    numbers: dict[str, float] = {}
    for way, (people, work) in ways.items():
        pools = divided(people, work)
        found = [pool(n, load) for n, load in zip(pools, work, strict=True)]
        mean = [sum(x * load for x, load in zip(part, work)) / sum(work) for part in zip(*found)]
        numbers |= {f"{way}_wait": mean[0], f"{way}_late": mean[1]}
        numbers[f"{way}_worst"] = max(late for _, late in found)
        numbers |= {f"{way}_{i}": float(n) for i, n in enumerate(pools)}
    numbers["carries"] = next(
        x / 1000 for x in range(1300, 0, -1) if late(x / 1000 * BUSY) <= 1 - IN_TIME
    )
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:12.4f}")
