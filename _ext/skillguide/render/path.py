"""Summaries of the learning path: its hours, and what they are spent on."""

from decimal import Decimal

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..checks.path import EARNED_FROM, earned, is_planned
from ..checks.totals import hours_by_sub_skill
from ..messages import _, ngettext
from ..model import Guide, Unit
from ..model.numbers import tenths, total
from .parts import GROUP, commas, hours_cell, link, reference
from .summary import summary
from .tables import Cell, table


@summary("path-table", "phase", "unit")
def path_table(guide: Guide) -> list[nodes.Node]:
    """The phases with their units and hours."""
    rows: list[list[Cell]] = []
    classes: list[str] = []
    for phase in guide.phases:
        units = guide.units(phase.id)
        rows.append([nodes.strong("", "", link(phase)), hours_cell(phase.hours)])
        rows += [[link(unit), hours_cell(unit.total)] for unit in units]
        classes += [GROUP, *[""] * len(units)]
    if not rows:
        return []
    rows.append([_("Sum"), hours_cell(total(phase.hours for phase in guide.phases))])
    head = (_("Phase and unit"), _("Hours"))
    return [table(head, rows, numbers=(1,), total=True, classes=classes)]


@summary("hours-matrix", "phase", "unit", "sub-skill")
def hours_matrix(guide: Guide) -> list[nodes.Node]:
    """The hours by phase and sub-skill with both margins."""
    parts = guide.sub_skills
    if not parts or not guide.phases:
        return []
    rows: list[list[Cell]] = []
    for part in parts:
        found = [hours_by_sub_skill(guide, phase.id)[part.id] for phase in guide.phases]
        rows.append([link(part), *map(hours_cell, found), hours_cell(sum(found, Decimal()))])
    sums = [sum(hours_by_sub_skill(guide, phase.id).values(), Decimal()) for phase in guide.phases]
    rows.append([_("Sum"), *map(hours_cell, sums), hours_cell(sum(sums, Decimal()))])
    head = [_("Sub-skill"), *(phase.title for phase in guide.phases), _("Sum")]
    numbers = range(1, len(guide.phases) + 2)
    return [table(head, rows, numbers=numbers, total=True)]


@summary("hours-spent", *EARNED_FROM, "phase")
def hours_spent(guide: Guide) -> list[nodes.Node]:
    """What the hours of each phase are spent on, computed from its units."""
    columns = [
        [earned(guide, unit) for unit in guide.units(phase.id)] or [{}] for phase in guide.phases
    ]
    rows: list[list[Cell]] = []
    for name, label in [*ways(guide).items(), ("", _("Sum"))]:
        spent = [sum((hours_of(unit, name) for unit in units), Decimal()) for units in columns]
        rows.append([label, *map(tenths, spent), tenths(sum(spent, Decimal()))])
    head = [_("How"), *(phase.label for phase in guide.phases), _("Sum")]
    return [table(head, rows, numbers=range(1, len(head)), total=True)] if columns else []


def hours_of(found: dict[str, Decimal], name: str) -> Decimal:
    """The hours that are spent in one way; all of them for ""."""
    return found.get(name, Decimal()) if name else sum(found.values(), Decimal())


def ways(guide: Guide) -> dict[str, str]:
    """What readers do with what hours are spent on, by the names that `earned` gives it."""
    found = (kind.way for kind in guide.kinds)
    return {"reading": _("Read")} | {way.option: _(way.label) for way in found if way}


def spending(guide: Guide, id: str) -> list[nodes.Node]:
    """The table below a unit: what to read, and whatever else it names, and how long each takes."""
    unit = guide.by_key.get(f"unit:{id}")
    if not isinstance(unit, Unit) or not is_planned(unit):
        return []
    hours = earned(guide, unit)
    rows: list[list[Cell]] = [
        [label, commas(links), tenths(hours[name])]
        for name, label in ways(guide).items()
        if (links := named(guide, unit, name))
    ]
    if not rows:
        return []
    rows.append([_("Sum"), "", tenths(hours_of(hours, ""))])
    result: list[nodes.Node] = [
        table((_("How"), _("What"), _("Hours")), rows, numbers=(2,), total=True)
    ]
    asked = {id for page in unit.reads for id in guide.asked_on(page)}
    if asked:
        text = ngettext(
            "%d question at the end of these pages tests this unit.",
            "%d questions at the end of these pages test this unit.",
            len(asked),
        )
        result.append(nodes.paragraph("", text % len(asked), classes=["guide-facts"]))
    return result


def named(guide: Guide, unit: Unit, name: str) -> list[nodes.Node]:
    """References to the pages of a unit, or to its records that exist."""
    if name == "reading":
        return [page_link(page) for page in unit.reads]
    kinds = [kind.name for kind in guide.kinds if kind.way and kind.way.option == name]
    items = [guide.by_key.get(f"{kind}:{id}") for kind, id, _hours in unit.spends if kind in kinds]
    return [link(item) for item in items if item]


def page_link(page: str) -> pending_xref:
    """A reference to a page that shows its title."""
    return reference("std", "doc", f"/{page}", nodes.inline("", page, classes=["doc"]))
