"""Builds of this site for the tests."""

from pathlib import Path
from typing import NamedTuple

from conftest import ROOT
from skillguide.model import Guide
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_escape_sequences

#: Set here, so that pages have a link to edit them.
REPOSITORY = "https://github.com/example/guide"


class Site(NamedTuple):
    """A build: the folder that holds `html` and `doctrees`, its warnings, and what it declares."""

    folder: Path
    warnings: str
    guide: Guide


def build(builder: str, folder: Path, **options: object) -> Site:
    """Write the site."""
    folder.mkdir(exist_ok=True)
    app = SphinxTestApp(builder, srcdir=ROOT, builddir=folder, **options)
    app.build()
    site = Site(
        folder,
        strip_escape_sequences(app.warning.getvalue()),
        app.env.domains["guide"].current,
    )
    app.cleanup()
    return site
