"""What a reader answered stays with its question, whatever authors and browsers do meanwhile."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from conftest import GUIDES, ROOT
from playwright.sync_api import expect

KEY = "skillguide:bread:v1"


class Guide:
    """A copy of the second guide that authors edit between two visits of the same reader."""

    def __init__(self, folder, context):
        self.folder, self.context = folder, context
        self.build()

    def build(self):
        command = [sys.executable, "-m", "sphinx", "-q", "-W", self.folder, self.folder / "out"]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}
        subprocess.run(command, check=True, env=environment)

    def edit(self, page, old, new):
        path = self.folder / f"{page}.md"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.build()

    def open(self, page="questions"):
        tab = self.context.new_page()
        tab.goto((self.folder / "out" / f"{page}.html").as_uri())
        return tab


@pytest.fixture
def guide(browser, tmp_path):
    folder = tmp_path / "bread"
    shutil.copytree(GUIDES / "bread", folder)
    context = browser.new_context(accept_downloads=True)
    yield Guide(folder, context)
    context.close()


def question(page, id="salt"):
    return page.locator(f"#question-{id}")


def answer(page, id="salt", option="20 g"):
    field = question(page, id)
    field.get_by_label(option, exact=True).check()
    field.get_by_role("button", name="Check").click()


def test_an_answer_is_there_after_a_reload(guide):
    page = guide.open()
    answer(page)
    page.reload()

    expect(question(page)).to_have_attribute("data-state", "right")
    expect(question(page).get_by_label("20 g")).to_be_checked()
    expect(question(page).get_by_role("status")).to_have_text("✓ Right.")
    expect(question(page, "ferments")).not_to_have_attribute("data-state", "right")


def test_an_answer_follows_its_question_to_another_page(guide):
    """Others are inserted before it, and its page gets another name."""
    answer(guide.open())
    text = (guide.folder / "questions.md").read_text("utf-8")
    new = ":::{question} new\n\nNew?\n\n- [ ] 2 g\n  > No.\n- [x] 20 g\n  > Yes.\n\nSo.\n\n:::\n\n"
    (guide.folder / "questions.md").unlink()
    (guide.folder / "elsewhere.md").write_text(
        text.replace(":::{question} salt", f"{new}:::{{question}} salt"), encoding="utf-8"
    )
    guide.edit("index", "\nquestions", "\nelsewhere")
    page = guide.open("elsewhere")

    expect(question(page)).to_have_attribute("data-state", "right")
    expect(question(page, "new")).not_to_have_attribute("data-state", "right")


def test_another_reason_keeps_the_answer_another_option_does_not(guide):
    answer(guide.open())
    guide.edit("questions", "> Too little to taste.", "> Nobody would taste it.")

    expect(question(guide.open())).to_have_attribute("data-state", "right")

    guide.edit("questions", "- [ ] 2 g", "- [ ] 3 g")
    page = guide.open()

    expect(question(page)).not_to_have_attribute("data-state", "right")
    expect(question(page).get_by_role("status")).to_have_text(
        "This question has changed since you answered it."
    )
    expect(page.locator(".guide-progress")).to_contain_text("0 of 2")


def test_two_tabs_stay_in_step(guide):
    first, second = guide.open(), guide.open()
    answer(first)

    expect(question(second)).to_have_attribute("data-state", "right")
    answer(second, "ferments", "Sourdough")
    expect(question(first, "ferments")).to_have_attribute("data-state", "wrong")
    expect(question(first)).to_have_attribute("data-state", "right")

    question(first).get_by_role("button", name="Try again").click()
    expect(question(second)).not_to_have_attribute("data-state", "right")


def order(page):
    return question(page).locator("input[type=radio]").evaluate_all("all => all.map(i => i.value)")


def test_later_attempts_are_shuffled_and_a_reload_moves_nothing(guide):
    page = guide.open()
    orders = [order(page)]
    for _ in range(4):
        answer(page)
        question(page).get_by_role("button", name="Try again").click()
        orders.append(order(page))
        page.reload()
        assert order(page) == orders[-1]

    assert len({tuple(sorted(options)) for options in orders}) == 1
    assert len({tuple(options) for options in orders}) > 1


def test_an_order_that_means_something_is_kept(guide):
    guide.edit("questions", ":::{question} salt", ":::{question} salt\n:keep-order:")
    page = guide.open()
    before = order(page)
    for _ in range(4):
        answer(page)
        question(page).get_by_role("button", name="Try again").click()
        assert order(page) == before


HOSTILE = {
    "disabled": "Object.defineProperty(window, 'localStorage', {get() { throw new Error() }})",
    "full": "Storage.prototype.setItem = () => { throw new Error('quota') }",
    "corrupt": f"localStorage.setItem('{KEY}', '{{')",
    "newer": f"localStorage.setItem('{KEY}', JSON.stringify({{version: 2, answers: {{}}}}))",
    "foreign": f"localStorage.setItem('{KEY}', '[1, 2]')",
    "hostile": f"""localStorage.setItem('{KEY}', JSON.stringify(
        {{version: 1, answers: {{salt: {{digest: 1, given: {{}}}}}}, claims: {{}}}}))""",
}


@pytest.mark.parametrize("storage", HOSTILE)
def test_whatever_is_stored_the_page_works_and_says_that_it_forgets(guide, storage):
    guide.context.add_init_script(HOSTILE[storage])
    page = guide.open()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    answer(page)

    expect(question(page)).to_have_attribute("data-state", "right")
    expect(page.locator(".guide-note")).to_contain_text("does not let the page remember")
    assert errors == []
    if storage in ("corrupt", "newer", "foreign"):
        before = page.evaluate(f"localStorage.getItem('{KEY}')")
        assert "salt" not in before  # what is not ours is not overwritten


def test_answers_are_saved_erased_and_loaded(guide):
    guide.edit("questions", "# Questions", "# Questions\n\n:::{reader-data}\n:::")
    page = guide.open()
    answer(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers").click()
    path = download.value.path()
    data = json.loads(path.read_text("utf-8"))

    assert data["version"] == 1
    assert data["answers"]["salt"]["right"] is True

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase").click()
    expect(question(page)).not_to_have_attribute("data-state", "right")
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["answers"] == {}

    page.locator(".guide-data input").set_input_files(path)
    expect(question(page)).to_have_attribute("data-state", "right")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "null",
        "[]",
        '{"version": 3}',
        '{"version":1,"answers":{"a b":1},"claims":{}}',
    ],
)
def test_a_foreign_file_changes_nothing(guide, tmp_path, text):
    guide.edit("questions", "# Questions", "# Questions\n\n:::{reader-data}\n:::")
    page = guide.open()
    answer(page)
    file = tmp_path / "answers.json"
    file.write_text(text, encoding="utf-8")
    page.locator(".guide-data input").set_input_files(file)

    expect(page.locator(".guide-data [role=status]")).to_contain_text("nothing was changed")
    expect(question(page)).to_have_attribute("data-state", "right")


def test_an_answer_is_announced_and_nothing_is_sent(guide):
    page = guide.open()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.evaluate(
        "document.addEventListener('skillguide:answered', e => (window.heard = e.detail))"
    )
    question(page).get_by_label("I am sure").check()
    answer(page, option="2 g")

    assert page.evaluate("window.heard") == {"id": "salt", "right": False, "sure": True}
    assert requests == []


def test_a_finished_quiz_lists_what_was_missed_sure_mistakes_first(guide):
    page = guide.open()
    answer(page, option="2 g")
    question(page, "ferments").get_by_label("I am sure").check()
    answer(page, "ferments", "Soda bread")
    outcome = page.locator(".guide-outcome")

    expect(page.locator(".guide-progress")).to_contain_text("2 of 2 · 0 right")
    assert outcome.locator("ol li").all_inner_texts() == [
        "Which of these rise by themselves? — you were sure",
        "How much salt for 1 kg of flour?",
    ]
    rows = [row.split("\t") for row in outcome.locator("tr").all_inner_texts()]
    assert rows == [["Kneading", "0 / 2"], ["Novice", "0 / 1"], ["Baker", "0 / 1"]]

    outcome.get_by_role("button", name="Start again").click()
    expect(page.locator(".guide-progress")).to_contain_text("0 of 2")
    expect(outcome).to_be_empty()


def test_paper_has_a_key_behind_the_questions(guide):
    page = guide.open()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    key = page.locator(".guide-key")

    expect(key).to_contain_text("1. B")
    expect(key).to_contain_text("2. A, B")
    expect(key.locator("ol[type=A] li").last).to_contain_text("Soda needs acid.")
    expect(question(page).get_by_text("Too little to taste.")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(key).to_have_count(0)


def test_ticked_units_are_kept_and_their_hours_add_up(guide):
    page = guide.open("path")
    plan = page.locator(".guide-plan")
    expect(plan.get_by_role("status")).to_have_text("0 of 30 h done")
    plan.get_by_label("Done: Mixing").check()
    page.locator("#unit-routine").get_by_label("Done").check()
    page.reload()

    expect(plan.get_by_role("status")).to_have_text("25 of 30 h done")
    expect(plan.locator("li").first).to_have_text("A first loaf: 7.5 of 12.5 h done")
    expect(plan.get_by_text("Kneading: 9.99 of 9.99 h done")).to_be_visible()
    expect(page.locator("#unit-mixing").get_by_label("Done")).to_be_checked()
    expect(plan.get_by_label("Done: Baking")).not_to_be_checked()


def test_a_tick_can_be_taken_back_and_counts_no_hours_for_a_deliverable(guide):
    page = guide.open("path")
    plan = page.locator(".guide-plan")
    plan.get_by_label("Done: A photo of the crumb").check()
    expect(plan.get_by_role("status")).to_have_text("0 of 30 h done")
    plan.get_by_label("Done: Mixing").check()
    plan.get_by_label("Done: Mixing").uncheck()
    page.reload()

    expect(plan.get_by_label("Done: A photo of the crumb")).to_be_checked()
    expect(plan.get_by_role("status")).to_have_text("0 of 30 h done")


def test_answers_of_before_the_ticks_are_still_read(guide):
    page = guide.open("path")
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, '{"version": 1, "answers": {}, "claims": {"a": "b"}}'],
    )
    page.reload()
    page.locator(".guide-plan").get_by_label("Done: Mixing").check()

    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    assert kept == {
        "version": 1,
        "answers": {},
        "claims": {"a": "b"},
        "done": {"unit-mixing": True},
    }


def test_without_a_script_the_plan_is_a_form(browser, guide):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((guide.folder / "out" / "path.html").as_uri())

    assert page.locator(".guide-plan td").first.inner_text() == ""
    assert page.locator(".guide-plan").inner_text().count("□") == 4
    assert page.locator("input[type=checkbox]").count() == 0
    context.close()
