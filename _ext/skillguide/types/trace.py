"""Trace: what a piece of Python prints."""

from __future__ import annotations

from docutils import nodes

from ..messages import _
from ..model import Rule
from ..parse import alternatives
from .base import Answers, Reader
from .division import Parts
from .entry import EntryType


class Trace(EntryType):
    """The output of the first code block of the stem, which the tests run."""

    name = "trace"

    def form(self) -> str:
        return _("What it prints, on one line.")

    def read(self, reader: Reader, id: str, parts: Parts) -> Answers | None:
        answers = reader.value("answer", alternatives)
        blocks = [node for node in parts.stem if isinstance(node, nodes.literal_block)]
        code = blocks[0].astext() if blocks else ""
        if not code and not reader.is_doubted:
            reader.report(Rule.TRACE, f"question '{id}' has no Python block to trace")
        if not code or answers is None:
            return None
        return Answers(answers=answers, code=code)
