"""`sphinx-build -b export`: guide.json, and every quiz as a GIFT file."""

import json
from collections.abc import Set
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.builders import Builder

from .domain import GuideDomain
from .export import gift_quiz, guide_data


class ExportBuilder(Builder):
    """Writes what the pages declare; the pages themselves are read, not written."""

    name = "export"
    epilog = "The files are in %(outdir)s."
    allow_parallel: ClassVar[bool] = True

    def get_outdated_docs(self) -> str:
        return "all quizzes"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        pass

    def write_documents(self, docnames: Set[str]) -> None:
        pass

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        pass

    def finish(self) -> None:
        domain = GuideDomain.of(self.env)
        folder = Path(self.outdir)
        guide = domain.current
        data = json.dumps(guide_data(guide), ensure_ascii=False, indent=1)
        (folder / "guide.json").write_text(data + "\n", encoding="utf-8")
        for quiz in guide.quizzes:
            path = folder / f"{quiz.id}.gift"
            path.write_text(gift_quiz(guide, quiz), encoding="utf-8")
