"""The store: what each page declares, refers to and shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from hashlib import sha256
from os.path import relpath
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.logging import getLogger
from sphinx.util.nodes import make_refnode

from .checks import check
from .model import (
    KINDS,
    Architecture,
    Budget,
    Finding,
    Given,
    Guide,
    Item,
    Level,
    Location,
    Objective,
    Phase,
    Question,
    Quiz,
    Reference,
    Rule,
    Skill,
    SubSkill,
    Unit,
)
from .reading import DOMAIN, complete, section_of, untitled

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = getLogger(__name__)

#: Kinds that a role refers to, and that appear in the search and in `objects.inv`.
ROLES = (
    *(
        cls.kind
        for cls in (
            Skill,
            Level,
            SubSkill,
            Phase,
            Unit,
            Given,
            Architecture,
            Budget,
            Quiz,
            Question,
        )
    ),
    *(kind.name for kind in KINDS),
)


@dataclass
class Page:
    """What one page holds. `uses` are the keys of data that it shows (see `digests`)."""

    items: list[Item] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    uses: set[str] = field(default_factory=set)
    anchors: frozenset[str] = frozenset()
    words: int = 0


class GuideRole(XRefRole):
    """A reference to an item; it is noted, so that an unknown one is reported as a finding."""

    def __init__(self) -> None:
        super().__init__(innernodeclass=nodes.inline)

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: nodes.Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        location = locate(env, *self.get_source_info())
        env.domains[GuideDomain.name].refer(self.reftype, target, location)  # type: ignore[attr-defined]
        return title, target


class GuideDomain(Domain):
    """Skill guides: items with ids, the references between them, and what must add up."""

    name = DOMAIN
    label = "Guide"
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "digests": {}}
    data_version = 1
    object_types: ClassVar[dict[str, ObjType]] = {kind: ObjType(kind, kind) for kind in ROLES}
    roles: ClassVar[dict[str, Any]] = {kind: GuideRole() for kind in ROLES}

    @property
    def pages(self) -> dict[str, Page]:
        """What each page holds, by docname."""
        return self.data["pages"]  # type: ignore[no-any-return]

    def page(self, docname: str) -> Page:
        """The page of a docname; a new one if it held nothing so far."""
        return self.pages.setdefault(docname, Page())

    def note(self, item: Item) -> None:
        """Declare an item."""
        self.page(item.location.docname).items.append(item)

    def refer(self, kind: str, id: str, location: Location) -> None:
        """Note that a page names an item, and shows its title or value."""
        page = self.page(location.docname)
        page.references.append(Reference(kind, id, location))
        page.uses.add(f"{kind}:{id}")

    def note_objective(self, objective: Objective) -> None:
        """Declare an objective of a page."""
        self.page(objective.location.docname).objectives.append(objective)

    def report(self, finding: Finding) -> None:
        """Note a mistake that was found while its page was read; it is shown on every build."""
        self.page(finding.location.docname).findings.append(finding)

    def use(self, docname: str, kinds: Iterable[str]) -> None:
        """Note that a page shows all items of some kinds."""
        self.page(docname).uses.update(kinds)

    def guide(self) -> Guide:
        """All items and references, in the order in which readers meet the pages."""
        order = reading_order(self.env)
        pages = [(name, self.pages[name]) for name in order if name in self.pages]
        return Guide(
            items=[
                item
                for _, page in pages
                for item in sorted(page.items, key=lambda item: item.location.line)
            ],
            references=[reference for _, page in pages for reference in page.references],
            words={name: page.words for name, page in pages},
            titles=self.titles(),
            objectives=[objective for _, page in pages for objective in page.objectives],
            pages={name: self.page(name).anchors for name in order},
        )

    def titles(self) -> dict[str, str]:
        """The titles of pages and of labeled sections, by `doc:page` and `ref:label`."""
        labels = self.env.domains.standard_domain.labels
        pages = {f"doc:{name}": title.astext() for name, title in self.env.titles.items()}
        return pages | {f"ref:{name}": title for name, (_page, _id, title) in labels.items()}

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Complete the items of a page with what readers see, after its translation."""
        page = self.page(docname)
        page.anchors = frozenset(document.ids)
        page.words = len(document.astext().split())
        places = [document.ids.get(item.anchor) for item in page.items]
        owners: dict[nodes.section | None, Item] = {}
        for item, section in zip(page.items, map(section_of, places), strict=True):
            owner = owners.setdefault(section, item) if section and item.has_title else None
            if item.has_title and (owner is None or owner.key != item.key):
                self.report(Finding(Rule.TITLE, item.location, untitled(item, owner)))
        page.items = [complete(*pair) for pair in zip(page.items, places, strict=True)]

    def clear_doc(self, docname: str) -> None:
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        self.pages.update({n: page for n, page in otherdata["pages"].items() if n in docnames})

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        for item in self.guide().by_key.values():
            if item.kind in ROLES:
                yield item.id, item.label, item.kind, item.location.docname, item.anchor, 1

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        item = self.current.by_key.get(f"{typ}:{target}")
        if item is None:
            return None
        if not node["refexplicit"]:
            contnode = nodes.inline(item.label, item.label)
        contnode["classes"] = ["xref"]  # the role's own class is that of the declaration
        place = item.location.docname
        return make_refnode(builder, fromdocname, place, item.anchor, contnode)

    def resolve_any_xref(self, *args: Any) -> list[tuple[str, nodes.reference]]:
        return []

    def doctree(self, docname: str) -> nodes.document:
        """The tree of a page as it was read; kept, since several pages may show its questions."""
        trees: dict[str, nodes.document] = self.__dict__.setdefault("_trees", {})
        if docname not in trees:
            trees[docname] = self.env.get_doctree(docname)
        return trees[docname]

    @property
    def current(self) -> Guide:
        """The guide as of the end of reading; pages are written from it."""
        if not hasattr(self, "_current"):
            self._current = self.guide()
        return self._current


def locate(env: BuildEnvironment, source: str | None, line: int | None) -> Location:
    """The location of a line of a source file."""
    docname = env.current_document.docname
    path = relpath(source, env.srcdir) if source else env.doc2path(docname, base=False)
    return Location(docname, str(path).replace("\\", "/"), line or 1)


def reading_order(env: BuildEnvironment) -> list[str]:
    """All pages as the table of contents leads through them; pages outside it come last."""
    order: dict[str, None] = {}

    def visit(docname: str) -> None:
        if docname in env.all_docs and docname not in order:
            order[docname] = None
            for child in env.toctree_includes.get(docname, ()):
                visit(child)

    for docname in (env.config.root_doc, *sorted(env.all_docs)):
        visit(docname)
    return list(order)


def digests(guide: Guide) -> dict[str, str]:
    """What pages can show, by key: a hash for each item and for each kind, without line numbers
    (the parts of an item leave theirs out of `repr`); and one for the lengths of the pages, in
    hundreds of words.
    """
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for item in guide.items:
        shown = replace(
            item,
            location=Location(item.location.docname, "", 0),
            sentence=guide.spell(item.sentence),
        )
        text = repr(shown)
        texts[item.key].append(text)
        texts[item.kind].append(text)
    texts["words"] = [f"{page} {round(words, -2)}" for page, words in guide.words.items()]
    return {key: sha256("\n".join(parts).encode()).hexdigest() for key, parts in texts.items()}


def finish_reading(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Report every finding, and return the pages that show data which changed since they were
    written. Runs on each build, also when nothing was read: a mistake is shown until repaired.
    """
    domain: GuideDomain = env.domains["guide"]  # type: ignore[assignment]
    guide = domain._current = domain.guide()
    domain.__dict__.pop("_trees", None)
    found = [finding for page in domain.pages.values() for finding in page.findings]
    for finding in sorted([*found, *check(guide)], key=lambda finding: finding.location):
        place = env.srcdir / finding.location.path
        logger.warning(
            "%s",
            finding.message,
            type="guide",
            subtype=finding.rule,
            location=f"{place}:{finding.location.line}",
        )
    old, new = domain.data["digests"], digests(guide)
    changed = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    domain.data["digests"] = new
    return sorted(name for name, page in domain.pages.items() if page.uses & changed)
