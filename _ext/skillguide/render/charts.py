"""Charts: from a table to a picture; the table stays below it."""

import json
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..calculations import numeral
from ..checks.charts import is_sound, plot_of, spelled
from ..domain import GuideDomain
from ..figures.plots import NARROW, draw_plot
from ..model import Amount, Chart, Guide, Result
from ..nodes import guide_chart, guide_chart_part, guide_figure, guide_figure_table
from ..output import Output
from .figures import figure, picture
from .tables import table


class DrawCharts(SphinxPostTransform):
    """Draw each chart after its references are resolved: its table may hold some."""

    default_priority = 20

    def run(self, **kwargs: Any) -> None:
        output = Output(self.app.builder)
        if output.is_for_translators:
            return
        guide = GuideDomain.of(self.env).current
        for node in list(self.document.findall(guide_chart)):
            caption, *rest = node.children
            parts = [part for part in rest if isinstance(part, guide_chart_part)]
            tables = [part for part in rest if isinstance(part, nodes.table)]
            words = [part for part in rest if not isinstance(part, guide_chart_part | nodes.table)]
            for found in tables:
                found["classes"].append("guide-table")
            item = guide.by_place.get(node["place"])
            title = caption.children
            if isinstance(item, Chart) and item.sweep and item.rows:
                tables = [table_of(item)]
            if isinstance(item, Chart) and output.has_pictures and is_sound(guide, item):
                folded = [guide_figure_table("", *tables, *line_of(parts))]
                plot = plot_of(spelled(guide, item))
                drawn = picture(node, words, draw_plot(plot), draw_plot(plot, NARROW))
                node.replace_self(live(guide, item, figure(node, title, words, folded, drawn)))
            else:
                node.replace_self(figure(node, title, words, [*tables, *line_of(parts)], None))


def live(guide: Guide, chart: Chart, shown: guide_figure) -> guide_figure:
    """The figure, with what the script needs to draw a computed chart anew; it moves lines up and
    down an axis that is not logarithmic.
    """
    if chart.sweep is None or "y" in chart.log:
        return shown
    key = f"result:{chart.sweep.calculation}"
    over, *lines = (
        guide.by_key[f"{key}.{name}"] for name in (chart.sweep.over, *chart.sweep.lines)
    )
    assert isinstance(over, Result)
    shown["classes"].append("guide-swept")
    shown["data"] = json.dumps(
        {
            "calculation": chart.sweep.calculation,
            "over": over.name,
            "low": float(chart.sweep.low) * over.factor,
            "high": float(chart.sweep.high) * over.factor,
            "lines": [
                {"name": line.name, "factor": line.factor, "unit": line.measure}
                for line in lines
                if isinstance(line, Result)
            ],
        },
        separators=(",", ":"),
    )
    return shown


def table_of(chart: Chart) -> nodes.table:
    """The table of a chart that is computed."""
    rows = [[row.name, *(shown(value) for value in row.values)] for row in chart.rows]
    return table(chart.head, rows, numbers=range(len(chart.head)))


def shown(amount: Amount) -> str:
    """A value as a cell of the table."""
    if amount.number is None:
        return "–"
    return f"{numeral(float(amount.number))}{'%' * amount.is_percent}"


def line_of(parts: list[guide_chart_part]) -> list[nodes.Node]:
    """What the axes, the limit and the band say, for those who have the table alone."""
    if not parts:
        return []
    line = nodes.paragraph(classes=["guide-facts"])
    for index, part in enumerate(parts):
        line += [nodes.Text(" · ")] if index else []
        line += part.children
    return [line]
