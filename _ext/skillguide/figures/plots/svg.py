"""A chart as SVG. Its attributes draw it where no style sheet is read, in one color."""

from ..svg import frame, svg_text
from .shapes import DASHES, MOST_SERIES, Label, PlotDrawing, Role, Shape

ATTRIBUTES = {
    Role.BAND: 'fill="currentColor" fill-opacity="0.1" stroke="none"',
    Role.GRID: 'stroke-width="1" stroke-opacity="0.25"',
    Role.AXIS: 'stroke-width="1"',
    Role.LIMIT: 'stroke-width="1.5"',
    Role.BAR: 'stroke-width="1"',
    Role.HATCH: 'stroke-width="1"',
    Role.LINE: 'stroke-width="2" stroke-linejoin="round"',
    Role.LEADER: 'stroke-width="1" stroke-opacity="0.5"',
    Role.MARKER: 'fill="currentColor" stroke="none"',
}


def plot_svg(drawing: PlotDrawing, name: str, title: str, description: str) -> str:
    """The picture. `name` begins its ids."""
    parts = [
        *map(svg_shape, drawing.shapes),
        '<g class="guide-labels">',
        *map(svg_label, drawing.labels),
        "</g>",
    ]
    return frame(drawing.extent, name, title, description, parts)


def svg_shape(shape: Shape) -> str:
    """A shape. Its class and the number of its series decide how it looks on a page."""
    look = ATTRIBUTES[shape.role]
    series = f' data-series="{shape.series}"' if shape.series else ""
    if shape.role is Role.LINE and (dash := dash_of(shape)):
        look += f' stroke-dasharray="{dash}"'
    if shape.role is Role.BAR and is_solid(shape):
        look += ' fill="currentColor"'
    return f'<path class="guide-plot-{shape.role}"{series} {look} d="{shape.path}"/>'


def svg_label(label: Label) -> str:
    """A text."""
    return svg_text(label.text, f' class="guide-plot-{label.role}-text"')


def dash_of(shape: Shape) -> str:
    """The dashes of the line of a series; "" of one without any."""
    return DASHES[(shape.series - 1) % MOST_SERIES]


def is_solid(shape: Shape) -> bool:
    """Whether the bars of a series are filled: those of the first are."""
    return shape.series % MOST_SERIES == 1
