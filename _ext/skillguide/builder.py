"""`sphinx-build -b export`: guide.json, and quizzes and assembled sets as GIFT files."""

import json
from collections.abc import Set
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util.logging import getLogger

from .domain import GuideDomain
from .export import EXPORTERS, guide_data, questions
from .messages import _
from .model import Finding

logger = getLogger(__name__)


class FilesBuilder(Builder):
    """Writes files of its own; the pages themselves are read, not written."""

    allow_parallel: ClassVar[bool] = True

    def get_outdated_docs(self) -> str:
        return "all that the pages declare"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        pass

    def write_documents(self, docnames: Set[str]) -> None:
        pass

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        pass


class ExportBuilder(FilesBuilder):
    """Writes what the pages declare."""

    name = "export"
    epilog = "The files are in %(outdir)s."

    def finish(self) -> None:
        guide = GuideDomain.of(self.env).current
        folder = Path(self.outdir)
        files: dict[str, str] = {}
        for exporter in EXPORTERS:
            for finding in exporter.check(questions(guide)):
                self.warn(finding)
            files |= exporter.files(guide, export_words())
        data = {**guide_data(guide), "files": list(files)}
        for path in written_before(folder) - {folder / name for name in files}:
            path.unlink(missing_ok=True)
        files["guide.json"] = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")

    def warn(self, finding: Finding) -> None:
        """Report what the files lose, where it was written."""
        place = f"{self.env.srcdir / finding.location.path}:{finding.location.line}"
        logger.warning(
            "%s", finding.message, type=GuideDomain.name, subtype=finding.rule, location=place
        )


def export_words() -> dict[str, str]:
    """The words of the interface that files hold."""
    return {"in-unit": _("(in %s)")}


def written_before(folder: Path) -> set[Path]:
    """The files of the last export, as its guide.json lists them: what else is there stays."""
    suffixes = tuple(exporter.suffix for exporter in EXPORTERS)
    try:
        names = json.loads((folder / "guide.json").read_text("utf-8"))["files"]
        paths = {folder / name for name in names if name.endswith(suffixes)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()
    return {path for path in paths if path.resolve().is_relative_to(folder.resolve())}
