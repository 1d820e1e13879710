"""Quizzes in GIFT, the text format that Moodle and others import.

Form: https://docs.moodle.org/en/GIFT_format
"""

import re
from collections.abc import Sequence

from ..model import Guide, Option, Question, Quiz, Type


def gift_quiz(guide: Guide, quiz: Quiz) -> str:
    """A quiz as a file: its category, then its questions."""
    questions = [gift_question(guide, question) for question in guide.select(quiz=quiz.id)]
    return "\n\n".join([f"$CATEGORY: {category(quiz.label)}", *questions]) + "\n"


def category(title: str) -> str:
    """A title on one line; a slash would begin a category inside it."""
    return " ".join(title.replace("/", "-").split())


def gift_question(guide: Guide, question: Question) -> str:
    """A question: name, stem, answers with feedback, and the explanation behind them."""
    stem = escape(guide.spell(question.text or question.stem))
    general = escape(guide.spell(question.explanation))
    parts = [*answers(guide, question), f"####{general}" if general else ""]
    body = "".join(f"\n{part}" for part in parts if part)
    return f"::{question.id}::[markdown]{stem} {{{body}{body and chr(10)}}}"


def answers(guide: Guide, question: Question) -> list[str]:
    """A line for each answer; none for an open question."""
    match question.type:
        case Type.CHOICE:
            shares = weights(question.options, question.is_multiple)
            return [
                f"{sign}{escape(guide.spell(option.text))}#{escape(guide.spell(option.feedback))}"
                for option, sign in zip(question.options, shares, strict=True)
            ]
        case Type.NUMERIC:
            return [f"#{question.answers[0]}:{question.tolerance:f}"]
        case Type.OPEN:
            return []
        case _:
            return [f"={escape(answer)}" for answer in question.answers]


def weights(options: Sequence[Option], is_multiple: bool) -> list[str]:
    """`=` or `~`; where several are right, each has its share, and a wrong one takes all away."""
    if not is_multiple:
        return ["=" if option.is_right else "~" for option in options]
    share = f"{100 / sum(option.is_right for option in options):.5f}".rstrip("0").rstrip(".")
    return [f"~%{share}%" if option.is_right else "~%-100%" for option in options]


def escape(text: str) -> str:
    """Text on one line: a backslash before control characters, line breaks written out."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", text.strip()).replace("\n", "\\n")
