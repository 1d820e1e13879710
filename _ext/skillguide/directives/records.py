"""One directive for every declared kind of record."""

from difflib import get_close_matches
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.addnodes import download_reference

from ..model import Field, Item, Kind, Location, Record, Rule
from ..nodes import guide_back
from ..parse import FIELD_TYPES, choice
from .base import ItemDirective, _, options, word


class RecordDirective(ItemDirective):
    """A record: its kind says which fields it has."""

    record_kind: ClassVar[Kind]

    def item(self, id: str, location: Location) -> Item:
        self.fields: dict[str, object] = {}
        self.found: set[str] = set()
        for field in self.record_kind.fields:
            read = choice(field.choices) if field.choices else FIELD_TYPES[field.type]
            value = self.value(field.name, read, required=field.required)
            if value is not None:
                self.fields[field.name] = value
            if value is not None and field.type == "file":
                self.look_for(str(value), field.name)
        texts = tuple((name, self.options[name].strip()) for name in self.fields)
        chosen = {field.name for field in self.record_kind.fields if field.choices}
        return Record(
            kind=self.record_kind.name,
            id=id,
            location=location,
            fields=texts,
            choices=tuple((name, text) for name, text in texts if name in chosen),
        )

    @property
    def classes(self) -> list[str]:
        """The classes of the section: readers may tick it."""
        return super().classes + ["guide-planned"] * self.record_kind.in_plan

    def look_for(self, name: str, option: str) -> None:
        """Report a file that does not stand beside the page, which is read again when it does."""
        relative, path = map(Path, self.env.relfn2path(name))
        self.env.note_dependency(relative)
        if path.is_file():
            self.found.add(option)
            return
        known = sorted(other.name for other in path.parent.glob(f"*{path.suffix}"))
        close = get_close_matches(name, known, n=1)
        hint = f"; did you mean '{close[0]}'?" if close else ""
        message = f"option `:{option}:`: there is no file '{name}' beside the page{hint}"
        self.report(Rule.OPTION_VALUE, message, self.option_line(option))

    def facts(self) -> list[list[nodes.Node]]:
        known = {field.name: field for field in self.record_kind.fields}
        return [fact for name in self.fields for fact in self.labeled(known[name])]

    def fact_line(self) -> list[nodes.Node]:
        """The facts, behind which stand the records that name this one."""
        back = [field for field in self.record_kind.fields if field.back]
        if not back:
            return super().fact_line()
        (line,) = super().fact_line() or [nodes.paragraph(classes=["guide-facts"])]
        assert isinstance(line, nodes.paragraph)
        kind, id = self.record_kind.name, self.arguments[0].strip()
        for field in back:
            line += guide_back(kind=kind, field=field.name, record=id, label=_(field.back))
        self.domain.use(self.env.current_document.docname, [kind])
        return [line]

    def labeled(self, field: Field) -> list[list[nodes.Node]]:
        """The facts of a field; its label stands before the first where its kind says so."""
        first, *others = self.fact(field.name, field.type)
        label = word(f"{_(field.label)}: ") if field.labeled else []
        return [label + first, *others]

    def fact(self, name: str, type: str) -> list[list[nodes.Node]]:
        """What the line under the heading says of one field."""
        value = self.fields[name]
        if type in ("level", "record"):
            kind = self.record_kind.name if type == "record" else type
            return [[self.link(kind, str(value), option=name)]]
        if isinstance(value, tuple):
            return [[self.link("sub-skill", id, option=name)] for id in value]
        if type == "url":
            return [[nodes.reference("", str(value), refuri=str(value))]]
        if type == "text":
            return [self.words(name)]
        if name in self.found:  # a second report of what is missing would be none
            page = self.env.current_document.docname
            return [[download_reference("", str(value), refdoc=page, reftarget=str(value))]]
        if self.record_kind.way and name == self.record_kind.way.time == "minutes":
            return [word(f"{value} min")]
        return [word(f"{value} h" if type == "hours" else str(value))]


def record_directive(kind: Kind) -> type[RecordDirective]:
    """The directive class of a kind."""
    spec = options("title", *(field.name for field in kind.fields))
    return type(
        f"{kind.name.title().replace('-', '')}Directive",
        (RecordDirective,),
        {"record_kind": kind, "option_spec": spec, "__doc__": kind.label},
    )
