"""Terms show what their glossary says of them, where a page can show more than paper."""

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain import GuideDomain
from ..nodes import guide_term
from ..output import Output
from ..terms import is_term, key


class ShowTerms(SphinxPostTransform):
    """Resolve references to terms that have a first sentence, and keep it in them."""

    default_priority = 9  # behind the copies (7), before all references are resolved (10)

    def run(self, **kwargs: Any) -> None:
        if not Output(self.app.builder).is_interactive:
            return
        guide = GuideDomain.of(self.env).current
        for number, node in enumerate(self.references(), 1):
            sentence = guide.spell(guide.terms.get(key(node["reftarget"]), ""))
            link = self.resolve(node) if sentence else None
            if link is not None:
                box = f"term--{number}"  # no author can type such an id
                shown = guide_term("", "", *link.children, **link.attributes)
                shown.update_basic_atts({"classes": ["guide-term"]})
                shown["sentence"], shown["box"] = sentence, box
                node.replace_self(shown)

    def references(self) -> list[pending_xref]:
        """The references to terms on the page."""
        return [node for node in self.document.findall(pending_xref) if is_term(node)]

    def resolve(self, node: pending_xref) -> nodes.reference | None:
        """The link to a term of this site."""
        here = node.get("refdoc", self.env.current_document.docname)
        (words,) = node.children
        assert isinstance(words, nodes.Element)
        return self.env.domains.standard_domain.resolve_xref(
            self.env, here, self.app.builder, "term", node["reftarget"], node, words.deepcopy()
        )
