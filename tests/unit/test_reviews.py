"""The reference of the review: when a question comes back. The script is held to the same table."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from conftest import ROOT

TABLE = json.loads((ROOT / "tests" / "reviews.json").read_text("utf-8"))
DAYS = {1: 1, 2: 3, 3: 7, 4: 21}


def step_after(step: int, right: bool, sure: bool) -> int:
    """What was missed begins anew; luck stays where it is, and is reviewed at least once."""
    if not right:
        return 1
    if not sure:
        return max(step, 1)
    return step + 1 if step else 0


def due(step: int, at: str, zone: str) -> date | None:
    """The day on which a question comes back, in the reader's calendar."""
    days = DAYS.get(step)
    local = datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).date()
    return local + timedelta(days) if days else None


@pytest.mark.parametrize("row", TABLE["steps"])
def test_an_answer_leads_to_the_next_step(row):
    assert step_after(row["step"], row["right"], row["sure"]) == row["next"]


@pytest.mark.parametrize("row", TABLE["days"], ids=lambda row: row["name"])
def test_a_step_comes_back_on_its_day(row):
    found = due(row["step"], row["at"], row["zone"])

    assert (found and found.isoformat()) == row["due"]
