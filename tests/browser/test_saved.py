"""Files of answers: whatever is loaded, no answer is lost and none is wrong."""

import json

import pytest
from playwright.sync_api import expect
from reader import KEY, SALT, answer, question, stored
from unit.test_states import TABLE, file_of

WHOLE = TABLE["whole"]
EDITION_1 = {"skill": "bread", "version": 1, "answers": {}, "claims": {}, "done": {}}


def load(page, tmp_path, text: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text, encoding="utf-8")
    page.locator(".guide-data input").set_input_files(file)


def status(page):
    return page.locator(".guide-data [role=status]")


def test_answers_are_saved_erased_and_loaded_again_and_again(guide, tmp_path):
    page = guide.open()
    answer(page)
    plan = guide.open("path")
    plan.locator(".guide-plan").get_by_label("Done: Mixing").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers").click()
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    data = json.loads(path.read_text("utf-8"))
    assert data | {"answers": {}, "times": {}} == WHOLE | {"done": {"unit-mixing": True}}
    assert data["answers"]["salt"]["right"] is True
    assert data["times"].keys() == {"answers/salt", "done/unit-mixing"}

    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    for count in (1, 2):
        page.get_by_role("button", name="Erase").click()
        expect(status(page)).to_have_text("Erased.")
        expect(question(page)).not_to_have_attribute("data-state", "right")
        assert stored(page)["answers"] == {}
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Load a file").click()
        chooser.value.set_files(path)
        expect(status(page)).to_have_text("Loaded. Where both had an answer, the newer one stays.")
        expect(question(page)).to_have_attribute("data-state", "right")
        assert stored(page) == {name: part for name, part in data.items() if name != "skill"}
        assert page.locator(".guide-data input").input_value() == ""  # it can be chosen again
        assert len(asked) == count  # Erase asks; loading takes nothing away, so it does not


def test_nothing_is_erased_without_a_yes(guide):
    page = guide.open()
    answer(page)
    before = stored(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Erase").click()

    assert [text.split()[0] for text in asked] == ["Erase"]
    assert stored(page) == before
    expect(question(page)).to_have_attribute("data-state", "right")


def test_a_file_takes_nothing_away_and_nobody_is_asked(guide, tmp_path):
    """It may be of another browser: what is only here stays."""
    page = guide.open()
    answer(page)
    before = stored(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    load(page, tmp_path, json.dumps(WHOLE | {"done": {"unit-mixing": True}}))
    expect(status(page)).to_contain_text("Loaded.")
    expect(page.locator(".guide-data input")).to_have_value("")  # done with the file

    assert asked == []
    assert stored(page) == before | {"done": {"unit-mixing": True}}
    expect(question(page)).to_have_attribute("data-state", "right")


@pytest.mark.parametrize(("later", "state"), [(1000, "wrong"), (-1000, "right")])
def test_where_both_have_an_answer_the_newer_one_is_shown(guide, tmp_path, later, state):
    page = guide.open()
    answer(page)
    mine = stored(page)
    digest, time = mine["answers"]["salt"]["digest"], mine["times"]["answers/salt"]
    theirs = SALT | {"digest": digest, "given": [], "right": False}
    file = WHOLE | {"answers": {"salt": theirs}, "times": {"answers/salt": time + later}}
    load(page, tmp_path, json.dumps(file))
    expect(status(page)).to_contain_text("Loaded.")

    expect(question(page)).to_have_attribute("data-state", state)


def test_an_answer_that_was_forgotten_later_stays_forgotten(guide, tmp_path):
    """Else a file of yesterday would bring back what was taken back today."""
    page = guide.open()
    answer(page)
    file = {"skill": "bread"} | stored(page)
    page.evaluate(
        """document.dispatchEvent(new CustomEvent("skillguide:keep",
            {detail: {kind: "answers", values: {salt: null}}}))"""
    )
    expect(question(page)).not_to_have_attribute("data-state", "right")
    load(page, tmp_path, json.dumps(file))
    expect(status(page)).to_contain_text("Loaded.")

    assert stored(page)["answers"] == {}
    expect(question(page)).not_to_have_attribute("data-state", "right")


REFUSED = {
    "empty": "",
    "no JSON": "no JSON",
    "null": "null",
    "a list": "[]",
    "half of it": json.dumps(WHOLE)[:40],
    **{row["name"]: json.dumps(file_of(row)) for row in TABLE["files"] if not row["whole"]},
    **{row["name"]: json.dumps(row["file"]) for row in TABLE["earlier"] if not row["now"]},
}


def test_a_file_that_is_not_whole_changes_nothing(guide, tmp_path):
    """One mistake is enough: no part of such a file is taken, and nobody is asked."""
    page = guide.open()
    answer(page)
    before = stored(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    accepted = []
    for name, text in REFUSED.items():
        page.evaluate("document.querySelector('.guide-data [role=status]').textContent = ''")
        load(page, tmp_path, text)
        expect(status(page)).not_to_have_text("")
        if "nothing was changed" not in status(page).inner_text() or stored(page) != before:
            accepted.append(name)

    assert accepted == []
    assert asked == []
    expect(question(page)).to_have_attribute("data-state", "right")


def test_a_file_is_shown_but_kept_in_memory_where_a_newer_edition_has_stored(guide, tmp_path):
    newer = {"version": 3, "answers": {}}
    guide.context.add_init_script(f"localStorage.setItem('{KEY}', '{json.dumps(newer)}')")
    page = guide.open()
    page.on("dialog", lambda dialog: dialog.accept())
    load(page, tmp_path, json.dumps(WHOLE | {"answers": {"salt": SALT}}))

    expect(status(page)).to_contain_text(
        "the newer one stays. This browser does not let the page remember"
    )
    expect(question(page).get_by_role("status")).to_contain_text("has changed since you answered")
    assert stored(page) == newer

    page.get_by_role("button", name="Erase").click()  # that is what the reader wants
    assert stored(page) == {name: part for name, part in WHOLE.items() if name != "skill"}


def test_a_file_of_an_earlier_edition_is_loaded(guide, tmp_path):
    """It knew neither times nor attempts, and at first no guesses."""
    page = guide.open()
    load(page, tmp_path, json.dumps(EDITION_1 | {"done": {"unit-mixing": True}}))

    expect(status(page)).to_contain_text("Loaded.")
    assert stored(page) | {"version": 2, "skill": "bread"} == WHOLE | {
        "done": {"unit-mixing": True}
    }


def test_what_is_saved_can_be_loaded_whatever_was_stored(guide, tmp_path):
    """Damaged entries are left out, not written to the file that would then be refused."""
    damaged = {
        "version": 2,
        "answers": {"salt": SALT, "rye": None, "a b": SALT},
        "claims": {"kneading": 3},
        "done": {"unit-mixing": "yes"},
        "guesses": {"percentages": {"guess": "1"}},
        "attempts": {"exam-1": {"quiz": "exam", "answers": {"salt": 5}}, "exam-2": None},
        "plans": {"path": None, "other": [1]},
        "times": {"answers/salt": "today", "done/unit-mixing": 5},
    }
    guide.context.add_init_script(
        f"localStorage['{KEY}'] ??= JSON.stringify({json.dumps(damaged)})"
    )
    page = guide.open()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers").click()
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    load(page, tmp_path, path.read_text("utf-8"))

    expect(status(page)).to_contain_text("Loaded.")
    assert json.loads(path.read_text("utf-8"))["answers"] == {"salt": SALT}
