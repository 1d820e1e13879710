"""The directive of charts: one table, and what its numbers are held against."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from docutils import nodes

from ..model import Amount, Chart, ChartMark, ChartRow, Rule
from ..nodes import guide_chart, guide_chart_part
from ..parse import band, cell, limit, log_axes, plot_kind, sweep
from ..texts import readable
from .base import options
from .captioned import CaptionedDirective

MARKS: dict[str, Callable[[str], tuple[Amount, ...]]] = {"limit": limit, "band": band}


class ChartDirective(CaptionedDirective):
    """A chart. Its description is what stands beside the table."""

    option_spec = options("title", "x", "y", "kind", "log", "limit", "band", "plot")
    rule = Rule.CHART

    def show(self, id: str, title: nodes.caption, body: list[nodes.Node]) -> list[nodes.Node]:
        found = self.value("plot", sweep, required=False)
        tables = [node for node in body if isinstance(node, nodes.table)]
        parts = [part for name in ("x", "y", *MARKS) for part in self.part(name)]
        item = Chart(
            id=id,
            location=self.location(),
            form=self.value("kind", plot_kind, required=False),
            log=self.value("log", log_axes, required=False) or (),
            rows=self.rows(id, tables) if self.has_one(id, tables) else (),
            sweep=found and replace(found, line=self.option_line("plot")),
            marks=tuple(mark for part in parts for mark in self.marks(part)),
            log_line=self.option_line("log"),
            line=self.option_line("plot") if found else line_of(tables) or self.lineno,
        )
        node = guide_chart("", title, *parts, *body, place=item.location)
        return [self.anchor(item, node)]

    def has_one(self, id: str, tables: Sequence[nodes.table]) -> bool:
        """Whether there is exactly one table; reports it otherwise."""
        if "plot" in self.options:
            if tables:
                message = f"chart '{id}' computes its table, so it has no other one"
                self.report(self.rule, message, tables[0].line)
            if "band" in self.options:
                message = f"chart '{id}': a band does not move with what is computed; use a limit"
                self.report(self.rule, message, self.option_line("band"))
            return False
        if len(tables) > 1:
            line = tables[1].line or self.lineno
            self.report(self.rule, f"chart '{id}' needs one table, this is another", line)
        elif not tables:
            self.report(self.rule, f"chart '{id}' needs a table")
        return len(tables) == 1

    def part(self, name: str) -> list[guide_chart_part]:
        """What an option says in words, as a node that translators meet; nothing if it is empty."""
        text, line = (self.options.get(name) or "").strip(), self.option_line(name)
        if not text:
            return []
        inline, _messages = self.parse_inline(text, lineno=line - self.is_markdown)
        found = guide_chart_part(text, "", *inline, name=name)
        found.source, found.line = self.get_source_info()[0], line
        return [found]

    def marks(self, part: guide_chart_part) -> list[ChartMark]:
        """The limit or the band that an option is; nothing after reporting one without a number."""
        read, line = MARKS.get(part["name"]), self.option_line(part["name"])
        try:
            ends = read(readable(part)) if read else ()
        except ValueError as error:
            self.report(Rule.OPTION_VALUE, f"option `:{part['name']}:`: {error}", line)
            ends = ()
        return [ChartMark(part["name"], ends, line=line)] if ends else []

    def rows(self, id: str, tables: Sequence[nodes.table]) -> tuple[ChartRow, ...]:
        """The rows of the table; nothing after reporting each cell that is no number."""
        head, *rows = texts_of(tables[0])
        if len(head) < 2 or not rows:
            message = f"chart '{id}' needs a column of places, a column of numbers, and a row"
            self.report(self.rule, message, tables[0].line)
            return ()
        places = places_of([row[0] for row in rows])
        found, is_whole = [], True
        for number, (place, row) in enumerate(zip(places, rows), 2):
            values, line = [], (tables[0].line or self.lineno) + number
            if len(row) != len(head):
                message = f"chart '{id}': this row has {len(row)} cells, the head has {len(head)}"
                self.report(self.rule, message, line)
                return ()
            for column, text in zip(head[1:], row[1:]):
                try:
                    values.append(cell(text))
                except ValueError as error:
                    where = f"chart '{id}', row '{row[0]}', column '{column}'"
                    self.report(self.rule, f"{where}: {error}", line)
                    is_whole = False
            found.append(ChartRow(place, tuple(values), line=line))
        return tuple(found) if is_whole else ()


def line_of(tables: Sequence[nodes.table]) -> int:
    """The line of the first table; 0 if there is none."""
    return (tables[0].line or 0) if tables else 0


def texts_of(table: nodes.table) -> list[list[str]]:
    """The texts of the cells as they are written, row by row."""
    return [[readable(entry).strip() for entry in row.children] for row in table.findall(nodes.row)]


def places_of(texts: list[str]) -> list[Amount | None]:
    """The places of the first column: numbers, if all of them are; else words."""
    try:
        places = [cell(text) for text in texts]
    except ValueError:
        return [None] * len(texts)
    is_known = all(place != Amount() for place in places)
    return [*places] if is_known else [None] * len(texts)
