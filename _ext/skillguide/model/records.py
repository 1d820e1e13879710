"""Records: what a guide lists, in kinds that the site declares in its `conf.py`."""

from dataclasses import dataclass
from decimal import Decimal

from .findings import Location
from .items import Item


@dataclass(frozen=True, slots=True)
class Field:
    """An option of a record. `type` names its reader in `parse.FIELD_TYPES`; with `choices` it is
    one of them. `labeled`: its label stands before it under the heading.
    `back`: the label before the records that name another one here, on the one that they name.
    """

    name: str
    label: str
    type: str = "text"
    required: bool = True
    choices: tuple[str, ...] = ()
    labeled: bool = False
    back: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to spend the hours of a unit: on records of a kind, which an option of the unit names.
    `label` is what readers do; `time` is the field that holds how long one takes, in `minutes` or
    `hours`. Without it, the unit says the hours: `loaf 3`.
    """

    option: str
    label: str
    time: str = ""

    def hours(self, record: "Record") -> Decimal:
        """How long a record takes; 0 where its field could not be read."""
        amount = Decimal(record.get(self.time) or 0)
        return amount / 60 if self.time == "minutes" else amount


@dataclass(frozen=True, slots=True)
class Kind:
    """A declared kind. `columns` are the fields that its list shows, after the title; `sentence`:
    it also shows the first sentence of each record. `way`: units spend hours on it. `in_plan`:
    readers tick it in the plan. `supersedes` is the field that names the record whose place one
    takes; `in_force` the choice, a pair (field, value), of those that hold. Without it, all do.
    `question` is the option by which questions name the records that they ask for.
    """

    name: str
    label: str
    fields: tuple[Field, ...] = ()
    columns: tuple[str, ...] = ()
    sentence: bool = False
    way: Way | None = None
    in_plan: bool = False
    supersedes: str = ""
    in_force: tuple[str, str] | None = None
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Item):
    """A record of a declared kind. `fields` are pairs (name, text as readers see it), `choices` the
    same of those with choices, as the author wrote them.
    """

    kind: str  # type: ignore[misc]  # each record names its kind
    fields: tuple[tuple[str, str], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The text of a field, or "" when the author left it out."""
        return dict(self.fields).get(name, "")


@dataclass(frozen=True, slots=True)
class RecordList:
    """A place that lists the records of a kind; those with some `choices`, where it names any."""

    kind: str
    choices: tuple[tuple[str, str], ...]
    location: Location
