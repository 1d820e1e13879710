"""The directive of calculations: a list of lines, each with what explains it."""

from collections.abc import Sequence

from docutils import nodes

from ..model import Calculation, Result, Rule
from ..nodes import (
    guide_calculation,
    guide_calculation_note,
    guide_calculation_part,
    guide_calculation_question,
)
from ..parse import calculation_line, choice, count
from ..parse.calculations import Line
from .base import options
from .captioned import CaptionedDirective, Entry, beside, entries, translatable


class CalculationDirective(CaptionedDirective):
    """A calculation. What else stands in it stays below the table, also a line that cannot be read;
    a block quote in the entry of a line explains that line.
    """

    option_spec = options("title", "minutes", "predict", "ask", flags=("fixed",))
    rule = Rule.CALCULATION

    def show(self, id: str, title: nodes.caption, body: list[nodes.Node]) -> list[nodes.Node]:
        lists = [node for node in body if isinstance(node, nodes.bullet_list)]
        items = entries(body, nodes.bullet_list)
        if not items:
            self.report(self.rule, f"calculation '{id}' needs a list of lines: name = expression")
        read = [(item, found) for item in items if (found := self.entry(item, calculation_line))]
        names = self.names([found for _item, found in read])
        predict = self.value("predict", choice(list(names)), required=False) if names else ""
        item = Calculation(
            id=id,
            location=self.location(),
            lines=tuple(names),
            predict=predict or "",
            minutes=self.value("minutes", count, required=False) or 0,
            is_fixed="fixed" in self.options,
        )
        self.report_spare(read)
        taken = [(entry, found) for entry, found in read if names.pop(found.part.name, None)]
        rows = [node for entry, found in taken for node in (self.line(id, found), *notes(entry))]
        node = guide_calculation("", title, *self.question(), *rows, place=item.location)
        spare = [other for entry, _found in taken for other in beside(entry) if not is_note(other)]
        shown = [entry for entry, _found in taken]
        unread = [entry for entry in items if entry not in shown]
        lost = [nodes.bullet_list("", *unread)] if unread else []
        others = [other for other in body if other not in lists]
        return [self.anchor(item, node), *spare, *lost, *others]

    def report_spare(self, read: Sequence[tuple[nodes.Node, Entry[Line]]]) -> None:
        """Report what would go missing without a word: a formula that goes on behind a sign which
        makes a list, and a guess where nobody is asked for one.
        """
        for entry, found in read:
            for other in beside(entry):
                if isinstance(other, nodes.bullet_list):
                    message = f"{found.part.name}: a list is no part of a formula; end a line with "
                    self.report(self.rule, f"{message}the sign, not begin one with it", other.line)
        if "fixed" in self.options and self.options.get("predict"):
            message = "option `:predict:`: readers guess nothing where they change nothing"
            self.report(Rule.OPTION_VALUE, message, self.option_line("predict"))

    def question(self) -> list[nodes.Node]:
        """What `:ask:` asks, as a node that translators meet; nothing without it."""
        text, line = (self.options.get("ask") or "").strip(), self.option_line("ask")
        if not text:
            return []
        if "predict" not in self.options:
            message = "option `:ask:` asks for a guess; name the line in `:predict:`"
            self.report(Rule.OPTION_VALUE, message, line)
        inline, _messages = self.parse_inline(text, lineno=line - self.is_markdown)
        found = guide_calculation_question(text, "", *inline)
        found.source, found.line = self.get_source_info()[0], line
        return [found]

    def names(self, found: list[Entry[Line]]) -> dict[str, bool]:
        """The names of the lines; a second line of one name is reported."""
        names: dict[str, bool] = {}
        for entry in found:
            name = entry.part.name
            if name in names:
                message = f"'{name}' is computed twice; give one of the two lines another name"
                self.report(self.rule, message, entry.line)
            names[name] = True
        return names

    def line(self, id: str, found: Entry[Line]) -> nodes.Node:
        """The node of a line, which holds its name in words."""
        line = found.part
        item = Result(
            id=f"{id}.{line.name}",
            location=self.location(found.line),
            value="",
            unit=line.unit,
            step=line.step,
            formula=line.formula,
            calculation=id,
            name=line.name,
            is_fixed="fixed" in self.options,
        )
        outer, self.declared = self.declared, []
        node = self.anchor(item, guide_calculation_part(found.label, found.label))
        self.declared = outer
        return translatable(node, found)


def is_note(node: nodes.Node) -> bool:
    """Whether something in the entry of a line explains it."""
    return isinstance(node, nodes.block_quote)


def notes(entry: nodes.Node) -> list[nodes.Node]:
    """What explains a line."""
    quotes = [node for node in beside(entry) if isinstance(node, nodes.block_quote)]
    return [guide_calculation_note("", *quote.children) for quote in quotes]
