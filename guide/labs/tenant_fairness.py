"""Lab: one team's burst on a shared pool of accelerators, under four rules. Under two seconds."""

from __future__ import annotations

import heapq

import numpy as np

POOL, TEAMS = 4, 4  # accelerators; teams that share them
DAYS, HOURS = 200, 8  # working days; each is simulated on its own
USUAL, BURST, BURST_AT = 4, 48, 60.0  # runs of a team a day; runs of one sweep; its minute
MINUTES, SPREAD = 20.0, 0.5  # mean length of a run; spread of its logarithm
TARGET = 10.0  # minutes that a run may wait

Job = tuple[float, int, float]  # minute of arrival, team, minutes of work


def make_day(rng: np.random.Generator, burst: int) -> list[Job]:
    """Return the runs of one day by arrival; team 0 adds a sweep of `burst` runs at once."""
    at = np.concatenate([rng.uniform(0, 60 * HOURS, TEAMS * USUAL), np.full(burst, BURST_AT)])
    team = np.concatenate([np.repeat(np.arange(TEAMS), USUAL), np.zeros(burst, int)])
    work = MINUTES * np.exp(rng.normal(-(SPREAD**2) / 2, SPREAD, len(at)))
    return sorted(zip(at.tolist(), team.tolist(), work.tolist(), strict=True))


def pick(queue: list[Job], running: list[int], rule: str) -> Job | None:
    """Return the run that starts next on a free accelerator, or None.

    `first` takes the oldest. `quota` lets each team hold one accelerator. `share` takes the
    oldest of the team with the fewest running; `reserve` does, and no team may hold all four.
    """
    most = {"quota": POOL // TEAMS, "reserve": POOL - 1}.get(rule, POOL)
    ready = [job for job in queue if running[job[1]] < most]
    if not ready:
        return None
    if rule in ("share", "reserve"):
        return min(ready, key=lambda job: (running[job[1]], job))
    return min(ready)


def simulate(jobs: list[Job], rule: str) -> list[tuple[Job, float]]:
    """Return each run with the minutes that it waited."""
    queue: list[Job] = []
    ends: list[tuple[float, int]] = []
    running, coming, done = [0] * TEAMS, jobs[::-1], []
    while coming or queue:
        now = min([job[0] for job in coming[-1:]] + [end for end, _team in ends[:1]])
        while ends and ends[0][0] <= now:
            running[heapq.heappop(ends)[1]] -= 1
        while coming and coming[-1][0] <= now:
            queue.append(coming.pop())
        while len(ends) < POOL and (job := pick(queue, running, rule)):
            queue.remove(job)
            running[job[1]] += 1
            heapq.heappush(ends, (now + job[2], job[1]))
            done.append((job, now - job[0]))
    return done


def run(seed: int = 0) -> dict[str, float]:
    """Return for each rule what the other teams wait, and how long the sweep takes.

    `first_p95` is in minutes, `first_late` the share that waits over ten, `first_sweep` in hours.
    `calm_late`: the share that waits over ten minutes on days without a sweep.
    """
    rng = np.random.default_rng(seed)
    days = [make_day(rng, BURST) for _ in range(DAYS)]
    numbers = {}
    for rule in ("first", "quota", "share", "reserve"):
        runs = [simulate(day, rule) for day in days]
        waits = [wait for day in runs for job, wait in day if job[1]]
        ends = [max(j[2] + w for j, w in day if j[:2] == (BURST_AT, 0)) for day in runs]
        numbers[f"{rule}_p95"] = float(np.quantile(waits, 0.95))
        numbers[f"{rule}_late"] = float(np.mean(np.array(waits) > TARGET))
        numbers[f"{rule}_sweep"] = float(np.mean(ends)) / 60
    calm = [w for _ in days for _job, w in simulate(make_day(rng, 0), "first")]
    numbers["calm_late"] = float(np.mean(np.array(calm) > TARGET))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
