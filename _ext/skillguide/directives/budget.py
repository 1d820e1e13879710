"""The directive of budgets: a list of resources, each with a list of its rows."""

from dataclasses import replace

from docutils import nodes

from ..model import Budget, BudgetRow, Resource, Rule
from ..nodes import budget, budget_part
from ..parse import budget_row, resource
from ..reading import readable
from .captioned import CaptionedDirective, entries, label_node, name_node


class BudgetDirective(CaptionedDirective):
    """A budget. Text beside the list stays below the table."""

    rule = Rule.BUDGET

    def show(self, id: str, title: nodes.caption, body: list[nodes.Node]) -> list[nodes.Node]:
        found = [self.resource(entry) for entry in entries(body, nodes.bullet_list)]
        read = [part for part in found if part]
        if not found:
            self.report(self.rule, f"budget '{id}' needs a list of resources")
        is_readable = len(read) == len(found)
        resources = tuple(part for part, _labels in read) if is_readable else ()
        item = Budget(id=id, location=self.location(), resources=resources)
        lists = [node for node in body if isinstance(node, nodes.bullet_list)]
        labels = [label for _part, labels in read for label in labels]
        node = budget("", title, *(labels if resources else lists), resources=resources)
        return [self.anchor(item, node), *(other for other in body if other not in lists)]

    def resource(self, item: nodes.Node) -> tuple[Resource, list[nodes.Node]] | None:
        """A resource with the nodes of its name and of its rows' labels; None if unreadable."""
        entry = self.entry(item, resource)
        if entry is None:
            return None
        self.refer_given(entry.part.given, entry.line)
        rows = [self.row(child) for child in entries(item.children, nodes.bullet_list)]
        read = [row for row in rows if row]
        if len(read) < len(rows):
            return None
        found = replace(
            entry.part, rows=tuple(row for row, _label in read), label=entry.label, line=entry.line
        )
        return found, [name_node(entry, budget_part), *(label for _row, label in read)]

    def row(self, item: nodes.Node) -> tuple[BudgetRow, nodes.Node] | None:
        """A row with the node of its label; None after reporting one that is unreadable."""
        entry = self.entry(item, budget_row)
        if entry is None:
            return None
        self.refer_given(entry.part.driver, entry.line)
        label = label_node(entry, budget_part)
        text = " ".join(readable(label).split())
        return replace(entry.part, label=text, line=entry.line), label

    def refer_given(self, given: str, line: int) -> None:
        """Name the given of an entry, if it has one."""
        if given:
            self.refer("given", given, line=line)
