"""The review, in the shipped script: the same table as in `tests/unit/test_reviews.py`."""

from datetime import date, timedelta

from playwright.sync_api import Page
from unit.test_reviews import TABLE

REVIEW = """values => {
    const { time, ...rest } = values;
    const detail = { at: time ? Date.parse(time) : 0, next: 0, today: 0, ...rest };
    document.dispatchEvent(new CustomEvent("skillguide:review", { detail }));
    return [detail.next, detail.due ?? null, detail.today];
}"""


def day(number: int | None) -> str | None:
    """A day that is counted from 1970."""
    return None if number is None else (date(1970, 1, 1) + timedelta(number)).isoformat()


def open_in(guide, browser, zone: str) -> Page:
    guide.context = browser.new_context(timezone_id=zone)
    return guide.open()


def test_an_answer_leads_to_the_next_step(guide):
    page = guide.open()
    for row in TABLE["steps"]:
        answer = {name: row[name] for name in ("step", "right", "sure")}
        assert page.evaluate(REVIEW, answer)[0] == row["next"], row


def test_an_entry_without_a_step_is_in_none(guide):
    page = guide.open()

    assert page.evaluate(REVIEW, {"right": True, "sure": True})[0] == 0
    assert page.evaluate(REVIEW, {"right": False, "sure": True})[0] == 1
    assert page.evaluate(REVIEW, {})[:2] == [0, None]


def test_a_step_comes_back_on_its_day_in_the_readers_calendar(guide, browser):
    """Also when the clocks change, and a minute before midnight."""
    for zone in sorted({row["zone"] for row in TABLE["days"]}):
        page = open_in(guide, browser, zone)
        for row in TABLE["days"]:
            if row["zone"] == zone:
                _next, due, _today = page.evaluate(REVIEW, {"step": row["step"], "time": row["at"]})
                assert day(due) == row["due"], row["name"]
        guide.context.close()


def test_today_is_the_day_of_the_reader(guide, browser):
    """In Berlin a new day has begun when it is still yesterday in Greenwich."""
    page = open_in(guide, browser, "Europe/Berlin")
    for now, today in (
        ("2026-12-01T23:59:00+01:00", "2026-12-01"),
        ("2026-12-02T00:01:00+01:00", "2026-12-02"),
        ("2026-07-02T00:30:00+02:00", "2026-07-02"),
    ):
        page.clock.set_fixed_time(now)
        assert day(page.evaluate(REVIEW, {})[2]) == today
    guide.context.close()
