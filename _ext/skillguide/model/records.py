"""Kinds of records that a guide lists: declared here, not coded.

A new kind is one more `Kind` in `KINDS`: it gets a directive, a role, search, and a list.
"""

from dataclasses import dataclass

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
class Kind:
    """A declared kind. `columns` are the fields that its list shows, after the title.

    `sentence`: the list also shows the first sentence of each record.
    """

    name: str
    label: str
    fields: tuple[Field, ...] = ()
    columns: tuple[str, ...] = ()
    sentence: bool = False


LEVEL = Field("level", "Level", "level")
SUB_SKILLS = Field("sub-skill", "Sub-skills", "sub-skills")
STACK = Field("stack", "Stack")
URL = Field("url", "Address", "url")
FORMAT = Field("format", "Format")
COST = Field("cost", "Cost", choices=("free", "paid"))
HOURS = Field("hours", "Hours", "hours")
CHECKED = Field("checked", "Checked", "month")
MINUTES = Field("minutes", "Minutes", "count")
FILE = Field("file", "File", "file")

KINDS = (
    Kind("use-case", "Use case", (LEVEL,), columns=("level",), sentence=True),
    Kind("project", "Project", (LEVEL, STACK), columns=("level", "stack")),
    Kind("misconception", "Misconception", sentence=True),
    Kind("red-flag", "Red flag", sentence=True),
    Kind("faq", "Question"),
    Kind(
        "resource",
        "Resource",
        (URL, FORMAT, COST, LEVEL, SUB_SKILLS, HOURS, CHECKED),
        columns=("format", "cost", "level", "sub-skill", "hours"),
    ),
    Kind("lab", "Lab", (MINUTES, FILE), columns=("minutes", "file")),
    Kind("deliverable", "Deliverable", sentence=True),
    Kind("keywords", "Keywords"),
    Kind(
        "self-check",
        "Self-check question",
        (SUB_SKILLS,),
        columns=("sub-skill",),
        sentence=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Item):
    """A record of a declared kind. `fields` are pairs (name, text as the author wrote it)."""

    kind: str  # type: ignore[misc]  # each record names its kind
    fields: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The text of a field, or "" when the author left it out."""
        return dict(self.fields).get(name, "")
