"""The reference of the scoring rules; the script is held to the same table of examples."""

import json
import math
from pathlib import Path

import pytest

EXAMPLES = json.loads((Path(__file__).parents[1] / "scores.json").read_text("utf-8"))
Z = 1.96


def wilson(share: float, count: float) -> tuple[float, float]:
    """The 95% interval for a share of `count` answers (Wilson 1927)."""
    scale = 1 + Z**2 / count
    middle = (share + Z**2 / (2 * count)) / scale
    spread = Z * math.sqrt(share * (1 - share) / count + Z**2 / (4 * count**2)) / scale
    return max(0.0, middle - spread), min(1.0, middle + spread)


def score(parts: list[dict[str, float]]) -> dict[str, float]:
    """The weighted share of right answers; weighting lowers the effective number of answers."""
    parts = [part for part in parts if part["count"]]
    weight = sum(part["weight"] for part in parts)
    share = sum(part["weight"] * part["right"] / part["count"] for part in parts) / weight
    effective = weight**2 / sum(part["weight"] ** 2 / part["count"] for part in parts)
    low, high = wilson(share, effective)
    return {"share": share, "low": low, "high": high, "effective": effective}


def reached(levels: list[dict[str, float]]) -> int:
    """How many levels hold, from the lowest on: four of five answers right at each."""
    held = 0
    for level in levels:
        if not level["count"] or level["right"] / level["count"] < 0.8:
            break
        held += 1
    return held


def lacking(levels: list[dict[str, int]]) -> int:
    """How many more right answers the first level that does not hold would need."""
    for level in levels[reached(levels) :]:
        return math.ceil(level["count"] * 4 / 5) - level["right"]
    return 0


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_the_reference_agrees_with_the_table_of_examples(example):
    levels = example["levels"]
    result = score(example["parts"]) | {"levels": reached(levels), "missing": lacking(levels)}

    assert result == pytest.approx(example["result"], abs=5e-4)


def test_three_of_four_say_little():
    assert [round(100 * bound) for bound in wilson(0.75, 4)] == [30, 95]
