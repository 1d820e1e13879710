"""What the browser has kept: whatever stands there, no answer is lost and none is wrong."""

import json

import pytest
from playwright.sync_api import expect
from reader import EARLIER, KEY, SALT, answer, choice, question, store, stored

UNKNOWN = {
    "disabled": "Object.defineProperty(window, 'localStorage', {get() { throw new Error() }})",
    "full": "Storage.prototype.setItem = () => { throw new Error('quota') }",
    "corrupt": f"localStorage.setItem('{KEY}', '{{')",
    "newer": f"localStorage.setItem('{KEY}', JSON.stringify({{version: 3, answers: {{}}}}))",
    "foreign": f"localStorage.setItem('{KEY}', '[1, 2]')",
    "table": f"localStorage.setItem('{KEY}', JSON.stringify({{version: 2, answers: [1]}}))",
    "text": f"localStorage.setItem('{KEY}', JSON.stringify({{version: 2, done: 'all'}}))",
    "earlier": f"localStorage.setItem('{EARLIER}', '[1, 2]')",
}
ATTEMPT = {"quiz": "q", "started": 1, "known": 0, "asked": ["salt"], "answers": {"salt": SALT}}


@pytest.mark.parametrize("storage", UNKNOWN)
def test_whatever_is_stored_the_page_works_and_says_that_it_forgets(guide, storage):
    guide.context.add_init_script(UNKNOWN[storage])
    page = guide.open()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    answer(page)

    expect(question(page)).to_have_attribute("data-state", "right")
    expect(page.locator(".guide-note")).to_contain_text("does not let the page remember")
    assert errors == []
    if storage == "earlier":
        assert page.evaluate(f"localStorage.getItem('{EARLIER}')") == "[1, 2]"
        assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    elif storage not in ("disabled", "full"):
        assert "salt" not in page.evaluate(f"localStorage.getItem('{KEY}')")


def test_one_entry_that_cannot_be_read_does_not_cost_the_others(guide):
    """An older edition stored ids of the one page that a single file is."""
    page = guide.open()
    answer(page)
    state = stored(page)
    state["done"] = {"unit-mixing": True, "document-path#unit-mixing": True, "unit-baking": "yes"}
    state["claims"] = {"kneading": "baker", "heat": 3}
    state["attempts"] = {
        "whole": ATTEMPT,
        "nothing": None,
        "none": ATTEMPT | {"answers": None},
        "given": ATTEMPT | {"answers": {"salt": SALT | {"given": {}}}},
    }
    state["times"] |= {"done/unit-baking": "yes", "claims/kneading": 5}
    state["answers"] |= {
        "a b": SALT,
        "null": None,
        "ticks": SALT | {"ticks": 5},
        "sure": SALT | {"sure": "yes"},
        "given": SALT | {"given": {}},
        "ferments": SALT | {"attempt": "1"},
    }
    store(page, json.dumps(state))
    page.reload()
    expect(question(page)).to_have_attribute("data-state", "right")
    answer(page, "ferments", "Sourdough")
    kept = stored(page)

    expect(page.locator(".guide-note")).to_have_text("")
    assert set(kept["answers"]) == {"salt", "ferments"}
    assert kept["done"] == {"unit-mixing": True}
    assert kept["claims"] == {"kneading": "baker"}
    assert kept["attempts"] == {"whole": ATTEMPT}
    assert kept["times"].keys() == {"answers/salt", "claims/kneading", "answers/ferments"}


def test_what_an_earlier_edition_kept_is_read_and_left_where_it_is(guide):
    """Whoever goes back to that edition finds it there; erasing forgets it, too."""
    page = guide.open()
    digest = question(page).get_attribute("data-digest")
    given = [question(page).locator("[data-right] input").get_attribute("value")]
    kept = SALT | {"digest": digest, "given": given}
    earlier = {"version": 1, "answers": {"salt": kept}, "done": {}}
    store(page, json.dumps(earlier), EARLIER)
    page.reload()
    expect(question(page)).to_have_attribute("data-state", "right")
    answer(page, "ferments", "Sourdough")

    assert stored(page)["answers"].keys() == {"salt", "ferments"}
    assert stored(page)["times"].keys() == {"answers/ferments"}  # the other has none
    assert page.evaluate(f"localStorage.getItem('{EARLIER}')") == json.dumps(earlier)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase").click()
    page.reload()
    expect(question(page)).not_to_have_attribute("data-state", "right")
    assert page.evaluate(f"localStorage.getItem('{EARLIER}')") is None


def test_what_this_edition_kept_goes_before_what_an_earlier_one_kept(guide):
    page = guide.open()
    store(page, json.dumps({"version": 1, "answers": {"salt": SALT}}), EARLIER)
    store(page, json.dumps({"version": 2, "done": {"unit-mixing": True}}))
    page.reload()
    answer(page, "ferments", "Sourdough")

    assert stored(page)["answers"].keys() == {"ferments"}


def test_another_tab_of_a_newer_edition_takes_no_answer_away(guide):
    """The page keeps showing what it knew, keeps more in memory, and overwrites nothing."""
    page, newer = guide.open(), guide.open("levels")
    answer(page)
    page.reload()  # what it knows now, it has only read
    text = '{"version": 3, "answers": {"salt": "other"}}'
    store(newer, text)
    expect(page.locator(".guide-note")).to_contain_text("does not let the page remember")
    expect(question(page)).to_have_attribute("data-state", "right")
    answer(page, "ferments", "Sourdough")

    expect(question(page, "ferments")).to_have_attribute("data-state", "wrong")
    expect(question(page)).to_have_attribute("data-state", "right")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text


CONSTRUCTOR = """\
:::{skill} bread
:title: Bread

B.

:::

# More

:::{continue}
:::

:::{plan}
:::

:::::{phase} p
:title: P
:hours: 2

P.

:::{unit} constructor
:title: U
:hours: constructor 1

Do.

:::

:::{unit} more
:title: V
:hours: more 1

Do.

:::

:::::

:::{sub-skill} constructor
:title: S
:weight: 60%

S.

:::

:::{sub-skill} more
:title: M
:weight: 40%

M.

:::

::::::{quiz} q
:title: Q

"""


def test_an_id_is_an_id_whatever_it_means_to_the_language(tiny):
    """Every table of a program has something under `constructor`, unless it is made with care."""
    questions = choice("constructor", "*yes", "no") + "\n" + choice("other", "*yes", "no")
    page = tiny(index=f"{CONSTRUCTOR}{questions}\n::::::\n").open("index")
    expect(question(page, "constructor")).not_to_have_attribute("data-state", "right")
    expect(page.locator(".guide-continue > p")).to_be_hidden()
    assert page.locator(".guide-plan li").all_inner_texts() == [
        "P: 0 of 2 h done",
        "S: 0 of 1 h done",
        "M: 0 of 1 h done",
    ]

    answer(page, "constructor", "yes")
    page.locator(".guide-plan").get_by_label("Done: U").check()
    page.reload()
    expect(question(page, "constructor")).to_have_attribute("data-state", "right")
    expect(page.locator(".guide-plan [role=status]")).to_have_text("1 of 2 h done")
    expect(page.locator(".guide-continue > p")).to_contain_text("1 of 2 units")


def test_an_answer_of_another_form_than_the_question_stops_nothing(tiny):
    """A list where a text is asked, a text where a choice is: the questions behind still work."""
    text = ":::{question} word\n:type: text\n:answer: yes\n\nWhich?\n\nSo.\n\n:::\n\n"
    skill = ":::{skill} bread\n:title: Bread\n\nB.\n\n:::\n\n"
    page = tiny(index=skill + text + choice("a", "*yes", "no") + choice("b", "*on", "off")).open(
        "index"
    )
    digests = {id: question(page, id).get_attribute("data-digest") for id in ("word", "a")}
    answers = {
        "word": SALT | {"digest": digests["word"], "given": ["yes"]},
        "a": SALT | {"digest": digests["a"], "given": "no"},
    }
    store(page, json.dumps({"version": 2, "answers": answers}))
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()
    answer(page, "b", "on")

    expect(question(page, "word")).to_have_attribute("data-state", "right")
    expect(question(page, "a")).to_have_attribute("data-state", "wrong")
    expect(question(page, "b")).to_have_attribute("data-state", "right")
    assert errors == []


def test_on_one_page_units_keep_their_ids(guide):
    """In a single file every address begins with the page: an id never comes from a link."""
    guide.build("singlehtml")
    page = guide.open("index")
    answer(page)
    plan = page.locator(".guide-plan")
    plan.get_by_label("Done: Mixing").check()

    assert stored(page)["done"] == {"unit-mixing": True}
    expect(page.locator("#unit-mixing").get_by_label("Done").first).to_be_checked()
    page.reload()
    expect(question(page)).to_have_attribute("data-state", "right")
    expect(plan.get_by_label("Done: Mixing")).to_be_checked()
    expect(plan.locator("[role=status]")).to_have_text("7.5 of 30 h done")
