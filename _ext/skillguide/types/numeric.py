"""Numeric: a number, within a tolerance."""

from __future__ import annotations

from decimal import Decimal

from docutils import nodes

from ..messages import _
from ..model import Guide, Question
from ..nodes import guide_question
from ..parse import number, tolerance
from .base import Answers, Reader
from .division import Parts
from .entry import EntryType, guide_entry

EXACT = (Decimal(), False)


class Numeric(EntryType):
    """A number with a unit; `:tolerance:` is a number in that unit, or a share in percent."""

    name = "numeric"
    mode = "decimal"

    def form(self) -> str:
        return _("A number such as 1000, 0.5 or 1e3.")

    def read(self, reader: Reader, id: str, parts: Parts) -> Answers | None:
        value = reader.value("answer", number)
        size, is_percent = reader.value("tolerance", tolerance, required=False) or EXACT
        if value is None:
            return None
        size = abs(value) * size / 100 if is_percent else size
        return Answers(answers=(f"{value:f}",), tolerance=size)

    def shown(self, answer: str, node: guide_question) -> list[nodes.Node]:
        """The number with its unit."""
        units = [entry.astext() for entry in node.findall(guide_entry)]
        text = " ".join([answer, *filter(None, units)])
        return [nodes.strong("", text)]

    def gift(self, question: Question, guide: Guide) -> list[str]:
        return [f"#{question.answers[0]}:{question.tolerance:f}"]

    def gift_obstacle(self, question: Question) -> str:
        return ""
