"""Exports: a public GIFT parser reads every quiz back, and guide.json holds what the pages say."""

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygiftparser import parser
from skillguide.export.gift import escape, gift_quiz, weights
from skillguide.model import Guide, Location, Option, Question, Quiz, Type

HERE = Location("index", "index.md", 1)


def read(text: str) -> list:
    """The questions that the parser finds."""
    return parser.parseFile(io.StringIO(text))


def quiz(*questions: Question) -> str:
    return gift_quiz(Guide([Quiz(id="q", location=HERE), *questions]), Quiz(id="q", location=HERE))


def question(**fields) -> Question:
    return Question(**{"id": "a", "location": HERE, "stem": "?", "quiz": "q", **fields})


def option(text: str, right: bool = False) -> Option:
    return Option(
        source=text, text=text, feedback=f"why {text}", is_right=right, has_feedback=True, line=1
    )


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
        (0, "Salt & “sugar” <alike>"),
    ]
    assert answers[1][2] == "Two percent of the flour."
    assert [a.fraction for a in ferments.answers.answers] == [50, 50, -100]
    assert "second block of an option" in bread.output("flour.gift")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": Type.NUMERIC, "answers": ("43",), "explanation": "Because."}, "NumericAnswerSet"),
        ({"type": Type.TEXT, "answers": ("given", "{given}")}, "ShortSet"),
        ({"type": Type.TRACE, "answers": ("0.3 False",), "code": "x"}, "ShortSet"),
        ({"type": Type.OPEN}, "Essay"),
        ({"options": (option("yes", True), option("no"))}, "SelectSet"),
    ],
)
def test_every_type_is_read_as_its_own(fields, expected):
    (found,) = read(quiz(question(**fields)))

    assert found.valid
    assert type(found.answers).__name__ == expected


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_no_text_ends_an_answer_early(text):
    """Whatever an author types, each control character is escaped and the line stays one line."""
    escaped = escape(f"a{text}\n{text}b")
    restored = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], escaped)

    assert restored == f"a{text}\n{text}b"
    assert "\n" not in escaped
    assert re.search(r"[~=#{}:]", re.sub(r"\\.", "", escaped)) is None


@pytest.mark.parametrize(
    ("rights", "multiple", "expected"),
    [
        ("10", False, ["=", "~"]),
        ("110", True, ["~%50%", "~%50%", "~%-100%"]),
        ("1110", True, ["~%33.33333%"] * 3 + ["~%-100%"]),
        ("1", True, ["~%100%"]),
    ],
)
def test_several_keys_share_the_mark(rights, multiple, expected):
    assert weights([option("x", right == "1") for right in rights], multiple) == expected


def test_references_in_feedback_show_titles(bread):
    bread.edit(
        "questions.md", "Too little to taste.", "Too little: {given}`oven-heat`, {doc}`path`."
    )
    bread.build("export")

    assert "Too little\\: 230 °C, The path." in bread.output("flour.gift")


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
    first = bread.build("export").output("guide.json")

    assert bread.build("export").output("guide.json") == first
