"""Tables of docutils nodes."""

from collections.abc import Iterable, Sequence

from docutils import nodes

from ..figures.texts import width
from ..nodes import guide_value

Cell = str | nodes.Node | Sequence[nodes.Node]


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    numbers: Sequence[int] = (),
    total: bool = False,
    classes: Sequence[str] = (),
) -> nodes.table:
    """A table with a head row. `numbers` are columns to align right; `total` marks the last row;
    `classes` has one for each row, or "".
    """
    first = _row(head, numbers)
    others = [_row(row, numbers) for row in rows]
    for row, name in zip(others, classes):
        row["classes"] += [name] if name else []
    columns = zip(*(row.children for row in (first, *others)), strict=True)
    if total:
        others[-1]["classes"].append("guide-total")
    group = nodes.tgroup(
        "",
        *(nodes.colspec(colwidth=_width(column)) for column in columns),
        nodes.thead("", first),
        nodes.tbody("", *others),
        cols=len(head),
    )
    return nodes.table("", group, classes=["guide-table"])


def marked(shown: str | nodes.Node, value: object) -> guide_value:
    """Text or an inline node with the value that scripts read of it."""
    content = nodes.Text(shown) if isinstance(shown, str) else shown
    return guide_value("", "", content, value=str(value))


def _row(cells: Sequence[Cell], numbers: Sequence[int]) -> nodes.row:
    entries = []
    for column, cell in enumerate(cells):
        classes = ["guide-number"] if column in numbers else []
        entries.append(nodes.entry("", *_blocks(cell), classes=classes))
    return nodes.row("", *entries)


def _width(entries: Iterable[nodes.Node]) -> int:
    """The width of a column in Latin letters: its longest text, at most 40."""
    return min(40, max(width(entry.astext()) for entry in entries) + 2)


def _blocks(cell: Cell) -> list[nodes.Node]:
    """Text or inline nodes as a paragraph; blocks as they are."""
    if isinstance(cell, str):
        return [nodes.paragraph("", cell)] if cell else []
    content = [cell] if isinstance(cell, nodes.Node) else list(cell)
    if all(isinstance(node, nodes.Body) and not isinstance(node, nodes.Inline) for node in content):
        return content
    return [nodes.paragraph("", "", *content)]
