"""Answering questions: by mouse, by keyboard, and without JavaScript."""

import pytest
from playwright.sync_api import expect

QUIZ = "quizzes/quick-quiz"
FRONT = "[data-question=two-scores]"


def first(page):
    return page.locator("fieldset.guide-question").first


def test_choosing_submits_nothing(open_page):
    question = first(open_page(QUIZ))
    question.locator("input").first.check()

    expect(question).not_to_have_attribute("data-state", "wrong")
    expect(question.get_by_role("status")).to_be_empty()


def test_checking_without_a_choice_asks_for_one(open_page):
    question = first(open_page(QUIZ))
    question.get_by_role("button", name="Check").click()

    expect(question.get_by_role("status")).to_have_text("Choose an answer first.")


def test_a_right_answer(open_page):
    question = first(open_page(QUIZ))
    question.locator("[data-right] input").check()
    question.get_by_role("button", name="Check").click()

    expect(question).to_have_attribute("data-state", "right")
    expect(question.get_by_role("status")).to_have_text("✓ Right.")
    assert question.locator(".guide-mark").all_inner_texts() == [" ✓ Right answer"]


def test_a_wrong_answer_shows_the_key_and_every_reason(open_page):
    question = first(open_page(QUIZ))
    question.locator(".guide-option:not([data-right]) input").first.check()
    question.get_by_role("button", name="Check").click()

    expect(question.get_by_role("status")).to_have_text("✗ Not yet.")
    assert {text.strip() for text in question.locator(".guide-mark").all_inner_texts()} == {
        "✓ Right answer",
        "✗ Your answer",
    }
    reasons = question.locator(".guide-feedback")
    assert reasons.count() == question.locator(".guide-option").count()
    for reason in reasons.all():
        expect(reason.locator("p").last).to_be_visible()
    expect(question.locator(".guide-explanation a").last).to_be_visible()


def test_the_main_button_leads_to_the_next_open_question(open_page):
    page = open_page(QUIZ)
    questions = page.locator("fieldset.guide-question")
    questions.nth(0).locator("input").first.check()
    questions.nth(0).get_by_role("button", name="Check").click()
    button = questions.nth(0).get_by_role("button", name="Next question")

    expect(button).to_be_focused()
    button.click()
    expect(questions.nth(1).locator("input").first).to_be_focused()


def test_the_last_question_offers_another_try(open_page):
    question = open_page("index").locator(FRONT)
    question.locator("input").first.check()
    question.get_by_role("button", name="Check").click()

    expect(question.get_by_role("button", name="Next question")).to_be_hidden()
    expect(question.get_by_role("button", name="Try again")).to_be_focused()


def test_trying_again_forgets_the_answer(open_page):
    question = open_page("index").locator(FRONT)
    question.locator("input").first.check()
    question.get_by_role("button", name="Check").click()
    question.get_by_role("button", name="Try again").click()

    expect(question.locator("input:checked")).to_have_count(0)
    expect(question.locator(".guide-mark")).to_have_count(0)
    expect(question.locator(".guide-feedback").first).to_be_hidden()
    expect(question.locator("input").first).to_be_focused()
    expect(question.get_by_role("button", name="Check")).to_be_visible()


def test_several_keys_are_judged_by_parts(open_page):
    question = (
        open_page("quizzes/data-pipeline-design")
        .locator("fieldset:has(.guide-option input[type=checkbox])")
        .first
    )
    question.locator("[data-right] input").first.check()
    question.get_by_role("button", name="Check").click()

    options = question.locator(".guide-option").count()
    keys = question.locator("[data-right]").count()
    expect(question.get_by_role("status")).to_have_text(
        f"✗ {options - keys + 1} of {options} parts right."
    )


def test_everything_works_by_keyboard(open_page):
    page = open_page("index")
    question = page.locator(FRONT)
    question.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")

    expect(question).to_have_attribute("data-state", "right")
    page.keyboard.press("Enter")
    expect(question).not_to_have_attribute("data-state", "right")


@pytest.mark.parametrize("width", [360, 1280])
def test_rows_are_large_enough_for_a_finger(open_page, width):
    question = first(open_page(QUIZ, width=width))
    targets = [*question.locator(".guide-option label").all(), question.get_by_role("button").first]

    assert min(target.bounding_box()["height"] for target in targets) >= 44


def test_without_javascript_every_reason_can_be_opened(open_page):
    question = first(open_page(QUIZ, script=False))

    assert question.get_by_role("button").count() == 0
    for details in question.locator("details").all():
        details.locator("summary").click()
        expect(details.locator("p").first).to_be_visible()


def test_paper_shows_letters_and_no_controls(open_page):
    page = open_page(QUIZ)
    page.emulate_media(media="print")
    question = first(page)
    letter = (
        question.locator("label")
        .nth(1)
        .evaluate("label => getComputedStyle(label, '::before').content")
    )

    assert "guide-option" in letter
    expect(question.locator("input").first).to_be_hidden()
    expect(question.get_by_role("button", name="Check")).to_be_hidden()
