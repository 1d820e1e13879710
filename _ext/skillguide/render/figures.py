"""Architecture figures: from components and flows to a picture, its caption and its table; and what
charts share with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.texescape import escape as tex
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from ..checks.architectures import spelled
from ..domain import GuideDomain
from ..figures import (
    Component,
    ComponentKind,
    Drawing,
    Flow,
    draw,
    is_drawable,
    svg,
    swatch,
    tikz,
)
from ..figures.plots import PlotDrawing, plot_svg, plot_tikz
from ..messages import _
from ..model import Architecture
from ..nodes import (
    guide_architecture,
    guide_architecture_part,
    guide_figure,
    guide_figure_caption,
    guide_figure_table,
    guide_picture,
    guide_shapes,
)
from ..output import Output
from ..types.base import Visitors
from .tables import table

#: Pictures up to this width may shrink to a page of text on wide screens: letters stay above 11 px.
SHRINKS_BELOW = 840


class DrawFigures(SphinxPostTransform):
    """Draw each figure after its references are resolved: its description may hold some."""

    default_priority = 20

    def run(self, **kwargs: Any) -> None:
        output = Output(self.app.builder)
        if output.is_for_translators:
            return
        guide = GuideDomain.of(self.env).current
        for node in list(self.document.findall(guide_architecture)):
            item = guide.by_place.get(node["place"])
            if not isinstance(item, Architecture):
                continue
            item = spelled(guide, item)
            caption, *rest = node.children
            words = [part for part in rest if not isinstance(part, guide_architecture_part)]
            flows = guide_figure_table("", flow_table(item.components, item.flows))
            is_drawn = output.has_pictures and is_drawable(item.components, item.flows)
            drawn = picture(node, words, draw(item.components, item.flows)) if is_drawn else None
            below: list[nodes.Node] = [flows]
            if drawn and output.is_interactive:
                below.insert(0, shapes(item.components, item.flows))
            node.replace_self(figure(node, caption.children, words, below, drawn))


def figure(
    node: nodes.Element,
    title: Sequence[nodes.Node],
    words: Sequence[nodes.Node],
    below: Sequence[nodes.Node],
    drawn: guide_picture | None,
) -> guide_figure:
    """A figure in the place of a node: its picture, if it has one, its title, what describes it,
    and what stands below: its table.
    """
    head = nodes.paragraph("", "", nodes.strong("", "", *title))
    text = guide_figure_caption("", head, *words, *below)
    pictures = [drawn] if drawn else []
    return guide_figure("", *pictures, text, ids=node["ids"], classes=["guide-figure"])


def picture(
    node: nodes.Element,
    words: list[nodes.Node],
    drawing: Drawing | PlotDrawing,
    narrow: PlotDrawing | None = None,
) -> guide_picture:
    """The picture of a figure, and the one that a phone has in its place."""
    return guide_picture(
        drawing=drawing,
        narrow=narrow,
        name=node["ids"][0],
        title=node[0].astext(),
        description=" ".join(part.astext() for part in words),
    )


def shapes(components: Sequence[Component], flows: Sequence[Flow]) -> guide_shapes:
    """What the shapes and dashes that a figure has stand for."""
    names: dict[ComponentKind | None, str] = {
        ComponentKind.SERVICE: _("service"),
        ComponentKind.STORE: _("store"),
        ComponentKind.STREAM: _("stream"),
        ComponentKind.MODEL: _("model"),
        ComponentKind.PERSON: _("people"),
        ComponentKind.EXTERNAL: _("outside"),
        ComponentKind.MONITOR: _("monitor"),
        None: _("later"),
    }
    used: set[ComponentKind | None] = {part.kind for part in components}
    used |= {None for flow in flows if flow.is_dashed}
    return guide_shapes(shown=[(kind, name) for kind, name in names.items() if kind in used])


def flow_table(components: Sequence[Component], flows: Sequence[Flow]) -> nodes.table:
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


def visit_picture(self: HTML5Translator, node: guide_picture) -> None:
    """SVG in a region that scrolls, or one that fits and another for a phone; in an EPUB, whose
    pages would have to declare it, an image.
    """
    left, _top, right, _bottom = node["drawing"].extent
    region = {"role": "region", "tabindex": "0", "aria-label": node["title"]}
    shrinks = " guide-shrinks" if right - left <= SHRINKS_BELOW else ""
    if not Output(self.builder).is_interactive:
        self.body.append(self.starttag(node, "div", CLASS="guide-picture"))
        self.body.append(image(self, node))
    elif narrow := node.get("narrow"):
        self.body.append(self.starttag(node, "div", CLASS="guide-picture guide-plot"))
        self.body.append(svg_of(node))
        name = f"{node['name']}--narrow"
        self.body.append(plot_svg(narrow, name, node["title"], node["description"]))
    else:
        self.body.append(self.starttag(node, "div", CLASS=f"guide-picture{shrinks}", **region))
        self.body.append(svg_of(node))
    self.body.append("</div>\n")
    raise nodes.SkipNode


def svg_of(node: guide_picture) -> str:
    """The picture as SVG."""
    drawing: Drawing | PlotDrawing = node["drawing"]
    words = node["name"], node["title"], node["description"]
    if isinstance(drawing, PlotDrawing):
        return plot_svg(drawing, *words)
    return svg(drawing, *words)


def image(self: HTML5Translator, node: guide_picture) -> str:
    """Write the picture beside the page's images, and return the element that shows it."""
    name = f"{node['name']}.svg"
    folder = Path(self.builder.outdir, self.builder.imagedir)
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(svg_of(node), encoding="utf-8")
    text = escape(node["description"] or node["title"])
    return f'<img src="{self.builder.imgpath}/{name}" alt="{text}"/>'


def visit_picture_latex(self: LaTeXTranslator, node: guide_picture) -> None:
    drawing: Drawing | PlotDrawing = node["drawing"]
    drawn = plot_tikz(drawing, tex) if isinstance(drawing, PlotDrawing) else tikz(drawing, tex)
    self.body.append(drawn)
    raise nodes.SkipNode


def add_tikz_library(app: Sphinx, config: Config) -> None:
    """Load what reads SVG paths in LaTeX."""
    preamble = str(config.latex_elements.get("preamble", ""))
    library = "\\usetikzlibrary{svg.path}"
    config.latex_elements = {**config.latex_elements, "preamble": f"{preamble}\n{library}"}


def visit_figure(self: HTML5Translator, node: guide_figure) -> None:
    is_live = node.get("data") and Output(self.builder).is_interactive
    data = {"data-plot": node["data"]} if is_live else {}
    self.body.append(self.starttag(node, "figure", **data))


def depart_figure(self: HTML5Translator, node: guide_figure) -> None:
    self.body.append("</figure>\n")


def visit_caption(self: HTML5Translator, node: guide_figure_caption) -> None:
    self.body.append("<figcaption>")


def depart_caption(self: HTML5Translator, node: guide_figure_caption) -> None:
    self.body.append("</figcaption>\n")


def visit_shapes(self: HTML5Translator, node: guide_shapes) -> None:
    """For those who see the picture; all others have its table."""
    parts = (f"<span>{swatch(kind)} {self.encode(name)}</span>" for kind, name in node["shown"])
    self.body.append(f'<div class="guide-shapes no-search" aria-hidden="true">{" ".join(parts)}')
    self.body.append("</div>\n")
    raise nodes.SkipNode


def visit_table(self: HTML5Translator, node: guide_figure_table) -> None:
    word = self.encode(_("The same as a table"))
    self.body.append(f'<details class="guide-figure-table"><summary>{word}</summary>')


def depart_table(self: HTML5Translator, node: guide_figure_table) -> None:
    self.body.append("</details>\n")


FIGURE_VISITORS: Visitors = {
    guide_figure: (visit_figure, depart_figure),
    guide_figure_caption: (visit_caption, depart_caption),
    guide_figure_table: (visit_table, depart_table),
    guide_shapes: (visit_shapes, None),
}
