"""The planner: a plan with dates that moves by itself, on the page, on paper and in files."""

import csv
import gzip
import io
import json
import re
from collections.abc import Callable
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT
from learner import IDS, PAGES, ROWS, TITLE, Learner
from plans import PLANS, STANDINGS, plan_of, standing_of
from playwright.sync_api import BrowserContext, expect
from reader import Guide
from serving import serve

NOW = "2026-12-01T10:00:00Z"
NOTHING = "Nothing is left to plan: every unit up to there is ticked."
ZONES = ["America/New_York", "Europe/Berlin", "Pacific/Kiritimati", "Asia/Kathmandu"]
FIRST = [
    "Dec 1 – 7, 2026 | Mix Builds: A loaf. Start here. | 10",
    f"Dec 8 – 11, 2026 | {TITLE} | 5",
    "Dec 11 – 21, 2026 | Routine | 15",
]


@pytest.fixture
def learn(new_context: Callable[..., BrowserContext], tmp_path: Path) -> Callable[..., Learner]:
    """A learner on a day: `learn("path", now="2026-12-01T10:00Z", timezone_id="Asia/Tokyo")`."""

    def learn(page: str = "plan", *, now: str = NOW, script: str = "", **options: Any) -> Learner:
        context = new_context(**{"reduced_motion": "reduce"} | options)
        context.clock.set_fixed_time(now)
        if script:
            context.add_init_script(script)
        return Learner(Guide(tmp_path / "tiny", context).write(**PAGES).build(), page)

    return learn


@pytest.fixture
def rules(learn) -> Callable[[str, dict[str, Any]], dict[str, Any]]:
    """What a rule of the page answers: `rules("schedule", {...})`."""
    page = learn().page
    return lambda name, detail: page.evaluate(
        """([name, detail]) => {
            document.dispatchEvent(new CustomEvent(`skillguide:${name}`, {detail}));
            return detail;
        }""",
        [name, detail],
    )


def plain(text: str) -> str:
    """A text with one kind of space: dates are written with thin ones."""
    return re.sub(r"\s+", " ", text).strip()


def rows(learner: Learner, *, events: bool = False) -> list[str]:
    """The units of a plan as they are shown, or all."""
    found = [plain(row) for row in learner.rows()]
    return found if events else [row for row in found if not row.endswith("|")]


def answers(part: str = "dough", **right: int) -> dict[str, bool]:
    """The first answers to all questions of a sub-skill: how many are right at each level."""
    return {f"{own}-{level}-{n}": n < right[level] for own, level, n in IDS if own == part}


def know(learner: Learner, verdicts: dict[str, bool], **tables: Any) -> Learner:
    """Keep answers to the questions as they are now."""
    data = learner.page.evaluate(
        "JSON.parse(document.querySelector('.guide-planner > script').textContent)"
    )
    digests = {id: digest for id, digest, *_ in data["questions"]}
    entries = {
        id: {"digest": digests[id], "attempt": 0, "given": "x", "right": right, "sure": False,
             "ticks": []}
        for id, right in verdicts.items()
    }  # fmt: skip
    times = {f"answers/{id}": number for number, id in enumerate(verdicts, 1)}
    return learner.store(answers=entries, times=times, **tables)


def saved(learner: Learner, name: str) -> bytes:
    """The file that a button saves."""
    with learner.page.expect_download() as download:
        learner.page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


def calendar(learner: Learner) -> list[icalendar.Event]:
    """The events of the file for a calendar."""
    return icalendar.Calendar.from_ical(saved(learner, "calendar")).events


def violations(learner: Learner) -> list[str]:
    """What axe-core finds with every rule on; the theme of the small guide is not ours."""
    found = Axe().run(learner.page, context=".guide-planner").response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


# The rules, held to the tables to which the references are held.


def test_the_calendar_agrees_with_the_table_of_plans(rules):
    for example in PLANS:
        found = rules("schedule", plan_of(example))
        rows = [[row["id"], row["start"], row["end"]] for row in found["rows"]]
        events = [[event["kind"], event["id"], event["day"]] for event in found["events"]]
        wrong = [found["field"], found["problem"]]
        shown = {"problem": wrong} if found["problem"] else {"rows": rows, "events": events}

        assert shown == example["result"], example["name"]
        assert found["end"] == (rows[-1][2] if rows else "")


def test_what_answers_show_agrees_with_the_table_of_standings(rules):
    for example in STANDINGS:
        found = rules("standing", standing_of(example))
        parts = {p["id"]: [p["right"], p["count"], p["held"]] for p in found["parts"]}

        assert {"held": found["held"], "parts": parts} == example["result"], example["name"]


# What is planned.


def test_whoever_knows_nothing_has_a_plan_with_dates_at_once(learn):
    learner = learn()

    expect(learner.status).to_have_text("3 units, 30 h: you finish on Dec 21, 2026.")
    assert rows(learner) == FIRST
    assert rows(learner, events=True)[2:] == [
        "Dec 11 – 21, 2026 | Routine | 15",
        "Dec 14, 2026 | Review: Mix |",
        "Dec 14, 2026 | The first exit |",
        f"Dec 18, 2026 | Review: {TITLE} |",
        "Dec 28, 2026 | Review: Routine |",
    ]
    assert plain(learner.page.locator(".guide-plan-result .guide-facts").inner_text()) == (
        "At another pace: 5 h a week: Jan 11, 2027 · 15 h a week: Dec 14, 2026"
        " · 20 h a week: Dec 11, 2026"
    )
    links = learner.page.locator(".guide-plan-result tr[data-kind=unit] a")
    assert [link.get_attribute("href").rpartition("/")[2] for link in links.all()] == [
        "path.html#unit-mix",
        "path.html#unit-bake",
        "path.html#unit-routine",
    ]
    assert learner.plan is None  # nobody has chosen anything


def test_other_hours_move_the_end(learn):
    learner = learn()
    learner.set("Hours a week", "5")

    expect(learner.status).to_have_text("3 units, 30 h: you finish on Jan 11, 2027.")


def test_days_off_and_weeks_off_leave_these_days_out(learn):
    learner = learn()
    for day in ("Mon", "Sun"):
        learner.page.get_by_label(day, exact=True).uncheck()
    learner.add_break("2026-12-10", "2026-12-12")
    expect(learner.page.locator(".guide-breaks-list li")).to_have_count(1)
    days = learner.plan["rows"]

    assert {id: (row["start"], row["end"]) for id, row in days.items()} == {
        "mix": ("2026-12-01", "2026-12-05"),
        "bake": ("2026-12-08", "2026-12-15"),
        "routine": ("2026-12-15", "2026-12-24"),
    }
    learner.page.get_by_role("button", name="Remove").click()
    expect(learner.page.locator(".guide-breaks-list li")).to_have_count(0)
    assert learner.plan["rows"]["bake"]["end"] == "2026-12-10"


def test_one_day_off_needs_no_last_day(learn):
    learner = learn()
    learner.add_break("2026-12-02", "")

    expect(learner.status).to_contain_text("Dec 22, 2026")
    assert learner.plan["breaks"] == [{"from": "2026-12-02", "to": "2026-12-02"}]


def test_up_to_a_phase_later_units_are_left_out(learn):
    learner = learn()
    learner.page.get_by_label("Up to").select_option("First")

    expect(learner.status).to_have_text("2 units, 15 h: you finish on Dec 11, 2026.")
    assert "The first exit" in "".join(rows(learner, events=True))


def test_a_unit_that_is_ticked_on_the_path_leaves_the_plan_and_the_rest_begins_today(learn):
    learner = learn()
    learner.set("Hours a week", "10.5")
    learner.page.clock.set_fixed_time("2026-12-05T10:00:00Z")
    path = learner.guide.open("path")
    path.locator("#unit-mix").get_by_label("Done").check()

    expect(learner.status).to_have_text("2 units, 20 h: you finish on Dec 18, 2026.")
    assert rows(learner)[0] == f"Dec 5 – 8, 2026 | {TITLE} Start here. | 5"


def test_a_plan_moves_when_days_pass(learn):
    learner = learn()
    learner.set("Hours a week", "15")
    expect(learner.status).to_have_text("3 units, 30 h: you finish on Dec 14, 2026.")
    learner.page.clock.set_fixed_time("2026-12-11T10:00:00Z")
    learner.page.reload()

    expect(learner.status).to_have_text("3 units, 30 h: you finish on Dec 24, 2026.")
    assert learner.plan["start"] == "2026-12-01"  # what was chosen is kept


def test_a_first_day_ahead_is_kept_until_it_has_come(learn):
    learner = learn()
    learner.set("First day", "2026-12-08")
    expect(learner.status).to_contain_text("Dec 28, 2026")
    learner.page.clock.set_fixed_time("2026-12-05T10:00:00Z")
    learner.page.reload()

    expect(learner.status).to_contain_text("Dec 28, 2026")


def test_what_answers_show_is_skipped_and_what_is_built_stays(learn):
    """Eight answers to dough hold the level of the first phase, none to oven do."""
    learner = know(learn(), answers(novice=4, baker=0))

    expect(learner.status).to_have_text("3 units, 24 h: you finish on Dec 17, 2026.")
    assert rows(learner)[0] == (
        "Dec 1 – 3, 2026 | Mix Builds: A loaf. Start here. plan all of it | 4"
    )
    assert "Review: Mix" not in "".join(rows(learner, events=True))
    learner.page.get_by_label("Begin").select_option("from zero")
    expect(learner.status).to_contain_text("30 h")


def test_seven_answers_show_nothing(learn):
    known = answers(novice=4, baker=4)
    known.popitem()

    expect(know(learn(), known).status).to_contain_text("30 h")


def test_a_unit_of_two_sub_skills_is_shown_only_by_both(learn):
    learner = know(learn(), answers(novice=4, baker=4))

    assert [row[-3:] for row in rows(learner)] == ["| 4", "| 5", " 15"]


def test_twenty_answers_over_all_show_what_a_sub_skill_alone_does_not(learn):
    """Four of six are too few for the oven, and eight of ten are enough for a novice."""
    oven = answers("oven", novice=4, baker=0)
    assert [row[-3:] for row in rows(know(learn(), oven))] == [" 10", "| 5", " 15"]
    learner = know(learn(), oven | answers(novice=4, baker=0))

    assert [row[-3:] for row in rows(learner)] == ["| 4", " 15"]
    expect(learner.status).to_have_text("2 units, 19 h: you finish on Dec 14, 2026.")


def test_a_unit_of_which_nothing_is_left_can_be_planned_again(learn):
    """It builds nothing, so no day has a row for it."""
    learner = know(learn(), answers("oven", novice=4, baker=0) | answers(novice=4, baker=0))
    left = learner.page.locator(".guide-plan-result > div > ul > li")
    expect(left).to_have_count(1)
    expect(left).to_contain_text(TITLE)
    left.get_by_label("plan all of it").click()

    expect(left).to_have_count(0)
    expect(learner.status).to_contain_text("24 h")


def test_all_of_a_unit_is_planned_again_and_focus_stays_on_its_box(learn):
    learner = know(learn(), answers(novice=4, baker=0))
    box = learner.page.get_by_label("plan all of it")
    box.focus()
    learner.page.keyboard.press("Space")

    expect(learner.status).to_contain_text("30 h")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    assert "Review: Mix" in "".join(rows(learner, events=True))
    learner.page.keyboard.press("Space")
    expect(learner.status).to_contain_text("24 h")
    expect(box).to_be_focused()
    assert learner.plan["keep"] == []


def test_what_was_chosen_is_there_after_a_reload(learn):
    learner = know(learn(), answers(novice=4, baker=0))
    learner.page.get_by_label("plan all of it").check()
    learner.page.get_by_label("Begin").select_option("with what my answers show")
    learner.page.get_by_label("Up to").select_option("First")
    learner.set("Hours a week", "12.5")
    learner.set("First day", "2026-12-24")
    learner.page.get_by_label("Sun", exact=True).uncheck()
    learner.add_break("2026-12-31", "2027-01-01")
    before, plan = rows(learner, events=True), learner.plan
    learner.page.reload()

    assert rows(learner, events=True) == before
    assert learner.plan == plan
    expect(learner.page.get_by_label("Hours a week")).to_have_value("12.5")
    expect(learner.page.get_by_label("First day")).to_have_value("2026-12-24")
    expect(learner.page.get_by_label("Up to")).to_have_value("first")
    expect(learner.page.get_by_label("Sun", exact=True)).not_to_be_checked()
    expect(learner.page.get_by_label("Mon", exact=True)).to_be_checked()
    expect(learner.page.locator(".guide-breaks-list li")).to_contain_text("Dec 31, 2026")


def test_when_all_is_ticked_nothing_is_left_to_plan(learn):
    done = {f"unit-{unit}": True for unit in ("mix", "bake", "routine")}
    learner = learn().store(done=done)

    expect(learner.status).to_have_text(NOTHING)
    expect(learner.page.locator(".guide-plan-result")).to_be_empty()


def test_an_attempt_that_is_handed_in_counts_as_answers_of_a_bank_do(learn):
    learner = know(learn(), answers(novice=4, baker=0))
    sitting = {"quiz": "exit", "started": 5, "known": 0, "asked": [], "ended": 9}
    learner.store(attempts={"exit-5": sitting | {"answers": learner.kept["answers"]}})

    expect(learner.status).to_contain_text("24 h")


# What makes no sense.


@pytest.mark.parametrize("hours", ["0", "81", "-3", ""])
def test_hours_that_nobody_learns_have_a_sentence_beside_them(learn, hours):
    learner = learn()
    field = learner.page.get_by_label("Hours a week")
    learner.set("Hours a week", hours)

    expect(learner.problems).to_have_text(["Plan 1 to 80 hours a week."])
    expect(field).to_have_accessible_description("Plan 1 to 80 hours a week.")
    expect(learner.status).to_be_empty()
    learner.set("Hours a week", "10")
    expect(learner.problems).to_have_count(0)
    assert rows(learner) == FIRST


def test_no_first_day_has_a_sentence_beside_its_field(learn):
    learner = learn()
    learner.set("First day", "")

    expect(learner.problems).to_have_text(["Choose a day that the calendar has."])
    expect(learner.page.get_by_label("First day")).to_have_accessible_description(
        "Choose a day that the calendar has."
    )


def test_half_a_day_is_not_taken_away_while_it_is_written(learn):
    learner = learn()
    field = learner.page.get_by_label("First day")
    field.focus()
    learner.page.keyboard.press("Backspace")  # the month
    expect(learner.problems).to_have_text(["Choose a day that the calendar has."])
    learner.page.keyboard.type("12")

    expect(field).to_have_value("2026-12-01")
    expect(learner.problems).to_have_count(0)
    assert rows(learner) == FIRST


def test_a_week_without_a_day_to_learn_on_has_a_sentence_beside_its_days(learn):
    learner = learn()
    days = learner.page.locator(".guide-day input")
    for day in days.all():
        day.uncheck()

    expect(learner.problems).to_have_text(["Leave one day of the week to learn on."])
    expect(days.last).to_have_accessible_description("Leave one day of the week to learn on.")


@pytest.mark.parametrize(
    ("first", "last"), [("2026-12-20", "2026-12-10"), ("", "2026-12-10"), ("", "")]
)
def test_weeks_off_that_are_none_are_not_added_and_stay_in_their_fields(learn, first, last):
    sentence = "Choose a first day, and a last one that does not come before it."
    learner = learn()
    learner.add_break(first, last)
    field = learner.page.get_by_label("from", exact=True)

    expect(learner.problems).to_have_text([sentence])
    expect(field).to_have_accessible_description(sentence)
    expect(field).to_be_focused()
    expect(field).to_have_value(first)
    expect(learner.page.get_by_label("to", exact=True)).to_have_value(last)
    assert rows(learner) == FIRST
    learner.add_break("2026-12-10", "2026-12-20")
    expect(learner.problems).to_have_count(0)


def test_what_makes_no_sense_costs_nothing_else(learn):
    """The days that path pages show, and all that was chosen, are there when it is repaired."""
    learner = learn()
    learner.page.get_by_label("Sun", exact=True).uncheck()
    learner.add_break("2026-12-24", "2027-01-03")
    plan = learner.plan
    learner.set("Hours a week", "0")
    learner.page.reload()

    expect(learner.problems).to_have_text(["Plan 1 to 80 hours a week."])
    assert learner.plan == plan | {"hours": 0}
    learner.set("Hours a week", "10")
    assert learner.plan == plan


def test_weeks_off_without_an_end_are_said_and_can_be_removed(learn):
    learner = learn()
    learner.add_break("2026-12-02", "2096-12-01")

    expect(learner.problems).to_have_text(
        ["This has no end within twenty years: plan more hours, or fewer weeks off."]
    )
    learner.page.get_by_role("button", name="Remove").click()
    assert rows(learner) == FIRST


def test_another_pace_that_has_no_end_is_not_shown(learn):
    learner = learn()
    learner.add_break("2027-01-10", "2057-01-01")

    expect(learner.status).to_contain_text("Dec 21, 2026")
    facts = learner.page.locator(".guide-plan-result .guide-facts").inner_text()
    assert plain(facts) == (
        "At another pace: 15 h a week: Dec 14, 2026 · 20 h a week: Dec 11, 2026"
    )


# Damaged or foreign plans.

USUAL = {"basis": "answers", "hours": 10, "start": "2026-12-01", "off": [], "breaks": [],
         "until": "", "keep": []}  # fmt: skip


@pytest.mark.parametrize(
    "plan",
    [
        "x",
        5,
        [1],
        {"hours": "x", "breaks": None, "keep": 5, "start": 7, "off": "no", "until": {}},
        {"basis": 3, "rows": 5, "events": None},
        USUAL | {"breaks": [None]},
        USUAL | {"off": [None, 9, "1"], "keep": [None, "gone"], "until": "gone"},
        USUAL | {"start": "1976-12-01"},
    ],
    ids=str,
)
def test_garbage_in_a_plan_is_as_if_nobody_had_chosen_it(learn, plan):
    learner = learn()
    errors = []
    learner.page.on("pageerror", lambda error: errors.append(str(error)))
    learner.store(plans={"path": plan})

    assert rows(learner) == FIRST
    chosen = learner.page.get_by_label("Up to").locator("option:checked")
    expect(chosen).to_have_text("the end of the path")
    learner.set("Hours a week", "5")
    expect(learner.status).to_contain_text("Jan 11, 2027")
    assert errors == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"start": "2026-13-45"}, "Choose a day that the calendar has."),
        ({"hours": 1000}, "Plan 1 to 80 hours a week."),
        ({"breaks": ["x"]}, "Choose a first day, and a last one"),
        ({"breaks": [{"from": "2026-13-45", "to": 5}]}, "Choose a first day, and a last one"),
        ({"start": "9999-12-31"}, "This has no end within twenty years"),
    ],
    ids=str,
)
def test_a_value_that_makes_no_sense_is_said_and_can_be_repaired(learn, change, sentence):
    learner = learn()
    errors = []
    learner.page.on("pageerror", lambda error: errors.append(str(error)))
    learner.store(plans={"path": USUAL | change})

    expect(learner.problems).to_have_count(1)
    expect(learner.problems).to_contain_text(sentence)
    for button in learner.page.get_by_role("button", name="Remove").all():
        button.click()
    learner.set("Hours a week", "10")
    learner.set("First day", "2026-12-01")
    assert rows(learner) == FIRST
    assert errors == []


@pytest.mark.parametrize(
    ("change", "end"),
    [({"start": "2076-12-01"}, "Dec 21, 2076"), ({"hours": 80}, "Dec 3, 2026"),
     ({"hours": 1}, "Jun 28, 2027")],
    ids=str,
)  # fmt: skip
def test_a_plan_far_away_fast_or_slow_has_an_end(learn, change, end):
    learner = learn().store(plans={"path": USUAL | change})

    expect(learner.status).to_contain_text(end)
    expect(learner.problems).to_have_count(0)


def test_attempts_that_cannot_be_read_cost_no_other_answer(learn):
    attempts = {"a": 5, "b": {"ended": 1}, "c": {"ended": 1, "answers": {"oven-novice-1": None}}}
    learner = know(learn(), answers(novice=4, baker=0), attempts=attempts)

    expect(learner.status).to_contain_text("24 h")


def test_a_file_with_a_plan_of_another_guide_is_refused(learn):
    learner = learn()
    learner.set("Hours a week", "5")
    page = learner.guide.open("questions")
    for skill, hours in (("cake", 5), ("bread", 40)):
        plan = learner.plan | {"hours": 40}
        times = {"plans/path": 4_000_000_000_000}
        other = learner.kept | {"skill": skill, "plans": {"path": plan}, "times": times}
        file = {"name": "a.json", "mimeType": "text/json", "buffer": json.dumps(other).encode()}
        page.locator("input[type=file]").set_input_files(file)

        expect(page.locator(".guide-data [role=status]")).not_to_be_empty()
        expect(learner.page.get_by_label("Hours a week")).to_have_value(str(hours))


def test_a_unit_that_was_renamed_is_planned_under_its_new_name(learn):
    learner = learn()
    learner.set("Hours a week", "5")
    learner.guide.edit("path", "{unit} mix", "{unit} stir")
    learner.page.reload()
    assert rows(learner)[0].startswith("Dec 1 – 14, 2026 | Mix")
    path = learner.guide.open("path")
    errors = []
    path.on("pageerror", lambda error: errors.append(str(error)))
    expect(path.locator("#unit-bake .guide-plan-mark")).to_contain_text("In your plan:")
    expect(path.locator("#unit-stir .guide-plan-mark")).to_be_empty()
    learner.set("Hours a week", "10")

    expect(path.locator("#unit-stir .guide-plan-mark")).to_contain_text("Start here.")
    assert list(learner.plan["rows"]) == ["stir", "bake", "routine"]
    assert errors == []


# What the pages of the path say.


def test_pages_of_the_path_say_where_to_begin_and_when(learn):
    learner = know(learn(), answers(novice=4, baker=0))
    learner.set("Hours a week", "7")
    path = learner.guide.open("path")
    marks = [plain(mark) for mark in path.locator(".guide-plan-mark").all_inner_texts()]

    assert marks == [
        "Start here. In your plan: Dec 1 – 4, 2026."
        " Skip what it reads: your answers show it. What it builds stays.",
        "In your plan: Dec 5 – 9, 2026.",
        "In your plan: Dec 10 – 24, 2026.",
        "",
    ]
    path.locator("#unit-mix").get_by_label("Done").check()
    expect(path.locator("#unit-mix .guide-plan-mark")).to_be_empty()
    expect(path.locator("#unit-bake .guide-plan-mark")).to_contain_text("Start here.")


def test_without_a_plan_pages_of_the_path_say_nothing(learn):
    expect(learn("path").page.locator(".guide-plan-mark").first).to_be_empty()


@pytest.mark.parametrize(
    ("zone", "now", "late"),
    [
        ("UTC", "2026-12-07T23:59:00Z", False),
        ("UTC", "2026-12-08T00:01:00Z", True),
        ("America/New_York", "2026-12-08T04:59:00Z", False),
        ("America/New_York", "2026-12-08T05:01:00Z", True),
        ("Pacific/Kiritimati", "2026-12-07T09:59:00Z", False),
        ("Pacific/Kiritimati", "2026-12-07T10:01:00Z", True),
    ],
)
def test_a_unit_is_due_until_its_last_day_has_passed_where_the_reader_is(learn, zone, now, late):
    rows = {"mix": {"start": "2026-12-01", "end": "2026-12-07", "isProven": False}}
    learner = learn("path", now=now, timezone_id=zone).store(plans={"path": USUAL | {"rows": rows}})
    mark = plain(learner.page.locator("#unit-mix .guide-plan-mark").inner_text())

    said = "In your plan it was due on Dec 7, 2026." if late else "In your plan: Dec 1 – 7, 2026."
    assert mark == f"Start here. {said}"


@pytest.mark.parametrize(
    "dates",
    ["x", 5, {"mix": None}, {"mix": 5}, {"mix": {"start": "2026-13-45", "end": "2026-13-46"}}],
    ids=str,
)
def test_days_that_are_none_stop_no_page_of_the_path(learn, dates):
    learner = learn("path")
    errors = []
    learner.page.on("pageerror", lambda error: errors.append(str(error)))
    learner.store(plans={"path": USUAL | {"rows": dates}}, done={"unit-bake": True})

    expect(learner.page.locator("#unit-bake").get_by_label("Done")).to_be_checked()
    expect(learner.page.locator("#unit-mix .guide-plan-mark")).to_be_empty()
    assert errors == []


# Files.


def test_a_calendar_holds_the_plan_as_another_program_reads_it(learn):
    learner = learn()
    events = calendar(learner)
    found = {str(e["UID"]): (e["DTSTART"].dt, e["DTEND"].dt, str(e["SUMMARY"])) for e in events}

    assert len(found) == len(events) == 7
    assert found["unit-mix@bread.skillguide"] == (date(2026, 12, 1), date(2026, 12, 8), "Mix")
    assert found["unit-bake@bread.skillguide"] == (date(2026, 12, 8), date(2026, 12, 12), TITLE)
    assert found["review-bake@bread.skillguide"] == (
        date(2026, 12, 18), date(2026, 12, 19), f"Review: {TITLE}"
    )  # fmt: skip
    assert found["exit-exit@bread.skillguide"][0] == date(2026, 12, 14)
    assert {event["DTSTAMP"].dt.isoformat() for event in events} == {"2026-12-01T10:00:00+00:00"}
    assert {event["DTSTAMP"].dt.tzinfo.utcoffset(None) for event in events} == {UTC.utcoffset(None)}


def test_an_event_keeps_its_name_when_the_plan_is_saved_again(learn):
    """A calendar then moves what it has, and adds nothing."""
    learner = learn()
    before = [str(event["UID"]) for event in calendar(learner)]
    learner.set("Hours a week", "5")
    learner.page.clock.set_fixed_time("2026-12-09T10:00:00Z")
    events = calendar(learner)

    assert sorted(str(event["UID"]) for event in events) == sorted(before)
    assert events[0]["DTSTAMP"].dt.date() == date(2026, 12, 9)


def test_events_lead_to_their_pages_where_these_have_an_address(learn):
    learner = learn()
    assert all("URL" not in event for event in calendar(learner))
    with serve(learner.guide.folder / "out", "/guide/") as address:
        learner.page.goto(f"{address}plan.html")
        urls = {str(event["UID"]): str(event["URL"]) for event in calendar(learner)}

    assert urls["unit-mix@bread.skillguide"] == f"{address}path.html#unit-mix"
    assert urls["exit-exit@bread.skillguide"] == f"{address}questions.html#quiz-exit"


TITLES = [
    "ä" * 200,
    "面包" * 60,
    "a" * 66 + "面",
    "🍞" * 40,
    "Salt, water; flour \\ yeast",
    "Two\nlines",
    "Two\r\nlines of a window",
    "\\n is no new line",
    "END:VEVENT",
    '"=1+1"',
]


def entry(text: str, number: int = 0, hours: Any = 1.5) -> dict[str, Any]:
    """Something that stands in a plan."""
    return {"id": f"unit-{number}", "from": "2026-12-31", "to": "2026-12-31", "text": text,
            "href": "", "hours": hours}  # fmt: skip


def written(rules, kind: str, *texts: str, title: str = "My plan: bread") -> str:
    """A file of entries with these titles."""
    entries = [entry(text, number) for number, text in enumerate(texts)]
    head = ["From", "To", "What", "Hours"]
    detail = {"format": kind, "title": title, "skill": "bread", "head": head, "now": 0}
    return rules("write", detail | {"entries": entries, "text": ""})["text"]


def test_lines_of_a_calendar_are_folded_and_escaped_as_its_rules_say(rules):
    text = written(rules, "ics", *TITLES, title=TITLES[4])
    lines = text.split("\r\n")
    found = icalendar.Calendar.from_ical(text)

    assert lines.pop() == ""
    assert not [line for line in lines if "\n" in line or "\r" in line]
    assert max(len(line.encode()) for line in lines) == 75
    assert sum(line.startswith(" ") for line in lines) > 10
    assert [str(event["SUMMARY"]) for event in found.events] == [
        title.replace("\r\n", "\n") for title in TITLES
    ]
    assert re.sub(r"\\(.)", r"\1", found["X-WR-CALNAME"]) == TITLES[4]  # a name of its own kind
    assert (str(found["VERSION"]), str(found["CALSCALE"])) == ("2.0", "GREGORIAN")
    assert {event["DTEND"].dt for event in found.events} == {date(2027, 1, 1)}
    assert {event["DTSTART"].params["VALUE"] for event in found.events} == {"DATE"}


@pytest.mark.parametrize("zone", ZONES)
def test_a_plan_begins_on_the_day_that_the_reader_has(learn, zone):
    """At ten in the evening of New York it is the next day in Berlin."""
    today = {"America/New_York": "2026-12-01"}.get(zone, "2026-12-02")
    learner = learn(now="2026-12-02T03:00:00Z", timezone_id=zone)
    start = date.fromisoformat(today)
    first, *_ = calendar(learner)

    expect(learner.page.get_by_label("First day")).to_have_value(today)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (start, start + timedelta(7))
    assert rows(learner)[0].startswith(f"Dec {start.day} – {start.day + 6}, 2026 | Mix")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("start", ["2027-03-12", "2027-03-27", "2027-10-30", "2027-11-06"])
def test_days_are_the_same_in_every_time_zone_when_clocks_change(learn, zone, start):
    plan = USUAL | {"start": start, "hours": 7}
    learner = learn(timezone_id=zone).store(plans={"path": plan})
    first = date.fromisoformat(start)
    spans = [(0, 10), (10, 15), (15, 30)]
    events = {str(event["UID"]): event for event in calendar(learner)}
    days = [
        (event["DTSTART"].dt, event["DTEND"].dt)
        for event in (events[f"unit-{unit}@bread.skillguide"] for unit in PLANNED)
    ]

    assert days == [(first + timedelta(a), first + timedelta(b)) for a, b in spans]
    review = events["review-mix@bread.skillguide"]
    assert review["DTSTART"].dt == first + timedelta(9 + 7)


PLANNED = ("mix", "bake", "routine")


@pytest.mark.parametrize(
    ("zone", "now", "today"),
    [
        ("Europe/Berlin", "2027-03-27T23:30:00Z", "2027-03-28"),
        ("Europe/Berlin", "2027-03-28T21:59:00Z", "2027-03-28"),
        ("Europe/Berlin", "2027-10-30T21:59:00Z", "2027-10-30"),
        ("Europe/Berlin", "2027-10-31T22:59:00Z", "2027-10-31"),
        ("America/New_York", "2027-03-15T03:59:00Z", "2027-03-14"),
        ("America/New_York", "2027-11-08T04:59:00Z", "2027-11-07"),
    ],
)
def test_today_is_today_until_midnight_when_clocks_change(learn, zone, now, today):
    learner = learn(now=now, timezone_id=zone)

    expect(learner.page.get_by_label("First day")).to_have_value(today)


def test_a_table_is_read_back_and_nothing_in_it_is_computed(rules):
    texts = ['He said "rye", twice', "=1+1", "+49", "-5", "@SUM(A1)", "\t=1", "Two\nlines", "a=b"]
    text = written(rules, "csv", *texts)
    head, *found = csv.reader(io.StringIO(text, newline=""), strict=True)

    assert head == ["From", "To", "What", "Hours"]
    assert [row[2] for row in found] == [
        'He said "rye", twice', "'=1+1", "'+49", "'-5", "'@SUM(A1)", "'\t=1", "Two\nlines", "a=b",
    ]  # fmt: skip
    assert {tuple(row[:2] + row[3:]) for row in found} == {("2026-12-31", "2026-12-31", "1.5")}


def test_the_table_that_is_saved_is_the_one_on_the_page(learn):
    text = saved(learn(), "table").decode()
    head, *found = csv.reader(io.StringIO(text, newline=""), strict=True)

    assert head == ["From", "To", "What", "Hours"]
    assert found[:2] == [
        ["2026-12-01", "2026-12-07", "Mix", "10"],
        ["2026-12-08", "2026-12-11", TITLE, "5"],
    ]
    assert ["2026-12-14", "2026-12-14", "Review: Mix", ""] in found


def test_markdown_is_a_table_whatever_stands_in_it(rules, learn):
    text = written(rules, "md", "a | b", "Two\nlines", "\\|")
    cells = [re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1] for line in text.splitlines()[2:]]

    assert text.startswith("# My plan: bread\n\n| From | To | What | Hours |\n| --- |")
    assert [len(row) for row in cells] == [4] * 5
    assert [row[2].strip() for row in cells[2:4]] == ["a \\| b", "Two lines"]
    assert "| 2026-12-01 | 2026-12-07 | Mix | 10 |" in saved(learn(), "Markdown").decode()


# Paper, keyboard, accessibility.


def test_paper_shows_the_plan_without_its_form(learn):
    learner = know(learn(), answers(novice=4, baker=0))
    learner.page.emulate_media(media="print")

    expect(learner.page.locator(".guide-plan-result table")).to_be_visible()
    expect(learner.status).to_be_visible()
    for part in (".guide-plan-form", ".guide-plan-files", ".guide-paper", ".guide-done"):
        expect(learner.page.locator(f".guide-planner {part}").first).to_be_hidden()


def test_without_a_script_there_is_a_form_for_paper(learn):
    page = learn(java_script_enabled=False).page
    cells = [row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()]

    assert cells == ROWS
    expect(page.locator(".guide-plan-form")).to_have_count(0)


def test_a_plan_is_made_with_the_keyboard_alone(learn):
    learner = learn()
    press = learner.page.keyboard.press
    learner.page.get_by_label("Begin").focus()
    press("ArrowDown")  # from zero
    press("Tab")
    press("ControlOrMeta+a")
    learner.page.keyboard.type("5")
    press("Tab")
    for _field in ("month", "day", "year"):
        press("Tab")
    press("Tab")  # past the button that opens the calendar
    expect(learner.page.get_by_label("Up to")).to_be_focused()
    press("ArrowDown")
    press("Tab")
    expect(learner.page.get_by_label("Mon", exact=True)).to_be_focused()
    press("Space")
    expect(learner.page.get_by_label("Mon", exact=True)).to_be_focused()

    expect(learner.status).to_have_text("2 units, 15 h: you finish on Dec 20, 2026.")
    assert [learner.plan[name] for name in ("basis", "hours", "until", "off")] == [
        "", 5, "first", [1]
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_planner_is_accessible_with_and_without_problems(learn, width, scheme):
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    learner = know(learn(**options), answers(novice=4, baker=0))
    learner.add_break("2026-12-24", "2027-01-03")
    assert violations(learner) == []
    learner.add_break("2026-12-24", "2026-12-03")
    learner.set("Hours a week", "0")

    assert violations(learner) == []
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("storage", ["{get() { throw new Error() }}", "{value: undefined}"])
def test_without_a_storage_a_plan_is_made_from_memory(learn, storage):
    learner = learn(script=f"Object.defineProperty(window, 'localStorage', {storage})")
    errors = []
    learner.page.on("pageerror", lambda error: errors.append(str(error)))
    learner.set("Hours a week", "5")
    learner.add_break("2026-12-02", "2026-12-02")

    expect(learner.status).to_have_text("3 units, 30 h: you finish on Jan 12, 2027.")
    assert errors == []


# The page of this site.

PAGE = "guide/learning-path/plan"
#: What moves in the article once it is there; the theme moves a button of its own above it.
SHIFTS = """() => new Promise((done) => {
    const moved = [];
    new PerformanceObserver((list) => {
        for (const { node } of list.getEntries().flatMap(({ sources }) => sources))
            if (node?.parentElement?.closest("article")) moved.push(node.textContent);
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
})"""


def test_scripts_of_the_planner_are_light(site):
    html = (site / f"{PAGE}.html").read_text("utf-8")
    static = ROOT / "_ext" / "skillguide" / "static" / "skillguide"
    found = set(re.findall(r"skillguide/(\w+\.js)", html))

    assert {"planner.js", "calendar.js", "standing.js", "timetable.js", "files.js"} <= found
    assert sum(len(gzip.compress((static / name).read_bytes(), 9)) for name in found) <= 15 * 1024


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_plan_of_the_whole_path_is_accessible_and_shifts_nothing(open_page, width, scheme):
    page = open_page(PAGE, width=width, scheme=scheme)

    expect(page.locator(".guide-plan-end")).to_contain_text("19 units, 240 h")
    assert page.evaluate(SHIFTS) == []
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_whole_path_holds_exits_and_an_exam_and_ends_when_all_is_ticked(open_page):
    page = open_page(PAGE)
    page.get_by_label("Hours a week").fill("1")
    page.get_by_label("Hours a week").press("Tab")
    expect(page.locator(".guide-plan-end")).to_contain_text("19 units, 240 h")
    kinds = page.locator(".guide-plan-result tbody tr").evaluate_all(
        "rows => rows.map(row => row.dataset.kind)"
    )
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "unit": 19, "review": 19, "exit": 3, "exam": 1
    }  # fmt: skip
    page.get_by_label("Up to").select_option(index=1)
    assert page.locator("tr[data-kind=exit]").count() == 1
    assert page.locator("tr[data-kind=exam]").count() == 0
    page.get_by_label("Up to").select_option(index=0)
    units = page.evaluate(
        "JSON.parse(document.querySelector('.guide-planner > script').textContent).units"
    )
    done = {f"unit-{unit['id']}": True for unit in units}
    page.evaluate(
        """values => document.dispatchEvent(
            new CustomEvent("skillguide:keep", {detail: {kind: "done", values}}))""",
        done,
    )

    expect(page.locator(".guide-plan-end")).to_have_text(NOTHING)
    expect(page.locator(".guide-plan-result")).to_be_empty()
