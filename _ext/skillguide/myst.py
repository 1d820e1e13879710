"""What a project need not set: a parser of Markdown, its syntax, and names without prefix."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import myst_parser
from sphinx.errors import ExtensionError
from sphinx.util.logging import getLogger

from .domain import GuideDomain
from .model import Rule

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = getLogger(__name__)

#: The versions of myst-parser that are known to work, by their first number.
MYST = range(4, 6)
#: What MyST must read: blocks of colons, and the marks of options.
SYNTAX = {"colon_fence", "tasklist"}
#: Parts of Markdown without which blocks, options or their reasons are plain text.
NEEDED = ("colon_fence", "list", "blockquote")


def load_parser(app: "Sphinx") -> None:
    """Load the parser of Markdown, unless the project loads the one that reads notebooks as well.

    Raises ExtensionError where its version is not known to work.
    """
    if int(myst_parser.__version__.partition(".")[0]) not in MYST:
        known = " or ".join(map(str, MYST))
        found = myst_parser.__version__
        raise ExtensionError(f"skillguide needs myst-parser {known}, and found {found}")
    if "myst_nb" not in {*app.extensions, *app.config.extensions}:
        app.setup_extension("myst_parser")


def add_syntax(app: "Sphinx", config: "Config") -> None:
    """Add the syntax that the blocks need, and name what the project forbids of it.

    Blocks are named without prefix, unless the project has named another primary domain, or
    documents Python: there `class` and `:func:` must go on to mean what they do.
    """
    enabled = config.myst_enable_extensions
    if isinstance(enabled, list | tuple | set):  # MyST itself reports what is none of them
        config.myst_enable_extensions = sorted({*enabled, *SYNTAX})
    is_set = "primary_domain" in {*config._raw_config, *config.overrides}
    if not is_set and "sphinx.ext.autodoc" not in app.extensions:
        config.primary_domain = GuideDomain.name
    if found := dict(forbidden(config)):
        message = f"with {' and '.join(found)}, blocks are read as text: delete it"
        place = f"{app.confdir / 'conf.py'}:{line_of(next(iter(found.values())), app.confdir)}"
        logger.warning("%s", message, type="guide", subtype=Rule.SETTING, location=place)


def forbidden(config: "Config") -> Iterator[tuple[str, str]]:
    """What keeps MyST from reading blocks, in the author's words, and the setting that does it."""
    for name in ("myst_commonmark_only", "myst_gfm_only"):
        if config[name]:
            yield f"{name} = True", name
    for part in NEEDED:
        if part in config.myst_disable_syntax:
            yield f"{part!r} in myst_disable_syntax", "myst_disable_syntax"


def line_of(name: str, confdir: Path) -> int:
    """The first line of `conf.py` that holds a name; 1 if the command line has set it."""
    try:
        lines = (confdir / "conf.py").read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return 1
    return next((number for number, line in enumerate(lines, 1) if name in line), 1)
