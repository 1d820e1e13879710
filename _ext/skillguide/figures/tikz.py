"""A figure for TikZ, which reads the paths of SVG."""

from collections.abc import Callable, Iterable

from .layout import LINE, Drawing, Text
from .parts import ComponentKind
from .svg import head, outline, way

DASHED = "dash pattern=on 3.5pt off 3pt,"


def tikz(drawing: Drawing, escape: Callable[[str], str]) -> str:
    """The picture, at most as wide as the text; `escape` makes LaTeX of a text."""
    parts = []
    for line in drawing.lines:
        style = DASHED if line.flow.is_dashed else ""
        parts += [path(way(line), style + "draw"), path(head(line), "fill")]
    for box in drawing.boxes:
        shape, inside = outline(box)
        style = DASHED if box.component.kind is ComponentKind.EXTERNAL else ""
        parts.append(path(shape, style + "draw,fill=white"))
        parts.append(path(inside, "draw") if inside else "")
        parts.append(texts(box.text, escape))
    parts += [texts(line.text, escape) for line in drawing.lines if line.text]
    return picture(parts)


def picture(parts: Iterable[str]) -> str:
    """What is drawn, at most as wide as the text; lengths are in pixels, from the top left."""
    return (
        "\n\\begin{center}\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}"
        "{\\begin{tikzpicture}[x=0.75pt,y=-0.75pt,line width=0.8pt,font=\\footnotesize]\n"
        f"{''.join(parts)}\\end{{tikzpicture}}}}\\end{{center}}\n"
    )


def path(d: str, style: str) -> str:
    """A path in SVG's syntax, in units of the picture; y grows downwards."""
    return f"\\path[{style}] [scale=0.75,yscale=-1] svg {{{d}}};\n"


def texts(text: Text, escape: Callable[[str], str], style: str = "") -> str:
    """Lines of text, one node each."""
    anchor = {"start": "west", "middle": "center", "end": "east"}[text.anchor]
    return "".join(
        f"\\node[{style}anchor={anchor},inner sep=0pt] at ({text.x:g},{text.y + index * LINE:g}) "
        f"{{{escape(line)}}};\n"
        for index, line in enumerate(text.lines)
    )
