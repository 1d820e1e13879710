"""Calculations: readers put in numbers of their own, or guess before they see."""

import json
import math
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from reader import Guide, store, stored
from skillguide.calculations.evaluate import OPERATIONS, evaluate
from skillguide.calculations.numerals import numeral

EXAMPLES = json.loads((Path(__file__).parents[1] / "calculations.json").read_text("utf-8"))
PAGE = "craft/dough"
HOME = "#calculation-percentages"
#: What the scripts share, under a name that tests can use.
SHARED = """() => {
  const detail = {};
  document.dispatchEvent(new CustomEvent("skillguide:tools", { detail }));
  Object.assign(window, { evaluate: detail.evaluate, numeral: detail.numeral });
}"""
COMPUTE = "pairs => pairs.map(([tree, values]) => String(evaluate(tree, values)))"
WRITE = "pairs => pairs.map(([number, how]) => numeral(number, how))"


def value(page: Page, name: str) -> str:
    """The result of a line, with its unit."""
    row = page.locator(f"{HOME} tr", has=page.locator(f"#result-percentages-{name}"))
    return " ".join(row.locator("td").last.inner_text().split())


@pytest.fixture
def page(guide: Guide) -> Page:
    """The page of a calculation, whose result has been guessed."""
    page = guide.open(PAGE)
    page.get_by_label("Your guess").fill("41")
    page.get_by_role("button", name="Lock my guess").click()
    return page


@pytest.fixture
def shared(guide: Guide) -> Page:
    """A page on which tests can call what the scripts share."""
    page = guide.open(PAGE)
    page.evaluate(SHARED)
    return page


def test_the_script_computes_what_the_table_of_examples_says(shared):
    examples = EXAMPLES["arithmetic"]
    found = shared.evaluate(COMPUTE, [[e["arithmetic"], e["values"]] for e in examples])

    for example, text in zip(examples, found, strict=True):
        expected = math.nan if example["result"] is None else example["result"]
        assert float(text) == pytest.approx(expected, rel=1e-12, nan_ok=True), example["name"]


def test_the_script_writes_numbers_as_the_table_says(shared):
    examples = EXAMPLES["numerals"]
    found = shared.evaluate(WRITE, [[e["number"], e["how"]] for e in examples])

    assert found == [example["text"] for example in examples]


NUMBERS = st.one_of(
    st.integers(-9, 9).map(float),
    st.floats(-1e9, 1e9),
    st.floats(1e-9, 1),
    st.sampled_from([0.1, 0.2, 0.3, 1e300, 1e-300]),
)
ALONE = ("negative", "floor", "ceil", "round", "sqrt", "log", "exp")
SIGNS = dict.fromkeys(OPERATIONS, 2) | dict.fromkeys(ALONE, 1)
TREES = st.recursive(
    NUMBERS | st.sampled_from(["a", "b"]),
    lambda parts: st.sampled_from(sorted(SIGNS)).flatmap(
        lambda sign: st.tuples(st.just(sign), *[parts] * SIGNS[sign])
    ),
    max_leaves=12,
)


def worth(tree, values) -> float:
    """What Python makes of arithmetic; NaN where it gives no number."""
    try:
        return evaluate(tree, values)
    except ValueError:
        return math.nan


def test_any_expression_has_the_same_value_in_both_evaluators(shared):
    """Hundreds at a time: each call of the browser costs more than what it computes."""

    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(st.lists(st.tuples(TREES, NUMBERS, NUMBERS), min_size=50, max_size=200))
    def compare(examples):
        pairs = [(tree, {"a": a, "b": b}) for tree, a, b in examples]
        found = shared.evaluate(COMPUTE, [list(pair) for pair in pairs])
        for (tree, values), text in zip(pairs, found, strict=True):
            assert float(text) == pytest.approx(
                worth(tree, values), rel=1e-9, abs=1e-300, nan_ok=True
            ), (tree, values)

    compare()


def test_any_number_is_written_the_same_in_both(shared):
    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(
        st.lists(
            st.tuples(NUMBERS, st.sampled_from([0, 1, 0.1, 0.001]), st.booleans()),
            min_size=50,
            max_size=200,
        )
    )
    def compare(examples):
        pairs = [[number, {"step": step, "money": money}] for number, step, money in examples]
        expected = [numeral(number, step=step, is_money=money) for number, step, money in examples]
        assert shared.evaluate(WRITE, pairs) == expected

    compare()


def test_what_a_reader_puts_in_is_followed_by_every_line(page):
    assert value(page, "water") == "16.3 kg"
    page.get_by_label("loaves").fill("80")

    assert value(page, "flour") == "48 kg"
    assert value(page, "water") == "32.6 kg"
    assert value(page, "salt") == "960 g"
    assert value(page, "fits") == "no"
    formula = page.locator(f"{HOME} .guide-formula", has_text="80 loaves")
    expect(formula).to_have_text("= 600 g/loaf × 80 loaves")


def test_the_address_holds_what_was_put_in(page):
    page.get_by_label("hydration %").fill("75")
    expect(page).to_have_url(re.compile(r"#percentages\?hydration=75$"))
    other = page.context.new_page()
    other.goto(page.url)

    assert value(other, "water") == "18.0 kg"
    other.get_by_role("button", name="Reset").click()
    assert value(other, "water") == "16.3 kg"
    expect(other).to_have_url(re.compile("#calculation-percentages$"))
    expect(other.get_by_role("button", name="Copy as a table")).to_be_focused()
    expect(other.get_by_role("button", name="Reset")).to_be_hidden()


@pytest.mark.parametrize(
    "query",
    [
        *("loaves=x", "nothing=3", "loaves=", "%E0%A4%A", "constructor=3", "water=3"),
        *("loaves=0x10", "loaves=%20", "loaves=%2B5", "loaves=5.", "loaves=1e999"),
    ],
)
def test_an_address_that_says_nothing_changes_nothing(guide, query):
    page = guide.open(PAGE)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{page.url}#percentages?{query}")
    page.reload()

    assert errors == []
    assert page.get_by_label("loaves", exact=False).first.input_value() == "40"


def test_an_address_says_all_that_was_put_in(page):
    """What a reader put in before is not mixed with what a link says."""
    page.get_by_label("loaves").fill("80")
    expect(page).to_have_url(re.compile("loaves=80$"))
    page.goto(f"{page.url.partition('#')[0]}#percentages?hydration=75")

    assert value(page, "water") == "18.0 kg"
    expect(page).to_have_url(re.compile(r"#percentages\?hydration=75$"))


def test_another_place_on_the_page_keeps_its_address(page):
    page.get_by_label("loaves").fill("80")
    expect(page).to_have_url(re.compile("loaves=80$"))
    page.goto(f"{page.url.partition('#')[0]}#by-hand")

    expect(page.locator("#by-hand").first).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#by-hand$"))
    assert value(page, "water") == "32.6 kg"


def test_the_same_number_in_other_digits_is_no_change(page):
    page.get_by_label("loaves").fill("40.0")

    expect(page.get_by_role("button", name="Reset")).to_be_hidden()


def test_paper_has_every_step(guide):
    page = guide.open(PAGE)
    page.emulate_media(media="print")

    expect(page.locator("#result-percentages-water")).to_be_visible()
    expect(page.get_by_label("Your guess")).to_be_hidden()


@pytest.mark.parametrize("text", ["", "1e999"])
def test_where_there_is_no_number_nothing_is_computed(page, text):
    page.get_by_label("loaves").fill(text)

    assert value(page, "water") == "– kg"
    assert value(page, "fits") == "–"
    page.get_by_role("button", name="Reset").click()
    assert value(page, "water") == "16.3 kg"


def test_the_numbers_are_copied_as_a_table(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("loaves").fill("10")
    page.get_by_role("button", name="Copy as a table").click()

    expect(page.get_by_text("Copied.")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[:4] == [
        "loaves\t10\tloaves",
        "flour\t6\tkg",
        "hydration\t68\t%",
        "water\t4.08\tkg",
    ]


def test_the_result_is_seen_after_a_guess_that_is_kept(guide):
    page = guide.open(PAGE)
    expect(page.locator("#result-percentages-water")).to_be_hidden()
    expect(page.locator("#result-percentages-loaves")).to_be_visible()
    page.get_by_role("button", name="Lock my guess").click()
    expect(page.locator("#result-percentages-water")).to_be_hidden()  # nothing was guessed
    page.get_by_label("Your guess").fill("30")
    page.keyboard.press("Enter")

    expect(page.locator("#result-percentages-water")).to_be_visible()
    said = page.locator(".guide-guessed")
    expect(said).to_have_text("You guessed 30.0 kg; it is 40.8 kg. Your guess is 26% too low.")
    expect(said).to_be_focused()
    assert stored(page)["guesses"] == {"percentages": {"guess": 30, "result": 40.8}}
    page.reload()
    expect(said).to_contain_text("You guessed 30.0 kg")


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        ("41", "That is close."),
        ("60", "Your guess is 47% too high."),
        ("408", "Your guess is 10 × too high."),
        ("4", "Your guess is 10 × too low."),
        ("0", "Look at the steps."),
        ("1e-320", "Look at the steps."),
        ("-5", "Look at the steps."),
    ],
)
def test_how_far_off_a_guess_is(guide, guess, said):
    page = guide.open(PAGE)
    page.get_by_label("Your guess").fill(guess)
    page.get_by_role("button", name="Lock my guess").click()

    expect(page.locator(".guide-guessed")).to_contain_text(said)


def test_a_result_that_changed_is_guessed_anew(guide):
    page = guide.open(PAGE)
    page.get_by_label("Your guess").fill("41")
    page.get_by_role("button", name="Lock my guess").click()
    guide.edit("craft/dough", "- hydration = 68%", "- hydration = 75%")
    page.reload()

    expect(page.locator("#result-percentages-water")).to_be_hidden()
    expect(page.locator(".guide-guessed")).to_have_text("")


def test_one_guess_that_cannot_be_read_is_left_out(guide):
    page = guide.open(PAGE)
    store(page, json.dumps({"version": 1, "guesses": {"percentages": None}}))
    page.reload()

    expect(page.locator("#result-percentages-water")).to_be_hidden()


def test_without_a_script_the_worked_example_is_whole(guide):
    context = guide.context.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((guide.folder / "out" / f"{PAGE}.html").as_uri())

    assert value(page, "dough") == "40.8 kg"
    assert page.locator(f"{HOME} :is(input, button)").count() == 0
    context.close()


ODD = """\
# Odd

:::{calculation} odd
:title: Odd names and long numbers

- constructor = 3
- memory = 1,099,511,627,776 B
- twice = constructor * 2
- bytes = memory * 1

:::
"""


def test_names_of_the_language_and_long_numbers_are_like_others(tiny):
    page = tiny(index=ODD).open("index")
    results = page.locator("#calculation-odd tr.guide-step td:last-child")

    assert [text.strip() for text in results.all_inner_texts()] == ["6", "1,099,511,627,776 B"]
    expect(page.get_by_role("button", name="Reset")).to_be_hidden()
    page.get_by_label("constructor").fill("4")
    assert results.first.inner_text().strip() == "8"
    page.get_by_label("constructor").fill("-4")
    formulas = page.locator("#calculation-odd .guide-formula")
    expect(formulas.nth(1)).to_have_text("= (−4) × 2")


ROUNDED = """# Dough

:::{calculation} whole
:title: The whole

- parts = 3
- part = 10 / parts

:::

:::{calculation} again
:title: The whole again

- third = whole.part | 0.01
- all-of-it = third * 3 | 0.001

:::
"""


def test_a_field_shows_the_step_of_its_line_and_computes_with_all_digits(tiny):
    page = tiny(index=ROUNDED).open("index")
    field = page.get_by_label("third")
    result = page.locator("#result-again-all-of-it").locator("xpath=ancestor::tr/td[last()]")

    expect(field).to_have_value("3.33")
    expect(result).to_have_text("10.000 ")
    field.fill("4")
    expect(result).to_have_text("12.000 ")
    field.fill("3.33")
    expect(result).to_have_text("10.000 ")
    expect(page.get_by_role("button", name="Reset").last).to_be_hidden()
