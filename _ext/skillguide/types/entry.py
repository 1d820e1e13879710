"""What numbers, texts and traces share: a field to write in, and accepted answers."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..export.giftmarkup import short_answer, unsafe_sign
from ..messages import _
from ..model import Guide, Question
from ..model.questions import fold
from ..nodes import guide_means, guide_part, guide_question, guide_solution
from .base import PageType, Reader, Visitors
from .division import Parts, divide


class guide_entry(nodes.paragraph, guide_part, guide_means):
    """Where the answer is written; its text is the unit. Attributes: tolerance (as the author wrote
    it), form (what the field accepts), mode (of a keyboard on a screen).
    """


def visit_entry(self: HTML5Translator, node: guide_entry) -> None:
    """A field, which says what it accepts."""
    mode = f' inputmode="{node["mode"]}"' if node["mode"] else ""
    unit = self.attval(node.astext())
    label = self.encode(_("Your answer"))
    self.body.append(f'<div class="guide-entry"><label>{label} ')
    self.body.append(
        f'<input type="text" data-unit="{unit}" autocomplete="off" spellcheck="false"{mode}>'
        f"{f' {unit}' if unit else ''}</label>"
    )
    self.body.append(f" <small>{self.encode(node['form'])}</small></div>\n")
    raise nodes.SkipNode


VISITORS: Visitors = {guide_entry: (visit_entry, None)}


class EntryType(PageType):
    """A question whose answer is written on one line."""

    options = ("answer", "tolerance", "unit")
    script = "entry"
    visitors = VISITORS
    #: Whether translators meet the answer, and which keyboard a screen offers.
    is_translated = False
    mode = ""

    @abstractmethod
    def form(self) -> str:
        """What the field accepts."""

    def divide(self, body: list[nodes.Node]) -> Parts:
        return divide(body)

    def data(self, item: Question) -> dict[str, str]:
        return {"answer": "|".join(item.answers), "tolerance": f"{item.tolerance:f}"}

    def means(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        tolerance = reader.options["tolerance"] if item.tolerance else ""
        entry = guide_entry(item.unit, item.unit, tolerance=tolerance, mode=self.mode)
        entry["support_smartquotes"] = False
        return [reader.placed(entry, "unit")]

    def solution(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        words = reader.options["answer"]
        solution = guide_solution(words, words, support_smartquotes=False)
        solution["translatable"] = self.is_translated
        return [reader.placed(solution, "answer")]

    def worded(self, item: Question, node: guide_question) -> Question:
        """The item with its unit, as translators wrote it."""
        return replace(item, unit="".join(entry.astext() for entry in node.findall(guide_entry)))

    def finish(self, node: guide_question, guide: Guide) -> None:
        """Say what the field accepts, and show the answers as readers type them."""
        for entry in node.findall(guide_entry):
            off = " " + _("Up to %s off is right.") % entry["tolerance"]
            entry["form"] = self.form() + (off if entry["tolerance"] else "")
        for solution in node.findall(guide_solution):
            solution["classes"].append("guide-solution")
            solution[:] = self.shown(solution.astext(), node)

    def shown(self, text: str, node: guide_question) -> list[nodes.Node]:
        """The accepted answers as code, whose signs no writer makes typographic."""
        answers = [fold(part) for part in text.split("|")]
        parts: list[nodes.Node] = []
        for answer in answers:
            parts += [nodes.Text(" · "), nodes.literal(answer, answer)]
        return parts[1:]

    def lower(self, node: guide_question) -> None:
        """A line to write on."""
        for entry in node.findall(guide_entry):
            text = f"{_('Your answer')}: ________ {entry.astext()}".rstrip()
            entry[:] = [nodes.Text(text)]

    def gift(self, question: Question, guide: Guide) -> list[str]:
        return [f"={short_answer(answer)}" for answer in question.answers]

    def gift_obstacle(self, question: Question) -> str:
        """An answer with a sign that Moodle takes for one of its own."""
        for answer in question.answers:
            if sign := unsafe_sign(answer):
                return (
                    f"Moodle reads `{sign}` in the answer `{answer}` as a sign of its own; "
                    "ask for the part without it, or offer options"
                )
        return ""
