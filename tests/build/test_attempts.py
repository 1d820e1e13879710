"""A quiz that is handed in as a whole, and the questions from which its forms are drawn."""

import json

import exam
import pytest
from conftest import BUILDERS

#: A sentence of a question that only the pool of the exam would bring to its page.
POOLED = "question 6 of high in large"


@pytest.fixture
def guide(project):
    return project.write(**exam.pages())


@pytest.mark.parametrize("builder", BUILDERS)
def test_an_attempt_is_silent_in_every_builder(guide, builder):
    assert guide.build(builder).warnings == []


def test_the_pool_stands_in_a_template_once_and_the_ids_differ(guide):
    """What forms are drawn from is read by the script alone: no browser shows a template."""
    page = guide.build().page("exam.html")
    (pool,) = page.select(".guide-attempt > template")
    pooled = [field["data-question"] for field in pool.select("fieldset")]
    ids = [element["id"] for element in page.select("[id]")]

    assert pooled == exam.BANKED
    shown = page.select(".guide-attempt fieldset")
    assert [f["data-question"] for f in shown if not f.find_parent("template")] == exam.OWN
    assert len(ids) == len(set(ids))
    assert page.select("template .guide-paper, template script") == []
    data = json.loads(page.select_one(".guide-attempt > script").text)
    assert [question["id"] for question in data["pool"]] == exam.BANKED
    assert data["forms"] == [4, 8]
    assert data["minutes"] == 8


@pytest.mark.parametrize(
    ("builder", "end"),
    [
        ("text", "txt"),
        ("epub", "xhtml"),
        ("xml", "xml"),
        ("pseudoxml", "pseudoxml"),
        ("gettext", "pot"),
    ],
)
def test_other_builders_write_no_pool(guide, builder, end):
    """Paper links to what is written elsewhere; a pool is no text at all."""
    guide.build(builder)

    assert "Before." in guide.output(f"exam.{end}")
    assert POOLED not in " ".join(guide.output(f"exam.{end}").split())
    assert POOLED in " ".join(guide.output(f"banks.{end}").split())


@pytest.mark.parametrize(
    ("builder", "name"), [("latex", "bread.tex"), ("man", "bread.1"), ("texinfo", "bread.texi")]
)
def test_a_book_holds_each_question_once(guide, builder, name):
    text = " ".join(guide.build(builder).output(name).split())

    assert text.count(POOLED) == 1


def test_a_single_page_holds_the_pool_in_a_template(guide):
    page = guide.build("singlehtml").page("index.html")
    for template in page.select("template"):
        template.extract()
    ids = [field.get("data-question") or field["id"] for field in page.select("fieldset")]

    assert sum("large-high-6" in id for id in ids) == 1
    assert POOLED in page.text


def test_the_search_finds_a_pool_where_its_questions_stand_and_nowhere_else(guide):
    """An index that named the exam would lead readers to what they cannot see there."""
    guide.write(banks=exam.pages()["banks"].replace("question 6 of high", "zwieback of high"))
    guide.build()
    index = json.loads(guide.output("searchindex.js").removeprefix("Search.setIndex(")[:-1])
    places = index["terms"]["zwieback"]
    found = {
        index["docnames"][number] for number in ([places] if isinstance(places, int) else places)
    }

    assert found == {"banks"}


def test_no_page_before_an_attempt_shows_its_own_questions(guide):
    """Nor does the page that teaches the answer: else it would measure memory."""
    guide.edit("exam.md", "## What it means", "## What it means\n\n(here)=\n\n### Here")
    text = exam.placed("pick").replace(":level: low", ":level: low\n:teaches: oven#heat")
    guide.edit("placement.md", exam.placed("pick"), text)
    guide.edit("oven.md", "B.", "B.\n\n:::{check-yourself}\n:::")
    fields = guide.build().page("oven.html").select("fieldset")

    assert {field["data-question"] for field in fields} == {
        id for id in exam.BANKED if id.startswith("large")
    }


def minutes(project, page: str):
    return project.app.env.get_domain("guide").current.minutes(page)


def test_a_pool_takes_no_minutes(guide):
    """A page takes the time of the questions that it shows."""
    with_forms = minutes(guide.build(), "exam")
    bank = minutes(guide, "banks")
    without = minutes(guide.write(**exam.pages(forms="")).build(), "exam")

    assert with_forms == without
    assert bank > 3 * with_forms


def test_a_pool_is_not_exported_and_an_attempt_says_what_it_is(guide):
    """Neither GIFT nor JSON holds a question of the pool again."""
    guide.build("export")
    quizzes = {quiz["id"]: quiz for quiz in json.loads(guide.output("guide.json"))["quizzes"]}
    files = list(guide.app.outdir.rglob("*.gift"))
    texts = {path.name: path.read_text("utf-8") for path in files}

    assert quizzes["exam"] | {"questions": []} == quizzes["exam"]
    assert quizzes["exam"]["attempt"] is True
    assert quizzes["exam"]["minutes"] == 8
    assert quizzes["exam"]["forms"] == [4, 8]
    assert quizzes["exam"]["shows"] == exam.OWN
    assert quizzes["placement"]["forms"] == []
    assert sum(POOLED in text for text in texts.values()) == 1
    exams = [text for name, text in texts.items() if "exam" in name]
    assert not any(POOLED in text for text in exams)


def test_a_form_is_drawn_from_questions_with_a_level_that_a_program_can_judge(guide):
    """Not from an open question, nor from what is apart, nor from what stands in no bank."""
    open_one = exam.directive(
        "question", "why", ":type: open", ":level: low", "", "Why?", "", "1. Says one.",
        "2. Says two.", "", "Because.",
    )  # fmt: skip
    guide.edit("banks.md", exam.banked("small-low-1"), open_one + exam.banked("small-low-1"))
    second = exam.banked("small-low-2")
    guide.edit("banks.md", second, second.replace(":level: low\n", ""))
    page = guide.build().page("exam.html")
    data = json.loads(page.select_one(".guide-attempt > script").text)

    expected = [id for id in exam.BANKED if id != "small-low-2"]
    assert [question["id"] for question in data["pool"]] == expected
    pooled = page.select(".guide-attempt > template fieldset")
    assert [field["data-question"] for field in pooled] == expected


def test_scripts_of_an_attempt_wait_until_they_are_needed(guide):
    page = guide.build().page("exam.html")
    sources = [script["src"] for script in page.select("script[src*='skillguide/']")]
    names = [source.split("skillguide/")[1].split(".js")[0] for source in sources]
    waiting = [script["data-later"] for script in page.select("script[data-later]")]

    assert names == [
        "tools", "store", "later", "history", "question", "attempt", "sitting", "quiz", "panel",
    ]  # fmt: skip
    assert waiting == [
        "adopt", "clock", "paper", "forms", "chooser", "scores", "bars", "advice", "result",
        "comeback",
    ]  # fmt: skip
    placement = guide.page("placement.html")
    assert placement.select("script[data-later=forms], script[data-later=chooser]") == []
    assert all(script["type"] == "application/json" for script in page.select("[data-later]"))
