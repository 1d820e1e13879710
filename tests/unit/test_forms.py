"""The reference of how a form is drawn. The script is held to the same table of examples."""

import json
import math
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from conftest import ROOT

TABLE = json.loads((ROOT / "tests" / "forms.json").read_text("utf-8"))
WORD = 0xFFFFFFFF


def fnv(text: str) -> int:
    """FNV-1a with 32 bits."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & WORD
    return value


def mixed(value: int) -> int:
    """The finaliser of MurmurHash3: every bit of the input reaches every bit of the result."""
    value = (value ^ value >> 16) * 0x85EBCA6B & WORD
    value = (value ^ value >> 13) * 0xC2B2AE35 & WORD
    return value ^ value >> 16


def rank(text: str) -> int:
    return mixed(fnv(text))


def seats(parts: list[tuple[str, float]], size: int) -> dict[str, int]:
    """Seats by weight; the largest remainders get those that are left, the first of equals."""
    total = sum(Fraction(str(weight)) for _id, weight in parts)
    exact = {id: size * Fraction(str(weight)) / total for id, weight in parts}
    found = {id: math.floor(share) for id, share in exact.items()}
    order = sorted(exact, key=lambda part: found[part] - exact[part])
    for id in order[: size - sum(found.values())]:
        found[id] += 1
    return found


def draw(row: dict[str, Any]) -> list[str]:
    """The ids of a form, in their order."""
    pool = [question.split() for question in row["pool"]]
    seed, levels = row["seed"], row["levels"]
    size = min(row["size"], len(pool))
    known = {part for _id, part, _level, _page in pool}
    places = seats([(id, weight) for id, weight in row["parts"] if id in known], size)
    turns = [part for part, count in places.items() for _seat in range(count)]
    most = math.ceil(row["size"] / 16)
    rest = sorted(pool, key=lambda question: rank(f"{seed}:{question[0]}"))
    pages = Counter()
    drawn = []
    for seat, wanted in enumerate(turns):
        level = seat % len(levels)
        costs = [
            (q[1] != wanted, pages[q[3]] >= most, abs(levels.index(q[2]) - level)) for q in rest
        ]
        best = rest[costs.index(min(costs))]
        rest.remove(best)
        pages[best[3]] += 1
        drawn.append(best)
    version = row.get("version", "")
    drawn.sort(key=lambda q: (levels.index(q[2]), rank(f"{seed}{version}:{q[0]}")))
    return [id for id, *_rest in drawn]


def test_the_hash_is_the_one_that_others_know():
    """Published vectors of FNV-1a, and of the finaliser."""
    assert [fnv(text) for text in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]
    assert [mixed(value) for value in (0, 1)] == [0, 0x514E28B7]


@pytest.mark.parametrize("row", TABLE["seats"], ids=lambda row: row["name"])
def test_seats_go_by_weight_and_largest_remainder(row):
    assert list(seats(row["parts"], row["size"]).values()) == row["counts"]
    assert sum(row["counts"]) == row["size"]


@pytest.mark.parametrize("row", TABLE["forms"], ids=lambda row: row["name"])
def test_the_reference_agrees_with_the_table(row):
    assert draw(row) == row["ids"]


def row_of(name: str) -> dict[str, Any]:
    return next(row for row in TABLE["forms"] if row["name"] == name)


def counted(row: dict[str, Any], column: int) -> Counter:
    """How often a form has each part (1), level (2) or page (3)."""
    asked = {question.split()[0]: question.split() for question in row["pool"]}
    return Counter(asked[id][column] for id in row["ids"])


def test_the_table_shows_what_it_says():
    """The examples are not only the same in both: each has the property in its name."""
    assert counted(row_of("seats by weight, levels in turn"), 1) == {"a": 2, "b": 6}
    assert counted(row_of("seats by weight, levels in turn"), 2) == {"low": 4, "high": 4}
    assert counted(row_of("another seed is another form"), 1) == {"a": 2, "b": 6}
    near = row_of("where a level is missing, the nearest one")
    assert counted(near, 2) == {"one": 4, "four": 4}
    assert max(counted(row_of("a page gives a sixteenth of a form, rounded up"), 3).values()) == 2
    alone = row_of("a page gives more where no other can")
    assert counted(alone, 3) == {"p": 6}
    assert counted(row_of("a part that has too few borrows"), 1) == {"a": 1, "b": 3}
    assert counted(row_of("a part without questions has no seat"), 1) == {"b": 4}
    assert len(row_of("more than there are is all there are")["ids"]) == 6
    first, second = row_of("seats by weight, levels in turn"), row_of("version B of the same form")
    assert first["ids"] != second["ids"]
    assert sorted(first["ids"]) == sorted(second["ids"])
    assert [id[2] for id in first["ids"]] == [id[2] for id in second["ids"]]  # level by level
