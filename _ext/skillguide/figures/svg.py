"""A figure as SVG. The paths serve TikZ too, which reads the same syntax."""

from collections.abc import Iterable
from html import escape

from .layout import BOX_HEIGHT, BOX_WIDTH, LINE, Box, Drawing, Extent, Line, Text
from .parts import Component, ComponentKind, Flow


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


def svg(drawing: Drawing, name: str, title: str, description: str) -> str:
    """The picture; its attributes draw it where no style sheet is read. `name` begins its ids."""
    parts = [
        *map(svg_line, drawing.lines),
        *map(svg_box, drawing.boxes),
        '<g class="guide-labels">',
        *(svg_text(line.text) for line in drawing.lines if line.text),
        "</g>",
    ]
    return frame(drawing.extent, name, title, description, parts)


def frame(extent: Extent, name: str, title: str, description: str, parts: Iterable[str]) -> str:
    """A picture with its name and its description. `name` begins its ids."""
    left, top, right, bottom = extent
    width, height = right - left, bottom - top
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{left:g} {top:g} {width:g} '
        f'{height:g}" width="{width:g}" height="{height:g}" fill="none" stroke="currentColor" '
        f'stroke-width="1.5" font-size="12" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-description"><title id="{name}-title">'
        f'{escape(title)}</title><desc id="{name}-description">'
        f"{escape(description)}</desc>{''.join(parts)}</svg>"
    )


def svg_line(line: Line) -> str:
    """A flow and its head."""
    dashed = ' stroke-dasharray="5 4"' if line.flow.is_dashed else ""
    return (
        f'<path class="guide-flow"{dashed} d="{way(line)}"/>'
        f'<path class="guide-head" fill="currentColor" stroke="none" d="{head(line)}"/>'
    )


def svg_box(box: Box) -> str:
    """A component with its label."""
    shape, inside = outline(box)
    dashed = ' stroke-dasharray="5 4"' if box.component.kind is ComponentKind.EXTERNAL else ""
    lines = f'<path d="{inside}"/>' if inside else ""
    return (
        f'<g class="guide-component" data-kind="{box.component.kind}">'
        f'<path class="guide-shape"{dashed} d="{shape}"/>{lines}{svg_text(box.text)}</g>'
    )


def swatch(kind: ComponentKind | None) -> str:
    """The shape of a kind, a third as large as in a figure; of None, a flow that comes later."""
    if kind:
        shown = svg_box(Box(Component("", 0, 0, kind), 0, 0, Text((), 0, 0)))
    else:
        shown = svg_line(Line(Flow("", "", is_dashed=True), [(0, 30), (BOX_WIDTH, 30)]))
    shown = shown.replace('"5 4"', '"15 12"')  # as wide as they are thick
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 {BOX_WIDTH + 6} {BOX_HEIGHT + 6}" '
        f'width="33" height="20" fill="none" stroke="currentColor" stroke-width="4">{shown}</svg>'
    )


def svg_text(text: Text, attributes: str = "") -> str:
    """Lines of text; each is placed by the middle of its letters."""
    return "".join(
        f'<text{attributes} x="{text.x:g}" y="{text.y + index * LINE + 4:g}" '
        f'text-anchor="{text.anchor}" fill="currentColor" stroke="none">{escape(line)}</text>'
        for index, line in enumerate(text.lines)
    )
