"""Charts: from a table to a picture; the table stays below it."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..checks.charts import is_sound, plot_of, spelled
from ..domain import GuideDomain
from ..figures.plots import NARROW, draw_plot
from ..model import Chart
from ..nodes import guide_chart, guide_chart_part, guide_figure_table
from ..output import Output
from .figures import figure, picture


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
            for table in tables:
                table["classes"].append("guide-table")
            item = guide.by_place.get(node["place"])
            title = caption.children
            if isinstance(item, Chart) and output.has_pictures and is_sound(guide, item):
                folded = [guide_figure_table("", *tables, *line_of(parts))]
                plot = plot_of(spelled(guide, item))
                drawn = picture(node, words, draw_plot(plot), draw_plot(plot, NARROW))
                node.replace_self(figure(node, title, words, folded, drawn))
            else:
                node.replace_self(figure(node, title, words, [*tables, *line_of(parts)], None))


def line_of(parts: list[guide_chart_part]) -> list[nodes.Node]:
    """What the axes, the limit and the band say, for those who have the table alone."""
    if not parts:
        return []
    line = nodes.paragraph(classes=["guide-facts"])
    for index, part in enumerate(parts):
        line += [nodes.Text(" · ")] if index else []
        line += part.children
    return [line]
