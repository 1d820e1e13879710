"""Lab: which replica gets a prompt whose beginning others have read. Seeded; runs in 1 s."""

from __future__ import annotations

from collections import OrderedDict, deque
from itertools import product

import numpy as np

REPLICAS, ASSISTANTS, KEPT = 8, 40, 8  # GPUs; kinds of instructions; of those, kept on one GPU
COMMON, OWN, ARITHMETIC = 2_000, 1_000, 0.04  # tokens of a prompt; ms of arithmetic for each
DECODING = 30.0  # ms that writing the answer adds to the GPU's work, beside other answers
AHEAD, REQUESTS = 2, 4_000  # unfinished prompts by which the cache's GPU may be ahead
LOADS = (20, 40, 50, 60, 80)  # prompts a second, for all replicas together
ROUTERS = ("random", "least", "hash", "aware")


class Replica:
    """A GPU that reads one prompt after the other and keeps the newest instructions."""

    def __init__(self) -> None:
        self.cache: OrderedDict[int, None] = OrderedDict()
        self.ends: deque[float] = deque()
        self.work = 0.0

    def unfinished(self, now: float) -> int:
        """Return how many prompts wait or are being worked on."""
        while self.ends and self.ends[0] <= now:
            self.ends.popleft()
        return len(self.ends)

    def take(self, now: float, kind: int) -> tuple[bool, float, int]:
        """Return if the instructions were there, the ms to the first token, and prompts ahead."""
        hit, ahead = kind in self.cache, self.unfinished(now)
        self.cache[kind] = None
        self.cache.move_to_end(kind)
        if len(self.cache) > KEPT:
            self.cache.popitem(last=False)
        prefill = (OWN + (0 if hit else COMMON)) * ARITHMETIC
        start = self.ends[-1] if ahead else now
        self.ends.append(start + prefill + DECODING)
        self.work += prefill + DECODING
        return hit, start + prefill - now, ahead


def choose(router: str, pool: list[Replica], now: float, kind: int, drawn: int) -> Replica:
    """Return the replica that a router picks; `drawn` is a replica drawn at random.

    `hash` gives each kind one replica for good. `aware` takes the least busy that holds the kind,
    unless it has over `AHEAD` more unfinished prompts than the least busy of all.
    """
    if router in ("random", "hash"):
        return pool[drawn if router == "random" else kind % REPLICAS]
    order = pool[drawn:] + pool[:drawn]  # ties fall to a random one
    least = min(order, key=lambda one: one.unfinished(now))
    holders = [one for one in order if kind in one.cache] if router == "aware" else []
    best = min(holders, key=lambda one: len(one.ends), default=least)
    return least if len(best.ends) - len(least.ends) > AHEAD else best


def play(router: str, load: float, seed: int) -> dict[str, float]:
    """Return hits, p95 of the ms to the first token and of prompts ahead, and the uneven work."""
    rng, popular = np.random.default_rng(seed), 1 / np.arange(1, ASSISTANTS + 1)
    kinds = rng.choice(ASSISTANTS, REQUESTS, p=popular / popular.sum()).tolist()
    times = np.cumsum(rng.exponential(1_000 / load, REQUESTS)).tolist()
    drawn, pool = rng.integers(0, REPLICAS, REQUESTS).tolist(), [Replica() for _ in range(REPLICAS)]
    arrivals = zip(times, kinds, drawn, strict=True)
    taken = [choose(router, pool, now, kind, one).take(now, kind) for now, kind, one in arrivals]
    hits, firsts, ahead = np.array(taken).T[:, REQUESTS // 10 :]  # the caches are full by then
    work = np.array([one.work for one in pool])
    numbers = {"hits": hits.mean(), "busy": work.mean() / times[-1]}
    numbers |= {"p95": np.percentile(firsts, 95), "ahead": np.percentile(ahead, 95)}
    numbers["fullest"] = work.max() / work.mean()
    return {key: float(value) for key, value in numbers.items()}


def run(seed: int = 0) -> dict[str, float]:
    """Return for each router and load, such as `aware_60`, what `play` finds; times in ms."""
    numbers: dict[str, float] = {}
    for router, load in product(ROUTERS, LOADS):
        for key, value in play(router, load, seed).items():
            numbers[f"{router}_{load}_{key}"] = value
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:24} {number:10.3f}")
