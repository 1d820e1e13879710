"""What all directives share: options with their own lines, and items that stand as sections."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count, takewhile
from typing import Any, ClassVar, TypeVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from ..domain import GuideDomain, locate
from ..messages import _
from ..model import (
    Finding,
    Item,
    Location,
    Objective,
    QuestionList,
    RecordList,
    Reference,
    Rule,
)
from ..nodes import guide_text
from ..parse import identifier, identifiers

#: A line that gives an option.
OPTION = re.compile(r"\s*(:[a-z][a-z-]*:|---$)")

T = TypeVar("T")
E = TypeVar("E", bound=nodes.Element)
H = TypeVar("H", bound=nodes.TextElement)


def options(*names: str, flags: tuple[str, ...] = ()) -> dict[str, Callable[[str], Any]]:
    """An option spec whose values arrive as they were written.

    MyST drops a value that its converter refuses and runs the directive all the same, so values
    are converted in `run()`, where a mistake is reported at the option's own line.
    """
    spec: dict[str, Callable[[str], Any]] = dict.fromkeys(names, directives.unchanged)
    return spec | dict.fromkeys(flags, directives.flag)


class GuideDirective(SphinxDirective):
    """A directive whose optional argument is an id, and whose mistakes become findings."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.declared: list[Item | Reference | Objective | QuestionList | RecordList] = []

    @property
    def domain(self) -> GuideDomain:
        """The store."""
        return GuideDomain.of(self.env)

    @property
    def word(self) -> str:
        """The directive's name as authors write it, without the domain."""
        return self.name.rpartition(":")[2]

    def location(self, line: int | None = None) -> Location:
        """Where the directive begins, or another line of the same file."""
        source, first = self.get_source_info()
        return locate(self.env, source, line or first)

    def option_line(self, name: str) -> int:
        """The line where an option stands, as `:name:` or as YAML; else the directive's first."""
        for offset, line in enumerate(self.block_text.splitlines()):
            if re.match(rf"\s*(:{re.escape(name)}:|{re.escape(name)}\s*:(\s|$))", line):
                return self.lineno + offset
        return self.lineno

    @property
    def is_lost(self) -> bool:
        """Whether options stand in the source of which none could be read: MyST has said why, and
        what is missing now is no second mistake.
        """
        head = takewhile(OPTION.match, self.block_text.splitlines()[1:])
        return not self.options and any(head)

    def refer(self, kind: str, id: str, *, option: str = "", line: int | None = None) -> None:
        """Name an item in an option, or at a line; it must exist."""
        line = self.option_line(option) if option else line
        self.declared.append(Reference(kind, id, self.location(line)))

    def declare(self, node: E) -> E:
        """The node that holds what this directive declares, as long as it stands in the tree."""
        node["declares"] = self.declared
        return node

    def anchor(self, item: Item, node: E) -> E:
        """The node where an item stands: it takes the item's HTML id, and declares it. Where
        another item has that id, which is reported, it takes one that no author can type.
        """
        self.declared.insert(0, item)
        if not isinstance(node, nodes.target):
            self.set_source_info(node)
        document = self.state.document
        other = document.ids.get(item.anchor)
        is_double = other is not None and "declares" in other
        node["ids"] = [free_id(document, item.anchor) if is_double else item.anchor]
        document.ids[node["ids"][0]] = node
        if other is not None and "declares" not in other:
            rename(document, other, item.anchor)
        return self.declare(node)

    def report(self, rule: Rule, message: str, line: int | None = None) -> None:
        """Note a mistake in this directive."""
        self.domain.report(Finding(rule, self.location(line), message))

    def identify(self) -> str | None:
        """The id in the argument. After reporting one that is unsafe, one that is near it: the item
        is there, and what refers to it is no second mistake. None if there is nothing to go by.
        """
        written = self.arguments[0] if self.arguments else ""
        try:
            return identifier(written)
        except ValueError as error:
            self.report(Rule.ID, f"{self.word}: {error}")
            near = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")
            return near if re.match("[a-z]", near) else None

    def value(self, name: str, read: Callable[[str], T], *, required: bool = True) -> T | None:
        """An option's value; None after reporting one that is unreadable, or missing."""
        if name not in self.options:
            if required and not self.is_lost:
                self.report(Rule.OPTION_MISSING, f"{self.word} needs the option `:{name}:`")
            return None
        try:
            return read(self.options[name] or "")
        except ValueError as error:
            self.report(Rule.OPTION_VALUE, f"option `:{name}:`: {error}", self.option_line(name))
            return None

    def listed(self, option: str, read: Callable[[str], tuple[T, ...]]) -> tuple[T, ...]:
        """What an option lists; nothing after reporting that it cannot be read."""
        return self.value(option, read, required=False) or ()

    def named(self, option: str, kind: str) -> tuple[str, ...]:
        """The ids that an option lists; each must exist."""
        ids = self.listed(option, identifiers)
        for id in ids:
            self.refer(kind, id, option=option)
        return ids

    def link(self, kind: str, id: str, *, option: str) -> pending_xref:
        """A reference to an item that an option names: it shows the item's title."""
        link = pending_xref(
            "",
            nodes.inline(id, id),
            refdoc=self.env.current_document.docname,
            refdomain=GuideDomain.name,
            reftype=kind,
            reftarget=id,
            refexplicit=False,
            refwarn=False,
        )
        link.source, link.line = self.get_source_info()[0], self.option_line(option)
        return link

    def heading(self, cls: type[H]) -> H:
        """The `:title:` as a node that translators meet."""
        text, line = self.options.get("title") or "", self.option_line("title")
        if "title" not in self.options and not self.is_lost:
            self.report(Rule.OPTION_MISSING, f"{self.word} needs the option `:title:`")
        elif not text.strip() and not self.is_lost:
            message = "option `:title:`: expected some text, got nothing"
            self.report(Rule.OPTION_VALUE, message, line)
        text = text if text.strip() else self.arguments[0] if self.arguments else ""
        inline, _messages = self.parse_inline(text, lineno=line - self.is_markdown)
        title = cls(text, "", *inline)
        title.source, title.line = self.get_source_info()[0], line
        return title

    @property
    def is_markdown(self) -> bool:
        """Whether MyST reads the page; it reports what stands in a line of text one line late."""
        return type(self.state).__module__.startswith("myst_parser")

    def words(self, name: str) -> list[nodes.Node]:
        """What an option says in words, as a node that translators meet; nothing if it is empty."""
        text, line = (self.options.get(name) or "").strip(), self.option_line(name)
        if not text:
            return []
        inline, _messages = self.parse_inline(text, lineno=line - self.is_markdown)
        found = guide_text(
            text, "", *inline, name=name, item=f"{self.word}:{self.arguments[0].strip()}"
        )
        found["translatable"] = True  # Sphinx extracts no other inline node
        found.source, found.line = self.get_source_info()[0], line
        return [found]

    @contextmanager
    def inside(self, name: str, value: object) -> Iterator[None]:
        """While the content is parsed, nested directives see a value under a name."""
        outer = self.env.temp_data.get(name)
        self.env.temp_data[name] = value
        try:
            yield
        finally:
            self.env.temp_data[name] = outer


class ItemDirective(GuideDirective):
    """A directive that declares an item.

    With `:title:` it stands as a section with that heading. Without, the item is the section in
    which the directive stands, and takes its heading.
    """

    kind: ClassVar[str]

    def item(self, id: str, location: Location) -> Item:
        """The item that the options declare."""
        raise NotImplementedError

    def facts(self) -> list[list[nodes.Node]]:
        """What the line under the heading says: each fact is text and links."""
        return []

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        if id is None:
            return self.parse_content_to_nodes()
        item = self.item(id, self.location())
        return self.stand(item, [*self.fact_line(), *self.content_nodes(item)])

    @property
    def classes(self) -> list[str]:
        """More classes of a section of its own."""
        return []

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        """The parsed content."""
        return self.parse_content_to_nodes()

    def fact_line(self) -> list[nodes.Node]:
        """The facts as one paragraph, if there are any."""
        facts = self.facts()
        if not facts:
            return []
        line = nodes.paragraph(classes=["guide-facts"])
        for index, fact in enumerate(facts):
            line += [nodes.Text(" · ")] if index else []
            line += fact
        return [line]

    def stand(self, item: Item, body: list[nodes.Node]) -> list[nodes.Node]:
        """The body in a section of its own, or behind a target in the section around it."""
        if "title" not in self.options and not self.is_lost:
            return [self.anchor(item, nodes.target()), *body]
        section = self.anchor(item, nodes.section(classes=[f"guide-{item.kind}", *self.classes]))
        section += [self.heading(nodes.title), *body]
        return [section]


def rename(document: nodes.document, node: nodes.Element, id: str) -> None:
    """Give another id to a heading or a target of the author's that had the id of an item."""
    new = free_id(document, id)
    node["ids"] = [new if known == id else known for known in node["ids"]]
    document.ids[new] = node
    for name in [name for name, known in document.nameids.items() if known == id]:
        document.nameids[name] = new


def free_id(document: nodes.document, id: str) -> str:
    """An id like another, which no author can type, and no copy has."""
    return next(name for n in count(2) if (name := f"{id}--also-{n}") not in document.ids)


def word(text: str) -> list[nodes.Node]:
    """A word of the interface, or a number, as inline content."""
    return [nodes.Text(text)]


__all__ = ["GuideDirective", "ItemDirective", "_", "options", "word"]
