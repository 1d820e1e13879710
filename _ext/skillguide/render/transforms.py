"""Summaries are filled in before a page is written: then all pages have been read."""

from typing import Any, TypeGuard

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..copies import copy_of
from ..domain import GuideDomain
from ..messages import _
from ..nodes import (
    guide_back,
    guide_matrix_row,
    guide_summary,
    guide_unit_hours,
    guide_weights_chart,
)
from ..output import Output
from ..visibility import is_hidden
from .parts import link
from .path import spending
from .records import naming
from .summaries import shown
from .tables import table


class RemoveHidden(SphinxPostTransform):
    """Take away what the author hides in this build, before anything is numbered or keyed."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        if Output(self.app.builder).is_for_translators:
            return
        for node in list(filter(is_hidden, self.document.findall())):
            node.replace_self(nodes.comment())


class FillPlaces(SphinxPostTransform):
    """Fill the places of summaries and of matrix rows."""

    default_priority = 8  # before references are resolved (10)

    def run(self, **kwargs: Any) -> None:
        domain = GuideDomain.of(self.env)
        guide = domain.current
        for place in list(self.document.findall(guide_summary)):
            put(shown(guide, place), place)
        for words in list(filter(is_sentence, self.document.findall())):
            self.look(domain, words)
        for hours in list(self.document.findall(guide_unit_hours)):
            put(spending(guide, hours["unit"]), hours)
        for back in list(self.document.findall(guide_back)):
            line = back.parent
            back.replace_self(naming(guide, back))
            if not line.children:
                line.parent.remove(line)
        for row in list(self.document.findall(guide_matrix_row)):
            names = [[link(level)] for level in guide.levels] + [""] * len(row)
            rows = [(name, *split(entry)) for name, entry in zip(names, row.children)]
            head = (_("Level"), _("What you can do"), _("What proves it"))
            # The row's HTML id goes to the container: themes wrap a table and copy its ids.
            row.replace_self(nodes.container("", table(head, rows)))
        if not Output(self.app.builder).is_interactive:
            left_out: list[nodes.Element] = [*self.document.findall(guide_weights_chart)]
            boxes = self.document.findall(nodes.container)
            left_out += [box for box in boxes if is_for_scripts(box)]
            for node in left_out:
                node.parent.remove(node)

    def look(self, domain: GuideDomain, words: nodes.inline) -> None:
        """Let a sentence look as on its page."""
        item = domain.current.by_key[words["sentence"]]
        look = domain.look(item).sentence
        here, home = self.env.current_document.docname, item.location.docname
        copy = copy_of(look, home, here, self.app.builder) if look else words
        words.replace_self(copy.children)


def put(content: list[nodes.Node], place: nodes.Element) -> None:
    """Put content into a place. A box takes the HTML ids that authors gave the place with a label:
    there may be no content, and builders leave a part of it out.
    """
    ids, classes = place["ids"], place["classes"] if content else []
    if ids or classes:
        content = [nodes.container("", *content, ids=ids, classes=classes)]
    place.parent.replace(place, content)


def is_sentence(node: nodes.Node) -> TypeGuard[nodes.inline]:
    """Whether a node shows the first sentence of an item."""
    return isinstance(node, nodes.inline) and "sentence" in node


def is_for_scripts(box: nodes.container) -> bool:
    """Whether a box holds only what a script needs."""
    return "guide-continue" in box["classes"]


def split(entry: nodes.Node) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """What stands in a list entry, and what stands in its block quotes."""
    quotes = [child for child in entry.children if isinstance(child, nodes.block_quote)]
    others = [child for child in entry.children if child not in quotes]
    return others, [child for quote in quotes for child in quote.children]
