"""Lab: one team's burst on a shared pool of rented accelerators, under four rules. Seeded."""

from __future__ import annotations

import heapq

import numpy as np

POOL, TEAMS, DAYS, HOURS = 4, 4, 200, 8  # accelerators, teams; days, each simulated on its own
USUAL, BURST, BURST_AT = 4, 48, 60.0  # runs of a team a day; runs of one sweep; its minute
MINUTES, SPREAD = 20.0, 0.5  # mean length of a run; spread of its logarithm
START, TARGET = 4.0, 10.0  # minutes until a newly rented machine works; that a run may wait

Job = tuple[float, int, float]  # minute of arrival, team, minutes of work


def make_day(rng: np.random.Generator, sweeps: int) -> list[Job]:
    """Return the runs of one day by arrival; each of the first `sweeps` teams adds a sweep."""
    burst = np.repeat(np.arange(sweeps), BURST)
    at = np.concatenate([rng.uniform(0, 60 * HOURS, TEAMS * USUAL), np.full(len(burst), BURST_AT)])
    team = np.concatenate([np.repeat(np.arange(TEAMS), USUAL), burst])
    work = MINUTES * np.exp(rng.normal(-(SPREAD**2) / 2, SPREAD, len(at)))
    return sorted(zip(at.tolist(), team.tolist(), work.tolist(), strict=True))


def pick(queue: list[Job], running: list[int], rule: str) -> Job | None:
    """Return the run that starts next on a free accelerator, or None.

    `first`: the oldest. `quota`: each team holds one accelerator. `share`: of the team with the
    fewest running, single ones before a sweep's. `reserve`: the same, and no team holds all four.
    """
    most = {"quota": POOL // TEAMS, "reserve": POOL - 1}.get(rule, POOL)
    ready = [job for job in queue if running[job[1]] < most]
    if rule in ("share", "reserve"):
        ready.sort(key=lambda job: (running[job[1]], job[0] == BURST_AT, job))
    return ready[0] if ready else None


def simulate(jobs: list[Job], rule: str) -> list[tuple[Job, float]]:
    """Return each run with the minutes until it works; a machine without a next run goes back."""
    queue, ends = list[Job](), list[tuple[float, int]]()
    running, coming, done = [0] * TEAMS, jobs[::-1], []
    while coming or queue:
        now = min([job[0] for job in coming[-1:]] + [end for end, _team in ends[:1]])
        warm = 0
        while ends and ends[0][0] <= now:
            running[heapq.heappop(ends)[1]] -= 1
            warm += 1
        while coming and coming[-1][0] <= now:
            queue.append(coming.pop())
        while len(ends) < POOL and (job := pick(queue, running, rule)):
            queue.remove(job)
            running[job[1]] += 1
            works, warm = now + (0 if warm > 0 else START), warm - 1
            heapq.heappush(ends, (works + job[2], job[1]))
            done.append((job, works - job[0]))
    return done


def waits(days: list[list[tuple[Job, float]]], teams: set[int]) -> list[float]:
    """Return the waits of these teams' single runs."""
    return [w for day in days for job, w in day if job[1] in teams and job[0] != BURST_AT]


def run(seed: int = 0) -> dict[str, float]:
    """Return for each rule what single runs wait, and how long the sweep takes.

    `first_p95` is in minutes and of the teams without a sweep, `first_late` the share of them that
    waits over ten, `first_alarm` of days on which three do, `first_sweep` in hours;
    `reserve_own_p95` is the sweeping team's, `reserve_two_p95` the others' if two sweep.
    """
    rng, numbers = np.random.default_rng(seed), dict[str, float]()
    days = [make_day(rng, 1) for _ in range(DAYS)]
    for rule in ("first", "quota", "share", "reserve"):
        runs = [simulate(day, rule) for day in days]
        others = np.array([waits([day], {1, 2, 3}) for day in runs])
        ends = [max(j[2] + w for j, w in day if j[:2] == (BURST_AT, 0)) for day in runs]
        numbers[f"{rule}_p95"] = float(np.quantile(others, 0.95))
        numbers[f"{rule}_late"] = float(np.mean(others > TARGET))
        numbers[f"{rule}_alarm"] = float(np.mean(np.sum(others > TARGET, axis=1) >= 3))
        numbers[f"{rule}_sweep"] = float(np.mean(ends)) / 60
    numbers["reserve_own_p95"] = float(np.quantile(waits(runs, {0}), 0.95))
    two = [simulate(make_day(rng, 2), "reserve") for _ in days]
    numbers["reserve_two_p95"] = float(np.quantile(waits(two, {2, 3}), 0.95))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
