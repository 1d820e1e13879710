"""The shared examples of plans, as the scripts take them and as the references do."""

import json
from pathlib import Path
from typing import Any

Example = dict[str, Any]


def examples(name: str) -> list[Example]:
    """The rows of a table beside this file."""
    return json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8"))


PLANS = examples("plans")
STANDINGS = examples("standings")
LEVELS = ["novice", "baker"]
PARTS = {"dough": 60, "oven": 40}
USUAL = {"hours": 7, "start": "2026-12-01", "off": [], "breaks": [], "closing": []}


def plan_of(example: Example) -> Example:
    """What is scheduled: units are written as `[id, hours]`, with a phase and "built" behind."""
    units = []
    for id, hours, phase, *more in ([*unit, "p"] for unit in example["units"]):
        units.append({"id": id, "hours": hours, "phase": phase, "isRead": "built" not in more})
    closing = [{"quiz": quiz, "phase": phase} for quiz, phase in example.get("closing", [])]
    return USUAL | example | {"units": units, "closing": closing}


def standing_of(example: Example) -> Example:
    """What is known of a reader: answers are written as `[id, part, level, verdict, place, time]`,
    with an older text of the question behind; many of a bank as `[part, level, right, count]`.
    """
    questions: dict[str, list[str]] = {}
    state: dict[str, dict[str, Any]] = {"answers": {}, "attempts": {}, "times": {}}
    given = [*example.get("answers", [])]
    for part, level, right, count in example.get("many", []):
        given += [
            [f"{part}-{level}-{n}", part, level, "right" if n < right else "wrong", "bank", n]
            for n in range(count)
        ]
    for id, part, level, verdict, place, at, *old in given:
        questions[id] = [id, "now", part, level]
        entry: dict[str, Any] = {"digest": old[0] if old else "now", "attempt": 0}
        if verdict != "unanswered":
            entry |= {"given": "x", "right": verdict == "right"}
        if place in {"bank", "again"}:
            state["answers"][id] = entry | {"attempt": int(place == "again")}
            state["times"][f"answers/{id}"] = at
        else:
            ended = {"ended": at + 1} if place == "attempt" else {}
            sitting = {"quiz": "exam", "started": at, "known": 0, "asked": [], "answers": {}}
            sitting = state["attempts"].setdefault(f"exam-{at}", sitting | ended)
            sitting["answers"][id] = entry
    data = {
        "questions": list(questions.values()),
        "parts": [{"id": id, "title": id, "weight": weight} for id, weight in PARTS.items()],
        "levels": [{"id": id, "title": id} for id in LEVELS],
    }
    return {"state": state, "data": data, "parts": [], "held": 0, "score": None}
