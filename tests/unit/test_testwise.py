"""Cues of a whole quiz: length and position of the keys."""

from dataclasses import replace

import pytest
from skillguide.checks import check_cues
from skillguide.checks.testwise import guessing_score, longest_score
from skillguide.model import Guide, Location, Option, Question, Quiz
from skillguide.types import DEFAULT

QUIZ = Quiz(id="bank", location=Location("b", "b.md", 3))


def question(number: int, texts: list[str], key: int = 0) -> Question:
    return Question(
        type=DEFAULT,
        id=f"q{number}",
        location=Location("b", "b.md", 10 * number),
        stem="?",
        quiz="bank",
        options=tuple(
            Option(source=text, text=text, is_right=place == key, has_feedback=True, line=1)
            for place, text in enumerate(texts)
        ),
    )


def bank(make, size: int = 8) -> Guide:
    return Guide([QUIZ, *(make(number) for number in range(size))])


def rules(guide: Guide) -> list[str]:
    return [finding.rule for finding in check_cues(guide)]


EVEN = ["four", "five", "nine", "zero"]


def test_balanced_questions_have_no_cue():
    assert rules(bank(lambda n: question(n, EVEN, key=n % 4))) == []


def test_keys_that_are_longest_are_reported_at_the_quiz():
    def longest_at(number: int) -> Question:
        place = number % 4
        return question(number, [*EVEN[:place], "a longer one", *EVEN[place + 1 :]], key=place)

    found = list(check_cues(bank(longest_at)))

    assert [finding.rule for finding in found] == ["longest_option", "length_ratio"]
    assert found[0].location == QUIZ.location
    assert "scores 100% in quiz 'bank', expected at most 35%" in found[0].message
    assert "3.00 times as long" in found[1].message


def test_keys_at_one_place_are_reported_unless_the_order_means_something():
    assert rules(bank(lambda n: question(n, EVEN, key=1))) == ["key_position"]
    assert rules(bank(lambda n: replace(question(n, EVEN, key=1), keeps_order=True))) == []


def test_a_few_questions_are_chance():
    assert rules(bank(lambda n: question(n, EVEN, key=1), size=7)) == []


@pytest.mark.parametrize(
    ("texts", "key", "score"),
    [(["aaa", "b"], 0, 1), (["aaa", "b"], 1, 0), (["aa", "bb", "c"], 0, 0.5), (EVEN, 2, 0.25)],
)
def test_ties_for_the_longest_count_their_share(texts, key, score):
    assert longest_score([question(1, texts, key)]) == score


def test_guessing_depends_on_the_number_of_options():
    assert guessing_score([question(1, EVEN), question(2, ["a", "b"])]) == 0.375


def test_what_cannot_be_compared_does_not_stop_the_build():
    """A question with two keys by mistake, and options that are pictures only."""
    broken = [
        replace(
            question(8, EVEN),
            options=tuple(replace(o, is_right=True) for o in question(8, EVEN).options),
        ),
        question(9, ["", "", "", ""]),
    ]

    assert rules(Guide([*bank(lambda n: question(n, EVEN, key=n % 4)).items, *broken])) == []
