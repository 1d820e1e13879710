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


def change(now: dict[str, float], before: dict[str, float]) -> dict[str, float]:
    """How far two shares are apart, with the 95% range of that (Newcombe 1998, method 10)."""
    gap = now["share"] - before["share"]
    below = (now["share"] - now["low"]) ** 2 + (before["high"] - before["share"]) ** 2
    above = (now["high"] - now["share"]) ** 2 + (before["share"] - before["low"]) ** 2
    return {"gap": gap, "least": gap - math.sqrt(below), "most": gap + math.sqrt(above)}


def more(parts: list[dict[str, float]]) -> dict[str, float] | None:
    """Where one more right answer adds most, and the share that it makes; None if all is right."""
    shares = {}
    for index, part in enumerate(parts):
        if part["right"] < part["count"]:
            changed = [*parts[:index], part | {"right": part["right"] + 1}, *parts[index + 1 :]]
            shares[index] = score(changed)["share"]
    best = max(shares, key=lambda index: round(shares[index], 9), default=None)
    return None if best is None else {"part": best, "share": shares[best]}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_the_reference_agrees_with_the_table_of_examples(example):
    levels = example["levels"]
    result = score(example["parts"]) | {"levels": reached(levels), "missing": lacking(levels)}

    assert result == pytest.approx(example["result"], abs=5e-4)
    found = more(example["parts"])
    assert found == (example["more"] and pytest.approx(example["more"], abs=5e-4))
    if "before" in example:
        found = change(score(example["parts"]), score(example["before"]))
        assert found == pytest.approx(example["change"], abs=5e-4)


def test_the_range_of_a_change_is_the_published_one():
    """The first rows of Newcombe's table II."""
    rows = [((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090)]
    for now, before, least, most in rows:
        parts = [[{"weight": 1, "right": right, "count": n}] for right, n in (now, before)]
        found = change(*map(score, parts))

        assert (found["least"], found["most"]) == pytest.approx((least, most), abs=5e-5)


def test_three_of_four_say_little():
    assert [round(100 * bound) for bound in wilson(0.75, 4)] == [30, 95]
