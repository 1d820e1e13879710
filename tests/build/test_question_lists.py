"""A question is written once and shown where it helps; every type in every builder."""

import json

import pytest
from conftest import BUILDERS

PAGE = """\
# Shown elsewhere

::::{quiz} types
:title: Types
:sub-skill: rising

:::{question} grams
:type: numeric
:answer: 1,200
:tolerance: 2%
:unit: g
:level: baker

How much for ten loaves?

| a | b |
|---|---|
| 1 | 2 |

Ten times 120.

:::

:::{question} flour
:type: text
:answer: rye | Rye flour

Which flour is sour?

Rye ferments.

:::

:::{question} code
:type: trace
:answer: 3

What does this print?

```python
print(len("rye"))
```

Its letters.

:::

:::{question} coals
:type: open
:level: master

How do you bake without an oven?

```{hint}
Think of campers.
```

1. Names a pan.
2. Names heat from above.
3. Names a lid with coals.

A heavy pot with coals on its lid.

:::

::::

:::{result} types
:::
"""
SENTENCES = [
    "How much for ten loaves?", "1,200", "Ten times 120.", "Which flour is sour?", "Rye flour",
    "Rye ferments.", "What does this print?", "Its letters.", "How do you bake without an oven?",
    "Think of campers.", "Names a pan.", "Names a lid with coals.", "A heavy pot",
    "Score = the sum of weight",
]  # fmt: skip


@pytest.fixture
def typed(bread):
    bread.write(types=PAGE)
    return bread.edit("index.md", "\nrecords", "\nrecords\ntypes")


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_type_is_silent_in_every_builder(typed, builder):
    assert typed.build(builder).warnings == []


@pytest.mark.parametrize(
    ("builder", "name"), [("text", "types.txt"), ("html", "types.html"), ("epub", "types.xhtml")]
)
def test_every_type_keeps_its_words(typed, builder, name):
    typed.build(builder)
    text = typed.page(name).text if builder != "text" else typed.output(name)
    text = " ".join(text.split())

    assert [sentence for sentence in SENTENCES if sentence not in text] == []


def test_paper_asks_first_and_answers_in_the_key(typed):
    text = typed.build("text").output("types.txt")
    questions, key = text.split("Answer key\n")

    assert "Your answer: ________ g" in questions
    assert "1,200" not in questions
    assert "Names a pan" not in questions
    assert "**1,200 g**" in key
    assert "1. **Novice** Names a pan." in key
    assert "| Rising" in questions
    assert "____ / 3" in questions  # an open question does not count


def test_a_result_counts_with_the_weight_as_it_was_written(typed):
    """A third is no whole percent; an open question does not count."""
    result = typed.build().page("types.html").select_one(".guide-result")
    (part,) = json.loads(result.script.text)["parts"]
    cells = [cell.text.strip() for cell in result.select("tbody td")]

    assert cells == ["Rising", "33.3%", "1–3", "____ / 3"]
    assert part["weight"] == 33.3
    assert part["practise"] == []  # the quiz itself is no other one


def test_a_question_that_is_named_twice_is_shown_once(bread):
    bread.write(bank="# Bank\n\n:::{questions}\n:ids: ferments, salt, ferments\n:::\n")
    bread.edit("index.md", "\nrecords", "\nrecords\nbank").build()
    shown = bread.page("bank.html").select(".guide-question")

    assert [question["data-question"] for question in shown] == ["ferments", "salt"]


def test_a_question_that_cannot_be_read_is_shown_where_it_stands_alone(bread):
    bread.edit("questions.md", "- [ ] 2 g", "- [ ]2 g")
    bread.write(bank="# Bank\n\n:::{questions}\n:quiz: flour\n:::\n")
    bread.edit("index.md", "\nrecords", "\nrecords\nbank").build()
    (shown,) = bread.page("bank.html").select(".guide-question")

    assert shown["data-question"] == "ferments"


def test_an_entry_says_what_it_accepts(typed):
    page = typed.build().page("types.html")

    numeric = page.select_one("#question-grams")
    assert numeric["data-answer"] == "1200"
    assert numeric["data-tolerance"] == "24"
    assert "Up to 2% off is right." in numeric.select_one("small").text
    assert page.select_one("#question-flour")["data-answer"] == "rye|Rye flour"
    assert page.select_one("#question-coals .guide-hint summary").text == "Hint"
    assert [b.text for b in page.select("#question-coals .guide-rubric b")] == [
        "Novice", "Baker", "Master",
    ]  # fmt: skip


def test_every_box_of_a_rubric_has_a_name_also_in_copies(typed):
    """More points than levels, and the same question twice on a page: ids stay unique."""
    typed.edit(
        "types.md", "3. Names a lid with coals.", "3. Names a lid with coals.\n4. Names ash."
    )
    typed.edit(
        "types.md", "# Shown elsewhere", "# Shown elsewhere\n\n:::{question-ref} coals\n:::\n"
    )
    page = typed.build().page("types.html")
    ids = [element["id"] for element in page.select("[id]")]
    boxes = page.select(".guide-rubric > li > label > input")
    texts = {
        id: page.find(id=id).text.strip()
        for box in boxes
        for id in [box.get("aria-describedby") or box["aria-labelledby"]]
    }

    assert len(ids) == len(set(ids))
    assert len(boxes) == len(texts) == 8
    assert all(texts.values())
    assert [box.has_attr("aria-labelledby") for box in boxes] == [False, False, False, True] * 2
    assert [bool(box.parent.text.strip()) for box in boxes] == [True, True, True, False] * 2


def test_the_rest_of_a_stem_describes_the_group(bread):
    page = bread.build().page("questions.html")
    id = page.select_one("#question-salt")["aria-describedby"]

    assert page.find(id=id).text == "Stem, second paragraph."
    assert not page.select_one("#question-ferments").has_attr("aria-describedby")


def shown(page) -> list[str]:
    return [field.get("data-question") for field in page.select("fieldset[data-question]")]


def test_a_page_shows_the_questions_that_it_teaches(bread):
    bread.edit("craft/dough.md", "# Dough", "# Dough\n\n:::{check-yourself}\n:::\n").build()
    page = bread.page("craft/dough.html")

    assert bread.warnings == []
    assert shown(page) == ["salt"]
    field = page.select_one("fieldset")
    assert field["id"] == "question-salt--1"
    assert (
        field["data-digest"]
        == bread.page("questions.html").select_one("#question-salt")["data-digest"]
    )
    assert field.select_one(".guide-facts a")["href"] == "#sub-skill-kneading"
    assert "quiz.js" in bread.output("craft/dough.html")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ("", ["grams", "flour", "code", "coals", "salt", "ferments"]),
        (":quiz: flour", ["salt", "ferments"]),
        (":level: baker", ["grams", "ferments"]),
        (":sub-skill: rising\n:level: master", ["coals"]),
        (":ids: ferments, salt", ["ferments", "salt"]),
        (":number: 2", ["grams", "flour"]),
    ],
)
def test_questions_are_selected(typed, options, ids):
    typed.write(exam=f"# Exam\n\n:::{{questions}}\n{options}\n:::\n")
    typed.edit("index.md", "\nrecords\ntypes", "\nrecords\nexam\ntypes")
    typed.edit("index.md", "\nquestions\n", "\n").edit(
        "index.md", "\nexam", "\nexam\ntypes\nquestions"
    )
    typed.build()

    assert shown(typed.page("exam.html")) == ids


def test_a_changed_reason_is_shown_everywhere(bread):
    bread.edit("craft/dough.md", "# Dough", "# Dough\n\n:::{question-ref} salt\n:::\n").build()
    bread.edit("questions.md", "> Too little to taste.", "> Nobody would taste it.").build()

    assert "Nobody would taste it." in bread.page("craft/dough.html").text


def test_a_changed_reason_reaches_the_page_that_teaches_it(bread):
    bread.edit("craft/dough.md", "# Dough", "# Dough\n\n:::{check-yourself}\n:::\n").build()
    bread.edit("questions.md", "> Too little to taste.", "> Nobody would taste it.").build()

    assert "Nobody would taste it." in bread.page("craft/dough.html").text


def test_paper_links_to_a_question_that_stands_elsewhere(bread):
    """Else a book would hold it twice."""
    bread.edit("craft/dough.md", "# Dough", "# Dough\n\n:::{question-ref} salt\n:::\n").build(
        "text"
    )

    assert "* *How much salt for 1 kg of flour?*" in bread.output("craft/dough.txt")
    assert "20 g" not in bread.output("craft/dough.txt")


def test_links_of_a_shown_question_lead_to_the_same_pages(bread):
    bread.edit(
        "questions.md",
        "> Too little to taste.",
        "> See {doc}`levels`, {doc}`/path` and {level}`baker`.",
    )
    bread.edit("craft/dough.md", "# Dough", "# Dough\n\n:::{question-ref} salt\n:::\n").build()

    assert bread.warnings == []
    links = bread.page("craft/dough.html").select(".guide-feedback a")
    assert [link["href"] for link in links] == [
        "../levels.html", "../path.html", "../levels.html#level-baker",
    ]  # fmt: skip


def test_unknown_questions_and_quizzes_are_reported(bread):
    bread.edit(
        "path.md",
        "# The path",
        "# The path\n\n:::{question-ref} sugar\n:::\n\n:::{result} none\n:::\n\n"
        ":::{questions}\n:ids: salt, suger\n:number: none\n:::",
    )

    assert bread.build().findings == [
        "path.md:3: there is no question 'sugar'; there are salt, ferments [reference]",
        "path.md:6: there is no quiz 'none'; there are flour [reference]",
        "path.md:10: there is no question 'suger'; there are salt, ferments [reference]",
        "path.md:11: option `:number:`: expected a whole number above 0, got 'none' [option_value]",
    ]


def test_no_script_can_end_the_data_of_a_result(typed):
    typed.edit("types.md", "How much for ten loaves?", "How much </script><b> for ten?").build()
    html = typed.output("types.html")

    assert "</script><b>" not in html
    assert "\\u003c/script>\\u003cb>" in html


def test_units_are_escaped(typed):
    typed.edit("types.md", ":unit: g", ":unit: <b>g").build()

    assert "<b>g" not in typed.output("types.html")
    assert "<b>g" in typed.page("types.html").select_one("#question-grams .guide-entry").text


def test_questions_of_a_quiz_apart_are_not_shown_where_they_are_taught(project):
    """Nor do they need an objective there."""
    question = """
:::{question} %s
:teaches: index#%s

Which of three?

- [x] One
  > Yes.
- [ ] Two
  > No.
- [ ] Three
  > No.

:::
"""
    quiz = "\n::::{quiz} %s\n:title: %s\n%s%s\n::::\n"
    page = "# Page\n\n:::{objectives}\n\n- [do it](#place)\n\n:::\n\n(place)=\n\n## Place\n\n"
    page += "(other)=\n\n## Other\n\n:::{check-yourself}\n:::\n\n```{toctree}\nbank\n```\n"
    bank = "# Bank\n" + quiz % ("open", "Open", "", question % ("shown", "place"))
    bank += quiz % (
        "test",
        "Test",
        ":apart:\n",
        (question % ("hidden", "other")).replace("Which", "What"),
    )
    project.write(index=page, bank=bank).build()
    shown = [field["data-question"] for field in project.page().select("fieldset")]

    assert project.warnings == []
    assert shown == ["shown"]
