"""Records that take the place of others."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from ..model import Finding, Guide, Kind, Location, Record, Rule


@dataclass(frozen=True)
class Succession:
    """The records of a kind by id, and by the id of the one that they supersede."""

    guide: Guide
    kind: Kind
    by_id: dict[str, Record]
    later: dict[str, list[Record]]

    @classmethod
    def of(cls, guide: Guide, kind: Kind) -> "Succession":
        """The succession in a kind."""
        by_id = {record.id: record for record in guide.every(Record) if record.kind == kind.name}
        later: defaultdict[str, list[Record]] = defaultdict(list)
        for record in by_id.values():
            later[record.get(kind.supersedes)].append(record)
        return cls(guide, kind, by_id, later)

    def is_in_force(self, record: Record) -> bool:
        """Whether a record holds by its own words."""
        return self.kind.in_force is None or self.kind.in_force in record.choices

    def after(self, id: str) -> list[Record]:
        """The records that superseded one, and those that superseded them, each once."""
        found: dict[str, Record] = {}
        queue = [*self.later.get(id, ())]
        for record in queue:
            if record.id not in found:
                found[record.id] = record
                queue += self.later.get(record.id, ())
        return list(found.values())

    def in_force_after(self, id: str) -> Record | None:
        """The newest of those that hold."""
        return next(filter(self.is_in_force, reversed(self.after(id))), None)

    def place(self, record: Record) -> Location:
        """Where a record names the one that it supersedes."""
        named = (self.kind.name, record.get(self.kind.supersedes), record.key)
        found = (at for at in self.guide.references if (at.kind, at.id, at.within) == named)
        return next((reference.location for reference in found), record.location)


def check_superseded(guide: Guide) -> Iterator[Finding]:
    """What another record in force supersedes is cited by that record alone, and no circle is made.
    Of a circle, the first record is reported, and nothing else.
    """
    for kind in filter(attrgetter("supersedes"), guide.kinds):
        succession = Succession.of(guide, kind)
        records = succession.by_id.values()
        first = next((found for found in records if found in succession.after(found.id)), None)
        if first:
            place = succession.place(first)
            yield Finding(Rule.SUPERSEDED, place, going_round(succession, first))
        else:
            yield from still_in_force(succession)
            yield from cited(succession)


def going_round(succession: Succession, first: Record) -> str:
    """The message for records that supersede each other."""
    ids, record = [first.id], first
    while (id := record.get(succession.kind.supersedes)) not in ids:
        ids.append(id)
        record = succession.by_id[id]
    way = ", which supersedes ".join(f"'{id}'" for id in [*ids[1:], id])
    return f"{first.kind} '{first.id}' supersedes {way}: name one that came before it"


def still_in_force(succession: Succession) -> Iterator[Finding]:
    """Records that say of themselves that they hold, although another one took their place."""
    for record in succession.by_id.values() if succession.kind.in_force else ():
        newer = succession.in_force_after(record.id)
        if newer and succession.is_in_force(record):
            field, value = succession.kind.in_force or ("", "")
            yield Finding(
                Rule.SUPERSEDED,
                record.location,
                f"{record.kind} '{record.id}' has `:{field}: {value}`, but '{newer.id}' at "
                f"{newer.location} supersedes it and has so, too; change one of the two",
            )


def cited(succession: Succession) -> Iterator[Finding]:
    """References to a record that no longer holds, but for those of its successors and its own."""
    for reference in succession.guide.references:
        if reference.kind != succession.kind.name or reference.id not in succession.by_id:
            continue
        newer = succession.in_force_after(reference.id)
        later = {record.key for record in succession.after(reference.id)}
        own = {f"{reference.kind}:{reference.id}", *later}
        if newer and reference.within not in own:
            yield Finding(
                Rule.SUPERSEDED,
                reference.location,
                f"{reference.kind} '{reference.id}' is superseded: '{newer.id}' at "
                f"{newer.location} is in force; name that one",
            )
