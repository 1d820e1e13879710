"""Where a check begins to speak, and where it leaves the word to another one."""

from dataclasses import replace
from decimal import Decimal

import pytest
from skillguide.checks import (
    check_duplicates,
    check_earned_hours,
    check_lists,
    check_needs,
    check_objectives,
)
from skillguide.model import (
    Guide,
    Kind,
    Location,
    Objective,
    Question,
    QuestionList,
    Quiz,
    Unit,
    Way,
)
from skillguide.types import DEFAULT, TYPES

HERE = Location("index", "index.md", 3)
LOAF = Kind("deliverable", "Deliverable", way=Way("practice", "Build"))
UNIT = Unit(id="mix", location=HERE, phase="p", hours=(("dough", Decimal(2)),))
QUESTION = Question(
    type=DEFAULT, id="salt", location=HERE, stem="How much?", teaches="index#salt", quiz="exam"
)


def practised(hours: str) -> Guide:
    """A unit of two hours whose deliverable takes some."""
    return Guide([replace(UNIT, spends=(("deliverable", "loaf", Decimal(hours)),))], kinds=(LOAF,))


@pytest.mark.parametrize(("hours", "found"), [("1.5", 0), ("2.5", 0), ("1.49", 1), ("2.51", 1)])
def test_parts_may_be_half_an_hour_off(hours, found):
    assert len(list(check_earned_hours(practised(hours)))) == found


def test_a_unit_does_not_need_itself():
    (found,) = check_needs(Guide([replace(UNIT, needs=("mix",))]))

    assert found.message.startswith("unit 'mix' needs 'mix', which comes later")


@pytest.mark.parametrize(("is_apart", "found"), [(False, 0), (True, 1)])
def test_a_question_that_its_page_does_not_show_covers_no_objective(is_apart, found):
    quiz = Quiz(id="exam", location=HERE, is_apart=is_apart)
    guide = Guide([quiz, QUESTION], objectives=[Objective("salt", HERE)])

    assert len(list(check_objectives(guide))) == found


@pytest.mark.parametrize(("unit", "found"), [("g", 1), ("kg", 0)])
def test_a_number_in_another_unit_is_another_question(unit, found):
    one = replace(QUESTION, type=TYPES["numeric"], answers=("20",), unit="g")

    assert len(list(check_duplicates(Guide([one, replace(one, id="b", unit=unit)])))) == found


@pytest.mark.parametrize(
    ("conditions", "is_readable", "found"),
    [
        ({"quiz": "exam", "number": 1}, True, 0),
        ({"quiz": "exam", "number": 2}, True, 1),
        (
            {"quiz": "exam", "number": 2},
            False,
            0,
        ),  # the one that cannot be read may be the one that is missing
        ({"quiz": "other"}, True, 0),  # an unknown name is reported where it stands
        ({"ids": ("nobody",)}, True, 0),
    ],
)
def test_a_place_asks_for_questions_that_could_be_there(conditions, is_readable, found):
    other = replace(QUESTION, id="other", is_readable=is_readable, quiz="")
    items = [Quiz(id="exam", location=HERE), QUESTION, other]
    place = QuestionList(tuple(conditions.items()), HERE)

    assert len(list(check_lists(Guide(items, lists=[place])))) == found
