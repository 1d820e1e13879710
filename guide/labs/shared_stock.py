"""Lab: an A/B test whose arms empty the same shelf. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PRODUCTS, VISITORS = 2_000, 2_000  # each visitor sees each product and may buy one piece
OLD, NEW = 0.020, 0.024  # share of visitors who want a product on the old and on the new shelf
SCARCE = 0.5  # share of products with too few pieces; visitors of the old shelf want 40
PIECES = 10, 17  # a scarce product has 20 to 32 pieces, an even number


def make_stock(rng: np.random.Generator, scarce: float) -> NDArray[np.int_]:
    """Return the pieces of each product, an even number."""
    few = 2 * rng.integers(*PIECES, PRODUCTS)
    return np.where(rng.random(PRODUCTS) < scarce, few, VISITORS)


def sell(rng: np.random.Generator, pieces: NDArray[np.int_], chance: NDArray) -> NDArray:
    """Return pieces sold to each visitor, in order of arrival; empty shelves sell nothing.

    `chance` is the share that wants a product, one for each visitor.
    """
    wants = rng.random((PRODUCTS, len(chance))) < chance
    return (wants & (wants.cumsum(axis=1) <= pieces[:, None])).sum(axis=0)


def gains(rng: np.random.Generator, scarce: float) -> dict[str, float]:
    """Return the gain of the new shelf as a share: the truth, and two kinds of test."""
    pieces = make_stock(rng, scarce)
    old, new = np.full(VISITORS, OLD), np.full(VISITORS, NEW)
    arms = np.where(np.arange(VISITORS) % 2, NEW, OLD)
    mixed = sell(rng, pieces, arms)
    sold = {
        "truth": (sell(rng, pieces, old), sell(rng, pieces, new)),
        "shared": (mixed[::2], mixed[1::2]),
        "parted": [sell(rng, pieces // 2, x[: VISITORS // 2]) for x in (old, new)],
    }
    return {name: float(b.sum() / a.sum() - 1) for name, (a, b) in sold.items()}


def run(seed: int = 0) -> dict[str, float]:
    """Return gains as shares of the old sales, with scarce products and without.

    `truth`: everybody on the new shelf against everybody on the old. `shared`: half and half, one
    stock. `parted`: half and half, and each half of the visitors has half of the pieces.
    """
    rng = np.random.default_rng(seed)
    scarce, plenty = gains(rng, SCARCE), gains(rng, 0.0)
    return scarce | {f"plenty_{name}": gain for name, gain in plenty.items()}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
