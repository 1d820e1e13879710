"""Budgets: the table of today and of ten times the load, and what breaks first."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..checks.budgets import limit_of
from ..domain import GuideDomain
from ..messages import _
from ..model import Budget, BudgetRow, Given, Guide, Resource, figure_key
from ..model.numbers import grouped
from ..nodes import guide_budget
from ..output import Output
from .parts import commas, link
from .tables import Cell, marked, table

FACTOR = 10


class Part(NamedTuple):
    """A resource with what is shown of it: its limit, its unit, its name, its rows' labels."""

    resource: Resource
    limit: Decimal | None
    unit: str
    name: Sequence[nodes.Node]
    labels: list[Sequence[nodes.Node]]

    @property
    def is_over(self) -> bool:
        """Whether the sum of today is over the limit."""
        return self.limit is not None and self.resource.total() > self.limit


class FillBudgets(SphinxPostTransform):
    """Compute the table of each budget."""

    default_priority = 8  # before references are resolved (10)

    def run(self, **kwargs: Any) -> None:
        if Output(self.app.builder).is_for_translators:
            return
        guide = GuideDomain.of(self.env).current
        for node in list(self.document.findall(guide_budget)):
            caption, *rest = node.children
            title = nodes.paragraph("", "", nodes.strong("", "", *caption.children))
            item = guide.by_place.get(node["place"])
            content = rest
            if isinstance(item, Budget) and item.resources:
                content = show(guide, list(parts_of(guide, item.resources, rest)))
            box = nodes.container("", title, *content, ids=node["ids"], classes=["guide-budget"])
            node.replace_self(box)


def parts_of(
    guide: Guide, resources: tuple[Resource, ...], labels: list[nodes.Node]
) -> Iterator[Part]:
    """The resources with their labels, as they stand in a `guide_budget`, after translation."""
    texts = iter(labels)
    for resource in resources:
        limit, unit = limit_of(guide, resource)
        name = next(texts).children
        if resource.unit:
            unit = next(texts).astext()
        elif isinstance(given := guide.by_key.get(figure_key(resource.given)), Given):
            unit = given.shown_unit or unit
        yield Part(resource, limit, unit, name, [next(texts).children for _row in resource.rows])


def show(guide: Guide, parts: list[Part]) -> list[nodes.Node]:
    """The table and the sentence below it."""
    rows: list[list[Cell]] = []
    kinds: list[str] = []
    for part in parts:
        rows.append([nodes.strong("", "", *copies(part.name)), "", "", limit_cell(part)])
        kinds.append("guide-resource")
        for row, label in zip(part.resource.rows, part.labels, strict=True):
            rows.append([label, amount(row.amount), *grown(guide, row)])
            kinds.append("guide-grows" if row.driver else "guide-fixed")
        rows.append(sum_row(part))
        kinds.append("guide-total")
    head = (_("Part"), _("Today"), _("× %d") % FACTOR, _("Limit or driver"))
    result = table(head, rows, numbers=(1, 2), classes=kinds)
    return [result, nodes.paragraph("", "", *verdict(parts), classes=["guide-breaks"])]


def limit_cell(part: Part) -> Cell:
    """`at most 50 ms`, or the unit alone."""
    if part.limit is None:
        return _("in %s") % part.unit if part.unit else ""
    return marked(_("at most %s") % measured(part.limit, part.unit), f"{part.limit:f}")


def grown(guide: Guide, row: BudgetRow) -> list[Cell]:
    """The amount at ten times the load, and what makes it grow."""
    item = guide.by_key.get(f"given:{row.driver}")
    if not item:
        return [amount(row.amount), _("fixed")]
    return [amount(row.amount * FACTOR), link(item)]


def sum_row(part: Part) -> list[Cell]:
    """The sums, and how far the load can grow."""
    factor = part.resource.breaks_at(part.limit)
    if part.limit is None:
        fate = ""
    elif part.is_over:
        fate = _("over the limit today")
    elif factor is None:
        fate = _("does not grow")
    else:
        fate = _("holds up to × %s") % rounded_down(factor)
    total, later = part.resource.total(), part.resource.total(FACTOR)
    is_over = part.limit is not None and later > part.limit
    over = f" ({_('over the limit')})" if is_over else ""
    today = [amount(total), nodes.Text(behind(part.unit))]
    then = [amount(later), nodes.Text(f"{behind(part.unit)}{over}")]
    return [_("Sum"), today, then, fate]


def verdict(parts: list[Part]) -> list[nodes.Node]:
    """What is over its limit, or what breaks first when the load grows."""
    if over := [part for part in parts if part.is_over]:
        names = commas([nodes.inline("", "", *copies(part.name)) for part in over])
        return around(_("Over the limit today: %(name)s."), names)
    factors = [
        (factor, number)
        for number, part in enumerate(parts)
        if (factor := part.resource.breaks_at(part.limit)) is not None
    ]
    if not factors:
        return [nodes.Text(_("No limit is reached when the load grows."))]
    factor, number = min(factors)
    text = _("Breaks first: %(name)s, at × %(factor)s.").replace("%(factor)s", rounded_down(factor))
    return around(text, copies(parts[number].name))


def around(text: str, name: list[nodes.Node]) -> list[nodes.Node]:
    """A sentence with nodes in the place of its `%(name)s`."""
    before, _name, after = text.partition("%(name)s")
    return [nodes.Text(before), *name, nodes.Text(after)]


def copies(content: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Copies of nodes that stand elsewhere too."""
    return [node.deepcopy() for node in content]


def measured(amount: Decimal, unit: str) -> str:
    """An amount with its unit."""
    return f"{grouped(amount)}{behind(unit)}"


def behind(unit: str) -> str:
    """A unit as it stands behind a number; percent follows without a space."""
    return unit if unit.startswith("%") else f" {unit}".rstrip()


def amount(value: Decimal) -> nodes.Node:
    """A number as it is shown, with its value for the script."""
    return marked(grouped(value), f"{value:f}")


def rounded_down(factor: Decimal) -> str:
    """A factor, rounded down so that a promise is kept; below 1.1 it needs two decimals."""
    step = Decimal("0.01") if factor < Decimal("1.1") else Decimal("0.1")
    return f"{factor.quantize(step, 'ROUND_DOWN'):,f}"
