"""The keyboard: the verdict stays in view, and the focus is never lost."""

import pytest
from playwright.sync_api import expect
from reader import answer, choice, question, write

NUMBER = """\
:::::{question} cold
:type: numeric
:answer: 18

How cold?

It is 18.

:::::

"""
TEXT = NUMBER.replace("cold", "flag").replace("numeric", "text")
TRACE = """\
:::::{question} loop
:type: trace
:answer: 3

What does it print?

```python
print(1 + 2)
```

It adds.

:::::

"""
OPEN = """\
:::::{question} why
:type: open

Why?

1. Says one.
2. Says two.

Because.

:::::

"""
FIELDS = {"cold": NUMBER, "flag": TEXT, "loop": TRACE}
LAST = choice("last", "*yes", "no", "maybe")


def is_in_view(locator) -> bool:
    """Whether the whole of an element is on the screen."""
    box = locator.evaluate("element => element.getBoundingClientRect().toJSON()")
    return box["height"] > 0 and box["top"] >= 0 and box["bottom"] <= 900


def quiz(*questions: str) -> str:
    return "# Page\n\n::::::{quiz} all\n:title: All\n\n" + "\n".join(questions) + "\n::::::\n"


@pytest.mark.parametrize("id", FIELDS)
@pytest.mark.parametrize("alone", [True, False])
def test_enter_in_a_field_gives_the_verdict_and_leaves_it(tiny, id, alone):
    """The button that takes the focus must not feel the key: no next question, no second try."""
    guide = tiny(index=quiz(FIELDS[id], *([] if alone else [LAST])))
    page = guide.open("index")
    field = question(page, id)
    field.get_by_role("textbox").fill("17")
    page.keyboard.press("Enter")

    expect(field.get_by_role("status")).to_have_text("✗ Not yet.")
    expect(field.get_by_role("textbox")).to_have_value("17")
    expect(field.locator(".guide-explanation")).to_have_attribute("open", "")
    assert is_in_view(field.get_by_role("status"))
    expect(field.locator(".guide-buttons :focus")).to_have_count(1)
    page.keyboard.press("Enter")  # now it is meant for the button
    expect(field.locator(".guide-buttons :focus")).to_have_count(0)


def test_a_key_held_down_presses_nothing_more(tiny):
    page = tiny(index=quiz(NUMBER, LAST)).open("index")
    question(page, "cold").get_by_role("textbox").fill("17")
    for _ in range(5):  # down again without up is a repetition
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")

    expect(question(page, "cold").get_by_role("status")).to_have_text("✗ Not yet.")
    expect(question(page, "cold").get_by_role("button", name="Next question")).to_be_focused()


def test_a_key_held_down_does_not_check_the_next_question(tiny):
    page = tiny(index=quiz(NUMBER, TEXT)).open("index")
    question(page, "cold").get_by_role("textbox").fill("17")
    page.keyboard.press("Enter")
    page.keyboard.down("Enter")
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")

    expect(question(page, "flag").get_by_role("textbox")).to_be_focused()
    expect(question(page, "flag").get_by_role("status")).to_be_empty()


def test_enter_that_ends_the_writing_of_a_word_checks_nothing(tiny):
    """Chinese and Japanese are typed in two steps; the key belongs to the first."""
    page = tiny(index=quiz(TEXT)).open("index")
    field = question(page, "flag")
    field.get_by_role("textbox").fill("17")
    field.get_by_role("textbox").dispatch_event("keydown", {"key": "Enter", "isComposing": True})

    expect(field.get_by_role("status")).to_be_empty()


def test_enter_in_an_empty_field_asks_for_an_answer_and_stays(tiny):
    page = tiny(index=quiz(NUMBER)).open("index")
    question(page, "cold").get_by_role("textbox").press("Enter")

    expect(question(page, "cold").get_by_role("status")).to_have_text("Write an answer first.")
    expect(question(page, "cold").get_by_role("textbox")).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", " ", "mouse"])
@pytest.mark.parametrize("lines", [1, 60])
def test_the_verdict_is_in_view_however_long_the_explanation(tiny, key, lines):
    """Where verdict and next button do not fit on one screen, the verdict takes the focus."""
    text = NUMBER.replace("It is 18.", "\n\n".join(["It is 18."] * lines))
    page = tiny(index="# Page\n\n" + "Before.\n\n" * 30 + text + LAST + "After.\n\n" * 90).open(
        "index"
    )
    field = question(page, "cold")
    field.get_by_role("textbox").fill("17")
    button = field.get_by_role("button", name="Check")
    button.focus()
    button.click() if key == "mouse" else page.keyboard.press(key)

    expect(field).to_have_attribute("data-state", "wrong")
    assert is_in_view(field.get_by_role("status"))
    if lines == 1:
        expect(field.get_by_role("button", name="Next question")).to_be_focused()
        assert is_in_view(field.get_by_role("button", name="Next question"))
    else:
        expect(field.get_by_role("status")).to_be_focused()


@pytest.mark.parametrize("id", ["cold", "flag", "loop", "last", "why"])
def test_trying_again_leads_to_the_field(tiny, id):
    page = tiny(index=quiz(NUMBER, TEXT, TRACE, OPEN, LAST)).open("index")
    field = question(page, id)
    if id == "last":
        answer(page, "last", "no")
    else:
        field.get_by_role("textbox").fill("17")
        field.locator(".guide-button").click()
    field.get_by_role("button", name="Try again").press("Enter")

    own = field.locator("textarea, .guide-entry input, .guide-option input").first
    expect(own).to_be_focused()
    if id != "last":
        expect(own).to_have_value("")


def test_a_box_of_the_rubric_keeps_the_focus(tiny):
    page = tiny(index=quiz(OPEN, LAST)).open("index")
    field = question(page, "why")
    field.locator(".guide-button").click()
    box = field.locator(".guide-rubric input").nth(1)
    box.focus()
    page.keyboard.press(" ")

    expect(box).to_be_focused()
    expect(field.get_by_role("status")).to_contain_text("1 of 2 covered")


def test_starting_again_asks_and_leads_to_the_first_question(tiny):
    page = tiny(index=quiz(NUMBER, LAST)).open("index")
    answer(page, "last", "no")
    question(page, "cold").get_by_role("textbox").fill("17")
    page.keyboard.press("Enter")
    again = page.get_by_role("button", name="Start again")
    answers = []
    page.on("dialog", lambda dialog: dialog.accept() if answers.pop() else dialog.dismiss())
    answers.append(False)
    again.press("Enter")
    expect(question(page, "cold")).to_have_attribute("data-state", "wrong")
    expect(again).to_be_focused()

    answers.append(True)
    again.press("Enter")
    expect(question(page, "cold")).not_to_have_attribute("data-state", "wrong")
    expect(question(page, "cold").get_by_role("textbox")).to_be_focused()


def test_starting_again_gives_the_focus_where_a_click_takes_it_away(tiny):
    """Safari gives no focus to a button that is clicked."""
    page = tiny(index=quiz(NUMBER, LAST)).open("index")
    write(page, "cold", "17")
    answer(page, "last", "no")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").evaluate(
        "button => { document.activeElement.blur(); button.click(); }"
    )

    expect(question(page, "cold").get_by_role("textbox")).to_be_focused()


def test_what_another_tab_does_takes_no_focus_away(tiny):
    """The field is answered, emptied, or no longer followed by an open question elsewhere."""
    guide = tiny(index=quiz(NUMBER, LAST))
    page, other = guide.open("index"), guide.open("index")
    question(page, "cold").get_by_role("textbox").focus()
    question(other, "cold").get_by_role("textbox").fill("17")
    other.keyboard.press("Enter")
    expect(question(page, "cold")).to_have_attribute("data-state", "wrong")
    expect(question(page, "cold").get_by_role("button", name="Next question")).to_be_focused()

    answer(other, "last", "no")
    expect(question(page, "last")).to_have_attribute("data-state", "wrong")
    expect(question(page, "cold").get_by_role("button", name="Try again")).to_be_focused()

    page.get_by_role("button", name="Show all reasons").focus()
    question(other, "last").get_by_role("button", name="Try again").click()
    expect(question(page, "last")).not_to_have_attribute("data-state", "wrong")
    expect(question(page, "last").locator("input").first).to_be_focused()

    question(page, "cold").get_by_role("button", name="Try again").focus()
    question(other, "cold").get_by_role("button", name="Try again").click()
    expect(question(page, "cold").get_by_role("textbox")).to_be_focused()


def test_erasing_and_ticking_keep_the_focus(guide):
    page = guide.open()
    answer(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-data [role=status]")).to_have_text("Erased.")
    expect(page.get_by_role("button", name="Erase")).to_be_focused()

    page = guide.open("path")
    tick = page.locator(".guide-plan").get_by_label("Done: Mixing")
    tick.focus()
    page.keyboard.press(" ")
    expect(tick).to_be_checked()
    expect(tick).to_be_focused()
