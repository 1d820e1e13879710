"""What the extension registers."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__, assets, types
from .builder import ExportBuilder
from .config import add_kinds, add_settings, check_units
from .directives import DIRECTIVES, summary_directive
from .domain import GuideDomain, finish_page
from .messages import CATALOG
from .myst import add_syntax, load_parser
from .nodes import PLAIN, guide_computed, guide_picture
from .outdated import find_hidden, finish_reading, finish_writing
from .render.budgets import FillBudgets
from .render.calculations import FillCalculations, depart_computed, visit_computed
from .render.charts import DrawCharts
from .render.figures import (
    FIGURE_VISITORS,
    DrawFigures,
    add_tikz_library,
    visit_picture,
    visit_picture_latex,
)
from .render.html import VISITORS
from .render.questions import AnswerKey, FinishQuestions, ShowQuestions
from .render.summaries import SUMMARIES
from .render.terms import ShowTerms
from .render.transforms import FillPlaces, RemoveHidden
from .report import ReportBuilder
from .safety import DropUnsafeLinks, RawDirective, keep_syntax, raw_role, turn_raw_off
from .search import HideApart, add_search_script, keep_index_entries
from .single import SingleBuilder
from .translation import KeepTexts

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


@cache
def source_version() -> int:
    """A number that changes with any line of the extension: then nothing is read from the
    environment that an older one kept, whose objects may have other fields.
    """
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return int(digest.hexdigest()[:12], 16)


def register(app: "Sphinx") -> "ExtensionMetadata":
    """Register everything: this is the table of contents of the extension."""
    load_parser(app)
    app.add_domain(GuideDomain)
    app.add_builder(ExportBuilder)
    app.add_builder(ReportBuilder)
    app.add_builder(SingleBuilder, override=True)
    add_settings(app)
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain(GuideDomain.name, name, directive)
    for name, found in SUMMARIES.items():
        app.add_directive_to_domain(GuideDomain.name, name, summary_directive(name, found.uses))
    for plain in PLAIN:
        app.add_node(plain)
    for node, visitors in (VISITORS | FIGURE_VISITORS | types.VISITORS).items():
        app.add_node(node, html=visitors)
    app.add_node(guide_picture, html=(visit_picture, None), latex=(visit_picture_latex, None))
    app.add_node(guide_computed, html=(visit_computed, depart_computed))
    app.add_latex_package("tikz")
    for transform in (
        RemoveHidden,
        ShowQuestions,
        FillPlaces,
        FillBudgets,
        FillCalculations,
        ShowTerms,
        DrawFigures,
        DrawCharts,
        FinishQuestions,
        AnswerKey,
        HideApart,
    ):
        app.add_post_transform(transform)
    app.add_transform(DropUnsafeLinks)
    app.add_transform(KeepTexts)
    app.add_directive("raw", RawDirective, override=True)
    app.add_role("raw", raw_role, override=True)
    app.add_message_catalog(CATALOG, str(assets.STATIC.parent / "locale"))
    app.connect("config-inited", add_kinds)
    app.connect("config-inited", check_units)
    app.connect("config-inited", add_syntax, priority=400)  # before others read them
    app.connect("config-inited", add_tikz_library)
    app.connect("builder-inited", turn_raw_off)
    app.connect("source-read", keep_syntax)
    app.connect("config-inited", assets.leave_schemas_out)
    app.connect("builder-inited", assets.add_static_path)
    app.connect("html-page-context", assets.add_assets)
    app.connect("doctree-read", finish_page)
    app.connect("env-get-outdated", find_hidden)
    app.connect("html-page-context", add_search_script)
    app.connect("html-collect-pages", keep_index_entries)
    app.connect("env-get-updated", finish_reading)  # behind the numbers of figures
    app.connect("build-finished", finish_writing)
    return {
        "version": __version__,
        "env_version": source_version(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
