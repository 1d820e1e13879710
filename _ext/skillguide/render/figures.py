"""Architecture figures: from components and flows to a picture, its caption and its table."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.texescape import escape as tex
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from ..checks.architectures import is_drawable
from ..messages import _
from ..model import Component, ComponentKind, Flow
from ..nodes import (
    architecture,
    architecture_figure,
    architecture_part,
    architecture_picture,
    figure_caption,
    figure_table,
)
from .html import Visitors
from .layout import BOX_HEIGHT, BOX_WIDTH, Box, Drawing, Line, Text, draw
from .tables import table

#: Pictures up to this width may shrink to a page of text on wide screens: letters stay above 11 px.
SHRINKS_BELOW = 800


class DrawFigures(SphinxPostTransform):
    """Draw each figure after its references are resolved: labels may hold figures of the guide."""

    default_priority = 20

    def run(self, **kwargs: Any) -> None:
        if self.app.builder.name == "gettext":
            return
        for node in list(self.document.findall(architecture)):
            caption, *rest = node.children
            texts = [part.astext() for part in rest if isinstance(part, architecture_part)]
            parts: list[Component | Flow] = [*node["components"], *node["flows"]]
            named = [replace(part, label=text) for part, text in zip(parts, texts, strict=True)]
            components = [part for part in named if isinstance(part, Component)]
            flows = [part for part in named if isinstance(part, Flow)]
            words = [part for part in rest if not isinstance(part, architecture_part)]
            title = nodes.paragraph("", "", nodes.strong("", "", *caption.children))
            figure = architecture_figure(
                "",
                figure_caption("", title, *words, figure_table("", flow_table(components, flows))),
                ids=node["ids"],
                classes=["guide-figure"],
            )
            if self.app.builder.format in ("html", "latex") and is_drawable(components, flows):
                figure.insert(0, picture(node, draw(components, flows), words))
            node.replace_self(figure)


def picture(node: architecture, drawing: Drawing, words: list[nodes.Node]) -> architecture_picture:
    """The picture of a figure."""
    return architecture_picture(
        drawing=drawing,
        name=node["ids"][0],
        title=node[0].astext(),
        description=" ".join(part.astext() for part in words),
    )


def flow_table(components: list[Component], flows: list[Flow]) -> nodes.table:
    """From, to, what: the same data as the picture; what has no flow stands alone."""
    names = {part.id: part.label for part in components}
    connected = {id for flow in flows for id in (flow.source, flow.target)}
    alone = [(part.label, "", "") for part in components if part.id not in connected]
    rows = [
        (names.get(flow.source, flow.source), names.get(flow.target, flow.target), what(flow))
        for flow in flows
    ]
    return table((_("From"), _("To"), _("What")), [*rows, *alone])


def what(flow: Flow) -> str:
    """The label of a flow; a dashed one says in words that it comes later."""
    if not flow.is_dashed:
        return flow.label
    return f"{flow.label} ({_('later')})" if flow.label else _("later")


def outline(box: Box) -> tuple[str, str]:
    """The shape of a component and the lines inside it, as SVG paths.

    Curves are Béziers: TikZ, which reads the same paths, turns elliptical arcs over.
    """
    x, y, w, h = box.x, box.y, BOX_WIDTH, BOX_HEIGHT
    match box.component.kind:
        case ComponentKind.STORE:
            shape = f"M{x},{y + 6}c0,-8 {w},-8 {w},0v{h - 12}c0,8 {-w},8 {-w},0z"
            return shape, f"M{x},{y + 6}c0,8 {w},8 {w},0"
        case ComponentKind.STREAM:
            shape = f"M{x + 8},{y}h{w - 16}c11,0 11,{h} 0,{h}h{16 - w}c-11,0 -11,{-h} 0,{-h}z"
            return shape, f"M{x + w - 8},{y}c-11,0 -11,{h} 0,{h}"
        case ComponentKind.MODEL:
            cut = f"M{x + 12},{y}h{w - 24}l12,12v{h - 24}l-12,12h{24 - w}l-12,-12v{24 - h}z"
            return cut, ""
        case ComponentKind.MONITOR:
            return f"M{x},{y}h{w}v{h}h{-w}z", f"M{x},{y + 6}h{w}M{x},{y + h - 6}h{w}"
        case ComponentKind.PERSON:
            shape = f"M{x + 30},{y}h{w - 60}c40,0 40,{h} 0,{h}h{60 - w}c-40,0 -40,{-h} 0,{-h}z"
            return shape, ""
        case _:
            side, edge = w - 12, h - 12
            shape = f"M{x + 6},{y}h{side}q6,0 6,6v{edge}q0,6 -6,6h{-side}q-6,0 -6,-6v{-edge}"
            return f"{shape}q0,-6 6,-6z", ""


def head(line: Line) -> str:
    """The arrowhead of a flow as an SVG path."""
    (x0, y0), (x, y) = line.points[-2:]
    dx, dy = (x > x0) - (x < x0), (y > y0) - (y < y0)
    a, b = x - 8 * dx, y - 8 * dy
    return f"M{x},{y}L{a - 4 * dy},{b - 4 * dx}L{a + 4 * dy},{b + 4 * dx}z"


def way(line: Line) -> str:
    """The way of a flow as an SVG path with rounded corners; it ends inside the arrowhead."""
    points = line.points
    (x0, y0), (x, y) = points[-2:]
    end = x - 6 * ((x > x0) - (x < x0)), y - 6 * ((y > y0) - (y < y0))
    path = f"M{points[0][0]},{points[0][1]}"
    for (ax, ay), (bx, by), (cx, cy) in zip(points, points[1:], points[2:], strict=False):
        r = min(6, (abs(bx - ax) + abs(by - ay)) / 2, (abs(cx - bx) + abs(cy - by)) / 2)
        before = bx - r * ((bx > ax) - (bx < ax)), by - r * ((by > ay) - (by < ay))
        after = bx + r * ((cx > bx) - (cx < bx)), by + r * ((cy > by) - (cy < by))
        path += f"L{before[0]},{before[1]}Q{bx},{by} {after[0]},{after[1]}"
    return f"{path}L{end[0]},{end[1]}"


def visit_picture(self: HTML5Translator, node: architecture_picture) -> None:
    """SVG in a region that scrolls. Its attributes draw it where no style sheet is read."""
    drawing, name = node["drawing"], node["name"]
    left, top, right, bottom = drawing.extent
    width, height = right - left, bottom - top
    region = {"role": "region", "tabindex": "0", "aria-label": node["title"]}
    shrinks = " guide-shrinks" if width <= SHRINKS_BELOW else ""
    self.body.append(self.starttag(node, "div", CLASS=f"guide-picture{shrinks}", **region))
    self.body.append(
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{left:g} {top:g} {width:g} '
        f'{height:g}" width="{width:g}" height="{height:g}" fill="none" stroke="currentColor" '
        f'stroke-width="1.5" font-size="12" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-description"><title id="{name}-title">'
        f'{escape(node["title"])}</title><desc id="{name}-description">'
        f"{escape(node['description'])}</desc>"
    )
    for line in drawing.lines:
        dashed = ' stroke-dasharray="5 4"' if line.flow.is_dashed else ""
        self.body.append(
            f'<path class="guide-flow"{dashed} d="{way(line)}"/>'
            f'<path class="guide-head" fill="currentColor" stroke="none" d="{head(line)}"/>'
        )
    for box in drawing.boxes:
        shape, inside = outline(box)
        dashed = ' stroke-dasharray="5 4"' if box.component.kind is ComponentKind.EXTERNAL else ""
        self.body.append(
            f'<g class="guide-component" data-kind="{box.component.kind}">'
            f'<path class="guide-shape"{dashed} d="{shape}"/>'
            + (f'<path d="{inside}"/>' if inside else "")
            + svg_text(box.text)
            + "</g>"
        )
    labels = [svg_text(line.text) for line in drawing.lines if line.text]
    self.body += ['<g class="guide-labels">', *labels, "</g>"]
    self.body.append("</svg></div>\n")
    raise nodes.SkipNode


def svg_text(text: Text) -> str:
    """Lines of text; each is placed by the middle of its letters."""
    return "".join(
        f'<text x="{text.x:g}" y="{text.y + index * 15 + 4:g}" text-anchor="{text.anchor}" '
        f'fill="currentColor" stroke="none">{escape(line)}</text>'
        for index, line in enumerate(text.lines)
    )


def visit_picture_latex(self: LaTeXTranslator, node: architecture_picture) -> None:
    """The same paths for TikZ, at most as wide as the text."""
    drawing = node["drawing"]
    dash = "dash pattern=on 3.5pt off 3pt,"
    self.body.append(
        "\n\\begin{center}\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}"
        "{\\begin{tikzpicture}[x=0.75pt,y=-0.75pt,line width=0.8pt,font=\\footnotesize]\n"
    )
    for line in drawing.lines:
        style = dash if line.flow.is_dashed else ""
        self.body.append(tikz_path(way(line), style + "draw") + tikz_path(head(line), "fill"))
    for box in drawing.boxes:
        shape, inside = outline(box)
        style = dash if box.component.kind is ComponentKind.EXTERNAL else ""
        self.body.append(tikz_path(shape, style + "draw,fill=white"))
        self.body.append(tikz_path(inside, "draw") if inside else "")
        self.body.append(tikz_text(box.text))
    self.body += [tikz_text(line.text) for line in drawing.lines if line.text]
    self.body.append("\\end{tikzpicture}}\\end{center}\n")
    raise nodes.SkipNode


def add_tikz_library(app: Sphinx, config: Config) -> None:
    """Load what reads SVG paths in LaTeX."""
    preamble = str(config.latex_elements.get("preamble", ""))
    library = "\\usetikzlibrary{svg.path}"
    config.latex_elements = {**config.latex_elements, "preamble": f"{preamble}\n{library}"}


def tikz_path(path: str, style: str) -> str:
    """A path in SVG's syntax, in units of the picture; y grows downwards."""
    return f"\\path[{style}] [scale=0.75,yscale=-1] svg {{{path}}};\n"


def tikz_text(text: Text) -> str:
    """Lines of text, one node each."""
    anchor = {"start": "west", "middle": "center", "end": "east"}[text.anchor]
    return "".join(
        f"\\node[anchor={anchor},inner sep=0pt] at ({text.x:g},{text.y + index * 15:g}) "
        f"{{{tex(line)}}};\n"
        for index, line in enumerate(text.lines)
    )


def visit_figure(self: HTML5Translator, node: architecture_figure) -> None:
    self.body.append(self.starttag(node, "figure"))


def depart_figure(self: HTML5Translator, node: architecture_figure) -> None:
    self.body.append("</figure>\n")


def visit_caption(self: HTML5Translator, node: figure_caption) -> None:
    self.body.append("<figcaption>")


def depart_caption(self: HTML5Translator, node: figure_caption) -> None:
    self.body.append("</figcaption>\n")


def visit_table(self: HTML5Translator, node: figure_table) -> None:
    word = self.encode(_("The same as a table"))
    self.body.append(f'<details class="guide-figure-table"><summary>{word}</summary>')


def depart_table(self: HTML5Translator, node: figure_table) -> None:
    self.body.append("</details>\n")


FIGURE_VISITORS: Visitors = {
    architecture_figure: (visit_figure, depart_figure),
    figure_caption: (visit_caption, depart_caption),
    figure_table: (visit_table, depart_table),
}
