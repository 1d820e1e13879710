"""The result of a quiz: what counts, what is advised first, and that the focus stays."""

import json

import pytest
from playwright.sync_api import expect
from reader import KEY, question, stored

LEVELS = "\n".join(
    f":::{{level}} {id}\n:title: {title}\n:experience: 1 year\n\n{title}.\n\n:::\n"
    for id, title in (("low", "Low"), ("high", "High"))
)
PARTS = "\n".join(
    f":::{{sub-skill}} {id}\n:title: {id.title()}\n:weight: {weight}%\n\nIt.\n\n:::\n"
    for id, weight in (("small", "33.3"), ("large", "66.7"))
)
PAGES = """\
# Guide

:::{skill} bread
:title: Bread
:total-weight: 100%

Bake.

:::

```{toctree}
quiz
result
dough
oven
```

"""


def member(id: str, part: str, level: str, teaches: str) -> str:
    """A question with its place in the guide."""
    return f"""\
:::{{question}} {id}
:sub-skill: {part}
:level: {level}
:teaches: {teaches}

What is {id}?

- [x] yes
  > Yes.
- [ ] no
  > No.
- [ ] maybe
  > No.

So it is.

:::

"""


MEMBERS = {
    "a": ("small", "low", "dough#first"),
    "b": ("large", "low", "oven#heat"),
    "c": ("small", "low", "dough#second"),
    "d": ("small", "high", "dough#first"),
}


def pages() -> dict[str, str]:
    quiz = "".join(member(id, *where) for id, where in MEMBERS.items())
    return {
        "index": PAGES + LEVELS + PARTS,
        "quiz": f"# Quiz\n\n::::{{quiz}} all\n:title: All\n\n{quiz}\n::::\n",
        "result": "# Result\n\n:::{claims}\n:::\n\n:::{result} all\n:::\n",
        "dough": "# Dough\n\n(first)=\n\n## First\n\nA.\n\n(second)=\n\n## Second\n\nB.\n",
        "oven": "# Oven\n\n(heat)=\n\n## Heat\n\nC.\n",
    }


def store(page, data: dict, wrong: str = "", sure: str = "", changed: str = "") -> None:
    """Answer every question: those named in `wrong` wrong, in `sure` surely."""
    answers = {
        q["id"]: {
            "digest": "other" if q["id"] in changed else q["digest"],
            "attempt": 0,
            "given": ["x"],
            "right": q["id"] not in wrong,
            "sure": q["id"] in sure,
        }
        for q in data["questions"]
    }
    state = {"version": 2, "answers": answers}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(state)])
    page.reload()


@pytest.fixture
def result(tiny):
    """The page of the result, which holds no question, and its data."""
    guide = tiny(**pages())
    page = guide.open("result")
    return page, json.loads(page.locator(".guide-result script").text_content())


def advice(page) -> list[list[tuple[str, str]]]:
    """The lists of the advice: words and address of each entry."""
    found = page.locator(".guide-score-advice").locator("ol, ul").all()
    return [
        [
            (item.inner_text(), item.locator("a").get_attribute("href"))
            for item in some.locator("li").all()
        ]
        for some in found
    ]


def test_what_was_missed_leads_to_the_page_that_asks(result):
    page, data = result
    store(page, data, wrong="b")
    page.locator(".guide-score-advice ul a").click()

    expect(page.locator("#question-b")).to_be_visible()
    assert page.url.endswith("quiz.html#question-b")


def test_sure_mistakes_come_first_then_the_heavier_part(result):
    page, data = result
    store(page, data, wrong="abcd", sure="d")
    first, missed = advice(page)

    assert first == [
        ("Dough: First (you were sure)", "dough.html#first"),
        ("Oven: Heat", "oven.html#heat"),
    ]
    assert [words for words, _href in missed] == [
        "What is d? (you were sure)",
        "What is b?",
        "What is a?",
        "What is c?",
    ]


def test_a_page_is_named_once_by_its_first_mistake(result):
    """The sure mistake, not the last one of the page."""
    page, data = result
    store(page, data, wrong="ac", sure="a")

    assert advice(page)[0] == [("Dough: First (you were sure)", "dough.html#first")]


def test_an_answer_to_a_question_that_changed_does_not_count(result):
    page, data = result
    store(page, data, wrong="b", changed="b")

    sentence = page.locator(".guide-score-sentence")
    expect(sentence).to_contain_text("3 of 4 answered. Weighted score 100 of 100")
    expect(page.locator(".guide-score-title")).to_have_text(["Small 33.3%"])


def test_weights_are_as_typed(result):
    _page, data = result

    assert [part["weight"] for part in data["parts"]] == [33.3, 66.7]


def test_a_claim_is_changed_with_the_arrow_keys_again_and_again(result):
    page, data = result
    store(page, data, wrong="b")
    claim = page.get_by_label("The level that you claim in Small")
    claim.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    expect(claim).to_be_focused()
    expect(claim).to_have_value("high")
    expect(page.locator(".guide-score-parts > li").first).to_contain_text("fits your claim")
    page.reload()
    expect(claim).to_have_value("high")


def test_no_level_is_claimed_before_the_reader_does_whatever_the_part_is_called(tiny):
    """Every table of a program has something under `constructor`, unless it is made with care."""
    texts = {name: text.replace("small", "constructor") for name, text in pages().items()}
    guide = tiny(**{name: text.replace("Small", "Constructor") for name, text in texts.items()})
    page = guide.open("result")
    store(page, json.loads(page.locator(".guide-result script").text_content()))

    claim = page.get_by_label("The level that you claim in Constructor")
    expect(claim).to_have_js_property("selectedIndex", 0)


def test_a_claim_can_be_taken_back(result):
    page, data = result
    store(page, data)
    first = page.locator(".guide-score-parts > li").first
    claim = page.get_by_label("The level that you claim in Small")
    claim.select_option("Low")
    expect(first).to_contain_text("your claim")
    claim.select_option("")

    expect(first.locator(".guide-score-text")).to_have_text("3 of 3")
    assert stored(page)["claims"] == {}


def test_a_claim_is_asked_before_anything_is_answered(result):
    page, _data = result
    page.get_by_label("The level that you claim in Large").select_option("High")

    expect(page.locator(".guide-score")).to_be_hidden()
    page.reload()
    expect(page.get_by_label("The level that you claim in Large")).to_have_value("high")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("ab", "Low: 1 of 3 right, 2 more would hold it. One more right answer in Large"),
        ("d", "High: 0 of 1 right, 1 more would hold it. One more right answer in Small"),
        ("", ""),
    ],
)
def test_the_rule_and_what_the_next_level_lacks_stand_beside_the_verdict(result, wrong, said):
    """Whoever holds every level reads only why."""
    page, data = result
    store(page, data, wrong=wrong)
    text = page.locator(".guide-score-rule").inner_text()
    rule = "A level holds if at least four in five of its answers are right, and if all levels"

    assert text.startswith(rule)
    assert text.removeprefix(f"{rule} below it hold.").strip().startswith(said)
    assert ("would" in text) is bool(said)


def test_no_rule_is_given_before_all_is_answered(result):
    page, data = result
    store(page, data, wrong="a", changed="b")

    expect(page.locator(".guide-score-sentence")).to_contain_text("3 of 4 answered")
    expect(page.locator(".guide-score-rule")).to_be_empty()


def test_a_claim_above_the_range_is_named(result):
    page, data = result
    store(page, data, wrong="acd")
    page.get_by_label("The level that you claim in Small").select_option("High")

    first = page.locator(".guide-score-parts > li").first
    expect(first).to_contain_text("0 of 3 · below your claim")


@pytest.mark.parametrize(("wrong", "weakest"), [("b", "Large"), ("ac", "Small")])
def test_the_weakest_part_is_to_be_practised(tiny, wrong, weakest):
    more = "".join(
        f"::::{{quiz}} {part}-more\n:title: {part.title()}\n:sub-skill: {part}\n\n"
        + member(f"{part}-one", part, "low", "dough#first")
        + "\n::::\n\n"
        for part in ("small", "large")
    )
    guide = tiny(**pages() | {"dough": pages()["dough"] + "\n# More\n\n" + more})
    page = guide.open("result")
    store(page, json.loads(page.locator(".guide-result script").text_content()), wrong=wrong)

    expect(page.locator(".guide-score-advice > p")).to_have_text(
        f"Sharpen the picture where it is weakest, with five more questions: {weakest}"
    )


def test_what_changes_elsewhere_takes_no_focus_from_advice_that_stays(result):
    page, data = result
    store(page, data, wrong="b")
    link = page.locator(".guide-score-advice a").first
    link.focus()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("The level that you claim in Small").select_option("Low")
    expect(page.get_by_label("The level that you claim in Small")).to_have_value("low")

    expect(link).to_be_focused()


def test_an_answer_in_another_tab_takes_no_focus_from_the_claim(result):
    page, data = result
    store(page, data, wrong="b")
    claim = page.get_by_label("The level that you claim in Small")
    claim.focus()
    other = page.context.new_page()
    other.goto(page.url.replace("result.html", "quiz.html"))
    question(other, "a").get_by_role("button", name="Try again").click()
    expect(page.locator(".guide-score-sentence")).to_contain_text("3 of 4 answered")

    expect(claim).to_be_focused()


def test_on_one_page_advice_leads_to_places_that_are_there(tiny):
    guide = tiny(**pages()).build("singlehtml")
    page = guide.open("index")
    data = json.loads(page.locator(".guide-result script").text_content())
    store(page, data, wrong="b")

    assert advice(page) == [[("Oven: Heat", "#heat")], [("What is b?", "#question-b")]]
    for place in ("#heat", "#question-b"):
        assert page.locator(place).count() == 1
