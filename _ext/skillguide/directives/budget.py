"""The directive of budgets: a list of resources, each with a list of its rows."""

from dataclasses import replace

from docutils import nodes

from ..model import Budget, BudgetRow, Resource, Rule, figure_key
from ..nodes import guide_budget, guide_budget_part
from ..parse import budget_row, resource
from .captioned import (
    CaptionedDirective,
    Entry,
    beside,
    entries,
    label_node,
    name_node,
    translatable,
)


class BudgetDirective(CaptionedDirective):
    """A budget. What else stands in it, or in an entry of its lists, stays below the table."""

    rule = Rule.BUDGET

    def show(self, id: str, title: nodes.caption, body: list[nodes.Node]) -> list[nodes.Node]:
        items = entries(body, nodes.bullet_list)
        if not items:
            self.report(self.rule, f"budget '{id}' needs a list of resources")
        read = [self.read(item) for item in items]
        known = [labeled(*part) for part in read if part] if all(read) else []
        resources = tuple(part for part, _labels in known)
        item = Budget(id=id, location=self.location(), resources=resources)
        lists = [node for node in body if isinstance(node, nodes.bullet_list)]
        labels = [label for _part, labels in known for label in labels]
        node = guide_budget("", title, *(labels or lists), place=item.location)
        nested = [other for item in items for other in spare(item)] if labels else []
        return [self.anchor(item, node), *nested, *(other for other in body if other not in lists)]

    def read(self, item: nodes.Node) -> tuple[Entry[Resource], list[Entry[BudgetRow]]] | None:
        """A resource and its rows; None after reporting what is unreadable."""
        found = self.entry(item, resource)
        if found is None:
            return None
        self.refer_figure(found.part.given, found.line)
        rows = [
            self.entry(child, budget_row) for child in entries(item.children, nodes.bullet_list)
        ]
        known = [row for row in rows if row]
        for row in known:
            self.refer_figure(row.part.driver, row.line)
            self.refer_figure(row.part.figure, row.line)
        return (found, known) if len(known) == len(rows) else None

    def refer_figure(self, name: str, line: int) -> None:
        """Name a figure of an entry, if it has one."""
        if name:
            self.refer(figure_key(name).partition(":")[0], name, line=line)


def labeled(
    found: Entry[Resource], rows: list[Entry[BudgetRow]]
) -> tuple[Resource, list[nodes.Node]]:
    """A resource with the nodes of its name, of its unit (unless a given has it), and of the labels
    of its rows.
    """
    name, unit = name_node(found, guide_budget_part), found.part.unit
    units = [translatable(guide_budget_part(unit, unit), found)] if unit else []
    labels = [label_node(row, guide_budget_part) for row in rows]
    read = tuple(replace(row.part, line=row.line) for row in rows)
    return replace(found.part, rows=read, line=found.line), [name, *units, *labels]


def spare(item: nodes.Node) -> list[nodes.Node]:
    """What stands in the entry of a resource, or in those of its rows, beside what is read."""
    rows = entries(item.children, nodes.bullet_list)
    others = [node for node in beside(item) if not isinstance(node, nodes.bullet_list)]
    return [*(node for row in rows for node in beside(row)), *others]
