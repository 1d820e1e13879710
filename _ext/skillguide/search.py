"""What Sphinx's search finds: no question that is apart, no reason; and it forgets no entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.index_entries import split_index_msg

from .domain import GuideDomain
from .nodes import guide_question


class HideApart(SphinxPostTransform):
    """Questions of a quiz that is apart are not searched, nor is any copy: the search leads to the
    original.

    What has the class `no-search` is neither found (by Sphinx) nor quoted (by `search.js`).
    """

    default_priority = 8  # behind the copies (7)
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        guide = GuideDomain.of(self.env).current
        for node in self.document.findall(guide_question):
            item = guide.by_key.get(f"question:{node['question_id']}")
            if item and (guide.is_apart(item) or item.anchor not in node["ids"]):
                node["classes"].append("no-search")


def add_search_script(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add what mends excerpts to the page of results."""
    if templatename == "search.html":
        app.add_js_file("skillguide/search.js", loading_method="defer")


def keep_index_entries(app: Sphinx) -> list[Any]:
    """Complete the index entries of pages that were not written anew, such as a glossary's.

    Sphinx loads all of its last search index but them. Returns no page: the event, which asks for
    some, is the last one before the index is written. Pages that are not searched have no title.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        known = app.env.domains.index_domain.entries
        pages = sorted(page for page, title in indexer._titles.items() if title)
        kept = {page: index_words(known.get(page, ())) for page in pages}
        indexer._index_entries = kept | indexer._index_entries
    return []


def index_words(entries: Iterable[tuple[Any, ...]]) -> list[tuple[str, str, str]]:
    """What the search keeps of the index entries of a page."""
    return sorted(
        {
            (word, target or "", main)
            for kind, value, target, main, _key in entries
            for word in split_index_msg(kind, value)
        }
    )
