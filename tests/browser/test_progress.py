"""The bar of a quiz: how far it is, what was missed, what is due, and a few new questions."""

import exam
import pytest
from playwright.sync_api import Page, expect
from reader import answer, question, stored


@pytest.fixture
def bank(tiny) -> Page:
    """The page of two banks with twelve questions each, on a day in December."""
    guide = tiny(**exam.pages())
    page = guide.context.new_page()
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    page.goto((guide.folder / "out" / "banks.html").as_uri())
    return page


def bar(page: Page):
    """The bar of the second bank."""
    return page.locator(".guide-progress").last


def shown(page: Page) -> list[str]:
    """What the second bank shows."""
    fields = page.locator(".guide-questions").last.locator("fieldset:visible")
    return fields.evaluate_all("all => all.map(q => q.id.replace('question-large-', ''))")


def view(page: Page, name: str) -> None:
    bar(page).get_by_role("combobox", name="Show").select_option(name)


def options(page: Page) -> dict[str, bool]:
    """The views, and whether each can be chosen."""
    script = "all => Object.fromEntries(all.map(({text, disabled}) => [text, !disabled]))"
    return bar(page).locator("option").evaluate_all(script)


def give(page: Page, id: str, text: str, *, sure: bool = False) -> None:
    field = question(page, f"large-{id}")
    if sure:
        field.get_by_label("I am sure").check()
    answer(page, f"large-{id}", text)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_bar_stays_in_view_and_is_not_on_top_of_the_question(open_page, width):
    """On a phone the theme has a bar of its own, below which ours stands."""
    page = open_page("quizzes/data-pipeline-design", width=width)
    last = page.locator("fieldset.guide-question").last
    page.locator("fieldset.guide-question").nth(4).scroll_into_view_if_needed()
    page.mouse.wheel(0, 3000)
    progress = page.locator(".guide-progress").first
    head = page.locator("header.mobile-header")
    top = head.bounding_box()["height"] if head.is_visible() else 0
    page.wait_for_function(
        "top => Math.abs(document.querySelector('.guide-progress')"
        ".getBoundingClientRect().top - top) < 2",
        arg=top,
    )
    expect(progress).to_be_in_viewport(ratio=1)
    page.evaluate("id => { location.hash = id }", last.get_attribute("id"))
    page.wait_for_function(
        "element => element.getBoundingClientRect().top >= 0", arg=last.element_handle()
    )
    below = progress.bounding_box()["y"] + progress.bounding_box()["height"]

    assert last.locator("legend").bounding_box()["y"] >= below - 1


def test_a_few_new_questions_are_of_all_levels(bank):
    assert options(bank) == {
        "all 12": True,
        "only what I missed: 0": False,
        "only what is due: 0": False,
        "a few new ones: 5": True,
    }
    view(bank, "new")
    assert shown(bank) == ["low-1", "low-2", "low-3", "high-1", "high-2"]
    expect(bar(bank).locator("a")).to_have_attribute("href", "#question-large-low-1")
    give(bank, "low-1", "yes")
    assert shown(bank) == ["low-1", "low-2", "low-3", "high-1", "high-2"]  # none slips away
    expect(bar(bank).locator("a")).to_have_attribute("href", "#question-large-low-2")
    view(bank, "")
    assert len(shown(bank)) == 12
    view(bank, "new")
    assert shown(bank) == ["low-2", "low-3", "low-4", "high-1", "high-2"]


def test_what_was_missed_is_shown_and_asked_again(bank):
    give(bank, "low-1", "no")
    give(bank, "low-2", "yes")
    give(bank, "high-3", "maybe")
    expect(bar(bank).locator("a")).to_have_text("3 of 12 · 1 right")
    expect(bar(bank).get_by_role("button")).to_be_hidden()
    view(bank, "missed")
    assert shown(bank) == ["low-1", "high-3"]
    again = bar(bank).get_by_role("button", name="Ask me these again")
    again.press("Enter")

    expect(question(bank, "large-low-1").locator("input[type=radio]").first).to_be_focused()
    expect(again).to_be_hidden()
    assert shown(bank) == ["low-1", "high-3"]
    expect(bank.locator("fieldset[data-state=wrong]")).to_have_count(0)
    expect(question(bank, "large-low-2")).to_have_attribute("data-state", "right")
    attempts = {id: entry["attempt"] for id, entry in stored(bank)["answers"].items()}
    assert attempts == {"large-low-1": 1, "large-low-2": 0, "large-high-3": 1}


def test_what_was_missed_or_luck_is_due_the_next_day(bank):
    """A right answer that is sure does not come back; what is answered today is done for today."""
    give(bank, "low-1", "no", sure=True)
    give(bank, "low-2", "yes")
    give(bank, "low-3", "yes", sure=True)
    assert options(bank)["only what is due: 0"] is False
    bank.clock.set_fixed_time("2026-12-02T00:01:00")
    bank.reload()
    expect(bar(bank).locator("a")).to_have_text("3 of 12 · 2 right · 2 due again")
    view(bank, "due")
    assert shown(bank) == ["low-1", "low-2"]
    bar(bank).get_by_role("button", name="Ask me these again").click()
    give(bank, "low-1", "yes", sure=True)
    give(bank, "low-2", "yes")

    steps = {id: entry["step"] for id, entry in stored(bank)["answers"].items()}
    assert steps == {"large-low-1": 2, "large-low-2": 1, "large-low-3": 0}
    expect(bar(bank).locator("a")).to_have_text("3 of 12 · 3 right")
    for day, due in (("03", "1 due again"), ("04", "1 due again"), ("05", "2 due again")):
        bank.clock.set_fixed_time(f"2026-12-{day}T10:00:00")
        bank.reload()
        expect(bar(bank).locator("a")).to_have_text(f"3 of 12 · 3 right · {due}")


def test_an_answer_of_the_time_before_reviews_is_due_too(bank):
    """It has no step: what was missed, or right by luck, comes back; when, its time says."""
    give(bank, "low-1", "no")
    give(bank, "low-2", "yes", sure=True)
    bank.evaluate(
        """() => {
            const key = "skillguide:bread:v2";
            const state = JSON.parse(localStorage.getItem(key));
            for (const entry of Object.values(state.answers)) delete entry.step;
            localStorage.setItem(key, JSON.stringify(state));
        }"""
    )
    bank.clock.set_fixed_time("2026-12-02T10:00:00")
    bank.reload()

    expect(bar(bank).locator("a")).to_have_text("2 of 12 · 1 right · 1 due again")
    view(bank, "due")
    assert shown(bank) == ["low-1"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("missed", ["low-1"]), ("new", ["low-2", "low-3", "low-4", "high-1", "high-2"])],
)
def test_a_view_stands_in_the_address(bank, name, expected):
    give(bank, "low-1", "no")
    bank.goto(bank.url + f"?only={name}")

    expect(bar(bank).get_by_role("combobox")).to_have_value(name)
    assert shown(bank) == expected


@pytest.mark.parametrize("name", ["all", "constructor", ""])
def test_an_address_that_names_no_view_shows_all(bank, name):
    bank.goto(bank.url + f"?only={name}")

    expect(bar(bank).locator("a")).to_have_text("0 of 12 · 0 right")
    assert len(shown(bank)) == 12


def test_starting_again_keeps_what_came_of_it_with_its_date(guide):
    page = guide.context.new_page()
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    page.goto((guide.folder / "out" / "questions.html").as_uri())
    page.on("dialog", lambda dialog: dialog.accept())
    outcome = page.locator(".guide-outcome")
    for day, option in (("08", "20 g"), ("15", "2 g")):
        answer(page, option=option)
        answer(page, "ferments", "Sourdough")
        expect(outcome).to_contain_text("of 2 right")
        outcome.get_by_role("button", name="Start again").click()
        expect(outcome).to_be_empty()
        expect(question(page).locator("input").first).to_be_focused()
        page.clock.set_fixed_time(f"2026-12-{day}T10:00:00")
        page.reload()
    answer(page, option="20 g")
    answer(page, "ferments", "Sourdough")

    assert outcome.get_by_role("listitem").all_inner_texts() == [
        "December 8, 2026: 0 of 2",
        "December 1, 2026: 1 of 2",
    ]
    kept = sorted(stored(page)["attempts"].values(), key=lambda attempt: attempt["started"])
    assert [attempt["quiz"] for attempt in kept] == ["flour", "flour"]
    assert [attempt["known"] for attempt in kept] == [0, 2]
    page.reload()
    expect(outcome.get_by_role("listitem")).to_have_count(2)
