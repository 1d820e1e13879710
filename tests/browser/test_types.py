"""Every type of question, on the page that documents them; the scores of a result."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGE = "guide/contributing/question-types"
EXAMPLES = json.loads((Path(__file__).parents[1] / "scores.json").read_text("utf-8"))
NEED = "document.dispatchEvent(new CustomEvent('skillguide:need', {detail: {names: ['scores']}}))"
SCORE = """detail => {
    document.dispatchEvent(new CustomEvent("skillguide:score", {detail}));
    return detail.result;
}"""


@pytest.fixture
def page(open_page):
    return open_page(PAGE)


def write(page, id, text):
    field = page.locator(f"#question-{id}")
    field.get_by_role("textbox").fill(text)
    field.get_by_role("button").first.click()
    return field


@pytest.mark.parametrize(
    ("text", "state"),
    [("5", "right"), (" 5.0 ", "right"), ("5e0", "right"), ("0.5e1", "right"), ("+5", "right"),
     ("5 questions", "right"), ("6", "wrong"), ("50", "wrong"), ("1,000", "wrong")],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(page, text, state):
    expect(write(page, "guessing-twenty", text)).to_have_attribute("data-state", state)


@pytest.mark.parametrize("text", ["five", "1,00", "5 6", "--5"])
def test_what_is_no_number_is_no_answer(page, text):
    field = write(page, "guessing-twenty", text)

    expect(field.get_by_role("status")).to_contain_text("That is no number")
    expect(field).not_to_have_attribute("data-state", "wrong")


def test_a_number_may_be_off_by_its_tolerance(open_page):
    page = open_page("quizzes/data-pipeline-design")
    field = page.locator('fieldset[data-type=numeric]:not([data-tolerance="0"])').first
    answer, tolerance = (float(field.get_attribute(f"data-{n}")) for n in ("answer", "tolerance"))

    assert tolerance > 0
    for value, state in ((answer + tolerance, "right"), (answer + 1.01 * tolerance, "wrong")):
        field.get_by_role("textbox").fill(f"{value:.10f}")
        field.get_by_role("button", name="Check").click()
        expect(field).to_have_attribute("data-state", state)
        field.get_by_role("button", name="Try again").click()


@pytest.mark.parametrize(
    ("text", "state"), [(" GIVEN ", "right"), ("{given}", "right"), ("ref", "wrong")]
)
def test_texts_are_compared_without_capitals_and_spaces(page, text, state):
    expect(write(page, "role-of-a-figure", text)).to_have_attribute("data-state", state)


@pytest.mark.parametrize(("text", "state"), [("0.3  False", "right"), ("0.3 True", "wrong")])
def test_a_trace_is_what_the_code_prints(page, text, state):
    expect(write(page, "what-is-printed", text)).to_have_attribute("data-state", state)


def test_an_empty_answer_is_none(page):
    field = write(page, "role-of-a-figure", "  ")

    expect(field.get_by_role("status")).to_have_text("Write an answer first.")


def test_an_open_question_is_written_revealed_and_ticked(page):
    field = page.locator("#question-why-reasons")
    expect(field.locator(".guide-rubric")).to_be_hidden()
    field.get_by_role("textbox").fill("Because.")
    field.get_by_role("button", name="Show the model answer").click()

    expect(field.locator(".guide-rubric")).to_be_visible()
    field.locator(".guide-rubric input").nth(1).check()
    expect(field.get_by_role("status")).to_contain_text("1 of 4 covered")
    page.reload()
    expect(field.get_by_role("textbox")).to_have_value("Because.")
    expect(field.locator(".guide-rubric input").nth(1)).to_be_checked()


def test_a_hint_is_folded(page):
    hint = page.locator("#question-longest-option .guide-hint")

    expect(hint.get_by_text("Luck alone")).to_be_hidden()
    hint.locator("summary").click()
    expect(hint.get_by_text("Luck alone")).to_be_visible()


def answer_all(page, *, right: bool):
    """Answer every question of a page, by what its HTML says of the key."""
    for field in page.locator("fieldset.guide-question").all():
        answer_one(field, right=right)
        field.locator(".guide-button").click()


def answer_one(field, *, right: bool):
    """Answer a question, and check nothing."""
    kind = field.get_attribute("data-type") or "choice"
    if kind == "choice":
        key = "[data-right]" if right else ":not([data-right])"
        for option in field.locator(f".guide-option{key} input").all()[: None if right else 1]:
            option.check()
    elif kind in ("ordering", "matching"):
        for prompt in field.locator(".guide-prompt").all():
            value = prompt.get_attribute("data-right") if right else None
            prompt.locator("select").select_option(value, index=None if right else 1)
    else:
        answer = (field.get_attribute("data-answer") or "text").split("|")[0]
        field.get_by_role("textbox").fill(answer if right else "99999")


def take(page, *, right: bool):
    """Begin an attempt, answer all of it, and hand it in."""
    page.get_by_role("button", name="Start", exact=True).click()
    for field in page.locator("fieldset.guide-question").all():
        answer_one(field, right=right)
    page.get_by_role("button", name="Hand in").first.click()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("state", ["initial", "right", "wrong"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_type_is_accessible_in_every_state(open_page, state, scheme, width):
    page = open_page(PAGE, width=width, scheme=scheme)
    if state != "initial":
        answer_all(page, right=state == "right")
        page.locator(".guide-hint summary").first.click()

    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:100]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_placement_gives_an_honest_result(open_page, width, scheme):
    page = open_page("guide/assess/placement", width=width, scheme=scheme)
    form, result = page.locator(".guide-paper"), page.locator(".guide-score")
    expect(form).to_be_hidden()  # it is for paper
    take(page, right=True)

    expect(result.locator(".guide-score-sentence")).to_have_text(
        "Your answers hold up to Expert. Weighted score 100 of 100; "
        "with 20 answers the honest range is 83–100."
    )
    claim = page.get_by_label("The level that you claim in Data pipeline design")
    claim.select_option("Beginner")
    expect(result.locator("li").first).to_contain_text("above your claim")
    page.reload()
    expect(claim).to_have_value("beginner")
    expect(result.locator("li").first).to_contain_text("above your claim")
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_result_says_what_to_read_first(open_page):
    page = open_page("guide/assess/placement")
    take(page, right=False)
    result = page.locator(".guide-score")

    expect(result.locator(".guide-score-sentence")).to_contain_text("do not hold a level yet")
    assert result.locator("ol a").count() == 3
    assert result.locator(".guide-score-advice ul li").count() == 20


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_the_shipped_rules_agree_with_the_table_of_examples(open_page, example):
    """The same table checks the reference in Python: the two cannot disagree."""
    page = open_page("guide/assess/placement")
    page.evaluate(NEED)  # the page loads the rules with its first result
    page.wait_for_function(f"() => ({SCORE})({{parts: []}})")
    before = page.evaluate(SCORE, {"parts": example["before"]}) if "before" in example else None
    detail = {"parts": example["parts"], "levels": example["levels"], "before": before}
    result = page.evaluate(SCORE, detail)

    for name, value in example["result"].items():
        assert result[name] == pytest.approx(value, abs=5e-4), name
    for name in ("change", "more"):
        expected = example.get(name)
        assert result.get(name) == (expected and pytest.approx(expected, abs=5e-4)), name
