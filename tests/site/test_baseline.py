"""The decisions of the shop: short, with a reason, and at one with the plan of the releases."""

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "guide"
BASELINE = (GUIDE / "decisions" / "baseline.md").read_text("utf-8")
RECORDS = dict(
    re.findall(r"^:::\{decision-record\} (\S+)\n(.*?)\n:::$", BASELINE, re.DOTALL | re.MULTILINE)
)


def test_there_are_records():
    assert len(RECORDS) > 20


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_is_short_and_says_why_and_until_when(record):
    options, body = RECORDS[record].split("\n\n", 1)

    assert len(body.split()) <= 250
    assert body.count("*Because*") == 1
    assert re.search(r"^:reverse-when: \S+ \S+", options, re.MULTILINE)


def test_a_superseded_record_has_a_successor():
    status = re.compile(r"^:status: superseded$", re.MULTILINE)
    old = {record for record, text in RECORDS.items() if status.search(text)}

    assert old == set(re.findall(r"^:supersedes: (\S+)$", BASELINE, re.MULTILINE))


def test_a_release_of_fraud_fits_into_its_interval():
    """Shadow and canary of the plan take the week between two trains, and no hour more."""
    plan = (GUIDE / "decisions" / "canary-release.md").read_text("utf-8")
    hours = re.findall(r"^\| (?:Shadow|\d+%) \| (\d+) h \|", plan, re.MULTILINE)

    assert "The fraud model is retrained weekly" in RECORDS["fraud-cadence"]
    assert sum(map(int, hours)) == 7 * 24


def test_the_calendar_holds_the_plan_of_the_fraud_model():
    """The column of the week starts each step of the plan when the one before it is over."""
    steps = {"shadow begins": 0, "14:00: 1%": 3, "14:00: 5%": 4, "14:00: 25%": 5, "14:00: 100%": 7}
    rows = re.findall(r"^\| ([\w ]*day) \| (.*?) \|", BASELINE, re.MULTILINE)
    days = [fraud for _day, fraud in rows]

    assert len(days) == 8
    assert all(step in days[day] for step, day in steps.items())


def test_loads_of_the_case_grow_from_mean_to_sale(site):
    """Each row of the table of loads, in the units of its figures."""
    guide = site.guide
    case = (GUIDE / "case.md").read_text("utf-8")
    loads = [re.findall(r"\{given\}`([\w-]+)`", row) for row in case.splitlines() if row[:1] == "|"]
    full = [[guide.by_key[f"given:{name}"].amount for name in row] for row in loads if row[1:]]

    assert len(full) == 5
    assert all(row == sorted(row) for row in full)
