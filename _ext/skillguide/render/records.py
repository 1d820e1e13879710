"""A list of records of a kind."""

from collections.abc import Sequence

from docutils import nodes

from ..messages import _
from ..model import Guide, Item, Kind, Record
from ..nodes import guide_back
from .parts import commas, filled, link, sentence
from .tables import Cell, marked


def record_list(guide: Guide, kind: Kind, choices: Sequence[tuple[str, str]]) -> list[nodes.Node]:
    """The records of a kind that have some choices, with the columns that it declares."""
    labels = {field.name: field.label for field in kind.fields}
    head = [_(kind.label), *(_(labels[name]) for name in kind.columns)]
    head += [_("In one sentence")] if kind.sentence else []
    rows = [row_of(guide, kind, record) for record in guide.records(kind.name, choices)]
    hours = [1 + kind.columns.index("hours")] if "hours" in kind.columns else []
    return filled(head, rows, numbers=hours)


def row_of(guide: Guide, kind: Kind, record: Record) -> list[Cell]:
    """A record's cells: its title, the columns of its kind, and its sentence. Levels and sub-skills
    are marked with their rank: a filter offers them in the order of the guide.
    """
    types = {field.name: field.type for field in kind.fields}
    cells: list[Cell] = [link(record)]
    for name in kind.columns:
        text = record.get(name)
        if types[name] in ("level", "sub-skills"):
            ranks: list[Item] = [*(guide.levels if types[name] == "level" else guide.sub_skills)]
            ids = [id.strip() for id in text.split(",")]
            found = [item for id in ids for item in ranks if item.id == id]
            cells.append(commas([marked(link(item), ranks.index(item)) for item in found]))
        elif types[name] == "record" and (other := guide.by_key.get(f"{kind.name}:{text}")):
            cells.append(link(other))
        elif types[name] == "month":
            cells.append(nodes.inline(text, text, classes=["guide-month"]))
        else:
            cells.append(guide.spell(text))
    return [*cells, sentence(guide, record)] if kind.sentence else cells


def naming(guide: Guide, place: guide_back) -> list[nodes.Node]:
    """The fact that other records name one: a label, and their titles; nothing without any."""
    found = guide.naming(place["kind"], place["field"], place["record"])
    if not found:
        return []
    before = " · " if place.parent.index(place) else ""
    return [nodes.Text(f"{before}{place['label']}: "), *commas([link(record) for record in found])]
