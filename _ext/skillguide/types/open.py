"""Open: a text that no program judges; readers compare it with a model answer."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..messages import _
from ..model import Finding, Guide, Question
from ..nodes import guide_part, guide_question
from .base import Answers, PageType, Reader, Visitors, question_of
from .division import Parts, divide


class guide_rubric(nodes.enumerated_list, guide_part):
    """What an answer to an open question contains: one `guide_point` for each level."""


class guide_point(nodes.list_item, guide_part):
    """What one level contributes; readers tick it. Attribute: level (its title), or none."""


def visit_rubric(self: HTML5Translator, node: guide_rubric) -> None:
    self.body.append('<ul class="guide-rubric">\n')


def depart_rubric(self: HTML5Translator, node: guide_rubric) -> None:
    self.body.append("</ul>\n")


def visit_point(self: HTML5Translator, node: guide_point) -> None:
    """A box to tick; its name is the level, its description the text behind it. Where there is no
    level, the text is the name.
    """
    id = f"{question_of(node)['ids'][0]}--point-{node.parent.index(node) + 1}"
    level = node.get("level", "")
    name = f" <b>{self.encode(level)}</b>" if level else ""
    use = "aria-describedby" if level else "aria-labelledby"
    self.body.append(f'<li><label><input type="checkbox" {use}="{id}">{name}</label>')
    self.body.append(f'<div id="{id}">')


def depart_point(self: HTML5Translator, node: guide_point) -> None:
    self.body.append("</div></li>\n")


VISITORS: Visitors = {
    guide_rubric: (visit_rubric, depart_rubric),
    guide_point: (visit_point, depart_point),
}


class Open(PageType):
    """A numbered list says what an answer contains, one point for each level, lowest first."""

    name = "open"
    uses = ("level",)
    script = "entry"
    visitors = VISITORS
    is_judged = False

    def divide(self, body: list[nodes.Node]) -> Parts:
        return divide(body, nodes.enumerated_list)

    def late(self, parts: Parts) -> list[nodes.Node]:
        """A paragraph that asks, or a second numbered list."""
        lists = [node for node in parts.rest if isinstance(node, nodes.enumerated_list)]
        return [*super().late(parts), *lists]

    def read(self, reader: Reader, id: str, parts: Parts) -> Answers:
        return Answers()

    def solution(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        """The rubric."""
        if not parts.entries:
            return []
        points = [guide_point("", *entry.children) for entry in parts.entries]
        return [guide_rubric("", *points, enumtype="arabic", prefix="", suffix=".")]

    def finish(self, node: guide_question, guide: Guide) -> None:
        """Name the level of each point."""
        for level, point in zip(guide.levels, node.findall(guide_point), strict=False):
            point["level"] = level.label

    def explanation_title(self) -> str:
        return _("Model answer")

    def lower(self, node: guide_question) -> None:
        """Begin each point with its level."""
        for point in node.findall(guide_point):
            for first in list(point.findall(nodes.paragraph))[:1]:
                if point.get("level"):
                    first[:0] = [nodes.strong("", point["level"]), nodes.Text(" ")]

    def check(self, question: Question) -> Iterator[Finding]:
        """None: readers compare with the rubric."""
        return iter(())
