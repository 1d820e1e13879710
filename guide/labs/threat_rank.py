"""Lab: does the order of measures survive guesses that are wrong? Seeded; under 1 s."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Each pair is a range that holds nine truths in ten: times a year, and EUR each time.
THREATS = {
    "refunds": ((100, 3_000), (30, 60)),  # confirmed without reading
    "strangers": ((0.1, 1), (50_000, 2_000_000)),  # another customer's data, by search or tool
    "picture": ((0.1, 2), (10_000, 500_000)),  # data that leave in a link or a picture
    "supplier": ((0.1, 0.6), (2_000, 400_000)),  # the supplier's stored key, copied
    "services": ((0.05, 0.3), (10_000, 500_000)),  # a copied credential of the chat's own services
    "page": ((0.5, 6), (1_000, 40_000)),  # a false page in the index
    "tokens": ((1, 20), (300, 10_000)),  # tokens burned in loops
    "staff": ((0.1, 1), (5_000, 200_000)),  # transcripts read without a reason
}
# For each measure EUR in the first year, and the part of each loss that it takes away.
MEASURES = {
    "planted": (3_285, {"refunds": (0.5, 0.9)}),
    "rights": (17_500, {"strangers": (0.8, 0.98)}),
    "identity": (17_500, {"services": (0.9, 0.99)}),  # the supplier takes a stored key only
    "alert": (700, {"supplier": (0.7, 0.97)}),
    "egress": (7_000, {"picture": (0.8, 0.98), "supplier": (0.2, 0.8), "services": (0.2, 0.8)}),
    "filter": (177_390, {"refunds": (0.1, 0.6), "picture": (0.1, 0.6), "page": (0.05, 0.3)}),
    "sources": (5_600, {"page": (0.6, 0.95), "picture": (0.1, 0.5)}),
    "limits": (4_200, {"tokens": (0.8, 0.95), "refunds": (0.1, 0.4)}),
    "logs": (7_000, {"staff": (0.4, 0.8)}),
}
DRAWS = 4_000


def guesses(rng: np.random.Generator, ends: tuple[float, float]) -> Floats:
    """Return draws whose logarithm is normal, nine in ten of them between the ends."""
    low, high = np.log(ends)
    return np.exp(rng.normal((low + high) / 2, (high - low) / (2 * 1.645), DRAWS))


def order(losses: dict[str, Floats], cuts: dict[str, dict[str, Floats]]) -> NDArray[np.str_]:
    """Return each draw's measures; first what saves most beyond its price, of what is left."""
    names, rows = np.array(list(MEASURES)), []
    left, draws = {threat: loss.copy() for threat, loss in losses.items()}, np.arange(DRAWS)
    prices = np.array([[MEASURES[n][0]] * DRAWS for n in names], float)  # infinite once taken
    for _ in names:
        saved = [sum(rest * cuts[n].get(t, 0) for t, rest in left.items()) for n in names]
        best = (np.array(saved) - prices).argmax(axis=0)
        prices[best, draws] = np.inf
        for threat, rest in left.items():
            rest *= 1 - np.array([cuts[n].get(threat, 0 * rest) for n in names])[best, draws]
        rows.append(names[best])
    return np.array(rows)


def run(seed: int = 0) -> dict[str, float]:
    """Return thousand EUR a year, and shares of the draws from 0 to 1.

    `loss_page` is the mean loss by a threat, `left_page` what all measures but the filter leave,
    passed by `p95_page` in one draw of twenty. `three_rights`: among the first three measures;
    `pays_rights`: alone it saves more than its price, `pays_rights_tenth` than a tenth of it.
    """
    rng = np.random.default_rng(seed)
    losses = {t: guesses(rng, often) * guesses(rng, eur) for t, (often, eur) in THREATS.items()}
    cuts = {
        name: {t: rng.uniform(*ends, DRAWS) for t, ends in parts.items()}
        for name, (_eur, parts) in MEASURES.items()
    }
    numbers: dict[str, float] = {}
    for threat, loss in losses.items():
        left = loss / 1_000
        numbers[f"loss_{threat}"] = float(left.mean())
        for name, parts in cuts.items():
            left = left * (1 - (parts.get(threat, 0 * loss) if name != "filter" else 0))
        numbers[f"left_{threat}"] = float(left.mean())
        numbers[f"p95_{threat}"] = float(np.percentile(left, 95))
    first = order(losses, cuts)[:3]
    for name, (eur, _parts) in MEASURES.items():
        saved = sum(losses[threat] * part for threat, part in cuts[name].items())
        numbers[f"three_{name}"] = float((first == name).any(axis=0).mean())
        for end, parts in (("", 1), ("_seventh", 7), ("_tenth", 10)):
            numbers[f"pays_{name}{end}"] = float((saved > eur / parts).mean())
    _sets, times = np.unique(np.sort(first, axis=0), axis=1, return_counts=True)
    return numbers | {"same_three": float(times.max()) / DRAWS}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
