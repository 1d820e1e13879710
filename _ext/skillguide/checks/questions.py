"""What makes a question answerable."""

from collections.abc import Iterator
from dataclasses import replace

from ..model import Finding, Guide, Question, Rule, Type


def check_questions(guide: Guide) -> Iterator[Finding]:
    """A question has a stem; a choice has two different options, its key, and every reason."""
    for question in guide.every(Question):
        if not question.is_readable:
            continue
        if not question.stem:
            place = "its options" if question.type is Type.CHOICE else "the line `---`"
            message = f"question '{question.id}' has no stem; write the question above {place}"
            yield Finding(Rule.STEM, question.location, message)
        if question.type is Type.CHOICE:
            yield from _check_choice(question)
        elif question.type is not Type.OPEN and not question.is_explained:
            yield _unexplained(question, "after the stem, write how the answer is found")


def _check_choice(question: Question) -> Iterator[Finding]:
    if len(question.options) < 2:
        yield Finding(
            Rule.OPTIONS,
            question.location,
            f"question '{question.id}' has {len(question.options)} options, expected at least "
            "two lines that begin with `- [ ]` or `- [x]`",
        )
        return
    findings = [*_check_key(question), *_check_options(question)]
    yield from findings
    if len(question.options) == 2 and question.stem and not question.is_explained and not findings:
        yield _unexplained(question, "with two options half of the guesses are right, so write why")


def _unexplained(question: Question, advice: str) -> Finding:
    message = f"question '{question.id}' has no explanation; {advice}"
    return Finding(Rule.EXPLANATION, question.location, message)


def _check_key(question: Question) -> Iterator[Finding]:
    keys = sum(option.is_right for option in question.options)
    if keys == 0:
        message = "has no right option; mark it with `- [x]`"
    elif keys > 1 and not question.is_multiple:
        message = f"has {keys} right options; keep one `- [x]`, or add the flag `:multiple:`"
    else:
        return
    yield Finding(Rule.KEY, question.location, f"question '{question.id}' {message}")


def _check_options(question: Question) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for option in question.options:
        place = replace(question.location, line=option.line)
        shown = option.text or option.source
        if shown in seen:
            yield Finding(
                Rule.OPTIONS,
                place,
                f"question '{question.id}' has this option already at line {seen[shown]}",
            )
        elif not option.has_feedback:
            yield Finding(
                Rule.FEEDBACK,
                place,
                f"an option of question '{question.id}' has no feedback; write below it, indented "
                "by two spaces, `> ` and why it is right or which misconception it shows",
            )
        seen.setdefault(shown, option.line)
