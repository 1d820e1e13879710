"""Hashes of questions and options, and the order of what a guide holds."""

from dataclasses import replace
from decimal import Decimal

import pytest
from skillguide.model import Guide, Location, Option, Question, Quiz
from skillguide.types import DEFAULT, TYPES

OPTIONS = (
    Option(source="20 g", is_right=True, has_feedback=True, line=5),
    Option(source="2 g", is_right=False, has_feedback=True, line=7),
)
QUESTION = Question(
    type=DEFAULT,
    id="salt",
    location=Location("a", "a.md", 1),
    stem="How much salt?",
    options=OPTIONS,
)


@pytest.mark.parametrize(
    "change",
    [
        {"location": Location("b", "b.md", 99)},
        {"options": OPTIONS[::-1]},
        {"options": tuple(replace(option, has_feedback=False, line=9) for option in OPTIONS)},
        {"level": "novice", "teaches": "x", "source": "y", "quiz": "z"},
    ],
)
def test_moving_and_explaining_keeps_the_digest(change):
    assert replace(QUESTION, **change).digest == QUESTION.digest


@pytest.mark.parametrize(
    "change",
    [
        {"stem": "How much sugar?"},
        {"options": (OPTIONS[0], replace(OPTIONS[1], source="3 g"))},
        {"options": (replace(OPTIONS[0], is_right=False), replace(OPTIONS[1], is_right=True))},
        {"options": (*OPTIONS, Option(source="5 g", is_right=False, has_feedback=True, line=9))},
    ],
)
def test_another_question_has_another_digest(change):
    assert replace(QUESTION, **change).digest != QUESTION.digest


@pytest.mark.parametrize("change", [{"answers": ("21",)}, {"tolerance": Decimal("0.5")}])
def test_another_answer_or_tolerance_makes_another_question(change):
    """A number that was right before may be wrong now."""
    number = replace(QUESTION, type=TYPES["numeric"], options=(), answers=("20",))

    assert replace(number, **change).digest != number.digest


def test_what_stands_for_a_title_is_made_once():
    """Where a title names another item, Markdown must not be escaped twice."""
    titles = {"a": "A {quiz:b}", "b": "B"}
    here = Location("a", "a.md", 1)
    guide = Guide([Quiz(id=id, title=title, location=here) for id, title in titles.items()])

    assert guide.spell("See {quiz:a}", shown=lambda title: f"<{title}>") == "See <A B>"
