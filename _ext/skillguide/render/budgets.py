"""Budgets: the table of today and of ten times the load, and what breaks first."""

from decimal import Decimal
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..checks.budgets import limit_of
from ..domain import GuideDomain
from ..messages import _
from ..model import BudgetRow, Guide, Resource
from ..nodes import budget, budget_part
from .summaries import link
from .tables import Cell, table

FACTOR = 10


class FillBudgets(SphinxPostTransform):
    """Compute the table of each budget."""

    default_priority = 8  # before references are resolved (10)

    def run(self, **kwargs: Any) -> None:
        if self.app.builder.name == "gettext":
            return
        domain = GuideDomain.of(self.env)
        for node in list(self.document.findall(budget)):
            caption, *rest = node.children
            title = nodes.paragraph("", "", nodes.strong("", "", *caption.children))
            content = rest
            if node["resources"]:
                labels = [part.children for part in rest if isinstance(part, budget_part)]
                content = show(domain.current, node["resources"], labels)
            box = nodes.container("", title, *content, ids=node["ids"], classes=["guide-budget"])
            node.replace_self(box)


def show(
    guide: Guide, resources: tuple[Resource, ...], labels: list[list[nodes.Node]]
) -> list[nodes.Node]:
    """The table and the sentence below it."""
    rows: list[list[Cell]] = []
    kinds: list[str] = []
    names = iter(labels)
    for resource in resources:
        limit, unit = limit_of(guide, resource)
        name = nodes.strong("", "", *next(names))
        rows.append([name, "", "", limit_cell(resource, limit, unit)])
        kinds.append("guide-resource")
        for row in resource.rows:
            rows.append([next(names), money(row.amount), *grown(guide, row)])
            kinds.append("guide-grows" if row.driver else "guide-fixed")
        rows.append(sum_row(resource, limit, unit))
        kinds.append("guide-total")
    head = (_("Part"), _("Today"), _("× %d") % FACTOR, _("Limit or driver"))
    result = table(head, rows, numbers=(1, 2), classes=kinds)
    return [result, nodes.paragraph("", verdict(guide, resources), classes=["guide-breaks"])]


def limit_cell(resource: Resource, limit: Decimal | None, unit: str) -> Cell:
    """`at most 50 ms`, or the unit alone."""
    if limit is None:
        return _("in %s") % unit
    return _("at most %s") % f"{money(limit)} {unit}"


def grown(guide: Guide, row: BudgetRow) -> list[Cell]:
    """The amount at ten times the load, and what makes it grow."""
    item = guide.by_key.get(f"given:{row.driver}")
    if not item:
        return [money(row.amount), _("fixed")]
    return [money(row.amount * FACTOR), link(item)]


def sum_row(resource: Resource, limit: Decimal | None, unit: str) -> list[Cell]:
    """The sums, and how far the load can grow."""
    factor = resource.breaks_at(limit)
    if limit is None:
        fate = ""
    elif factor is None:
        fate = _("does not grow")
    else:
        fate = _("holds up to × %s") % short(factor)
    today, then = (f"{money(resource.total(by))} {unit}" for by in (1, FACTOR))
    if limit is not None and resource.total(FACTOR) > limit:
        then += f" ({_('over the limit')})"
    return [_("Sum"), today, then, fate]


def verdict(guide: Guide, resources: tuple[Resource, ...]) -> str:
    """What breaks first when the load grows."""
    factors = [
        (factor, number, resource)
        for number, resource in enumerate(resources)
        if (factor := resource.breaks_at(limit_of(guide, resource)[0])) is not None
    ]
    if not factors:
        return _("No limit is reached when the load grows.")
    factor, _number, first = min(factors, key=lambda found: found[:2])
    return _("Breaks first: %(name)s, at × %(factor)s.") % {
        "name": first.label,
        "factor": short(factor),
    }


def money(amount: Decimal) -> str:
    """A number with its digits grouped, and as many decimals as the author wrote."""
    return f"{amount:,f}"


def short(factor: Decimal) -> str:
    """A factor, rounded down to one decimal: a promise is kept."""
    return f"{factor.quantize(Decimal('0.1'), 'ROUND_DOWN'):,f}"
