"""The result of a quiz: a table for paper, and the data from which the script computes it."""

import json
from collections.abc import Callable, Iterable, Sequence

from docutils import nodes

from ..messages import _
from ..model import Guide, Question, Quiz, SubSkill
from ..model.numbers import plain
from .tables import table


def groups(guide: Guide, asked: Sequence[Question]) -> list[tuple[SubSkill, list[Question]]]:
    """The sub-skills of some questions, each with those that a program can judge."""
    counted = [question for question in asked if question.type.is_judged]
    found = [
        (part, [question for question in counted if question.sub_skill == part.id])
        for part in guide.sub_skills
    ]
    return [(part, members) for part, members in found if members]


def asked_in(guide: Guide, quiz: str) -> list[Question]:
    """The questions of a quiz, then those that it shows."""
    own = guide.select(quiz=quiz)
    return list({question.id: question for question in (*own, *guide.shown_by(quiz))}.values())


def result_table(guide: Guide, quiz: str) -> list[nodes.Node]:
    """A form: mark what was right, and add up by weight."""
    asked = asked_in(guide, quiz)
    numbers = {question.id: number for number, question in enumerate(asked, 1)}
    rows = [
        [
            part.label,
            f"{plain(part.weight)}%" if part.weight else "",
            ranges([numbers[question.id] for question in members]),
            f"____ / {len(members)}",
        ]
        for part, members in groups(guide, asked)
    ]
    head = [_("Sub-skill"), _("Weight"), _("Questions"), _("Right")]
    text = _("Score = the sum of weight × right ÷ questions, over all rows.")
    form: list[nodes.Node] = [table(head, rows, numbers=(1, 3)), nodes.paragraph("", text)]
    return [nodes.container("", *form, classes=["guide-paper"])]


def ranges(numbers: Iterable[int]) -> str:
    """Rising numbers as people write them: 1–3, 11, 12."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(texts)


def result_data(guide: Guide, quiz: str, address: Callable[..., str]) -> str:
    """What the script needs, as JSON: levels, sub-skills with weights and where to practise, for
    each question what it asks and the place that teaches its answer, and the sizes of forms. The
    questions of an attempt stand on the page, which says what they ask.
    """
    item = guide.by_key.get(f"quiz:{quiz}")
    asked, pool = asked_in(guide, quiz), guide.pool_of(quiz)
    is_attempt = isinstance(item, Quiz) and item.is_attempt
    places = {question.teaches for question in (*asked, *pool) if question.teaches}
    data = {
        "quiz": quiz,
        "minutes": item.minutes if isinstance(item, Quiz) else 0,
        "forms": item.forms if isinstance(item, Quiz) else (),
        "levels": [{"id": level.id, "title": level.label} for level in guide.levels],
        "places": {place: taught_at(guide, place, address) for place in sorted(places)},
        "parts": [
            {
                "id": part.id,
                "title": part.label,
                "weight": float(part.weight or 0),
                "practise": [practice(other, address) for other in banks_of(guide, part, quiz)],
            }
            for part, _members in groups(guide, (*asked, *pool))
        ],
        "questions": [member(q, None if is_attempt else address) for q in judged(guide, asked)],
        "pool": [member(question, None) for question in judged(guide, pool)],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def banks_of(guide: Guide, part: SubSkill, quiz: str) -> list[Quiz]:
    """The banks of a sub-skill, but for the quiz itself."""
    return [bank for bank in guide.quizzes if bank.sub_skill == part.id and bank.id != quiz]


def practice(bank: Quiz, address: Callable[..., str]) -> dict[str, str]:
    """Where a sub-skill can be practised."""
    return {"title": bank.label, "href": address(bank.location.docname, bank.anchor)}


def judged(guide: Guide, asked: Sequence[Question]) -> list[Question]:
    """The questions that count, by sub-skill."""
    return [question for _part, some in groups(guide, asked) for question in some]


def taught_at(guide: Guide, place: str, address: Callable[..., str]) -> dict[str, str]:
    """The name of a page, with that of its part where it has one, and its address."""
    page, _hash, anchor = place.partition("#")
    title, part = guide.titles.get(f"doc:{page}", page), guide.titles.get(f"ref:{anchor}", "")
    return {"title": f"{title}: {part}" if part else title, "href": address(page, anchor)}


def member(question: Question, address: Callable[..., str] | None) -> dict[str, str]:
    """One question of a result; where it stands, unless that is the page of the result."""
    found = {
        "id": question.id,
        "digest": question.digest,
        "part": question.sub_skill,
        "level": question.level,
        "place": question.teaches,
    }
    if address:
        found["stem"] = question.title.partition("\n")[0]
        found["address"] = address(question.location.docname, question.anchor)
    return found
