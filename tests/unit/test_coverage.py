"""Banks: enough questions on each level, and each sub-skill asked as often as it weighs."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from skillguide.checks import check_level_coverage, check_question_share
from skillguide.checks.coverage import missing
from skillguide.model import Guide, Level, Location, Question, Quiz, Skill, SubSkill
from skillguide.types import DEFAULT

HERE = Location("index", "index.md", 1)


def guide(counts: dict[str, int], *, weights=("60", "40"), follow=True, levels="ln") -> Guide:
    """Sub-skills a, b and maybe c; a and b have a bank each. `counts` are questions by bank and
    level, as `al`.
    """
    parts = [
        SubSkill(id=id, location=HERE, weight=w and Decimal(w)) for id, w in zip("abc", weights)
    ]
    skill = Skill(
        id="s",
        location=Location("index", "index.md", 7),
        total_weight=Decimal(100),
        total_hours=None,
        questions_follow_weights=follow,
    )
    return Guide(
        [
            skill,
            *parts,
            *(Level(id=level, location=HERE) for level in levels),
            *(
                Quiz(id=f"bank-{id}", location=Location(id, f"{id}.md", 3), sub_skill=id)
                for id in "ab"
            ),
            Quiz(id="mixed", location=HERE),
            *(
                Question(
                    type=DEFAULT,
                    id=f"{bank}{level}{n}",
                    location=HERE,
                    stem="?",
                    quiz=f"bank-{bank}" if bank in "ab" else "mixed",
                    sub_skill=bank if bank in "ab" else "a",
                    level=level,
                )
                for (bank, level), count in counts.items()
                for n in range(count)
            ),
        ]
    )


def messages(check, found) -> list[str]:
    return [f"{finding.rule}: {finding.message}" for finding in check(found)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"al": 4, "an": 4}, []),
        ({"al": 6, "an": 2}, ["n 2"]),
        ({"al": 8}, ["n 0"]),
        ({"al": 5, "an": 2}, []),  # fewer than eight: too small to cover two levels
    ],
)
def test_a_bank_has_four_questions_on_each_level(counts, expected):
    found = messages(check_level_coverage, guide(counts))

    assert found == [
        f"level_coverage: quiz 'bank-a' has too few questions on a level, expected 4 each: {few}"
        for few in expected
    ]


def test_a_quiz_without_a_sub_skill_is_no_bank():
    assert messages(check_level_coverage, guide({"xl": 9})) == []


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"al": 6, "bl": 4}, []),
        ({"al": 6, "bl": 4, "xl": 5}, []),
        ({"al": 8, "bl": 2}, []),  # two off: an author may write one question at a time
        (
            {"al": 9, "bl": 1},
            [
                "question_share: the 10 questions of the banks do not follow the weights: "
                "a 9, expected 6; b 1, expected 4; add 2 to quiz 'bank-b' (b.md:3)"
            ],
        ),
    ],
)
def test_the_banks_follow_the_weights_where_the_skill_says_so(counts, expected):
    assert messages(check_question_share, guide(counts)) == expected
    assert messages(check_question_share, guide(counts, follow=False)) == []


@pytest.mark.parametrize("weights", [("60", None), ("60", "30")])
def test_no_share_is_compared_while_the_weights_are_wrong(weights):
    assert messages(check_question_share, guide({"al": 9, "bl": 1}, weights=weights)) == []


def test_the_finding_stands_at_the_bank_that_needs_most():
    (found,) = check_question_share(guide({"al": 9, "bl": 1}))

    assert str(found.location) == "b.md:3"


def test_without_a_bank_the_finding_stands_at_the_promise():
    """A sub-skill that nobody asks about needs a quiz first."""
    whole = guide({"al": 9})
    lost = [quiz for quiz in whole.quizzes if quiz.sub_skill == "b"]
    (found,) = check_question_share(Guide([item for item in whole.items if item not in lost]))

    assert found.location.line == 7
    assert found.message.endswith("; add 3 to a new quiz with `:sub-skill: b`")


@pytest.mark.parametrize(
    ("counts", "more"),
    [
        ({"a": 9, "b": 1}, {"b": 2}),
        ({"a": 90, "b": 10}, {"b": 47}),
        ({"a": 6, "b": 4}, {}),
        ({"b": 5}, {"a": 3}),
    ],
)
def test_what_is_added_brings_the_banks_into_balance(counts, more):
    whole = guide({})

    assert missing(whole, Counter(counts)) == Counter(more)


def test_one_that_has_too_many_is_balanced_by_the_others():
    """None of the others is off its share itself."""
    whole = guide({}, weights=("50", "25", "25"))

    assert missing(whole, Counter(a=9, b=2, c=1)) == Counter(b=1, c=1)


def test_questions_are_asked_for_in_the_smallest_bank_of_a_sub_skill():
    whole = guide({"al": 9, "bl": 1})
    small = Quiz(id="small", location=Location("c", "c.md", 5), sub_skill="b")
    (found,) = check_question_share(Guide([*whole.items, small]))

    assert found.message.endswith("; add 2 to quiz 'small' (c.md:5)")
    assert found.location is small.location


def test_a_question_of_an_unknown_sub_skill_is_reported_elsewhere():
    whole = guide({"al": 9, "bl": 1})
    items = [
        replace(item, sub_skill="c")
        if isinstance(item, Question) and item.sub_skill == "b"
        else item
        for item in whole.items
    ]

    assert messages(check_question_share, Guide(items)) == []
