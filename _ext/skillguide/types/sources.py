"""The Markdown of what was parsed, and what of it is no part of an answer."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeGuard

from docutils import nodes

from ..model.questions import fold


def source_of(content: Sequence[nodes.Node]) -> str:
    """The Markdown of some nodes, as far as they kept it: lines of text may be wrapped anew
    without another source, but every space of code counts.
    """
    return " ".join(filter(None, map(block_source, content)))


def block_source(node: nodes.Node) -> str:
    """The source of one block."""
    if isinstance(node, nodes.literal_block | nodes.math_block):
        return node.astext()
    if isinstance(node, nodes.TextElement):
        return fold(node.rawsource or node.astext())
    if isinstance(node, nodes.image):
        return str(node["uri"])
    return source_of(node.children) or fold(node.astext())


def is_aside(node: nodes.Node) -> bool:
    """Whether a part of an option is no part of what it says: its feedback, or a comment."""
    return isinstance(node, nodes.block_quote | nodes.comment)


def part_fields(entry: nodes.Element) -> dict[str, Any]:
    """What the entry of a list says, as fields of a `model.Part`."""
    parts = [child for child in entry.children if not is_aside(child)]
    return {
        "source": source_of(parts),
        "has_feedback": any(
            isinstance(child, nodes.block_quote) and child.children for child in entry.children
        ),
        "line": entry.line or 1,
    }


def without_comments(content: Iterable[nodes.Node]) -> list[nodes.Node]:
    """The content without comments; a list that a comment interrupts is one list."""
    content = list(content)
    for inner in [inner for node in content for inner in node.findall(nodes.comment)]:
        if inner not in content:
            inner.parent.remove(inner)
    kept: list[nodes.Node] = []
    is_interrupted = False
    for node in content:
        last = kept[-1] if kept else None
        if isinstance(node, nodes.comment):
            is_interrupted = True
            continue
        if is_interrupted and isinstance(last, nodes.bullet_list) and is_bullets(node):
            last += node.children
        else:
            kept.append(node)
        is_interrupted = False
    return kept


def is_bullets(node: nodes.Node) -> TypeGuard[nodes.bullet_list]:
    """Whether a node is a list with bullets."""
    return isinstance(node, nodes.bullet_list)
