"""Questions in GIFT, the text format that Moodle and others import.

Form: https://docs.moodle.org/en/GIFT_format; what Moodle makes of it stands in its
`question/format/gift/format.php`, and how it compares a short answer in
`question/type/shortanswer/question.php`.
"""

import re
from collections.abc import Iterator, Sequence

from ..model import Finding, Guide, Option, Question, Quiz, Rule, Type
from . import markup

#: What Moodle reads in a short answer whether it is escaped or not: a pair to match, and its own
#: placeholders for escaped signs.
_UNSAFE = re.compile(r"->|&&[0-9]{3};")
#: What Moodle takes for a weight or a format at the start of an answer.
_WEIGHT = re.compile(r"%-*[0-9]")
_FORMAT = re.compile(r"\[(moodle|html|plain|markdown)\]")
#: More shares than this are no grade that Moodle knows.
MOST_KEYS = 10


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
    keys = sum(option.is_right for option in question.options)
    has_key = keys == 1 or (keys > 1 and question.is_multiple)
    if question.type is Type.CHOICE and (len(question.options) < 2 or not has_key):
        return False
    return not obstacle(question)


def check_gift(questions: Sequence[Question]) -> Iterator[Finding]:
    """A file loses no question, and no picture. What makes a question unsound is not said again."""
    for question in questions:
        if message := obstacle(question):
            message = f"question '{question.id}' is left out of GIFT: {message}"
        elif question.pictures and can_be_gift(question):
            names = ", ".join(question.pictures)
            message = (
                f"question '{question.id}' shows {names}, which a GIFT file cannot carry; add the "
                "picture on the platform, or say in words what it shows"
            )
        if message and Rule.GIFT not in question.allows:
            yield Finding(Rule.GIFT, question.location, message)


def obstacle(question: Question) -> str:
    """Why GIFT has no form for a question, and what to change; "" if it has one."""
    if question.type in (Type.TEXT, Type.TRACE):
        for answer in question.answers:
            if found := _UNSAFE.search(answer):
                return (
                    f"Moodle reads `{found[0]}` in the answer `{answer}` as a sign of its own; "
                    "ask for the part without it, or offer options"
                )
    if not all(option.markdown for option in question.options):
        return "an option shows no words; write them behind its mark"
    if sum(option.is_right for option in question.options) > MOST_KEYS:
        return f"Moodle has no share for more than {MOST_KEYS} keys; ask two questions"
    return ""


def category(title: str) -> str:
    """A title on one line; a slash would begin a category inside it."""
    return " ".join(title.replace("\\", "\\\\").replace("/", "-").split())


def gift_question(guide: Guide, question: Question, in_unit: str = "(in %s)") -> str:
    """A question: tags, name, stem, answers with feedback, and the explanation behind them."""
    stem = guide.spell(question.markdown, shown=markup.title)
    if question.type is Type.NUMERIC and question.unit:
        stem += "\n\n" + markup.paragraph(in_unit % markup.escape(question.unit))
    general = formatted(guide, question.explanation)
    parts = [*answers(guide, question), f"####{general}" if general else ""]
    body = "".join(f"\n{part}" for part in parts if part)
    return (
        f"{tags(question)}\n::{question.id}::[markdown]{escape(stem)} {{{body}{body and chr(10)}}}"
    )


def tags(question: Question) -> str:
    """A comment that Moodle reads: the id number, then sub-skill, level, quiz and type as tags."""
    names = dict.fromkeys((question.sub_skill, question.level, question.quiz, str(question.type)))
    return " ".join([f"// [id:{question.id}]", *(f"[tag:{name}]" for name in names if name)])


def answers(guide: Guide, question: Question) -> list[str]:
    """A line for each answer; none for an open question."""
    match question.type:
        case Type.CHOICE:
            shares = weights(question.options, question.is_multiple)
            return [
                f"{sign}{formatted(guide, option.markdown)}#{formatted(guide, option.feedback)}"
                for option, sign in zip(question.options, shares, strict=True)
            ]
        case Type.NUMERIC:
            return [f"#{question.answers[0]}:{question.tolerance:f}"]
        case Type.OPEN:
            return []
        case _:
            return [f"={short_answer(answer)}" for answer in question.answers]


def weights(options: Sequence[Option], is_multiple: bool) -> list[str]:
    """`=` or `~`; where several are right, each has its share, and a wrong one takes all away."""
    if not is_multiple:
        return ["=" if option.is_right else "~" for option in options]
    share = f"{100 / sum(option.is_right for option in options):.5f}".rstrip("0").rstrip(".")
    return [f"~%{share}%" if option.is_right else "~%-100%" for option in options]


def short_answer(answer: str) -> str:
    """A text that is compared as it stands: Moodle's stars stand for any text."""
    weight = "%100%" if _WEIGHT.match(answer) else ""
    format = "[plain]" if _FORMAT.match(answer) else ""
    return weight + format + escape(answer.replace("*", "\\*"))


def formatted(guide: Guide, markdown: str) -> str:
    """Markdown with its titles on one line, none of which is taken for a weight or a format."""
    markdown = guide.spell(markdown, shown=markup.title)
    is_taken = _WEIGHT.match(markdown) or _FORMAT.match(markdown)
    return ("[markdown]" if is_taken else "") + escape(markdown)


def escape(text: str) -> str:
    """Text on one line: a backslash before control characters, line breaks written out."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", text.strip()).replace("\n", "\\n")
