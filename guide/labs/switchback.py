"""Lab: a dispatcher tested by order and by block of time, where orders share couriers. Seeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SITES, DAYS, RUNS = 12, 14, 100  # warehouses with couriers of their own; a test; tests simulated
STEP, STEPS = 5, 144  # minutes; steps of a day, which lasts 12 hours and begins without a queue
COURIERS, TOUR = 40.0, 30.0  # couriers of a site; minutes that a tour takes with the old version
FASTER = 0.05  # what the new version saves of a tour
URGENT = 0.54  # share of the couriers that go to the new version's half of the orders, if mixed
LOAD, RUSH, SPREAD = 0.85, 0.15, 0.15  # couriers busy with tours; swing in a day; between days
BLOCKS = (6, 12, 24, 48, 144)  # half an hour, 1, 2, 4 and 12 hours


def make_orders(rng: np.random.Generator) -> Floats:
    """Return the orders of each step, one row for each run, site and day; two rushes a day."""
    hours = np.arange(STEPS) * STEP / 60
    mean = LOAD * COURIERS / TOUR * STEP * (1 + RUSH * np.sin(2 * np.pi * (hours - 1) / 6))
    return rng.poisson(mean * rng.normal(1, SPREAD, (RUNS * SITES * DAYS, 1))).astype(float)


def queues(orders: Floats, new: Floats, couriers: float = COURIERS) -> Floats:
    """Return the orders that wait after each step; `new` is the share of the new version."""
    queue, result = np.zeros(len(orders)), np.empty_like(orders)
    for step in range(STEPS):
        tours = couriers * STEP / (TOUR * (1 - FASTER * new[:, step]))
        queue = np.maximum(queue + orders[:, step] - tours, 0)
        result[:, step] = queue
    return result


def wait(queue: Floats, orders: Floats) -> float:
    """Return the mean wait of an order in minutes: orders that wait ÷ orders a minute."""
    return float(queue.sum() / orders.sum() * STEP)


def by_order(orders: Floats) -> tuple[float, float]:
    """Return the mean waits of the old and the new arm if a coin decides for each order.

    The new version calls its orders more urgent, and a common pool of couriers believes it.
    """
    half = np.full(orders.shape, 0.5)
    first = queues(orders / 2, half, COURIERS * URGENT)
    return wait(queues(orders, half) - first, orders / 2), wait(first, orders / 2)


def draw(rng: np.random.Generator, block: int) -> Floats:
    """Return new (1) or old (0) for each step: at each site and hour new on half of the days."""
    order = rng.random((RUNS, SITES, DAYS, STEPS // block)).argsort(axis=2).argsort(axis=2)
    return np.repeat(order < DAYS / 2, block, axis=3).reshape(-1, STEPS).astype(float)


def differences(queue: Floats, orders: Floats, new: Floats) -> Floats:
    """Return the minutes that each run reports as saved: old blocks against new ones."""
    parts = (x * arm for arm in (1 - new, new) for x in (queue, orders))
    sums = [part.reshape(RUNS, -1).sum(axis=1) for part in parts]
    return STEP * (sums[0] / sums[1] - sums[2] / sums[3])


def run(seed: int = 0) -> dict[str, float]:
    """Return mean waits in minutes, and how many minutes tests of two weeks report as saved.

    `by_order`: a coin for each order. `naive`: standard error if orders were independent. `h2`:
    blocks of two hours; `_said`: mean of the tests, `_error`: their standard deviation.
    """
    rng = np.random.default_rng(seed)
    orders = make_orders(rng)
    old, new = (wait(queues(orders, np.full(orders.shape, x)), orders) for x in (0.0, 1.0))
    slow, urgent = by_order(orders)
    numbers = {"orders": float(orders.sum() / RUNS), "old": old, "new": new, "truth": old - new}
    numbers |= {"order_old": slow, "order_new": urgent, "by_order": slow - urgent}
    each = queues(orders, np.zeros_like(orders)) * TOUR / COURIERS  # an order's wait
    spread = float(np.average((each - old) ** 2, weights=orders)) ** 0.5
    numbers["naive"] = 2 * spread / numbers["orders"] ** 0.5
    for block in BLOCKS:
        arms = draw(rng, block)
        name, said = f"h{block * STEP / 60:g}", differences(queues(orders, arms), orders, arms)
        numbers |= {f"{name}_said": float(said.mean()), f"{name}_error": float(said.std())}
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
