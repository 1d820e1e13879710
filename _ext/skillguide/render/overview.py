"""Summaries of the whole: its size, its levels, its weights."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from docutils import nodes

from ..checks.totals import hours_by_sub_skill
from ..messages import _, ngettext
from ..model import Guide
from ..model.numbers import plain, total
from ..nodes import guide_weights_chart
from .parts import alternatives, filled, link, sentence, weight_cell
from .summary import summary
from .tables import Cell, table


@summary("quick-stats", "skill", "phase", "sub-skill", "question")
def quick_stats(guide: Guide) -> list[nodes.Node]:
    """The size of the whole: phases, hours, weeks, sub-skills, questions."""
    phases, parts = len(guide.phases), len(guide.sub_skills)
    questions = len([question for question in guide.questions if question.sub_skill])
    hours = (guide.skill and guide.skill.total_hours) or Decimal()
    stats = [
        (phases, str(phases), ngettext("learning phase", "learning phases", phases)),
        (hours, f"{plain(hours)} h", ngettext("estimated hour", "estimated hours", ceil(hours))),
        (parts, str(parts), ngettext("weighted sub-skill", "weighted sub-skills", parts)),
        (
            questions,
            str(questions),
            ngettext("question with reasons", "questions with reasons", questions),
        ),
    ]
    items = [
        nodes.list_item(
            "", nodes.paragraph("", "", nodes.strong("", shown), nodes.Text(f" {name}"))
        )
        for size, shown, name in stats
        if size
    ]
    result: list[nodes.Node] = []
    if items:
        result.append(nodes.bullet_list("", *items, classes=["guide-stats"]))
    if hours:
        text = weeks(hours, guide.settings.weekly_hours)
        result.append(nodes.paragraph("", text, classes=["guide-facts"]))
    return result


def weeks(hours: Decimal, weekly: Sequence[int]) -> str:
    """How many weeks some hours take, at each pace that makes a difference."""
    paces: dict[int, int] = {}
    for pace in weekly:
        paces.setdefault(ceil(hours / pace), pace)
    text = ngettext(
        "%(weeks)s week at %(hours)s hours a week",
        "%(weeks)s weeks at %(hours)s hours a week",
        max(paces),
    )
    numbers = {"weeks": paces, "hours": paces.values()}
    return text % {name: alternatives(map(str, found)) for name, found in numbers.items()}


@summary("proficiency-table", "level")
def proficiency_table(guide: Guide) -> list[nodes.Node]:
    """The levels with the experience that they ask for and what they mean."""
    rows = [
        (link(level), guide.spell(level.experience), sentence(guide, level))
        for level in guide.levels
    ]
    return filled((_("Level"), _("Experience"), _("In one sentence")), rows)


@summary("journey", "level")
def journey(guide: Guide) -> list[nodes.Node]:
    """The levels as steps, lowest first."""
    steps = [
        nodes.list_item(
            "",
            nodes.paragraph("", "", nodes.strong("", "", link(level))),
            *paragraph_of(nodes.Text(guide.spell(level.experience)), "guide-facts"),
            *paragraph_of(sentence(guide, level)),
        )
        for level in guide.levels
    ]
    if not steps:
        return []
    return [
        nodes.enumerated_list(
            "", *steps, enumtype="arabic", prefix="", suffix=".", classes=["guide-journey"]
        )
    ]


def paragraph_of(content: nodes.Node, *classes: str) -> list[nodes.Node]:
    """A paragraph, unless it would be empty."""
    return [nodes.paragraph("", "", content, classes=list(classes))] if content.astext() else []


@summary("weights", "sub-skill", "unit")
def weights(guide: Guide) -> list[nodes.Node]:
    """The weights as a picture and as a table with the hours."""
    parts = guide.sub_skills
    if not parts:
        return []
    hours = hours_by_sub_skill(guide)
    head = [_("Sub-skill"), _("Weight")] + ([_("Hours")] if hours else [])
    rows: list[list[Cell]] = []
    for index, part in enumerate(parts):
        swatch = nodes.inline("", "", classes=["guide-swatch", f"guide-data-{index % 5 + 1}"])
        row: list[Cell] = [[swatch, link(part)], weight_cell(part.weight)]
        rows.append(row + ([plain(hours[part.id])] if hours else []))
    last: list[Cell] = [_("Sum"), weight_cell(total(part.weight for part in parts))]
    rows.append(last + ([plain(sum(hours.values(), Decimal()))] if hours else []))
    result: list[nodes.Node] = [table(head, rows, numbers=(1, 2), total=True)]
    if all(part.weight is not None for part in parts):
        result.insert(0, guide_weights_chart(shares=[(part.title, part.weight) for part in parts]))
    return result
