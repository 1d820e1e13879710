"""What is done to questions before a page is written, for all builders or for some."""

from itertools import count
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..copies import copy_of, elements, keep_numbers
from ..domain import GuideDomain
from ..messages import _
from ..model import Guide, Question
from ..nodes import (
    guide_attempt,
    guide_explanation,
    guide_facts,
    guide_feedback,
    guide_legend,
    guide_part,
    guide_pool,
    guide_question,
    guide_question_list,
    guide_result,
)
from ..output import Output
from ..types import TYPES
from ..types.base import letter
from ..visibility import condition_of, visible
from .parts import link
from .results import result_data, result_table


class QuestionTransform(SphinxPostTransform):
    """A transform that knows the guide, and what the builder writes."""

    @property
    def domain(self) -> GuideDomain:
        """The store."""
        return GuideDomain.of(self.env)

    @property
    def guide(self) -> Guide:
        """The guide as of the end of reading."""
        return self.domain.current

    @property
    def output(self) -> Output:
        """What the builder writes."""
        return Output(self.app.builder)


class ShowQuestions(QuestionTransform):
    """Show questions that are written elsewhere: copies where they can be answered, else links."""

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        copies = count(1)
        here = self.env.current_document.docname
        for page, place in list(elements(self.document, here)):
            if not isinstance(place, guide_question_list):
                continue
            found = self.guide.select(**place["conditions"])
            content: nodes.Element
            if self.output.is_interactive:
                shown = [self.copy(item, next(copies), page) for item in found]
                content = self.box(place, shown)
            elif place["is_pool"]:
                content = guide_pool()
            else:
                entries = [
                    nodes.list_item("", nodes.paragraph("", "", link(item))) for item in found
                ]
                content = nodes.bullet_list("", *entries)
            place.replace_self(content if content.children else [])

    def box(self, place: guide_question_list, shown: list[nodes.Element]) -> nodes.Element:
        """What holds the copies: an attempt counts its questions itself."""
        if place["is_pool"]:
            return guide_pool("", *shown)
        is_attempt = isinstance(place.parent, guide_attempt)
        return nodes.container("", *shown, classes=[] if is_attempt else ["guide-questions"])

    def copy(self, item: Question, number: int, page: str) -> nodes.Element:
        """A copy of a question with an id of its own, which no author can type; it keeps the
        question's id as data. What it refers to is where it was. `page` is that of its place.
        """
        original = self.domain.question(item)
        here, home = self.env.current_document.docname, item.location.docname
        name = f"{item.anchor}--{number}"
        copy = copy_of(original, home, here, self.app.builder, name)
        copy["ids"] = [name]
        keep_numbers(copy, home, page, self.env)
        return copy


class FinishQuestions(QuestionTransform):
    """Number questions, name levels, link what teaches the answer, and add up results."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        if not self.output.is_for_translators:
            remove_hidden(self.document)
        questions = list(self.document.findall(guide_question))
        for number, node in enumerate(questions, 1):
            if len(questions) > 1:
                for facts in node.findall(guide_facts):
                    text = _("Question %d") % number + (" · " if facts.children else "")
                    facts.insert(0, nodes.Text(text))
            for name in ("sub_skill", "level"):
                item = self.guide.by_key.get(f"{name.replace('_', '-')}:{node[name]}")
                node[f"{name}_title"] = item.label if item else node[name]
            type = TYPES[node["type"]]
            type.finish(node, self.guide)
            self.add_links(node)
            for explanation in node.findall(guide_explanation):
                explanation["title"] = type.explanation_title()
        for kind in (guide_result, guide_attempt):
            for place in self.document.findall(kind):
                place["data"] = result_data(self.guide, place["quiz"], self.address)
                place += result_table(self.guide, place["quiz"])

    def address(self, docname: str, anchor: str = "") -> str:
        """The address of a place, as seen from this page."""
        here = self.env.current_document.docname
        page = self.app.builder.get_relative_uri(here, docname)
        # On the one page of a single file, a page is an anchor itself.
        return f"{page.partition('#')[0]}#{anchor}" if anchor else page

    def add_links(self, node: guide_question) -> None:
        """End the explanation with links: to the place that teaches the answer, and to the question
        that goes deeper.
        """
        links: list[nodes.Node] = []
        page, _hash, anchor = node["teaches"].partition("#")
        if page in self.env.titles:
            title = nodes.inline("", self.env.titles[page].astext())
            place = nodes.reference("", "", title, refuri=self.address(page, anchor), internal=True)
            links += [nodes.Text(_("Read on:") + " "), place]
        if following := self.guide.next_questions.get(node["question_id"]):
            links += [nodes.Text(" · ")] if links else []
            links += [nodes.Text(_("Go deeper:") + " "), link(following)]
        if not links:
            return
        last = next(node.findall(guide_explanation), None)
        if last is None:
            node += (last := guide_explanation())
        last += nodes.paragraph("", "", *links, classes=["guide-read"])


class AnswerKey(QuestionTransform):
    """Where questions cannot be answered on the page, move every reason to a key at its end."""

    default_priority = 9

    def is_supported(self) -> bool:
        """Not for translators either: they read the pages as they were written."""
        return not self.output.is_interactive and not self.output.is_for_translators

    def run(self, **kwargs: Any) -> None:
        for node in self.document.findall(guide_question):
            TYPES[node["type"]].lower(node)
        answers = [
            answer
            for number, node in enumerate(self.document.findall(guide_question), 1)
            for answer in self.answer(number, node)
        ]
        if answers:
            key = nodes.section("", nodes.title("", _("Answer key")), *answers, ids=["answer-key"])
            sections = [child for child in self.document if isinstance(child, nodes.section)]
            (sections[0] if len(sections) == 1 else self.document).append(key)
        for node in self.document.findall(guide_question):
            announce(node)
        lower(self.document)
        if not self.output.has_letters:
            for options in list(self.document.findall(nodes.enumerated_list)):
                if options.get("enumtype") == "upperalpha":
                    options.replace_self(with_letters(options))

    def answer(self, number: int, node: guide_question) -> list[nodes.Node]:
        """The right answer in short, the reasons with their letters, and the explanation."""
        type = TYPES[node["type"]]
        key = type.key(node)
        title = _("Question %d") % number + (f": {key}" if key else "")
        reasons = nodes.bullet_list()
        for sign, reason in list(type.reasons(node)):
            reason.parent.remove(reason)
            reasons += begun_with(nodes.list_item("", *reason.children), sign)
        result: list[nodes.Node] = [nodes.paragraph("", "", nodes.strong("", title))]
        result += [reasons] if reasons.children else []
        for last in list(node.findall(guide_explanation)):
            node.remove(last)
            result += last.children
        return result


def remove_hidden(document: nodes.document) -> None:
    """Remove reasons and explanations of which this build hides all: a fold would be empty."""
    folds = (guide_feedback, guide_explanation)
    for part in [node for node in document.findall(nodes.Element) if isinstance(node, folds)]:
        shown = (node for node in visible(part) if node is not part)
        if all(isinstance(node, nodes.Element) and condition_of(node) for node in shown):
            part.parent.remove(part)


def announce(node: guide_question) -> None:
    """Begin a question with its number and facts, and mark what it asks: on paper nothing else
    tells it from the end of the question above.
    """
    for facts in list(node.findall(guide_facts)):
        node.remove(facts)
        content = facts.children or [nodes.Text(_("Question"))]
        node.insert(0, nodes.paragraph("", "", *content, classes=facts["classes"]))
    for legend in node.findall(guide_legend):
        legend[:] = [nodes.strong("", "", *legend.children)]


def lower(document: nodes.document) -> None:
    """Replace every part of a question by a node of the docutils class that it inherits from."""
    for node in [node for node in document.findall(nodes.Element) if isinstance(node, guide_part)]:
        base: type[nodes.Element] = type(node).__mro__[1]
        kept = ("ids", "classes", "enumtype", "prefix", "suffix")
        text = ("", "") if issubclass(base, nodes.TextElement) else ("",)
        copy = base(*text, *node.children, **{name: node[name] for name in kept if name in node})
        node.replace_self(copy)


def begun_with(entry: nodes.Element, sign: str) -> nodes.Element:
    """The entry with its letter or number written out."""
    if entry.children and isinstance(entry[0], nodes.paragraph):
        entry[0].insert(0, nodes.Text(f"{sign}. "))
    else:
        entry.insert(0, nodes.paragraph("", f"{sign}."))
    return entry


def with_letters(node: nodes.enumerated_list) -> nodes.bullet_list:
    """Options with their letters written out, for a writer that numbers every list 1, 2, 3."""
    entries = (
        begun_with(nodes.list_item("", *choice.children), letter(index))
        for index, choice in enumerate(node.children)
    )
    return nodes.bullet_list("", *entries)
