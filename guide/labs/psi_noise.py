"""Lab: the PSI of data that did not change, by sample size. Seeded; runs in a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scores import Floats

SIZES = (50, 100, 200, 500, 1_000, 5_000)  # rows on each side
SHIFTS = (0.1, 0.25, 0.5)  # in standard deviations
SHIFTED_ROWS, REPEATS = 10_000, 300  # rows on each side; comparisons, as one is a matter of luck
ROWS_IN_ALL = 300_000  # for each size: many comparisons of small samples, fewer of large ones
SMALL_COUNTRY = (150, 8)  # orders a day and bins, from a question of the placement test


def psi(reference: ArrayLike, current: ArrayLike, bins: int = 10) -> float:
    """Return the population stability index in nats: 0 for equal shares in every bin.

    The bins hold equal shares of `reference`. An empty bin counts as a share of one millionth.
    """
    return float(psi_of_rows(np.asarray(reference, float), np.asarray(current, float), bins))


def psi_of_rows(reference: Floats, current: Floats, bins: int) -> Floats:
    """Return the PSI in nats along the last axis, so that many comparisons take one call."""
    inner = np.quantile(reference, np.linspace(0, 1, bins + 1)[1:-1], axis=-1)
    shares = []
    for values in (reference, current):
        reach = [(values >= edge[..., None]).mean(axis=-1) for edge in inner]
        ends = np.ones_like(reach[0]), np.zeros_like(reach[0])
        shares.append(np.clip(-np.diff([ends[0], *reach, ends[1]], axis=0), 1e-6, None))
    before, after = shares
    return np.sum((after - before) * np.log(after / before), axis=0)


def expected_psi(reference_rows: int, current_rows: int, bins: int = 10) -> float:
    """Return the approximate mean PSI in nats when nothing changed; too low under 200 rows."""
    return (bins - 1) * (1 / reference_rows + 1 / current_rows)


def repeated_psi(
    rng: np.random.Generator, rows: int, bins: int, repeats: int, shift: float = 0.0
) -> Floats:
    """Return the PSI in nats of `repeats` pairs of normal samples, the second moved by `shift`."""
    pairs = rng.normal(size=(repeats, 2, rows))
    return psi_of_rows(pairs[:, 0], pairs[:, 1] + shift, bins)


def run(seed: int = 7) -> dict[str, float]:
    """Return the numbers that the pages print: PSI in nats, and shares of samples from 0 to 1.

    `shift_*` compares 10,000 rows before and after a real change: the mean of the comparisons, and
    `…_spread` their standard deviation. `rows_*` compares two samples without any change: mean
    PSI, what the formula expects, and the share over each usual line.
    """
    rng = np.random.default_rng(seed)
    numbers = {}
    for rows in SIZES:
        values = repeated_psi(rng, rows, 10, ROWS_IN_ALL // rows)
        numbers[f"rows_{rows}_mean"] = float(values.mean())
        numbers[f"rows_{rows}_expected"] = expected_psi(rows, rows)
        numbers[f"rows_{rows}_share_over_0.10"] = float((values > 0.10).mean())
        numbers[f"rows_{rows}_share_over_0.25"] = float((values > 0.25).mean())
    rng = np.random.default_rng(seed + 1)  # so that other sizes above change nothing below
    orders, bins = SMALL_COUNTRY
    values = repeated_psi(rng, orders, bins, 2_000)
    numbers["country_mean"] = float(values.mean())
    numbers["country_expected"] = expected_psi(orders, orders, bins)
    numbers["country_share_over_0.10"] = float((values > 0.10).mean())
    numbers["country_share_over_0.14"] = float((values > 0.14).mean())
    for shift in SHIFTS:
        values = repeated_psi(rng, SHIFTED_ROWS, 10, REPEATS, shift)
        numbers[f"shift_{shift}"] = float(values.mean())
        numbers[f"shift_{shift}_spread"] = float(values.std(ddof=1))
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.4f}")
