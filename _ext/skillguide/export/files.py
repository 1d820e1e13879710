"""Which questions are exported, and in which GIFT files."""

from collections.abc import Mapping

from ..model import Guide, Question, Quiz
from .gift import gift_file, gift_quiz


def quizzes(guide: Guide) -> list[Quiz]:
    """The quizzes that are material, not examples for authors."""
    return [quiz for quiz in guide.quizzes if not quiz.is_example]


def questions(guide: Guide) -> list[Question]:
    """The questions that are material: those of its quizzes, and those outside any quiz."""
    examples = {quiz.id for quiz in guide.quizzes if quiz.is_example}
    return [question for question in guide.select() if question.quiz not in examples]


def sets(guide: Guide) -> dict[str, list[Question]]:
    """The questions that a page assembles, as an exam does, by page; one alone is no set."""
    material = {question.id for question in questions(guide)}
    chosen = {
        page: [question for question in guide.assembled(page) if question.id in material]
        for page in dict.fromkeys(place.location.docname for place in guide.lists)
        if page not in guide.unlisted
    }
    return {page: found for page, found in chosen.items() if len(found) > 1}


def gift_files(guide: Guide, words: Mapping[str, str]) -> dict[str, str]:
    """The text of each file by its name: quizzes by their ids, sets by their pages."""
    in_unit = words["in-unit"]
    files = {quiz.id: gift_quiz(guide, quiz, in_unit) for quiz in quizzes(guide)}
    for page, chosen in sets(guide).items():
        name = page
        while name in files:  # a quiz has the name of a page
            name += "-page"
        files[name] = gift_file(guide, guide.titles.get(f"doc:{page}", page), chosen, in_unit)
    return {f"{name}.gift": text for name, text in files.items() if text}
