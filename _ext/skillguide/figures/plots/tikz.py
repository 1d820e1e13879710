"""A chart for TikZ, in shades of gray: also a printed page tells its series apart."""

from collections.abc import Callable

from ..tikz import path, picture, texts
from .shapes import PlotDrawing, Role, Shape
from .svg import dash_of, is_solid

STYLES = {
    Role.BAND: "fill=black!10",
    Role.GRID: "draw=black!20,line width=0.4pt",
    Role.AXIS: "draw=black!60,line width=0.6pt",
    Role.LIMIT: "draw,line width=0.8pt",
    Role.BAR: "draw,fill=white,line width=0.6pt",
    Role.HATCH: "draw,line width=0.4pt",
    Role.LINE: "draw,line width=1.2pt",
    Role.LEADER: "draw=black!50,line width=0.4pt",
    Role.MARKER: "fill",
}
#: Texts that may stand on lines.
OUTLINED = (Role.LIMIT, Role.BAND, Role.VALUE)
PIXEL = 0.75  # in points


def plot_tikz(drawing: PlotDrawing, escape: Callable[[str], str]) -> str:
    """The picture, at most as wide as the text; `escape` makes LaTeX of a text."""
    parts = [path(shape.path, style(shape)) for shape in drawing.shapes]
    for label in drawing.labels:
        ground = "fill=white," if label.role in OUTLINED else ""
        parts.append(texts(label.text, escape, ground))
    return picture(parts)


def style(shape: Shape) -> str:
    """How a shape is drawn."""
    if shape.role is Role.BAR and is_solid(shape):
        return STYLES[Role.BAR].replace("white", "black!65")
    if shape.role is Role.LINE and (dash := dash_of(shape)):
        lengths = [f"{float(size) * PIXEL:g}pt" for size in dash.split()]
        words = [f"{'off' if index % 2 else 'on'} {size}" for index, size in enumerate(lengths)]
        return f"{STYLES[Role.LINE]},dash pattern={' '.join(words)}"
    return STYLES[shape.role]
