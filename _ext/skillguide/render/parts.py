"""What summaries are made of."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..messages import _
from ..model import Guide, Item
from ..model.numbers import plain
from .tables import Cell, table

#: The class of a row that begins a phase.
GROUP = "guide-group"


def link(item: Item, text: str = "") -> pending_xref:
    """A reference to an item that shows its title, or a text; resolved for the page on which it
    stands.
    """
    found = reference("guide", item.kind, item.id, nodes.inline("", text or item.label))
    found["refexplicit"] = bool(text)
    return found


def reference(domain: str, type: str, target: str, shown: nodes.inline) -> pending_xref:
    """A reference without words of its own, resolved for the page on which it stands."""
    return pending_xref(
        "",
        shown,
        refdomain=domain,
        reftype=type,
        reftarget=target,
        refexplicit=False,
        refwarn=False,
    )


def sentence(guide: Guide, item: Item) -> nodes.inline:
    """The first sentence of an item, in whose place its markup is put."""
    text = guide.spell(item.sentence)
    return nodes.inline(text, text, sentence=item.key)


def filled(
    head: Sequence[str], rows: Sequence[Sequence[Cell]], *, numbers: Sequence[int] = ()
) -> list[nodes.Node]:
    """A table, or nothing where it would be a head alone."""
    return [table(head, rows, numbers=numbers)] if rows else []


def hours_cell(hours: Decimal | None) -> str:
    """Hours as a cell; empty where they are unreadable."""
    return "" if hours is None else plain(Decimal(hours))


def weight_cell(weight: Decimal | None) -> str:
    """A weight as a cell; empty where it is unreadable."""
    return "" if weight is None else f"{plain(weight)}%"


def commas(content: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Inline nodes with commas between them."""
    parts: list[nodes.Node] = []
    for node in content:
        parts += [nodes.Text(", "), node] if parts else [node]
    return parts or [nodes.Text("")]


def alternatives(parts: Iterable[str]) -> str:
    """`48, 24 or 12`."""
    *first, last = parts
    if not first:
        return last
    return _("%(first)s or %(last)s") % {"first": ", ".join(first), "last": last}
