"""Directives that show what other pages declare: empty places that are filled before writing."""

from typing import ClassVar

from docutils import nodes

from ..model import KINDS, Rule
from ..nodes import guide_summary
from .base import GuideDirective, options


class SummaryDirective(GuideDirective):
    """A place for a summary; `uses` are the kinds of items that it is computed from."""

    has_content = False
    optional_arguments = 0
    shows: ClassVar[str]
    uses: ClassVar[tuple[str, ...]]

    def run(self) -> list[nodes.Node]:
        self.domain.use(self.env.current_document.docname, self.uses)
        return self.place(self.shows)

    def place(self, shows: str, *classes: str) -> list[nodes.Node]:
        """The empty place; the classes are those of a box around what is put there."""
        node = guide_summary(shows=shows, classes=list(filter(None, classes)))
        self.set_source_info(node)
        return [node]


def summary_directive(name: str, *kinds: str) -> type[SummaryDirective]:
    """The directive class of a summary."""
    return type("SummaryDirective", (SummaryDirective,), {"shows": name, "uses": kinds})


class RecordsDirective(SummaryDirective):
    """The list of all records of a kind."""

    optional_arguments = 1
    option_spec = options(flags=("filter",))

    def run(self) -> list[nodes.Node]:
        kind = self.arguments[0].strip() if self.arguments else ""
        kinds = [known.name for known in KINDS]
        if kind not in kinds:
            message = f"expected a kind of record ({', '.join(kinds)}), got {kind!r}"
            self.report(Rule.OPTION_VALUE, message)
            return []
        self.domain.use(self.env.current_document.docname, [kind, "level", "sub-skill"])
        return self.place(kind, "guide-filter" if "filter" in self.options else "")
