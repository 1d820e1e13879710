"""The store: what each page declares, refers to and shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, fields, replace
from functools import cache
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeGuard, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from .calculations import restated, solve
from .messages import answer
from .model import (
    Architecture,
    Budget,
    Calculation,
    Chart,
    Finding,
    Given,
    Guide,
    Item,
    Level,
    Location,
    Objective,
    Phase,
    Question,
    QuestionList,
    Quiz,
    Record,
    RecordList,
    Reference,
    Result,
    Rule,
    Settings,
    Skill,
    SubSkill,
    Unit,
)
from .model.questions import digest
from .model.settings import types_of
from .nodes import guide_question
from .pace import is_looked_at, words_in
from .reading import Look, complete, look_of, section_of, untitled
from .terms import definitions, is_term, key, keys_in
from .texts import DOMAIN, short
from .visibility import hide, visible

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

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
            Calculation,
            Chart,
            Quiz,
            Question,
        )
    ),
)


class FigureRole(XRefRole):
    """Shows a figure, perhaps in another unit or rounded: `cost.a-day in 0.1 EUR/h`. The target is
    all of that: by their targets, Sphinx finds the references of a translation in the original.
    """

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: nodes.Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        target = " ".join(target.split())
        return (title if has_explicit_title else named(target)[0]), target


def named(target: str) -> tuple[str, str]:
    """The name of a figure in the target of a reference, and how it is shown."""
    name, _in, how = target.partition(" in ")
    return name, how


@dataclass
class Page:
    """What one page holds. `uses` are the keys of data that it shows (see `outdated.digests`),
    `conditions` what hid a part of it or did not when it was read, `looks` the words with markup by
    the key of their item, `terms` the first sentences of a glossary by the HTML ids of its terms.
    """

    items: list[Item] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    lists: list[QuestionList] = field(default_factory=list)
    record_lists: list[RecordList] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    uses: set[str] = field(default_factory=set)
    looks: dict[str, Look] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    words: int = 0
    figures: int = 0
    conditions: dict[tuple[str, str], bool] = field(default_factory=dict)


class GuideDomain(Domain):
    """Skill guides: items with ids, the references between them, and what must add up.

    Directives leave what they declare in their nodes, under `declares`. It is collected when the
    tree of the page is complete: what an author hides, or what no longer stands in the tree, is not
    declared.
    """

    name = DOMAIN
    label = "Guide"
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}}
    data_version = 4
    object_types: ClassVar[dict[str, ObjType]] = {kind: ObjType(kind, kind) for kind in ROLES}
    roles: ClassVar[dict[str, Any]] = {
        **{kind: XRefRole(innernodeclass=nodes.inline) for kind in ROLES},
        **{kind: FigureRole(innernodeclass=nodes.inline) for kind in (Given.kind, Result.kind)},
    }

    def setup(self) -> None:
        super().setup()
        self._guide: Guide | None = None
        self.shown: dict[str, str] = {}
        self._places: list[tuple[Item, nodes.Element]] = []
        self._questions: dict[str, dict[str, guide_question]] = {}

    @classmethod
    def of(cls, env: BuildEnvironment) -> GuideDomain:
        """The domain of an environment."""
        domain = env.domains[cls.name]
        assert isinstance(domain, cls)
        return domain

    @property
    def pages(self) -> dict[str, Page]:
        """What each page holds, by docname."""
        return self.data["pages"]  # type: ignore[no-any-return]

    def page(self, docname: str) -> Page:
        """The page of a docname; a new one if it held nothing so far."""
        return self.pages.setdefault(docname, Page())

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
        guide = Guide(
            items=[item for _, page in pages for item in page.items],
            references=[reference for _, page in pages for reference in page.references],
            words={name: page.words for name, page in pages},
            figures={name: page.figures for name, page in pages},
            titles=self.titles(),
            terms=self.terms(),
            objectives=[objective for _, page in pages for objective in page.objectives],
            lists=[place for _, page in pages for place in page.lists],
            record_lists=[place for _, page in pages for place in page.record_lists],
            pages={name: self.page(name).anchors for name in order},
            unlisted=frozenset(name for name in order if "orphan" in self.env.metadata[name]),
            kinds=self.env.config.guide_record_kinds,
            settings=settings(self.env),
        )
        return spelled(with_restated(solve(guide)))

    def titles(self) -> dict[str, str]:
        """The titles of pages and of labeled sections, by `doc:page` and `ref:label`."""
        labels = self.env.domains.standard_domain.labels
        pages = {f"doc:{name}": title.astext() for name, title in self.env.titles.items()}
        return pages | {f"ref:{name}": title for name, (_page, _id, title) in labels.items()}

    def terms(self) -> dict[str, str]:
        """The first sentences of all glossaries, by `term:name`."""
        objects = self.env.domains.standard_domain.objects
        found = {name: place for (kind, name), place in objects.items() if kind == "term"}
        return {
            key(name): self.pages.get(docname, Page()).terms.get(anchor, "")
            for name, (docname, anchor) in found.items()
        }

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Collect what a page declares and shows, as readers see it after its translation."""
        page = self.page(docname)
        page.conditions = hide(document, env)  # first: what is hidden declares nothing
        found = list(visible(document))
        elements = [node for node in found if isinstance(node, nodes.Element)]
        page.anchors = frozenset(id for node in elements for id in node["ids"])
        page.terms = definitions(elements)
        page.uses |= {key(node["reftarget"]) for node in filter(is_term, elements)}
        page.words = sum(map(words_in, elements))
        page.figures = sum(map(is_looked_at, elements))
        places: list[tuple[Item, nodes.Element]] = []
        records: dict[nodes.section | None, str] = {}
        for node in elements:
            if is_our_reference(node):
                reference = reference_of(env, node, records)
                self.refer(page, reference, is_checked=not node.get("inherited"))
            for thing in node.attributes.pop("declares", ()):
                if isinstance(thing, Item):
                    places.append((thing, node))
                else:
                    self.note(page, thing)
                if isinstance(thing, Record):
                    records[section_of(node)] = thing.key
        self.check_titles(places)
        page.items = [complete(item, node) for item, node in places]
        self._places = places

    def note(self, page: Page, thing: Reference | Objective | QuestionList | RecordList) -> None:
        """Note what a node declares beside items."""
        if isinstance(thing, Reference):
            self.refer(page, thing)
        elif isinstance(thing, QuestionList):
            page.lists.append(thing)
        elif isinstance(thing, RecordList):
            page.record_lists.append(thing)
        else:
            page.objectives.append(thing)

    def read_looks(self, docname: str) -> None:
        """Keep how the words of a page look, once its links have their addresses."""
        page = self.page(docname)
        looks = {item.key: look_of(item, node) for item, node in self._places}
        page.looks = {key: look for key, look in looks.items() if any(look)}
        shown = {
            key: "".join(part.pformat() for part in look if part) for key, look in looks.items()
        }
        shown |= {item.key: node.pformat() for item, node in self._places if is_asked(item)}
        terms = {
            item.key: keys_in(node if is_asked(item) else looks[item.key].sentence)
            for item, node in self._places
        }
        page.items = [
            replace(item, look=digest(shown[item.key]), terms=tuple(sorted(terms[item.key])))
            if shown.get(item.key)
            else item
            for item in page.items
        ]
        self._places = []

    def refer(self, page: Page, reference: Reference, *, is_checked: bool = True) -> None:
        """Note that a page names an item, which must exist, and shows its title or value."""
        page.references += [reference] if is_checked else []
        page.uses.add(f"{reference.kind}:{reference.id.partition('#')[0]}")

    def check_titles(self, places: list[tuple[Item, nodes.Element]]) -> None:
        """Report each item that has no heading of its own."""
        owners: dict[nodes.section, Item] = {}
        for item, node in places:
            section = section_of(node) if item.has_title else None
            owner = owners.setdefault(section, item) if section else None
            if item.has_title and (owner is None or owner.key != item.key):
                self.report(Finding(Rule.TITLE, item.location, untitled(item, owner)))

    def clear_doc(self, docname: str) -> None:
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        self.pages.update({n: page for n, page in otherdata["pages"].items() if n in docnames})

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every item that a page shows; what is apart stands in the inventory alone.

        Where name and kind make the anchor, Sphinx's search drops it and makes another one of the
        title. So the name ends in a space; whoever reads an inventory strips it.
        """
        guide = self.current
        for item in guide.by_key.values():
            if item.kind in self.object_types:
                title = short(guide.spell(item.label))
                priority = -1 if guide.is_apart(item) else 1
                yield f"{item.id} ", title, item.kind, item.location.docname, item.anchor, priority

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
        name, how = named(target)
        item = self.current.by_key.get(f"{typ}:{name}")
        if item is None:
            return None
        if not node["refexplicit"]:
            title = self.look(item).title
            label = shown_as(item, how, self.current.settings)
            contnode = title.deepcopy() if title else nodes.inline(label, label)
        contnode["classes"] = ["xref"]  # the role's own class is that of the declaration
        if isinstance(item, Result) and item.is_fixed and not node["refexplicit"]:
            return cast("nodes.reference", contnode)  # what was measured leads to no step
        place = item.location.docname
        return make_refnode(builder, fromdocname, place, item.anchor, contnode)

    def resolve_any_xref(self, *args: Any) -> list[tuple[str, nodes.reference]]:
        return []

    def question(self, item: Question) -> guide_question:
        """A question as its page was read; the pages are kept, since several show it."""
        docname = item.location.docname
        if docname not in self._questions:
            tree = self.env.get_doctree(docname)
            self._questions[docname] = {
                id: node for node in tree.findall(guide_question) for id in node["ids"]
            }
        return self._questions[docname][item.anchor]

    def look(self, item: Item) -> Look:
        """How the words of an item look on its page."""
        page = self.pages.get(item.location.docname, Page())
        return page.looks.get(item.key, Look(None, None))

    @property
    def current(self) -> Guide:
        """The guide as of the end of reading; pages are written from it."""
        return self._guide or self.finish()

    def finish(self) -> Guide:
        """The guide, now that every page has been read."""
        self._guide = self.guide()
        self._questions.clear()
        return self._guide


def with_restated(guide: Guide) -> Guide:
    """The guide with the text of each figure that is shown in another unit, or rounded."""
    found = {}
    for one in guide.references:
        item = guide.by_key.get(f"{one.kind}:{one.id}") if one.how else None
        if item:
            text = shown_as(item, one.how, guide.settings)
            found[f"{item.key} in {one.how}"] = text
    return replace(guide, titles=guide.titles | found) if found else guide


def settings(env: BuildEnvironment) -> Settings:
    """What the site has set; the default where it has another type, of which Sphinx warns."""
    values: dict[str, Any] = {}
    for setting in fields(Settings):
        value = env.config[f"guide_{setting.name}"]
        if isinstance(value, types_of(setting.default)):
            values[setting.name] = value
    return Settings(**values)


def is_asked(item: Item) -> bool:
    """Whether an item is a question, of which other pages show copies with all their numbers."""
    return isinstance(item, Question)


def finish_page(app: Sphinx, doctree: nodes.document) -> None:
    """Complete what is kept of a page, behind all that Sphinx does when it reads one."""
    GuideDomain.of(app.env).read_looks(app.env.current_document.docname)


def spelled(guide: Guide) -> Guide:
    """The guide with titles that name other items spelled out."""
    items = [
        replace(item, title=guide.spell(item.title, frozenset({item.key})))
        if "{" in item.title
        else item
        for item in guide.items
    ]
    return replace(guide, items=items)


def is_our_reference(node: nodes.Node) -> TypeGuard[pending_xref]:
    """Whether a node refers to an item of this site; a role may name one of another site."""
    return (
        isinstance(node, pending_xref)
        and node["refdomain"] == DOMAIN
        and not node.get("intersphinx")
    )


def reference_of(
    env: BuildEnvironment, node: pending_xref, records: Mapping[nodes.section | None, str]
) -> Reference:
    """What a reference in the text names, and where it stands; the records by their sections."""
    place = section_of(node)
    while place is not None and place not in records:
        place = section_of(place.parent)
    within = records.get(place, "") if place else ""
    where = locate(env, node.source, node.line)
    name, how = named(node["reftarget"])
    return Reference(node["reftype"], name, where, within, how)


def shown_as(item: Item, how: str, settings: Settings) -> str:
    """What a reference shows of an item; a figure perhaps in another unit, or rounded."""
    if not how or not isinstance(item, Given):
        is_answer = isinstance(item, Given) and item.is_answer
        return answer(item.label) if is_answer else item.label
    try:
        return restated(item, how, settings.units)
    except ValueError:  # reported by a check
        return item.label


def locate(
    env: BuildEnvironment, source: str | None, line: int | None, docname: str = ""
) -> Location:
    """The location of a line of a source file, on the page that is being read if none is named.
    Sphinx gives the place of a translated text as `path:line:<translated>`.
    """
    if translated := re.fullmatch(r"(.*):(\d+):<translated>", source or ""):
        source, line = translated[1], int(translated[2])
    docname = docname or env.current_document.docname
    path = in_project(source, env.srcdir) if source else str(env.doc2path(docname, base=False))
    return Location(docname, path.replace("\\", "/"), line or 1)


@cache  # each item and each reference of a page asks for it
def in_project(source: str, folder: Path) -> str:
    """The path of a file as seen from the folder of the project."""
    return relpath(source, folder)


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
