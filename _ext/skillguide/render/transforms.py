"""What is done to a page before it is written, for all builders or for some."""

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain import GuideDomain
from ..messages import _
from ..nodes import (
    matrix_row,
    option_feedback,
    question,
    question_explanation,
    question_facts,
    question_option,
    question_options,
    summary,
    weights_chart,
)
from .summaries import SUMMARIES, link
from .tables import table


class FillPlaces(SphinxPostTransform):
    """Fill the places of summaries and of matrix rows, and number the questions of the page."""

    default_priority = 8  # before references are resolved (10)

    def run(self, **kwargs: Any) -> None:
        domain: GuideDomain = self.env.domains[GuideDomain.name]  # type: ignore[assignment]
        guide = domain.current
        for place in list(self.document.findall(summary)):
            place.replace_self(self.located(SUMMARIES[place["shows"]](guide)))
        for row in list(self.document.findall(matrix_row)):
            names = [[link(level)] for level in guide.levels] + [""] * len(row)
            rows = [(name, *split(entry)) for name, entry in zip(names, row.children)]
            head = (_("Level"), _("What you can do"), _("What proves it"))
            row.replace_self(self.located([table(head, rows)]))
        questions = list(self.document.findall(question))
        for number, node in enumerate(questions, 1):
            for facts in node.findall(question_facts) if len(questions) > 1 else ():
                facts.insert(
                    0, nodes.Text(_("Question %d") % number + (" · " if facts.children else ""))
                )
            self.add_link(node)
        if self.app.builder.format != "html":
            for picture in list(self.document.findall(weights_chart)):
                picture.parent.remove(picture)

    def add_link(self, node: question) -> None:
        """End the explanation with a link to the place that teaches the answer."""
        page, _hash, anchor = node["teaches"].partition("#")
        if page not in self.env.titles:
            return
        here = self.env.current_document.docname
        address = self.app.builder.get_relative_uri(here, page) + (f"#{anchor}" if anchor else "")
        title = self.env.titles[page].astext()
        link = nodes.reference("", "", nodes.inline("", title), refuri=address, internal=True)
        line = nodes.paragraph("", "", nodes.Text(_("Read on:") + " "), link)
        last = next(node.findall(question_explanation), None)
        if last is None:
            node += (last := question_explanation())
        last += line

    def located(self, content: list[nodes.Node]) -> list[nodes.Node]:
        """The content, with its references resolved for this page."""
        for node in content:
            for reference in node.findall(pending_xref):
                reference["refdoc"] = self.env.current_document.docname
        return content


def split(entry: nodes.Node) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """What stands in a list entry, and what stands in its block quotes."""
    quotes = [child for child in entry.children if isinstance(child, nodes.block_quote)]
    others = [child for child in entry.children if child not in quotes]
    return others, [child for quote in quotes for child in quote.children]


class AnswerKey(SphinxPostTransform):
    """Where questions cannot be answered on the page, move every reason to a key at its end."""

    default_priority = 9

    def is_supported(self) -> bool:
        builder = self.app.builder
        return builder.format != "html" or builder.name == "epub"

    def run(self, **kwargs: Any) -> None:
        answers = [
            answer
            for number, node in enumerate(self.document.findall(question), 1)
            for answer in self.answer(number, node)
        ]
        if answers:
            key = nodes.section("", nodes.title("", _("Answer key")), *answers, ids=["answer-key"])
            sections = [child for child in self.document if isinstance(child, nodes.section)]
            (sections[0] if len(sections) == 1 else self.document).append(key)
        if self.app.builder.name == "text":
            for node in list(self.document.findall(question_options)):
                node.replace_self(with_letters(node))

    def answer(self, number: int, node: question) -> list[nodes.Node]:
        """The right letters of a question, then the reason for each option."""
        choices = list(node.findall(question_option))
        right = ", ".join(letter(index) for index, choice in enumerate(choices) if choice["right"])
        title = f"{_('Question %d') % number}: {right}"
        reasons = nodes.bullet_list()
        for index, choice in enumerate(choices):
            for reason in list(choice.findall(option_feedback)):
                choice.remove(reason)
                reasons += with_letter(nodes.list_item("", *reason.children), index)
        result: list[nodes.Node] = [nodes.paragraph("", "", nodes.strong("", title))]
        result += [reasons] if reasons.children else []
        for last in list(node.findall(question_explanation)):
            node.remove(last)
            result += last.children
        return result


def letter(index: int) -> str:
    """A for 0, B for 1; AA behind Z."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def with_letter(entry: nodes.Element, index: int) -> nodes.Element:
    """The entry with its letter written out."""
    if isinstance(entry[0], nodes.paragraph):
        entry[0].insert(0, nodes.Text(f"{letter(index)}. "))
    else:
        entry.insert(0, nodes.paragraph("", f"{letter(index)}."))
    return entry


def with_letters(node: question_options) -> nodes.bullet_list:
    """Options with their letters written out, for a writer that numbers every list 1, 2, 3."""
    entries = (
        with_letter(nodes.list_item("", *choice.children), index)
        for index, choice in enumerate(node.children)
    )
    return nodes.bullet_list("", *entries)
