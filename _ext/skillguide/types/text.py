"""Text: one of several accepted texts."""

from __future__ import annotations

from dataclasses import replace

from ..messages import _
from ..model import Question
from ..model.questions import fold
from ..nodes import guide_question, guide_solution
from ..parse import alternatives
from .base import Answers, Reader
from .division import Parts
from .entry import EntryType


class Text(EntryType):
    """A text; `:answer:` holds what is accepted, with `|` between alternatives."""

    name = "text"
    is_translated = True

    def form(self) -> str:
        return _("Capitals and spaces do not matter.")

    def read(self, reader: Reader, id: str, parts: Parts) -> Answers | None:
        answers = reader.value("answer", alternatives)
        return None if answers is None else Answers(answers=answers)

    def worded(self, item: Question, node: guide_question) -> Question:
        """The item with its answers, as translators wrote them."""
        item = super().worded(item, node)
        for solution in node.findall(guide_solution):
            answers = tuple(fold(part) for part in solution.astext().split("|"))
            item = replace(item, answers=answers)
            node["data"] = self.data(item)
        return item
