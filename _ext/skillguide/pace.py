"""What takes readers their time on a page: what is read in a line, and what is looked at."""

from docutils import nodes

from .model.words import count_words
from .nodes import (
    guide_architecture,
    guide_budget,
    guide_calculation,
    guide_chart,
    guide_question,
    guide_summary,
)

#: What readers look at rather than read; and what has minutes of its own (see `Guide.minutes`).
FIGURES = (nodes.table, guide_architecture, guide_budget, guide_chart, guide_summary)
TIMED = (guide_calculation, guide_question)


def words_in(node: nodes.Node) -> int:
    """The words of a paragraph of running text; 0 for any other node."""
    is_read = isinstance(node, nodes.paragraph) and not is_inside(node)
    return count_words(node.astext()) if is_read else 0


def is_looked_at(node: nodes.Node) -> bool:
    """Whether a node is a figure or a table, and no part of one."""
    return isinstance(node, FIGURES) and not is_inside(node)


def is_inside(node: nodes.Node) -> bool:
    """Whether a node is a part of what is looked at, or of what has minutes of its own."""
    outer: nodes.Node | None = node.parent
    while outer is not None and not isinstance(outer, (*FIGURES, *TIMED)):
        outer = outer.parent
    return outer is not None
