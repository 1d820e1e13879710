"""Records: what a guide lists, in kinds that the site declares in its `conf.py`."""

from dataclasses import dataclass
from decimal import Decimal

from .items import Item


@dataclass(frozen=True, slots=True)
class Field:
    """An option of a record. `type` names its reader in `parse.FIELD_TYPES`; with `choices` it is
    one of them.
    """

    name: str
    label: str
    type: str = "text"
    required: bool = True
    choices: tuple[str, ...] = ()


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
    readers tick it in the plan.
    """

    name: str
    label: str
    fields: tuple[Field, ...] = ()
    columns: tuple[str, ...] = ()
    sentence: bool = False
    way: Way | None = None
    in_plan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Item):
    """A record of a declared kind. `fields` are pairs (name, text as the author wrote it)."""

    kind: str  # type: ignore[misc]  # each record names its kind
    fields: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The text of a field, or "" when the author left it out."""
        return dict(self.fields).get(name, "")
