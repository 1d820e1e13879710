"""Summaries: what the pages declare, computed, as nodes that every builder can write."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from math import ceil

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..checks.coverage import bank_questions, banks
from ..checks.testwise import comparable, guessing_score, key, length_ratio, longest_score
from ..checks.totals import hours_by_sub_skill
from ..messages import _, ngettext
from ..model import KINDS, Guide, Item, Kind, Record
from ..model.numbers import plain, share, total
from ..nodes import guide_plan, guide_weights_chart
from .tables import Cell, marked, table

WEEKLY_HOURS = (5, 10, 20)
BOX = "□"
#: The class of a row that begins a phase.
GROUP = "guide-group"


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
        result.append(nodes.paragraph("", weeks(hours), classes=["guide-facts"]))
    return result


def weeks(hours: Decimal) -> str:
    """How many weeks some hours take, at each pace that makes a difference."""
    paces: dict[int, int] = {}
    for pace in WEEKLY_HOURS:
        paces.setdefault(ceil(hours / pace), pace)
    text = ngettext(
        "%(weeks)s week at %(hours)s hours a week",
        "%(weeks)s weeks at %(hours)s hours a week",
        max(paces),
    )
    return text % {"weeks": _join(map(str, paces)), "hours": _join(map(str, paces.values()))}


def proficiency_table(guide: Guide) -> list[nodes.Node]:
    """The levels with the experience that they ask for and what they mean."""
    rows = [
        (link(level), guide.spell(level.experience), sentence(guide, level))
        for level in guide.levels
    ]
    return filled((_("Level"), _("Experience"), _("In one sentence")), rows)


def journey(guide: Guide) -> list[nodes.Node]:
    """The levels as steps, lowest first."""
    steps = [
        nodes.list_item(
            "",
            nodes.paragraph("", "", nodes.strong("", "", link(level))),
            *_paragraph(nodes.Text(guide.spell(level.experience)), "guide-facts"),
            *_paragraph(sentence(guide, level)),
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
        row: list[Cell] = [[swatch, link(part)], _weight(part.weight)]
        rows.append(row + ([plain(hours[part.id])] if hours else []))
    last: list[Cell] = [_("Sum"), _weight(total(part.weight for part in parts))]
    rows.append(last + ([plain(sum(hours.values(), Decimal()))] if hours else []))
    result: list[nodes.Node] = [table(head, rows, numbers=(1, 2), total=True)]
    if all(part.weight is not None for part in parts):
        result.insert(0, guide_weights_chart(shares=[(part.title, part.weight) for part in parts]))
    return result


def path_table(guide: Guide) -> list[nodes.Node]:
    """The phases with their units and hours."""
    rows: list[list[Cell]] = []
    classes: list[str] = []
    for phase in guide.phases:
        units = guide.units(phase.id)
        rows.append([nodes.strong("", "", link(phase)), _hours(phase.hours)])
        rows += [[link(unit), _hours(unit.total)] for unit in units]
        classes += [GROUP, *[""] * len(units)]
    if not rows:
        return []
    rows.append([_("Sum"), _hours(total(phase.hours for phase in guide.phases))])
    head = (_("Phase and unit"), _("Hours"))
    return [table(head, rows, numbers=(1,), total=True, classes=classes)]


def hours_matrix(guide: Guide) -> list[nodes.Node]:
    """The hours by phase and sub-skill with both margins."""
    parts = guide.sub_skills
    if not parts or not guide.phases:
        return []
    rows: list[list[Cell]] = []
    for part in parts:
        found = [hours_by_sub_skill(guide, phase.id)[part.id] for phase in guide.phases]
        rows.append([link(part), *map(_hours, found), _hours(sum(found, Decimal()))])
    sums = [sum(hours_by_sub_skill(guide, phase.id).values(), Decimal()) for phase in guide.phases]
    rows.append([_("Sum"), *map(_hours, sums), _hours(sum(sums, Decimal()))])
    head = [_("Sub-skill"), *(phase.title for phase in guide.phases), _("Sum")]
    numbers = range(1, len(guide.phases) + 2)
    return [table(head, rows, numbers=numbers, total=True)]


def plan_table(guide: Guide) -> list[nodes.Node]:
    """The units and deliverables of the path as a form; the script makes its boxes live."""
    rows: list[list[Cell]] = []
    classes: list[str] = []
    last = {phase.location.docname: phase for phase in guide.phases}
    for phase in guide.phases:
        boxes: list[list[Cell]] = []
        boxes += [
            [BOX, marked(link(unit), unit.anchor), _hours(unit.total)]
            for unit in guide.units(phase.id)
        ]
        boxes += [
            [BOX, marked(link(record), record.anchor), ""]
            for record in guide.records("deliverable")
            if last.get(record.location.docname) is phase
        ]
        rows += [["", nodes.strong("", "", link(phase)), _hours(phase.hours)], *boxes]
        classes += [GROUP, *[""] * len(boxes)]
    head = (_("Done"), _("Phase, unit, deliverable"), _("Hours"))
    form = table(head, rows, numbers=(2,), classes=classes)
    return [guide_plan("", form, data=plan_data(guide), classes=["guide-plan"])]


def continue_links(guide: Guide) -> list[nodes.Node]:
    """Links to all units, hidden by the style sheet: the script shows the next one."""
    entries = [
        nodes.list_item("", nodes.paragraph("", "", marked(link(unit), unit.anchor)))
        for unit in guide.units()
    ]
    place = nodes.container("", nodes.bullet_list("", *entries), classes=["guide-continue"])
    return [place] if entries else []


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


def blueprint(guide: Guide) -> list[nodes.Node]:
    """How many questions the banks hold by sub-skill and level, and what guessing scores."""
    questions = bank_questions(guide)
    levels = guide.levels
    rows: list[list[Cell]] = []
    for part in guide.sub_skills:
        own = Counter(question.level for question in questions if question.sub_skill == part.id)
        counts = [own[level.id] for level in levels]
        cells = [str(count) for count in (*counts, own.total())]
        part_of_all = share(own.total(), len(questions))
        rows.append([link(part), *cells, part_of_all, _weight(part.weight)])
    if not rows:
        return []
    every = Counter(question.level for question in questions)
    sums = [str(every[level.id]) for level in levels]
    rows.append([_("Sum"), *sums, str(len(questions)), share(1, 1), ""])
    head = [_("Sub-skill"), *(level.label for level in levels), _("Sum"), _("Share"), _("Weight")]
    return [
        table(head, rows, numbers=range(1, len(head)), total=True),
        *filled(*_bank_figures(guide), numbers=range(1, 7)),
    ]


def _bank_figures(guide: Guide) -> tuple[list[str], list[list[Cell]]]:
    """For each bank: its size and types, what two ways of guessing score, and where keys stand."""
    rows: list[list[Cell]] = []
    for quiz, members in banks(guide):
        choices = comparable(guide, quiz)
        if not choices:
            continue
        places = Counter(q.options.index(key(q)) for q in choices if not q.keeps_order)
        others = len(members) - len(choices)
        rows.append(
            [
                link(quiz),
                str(len(members)),
                share(others, len(members)),
                f"{longest_score(choices):.0%}",
                f"{guessing_score(choices):.0%}",
                f"{length_ratio(choices):.2f}",
                " ".join(str(places[place]) for place in range(max(places, default=0) + 1)),
            ]
        )
    head = [_("Bank"), _("Questions"), _("Other types"), _("Longest option"), _("Chance")]
    return [*head, _("Length, right ÷ wrong"), _("Keys at A, B, …")], rows


def records(kind: Kind) -> Callable[[Guide], list[nodes.Node]]:
    """The summary that lists the records of a kind."""
    labels = {field.name: field.label for field in kind.fields}

    def show(guide: Guide) -> list[nodes.Node]:
        head = [_(kind.label), *(_(labels[name]) for name in kind.columns)]
        head += [_("In one sentence")] if kind.sentence else []
        rows = [_record(guide, kind, record) for record in guide.records(kind.name)]
        hours = [1 + kind.columns.index("hours")] if "hours" in kind.columns else []
        return filled(head, rows, numbers=hours)

    return show


def _record(guide: Guide, kind: Kind, record: Record) -> list[Cell]:
    """A record's cells: its title, the columns of its kind, and its sentence. Levels and sub-skills
    are marked with their rank: a filter offers them in the order of the guide.
    """
    types = {field.name: field.type for field in kind.fields}
    cells: list[Cell] = [link(record)]
    for name in kind.columns:
        text = record.get(name)
        if types[name] in ("level", "sub-skills"):
            ranks: list[Item] = [*(guide.levels if types[name] == "level" else guide.sub_skills)]
            ids = [id.strip() for id in text.split(",")]
            found = [item for id in ids for item in ranks if item.id == id]
            cells.append(commas([marked(link(item), ranks.index(item)) for item in found]))
        else:
            cells.append(guide.spell(text))
    return [*cells, sentence(guide, record)] if kind.sentence else cells


def sentence(guide: Guide, item: Item) -> nodes.inline:
    """The first sentence of an item, in whose place its markup is put."""
    text = guide.spell(item.sentence)
    return nodes.inline(text, text, sentence=item.key)


def link(item: Item) -> pending_xref:
    """A reference to an item that shows its title; resolved for the page on which it stands."""
    return reference("guide", item.kind, item.id, nodes.inline("", item.label))


def reference(domain: str, type: str, target: str, shown: nodes.inline) -> pending_xref:
    """A reference without words of its own, resolved for the page on which it stands."""
    return pending_xref(
        "",
        shown,
        refdomain=domain,
        reftype=type,
        reftarget=target,
        refexplicit=False,
        refwarn=False,
    )


def filled(
    head: Sequence[str], rows: Sequence[Sequence[Cell]], *, numbers: Sequence[int] = ()
) -> list[nodes.Node]:
    """A table, or nothing where it would be a head alone."""
    return [table(head, rows, numbers=numbers)] if rows else []


def _hours(hours: Decimal | None) -> str:
    return "" if hours is None else plain(Decimal(hours))


def _weight(weight: Decimal | None) -> str:
    return "" if weight is None else f"{plain(weight)}%"


def _paragraph(content: nodes.Node, *classes: str) -> list[nodes.Node]:
    return [nodes.paragraph("", "", content, classes=list(classes))] if content.astext() else []


def commas(content: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Inline nodes with commas between them."""
    parts: list[nodes.Node] = []
    for node in content:
        parts += [nodes.Text(", "), node] if parts else [node]
    return parts or [nodes.Text("")]


def _join(parts: Iterable[str]) -> str:
    """`48, 24 or 12`."""
    *first, last = parts
    if not first:
        return last
    return _("%(first)s or %(last)s") % {"first": ", ".join(first), "last": last}


SUMMARIES: dict[str, Callable[[Guide], list[nodes.Node]]] = {
    "quick-stats": quick_stats,
    "proficiency-table": proficiency_table,
    "journey": journey,
    "weights": weights,
    "path-table": path_table,
    "hours-matrix": hours_matrix,
    "continue": continue_links,
    "plan": plan_table,
    "blueprint": blueprint,
    **{kind.name: records(kind) for kind in KINDS},
}
