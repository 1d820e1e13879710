"""Lab: what 8 and 4 bits do to faults on the packing line. Seeded; runs in half a second."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PIXELS, CHANNELS, GROUP = 48, 96, 16  # inputs, outputs of the layer, weights that share one scale
FAULTS, NATURAL, REJECTED = 3_000, 0.004, 0.006  # test faults, their share; good parcels refused


def parcels(rng: np.random.Generator, kinds: Floats, count: int) -> Floats:
    """Return `count` noisy pictures, each of a kind drawn at random."""
    return kinds[rng.integers(0, len(kinds), count)] + rng.normal(size=(count, PIXELS))


def quantize(weights: Floats, bits: int, scope: str) -> Floats:
    """Return the weights as `bits`-bit integers times a scale, one scale for each `scope`."""
    top = 2 ** (bits - 1) - 1
    rows = GROUP if scope == "group" else len(weights)
    blocks = weights.reshape(-1, rows, weights.shape[1])
    scale = np.abs(blocks).max(axis=None if scope == "tensor" else 1, keepdims=True) / top
    rounded: Floats = np.round(blocks / scale) * scale
    return rounded.reshape(weights.shape)


def compare(old: list[Floats], new: list[Floats], limit: float) -> dict[str, float]:
    """Return how decisions change: scores of good parcels, then of faults; above `limit` rejects.

    `lost` and `gained` count faults that only the new model misses, and only it finds; `upper` is
    the upper end of the two-sided 95% interval of their difference, in points of the faults.
    """
    same = [np.mean((a > limit) == (b > limit)) for a, b in zip(old, new, strict=True)]
    lost = float(np.sum((old[1] > limit) & (new[1] <= limit)))
    gained = float(np.sum((old[1] <= limit) & (new[1] > limit)))
    error = np.sqrt(lost + gained - (lost - gained) ** 2 / FAULTS)
    shares = {"missed": float(np.mean(new[1] <= limit)), "lost": lost, "gained": gained}
    shares["rejected"] = float(np.mean(new[0] > limit))
    shares["same"] = float((1 - NATURAL) * same[0] + NATURAL * same[1])
    return shares | {"upper": float((lost - gained + 1.96 * error) / FAULTS * 100)}


def run(seed: int = 0) -> dict[str, float]:
    """Return for each format what `compare` finds, and the noise of its weights in dB.

    `act_…` rounds activations to 8 bits instead. Their range is read off 200 frames of good
    parcels as `max` or 99.9th percentile; in `glare`, one of the frames is 20 times as bright.
    """
    rng = np.random.default_rng(seed)
    good, turn = rng.normal(size=(6, PIXELS)), rng.normal(size=(3, PIXELS))
    faulty = good[:3] + 7.6 * turn / np.linalg.norm(turn, axis=1, keepdims=True)
    train = np.vstack([parcels(rng, good, 8_000), parcels(rng, faulty, FAULTS)])
    layer = rng.normal(size=(PIXELS, CHANNELS)) * rng.lognormal(0, 1, CHANNELS)  # unequal channels
    spread = np.maximum(train @ layer, 0).std(axis=0)
    seen = np.c_[np.maximum(train @ layer, 0) / spread, np.ones(len(train))]
    wanted = np.where(np.arange(len(train)) < 8_000, -1.0, 1.0)
    fit = np.linalg.solve(seen.T @ seen + np.eye(CHANNELS + 1), seen.T @ wanted)
    read_out = fit[:-1] / spread
    tests = parcels(rng, good, 20_000), parcels(rng, faulty, FAULTS)
    old = [np.maximum(x @ layer, 0) @ read_out for x in tests]
    limit = float(np.quantile(old[0], 1 - REJECTED))
    results = {"float": compare(old, old, limit)}
    for bits, scope in product((8, 4), ("tensor", "channel", "group")):
        rounded = quantize(layer, bits, scope)
        new = [np.maximum(x @ rounded, 0) @ read_out for x in tests]
        results[f"int{bits}_{scope}"] = compare(old, new, limit)
        noise = np.linalg.norm(layer - rounded) / np.linalg.norm(layer)
        results[f"int{bits}_{scope}"]["db"] = float(-20 * np.log10(noise))
    frames = parcels(rng, good, 200)
    for light, brightness in (("normal", 1), ("glare", 20)):
        frames[0] *= brightness
        values = np.maximum(frames @ layer, 0)
        for rule, top in (("max", values.max()), ("p999", np.quantile(values, 0.999))):
            acts = [np.clip(np.round(x @ layer / top * 255), 0, 255) / 255 * top for x in tests]
            results[f"act_{light}_{rule}"] = compare(old, [a @ read_out for a in acts], limit)
    return {f"{name}_{key}": value for name, r in results.items() for key, value in r.items()}


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:26} {number:12.4f}")
