"""What the hours of the path are spent on."""

from decimal import Decimal

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..checks.path import Earned, earned, is_planned
from ..messages import _, ngettext
from ..model import Guide, Item, Unit
from ..model.numbers import tenths
from .summaries import commas, link, reference
from .tables import Cell, table


def spending(guide: Guide, id: str) -> list[nodes.Node]:
    """The table below a unit: what to read, run, study and build, and how long each takes."""
    unit = guide.by_key.get(f"unit:{id}")
    if not isinstance(unit, Unit) or not is_planned(unit):
        return []
    hours = earned(guide, unit)
    shown: list[list[nodes.Node]] = [
        [page_link(page) for page in unit.reads],
        links(guide, "lab", unit.labs),
        links(guide, "resource", unit.resources),
        links(guide, "deliverable", tuple(id for id, _hours in unit.practice)),
    ]
    rows: list[list[Cell]] = [
        [way, commas(found), tenths(spent)]
        for way, found, spent in zip(ways(), shown, hours, strict=True)
        if found
    ]
    if not rows:
        return []
    rows.append([_("Sum"), "", tenths(hours.total)])
    result: list[nodes.Node] = [
        table((_("How"), _("What"), _("Hours")), rows, numbers=(2,), total=True)
    ]
    asked = [q for q in guide.questions if q.teaches.partition("#")[0] in unit.reads]
    if asked:
        text = ngettext(
            "%d question asks for it, at the end of these pages.",
            "%d questions ask for it, at the end of these pages.",
            len(asked),
        )
        text %= len(asked)
        result.append(nodes.paragraph("", text, classes=["guide-facts"]))
    return result


def hours_spent(guide: Guide) -> list[nodes.Node]:
    """What the hours of each phase are spent on, computed from its units."""
    columns = [phase_hours(guide, phase.id) for phase in guide.phases]
    rows: list[list[Cell]] = [
        [way, *map(tenths, hours), tenths(sum(hours, Decimal()))]
        for way, hours in zip(ways(), zip(*columns, strict=True))
    ]
    sums = [column.total for column in columns]
    rows.append([_("Sum"), *map(tenths, sums), tenths(sum(sums, Decimal()))])
    head = [_("How"), *(phase.label for phase in guide.phases), _("Sum")]
    return [table(head, rows, numbers=range(1, len(head)), total=True)] if columns else []


def phase_hours(guide: Guide, phase: str) -> Earned:
    """What the units of a phase earn together; nothing if it has none."""
    units = [earned(guide, unit) for unit in guide.units(phase)]
    return Earned(*(sum(hours, Decimal()) for hours in zip(Earned.nothing(), *units, strict=True)))


def ways() -> tuple[str, ...]:
    """What hours are spent on, in the order of `Earned`."""
    return _("Read"), _("Run"), _("Study"), _("Build")


def links(guide: Guide, kind: str, ids: tuple[str, ...]) -> list[nodes.Node]:
    """References to the items that exist."""
    items: list[Item | None] = [guide.by_key.get(f"{kind}:{id}") for id in ids]
    return [link(item) for item in items if item]


def page_link(page: str) -> pending_xref:
    """A reference to a page that shows its title."""
    return reference("std", "doc", f"/{page}", nodes.inline("", page, classes=["doc"]))
