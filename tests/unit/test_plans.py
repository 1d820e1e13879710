"""The reference of plans and of what answers show; the scripts are held to the same tables."""

import math
import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice
from typing import Any

import pytest
from plans import PARTS, PLANS, STANDINGS, plan_of, standing_of

AFTER = {"review": 7, "exit": 3, "exam": 28}
LONGEST = 366 * 20


def day_of(text: str) -> date | None:
    """The day, or nothing for what is none."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def problem_of(plan: dict[str, Any]) -> tuple[str, str] | None:
    """The field that makes no sense, and why."""
    hours = plan["hours"]
    if not isinstance(hours, int | float) or not 1 <= hours <= 80:
        return "hours", "noHours"
    if not day_of(plan["start"]):
        return "start", "noDay"
    if not learned_on(plan):
        return "off", "noWeek"
    for span in plan["breaks"]:
        first, last = day_of(span["from"]), day_of(span["to"])
        if not first or not last or last < first:
            return "breaks", "noBreak"
    return None


def learned_on(plan: dict[str, Any]) -> set[int]:
    """The weekdays of a plan, 0 for Sunday."""
    return set(range(7)) - set(plan["off"])


def study_days(plan: dict[str, Any], first: date) -> Iterator[date]:
    """The days on which somebody learns, from a day on, as long as anybody plans."""
    free = [(day_of(span["from"]), day_of(span["to"])) for span in plan["breaks"]]
    for number in range(LONGEST):
        if (date(9999, 12, 30) - first).days < number:
            return
        day = first + timedelta(number)
        is_off = day.isoweekday() % 7 not in learned_on(plan)
        if not is_off and not any(start <= day <= end for start, end in free):
            yield day


def schedule(plan: dict[str, Any]) -> dict[str, Any]:
    """Hour number n of all falls on study day n ÷ (hours a week ÷ study days a week)."""
    if found := problem_of(plan):
        return {"problem": list(found)}
    units = [unit for unit in plan["units"] if unit["hours"] > 0]
    each = Fraction(str(plan["hours"])) / len(learned_on(plan))
    whole = sum((Fraction(str(unit["hours"])) for unit in units), Fraction())
    days = list(islice(study_days(plan, day_of(plan["start"])), math.ceil(whole / each)))
    if len(days) < math.ceil(whole / each):
        return {"problem": ["hours", "noEnd"]}
    spans, spent = {}, Fraction()
    for unit in units:
        first = math.floor(spent / each)
        spent += Fraction(str(unit["hours"]))
        spans[unit["id"]] = (days[first], days[math.ceil(spent / each) - 1])
    events = [("review", unit["id"], spans[unit["id"]][1]) for unit in units if unit["isRead"]]
    for quiz in plan["closing"]:
        ends = [spans[unit["id"]][1] for unit in units if quiz["phase"] in ("", unit["phase"])]
        if ends:
            events.append(("exit" if quiz["phase"] else "exam", quiz["quiz"], ends[-1]))
    dated = []
    for kind, id, end in events:
        day = next(study_days(plan, end + timedelta(AFTER[kind])), None)
        if not day:
            return {"problem": ["hours", "noEnd"]}
        dated.append([kind, id, day.isoformat()])
    return {
        "rows": [[id, start.isoformat(), end.isoformat()] for id, (start, end) in spans.items()],
        "events": sorted(dated, key=lambda event: event[2]),
    }


@pytest.mark.parametrize("example", PLANS, ids=lambda example: example["name"])
def test_the_reference_agrees_with_the_table_of_plans(example):
    assert schedule(plan_of(example)) == example["result"]


def held(known: list[dict[str, Any]], levels: list[str], enough: int) -> int:
    """How many levels hold, from the lowest on: four of five right at each, if enough is known."""
    count = 0
    for level in levels if len(known) >= enough else []:
        own = [one["right"] for one in known if one["level"] == level]
        if not own or 5 * sum(own) < 4 * len(own):
            break
        count += 1
    return count


def standing(example: dict[str, Any]) -> dict[str, Any]:
    """Of each question the first answer, if the question is still the same."""
    state, data = example["state"], example["data"]
    given = [
        (attempt["started"], id, entry)
        for attempt in state["attempts"].values()
        if attempt.get("ended")
        for id, entry in attempt["answers"].items()
    ]
    given += [
        (state["times"][f"answers/{id}"], id, entry)
        for id, entry in state["answers"].items()
        if entry["attempt"] == 0
    ]
    first: dict[str, dict[str, Any]] = {}
    for _at, id, entry in sorted(given, key=lambda one: one[0]):
        if "given" in entry:
            first.setdefault(id, entry)
    known = [
        {"part": part, "level": level, "right": first[id]["right"]}
        for id, digest, part, level in data["questions"]
        if id in first and first[id]["digest"] == digest
    ]
    levels = [level["id"] for level in data["levels"]]
    parts = {}
    for part in PARTS:
        own = [one for one in known if one["part"] == part]
        right = sum(one["right"] for one in own)
        parts[part] = [right, len(own), held(own, levels, 8)]
    return {"held": held(known, levels, 20), "parts": parts}


@pytest.mark.parametrize("example", STANDINGS, ids=lambda example: example["name"])
def test_the_reference_agrees_with_the_table_of_standings(example):
    assert standing(standing_of(example)) == example["result"]


def test_the_tables_hold_every_problem_and_every_event():
    results = [example["result"] for example in PLANS]

    assert len(PLANS) >= 25
    assert {result["problem"][1] for result in results if "problem" in result} == {
        "noHours", "noDay", "noWeek", "noBreak", "noEnd"
    }  # fmt: skip
    assert {kind for result in results for kind, *_ in result.get("events", [])} == set(AFTER)
