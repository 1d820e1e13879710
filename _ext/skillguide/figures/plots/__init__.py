"""Charts: from series of values to a picture, as SVG or for TikZ.

`draw_plot` lays a chart out, in one of two widths; `plot_mistakes` says what it cannot show.
Who computes values rather than reading them from a table fills a `Plot`, too.
"""

from .bars import draw_bars
from .curves import draw_curves
from .frame import NARROW, WIDE
from .mistakes import PlotMistake, plot_mistakes
from .parts import Axis, Mark, Plot, PlotKind, Series
from .shapes import PlotDrawing
from .svg import plot_svg
from .tikz import plot_tikz


def draw_plot(plot: Plot, width: float = WIDE) -> PlotDrawing:
    """The picture of a chart without mistakes, `WIDE` for a page or `NARROW` for a phone."""
    draw = draw_bars if plot.kind is PlotKind.BAR else draw_curves
    return draw(plot, width)


__all__ = [
    "NARROW",
    "WIDE",
    "Axis",
    "Mark",
    "Plot",
    "PlotDrawing",
    "PlotKind",
    "PlotMistake",
    "Series",
    "draw_plot",
    "plot_mistakes",
    "plot_svg",
    "plot_tikz",
]
