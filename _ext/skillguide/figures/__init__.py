"""Figures of components and flows: from two lists to a picture, as SVG or for TikZ. Charts: from
series of values to the same (`plots`).

This package knows nothing of guides, Sphinx or docutils. `draw` places and routes, `mistakes` says
what cannot be drawn.
"""

from .layout import Drawing, draw
from .mistakes import is_drawable, mistakes
from .parts import Component, ComponentKind, Flow
from .svg import svg, swatch
from .tikz import tikz

__all__ = [
    "Component",
    "ComponentKind",
    "Drawing",
    "Flow",
    "draw",
    "is_drawable",
    "mistakes",
    "svg",
    "swatch",
    "tikz",
]
