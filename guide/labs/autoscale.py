"""Lab: a rush, a slow start, and an autoscaler that reads one signal. Seeded; runs in 1 s."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

import numpy as np

PERIOD, LOOK_BACK = 15, 300  # s between two decisions; s for which a wish keeps replicas
TOLERANCE, TARGET = 0.1, 0.7  # no action within 10% of the target, 70% of what a replica can do
RATE = 200  # requests a second that one replica answers
QUIET, RUSH, FROM, UNTIL, END = 250, 2_500, 607, 907, 1_800  # requests a second; s
SHOWN = range(0, 361, 60)  # s since the rush began at which the ready replicas are counted


class Plan(NamedTuple):
    """How long a replica starts, how many stay, what the scaler reads, whether late calls wait."""

    start: int
    least: int = 2
    signal: str = "load"
    waits: bool = False


PLANS = {
    "fast": Plan(5),
    "slow": Plan(120),
    "slow_busy": Plan(120, signal="busy"),
    "slow_waits": Plan(120, waits=True),
    "slow_9": Plan(120, least=9),
    "slow_18": Plan(120, least=18),
}


def desired(replicas: int, ratio: float) -> int:
    """Return the replicas that the Kubernetes autoscaler asks for at measured ÷ target."""
    return replicas if abs(ratio - 1) <= TOLERANCE else ceil(replicas * ratio)


def simulate(plan: Plan, seed: int) -> dict[str, float]:
    """Return the late share of the rush, replica-hours paid, and the most replicas at once.

    A request is late if it is unanswered at the end of the second in which it came. Replicas are
    paid from the moment they are asked for; starting ones count as idle. The signal `load` is what
    came plus what queues, `busy` is what the ready replicas did, which ends at their capacity.
    `ready_60` counts the ready replicas 60 s after the rush began.
    """
    came = np.random.default_rng(seed).poisson(
        [RUSH if FROM <= second < UNTIL else QUIET for second in range(END)]
    )
    births = [0] * plan.least  # the second from which each replica is ready
    queue = late = paid = most = came_lately = done_lately = 0
    wishes, seen = [plan.least], {}
    for second, new in enumerate(came.tolist()):
        if second and second % PERIOD == 0:
            measured = came_lately + queue if plan.signal == "load" else done_lately
            ratio = measured / PERIOD / (len(births) * RATE * TARGET)
            wish = max(plan.least, desired(len(births), ratio))
            wishes = [*wishes, wish][-LOOK_BACK // PERIOD :]
            most_now = len(births) + max(4, len(births))  # 4 more or twice as many
            births += [second + plan.start] * (min(wish, most_now) - len(births))
            births = births[: max(wishes)]
            came_lately = done_lately = 0
        queue += new
        ready = sum(birth <= second for birth in births)
        if second - FROM in SHOWN:
            seen[f"ready_{second - FROM}"] = ready
        done = min(queue, RATE * ready)
        queue -= done
        late += min(queue, new) if FROM <= second < UNTIL else 0
        queue = queue if plan.waits else 0
        came_lately, done_lately = came_lately + new, done_lately + done
        paid, most = paid + len(births), max(most, len(births))
    share = late / int(came[FROM:UNTIL].sum())
    return {"late": share, "hours": paid / 3600, "most": most, **seen}


def run(seed: int = 0) -> dict[str, float]:
    """Return the numbers of each plan, such as `slow_late`: 120 s to start."""
    return {
        f"{name}_{key}": float(number)
        for name, plan in PLANS.items()
        for key, number in simulate(plan, seed).items()
    }


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:20} {number:8.3f}")
