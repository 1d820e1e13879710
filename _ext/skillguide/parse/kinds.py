"""The kinds of records of a site, from the plain data of its `conf.py`."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, TypeVar

from ..model import Field, Kind, Way
from .values import FIELD_TYPES, identifier

T = TypeVar("T")
KIND = (
    "label",
    "fields",
    "columns",
    "sentence",
    "unit",
    "in_plan",
    "supersedes",
    "in_force",
    "question",
)
FIELD = ("label", "type", "required", "choices", "labeled", "back")
UNIT_OPTIONS = ("title", "hours", "phase", "reads", "needs")
#: The fields that say how long a record takes, with their types.
TIMES = {"minutes": "count", "hours": "hours"}


def read_kinds(value: object) -> tuple[Kind, ...]:
    """The kinds in a dictionary by name; ValueError with a sentence says what is wrong.

    A kind has `label`, and may have `fields` (by name: `label`, `type`, `required`, `choices`),
    `columns`, `sentence`, `unit` (`option`, `label`, `time`), `in_plan`, `supersedes`,
    `in_force` and `question`; a field may also be `labeled` and have `back`.
    """
    if isinstance(value, tuple) and all(isinstance(kind, Kind) for kind in value):
        return value  # read already: an environment keeps what was set
    if not isinstance(value, Mapping):
        raise ValueError(f"expected a dictionary of kinds by name, got {value!r}")
    return tuple(read_kind(name, entry) for name, entry in value.items())


def read_kind(name: str, entry: Mapping[str, Any]) -> Kind:
    """One kind."""
    place = f"kind '{identifier(name)}'"
    data = dict(checked(entry, place, *KIND))
    found = tuple(read_field(place, *pair) for pair in data.pop("fields", {}).items())
    names = [field.name for field in found]
    columns = tuple(data.pop("columns", ()))
    for column in columns:
        if column not in names:
            raise ValueError(f"{place} has no field {column!r}{close(column, names)}")
    way = read_way(place, data.pop("unit"), found) if "unit" in data else None
    check_field(place, data.get("supersedes", ""), found)
    in_force = read_in_force(place, data.pop("in_force"), found) if "in_force" in data else None
    if "question" in data:
        identifier(data["question"])
    return build(
        Kind, place, name=name, fields=found, columns=columns, way=way, in_force=in_force, **data
    )


def check_field(kind: str, name: str, known: tuple[Field, ...]) -> None:
    """The field that names a superseded record is one of the type that names records."""
    if name and name not in [field.name for field in known if field.type == "record"]:
        raise ValueError(f"{kind}: `supersedes` is a field of the type record, got {name!r}")


def read_in_force(kind: str, entry: Mapping[str, Any], known: tuple[Field, ...]) -> tuple[str, str]:
    """The choice that says of a record that it holds, from `{"status": "in force"}`."""
    pairs = list(entry.items()) if isinstance(entry, Mapping) else []
    choices = {field.name: field.choices for field in known}
    if len(pairs) != 1 or pairs[0][1] not in choices.get(pairs[0][0], ()):
        raise ValueError(f"{kind}: `in_force` is one field and one of its choices, got {entry!r}")
    return pairs[0]


def read_field(kind: str, name: str, entry: Mapping[str, Any]) -> Field:
    """One field of a kind."""
    place = f"{kind}, field '{identifier(name)}'"
    if name == "title":
        raise ValueError(f"{place}: every record has a title; choose another name")
    data = dict(checked(entry, place, *FIELD))
    if name == "filter" and data.get("choices"):
        raise ValueError(f"{place}: `records` has an option `:filter:` of its own")
    if (type := data.get("type", "text")) not in FIELD_TYPES:
        raise ValueError(f"{place}: expected a type of {', '.join(FIELD_TYPES)}, got {type!r}")
    if data.get("back") and type != "record":
        raise ValueError(f"{place}: `back` is for a field of the type record, got {type!r}")
    return build(Field, place, name=name, choices=tuple(data.pop("choices", ())), **data)


def read_way(kind: str, entry: Mapping[str, Any], known: tuple[Field, ...]) -> Way:
    """How units spend hours on a kind."""
    place = f"{kind}, unit"
    data = dict(checked(entry, place, "option", "label", "time"))
    if time := data.get("time", ""):
        types = {field.name: field.type for field in known}
        if time not in TIMES or TIMES[time] != types.get(time):
            raise ValueError(
                f"{place}: `time` is a field `minutes` of the type count, or `hours` of the type "
                f"hours, got {time!r}"
            )
    if data.get("option") in UNIT_OPTIONS:
        raise ValueError(f"{place}: units have an option `:{data['option']}:` of their own")
    return build(Way, place, **data)


def checked(entry: Mapping[str, Any], place: str, *known: str) -> Mapping[str, Any]:
    """A dictionary whose keys are all known."""
    if not isinstance(entry, Mapping):
        raise ValueError(f"{place}: expected a dictionary, got {entry!r}")
    for key in entry:
        if key not in known:
            raise ValueError(f"{place}: unknown key {key!r}{close(key, known)}")
    return entry


def build(cls: Callable[..., T], place: str, **data: Any) -> T:
    """An object of these values, all of which it needs that have no default."""
    needed = [field.name for field in fields(cls)][:2]  # type: ignore[arg-type]
    for name in needed:
        if not data.get(name):
            raise ValueError(f"{place} needs `{name}`")
    return cls(**data)


def close(word: str, known: list[str] | tuple[str, ...]) -> str:
    """What was probably meant."""
    found = get_close_matches(str(word), known, n=1)
    return f"; did you mean {found[0]!r}?" if found else ""
