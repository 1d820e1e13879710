"""Banks: are all levels asked, and each sub-skill as often as it weighs?

A bank is a quiz that names a sub-skill.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ..model import Finding, Guide, Question, Quiz, Rule
from ..model.numbers import plain
from .totals import shares


def banks(guide: Guide) -> list[tuple[Quiz, list[Question]]]:
    """The banks with their questions, also those that cannot be read yet."""
    return [(quiz, guide.in_quiz(quiz.id)) for quiz in guide.quizzes if quiz.sub_skill]


def bank_questions(guide: Guide) -> list[Question]:
    """The questions of all banks."""
    return [question for _quiz, members in banks(guide) for question in members]


def check_level_coverage(guide: Guide) -> Iterator[Finding]:
    """A bank of four questions for each level (`guide_questions_each_level`), or more, has four on
    each level.
    """
    levels, each = guide.levels, guide.settings.questions_each_level
    for quiz, members in banks(guide):
        if not levels or len(members) < each * len(levels):
            continue
        counts = Counter(question.level for question in members)
        few = [f"{level.id} {counts[level.id]}" for level in levels if counts[level.id] < each]
        if few:
            yield Finding(
                Rule.LEVEL_COVERAGE,
                quiz.location,
                f"quiz '{quiz.id}' has too few questions on a level, expected {each} each: "
                f"{', '.join(few)}",
            )


def check_question_share(guide: Guide) -> Iterator[Finding]:
    """With `:questions-follow-weights:`, a sub-skill has its weight's share of the banks, give or
    take two questions (`guide_questions_off`).
    """
    counts = Counter(question.sub_skill for question in bank_questions(guide))
    expected = shares(guide, Decimal(counts.total()))
    if not guide.skill or not guide.skill.questions_follow_weights or not expected:
        return
    if counts.keys() - expected.keys():
        return
    wrong = [
        f"{id} {counts[id]}, expected {plain(round(share, 1))}"
        for id, share in expected.items()
        if abs(counts[id] - share) > guide.settings.questions_off
    ]
    if wrong:
        more = missing(guide, counts)
        place = bank_of(guide, more.most_common(1)[0][0])
        yield Finding(
            Rule.QUESTION_SHARE,
            (place or guide.skill).location,
            f"the {counts.total()} questions of the banks do not follow the weights: "
            f"{'; '.join(wrong)}; add {', '.join(_advice(guide, *part) for part in more.items())}",
        )


def missing(guide: Guide, counts: Counter[str]) -> Counter[str]:
    """How many questions to add by sub-skill, until none is off its share: one at a time, where
    most are missing.
    """
    more: Counter[str] = Counter()
    parts = shares(guide, Decimal(1))
    while True:
        found = counts + more
        behind = {id: found.total() * part - found[id] for id, part in parts.items()}
        if all(abs(round(gap, 6)) <= guide.settings.questions_off for gap in behind.values()):
            return more
        more[max(behind, key=behind.__getitem__)] += 1


def bank_of(guide: Guide, sub_skill: str) -> Quiz | None:
    """The smallest bank of a sub-skill, if it has one."""
    own = [(len(members), quiz) for quiz, members in banks(guide) if quiz.sub_skill == sub_skill]
    return min(own, key=lambda bank: bank[0])[1] if own else None


def _advice(guide: Guide, sub_skill: str, number: int) -> str:
    quiz = bank_of(guide, sub_skill)
    if not quiz:
        return f"{number} to a new quiz with `:sub-skill: {sub_skill}`"
    return f"{number} to quiz '{quiz.id}' ({quiz.location})"
