"""`sphinx-build -b report`: what no check can decide, as a listing for those who write."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from re import Pattern

from docutils import nodes
from sphinx.addnodes import glossary, pending_xref
from sphinx.environment import BuildEnvironment

from .builder import FilesBuilder
from .domain import GuideDomain, locate
from .model import Given, Guide, Location, Result
from .nodes import guide_question
from .terms import key
from .visibility import is_hidden, visible

#: A place, and what stands there.
Note = tuple[Location, str]

#: What is not the running text of an author.
OTHERS = (nodes.literal, nodes.math, nodes.reference, nodes.footnote_reference, pending_xref)
#: Where no link is missing.
ELSEWHERE = (glossary, guide_question, nodes.title)
#: A number with its unit.
QUANTITY = re.compile(r"(?<![\w.,])([−]?\d[\d,]*(?:\.\d+)?)\s+([A-Za-z]+)")
#: The longest name of a term, in words.
WORDS = 4


class ReportBuilder(FilesBuilder):
    """Writes `report.txt`. What stands in it is no mistake: somebody has to look."""

    name = "report"
    epilog = "The listing is in %(outdir)s/report.txt."

    def finish(self) -> None:
        guide = GuideDomain.of(self.env).current
        parts = [listing(title, sorted(find(self.env, guide))) for title, find in LISTINGS.items()]
        Path(self.outdir, "report.txt").write_text("\n".join(parts), "utf-8", newline="\n")


def listing(title: str, notes: list[Note]) -> str:
    """A title with a number, and each note on a line."""
    return "".join([f"{title}: {len(notes)}\n", *(f"{place}: {text}\n" for place, text in notes)])


def unlinked(env: BuildEnvironment, guide: Guide) -> Iterator[Note]:
    """For each page with objectives, the terms of a glossary that it uses and never links, where
    it uses them first.
    """
    names = {name: pattern(name) for name in term_names(env)}
    for docname in sorted({objective.location.docname for objective in guide.objectives}):
        linked = GuideDomain.of(env).page(docname).uses
        blocks = [(block, prose(block)) for block in blocks_of(env.get_doctree(docname))]
        for name in [name for name in names if key(name) not in linked]:
            found = ((block, text, names[name].search(text)) for block, text in blocks)
            block, text, match = next((use for use in found if use[2]), (None, "", None))
            if block and match:
                line = (block.line or 1) + text.count("\n", 0, match.start())
                word = " ".join(match[0].split())
                link = word if word.lower() == name.lower() else f"{word} <{name}>"
                yield (
                    locate(env, block.source, line, docname),
                    f"'{word}': write {{term}}`{link}`",
                )


def undefined(env: BuildEnvironment, guide: Guide) -> Iterator[Note]:
    """Words that a page defines and no glossary holds, where it does so first. A page defines what
    is bold before "is" or "are", or bold in a list of definitions.
    """
    known = {singular(name) for name in term_names(env)}
    for docname in sorted(guide.pages):
        for node in visible(env.get_doctree(docname)):
            name = node.astext()
            if not isinstance(node, nodes.strong) or not is_defined(node):
                continue
            if singular(name) in known or len(name.split()) > WORDS or not name[-1:].isalpha():
                continue
            known.add(singular(name))
            yield locate(env, *place_of(node), docname), f"'{' '.join(name.split())}'"


def typed(env: BuildEnvironment, guide: Guide) -> Iterator[Note]:
    """Numbers in running text that a figure has, in its unit: they should be that figure, else
    they stay as they are when it changes. Numbers of two digits are chance.
    """
    figures = figures_of(guide)
    for docname in sorted(guide.pages):
        for block in blocks_of(env.get_doctree(docname)):
            text = prose(block)
            for match in QUANTITY.finditer(text):
                if figure := figures.get((match[1], match[2])):
                    line = (block.line or 1) + text.count("\n", 0, match.start())
                    what = f"'{match[0]}' is {{{figure.kind}}}`{figure.id}`"
                    yield locate(env, block.source, line, docname), what


def figures_of(guide: Guide) -> dict[tuple[str, str], Given]:
    """Figures by what is written of them: their number, and the first word of their unit."""
    figures: dict[tuple[str, str], Given] = {}
    computed = [result for result in guide.all(Result) if not result.is_input]
    for figure in (*guide.all(Given), *computed):
        unit = re.split(r"[/·]", figure.unit)[0]
        if unit and len(re.findall(r"\d", figure.value)) > 2:
            figures.setdefault((figure.value, unit), figure)
    return figures


#: The parts of the report.
LISTINGS: dict[str, Callable[[BuildEnvironment, Guide], Iterator[Note]]] = {
    "Terms of the glossary that a page uses without a link": unlinked,
    "Words that a page defines and the glossary does not": undefined,
    "Numbers that are typed although a figure has them": typed,
}


def term_names(env: BuildEnvironment) -> list[str]:
    """The names of all terms, as their authors wrote them."""
    objects = env.domains.standard_domain.objects
    return sorted(name for kind, name in objects if kind == "term")


def pattern(name: str) -> Pattern[str]:
    """What finds a term in a text, also in the plural. Case matters in names such as SLO."""
    words = r"\s+".join(map(re.escape, name.split()))
    flags = re.NOFLAG if name[1:] != name[1:].lower() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){words}(?:e?s)?(?![\w@-])", flags)


def singular(name: str) -> str:
    """A name without what differs between two ways to write it."""
    return re.sub(r"e?s$", "", " ".join(name.split()).lower())


def blocks_of(document: nodes.document) -> Iterator[nodes.paragraph]:
    """The paragraphs of a page in which a link could stand."""
    for node in visible(document):
        if isinstance(node, nodes.paragraph) and not is_inside(node, ELSEWHERE):
            yield node


def prose(node: nodes.Node) -> str:
    """The text of a node, in which each sign of code and of links is a null."""
    if isinstance(node, OTHERS) or is_hidden(node):
        return re.sub(r"[^\n]", "\0", node.astext())
    if isinstance(node, nodes.Element):
        return "".join(map(prose, node.children))
    return node.astext()


def is_inside(node: nodes.Node, classes: tuple[type[nodes.Node], ...]) -> bool:
    """Whether a node is of some classes, or stands in one that is."""
    outer: nodes.Node | None = node
    while outer is not None and not isinstance(outer, classes):
        outer = outer.parent
    return outer is not None


def is_defined(node: nodes.strong) -> bool:
    """Whether a bold word is being defined."""
    if is_inside(node, ELSEWHERE):
        return False
    behind = node.next_node(descend=False, siblings=True)
    return isinstance(node.parent, nodes.term) or (
        isinstance(behind, nodes.Text) and bool(re.match(r"\s+(is|are)\b", behind))
    )


def place_of(node: nodes.Node) -> tuple[str | None, int]:
    """The file and the line of a node in a line of text."""
    block = node.parent
    while not block.line:
        block = block.parent
    text, start = block.astext(), node.astext()
    return block.source, block.line + text.count("\n", 0, max(0, text.find(start)))
