"""What makes a question answerable; what its type asks for stands with the type."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Finding, Guide, Part, Question, Rule


def check_questions(guide: Guide) -> Iterator[Finding]:
    """A question has a stem, and what its type needs to be answered."""
    for question in guide.every(Question):
        if not question.is_readable:
            continue
        if not question.stem:
            message = f"question '{question.id}' has no stem; write the question above "
            yield Finding(Rule.STEM, question.location, message + question.type.ends_stem)
        yield from question.type.check(question)


def unexplained(question: Question, advice: str) -> Finding:
    """The finding for a question without explanation."""
    message = f"question '{question.id}' has no explanation; {advice}"
    return Finding(Rule.EXPLANATION, question.location, message)


def said_twice(question: Question, parts: Sequence[Part], word: str) -> dict[int, Finding]:
    """The findings for options or prompts that stand there already, by their index."""
    seen: dict[str, int] = {}
    found: dict[int, Finding] = {}
    for index, part in enumerate(parts):
        shown = part.text or part.source
        if shown in seen:
            message = f"question '{question.id}' has this {word} already at line {seen[shown]}"
            place = replace(question.location, line=part.line)
            found[index] = Finding(Rule.OPTIONS, place, message)
        seen.setdefault(shown, part.line)
    return found
