"""A quiz that is handed in as a whole: from Start to its result, whatever happens between."""

import json
import re

import exam
import pytest
from browser.test_site import violations
from exam import BANKED, OWN
from playwright.sync_api import Dialog, Page, expect
from reader import EARLIER, KEY, SALT, answer, question, store, stored
from unit.test_forms import draw

VERDICTS = ".guide-question[data-state], .guide-mark, .guide-question :is(details)[open]"
#: The questions from which forms are drawn, as in tests/forms.json.
POOL = [
    f"{id} {id.split('-')[0]} {id.split('-')[1]} {'dough' if id.startswith('small') else 'oven'}"
    for id in BANKED
]
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) window.shifts.push(value);
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture
def guide(tiny):
    return tiny(**exam.pages())


def field(page: Page, id: str):
    """A question of the exam: a copy of one of a bank."""
    return page.locator(f"[data-question={id}]")


def choose(page: Page, id: str, text: str) -> None:
    field(page, id).get_by_label(text, exact=True).check()


def start(page: Page, limit: str = "none") -> None:
    if limit != "none":
        page.get_by_label("Time limit").select_option(limit)
    page.get_by_role("button", name="Start").click()


def accept(dialog: Dialog) -> None:
    dialog.accept()


def hand_in(page: Page) -> None:
    """Hand in, and answer yes if something is open."""
    page.on("dialog", accept)
    page.locator(".guide-attempt-bar").get_by_role("button", name="Hand in").click()
    expect(page.locator(".guide-score-sentence")).to_be_visible()
    page.remove_listener("dialog", accept)


def take(page: Page, *right: str) -> None:
    """An attempt in which these are right, and all others wrong."""
    start(page)
    for id in ids(page):
        choose(page, id, "yes" if id in right else "no")
    hand_in(page)


def ids(page: Page) -> list[str]:
    """What stands on the page, in order."""
    return page.locator("fieldset").evaluate_all("all => all.map(q => q.dataset.question)")


def attempts(page: Page) -> list[dict]:
    found = stored(page)["attempts"].values()
    return sorted(found, key=lambda attempt: attempt["started"])


def test_nothing_shows_a_verdict_before_it_is_handed_in(guide):
    """Of any type of question, also when its button is pressed; then all do."""
    page = guide.open("placement")
    page.evaluate("document.addEventListener('skillguide:answered', () => (window.told = true))")
    start(page)
    question(page, "pick").get_by_label("no", exact=True).check()
    question(page, "pick").get_by_label("I am sure").check()
    question(page, "pick").get_by_role("button", name="Next question").click()
    expect(question(page, "cold").get_by_role("textbox")).to_be_focused()
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    expect(question(page, "flag").get_by_role("textbox")).to_be_focused()
    page.keyboard.type("rye")
    page.keyboard.press("Enter")
    for name, text in (("Sun", "day"), ("Moon", "night")):
        question(page, "pairs").get_by_label(name).select_option(label=text)

    expect(page.locator(".guide-attempt-bar a")).to_have_text("4 of 4 answered")
    expect(page.locator(VERDICTS)).to_have_count(0)
    expect(page.locator(".guide-feedback:visible, .guide-explanation:visible")).to_have_count(0)
    assert set(page.locator("fieldset > [role=status]").all_inner_texts()) == {""}
    assert page.evaluate("window.told") is None
    page.reload()
    expect(page.locator(VERDICTS)).to_have_count(0)

    hand_in(page)
    states = page.locator("fieldset").evaluate_all("all => all.map(q => q.dataset.state)")
    assert states == ["wrong", "wrong", "right", "right"]
    expect(question(page, "pick").locator(".guide-mark")).to_have_count(2)
    expect(question(page, "cold").locator(".guide-explanation")).to_be_visible()
    for control in page.locator("fieldset :is(input, select):visible").all():
        expect(control).to_be_disabled()


def test_questions_are_out_of_sight_until_it_begins(guide):
    page = guide.open("exam")

    expect(page.locator(".guide-attempt-panel")).to_contain_text(
        "4 questions, about 8 minutes. You can change an answer until you hand in"
    )
    expect(page.locator("fieldset:visible")).to_have_count(0)
    start(page)
    expect(page.locator("fieldset:visible")).to_have_count(4)
    expect(page.locator(".guide-attempt-panel")).to_be_hidden()


def test_answers_of_a_bank_and_of_an_exam_do_not_meet(guide):
    """Else an exam would be answered before it begins, and a bank by what was a guess."""
    bank = guide.open("banks")
    answer(bank, "small-low-1", "yes")
    page = guide.open("exam")
    expect(page.locator(".guide-attempt-panel")).to_contain_text("You have answered 1 of them")
    start(page)

    expect(field(page, "small-low-1").locator("input:checked")).to_have_count(0)
    expect(field(page, "small-low-1").locator("input[type=radio]").first).to_be_enabled()
    choose(page, "small-low-1", "no")
    choose(page, "large-low-1", "no")
    expect(page.locator(".guide-attempt-bar a")).to_have_text("2 of 4 answered")
    bank.reload()
    expect(question(bank, "small-low-1")).to_have_attribute("data-state", "right")
    expect(question(bank, "large-low-1").locator("input:checked")).to_have_count(0)
    hand_in(page)
    expect(question(bank, "small-low-1")).to_have_attribute("data-state", "right")
    expect(question(bank, "large-low-1").locator("input:checked")).to_have_count(0)


def test_an_answer_can_be_changed_and_all_is_there_after_a_reload(guide):
    page = guide.open("exam")
    start(page)
    choose(page, OWN[0], "no")
    choose(page, OWN[0], "maybe")
    field(page, OWN[0]).get_by_label("I am sure").check()
    choose(page, OWN[1], "yes")
    field(page, OWN[1]).get_by_label("Look at it again").check()
    field(page, OWN[2]).get_by_label("Look at it again").check()
    text = "2 of 4 answered · 2 flagged"
    expect(page.locator(".guide-attempt-bar a")).to_have_text(text)
    page.reload()

    expect(page.locator(".guide-attempt-bar a")).to_have_text(text)
    expect(field(page, OWN[0]).get_by_label("maybe", exact=True)).to_be_checked()
    expect(field(page, OWN[0]).get_by_label("I am sure")).to_be_checked()
    expect(field(page, OWN[0]).get_by_label("Look at it again")).not_to_be_checked()
    expect(field(page, OWN[1]).get_by_label("yes", exact=True)).to_be_checked()
    expect(field(page, OWN[1]).get_by_label("Look at it again")).to_be_checked()
    expect(field(page, OWN[2]).get_by_label("Look at it again")).to_be_checked()
    expect(field(page, OWN[2]).locator("input[type=radio]:checked")).to_have_count(0)
    choose(page, OWN[0], "yes")
    expect(page.locator("input[type=radio]:checked")).to_have_count(2)
    expect(page.locator(".guide-attempt-bar a")).to_have_attribute(
        "href", f"#{field(page, OWN[2]).get_attribute('id')}"
    )


def test_handing_in_asks_when_something_is_open_and_only_then(guide):
    page = guide.open("exam")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    start(page)
    for id in OWN[:3]:
        choose(page, id, "yes")
    page.get_by_role("button", name="Hand in").first.click()
    assert asked == ["Without an answer: 1. What is not answered counts as not right. Hand in?"]
    expect(page.locator(".guide-attempt-bar")).to_be_visible()
    expect(page.locator(VERDICTS)).to_have_count(0)

    choose(page, OWN[3], "yes")
    page.get_by_role("button", name="Hand in").last.click()
    expect(page.locator(".guide-score-sentence")).to_contain_text("Weighted score 100 of 100")
    assert len(asked) == 1


def test_the_result_stands_at_the_top_once(guide):
    """Before every other heading; it has the focus, and is there after a reload."""
    page = guide.open("exam")
    take(page, *OWN)
    for _visit in range(2):
        heads = page.locator("[role=main] :is(h1, h2)")
        texts = [text.removesuffix("¶") for text in heads.all_inner_texts()]
        assert texts[:3] == ["Exam", "Your result", "The questions"]
        expect(page.locator(".guide-score")).to_have_count(1)
        if not _visit:
            expect(page.locator(".guide-attempt-result")).to_be_focused()
        page.reload()
        expect(page.locator(".guide-score-sentence")).to_be_visible()


def test_what_is_not_answered_counts_as_not_right_and_shows_its_key(guide):
    page = guide.open("exam")
    start(page)
    for id in OWN[:3]:
        choose(page, id, "yes")
    hand_in(page)

    expect(page.locator(".guide-score-sentence")).to_contain_text(
        "Weighted score 75 of 100; with 4 answers"
    )
    expect(page.locator(".guide-score-parts")).to_contain_text("2 of 3")
    last = field(page, OWN[3])
    expect(last).to_have_attribute("data-state", "wrong")
    assert last.locator(".guide-mark").all_inner_texts() == [" ✓ Right answer"]
    expect(last.locator("input[type=radio]:checked")).to_have_count(0)
    page.reload()
    expect(last).to_have_attribute("data-state", "wrong")
    expect(page.locator(".guide-score-sentence")).to_contain_text("Weighted score 75 of 100")


def test_only_first_answers_measure_what_comes_later_is_practice(guide):
    page = guide.open("exam")
    take(page)
    expect(page.locator(".guide-score")).not_to_contain_text("Practice")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(VERDICTS)).to_have_count(0)
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator(".guide-attempt-result")).to_be_hidden()
    for id in OWN:
        choose(page, id, "yes")
    hand_in(page)

    expect(page.locator(".guide-score")).to_contain_text(
        "Practice: you had answered 4 of these 4 questions before"
    )
    expect(page.locator(".guide-score-sentence")).to_contain_text("Weighted score 100 of 100")
    assert [attempt["known"] for attempt in attempts(page)] == [0, 4]


def test_a_flag_alone_is_no_answer_that_was_known(guide):
    page = guide.open("exam")
    start(page)
    for id in OWN:
        field(page, id).get_by_label("Look at it again").check()
    hand_in(page)
    page.get_by_role("button", name="Start again").click()

    assert [attempt["known"] for attempt in attempts(page)] == [0, 0]


def test_every_attempt_stays_with_its_date_and_how_far_it_is_from_the_one_before(guide):
    page = guide.open("exam")
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    take(page, OWN[0])
    page.clock.set_fixed_time("2026-12-08T10:00:00")
    page.reload()
    page.get_by_role("button", name="Start again").click()
    for id in OWN:
        choose(page, id, "yes")
    page.clock.set_fixed_time("2026-12-08T10:07:00")
    hand_in(page)
    result = page.locator(".guide-score")

    expect(result).to_contain_text("Handed in on December 8, 2026, after 7 minutes.")
    expect(result).to_contain_text(
        "The attempt before was 75 points away; the change lies between 9 and 95."
    )
    expect(result.locator("h3", has_text="Earlier attempts")).to_be_visible()
    expect(result).to_contain_text("December 1, 2026: 1 of 4 right")
    page.clock.set_fixed_time("2026-12-15T10:00:00")
    page.reload()
    page.get_by_role("button", name="Start again").click()
    for id in OWN:
        choose(page, id, "yes")
    hand_in(page)
    expect(result).to_contain_text("these answers show no change")
    expect(result.get_by_role("listitem").filter(has_text=re.compile("2026: "))).to_have_text(
        ["December 8, 2026: 4 of 4 right", "December 1, 2026: 1 of 4 right"]
    )


def test_a_time_limit_counts_is_extended_and_stops_nobody(guide):
    page = guide.context.new_page()
    page.clock.install(time="2026-12-01T10:00:00")
    page.goto((guide.folder / "out" / "exam.html").as_uri())
    assert page.get_by_label("Time limit").locator("option").all_inner_texts() == [
        "none", "8 minutes", "12 minutes", "16 minutes",
    ]  # fmt: skip
    start(page, "8 minutes")
    clock, status = page.get_by_role("timer"), page.locator(".guide-attempt-status")
    expect(clock).to_contain_text(re.compile(r"^(8:00|7:5\d) left$"))
    page.clock.fast_forward("07:00")
    expect(clock).to_contain_text(re.compile(r"^(1:00|0:5\d) left$"))
    page.get_by_role("button", name="10 minutes more").click()
    expect(clock).to_contain_text(re.compile(r"^1[01]:\d\d left$"))
    page.reload()
    expect(clock).to_contain_text(re.compile(r"^1[01]:\d\d left$"))
    expect(status).to_be_empty()

    page.clock.fast_forward("14:00")
    expect(clock).to_contain_text(re.compile(r"^[23]:\d\d over$"))
    expect(status).to_have_text("The time is up. Hand in, or go on: the result will say so.")
    choose(page, OWN[0], "yes")
    expect(page.locator(".guide-attempt-bar a")).to_have_text("1 of 4 answered")
    hand_in(page)
    expect(page.locator(".guide-score")).to_contain_text("That is 3 minutes over your limit.")
    expect(clock).to_be_hidden()
    assert attempts(page)[0]["limit"] == 18


def test_without_a_limit_nothing_counts(guide):
    page = guide.open("exam")
    start(page)

    expect(page.locator(".guide-attempt-clock")).to_have_count(0)
    placement = guide.open("placement")
    expect(placement.get_by_label("Time limit")).to_be_hidden()  # it says no minutes


def test_a_number_that_cannot_be_read_says_so_and_is_not_right(guide):
    page = guide.open("placement")
    start(page)
    cold = question(page, "cold")
    cold.get_by_role("textbox").fill("eighteen")
    cold.get_by_role("textbox").blur()
    expect(cold.get_by_role("status")).to_contain_text("That is no number")
    cold.get_by_role("textbox").fill("18")
    cold.get_by_role("textbox").blur()
    expect(cold.get_by_role("status")).to_be_empty()
    cold.get_by_role("textbox").fill("eighteen")
    cold.get_by_role("textbox").blur()
    page.reload()
    expect(cold.get_by_role("textbox")).to_have_value("eighteen")
    hand_in(page)

    expect(cold).to_have_attribute("data-state", "wrong")
    expect(page.locator(".guide-score-parts")).to_contain_text("0 of 4")


def test_two_tabs_are_one_attempt(guide):
    """No tab takes an answer from the other, none loses the focus, and both end."""
    first, second = guide.open("exam"), guide.open("exam")
    start(first)
    expect(second.locator(".guide-attempt-bar")).to_be_visible()
    choose(first, OWN[0], "yes")
    expect(field(second, OWN[0]).get_by_label("yes", exact=True)).to_be_checked()
    choose(second, OWN[1], "no")
    choose(first, OWN[2], "no")
    expect(field(second, OWN[2]).get_by_label("no", exact=True)).to_be_checked()
    choose(second, OWN[0], "maybe")
    expect(field(first, OWN[0]).get_by_label("maybe", exact=True)).to_be_checked()
    expect(first.locator(".guide-attempt-bar a")).to_have_text("3 of 4 answered")

    field(first, OWN[0]).get_by_label("maybe", exact=True).focus()
    choose(second, OWN[0], "yes")
    expect(field(first, OWN[0]).get_by_label("yes", exact=True)).to_be_checked()
    expect(field(first, OWN[0]).locator(":focus")).to_have_count(1)
    for id in (OWN[0], OWN[3]):  # one that was answered, one that was not
        field(first, id).locator("input").first.focus()
    hand_in(second)
    expect(field(first, OWN[0])).to_have_attribute("data-state", "right")
    expect(field(first, OWN[3]).locator("> [role=status]")).to_be_focused()
    expect(first.locator(".guide-score-sentence")).to_be_visible()
    assert len(attempts(first)) == 1


def test_a_placement_of_version_1_becomes_an_attempt_without_a_date(guide):
    """Its answers leave those of the banks, which stay; what was open then does not count."""
    page = guide.open("placement")
    chosen = question(page, "pick").locator("[data-right] input").get_attribute("value")
    digests = {id: question(page, id).get_attribute("data-digest") for id in exam.PLACED}
    bank = SALT | {"digest": "0", "given": ["x"]}
    answers = {
        "pick": SALT | {"digest": digests["pick"], "given": [chosen]},
        "cold": SALT | {"digest": digests["cold"], "given": "17", "right": False},
        "small-low-1": bank,
    }
    earlier = {"version": 1, "answers": answers, "claims": {}, "done": {}, "guesses": {}}
    store(page, json.dumps(earlier), EARLIER)
    page.reload()
    result = page.locator(".guide-score")

    expect(result).to_contain_text("From the time before dates were kept.")
    expect(result.locator(".guide-score-sentence")).to_contain_text("50 of 100; with 2 answers")
    expect(question(page, "pick")).to_have_attribute("data-state", "right")
    expect(question(page, "cold")).to_have_attribute("data-state", "wrong")
    state = stored(page)
    assert state["answers"] == {"small-low-1": bank}
    (attempt,) = state["attempts"].values()
    assert (attempt["started"], attempt["ended"]) == (1, 1)
    assert attempt["answers"].keys() == {"pick", "cold"}
    page.reload()
    expect(result).to_contain_text("From the time before dates were kept.")
    assert len(attempts(page)) == 1

    page.get_by_role("button", name="Start again").click()  # asks what was open, too
    expect(page.locator("fieldset:visible")).to_have_count(4)
    expect(page.locator("input:checked")).to_have_count(0)
    assert attempts(page)[1]["known"] == 2


def test_answers_of_the_bank_make_no_attempt_at_an_exam(guide):
    page = guide.open("exam")
    answers = {"small-low-1": SALT | {"given": ["x"]}}
    store(page, json.dumps({"version": 1, "answers": answers}), EARLIER)
    page.reload()

    expect(page.locator(".guide-attempt-panel")).to_contain_text("You have answered 1 of them")
    expect(page.locator(".guide-score")).to_have_count(0)


def test_what_was_missed_comes_back_in_its_bank_a_day_later(guide):
    """Also what was right by luck; what was right and sure does not."""
    page = guide.open("exam")
    page.clock.set_fixed_time("2026-12-01T23:50:00")
    start(page)
    for id, text in zip(OWN, ("yes", "yes", "no", "yes")):
        choose(page, id, text)
    field(page, OWN[0]).get_by_label("I am sure").check()
    hand_in(page)
    expect(page.locator(".guide-score")).to_be_visible()
    page.wait_for_function(f"() => JSON.parse(localStorage['{KEY}']).answers['{OWN[1]}']")
    kept = stored(page)["answers"]
    assert {id: entry["step"] for id, entry in kept.items()} == dict.fromkeys(OWN[1:], 1)
    assert not any("given" in entry for entry in kept.values())

    bank = guide.context.new_page()
    bank.clock.set_fixed_time("2026-12-01T23:55:00")
    bank.goto(page.url.replace("exam", "banks"))
    large = bank.locator(".guide-progress").last
    expect(large.locator("a")).to_have_text("0 of 12 · 0 right")
    bank.clock.set_fixed_time("2026-12-02T00:05:00")
    bank.reload()
    expect(large.locator("a")).to_have_text("0 of 12 · 0 right · 3 due again")
    large.get_by_role("combobox").select_option("due")
    shown = bank.locator(".guide-questions").last.locator("fieldset:visible")
    assert shown.evaluate_all("all => all.map(q => q.id)") == [f"question-{id}" for id in OWN[1:]]


def test_what_was_answered_in_the_bank_since_does_not_come_back(guide):
    """A page that is opened again begins no review anew."""
    page = guide.open("exam")
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    take(page)
    page.wait_for_function(f"() => JSON.parse(localStorage['{KEY}']).answers['{OWN[0]}']")
    bank = guide.context.new_page()
    bank.clock.set_fixed_time("2026-12-02T10:00:00")
    bank.goto(page.url.replace("exam", "banks"))
    question(bank, OWN[0]).get_by_label("I am sure").check()
    answer(bank, OWN[0], "yes")
    assert stored(bank)["answers"][OWN[0]]["step"] == 2
    page.clock.set_fixed_time("2026-12-03T10:00:00")
    page.reload()
    expect(page.locator(".guide-score-sentence")).to_be_visible()

    assert stored(page)["answers"][OWN[0]]["step"] == 2


DISABLED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error() }})"


def test_where_nothing_is_stored_an_exam_works_from_memory(guide):
    guide.context.add_init_script(DISABLED)
    page = guide.open("exam")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    start(page)
    expect(page.locator(".guide-note")).to_contain_text("does not let the page remember")
    for id in OWN:
        choose(page, id, "yes")
    hand_in(page)

    expect(page.locator(".guide-score-sentence")).to_contain_text("Weighted score 100 of 100")
    expect(page.locator("fieldset[data-state=right]")).to_have_count(4)
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(VERDICTS)).to_have_count(0)
    assert errors == []


def test_a_shared_form_that_cannot_be_kept_leaves_the_form_of_the_page(guide):
    """The page is read anew for another form, and would forget it each time."""
    guide.context.add_init_script(DISABLED)
    page = guide.context.new_page()
    page.goto((guide.folder / "out" / "exam.html").as_uri() + "?form=8-7f3a")
    page.wait_for_url("**/exam.html")
    start(page)

    assert ids(page) == OWN


def form(page: Page, name: str) -> list[str]:
    """The questions of a form that is named in the address."""
    page.goto(page.url.split("?")[0] + f"?form={name}")
    expect(page.locator(".guide-attempt-panel")).to_contain_text(f"Form {name}.")
    page.wait_for_url("**/exam.html")
    expect(page.locator(".guide-attempt-panel")).to_contain_text(f"Form {name}.")
    return ids(page)


def drawn(size: int, seed: str, version: str = "") -> list[str]:
    """The form that the reference draws."""
    parts, levels = list(exam.PARTS.items()), list(exam.LEVELS)
    row = {"pool": POOL, "size": size, "seed": seed, "version": version}
    return draw(row | {"parts": parts, "levels": levels})


def test_a_form_is_the_same_whenever_and_wherever_it_is_opened(guide, new_context):
    page = guide.open("exam")
    first = form(page, "8-7f3a")
    assert first == drawn(8, "7f3a")
    assert form(page, "4-0bad") == drawn(4, "0bad") != first
    assert form(page, "8-7f3a") == first
    other = new_context().new_page()
    other.goto(page.url)
    assert form(other, "8-7f3a") == first
    start(page)

    expect(page.locator("fieldset:visible")).to_have_count(8)
    facts = page.locator("fieldset .guide-facts").all_inner_texts()
    assert [text.split(" ·")[0] for text in facts] == [f"Question {n}" for n in range(1, 9)]
    assert attempts(page)[-1]["form"] == "8-7f3a"
    page.reload()
    assert ids(page) == first


def orders(page: Page) -> dict[str, list[str]]:
    """The order of options by question."""
    script = "q => [...q.querySelectorAll('input[type=radio]')].map(i => i.value)"
    return {id: field(page, id).evaluate(script) for id in ids(page)}


def test_version_b_has_the_same_questions_in_another_order(guide):
    page = guide.open("exam")
    first = form(page, "8-7f3a")
    options = orders(page)
    second = form(page, "8-7f3a-b")

    assert second == drawn(8, "7f3a", "b")
    assert second != first
    assert sorted(second) == sorted(first)
    other = orders(page)
    assert all(sorted(other[id]) == sorted(options[id]) for id in first)
    assert [id for id in first if other[id] != options[id]]


def test_a_seed_that_ends_in_b_is_no_version_b(guide):
    page = guide.open("exam")
    first = form(page, "8-7f3b")
    options = orders(page)
    bank = guide.open("banks")
    script = "q => [...q.querySelectorAll('input[type=radio]')].map(i => i.value)"

    for id in first:
        assert options[id] == question(bank, id).evaluate(script), id


def test_a_wrong_code_gets_one_sentence_beside_its_field(guide):
    page = guide.open("exam")
    page.get_by_role("button", name="Another form").click()
    code = page.get_by_label("Form, if somebody gave you one")
    expect(page.get_by_role("combobox", name="Questions")).to_be_focused()
    code.fill("xyz")
    page.get_by_role("button", name="Take this form").click()

    expect(code).to_be_focused()
    expect(code).to_have_attribute("aria-invalid", "true")
    text = "Four of the digits 0–9 and letters a–f name a form, as 7f3a; or leave it empty."
    expect(code).to_have_accessible_description(text)
    expect(page.get_by_text(text)).to_be_visible()
    assert stored_or_none(page) is None
    code.fill("7F3A")
    page.get_by_role("button", name="Take this form").click()
    expect(page.locator(".guide-attempt-panel")).to_contain_text("Form 4-7f3a.")
    assert ids(page) == drawn(4, "7f3a")


def stored_or_none(page: Page) -> str | None:
    """What was stored, if anything was."""
    return page.evaluate("key => localStorage.getItem(key)", KEY)


def test_without_a_code_the_form_has_most_questions_that_are_new(guide):
    """Twelve of twenty-four are known: four new ones can be found."""
    page = guide.open("exam")
    answers = {id: SALT | {"given": ["x"]} for id in BANKED if id[-1] in "123"}
    store(page, json.dumps({"version": 2, "answers": answers}))
    page.reload()
    page.get_by_role("button", name="Another form").click()
    page.get_by_role("button", name="Take this form").click()
    panel = page.locator(".guide-attempt-panel")
    expect(panel).to_contain_text(re.compile(r"Form 4-[0-9a-f]{4}\. 4 questions"))

    expect(panel).not_to_contain_text("You have answered")
    assert {id[-1] for id in ids(page)} <= set("456")


def test_from_a_form_a_way_leads_back_to_the_questions_of_the_page(guide):
    """Also when the form was handed in."""
    page = guide.open("exam")
    form(page, "8-7f3a")
    take(page)
    page.get_by_role("button", name="Another form").click()
    page.get_by_role("combobox", name="Questions").select_option("the 4 of this page")
    page.get_by_role("button", name="Take this form").click()
    expect(page.locator("fieldset")).to_have_count(4)
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    start(page)

    assert ids(page) == OWN
    assert [attempt.get("form") for attempt in attempts(page)] == ["8-7f3a", ""]


def test_an_attempt_that_was_begun_is_not_replaced_by_an_address(guide):
    page = guide.open("exam")
    start(page)
    choose(page, OWN[0], "yes")
    page.goto(page.url + "?form=8-7f3a")

    expect(page.locator(".guide-attempt-bar a")).to_have_text("1 of 4 answered")
    assert ids(page) == OWN


def test_paper_has_the_questions_of_the_form_and_a_key_with_its_name(guide):
    page = guide.open("exam")
    asked = form(page, "8-7f3a")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    key = page.locator(".guide-key")

    expect(page.locator("fieldset:visible")).to_have_count(8)
    assert ids(page) == asked
    expect(key.locator("h2")).to_have_text("Answer key · Form 8-7f3a.")
    assert len(key.locator(":scope > div").all()) == 8
    for number, id in enumerate(asked):
        labels = field(page, id).locator(".guide-option > label").all_inner_texts()
        letter = "ABC"[[text.strip() for text in labels].index("yes")]
        expect(key.locator(":scope > div b").nth(number)).to_have_text(f"{number + 1}. {letter}")
    expect(page.locator(".guide-paper")).to_be_hidden()  # it counts those of the page
    expect(page.get_by_role("button")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")


def test_paper_of_the_page_itself_has_its_table(guide):
    page = guide.open("exam")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    expect(page.locator("fieldset:visible")).to_have_count(4)
    expect(page.locator(".guide-paper")).to_be_visible()
    expect(page.locator(".guide-key h2")).to_have_text("Answer key")


def test_a_question_that_was_added_is_asked_in_the_next_attempt(guide):
    page = guide.open("exam")
    take(page, *OWN)
    guide.edit("exam", ", large-high-1", ", large-high-1, small-high-1")
    page.reload()
    expect(page.locator(".guide-score-sentence")).to_contain_text("with 4 answers")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("fieldset:visible")).to_have_count(5)

    assert attempts(page)[-1]["asked"] == [*OWN, "small-high-1"]


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.type")


def test_the_keyboard_alone_leads_from_start_to_the_result(guide):
    page = guide.open("exam")
    page.get_by_label("Time limit").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "Start"
    page.keyboard.press("Enter")
    for number, id in enumerate(OWN):
        expect(field(page, id).locator("input").first).to_be_focused()
        page.keyboard.press("Space")
        if number < 3:
            page.keyboard.press("Tab")
            assert focused(page) == "Next question"
            page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        if focused(page) == "Hand in":
            break
    page.keyboard.press("Enter")

    expect(page.locator(".guide-attempt-result")).to_be_focused()
    expect(page.locator(".guide-score-sentence")).to_be_visible()
    expect(page.locator("fieldset[data-state]")).to_have_count(4)


EXAM = "guide/assess/exam"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_an_exam_is_accessible_closed_open_and_handed_in(open_page, width, scheme):
    page = open_page(EXAM, width=width, scheme=scheme)
    found = {}

    def look(state: str) -> None:
        found[state] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    look("closed")
    page.get_by_role("button", name="Another form").click()
    page.get_by_label("Form, if somebody gave you one").fill("xyz")
    page.get_by_role("button", name="Take this form").click()
    look("another form")
    start(page, "80 minutes")
    page.get_by_role("timer").wait_for()
    page.locator("fieldset input").first.check()
    page.get_by_label("Look at it again").first.check()
    look("open")
    hand_in(page)
    look("handed in")

    assert {state: some for state, some in found.items() if some} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_an_exam_is_read(open_page, width):
    """What a script adds has its place before: a reader who clicks hits what was there."""
    page = open_page(EXAM, width=width)
    page.context.add_init_script(SHIFTS)
    moved = {}

    def look(state: str) -> None:
        page.reload()
        page.wait_for_load_state("load")
        page.wait_for_timeout(500)
        moved[state] = sum(page.evaluate("window.shifts"))

    look("closed")
    start(page)
    look("open")
    hand_in(page)
    look("handed in")

    assert {state: value for state, value in moved.items() if value > 0.05} == {}
