"""Lab: seven alert rules, twelve months, a busy service and a quiet one. Seeded; under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats, Alarms = NDArray[np.float64], NDArray[np.bool_]

DAY, MINUTES, MONTHS = 24 * 60, 30 * 24 * 60, 12  # minutes; minutes of a month; repetitions
BUDGET = 0.001  # share of errors that an SLO of 99.9% allows
BACKGROUND = 0.0002  # share of errors between the incidents
TRAFFIC = {"payments": 1_200_000 / DAY, "lookups": 7_200 / DAY}  # mean requests a minute
INCIDENTS = {  # first minute, minutes, share of errors
    "outage": (3 * DAY + 600, 10, 1.0),
    "brownout": (8 * DAY + 840, 60, 0.02),
    "plateau": (13 * DAY + 540, 480, 0.005),
    "leak": (20 * DAY, 4 * DAY, 0.0015),
}
DEPLOYMENTS = [(day * DAY + 960, 3, 0.03) for day in range(22) if day not in (13, 20, 21)]
QUIET = 30  # minutes; an alarm that comes back sooner is the same one
WINDOWS = (5, 20, 30, 60, 120, 360, DAY, 3 * DAY)  # minutes


def make_month(rng: np.random.Generator, mean: float) -> tuple[Floats, Floats]:
    """Return requests and failed ones of each minute: 0.1 of the mean at 03:00, 1.9 at 15:00."""
    requests = mean * (1 - 0.9 * np.cos(2 * np.pi * (np.arange(MINUTES) - 180) / DAY))
    share = np.full(MINUTES, BACKGROUND)
    for start, length, level in [*DEPLOYMENTS, *INCIDENTS.values()]:
        share[start : start + length] = level
    expected = np.cumsum(requests * share)
    times = np.searchsorted(expected / expected[-1], rng.random(round(expected[-1])))
    return requests, np.minimum(np.bincount(times, minlength=MINUTES), requests)


def recent(column: Floats, window: int) -> Floats:
    """Return at each minute the sum over the last `window` minutes."""
    past = np.concatenate([np.zeros(window), np.cumsum(column)])
    return past[window:] - past[:-window]


def rules(requests: Floats, errors: Floats) -> dict[str, Alarms]:
    """Return for each rule the minutes in which it fires; a window that is not full is silent."""
    burn = {w: recent(errors, w) / recent(requests, w) / BUDGET for w in WINDOWS}
    for window, column in burn.items():
        column[: window - 1] = 0
    page = ((burn[60] > 14.4) & (burn[5] > 14.4)) | ((burn[360] > 6) & (burn[30] > 6))
    return {
        "tight": burn[5] > 1,
        "loose": burn[5] > 10,
        "early": (burn[20] > 10) & (burn[5] > 10),
        "page": page,
        "floor": page & (recent(errors, 60) >= 10),
        "ticket": (burn[3 * DAY] > 1) & (burn[360] > 1),
        "daily": (burn[DAY] > 1) & (burn[120] > 1),
    }


def judge(rings: Alarms) -> dict[str, float]:
    """Return alarms, those outside of incidents (30 min more), minutes until each is noticed."""
    on = np.flatnonzero(rings)
    begins = on[np.diff(on, prepend=-MINUTES) > QUIET]
    numbers = dict.fromkeys(("alarms", "false"), float(len(begins)))
    for name, (start, length, _) in INCIDENTS.items():
        numbers["false"] -= np.sum((begins >= start) & (begins < start + length + QUIET))
        heard = np.flatnonzero(rings[start : start + length])
        numbers[name] = heard[0] + 1.0 if len(heard) else np.inf
    return numbers


def run(seed: int = 4) -> dict[str, float]:
    """Return means of alarms a month and budget spent, medians of minutes (infinite: silent)."""
    rng = np.random.default_rng(seed)
    numbers: dict[str, float] = {}
    for service, mean in TRAFFIC.items():
        months = [make_month(rng, mean) for _ in range(MONTHS)]
        spent = [errors.sum() / requests.sum() for requests, errors in months]
        numbers[f"{service}_spent"] = float(np.mean(spent)) / BUDGET
        found = [{rule: judge(on) for rule, on in rules(*month).items()} for month in months]
        for rule, first in found[0].items():
            for name in first:
                values = sorted(month[rule][name] for month in found)
                middle = values[MONTHS // 2] if name in INCIDENTS else np.mean(values)
                numbers[f"{service}_{rule}_{name}"] = float(middle)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
