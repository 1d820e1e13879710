"""Style and script, only on the pages that need them."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .messages import _
from .nodes import question

STATIC = Path(__file__).parent / "static"


def add_static_path(app: Sphinx) -> None:
    """Serve `static/` from `_static/skillguide/`."""
    if app.builder.format == "html":
        app.config.html_static_path.append(str(STATIC))


def add_assets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the style to pages that hold anything of ours, and the script where questions are."""
    if doctree is None:
        return
    if next(doctree.findall(is_ours), None) is not None:
        app.add_css_file("skillguide/skillguide.css")
    if app.builder.name != "epub" and next(doctree.findall(question), None) is not None:
        words: dict[str, Any] = {f"data-{name}": text for name, text in interface_words().items()}
        app.add_js_file("skillguide/quiz.js", loading_method="defer", **words)


def is_ours(node: nodes.Node) -> bool:
    """Whether a node has one of our classes."""
    classes: list[str] = node.get("classes", []) if isinstance(node, nodes.Element) else []
    return any(name.startswith("guide-") for name in classes)


def interface_words() -> dict[str, str]:
    """What the script says, by the name under which it finds it."""
    return {
        "check": _("Check"),
        "next": _("Next question"),
        "again": _("Try again"),
        "right": _("Right."),
        "wrong": _("Not yet."),
        "parts": _("%(found)s of %(all)s parts right."),
        "right-answer": _("Right answer"),
        "your-answer": _("Your answer"),
        "choose": _("Choose an answer first."),
    }
