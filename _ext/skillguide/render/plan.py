"""Summaries that scripts make live: what a reader has done, and what comes next."""

import json
from collections.abc import Sequence

from docutils import nodes

from ..messages import _
from ..model import Guide, Item
from ..nodes import guide_plan
from .parts import GROUP, filled, hours_cell, link
from .summary import summary
from .tables import Cell, marked, table

BOX = "□"


@summary("plan", "phase", "unit", "sub-skill", "planned")
def plan_table(guide: Guide) -> list[nodes.Node]:
    """The units of the path and the records that are in the plan, as a form; the script makes its
    boxes live.
    """
    rows: list[list[Cell]] = []
    classes: list[str] = []
    last = {phase.location.docname: phase for phase in guide.phases}
    for phase in guide.phases:
        boxes: list[list[Cell]] = []
        boxes += [
            [BOX, marked(link(unit), unit.anchor), hours_cell(unit.total)]
            for unit in guide.units(phase.id)
        ]
        boxes += [
            [BOX, marked(link(record), record.anchor), ""]
            for kind in guide.kinds
            if kind.in_plan
            for record in guide.records(kind.name)
            if last.get(record.location.docname) is phase
        ]
        rows += [["", nodes.strong("", "", link(phase)), hours_cell(phase.hours)], *boxes]
        classes += [GROUP, *[""] * len(boxes)]
    head = (_("Done"), _("What"), _("Hours"))
    form = table(head, rows, numbers=(2,), classes=classes)
    return [guide_plan("", form, data=plan_data(guide), classes=["guide-plan"])]


def plan_data(guide: Guide) -> str:
    """What the script adds up, as JSON: hours of units by sub-skill, and the titles."""
    data = {
        "phases": [{"id": phase.id, "title": phase.label} for phase in guide.phases],
        "parts": [{"id": part.id, "title": part.label} for part in guide.sub_skills],
        "units": [
            {
                "id": unit.id,
                "phase": unit.phase,
                "hours": {id: float(hours) for id, hours in unit.hours or ()},
            }
            for unit in guide.units()
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@summary("continue", "unit", "quiz")
def continue_links(guide: Guide) -> list[nodes.Node]:
    """Links to all units and to what closes the path, hidden by the style sheet: the script shows
    the next one.
    """
    last = [quiz for quiz in guide.quizzes if quiz.forms][:1] if guide.units() else []
    entries = [
        nodes.list_item("", nodes.paragraph("", "", marked(link(item), item.anchor)))
        for item in (*guide.units(), *last)
    ]
    place = nodes.container("", nodes.bullet_list("", *entries), classes=["guide-continue"])
    return [place] if entries else []


@summary("claims", "sub-skill", "level")
def claims(guide: Guide) -> list[nodes.Node]:
    """A form on which readers say which level they claim in each sub-skill; the script makes a list
    to choose from of its boxes.
    """
    if not guide.levels:
        return []
    rows: list[list[Cell]] = [
        [marked(link(part), part.id), boxes(guide.levels)] for part in guide.sub_skills
    ]
    form = filled([_("Sub-skill"), _("The level that you claim")], rows)
    return [nodes.container("", *form, classes=["guide-claims"])] if form else []


def boxes(items: Sequence[Item]) -> list[nodes.Node]:
    """A box before each title."""
    return [
        part
        for item in items
        for part in (nodes.Text(f"{BOX} "), marked(item.label, item.id), nodes.Text(" "))
    ]
