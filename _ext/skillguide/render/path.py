"""What the hours of the path are spent on."""

from decimal import Decimal

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..checks.path import earned, is_planned
from ..messages import _
from ..model import Guide, Item, Unit
from .summaries import commas, link
from .tables import Cell, table


def spending(guide: Guide, id: str) -> list[nodes.Node]:
    """The table below a unit: what to read, run, study and build, and how long each takes."""
    unit = guide.by_key.get(f"unit:{id}")
    if not isinstance(unit, Unit) or not is_planned(unit):
        return []
    hours = earned(guide, unit)
    deliverables = tuple(id for id, _hours in unit.practice)
    parts: list[tuple[str, list[nodes.Node], str]] = [
        (_("Read"), [page_link(page) for page in unit.reads], tenths(hours.reading)),
        (_("Run"), links(guide, "lab", unit.labs), tenths(hours.labs)),
        (_("Study"), links(guide, "resource", unit.resources), tenths(hours.resources)),
        (_("Build"), links(guide, "deliverable", deliverables), tenths(hours.practice)),
    ]
    rows: list[list[Cell]] = [[name, commas(found), text] for name, found, text in parts if found]
    rows.append([_("Sum"), "", tenths(hours.total)])
    result: list[nodes.Node] = [
        table((_("How"), _("What"), _("Hours")), rows, numbers=(2,), total=True)
    ]
    asked = [q for q in guide.questions if q.teaches.partition("#")[0] in unit.reads]
    if asked:
        text = _("%d questions ask for it, at the end of these pages.") % len(asked)
        result.append(nodes.paragraph("", text, classes=["guide-facts"]))
    return result


def hours_spent(guide: Guide) -> list[nodes.Node]:
    """What the hours of each phase are spent on, computed from its units."""
    rows: list[list[Cell]] = []
    columns = []
    for phase in guide.phases:
        found = [earned(guide, unit) for unit in guide.units(phase.id)]
        columns.append([sum(hours, Decimal()) for hours in zip(*found, strict=True)])
    names = (_("Read"), _("Run"), _("Study"), _("Build"))
    for name, hours in zip(names, zip(*columns, strict=True)):
        rows.append([name, *map(tenths, hours), tenths(sum(hours, Decimal()))])
    sums = [sum(column, Decimal()) for column in columns]
    rows.append([_("Sum"), *map(tenths, sums), tenths(sum(sums, Decimal()))])
    head = [_("How"), *(phase.label for phase in guide.phases), _("Sum")]
    return [table(head, rows, numbers=range(1, len(head)), total=True)] if columns else []


def tenths(hours: Decimal) -> str:
    """Hours with one decimal."""
    return f"{hours:.1f}"


def links(guide: Guide, kind: str, ids: tuple[str, ...]) -> list[nodes.Node]:
    """References to the items that exist."""
    items: list[Item | None] = [guide.by_key.get(f"{kind}:{id}") for id in ids]
    return [link(item) for item in items if item]


def page_link(page: str) -> pending_xref:
    """A reference to a page that shows its title."""
    return pending_xref(
        "",
        nodes.inline("", page, classes=["doc"]),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{page}",
        refexplicit=False,
        refwarn=False,
    )
