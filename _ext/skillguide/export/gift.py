"""Questions in GIFT, the text format that Moodle and others import.

Form: https://docs.moodle.org/en/GIFT_format; what Moodle makes of it stands in its
`question/format/gift/format.php`, and how it compares a short answer in
`question/type/shortanswer/question.php`.
"""

from collections.abc import Iterator, Sequence

from ..model import Finding, Guide, Question, Quiz, Rule
from . import markup
from .giftmarkup import escape, markdown


def gift_quiz(guide: Guide, quiz: Quiz, in_unit: str = "(in %s)") -> str:
    """A quiz as a file."""
    return gift_file(guide, quiz.label, guide.select(quiz=quiz.id), in_unit)


def gift_file(guide: Guide, title: str, questions: Sequence[Question], in_unit: str) -> str:
    """A category, then the questions that GIFT can hold; "" without any. `in_unit` says in which
    unit a number is asked for.
    """
    written = [gift_question(guide, item, in_unit) for item in questions if can_be_gift(item)]
    return "\n\n".join([f"$CATEGORY: {category(title)}", *written]) + "\n" if written else ""


def can_be_gift(question: Question) -> bool:
    """Whether a question is sound enough to be asked, and GIFT has a form for it."""
    return question.type.is_sound(question) and not question.type.gift_obstacle(question)


def check_gift(questions: Sequence[Question]) -> Iterator[Finding]:
    """A file loses no question, and no picture. What makes a question unsound is not said again."""
    for question in questions:
        if message := question.type.gift_obstacle(question):
            message = f"question '{question.id}' is left out of GIFT: {message}"
        elif question.pictures and can_be_gift(question):
            names = ", ".join(question.pictures)
            message = (
                f"question '{question.id}' shows {names}, which a GIFT file cannot carry; add the "
                "picture on the platform, or say in words what it shows"
            )
        if message and Rule.GIFT not in question.allows:
            yield Finding(Rule.GIFT, question.location, message)


def category(title: str) -> str:
    """A title on one line; a slash would begin a category inside it."""
    return " ".join(title.replace("\\", "\\\\").replace("/", "-").split())


def gift_question(guide: Guide, question: Question, in_unit: str = "(in %s)") -> str:
    """A question: tags, name, stem, answers with feedback, and the explanation behind them."""
    stem = guide.spell(question.markdown, shown=markup.title)
    if question.unit:
        stem += "\n\n" + markup.paragraph(in_unit % markup.escape(question.unit))
    general = markdown(guide, question.explanation)
    parts = [*question.type.gift(question, guide), f"####{general}" if general else ""]
    body = "".join(f"\n{part}" for part in parts if part)
    return (
        f"{tags(question)}\n::{question.id}::[markdown]{escape(stem)} {{{body}{body and chr(10)}}}"
    )


def tags(question: Question) -> str:
    """A comment that Moodle reads: the id number, then sub-skill, level, quiz and type as tags."""
    names = dict.fromkeys((question.sub_skill, question.level, question.quiz, question.type.name))
    return " ".join([f"// [id:{question.id}]", *(f"[tag:{name}]" for name in names if name)])
