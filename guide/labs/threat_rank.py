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
    "planted": (10_285, {"refunds": (0.5, 0.9)}),
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

    `loss_page`: mean loss; `left_page`, `p95_page`: left by all but the filter, and passed in one
    draw of 20. `three_rights`: among the first three; `…_servers`: if the list binds servers alone.
    `pays_rights`: saves more than its price; `_years`: than a third and a fifth, if built once.
    """
    rng = np.random.default_rng(seed)
    losses = {t: guesses(rng, often) * guesses(rng, eur) for t, (often, eur) in THREATS.items()}
    cuts = {n: {t: rng.uniform(*e, DRAWS) for t, e in p.items()} for n, (_, p) in MEASURES.items()}
    numbers: dict[str, float] = {}
    for threat, loss in losses.items():
        kept = [1 - cut.get(threat, 0 * loss) for name, cut in cuts.items() if name != "filter"]
        left = loss * np.prod(kept, axis=0)
        numbers[f"loss_{threat}"] = float(loss.mean()) / 1_000
        numbers[f"left_{threat}"] = float(left.mean()) / 1_000
        numbers[f"p95_{threat}"] = float(np.percentile(left, 95)) / 1_000
    first = order(losses, cuts)[:3]
    for name, (eur, _parts) in MEASURES.items():
        saved = sum(losses[threat] * cut for threat, cut in cuts[name].items())
        numbers[f"three_{name}"] = float((first == name).any(axis=0).mean())
        for end, part in (("", 1), ("_years", 1 / 3 + 0.2), ("_seventh", 1 / 7), ("_tenth", 0.1)):
            numbers[f"pays_{name}{end}"] = float(np.mean(saved > eur * part))
    _sets, times = np.unique(np.sort(first, axis=0), axis=1, return_counts=True)
    cuts["egress"].pop("picture")  # a list that binds the servers alone
    left = losses["picture"] * (1 - cuts["sources"]["picture"])
    numbers["left_servers"] = float(left.mean()) / 1_000
    numbers["three_servers"] = np.count_nonzero(order(losses, cuts)[:3] == "egress") / DRAWS
    return numbers | {"same_three": float(times.max()) / DRAWS}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:12.3f}")
