"""All pages as one: Sphinx's `singlehtml`, with links that lead somewhere."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from .copies import elements

#: What Sphinx writes for a page, or for a place on it: `#document-page#place`. In an attribute
#: that holds JSON, it stands between quotes.
ADDRESS = re.compile(r'(?:^|(?<="))#document-([^"#]+)(?:#([^"]*))?(?="|$)')

SectionNumbers = dict[str, dict[str, tuple[int, ...]]]
FigureNumbers = dict[str, dict[str, dict[str, tuple[int, ...]]]]


class SingleBuilder(SingleFileHTMLBuilder):
    """Sphinx leaves ids as they are, twice where two pages have the same one, and writes addresses
    with two hashes, which lead nowhere (sphinx-doc/sphinx#14221).

    Here the first page keeps an id, every other one puts its name before it; links follow.
    """

    search = False  # no index is written, so that a search form would lead nowhere
    #: The id that a place has here, by its page and its own id.
    places: dict[tuple[str, str], str]
    #: Every id of the page.
    known: set[str]

    def init(self) -> None:
        super().init()
        self.places, self.known = {}, set()

    def assemble_doctree(self) -> nodes.document:
        tree = super().assemble_doctree()
        root = self.config.root_doc
        for page, node in elements(tree, root):
            ids: list[str] = node.get("ids", [])
            node["ids"] = [self.rename(page, id) for id in ids]
            if isinstance(node, start_of_file):
                self.known.add(f"document-{node['docname']}")
        for section in list(tree.findall(nodes.section))[:1]:
            section["ids"].append(f"document-{root}")
            self.known.add(f"document-{root}")
        self.follow(tree)
        return tree

    def rename(self, page: str, id: str) -> str:
        """The id that a place has here."""
        new = id
        while new in self.known:
            new = f"{page}/{new}"
        self.known.add(new)
        self.places.setdefault((page, id), new)
        return new

    def follow(self, tree: nodes.Element) -> None:
        """Let references lead to the new ids; those to a page outside the contents are none."""
        for page, node in list(elements(tree, self.config.root_doc)):
            for name, value in node.attributes.items():
                if name == "refid":
                    node[name] = self.places.get((page, value), value)
                elif name == "backrefs":
                    node[name] = [self.places.get((page, id), id) for id in value]
                elif isinstance(value, str):
                    node[name] = ADDRESS.sub(self.address, value)
            target = node.get("refuri", "")
            if target.startswith("#document-") and target[1:] not in self.known:
                node.replace_self(node.children)

    def address(self, match: re.Match[str]) -> str:
        """Where a page or a place stands here; the page, if it has no such place."""
        page, place = match.groups()
        return f"#{self.places.get((page, place), f'document-{page}')}"

    def render_partial(self, node: nodes.Node | None) -> dict[str, str]:
        """The contents in the sidebar, whose links follow as well."""
        if isinstance(node, nodes.Element):
            self.follow(node)
        return super().render_partial(node)

    def assemble_toc_secnumbers(self) -> SectionNumbers:
        """The numbers of sections, also under their new ids."""
        for page, numbers in self.env.toc_secnumbers.items():
            new = {f"#{self.places.get((page, id[1:]), id[1:])}": numbers[id] for id in numbers}
            numbers.update(new)
        return super().assemble_toc_secnumbers()

    def assemble_toc_fignumbers(self) -> FigureNumbers:
        """The numbers of figures, also under their new ids."""
        for page, kinds in self.env.toc_fignumbers.items():
            for numbers in kinds.values():
                numbers.update({self.places.get((page, id), id): numbers[id] for id in numbers})
        return super().assemble_toc_fignumbers()
