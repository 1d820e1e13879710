"""The result of a quiz: a table for paper, and the data from which the script computes it."""

import json
from collections.abc import Callable

from docutils import nodes

from ..messages import _
from ..model import Guide, Question, SubSkill
from ..model.numbers import plain
from .tables import table


def groups(guide: Guide, quiz: str) -> list[tuple[SubSkill, list[tuple[int, Question]]]]:
    """The sub-skills of a quiz, each with its questions and their numbers."""
    questions = list(enumerate(guide.select(quiz=quiz), 1))
    counted = [(n, question) for n, question in questions if question.type.is_judged]
    found = [
        (part, [(n, question) for n, question in counted if question.sub_skill == part.id])
        for part in guide.sub_skills
    ]
    return [(part, members) for part, members in found if members]


def result_table(guide: Guide, quiz: str) -> list[nodes.Node]:
    """A form: mark what was right, and add up by weight."""
    rows = [
        [
            part.label,
            f"{plain(part.weight)}%" if part.weight else "",
            ", ".join(str(n) for n, _question in members),
            f"____ / {len(members)}",
        ]
        for part, members in groups(guide, quiz)
    ]
    head = [_("Sub-skill"), _("Weight"), _("Questions"), _("Right")]
    text = _("Score = the sum of weight × right ÷ questions, over all rows.")
    form: list[nodes.Node] = [table(head, rows, numbers=(1, 3)), nodes.paragraph("", text)]
    return [nodes.container("", *form, classes=["guide-paper"])]


def result_data(guide: Guide, quiz: str, address: Callable[..., str]) -> str:
    """What the script needs, as JSON: levels, sub-skills with weights and where to practise, and
    for each question what it asks and where its answer is taught.
    """
    data = {
        "quiz": quiz,
        "levels": [{"id": level.id, "title": level.label} for level in guide.levels],
        "parts": [
            {
                "id": part.id,
                "title": part.label,
                "weight": float(part.weight or 0),
                "questions": [member(guide, question, address) for _n, question in members],
                "practise": [
                    {"title": other.label, "href": address(other.location.docname, other.anchor)}
                    for other in guide.quizzes
                    if other.sub_skill == part.id and other.id != quiz
                ],
            }
            for part, members in groups(guide, quiz)
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def member(guide: Guide, question: Question, address: Callable[..., str]) -> dict[str, str]:
    """One question of a result: where it stands, and where (`href`) its answer is taught."""
    page, _hash, anchor = question.teaches.partition("#")
    return {
        "id": question.id,
        "digest": question.digest,
        "level": question.level,
        "stem": question.title.partition("\n")[0],
        "address": address(question.location.docname, question.anchor),
        "page": page,
        "href": address(page, anchor) if page else "",
        "pageTitle": guide.titles.get(f"doc:{page}", ""),
    }
