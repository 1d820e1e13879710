"""Lab: a team keeps what moves its proxy, until the goal turns. Seeded; under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TEAMS, WEEKS, SHOWN = 400, 60, (0, 10, 20, 30, 40, 50, 60)
SOLVED, STRANDED, CEILING = 0.40, 0.05, 0.70  # shares at the start; the most a bot can solve
HELP, HIDE = 0.06, 0.015  # spread of what one idea does to each share; that of help shrinks
PERSON, HARM = 4.50, 9.00  # EUR: a conversation by a person; what stranding a customer costs beyond
GUARD = 0.06  # the largest share of stranded customers that the guardrail allows


def proxy(solved: Floats, stranded: Floats) -> Floats:
    """Return the share of conversations that end without a person, solved or not."""
    return solved + stranded


def cost(solved: Floats, stranded: Floats) -> Floats:
    """Return EUR per 100 conversations; a stranded customer writes again and meets a person."""
    return 100 * (PERSON * (1 - solved - stranded) + (PERSON + HARM) * stranded)


def tune(rng: np.random.Generator, rule: str) -> tuple[Floats, Floats]:
    """Return mean proxy and cost of all teams after each week, if they keep changes by `rule`.

    One idea a week moves both shares at random. Ideas that solve more get smaller as the bot
    nears its ceiling; ideas that hide the way to a person do not.
    """
    solved, stranded = np.full(TEAMS, SOLVED), np.full(TEAMS, STRANDED)
    proxies, costs = [proxy(solved, stranded).mean()], [cost(solved, stranded).mean()]
    for _ in range(WEEKS):
        room = (CEILING - solved) / (CEILING - SOLVED)
        new_solved = np.minimum(solved + rng.normal(0, HELP, TEAMS) * room, CEILING)
        most = 1 - new_solved
        new_stranded = np.clip(stranded + rng.normal(0, HIDE, TEAMS), 0, most)
        keep = proxy(new_solved, new_stranded) > proxy(solved, stranded)
        if rule == "guarded":
            keep &= new_stranded <= GUARD
        if rule == "goal":
            keep = cost(new_solved, new_stranded) < cost(solved, stranded)
        solved = np.where(keep, new_solved, solved)
        stranded = np.where(keep, new_stranded, stranded)
        proxies.append(proxy(solved, stranded).mean())
        costs.append(cost(solved, stranded).mean())
    return np.array(proxies), np.array(costs)


def run(seed: int = 0) -> dict[str, float]:
    """Return the proxy (0 to 1) and EUR per 100 conversations after some weeks, for three rules.

    `proxy` keeps a change if fewer conversations reach a person, `guarded` only if it also leaves
    the stranded below the limit, `goal` if the cost falls. `turn` is the week of the lowest cost
    under `proxy`, `guard` the limit.
    """
    numbers = {"guard": GUARD}
    for rule in ("proxy", "guarded", "goal"):
        proxies, costs = tune(np.random.default_rng(seed), rule)
        for week in SHOWN:
            numbers[f"{rule}_share_{week}"] = float(proxies[week])
            numbers[f"{rule}_cost_{week}"] = float(costs[week])
        if rule == "proxy":
            numbers["turn"] = float(np.argmin(costs))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:9.3f}")
