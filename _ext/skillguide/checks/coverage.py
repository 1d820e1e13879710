"""Banks: are all levels asked, and each sub-skill as often as it weighs?

A bank is a quiz that names a sub-skill.
"""

from collections import Counter
from collections.abc import Iterator

from ..model import Finding, Guide, Question, Quiz, Rule
from .totals import check_weights, number

#: Questions on each level, in a bank that is large enough for that.
EACH_LEVEL = 4
#: How many questions a sub-skill may be off its share: authors write one at a time.
OFF = 2


def banks(guide: Guide) -> list[tuple[Quiz, list[Question]]]:
    """The banks with their questions, also those that cannot be read yet."""
    return [(quiz, guide.in_quiz(quiz.id)) for quiz in guide.quizzes if quiz.sub_skill]


def bank_questions(guide: Guide) -> list[Question]:
    """The questions of all banks."""
    return [question for _quiz, members in banks(guide) for question in members]


def check_level_coverage(guide: Guide) -> Iterator[Finding]:
    """A bank of four questions for each level, or more, has four on each level."""
    levels = guide.levels
    for quiz, members in banks(guide):
        if not levels or len(members) < EACH_LEVEL * len(levels):
            continue
        counts = Counter(question.level for question in members)
        few = [
            f"{level.id} {counts[level.id]}" for level in levels if counts[level.id] < EACH_LEVEL
        ]
        if few:
            yield Finding(
                Rule.LEVEL_COVERAGE,
                quiz.location,
                f"quiz '{quiz.id}' has too few questions on a level, expected {EACH_LEVEL} each: "
                f"{', '.join(few)}",
            )


def check_question_share(guide: Guide) -> Iterator[Finding]:
    """With `:questions-follow-weights:`, a sub-skill has its weight's share of the banks, give or
    take two questions.
    """
    skill = guide.skill
    if not skill or not skill.questions_follow_weights or not skill.total_weight:
        return
    if any(part.weight is None for part in guide.sub_skills) or any(check_weights(guide)):
        return
    counts = Counter(question.sub_skill for question in bank_questions(guide))
    total = sum(counts.values())
    wrong = [
        f"{part.id} {counts[part.id]}, expected {number(share)}"
        for part in guide.sub_skills
        if part.weight is not None
        and abs(counts[part.id] - (share := total * part.weight / skill.total_weight)) > OFF
    ]
    if wrong:
        yield Finding(
            Rule.QUESTION_SHARE,
            skill.location,
            f"the {total} questions of the banks do not follow the weights; add some where too few "
            f"stand: {'; '.join(wrong)}",
        )
