"""What scripts make of the whole path: a plan with dates, and what a reader has done so far. Both
are forms for paper, with the data that the scripts need.
"""

import json
from decimal import Decimal

from docutils import nodes

from ..checks.path import earned
from ..messages import _
from ..model import Guide, Phase, Quiz, Unit
from ..nodes import guide_plan
from .parts import GROUP, filled, hours_cell, link
from .results import asked_in, judged
from .summary import summary
from .tables import Cell, marked, table

LINE = "________"


#: The keys of what the script makes a plan of (see `outdated.digests`).
USES = ("skill", "level", "phase", "unit", "planned", "sub-skill", "quiz", "question")


@summary("planner", *USES)
def planner(guide: Guide) -> list[nodes.Node]:
    """The units in their order with the hours up to each, and room for its date; what closes a
    phase stands behind it. The script makes a plan of it.
    """
    rows: list[list[Cell]] = []
    classes: list[str] = []
    spent = Decimal()
    for phase in guide.phases:
        rows.append([nodes.strong("", "", link(phase)), hours_cell(phase.hours), "", ""])
        classes.append(GROUP)
        for unit in guide.units(phase.id):
            spent += unit.total or 0
            cell = marked(link(unit), unit.anchor)
            rows.append([cell, hours_cell(unit.total), hours_cell(spent), LINE])
            classes.append("")
        closing = [quiz for quiz in closings(guide) if quiz.closes == phase.id]
        rows += [[marked(link(quiz), quiz.anchor), "", "", LINE] for quiz in closing]
        classes += [""] * len(closing)
    last = [quiz for quiz in closings(guide) if not quiz.closes]
    rows += [[marked(link(quiz), quiz.anchor), "", "", LINE] for quiz in last]
    if not guide.units():
        return []
    head = (_("What"), _("Hours"), _("Hours so far"), _("Done by"))
    form = table(head, rows, numbers=(1, 2), classes=[*classes, *[""] * len(last)])
    paper = nodes.container("", form, classes=["guide-paper"])
    return [guide_plan("", paper, data=path_data(guide), classes=["guide-planner"])]


@summary("progress", *USES)
def progress(guide: Guide) -> list[nodes.Node]:
    """The sub-skills with room for three levels, and the quizzes with room for a score. The script
    fills all of it in, and adds hours, what is due, and earlier attempts.
    """
    parts: list[list[Cell]] = [[link(part), LINE, LINE, LINE] for part in guide.sub_skills]
    scored = [
        (quiz, len(asked))
        for quiz in guide.quizzes
        if not quiz.is_example and (asked := judged(guide, asked_in(guide, quiz.id)))
    ]
    quizzes: list[list[Cell]] = [
        [marked(link(quiz), quiz.anchor), f"____ / {count}"] for quiz, count in scored
    ]
    if not parts:
        return []
    head = (_("Sub-skill"), _("Level that you claim"), _("Level shown"), _("Level that you aim at"))
    form = [*filled(head, parts), *filled((_("Quiz"), _("Right")), quizzes, numbers=(1,))]
    paper = nodes.container("", *form, classes=["guide-paper"])
    return [guide_plan("", paper, data=path_data(guide), classes=["guide-mine"])]


def closings(guide: Guide) -> list[Quiz]:
    """The attempts that stand at the end of something: of a phase, or of all, as an exam does whose
    forms are drawn anew.
    """
    return [quiz for quiz in guide.quizzes if quiz.is_attempt and (quiz.closes or quiz.forms)]


def path_data(guide: Guide) -> str:
    """What the script needs, as JSON: the path, and of each question what says which level an
    answer shows.
    """
    skill = guide.skill
    weekly = guide.settings.weekly_hours
    data = {
        "skill": skill.id if skill else "path",
        "title": skill.label if skill else "",
        "weekly": weekly[len(weekly) // 2] if weekly else 10,
        "levels": [{"id": level.id, "title": level.label} for level in guide.levels],
        "parts": [
            {"id": part.id, "title": part.label, "weight": float(part.weight or 0)}
            for part in guide.sub_skills
        ],
        "phases": [phase_data(phase) for phase in guide.phases],
        "units": [unit_data(guide, unit) for unit in guide.units()],
        "closing": [
            {"quiz": quiz.id, "title": quiz.label, "phase": quiz.closes} for quiz in closings(guide)
        ],
        "quizzes": [
            {"quiz": quiz.id, "title": quiz.label, "isAttempt": quiz.is_attempt}
            for quiz in guide.quizzes
            if not quiz.is_example
        ],
        "questions": [
            [question.id, question.digest, question.sub_skill, question.level, question.quiz]
            for question in guide.questions
            if question.type.is_judged and question.sub_skill and question.level
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def phase_data(phase: Phase) -> dict[str, object]:
    """A phase, and the level that shows what it teaches."""
    return {"id": phase.id, "title": phase.label, "level": phase.level}


def unit_data(guide: Guide, unit: Unit) -> dict[str, object]:
    """A unit with its hours by sub-skill; `build` are those that no answer to a question saves, and
    `builds` names what they are spent on.
    """
    hours = earned(guide, unit)
    kinds = {kind.name: kind.way.option for kind in guide.kinds if kind.in_plan and kind.way}
    build = sum((hours.get(way, Decimal()) for way in kinds.values()), Decimal())
    built = (guide.by_key.get(f"{kind}:{id}") for kind, id, _hours in unit.spends if kind in kinds)
    return {
        "id": unit.id,
        "title": unit.label,
        "phase": unit.phase,
        "hours": {id: float(part) for id, part in unit.hours or ()},
        "total": float(unit.total or 0),
        "build": float(build),
        "builds": [record.label for record in built if record],
    }
