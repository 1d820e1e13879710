"""Builds of this site for the tests."""

from pathlib import Path
from typing import NamedTuple

from conftest import ROOT
from skillguide.model import Guide
from skillguide.report import unlinked
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_escape_sequences

#: Set here, so that pages have a link to edit them.
REPOSITORY = "https://github.com/example/guide"


class Site(NamedTuple):
    """A build: the folder that holds `html` and `doctrees`, its warnings, what it declares, and the
    terms that its pages use without a link.
    """

    folder: Path
    warnings: str
    guide: Guide
    unlinked: tuple[str, ...]


def build(builder: str, folder: Path, **options: object) -> Site:
    """Write the site."""
    folder.mkdir(exist_ok=True)
    app = SphinxTestApp(builder, srcdir=ROOT, builddir=folder, **options)
    app.build()
    site = Site(
        folder,
        strip_escape_sequences(app.warning.getvalue()),
        guide := app.env.domains["guide"].current,
        tuple(f"{place}: {text}" for place, text in unlinked(app.env, guide)),
    )
    app.cleanup()
    return site
