"""Directives that show what other pages declare: empty places that are filled before writing."""

from typing import ClassVar

from docutils import nodes

from ..model import Kind, RecordList, Rule
from ..nodes import guide_summary
from ..parse import choice
from .base import GuideDirective, options


class SummaryDirective(GuideDirective):
    """A place for a summary; `uses` are the keys of what it is computed from."""

    has_content = False
    optional_arguments = 0
    shows: ClassVar[str]
    uses: ClassVar[tuple[str, ...]]

    def run(self) -> list[nodes.Node]:
        return [*self.place(self.shows, self.uses)]

    def place(self, shows: str, uses: tuple[str, ...], *classes: str) -> list[guide_summary]:
        """The empty place; the classes are those of a box around what is put there."""
        self.domain.use(self.env.current_document.docname, uses)
        node = guide_summary(shows=shows, classes=list(filter(None, classes)))
        self.set_source_info(node)
        return [node]


def summary_directive(name: str, uses: tuple[str, ...]) -> type[SummaryDirective]:
    """The directive class of a summary."""
    return type("SummaryDirective", (SummaryDirective,), {"shows": name, "uses": uses})


class RecordsDirective(SummaryDirective):
    """The list of the records of a kind; an option named like a field with choices narrows it."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        written = self.arguments[0].strip() if self.arguments else ""
        kinds = {kind.name: kind for kind in self.config.guide_record_kinds}
        if written not in kinds:
            known = ", ".join(kinds) or "none is declared: set guide_record_kinds in conf.py"
            message = f"expected a kind of record ({known}), got {written!r}"
            self.report(Rule.OPTION_VALUE, message)
            return []
        asked = {name: self.choice(kinds[written], name) for name in self.options}
        choices = tuple((name, value) for name, value in asked.items() if value)
        if len(choices) < len(asked.keys() - {"filter"}):
            return []
        self.declared.append(RecordList(written, choices, self.location()))
        box = "guide-filter" if "filter" in asked else ""
        (place,) = self.place(written, (written, "level", "sub-skill"), box)
        place["choices"] = choices
        return [self.declare(place)]

    def choice(self, kind: Kind, name: str) -> str | None:
        """The value that an option asks for; None after reporting one that no record can have."""
        known = {field.name: field.choices for field in kind.fields if field.choices}
        if name in known:
            return self.value(name, choice(known[name]))
        if name != "filter":
            fields = ", ".join(f"`:{field}:`" for field in known) or "no option"
            message = f"option `:{name}:`: a list of {kind.name} is narrowed by {fields}"
            self.report(Rule.OPTION_VALUE, message, self.option_line(name))
        return None


def records_directive(kinds: tuple[Kind, ...]) -> type[RecordsDirective]:
    """The directive class for the kinds of a site."""
    names = {field.name: None for kind in kinds for field in kind.fields if field.choices}
    spec = options(*names, flags=("filter",))
    return type("RecordsDirective", (RecordsDirective,), {"option_spec": spec})
