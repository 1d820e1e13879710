"""Directives that show what other pages declare: empty places that are filled before writing."""

from typing import ClassVar

from docutils import nodes

from ..model import Rule
from ..nodes import guide_summary
from .base import GuideDirective, options


class SummaryDirective(GuideDirective):
    """A place for a summary; `uses` are the keys of what it is computed from."""

    has_content = False
    optional_arguments = 0
    shows: ClassVar[str]
    uses: ClassVar[tuple[str, ...]]

    def run(self) -> list[nodes.Node]:
        return self.place(self.shows, self.uses)

    def place(self, shows: str, uses: tuple[str, ...], *classes: str) -> list[nodes.Node]:
        """The empty place; the classes are those of a box around what is put there."""
        self.domain.use(self.env.current_document.docname, uses)
        node = guide_summary(shows=shows, classes=list(filter(None, classes)))
        self.set_source_info(node)
        return [node]


def summary_directive(name: str, uses: tuple[str, ...]) -> type[SummaryDirective]:
    """The directive class of a summary."""
    return type("SummaryDirective", (SummaryDirective,), {"shows": name, "uses": uses})


class RecordsDirective(SummaryDirective):
    """The list of all records of a kind."""

    optional_arguments = 1
    option_spec = options(flags=("filter",))

    def run(self) -> list[nodes.Node]:
        written = self.arguments[0].strip() if self.arguments else ""
        kinds = [kind.name for kind in self.config.guide_record_kinds]
        if written not in kinds:
            known = ", ".join(kinds) or "none is declared: set guide_record_kinds in conf.py"
            message = f"expected a kind of record ({known}), got {written!r}"
            self.report(Rule.OPTION_VALUE, message)
            return []
        box = "guide-filter" if "filter" in self.options else ""
        return self.place(written, (written, "level", "sub-skill"), box)
