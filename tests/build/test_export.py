"""Exports: a public GIFT parser reads every quiz back, and guide.json holds what the pages say."""

import io
import json

import moodle
import pytest
from conftest import ROOT
from pygiftparser import parser


def read(text: str) -> list:
    """The questions that the parser finds."""
    return parser.parseFile(io.StringIO(text))


def test_a_choice_comes_back_with_its_key_and_feedback(bread):
    bread.build("export")
    salt, ferments = read(bread.output("flour.gift"))

    assert bread.warnings == []
    assert salt.title == "salt"
    assert "Stem, second paragraph." in salt.text
    answers = [(a.fraction, a.answer, a.feedback.strip()) for a in salt.answers.answers]
    assert [(f, t.replace("\\", "")) for f, t, _ in answers] == [
        (0, "2 g"),
        (100, "20 g"),
        (0, "Salt & “sugar” &lt;alike>"),
    ]
    assert answers[1][2] == "Two percent of the flour."
    assert [a.fraction for a in ferments.answers.answers] == [50, 50, -100]
    assert "second block of an option" in bread.output("flour.gift")


def test_references_in_feedback_show_titles(bread):
    bread.edit(
        "questions.md", "Too little to taste.", "Too little: {given}`oven-heat`, {doc}`path`."
    )
    bread.build("export")

    assert "Too little\\: 230 °C, The path." in bread.output("flour.gift")


def test_every_reason_of_an_option_is_its_feedback(bread):
    """Also where another block stands between them."""
    bread.edit("questions.md", "> Sugar feeds yeast.", "> Sugar feeds.\n\n  So:\n\n  > Salt slows.")
    bread.build("export")
    salt, _ferments = json.loads(bread.output("guide.json"))["quizzes"][0]["questions"]

    assert salt["options"][2]["feedback"] == "Sugar feeds.\n\nSalt slows."


def test_a_question_has_its_id_and_tags(bread):
    bread.build("export")
    salt, _ferments = moodle.read(bread.output("flour.gift"))

    assert (salt.id, salt.tags) == ("salt", ["kneading", "novice", "flour", "choice"])


SMALL = """\
    # Small

    ::::{quiz} small
    :title: Small

    :::{question} kinds
    Which `<br>` or ``a`b`` *of* **these**, $\\frac{1}{2}$, 2 * 3 * 4, [here](https://example.org/a)?

    3. wash
    4. cut

       - peel
       - slice

    | a | b |
    |---|---|
    | `x\\|y` | p \\| q |

    ````python
    ```
    ````

    > quoted

    - [ ] ![blue](dot.png)
      > `__new__`
    - [x] ![](dot.png)
      > See {quiz}`stars`. ![](https://example.org/carried.png)

    # no heading<!-- secret -->

    % secret

    :::

    ::::

    ::::{quiz} stars
    :title: Two *stars* and ``<b>``

    ::::
    """


def small(project, **options: object):
    """The small project with every kind of markup, exported."""
    (project.folder / "dot.png").write_bytes(b"")
    extensions = ["colon_fence", "tasklist", "dollarmath"]
    return project.write(index=SMALL).build(
        "export",
        confoverrides={"myst_enable_extensions": extensions, "myst_disable_syntax": [], **options},
    )


def test_markup_arrives_as_markdown_in_both_files(project):
    small(project)
    (there,) = moodle.read(project.output("small.gift"))
    (here,) = json.loads(project.output("guide.json"))["quizzes"][0]["questions"]
    stem = """\
Which `<br>` or ``a`b`` *of* **these**, \\\\(\\frac{1}{2}\\\\), 2 \\* 3 \\* 4, [here](https://example.org/a)?

3. wash

4. cut

   - peel
   - slice

| a | b |
| --- | --- |
| <code>x\\|y</code> | p \\| q |

````python
```
````

> quoted"""

    assert there.text == here["stem"] == stem
    assert [text for _, text, _ in there.answers] == ["![blue](dot.png)", "![](dot.png)"]
    assert here["options"][0]["feedback"] == "`__new__`"
    assert here["options"][1]["feedback"] == (
        "See Two stars and &lt;b>. ![](https://example.org/carried.png)"
    )
    assert "secret" not in project.output("guide.json") + project.output("small.gift")


def test_what_readers_do_not_see_is_not_exported(bread):
    """Here the pages are read for a reader of the web."""
    hidden = "::::{only} text\nsecret ![secret](secret.png)\n::::\n\nWeigh salt, always."
    bread.edit("questions.md", "Weigh salt, always.", hidden.replace("::::", "````"))
    bread.build("export")

    assert "secret" not in bread.output("guide.json") + bread.output("flour.gift")
    assert bread.findings == []


def test_a_picture_that_gift_cannot_carry_is_named(project):
    assert "index.md:6: question 'kinds' shows dot.png, which a GIFT file cannot carry; " in (
        "\n".join(small(project).findings)
    )


def test_the_translated_words_are_exported(bread):
    bread.translate(questions={"How much salt for **1 kg** of flour?": "Wie viel *Salz_a*?"})
    bread.build("export", confoverrides={"language": "de"})

    assert "[markdown]Wie viel *Salz\\\\_a*?" in bread.output("flour.gift")


def test_a_page_that_assembles_questions_becomes_a_file(bread):
    bread.write(
        exam="""\
        # Exam\\\\: flour/water

        :::{questions}
        :ids: ferments, salt
        :::

        :::{question-ref} salt
        :::
        """,
    )
    text = (bread.folder / "craft/dough.md").read_text("utf-8")
    shown = (
        ":::{question-ref} ferments\n:::\n\n:::{check-yourself}\n:::\n"  # one chosen, one taught
    )
    bread.write(craft__dough=f"{text}\n{shown}")
    bread.build("export")
    data = json.loads(bread.output("guide.json"))

    assert [found.id for found in moodle.read(bread.output("exam.gift"))] == ["ferments", "salt"]
    assert bread.output("exam.gift").startswith("$CATEGORY: Exam\\\\: flour-water\n")
    assert data["files"] == ["flour.gift", "exam.gift"]
    assert data["sets"] == [
        {"page": "exam", "title": "Exam\\: flour/water", "questions": ["ferments", "salt"]}
    ]


def test_a_page_named_like_a_quiz_has_a_file_of_its_own(bread):
    bread.write(flour="# Page\n\n:::{questions}\n:quiz: flour\n:::\n").build("export")

    assert json.loads(bread.output("guide.json"))["files"] == ["flour.gift", "flour-page.gift"]


def test_a_page_outside_the_guide_is_not_exported(bread):
    """An orphan can be read by who has its address; no list and no file holds it."""
    objectives = ":::{objectives}\n- [count](#a)\n:::\n\n(a)=\n\n## A\n"
    exam = (
        f"---\norphan: true\n---\n\n# Exam\n\n:::{{questions}}\n:quiz: flour\n:::\n\n{objectives}"
    )
    data = json.loads(bread.write(exam=exam).build("export").output("guide.json"))

    assert (data["sets"], data["files"]) == ([], ["flour.gift"])
    assert {place["page"] for place in data["objectives"]} == {"craft/dough"}


def test_an_example_is_not_exported(bread):
    bread.edit("questions.md", ":title: Flour and water", ":title: Flour and water\n:example:")
    bread.write(exam="# Exam\n\n:::{questions}\n:quiz: flour\n:::\n").build("export")
    data = json.loads(bread.output("guide.json"))

    assert (data["quizzes"], data["questions"], data["sets"], data["files"]) == ([], [], [], [])


def test_a_renamed_quiz_leaves_no_file_and_others_stay(bread):
    bread.build("export")
    folder = bread.folder / "_build" / "export"
    (folder / "mine.gift").write_text("mine")
    bread.edit("questions.md", "{quiz} flour", "{quiz} dough").build("export")

    assert sorted(path.name for path in folder.glob("*.gift")) == ["dough.gift", "mine.gift"]


@pytest.mark.parametrize(
    "old", ["no JSON", "[]", "{}", '{"files": 5}', '{"files": ["../x.gift", "notes.txt"]}']
)
def test_a_foreign_guide_json_removes_nothing(bread, old):
    bread.build("export")
    folder = bread.folder / "_build" / "export"
    (folder.parent / "x.gift").write_text("mine")
    (folder / "notes.txt").write_text("mine")
    (folder / "guide.json").write_text(old)
    bread.build("export")

    assert (folder.parent / "x.gift").exists()
    assert (folder / "notes.txt").exists()
    assert (folder / "flour.gift").exists()


def test_guide_json_holds_what_the_pages_declare(bread):
    bread.build("export")
    data = json.loads(bread.output("guide.json"))

    assert data["schema"] == 1
    assert [part["weight"] for part in data["subSkills"]] == ["33.3", "33.3", "16.7", "16.7"]
    assert [level["title"] for level in data["levels"]] == ["Novice", "Baker", "Master"]
    (flour,) = data["quizzes"]
    salt = flour["questions"][0]
    assert (salt["subSkill"], salt["level"]) == ("kneading", "novice")
    assert [part["right"] for part in salt["options"]] == [False, True, False]
    assert salt["explanation"] == "Weigh salt, always."
    hours = [sum(map(float, unit["hours"].values())) for p in data["phases"] for unit in p["units"]]
    assert sum(hours) == pytest.approx(30)


def test_a_second_export_writes_the_same_bytes(bread):
    names = ("guide.json", "flour.gift", "exam.gift")
    bread.write(exam="# Exam\n\n:::{questions}\n:ids: ferments, salt\n:::\n")
    first = list(map(bread.build("export").output, names))
    again = list(map(bread.build("export").output, names))
    parallel = list(map(bread.build("export", parallel=2, freshenv=True).output, names))

    assert first == again == parallel


def test_guide_json_holds_what_stands_outside_a_quiz(bread):
    text = (bread.folder / "questions.md").read_text("utf-8")
    single = """
:::{question} oven
:type: numeric
:answer: 230
:tolerance: 2%
:unit: °C
:keep-order:

How hot is *the* oven?

```{hint}
Hotter than *water*.
```

Ask a baker.

:::
"""
    (bread.folder / "questions.md").write_text(text + single, encoding="utf-8")
    data = json.loads(bread.build("export").output("guide.json"))
    (oven,) = data["questions"]

    assert oven["id"] == "oven"
    assert oven["keepOrder"] is True
    assert oven["hint"] == "Hotter than *water*."
    assert (oven["answers"], oven["tolerance"], oven["unit"]) == (["230"], "4.6", "°C")
    assert oven["explanation"] == "Ask a baker."


def test_guide_json_holds_the_rest_of_what_pages_declare(bread):
    bread.edit("path.md", ":title: Routine", ":title: Routine\n:practice: first-photo 2.50")
    data = json.loads(bread.build("export").output("guide.json"))
    (heat,) = [given for given in data["givens"] if given["id"] == "oven-heat"]
    practice = data["phases"][1]["units"][0]["practice"]

    assert (heat["value"], heat["unit"], heat["title"]) == ("230", "°C", "230 °C")
    assert {"page": "craft/dough", "place": "by-hand"} in data["objectives"]
    assert practice == {"first-photo": "2.50"}
    assert all(row["levels"] for row in data["proficiency"])


def test_a_change_of_a_question_reaches_the_sets_that_hold_it(bread):
    bread.write(exam="# Exam\n\n:::{questions}\n:ids: ferments, salt\n:::\n").build("export")
    bread.edit("questions.md", "- [x] 20 g", "- [x] 21 g").build("export")

    assert "=21 g" in bread.output("exam.gift")


def test_every_name_of_guide_json_is_documented(bread):
    """The names of a record's own fields are those of its options."""
    bread.edit("path.md", ":title: Routine", ":title: Routine\n:practice: first-photo 2.50")
    bread.write(exam="# Exam\n\n:::{questions}\n:ids: ferments, salt\n:::\n").build("export")
    text = (ROOT / "guide/contributing/data.md").read_text("utf-8")

    def names(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(names, value))
        if not isinstance(value, dict):
            return set()
        ids = {"records", "practice", "hours", "levels"}  # keys below these are ids and options
        parts = [part for name, part in value.items() if name not in ids or isinstance(part, list)]
        return set(value) | set().union(*map(names, parts))

    assert [
        name
        for name in sorted(names(json.loads(bread.output("guide.json"))))
        if f"`{name}`" not in text
    ] == []


def test_rules_compare_what_readers_see_and_not_its_markup(bread):
    """An address or an escape makes no option longer."""
    bread.edit("questions.md", "- [x] 20 g", "- [x] [20 g](https://example.org/long) `x_y`")
    bread.build("export")
    salt = bread.app.env.domains["guide"].current.by_key["question:salt"]

    assert salt.options[1].text == "20 g x_y"
    assert salt.options[1].markdown == "[20 g](https://example.org/long) `x_y`"
    assert salt.text == "How much salt for 1 kg of flour? Stem, second paragraph."
