"""The directive of budgets: a list of resources, each with a list of its rows."""

from dataclasses import replace

from docutils import nodes

from ..model import Budget, BudgetRow, Resource, Rule
from ..nodes import budget, budget_part
from ..parse import budget_row, resource
from ..reading import readable
from .architecture import label_node
from .base import GuideDirective, options


class BudgetDirective(GuideDirective):
    """A budget. Text beside the list stays below the table."""

    option_spec = options("title")

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        title = self.heading(nodes.caption)
        body = self.parse_content_to_nodes()
        if id is None:
            return body
        lists = [node for node in body if isinstance(node, nodes.bullet_list)]
        entries = [
            entry for found in lists for entry in found if isinstance(entry, nodes.list_item)
        ]
        found = [self.resource(entry) for entry in entries]
        resources = [part for part, _labels in filter(None, found)]
        if not found:
            self.report(Rule.BUDGET, f"budget '{id}' needs a list of resources")
        item = Budget(
            id=id,
            location=self.location(),
            resources=tuple(resources) if len(resources) == len(found) else (),
        )
        self.domain.note(item)
        self.domain.use(self.env.current_document.docname, ["given"])
        labels = [label for part in found if part for label in part[1]]
        children = [title, *labels] if item.resources else [title, *lists]
        node = budget("", *children, ids=[item.anchor], resources=item.resources)
        self.set_source_info(node)
        self.state.document.ids[item.anchor] = node
        return [node, *(other for other in body if other not in lists)]

    def resource(self, entry: nodes.list_item) -> tuple[Resource, list[nodes.Node]] | None:
        """A resource with the nodes of its name and of its rows' labels; None if unreadable."""
        first = next(entry.findall(nodes.paragraph), nodes.paragraph())
        try:
            found, name = resource(first.rawsource)
        except ValueError as error:
            self.report(Rule.BUDGET, str(error), entry.line)
            return None
        if found.given:
            self.domain.refer("given", found.given, self.location(entry.line))
        rows: list[BudgetRow] = []
        labels: list[nodes.Node] = [self.name_node(first, name)]
        inner = [node for node in entry.children if isinstance(node, nodes.bullet_list)]
        for child in [child for node in inner for child in node.children]:
            row = self.row(child)
            if row is None:
                return None
            rows.append(row[0])
            labels.append(row[1])
        return replace(found, rows=tuple(rows), label=name, line=entry.line or 1), labels

    def row(self, entry: nodes.Node) -> tuple[BudgetRow, nodes.Node] | None:
        """A row with the node of its label; None after reporting one that is unreadable."""
        first = next(entry.findall(nodes.paragraph), nodes.paragraph())
        try:
            found, source = budget_row(first.rawsource)
        except ValueError as error:
            self.report(Rule.BUDGET, str(error), entry.line)
            return None
        if found.driver:
            self.domain.refer("given", found.driver, self.location(entry.line))
        label = label_node(first, source, budget_part)
        text = " ".join(readable(label).split())
        return replace(found, label=text, line=entry.line or 1), label

    def name_node(self, paragraph: nodes.paragraph, name: str) -> nodes.TextElement:
        """The name of a resource as a node that is translated on its own."""
        node = budget_part(name, name)
        node.source, node.line = paragraph.source, paragraph.line
        return node
