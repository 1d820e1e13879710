"""My progress: what a reader has done, and what it shows."""

import json
from datetime import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGE = "guide/assess/progress"
KEY = "skillguide:ai-ml-architecture:v2"


def data_of(page) -> dict:
    """What the page says about the path and its questions."""
    return json.loads(page.locator(".guide-mine > script").text_content())


def ms(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)


def entry(question: list[str], *, right: bool, sure: bool = True) -> dict:
    return {"digest": question[1], "attempt": 0, "given": ["x"], "right": right, "sure": sure}


def keep(page, **tables) -> None:
    state = {"version": 2, **tables}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(state)])
    page.reload()


def rows(page, heading: str) -> list[list[str]]:
    """The cells of the first table behind a heading."""
    table = page.locator(
        f".guide-mine-home h2:text-is('{heading}') ~ :is(table, div:has(> table))"
    ).first
    return [row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()]


def test_a_new_reader_sees_what_will_stand_here(open_page):
    page = open_page(PAGE)
    home = page.locator(".guide-mine-home")

    expect(home).to_contain_text("0 of 240 h")
    expect(home).to_contain_text("Nothing comes back today.")
    expect(home).to_contain_text("You have answered no quiz yet.")
    expect(home).to_contain_text("You have handed in no attempt yet.")
    assert home.locator("[aria-current]").count() == 0
    assert [row[2] for row in rows(page, "Claimed, shown, aimed at")] == [
        "0 answers; 8 more name a level"
    ] * 5


def test_eight_first_answers_name_a_level_and_seven_do_not(open_page):
    """Of an attempt and of a bank together."""
    page = open_page(PAGE)
    data = data_of(page)
    part = data["parts"][0]["id"]
    own = [question for question in data["questions"] if question[2] == part and question[4]]
    by_level = [[q for q in own if q[3] == level["id"]] for level in data["levels"]]
    chosen = [q for some in by_level for q in some[:2]]
    assert len(chosen) == 8
    half = {q[0]: entry(q, right=True) for q in chosen[:4]}
    sitting = {"quiz": "placement", "started": 5, "ended": 6, "known": 0}
    attempts = {"placement-5": sitting | {"asked": list(half), "answers": half}}
    for count, shown in ((7, "7 answers; 1 more name a level"), (8, data["levels"][3]["title"])):
        answers = {q[0]: entry(q, right=True) for q in chosen[4:count]}
        keep(page, answers=answers, attempts=attempts)
        assert rows(page, "Claimed, shown, aimed at")[0][2] == shown


def test_the_picture_says_what_the_table_says(open_page):
    page = open_page(PAGE)
    data = data_of(page)
    keep(page, claims={part["id"]: "advanced" for part in data["parts"]})
    table = rows(page, "Claimed, shown, aimed at")
    axes = page.locator(".guide-profile > text").all_text_contents()

    assert ["".join(row[0].split()) for row in table] == ["".join(axis.split()) for axis in axes]
    assert {row[1] for row in table} == {"Advanced"}
    claim = page.locator(".guide-profile-series[data-series=claim]").get_attribute("points")
    aim = page.locator(".guide-profile-series[data-series=aim]").get_attribute("points")
    ups = [160 - float(points.split()[0].split(",")[1]) for points in (claim, aim)]
    assert ups[0] / ups[1] == pytest.approx(3 / 4)  # the third of four levels
    assert page.locator(".guide-profile-series[data-series=shown]").count() == 0


def test_ticks_are_hours_by_phase_and_by_sub_skill(open_page):
    page = open_page(PAGE)
    data = data_of(page)
    unit = data["units"][0]
    keep(page, done={f"unit-{unit['id']}": True})
    bars = page.locator(".guide-meters progress").evaluate_all(
        "all => all.map(bar => [bar.value, bar.max])"
    )
    sums = [sum(u["hours"].get(part["id"], 0) for u in data["units"]) for part in data["parts"]]

    assert bars[0] == [unit["total"], 240]
    assert [most for _some, most in bars[1:4]] == [60, 80, 100]
    assert bars[1][0] == unit["total"]
    assert bars[4:] == [
        [unit["hours"].get(part["id"], 0), total] for part, total in zip(data["parts"], sums)
    ]


def test_what_was_missed_comes_back_the_next_day_in_its_bank(open_page):
    page = open_page(PAGE)
    data = data_of(page)
    question = next(q for q in data["questions"] if q[4] == "mlops-automation")
    answers = {question[0]: entry(question, right=False) | {"step": 1}}
    times = {f"answers/{question[0]}": ms("2027-03-01T20:00")}
    page.clock.set_fixed_time(datetime(2027, 3, 1, 23, 59))
    keep(page, answers=answers, times=times)
    expect(page.locator(".guide-mine-home")).to_contain_text("Nothing comes back today.")
    page.clock.set_fixed_time(datetime(2027, 3, 2, 0, 1))
    page.reload()

    link = page.locator(".guide-mine-home a[href*='only=due']")
    expect(link.locator("xpath=..")).to_contain_text("1 to answer again")
    link.click()
    expect(page.locator("fieldset.guide-question:visible")).to_have_count(1)
    expect(page.locator(f"#question-{question[0]}")).to_be_visible()


def test_every_attempt_has_its_day_the_last_one_first(open_page):
    page = open_page(PAGE)
    question = data_of(page)["questions"][0]
    asked = [question[0], "other"]
    sitting = {"quiz": "exam", "known": 0, "asked": asked}
    right = {question[0]: entry(question, right=True)}
    days = [ms("2027-03-01T10:00"), ms("2027-04-01T10:00")]
    attempts = {
        f"exam-{at}": sitting | {"started": at - 9, "ended": at, "answers": right} for at in days
    }
    attempts["exam-2"] = sitting | {"started": 2, "answers": {}}  # not handed in
    attempts[f"exam-{days[1]}"] |= {"known": 2, "form": "40-7f3a"}
    keep(page, attempts=attempts)

    assert rows(page, "Attempts") == [
        ["Apr 1, 2027", "The exam (40-7f3a)", "1 / 2", "2 known before"],
        ["Mar 1, 2027", "The exam", "1 / 2", ""],
    ]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_everybody(open_page, width, scheme):
    page = open_page(PAGE, width=width, scheme=scheme)
    data = data_of(page)
    some = {q[0]: entry(q, right=True) for q in data["questions"]}
    keep(page, answers=some, claims={data["parts"][0]["id"]: "expert"},
         done={f"unit-{unit['id']}": True for unit in data["units"]})  # fmt: skip
    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("[aria-current=step]")).to_contain_text("You are here.")


def test_without_a_script_it_is_a_form_for_paper(open_page):
    page = open_page(PAGE, script=False)

    expect(page.locator(".guide-mine .guide-paper table").first).to_be_visible()
