"""Skill guides for Sphinx: levels, weighted sub-skills, learning paths and questions as directives.

What the pages declare is kept in a domain, checked for consistency, and shown in summaries that
compute. The extension knows nothing about any particular skill.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Register the extension; a Sphinx that is too old is named, with the one that is needed."""
    app.require_sphinx("8.2")
    from .extension import register  # only now: what it imports would fail there with a riddle

    return register(app)
