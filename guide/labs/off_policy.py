"""Lab: what a log with known chances says of policies that nobody has tried. Seeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROWS, LOGS = 10_000, 4_000  # rows of a log; logs simulated
GROUPS, OFFERS = 20, 10  # groups of visitors; offers, of which each visitor sees one
EXPLORE = 0.10  # share of the visits on which the live policy draws any of the offers
CLIP = 20.0  # largest weight of a row, where weights are clipped
MOVED = (0, 10, 25, 50, 100)  # percent of the groups that a policy shows another offer


def make_shares(rng: np.random.Generator) -> Floats:
    """Return the click share of each offer (column) in each group (row), 2% to 8%."""
    return rng.uniform(0.02, 0.08, (GROUPS, OFFERS))


def policy(first: Floats, share: float) -> Floats:
    """Return chances: the offers `first` (one in each row) except on `share` of the visits."""
    return (1 - share) * first + share / OFFERS


def logs(rng: np.random.Generator, live: Floats, shares: Floats) -> tuple[Floats, Floats]:
    """Return views and clicks by log, group and offer, each row's offer drawn by `live`."""
    cells = (live / GROUPS).ravel()
    views = rng.multinomial(ROWS, cells, LOGS).reshape(LOGS, GROUPS, OFFERS)
    return views.astype(float), rng.binomial(views, shares).astype(float)


def estimates(views: Floats, clicks: Floats, live: Floats, new: Floats) -> dict[str, Floats]:
    """Return three estimates of the click share of `new` from each log.

    A row weighs its chance under `new` ÷ its logged chance. `ips`: weighted clicks ÷ rows;
    `clipped`: no weight above `CLIP`; `snips`: weighted clicks ÷ the sum of the weights.
    """
    weights = new / np.where(live > 0, live, np.inf)
    total = {"ips": weights, "clipped": np.minimum(weights, CLIP), "snips": weights}
    sums = {name: (clicks * weight).sum(axis=(1, 2)) for name, weight in total.items()}
    rows = {name: np.full(len(views), float(ROWS)) for name in sums}
    rows["snips"] = (views * weights).sum(axis=(1, 2))
    return {name: sums[name] / np.maximum(rows[name], 1e-9) for name in sums}


def run(seed: int = 0) -> dict[str, float]:
    """Return click shares (0 to 1) of the live policy and of others, and estimates from its log.

    `moved_25`: in the first quarter of the groups the policy always shows the group's best offer,
    in the others it does as the live one. `_truth`; `_rows`: rows of its own that the log is worth;
    for each estimate its mean (`_ips`) and standard deviation (`_ips_sd`). `rest`: the share that
    does not click, of `moved_100`; `blind`: the clicks of that policy, from a log without random
    offers.
    """
    rng = np.random.default_rng(seed)
    shares = make_shares(rng)
    liked = np.eye(OFFERS)[np.argsort(shares, axis=1)[:, OFFERS // 2]]  # the live choice: middling
    best = np.eye(OFFERS)[shares.argmax(axis=1)]
    live = policy(liked, EXPLORE)
    numbers = {"live": float((live * shares).sum() / GROUPS)}
    for moved in MOVED:
        changed = np.arange(GROUPS)[:, None] < GROUPS * moved / 100
        new = np.where(changed, best, live)
        views, clicks = logs(rng, live, shares)
        name = f"moved_{moved}"
        numbers[f"{name}_truth"] = float((new * shares).sum() / GROUPS)
        numbers[f"{name}_rows"] = ROWS / float((new**2 / live).sum() / GROUPS)
        for kind, said in estimates(views, clicks, live, new).items():
            numbers |= {f"{name}_{kind}": said.mean(), f"{name}_{kind}_sd": said.std()}
    for kind, said in estimates(views, views - clicks, live, new).items():
        numbers |= {f"rest_{kind}": said.mean(), f"rest_{kind}_sd": said.std()}
    views, clicks = logs(rng, liked, shares)
    numbers["blind"] = estimates(views, clicks, liked, best)["ips"].mean()
    return {key: float(number) for key, number in numbers.items()}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.5f}")
