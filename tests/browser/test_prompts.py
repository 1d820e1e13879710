"""Ordering and matching in a browser: native fields, one answer for each line."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from reader import question

PAGE = """\
# Bread

:::::{quiz} steps
:title: Steps

::::{question} loaf
:type: ordering

In which order is a loaf made?

1. Mix flour and water
   > Water starts everything.
2. Knead
3. Bake

Heat comes last.

::::

::::{question} flours
:type: matching

Which flour belongs to which bread?

| Bread | Flour |
| --- | --- |
| Baguette | White flour |
| Pumpernickel | Rye meal |

Gluten decides.

::::

:::::
"""
ORDER = {"Mix flour and water": "1", "Knead": "2", "Bake": "3"}


@pytest.fixture
def page(tiny):
    return tiny(index=PAGE).open("index")


def fill(field, answers):
    """Choose an answer for each line, and check."""
    for label, answer in answers.items():
        field.get_by_label(label).select_option(label=answer)
    field.get_by_role("button", name="Check").click()


def marks(field):
    """What stands beside each line after the answer, by the line."""
    return {
        prompt.locator("label > span").first.inner_text(): prompt.locator(
            ".guide-mark"
        ).inner_text()
        for prompt in field.locator(".guide-prompt").all()
    }


def test_the_right_order_is_right(page):
    field = question(page, "loaf")
    fill(field, ORDER)

    expect(field).to_have_attribute("data-state", "right")
    assert set(marks(field).values()) == {"✓"}
    expect(field.get_by_text("Water starts everything.")).to_be_visible()


def test_each_wrong_line_says_what_belongs_to_it(page):
    field = question(page, "loaf")
    fill(field, {**ORDER, "Knead": "3", "Bake": "2"})

    expect(field).to_have_attribute("data-state", "wrong")
    expect(field.get_by_role("status")).to_have_text("✗ 1 of 3 parts right.")
    assert marks(field) == {
        "Mix flour and water": "✓",
        "Knead": "✗ Right answer: 2",
        "Bake": "✗ Right answer: 3",
    }


def test_half_an_answer_is_none(page):
    field = question(page, "flours")
    fill(field, {"Baguette": "White flour"})

    expect(field.get_by_role("status")).to_have_text("Answer each line first.")
    expect(field).not_to_have_attribute("data-state", "wrong")


def test_pairs_are_judged_and_kept_and_tried_again(page):
    field = question(page, "flours")
    fill(field, {"Baguette": "Rye meal", "Pumpernickel": "Rye meal"})
    page.reload()

    assert marks(field) == {"Baguette": "✗ Right answer: White flour", "Pumpernickel": "✓"}
    expect(field.get_by_label("Baguette")).to_be_disabled()
    field.get_by_role("button", name="Try again").click()
    expect(field.locator(".guide-mark, [data-state]")).to_have_count(0)
    expect(field.get_by_label("Baguette")).to_have_value("")


def test_the_keyboard_is_enough(page):
    page.get_by_label("Baguette").focus()
    for key in ("W", "Tab", "R", "Tab", "Enter"):
        page.keyboard.press(key)

    expect(question(page, "flours")).to_have_attribute("data-state", "right")
    assert page.evaluate("document.activeElement !== document.body")


def test_without_scripts_the_fields_can_be_filled_in_and_the_answer_unfolded(browser, tiny):
    address = tiny(index=PAGE).open("index").url
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    field = question(page, "flours")
    field.get_by_label("Baguette").select_option(label="Rye meal")
    field.locator("details summary").last.click()

    expect(field.get_by_text("Gluten decides.")).to_be_visible()
    context.close()


def test_paper_shows_what_is_chosen_from_and_a_key(page):
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    letters = "ABC"
    steps = page.locator("#question-loaf .guide-prompt label > span:first-child").all_inner_texts()
    choices = page.locator(".guide-choices > li").all_inner_texts()
    order, pairs = page.locator(".guide-key b").all_inner_texts()

    assert order == "1. " + ", ".join(
        f"{letter} {ORDER[step]}" for letter, step in zip(letters, steps)
    )
    right = [letters[choices.index(flour)] for flour in ("White flour", "Rye meal")]
    assert pairs == f"2. 1 {right[0]}, 2 {right[1]}"
    expect(page.locator(".guide-choices")).to_be_visible()
    expect(page.locator(".guide-key li")).to_have_text(["Water starts everything."])


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(tiny, width, scheme):
    settings = 'html_theme = "furo"\n'
    page = tiny(settings=settings, index=PAGE, width=width, scheme=scheme).open("index")
    fill(question(page, "loaf"), {**ORDER, "Knead": "3", "Bake": "2"})
    found = Axe().run(page, ".guide-questions", {"resultTypes": ["violations"]})

    assert found.response["violations"] == []
