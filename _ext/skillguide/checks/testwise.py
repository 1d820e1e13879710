"""What gives a key away: the cues that test-takers without knowledge use.

The rules follow the item-writing guidelines of Haladyna, Downing and Rodriguez (2002),
https://doi.org/10.1207/S15324818AME1503_5; the limits for lengths and positions are ours. An author
silences one for a single question with `:allow:` and a reason.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ..model import Finding, Guide, Option, Question, Quiz, Rule, Settings

ABOVE = re.compile(r"\b(all|none|both|neither) of (the above|these|them)\b", re.IGNORECASE)
ASKS = re.compile(r"\b(which|what)\b", re.IGNORECASE)
NEGATION = re.compile(r"(?<![*_`])\b(not|except|\w+n['’]t)\b(?![*_`])", re.IGNORECASE)
ABSOLUTE = re.compile(r"\b(always|never|impossible|guaranteed|certainly)\b", re.IGNORECASE)


def check_wording(guide: Guide) -> Iterator[Finding]:
    """Options number three to five, none sums up the others, and no word tells the key."""
    for question in choices(guide.every(Question)):
        for rule, line, message in _wording(question, guide.settings.option_number):
            if rule not in question.allows:
                place = replace(question.location, line=line or question.location.line)
                yield Finding(rule, place, f"question '{question.id}' {message}")


def _wording(question: Question, limits: tuple[int, int]) -> Iterator[tuple[Rule, int | None, str]]:
    number, (least, most) = len(question.options), limits
    if number > most or (number < least and (number > 2 or question.is_multiple)):
        yield Rule.OPTION_NUMBER, None, f"has {number} options, expected {least} to {most}"
    asked = [part for part in re.split(r"(?<=[.?!])\s", question.stem) if part.endswith("?")]
    if any(ASKS.search(part) and NEGATION.search(part) for part in asked):
        advice = "hides a negation in its stem; ask for what is so, or write **not**"
        yield Rule.BARE_NOT, None, advice
    for option in question.options:
        if ABOVE.search(option.text):
            advice = "has an option about its other options; their order changes"
            yield Rule.ABOVE, option.line, advice
    keys, others = split(question)
    if not any(ABSOLUTE.search(option.text) for option in keys):
        for option in others:
            if word := ABSOLUTE.search(option.text):
                advice = f"has the absolute word '{word[0]}' in a wrong option and in no right one"
                yield Rule.ABSOLUTE_WORDS, option.line, advice


def check_duplicates(guide: Guide) -> Iterator[Finding]:
    """No question is asked twice: what readers see of stem, options and answer, in any order."""
    seen: dict[tuple[str, ...], Question] = {}
    for question in [q for q in guide.every(Question) if q.is_readable and q.stem]:
        parts = [*question.options, *question.prompts]
        options = sorted(part.text or part.source for part in parts)
        asked = question.text or question.stem
        shown = (question.type.name, asked, *options, *question.answers, question.unit)
        first = seen.setdefault(shown, question)
        if first is not question and Rule.DUPLICATE_QUESTION not in question.allows:
            yield Finding(
                Rule.DUPLICATE_QUESTION,
                question.location,
                f"question '{question.id}' asks what '{first.id}' asks at {first.location}; "
                "show that one with question-ref",
            )


def check_cues(guide: Guide) -> Iterator[Finding]:
    """In a quiz of eight choices or more (`guide_choices_to_compare`), neither length nor position
    tells the key.
    """
    for quiz in guide.quizzes:
        members = comparable(guide, quiz)
        if len(members) >= guide.settings.choices_to_compare:
            yield from _cues(quiz, members, guide.settings)


def _cues(quiz: Quiz, members: Sequence[Question], limits: Settings) -> Iterator[Finding]:
    score, chance = longest_score(members), guessing_score(members)
    if score > chance + limits.longest_option:
        yield Finding(
            Rule.LONGEST_OPTION,
            quiz.location,
            f"picking the longest option scores {score:.0%} in quiz '{quiz.id}', expected at most "
            f"{chance + limits.longest_option:.0%}: shorten keys or write wrong options as "
            "carefully",
        )
    ratio = length_ratio(members)
    least, most = limits.length_ratio
    if not least <= ratio <= most:
        yield Finding(
            Rule.LENGTH_RATIO,
            quiz.location,
            f"in quiz '{quiz.id}' a right option is {ratio:.2f} times as long as a wrong one "
            f"(median), expected {least} to {most}",
        )
    places = [q.options.index(key(q)) for q in members if not q.keeps_order]
    for place in set(places):
        if (share := places.count(place) / len(places)) > chance + limits.key_position:
            yield Finding(
                Rule.KEY_POSITION,
                quiz.location,
                f"in quiz '{quiz.id}' {share:.0%} of the right options stand at place {place + 1}, "
                f"expected at most {chance + limits.key_position:.0%}",
            )


def is_comparable(question: Question) -> bool:
    """Whether lengths and places mean something: one key, and a text in every option."""
    keys, others = split(question)
    return len(keys) == 1 and bool(others) and all(option.text for option in question.options)


def comparable(guide: Guide, quiz: Quiz) -> list[Question]:
    """The questions of a quiz whose lengths and places are compared."""
    return list(filter(is_comparable, choices(guide.select(quiz=quiz.id))))


def length_ratio(members: Sequence[Question]) -> float:
    """How many times as long as a wrong option a right one is (median)."""
    return median(len(key(q).text) / median(len(o.text) for o in split(q)[1]) for q in members)


def longest_score(members: Sequence[Question]) -> float:
    """The share of questions that picking the longest option answers; ties count their part."""
    total = 0.0
    for question in members:
        length = max(len(option.text) for option in question.options)
        longest = [option for option in question.options if len(option.text) == length]
        total += sum(option.is_right for option in longest) / len(longest)
    return total / len(members)


def guessing_score(members: Sequence[Question]) -> float:
    """The share of questions that guessing answers."""
    return sum(1 / len(question.options) for question in members) / len(members)


def choices(questions: Sequence[Question]) -> list[Question]:
    """The choice questions that can be answered."""
    return [q for q in questions if len(q.options) > 1 and split(q)[0]]


def split(question: Question) -> tuple[list[Option], list[Option]]:
    """The right options and the wrong ones."""
    right = [option for option in question.options if option.is_right]
    return right, [option for option in question.options if not option.is_right]


def key(question: Question) -> Option:
    """The first right option."""
    return split(question)[0][0]
