"""What only this site needs: a light sidebar, tables that scroll, and facts about each page.

skillguide knows nothing of it.
"""

from typing import Any, TypeGuard

from docutils import nodes
from skillguide.model.words import count_words
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

WORDS_A_MINUTE = 200


class table_region(nodes.container):
    """A wrapper that scrolls, so that a wide table is not cut. Attribute: label."""


def visit_table_region(self: HTML5Translator, node: table_region) -> None:
    data = {"role": "region", "tabindex": "0", "aria-label": node["label"]}
    self.body.append(self.starttag(node, "div", CLASS="table-wrapper container", **data))


def depart_table_region(self: HTML5Translator, node: table_region) -> None:
    self.body.append("</div>\n")


class NameTableRegions(SphinxPostTransform):
    """Make the theme's wrappers of tables reachable by keyboard, with a name of their own."""

    default_priority = 600  # the theme wraps at 500
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        labels: dict[str, int] = {}
        for wrapper in filter(is_wrapper, list(self.document.findall(nodes.container))):
            section = wrapper.parent
            while not isinstance(section, nodes.section | nodes.document):
                section = section.parent
            title = next(iter(section.findall(nodes.title)), nodes.Text("")).astext()
            labels[title] = labels.get(title, 0) + 1
            number = f" {labels[title]}" if labels[title] > 1 else ""
            region = table_region("", *wrapper.children, label=f"Table{number}: {title}")
            wrapper.replace_self(region)


def is_wrapper(node: nodes.Node) -> TypeGuard[nodes.container]:
    """Whether the theme put this node around a table."""
    return isinstance(node, nodes.container) and "table-wrapper" in node["classes"]


class PageFacts(SphinxPostTransform):
    """Under the heading of a page: how long it takes to read, and when it was reviewed."""

    default_priority = 700
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        docname = self.env.current_document.docname
        meta = self.env.metadata.get(docname, {})
        title = next(self.document.findall(nodes.title), None)
        if title is None or "reviewed" not in meta or self.app.builder.name == "singlehtml":
            return
        words = count_words(self.document.astext())
        minutes = meta.get("minutes") or max(1, round(words / WORDS_A_MINUTE))
        text = f"{minutes} min · reviewed {meta['reviewed']}"
        title.parent.insert(1, nodes.paragraph("", text, classes=["site-facts"]))


def shorten_sidebar(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.Node | None,
) -> None:
    """Open only the reader's branch of the sidebar, and let its captions be no headings.

    A full tree on every page is quadratic in the number of pages, and furo asks for one in its own
    handler (priority 500). Sphinx gives captions the role of a heading, but no level.
    """
    toctree = context.get("toctree")
    if toctree is None:
        return

    def collapsed(**options: Any) -> str:
        return str(toctree(**{**options, "collapse": True})).replace(' role="heading"', "")

    context["toctree"] = collapsed


def describe_page(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.Node | None,
) -> None:
    """The front matter's description, for search engines and previews."""
    context["description"] = app.env.metadata.get(pagename, {}).get("description", "")


def leave_out_pages(app: Sphinx) -> None:
    """A book needs no page for a wrong address."""
    if app.builder.name == "epub":
        app.config.html_additional_pages = {}


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(table_region, html=(visit_table_region, depart_table_region))
    app.add_post_transform(NameTableRegions)
    app.add_post_transform(PageFacts)
    app.connect("builder-inited", leave_out_pages)
    app.connect("html-page-context", shorten_sidebar, priority=400)
    app.connect("html-page-context", describe_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
