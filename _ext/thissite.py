"""What only this site needs: a light sidebar, tables that scroll, and facts about each page.

skillguide knows nothing of it.
"""

import re
from pathlib import Path
from typing import Any, TypeGuard, cast
from urllib.parse import urljoin, urlsplit

from docutils import nodes
from skillguide.domain import GuideDomain
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

#: An attribute with an address that begins at the page: neither a place on it, nor another host.
RELATIVE = re.compile(
    r'(\s(?:href|src|action|data-content_root)=")(?![#/"]|[a-z][a-z0-9+.-]*:)([^"]+)'
)

#: A number and its short unit.
AMOUNT = re.compile(r"[^\w\s]?[\d.,–]+ \S{1,3}")


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


class KeepAmounts(SphinxPostTransform):
    """A cell that holds a number and its unit stays on one line."""

    default_priority = 700  # when references are resolved, and tables of the guide are filled
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        for cell in self.document.findall(nodes.entry):
            if AMOUNT.fullmatch(cell.astext().strip()):
                cell["classes"].append("site-amount")


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
        minutes = max(1, round(GuideDomain.of(self.env).current.minutes(docname)))
        text = f"{minutes} min · reviewed {meta['reviewed']}"
        title.parent.insert(1, nodes.paragraph("", text, classes=["site-facts", "no-search"]))


class SearchWords(SphinxPostTransform):
    """Other names of a page, from `search:` in its front matter: indexed, not shown."""

    default_priority = 700
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        names = other_names(self.env, self.env.current_document.docname)
        words = ",".join(word for name in names for word in re.findall(r"\w+", name))
        if words and getattr(self.app.builder, "search", False):
            self.document += nodes.meta("", name="keywords", content=words)


def other_names(env: BuildEnvironment, docname: str) -> list[str]:
    """What readers may call a page, besides its title."""
    names = env.metadata.get(docname, {}).get("search", "")
    return [name.strip() for name in names.split(",") if name.strip()]


def name_pages(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.Node | None,
) -> None:
    """Tell the page of results the other names of all pages; `search-scorer.js` weighs them."""
    if templatename == "search.html":
        names = {docname: other_names(app.env, docname) for docname in sorted(app.env.all_docs)}
        context["other_names"] = {docname: own for docname, own in names.items() if own}


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
    """A book, or a guide on one page, needs no page for a wrong address."""
    if app.builder.name in {"epub", "singlehtml"}:
        app.config.html_additional_pages = {}


def leave_out_highlights(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.Node | None,
) -> None:
    """The page for a wrong address marks no words of an earlier search."""
    if pagename == "404" and "script_files" in context:  # the json builder has none
        context["script_files"] = [
            file
            for file in context["script_files"]
            if not str(file.filename).endswith("sphinx_highlight.js")
        ]


def begin_at_the_top(app: Sphinx, exception: Exception | None) -> None:
    """A server shows the page for a wrong address at any depth: its addresses begin at the top of
    the host, with the path of `html_baseurl`.
    """
    has_page = "404" in app.config.html_additional_pages
    if exception or not has_page or app.builder.name not in {"html", "dirhtml"}:
        return
    builder = cast(StandaloneHTMLBuilder, app.builder)
    base = urlsplit(app.config.html_baseurl).path.rstrip("/") + "/"
    here = urljoin(base, builder.get_target_uri("404"))
    page = Path(builder.get_outfilename("404"))
    html = page.read_text("utf-8")
    page.write_text(RELATIVE.sub(lambda match: match[1] + urljoin(here, match[2]), html), "utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(table_region, html=(visit_table_region, depart_table_region))
    app.add_post_transform(NameTableRegions)
    app.add_post_transform(KeepAmounts)
    app.add_post_transform(PageFacts)
    app.add_post_transform(SearchWords)
    app.connect("builder-inited", leave_out_pages)
    app.connect("html-page-context", shorten_sidebar, priority=400)
    app.connect("html-page-context", describe_page)
    app.connect("html-page-context", name_pages)
    app.connect("html-page-context", leave_out_highlights)
    app.connect("build-finished", begin_at_the_top)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
