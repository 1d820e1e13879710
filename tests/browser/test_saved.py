"""Files of answers: whatever is loaded, no answer is lost and none is wrong."""

import json

from playwright.sync_api import expect
from reader import KEY, SALT, answer, question, stored

WHOLE = {"skill": "bread", "version": 1, "answers": {}, "claims": {}, "done": {}, "guesses": {}}


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
    assert data | {"answers": {}} == WHOLE | {"done": {"unit-mixing": True}}
    assert data["answers"]["salt"]["right"] is True

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
        expect(status(page)).to_have_text("Loaded.")
        expect(question(page)).to_have_attribute("data-state", "right")
        assert stored(page)["done"] == {"unit-mixing": True}
        assert page.locator(".guide-data input").input_value() == ""  # it can be chosen again
        assert len(asked) == count  # Erase asks; where nothing is, loading does not


def test_nothing_is_erased_or_replaced_without_a_yes(guide, tmp_path):
    page = guide.open()
    answer(page)
    before = stored(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Erase").click()
    with page.expect_event("dialog"):
        load(page, tmp_path, json.dumps(WHOLE))
    expect(page.locator(".guide-data input")).to_have_value("")  # done with the file

    assert [text.split()[0] for text in asked] == ["Erase", "Replace"]
    assert stored(page) == before
    expect(question(page)).to_have_attribute("data-state", "right")


REFUSED = {
    "empty": "",
    "no JSON": "no JSON",
    "null": "null",
    "a list": "[]",
    "only a version": '{"version": 1}',
    "a newer version": json.dumps(WHOLE | {"version": 2}),
    "a text as version": json.dumps(WHOLE | {"version": "1"}),
    "no skill": json.dumps({name: part for name, part in WHOLE.items() if name != "skill"}),
    "another guide": json.dumps(WHOLE | {"skill": "wine"}),
    "no ticks": json.dumps({name: part for name, part in WHOLE.items() if name != "done"}),
    "a part too many": json.dumps(WHOLE | {"notes": {}}),
    "no answers": json.dumps(WHOLE | {"answers": None}),
    "answers as a list": json.dumps(WHOLE | {"answers": []}),
    "a prototype": json.dumps(WHOLE | {"__proto__": {"answers": {}}}),
    "an id of the language": json.dumps(WHOLE | {"answers": {"__proto__": SALT}}),
    "an unsafe id": json.dumps(WHOLE | {"answers": {"a b": SALT}}),
    "an answer as a list": json.dumps(WHOLE | {"answers": {"salt": [SALT]}}),
    "no digest": json.dumps(WHOLE | {"answers": {"salt": {"attempt": 0}}}),
    "attempt": json.dumps(WHOLE | {"answers": {"salt": SALT | {"attempt": "1"}}}),
    "given": json.dumps(WHOLE | {"answers": {"salt": SALT | {"given": {"a": 1}}}}),
    "given within": json.dumps(WHOLE | {"answers": {"salt": SALT | {"given": [1]}}}),
    "right": json.dumps(WHOLE | {"answers": {"salt": SALT | {"right": "true"}}}),
    "sure": json.dumps(WHOLE | {"answers": {"salt": SALT | {"sure": None}}}),
    "ticks": json.dumps(WHOLE | {"answers": {"salt": SALT | {"ticks": 5}}}),
    "ticks within": json.dumps(WHOLE | {"answers": {"salt": SALT | {"ticks": [0]}}}),
    "a claim": json.dumps(WHOLE | {"claims": {"kneading": 2}}),
    "a guess": json.dumps(WHOLE | {"guesses": {"percentages": {"guess": "1", "result": 2}}}),
    "a guess at nothing": json.dumps(WHOLE | {"guesses": {"percentages": {"guess": 1}}}),
    "a tick": json.dumps(WHOLE | {"done": {"unit-mixing": "yes"}}),
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
    newer = {"version": 2, "answers": {}}
    guide.context.add_init_script(f"localStorage.setItem('{KEY}', '{json.dumps(newer)}')")
    page = guide.open()
    page.on("dialog", lambda dialog: dialog.accept())
    load(page, tmp_path, json.dumps(WHOLE | {"answers": {"salt": SALT}}))

    expect(status(page)).to_contain_text("Loaded. This browser does not let the page remember")
    expect(question(page).get_by_role("status")).to_contain_text("has changed since you answered")
    assert stored(page) == newer

    page.get_by_role("button", name="Erase").click()  # that is what the reader wants
    assert stored(page) == {name: part for name, part in WHOLE.items() if name != "skill"}


def test_a_file_of_the_edition_before_guesses_is_loaded(guide, tmp_path):
    page = guide.open()
    old = {name: part for name, part in WHOLE.items() if name != "guesses"}
    load(page, tmp_path, json.dumps(old | {"done": {"unit-mixing": True}}))

    expect(status(page)).to_have_text("Loaded.")
    assert stored(page)["done"] == {"unit-mixing": True}
    assert stored(page)["guesses"] == {}
