"""Quizzes and questions."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from docutils import nodes

from ..model import Item, Location, Option, Question, Quiz, Rule
from ..nodes import (
    option_feedback,
    option_label,
    question,
    question_explanation,
    question_facts,
    question_legend,
    question_option,
    question_options,
)
from .base import GuideDirective, ItemDirective, options

MARK = re.compile(r"\[.?\]")


class QuizDirective(ItemDirective):
    """A set of questions."""

    option_spec = options("title", "sub-skill")

    def item(self, id: str, location: Location) -> Item:
        sub_skill = self.options.get("sub-skill", "")
        if sub_skill:
            line = self.option_line("sub-skill")
            self.domain.refer("sub-skill", sub_skill, self.location(line))
        return Quiz(id=id, location=location, sub_skill=sub_skill)

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        with self.inside("guide:quiz", item):
            return self.parse_content_to_nodes()


class QuestionDirective(GuideDirective):
    """A choice question: a stem, a task list whose marked options are right, an explanation."""

    option_spec = options("sub-skill", "level", "teaches", "source", flags=("multiple",))

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        body = self.parse_content_to_nodes()
        lists = [node for node in body if is_task_list(node)]
        readable = self.is_readable(body, lists)
        choices = lists[0] if lists else nodes.bullet_list()
        entries = [entry for entry in choices.children if is_task(entry)]
        first = body.index(choices) if lists else len(body)
        stem, rest = body[:first], body[first + 1 :]
        if id is None:
            return body
        quiz = self.env.temp_data.get("guide:quiz")
        item = Question(
            id=id,
            location=self.location(),
            title=stem[0].astext() if stem else "",
            stem=source_of(stem),
            options=tuple(map(read_option, entries)) if readable else (),
            is_multiple="multiple" in self.options,
            is_readable=readable,
            quiz=quiz.id if quiz else "",
            sub_skill=self.options.get("sub-skill") or (quiz.sub_skill if quiz else ""),
            level=self.options.get("level", ""),
            teaches=self.teaches(),
            source=self.options.get("source", ""),
        )
        self.domain.note(item)
        if not readable:
            return body
        return [self.node(item, stem, entries, rest)]

    def is_readable(self, body: list[nodes.Node], lists: Sequence[nodes.Node]) -> bool:
        """Whether the options can be told apart; reports what looks like a mark and is none."""
        if misplaced := misplaced_feedback(body):
            message = "indent the feedback by two spaces, so that it belongs to the option above it"
            self.report(Rule.FEEDBACK, message, misplaced.line)
            return False
        if len(lists) > 1:
            message = "a second list of options; keep one list, without text between its options"
            self.report(Rule.OPTIONS, message, lists[1].line)
            return False
        for node in body:
            for entry in node.children if isinstance(node, nodes.bullet_list) else ():
                if not is_task(entry) and (is_task_list(node) or MARK.match(entry.astext())):
                    message = (
                        "this option has no mark, or one that cannot be read; write `- [ ] ` or "
                        "`- [x] ` and then the option, which begins with a word"
                    )
                    self.report(Rule.MARK, message, entry.line)
                    return False
        return True

    def teaches(self) -> str:
        """The page, or `page#place`, that teaches the answer, without the leading slash."""
        target = self.options.get("teaches", "").strip()
        if not target:
            return ""
        page, hash, anchor = target.partition("#")
        path, _absolute = self.env.relfn2path(f"{page}.md")
        place = f"{path.removesuffix('.md')}{hash}{anchor}"
        self.domain.refer("page", place, self.location(self.option_line("teaches")))
        return place

    def node(
        self,
        item: Question,
        stem: list[nodes.Node],
        entries: list[nodes.list_item],
        rest: list[nodes.Node],
    ) -> nodes.Node:
        """The question as nodes: facts, legend, stem, options, explanation."""
        node = question(
            ids=[item.anchor],
            classes=["guide-question"],
            digest=item.digest,
            multiple=item.is_multiple,
            teaches=item.teaches,
        )
        self.set_source_info(node)
        self.state.document.ids[item.anchor] = node
        if stem and isinstance(stem[0], nodes.paragraph):
            node += renamed(stem[0], question_legend)
            stem = stem[1:]
        node += [question_facts("", "", *self.facts(item), classes=["guide-facts"]), *stem]
        node += question_options(
            "",
            *map(option_node, item.options, entries),
            enumtype="upperalpha",
            prefix="",
            suffix=".",
        )
        if rest:
            node += question_explanation("", *rest)
        return node

    def facts(self, item: Question) -> list[nodes.Node]:
        """The sub-skill and the level, as links."""
        links: list[nodes.Node] = []
        if item.sub_skill:
            links.append(self.link("sub-skill", item.sub_skill, option="sub-skill"))
        if item.level:
            links += [nodes.Text(" · ")] if links else []
            links.append(self.link("level", item.level, option="level"))
        return links


def is_task(node: nodes.Node) -> TypeGuard[nodes.list_item]:
    """Whether a list entry begins with a mark that MyST read: a raw checkbox."""
    return isinstance(node, nodes.list_item) and "task-list-item" in node["classes"]


def is_task_list(node: nodes.Node) -> TypeGuard[nodes.bullet_list]:
    """Whether a list has at least one entry with a mark."""
    return isinstance(node, nodes.bullet_list) and any(map(is_task, node.children))


def misplaced_feedback(body: list[nodes.Node]) -> nodes.Node | None:
    """A block quote directly behind the options: it should have been inside one of them."""
    for before, node in pairwise(body):
        if is_task_list(before) and isinstance(node, nodes.block_quote):
            return node
    return None


def source_of(content: list[nodes.Node]) -> str:
    """The Markdown of some nodes, as far as they kept it."""
    return "\n".join(getattr(node, "rawsource", "") or node.astext() for node in content)


def read_option(entry: nodes.list_item) -> Option:
    """The option that a list entry declares; removes the mark, which would show the key."""
    first = next(entry.findall(nodes.paragraph))
    mark = first.pop(0)
    if first.children and isinstance(first[0], nodes.Text):
        first[0] = nodes.Text(first[0].lstrip())
    parts = [child for child in entry.children if not isinstance(child, nodes.block_quote)]
    return Option(
        source=source_of(parts),
        is_right="checked" in mark.astext(),
        has_feedback=len(parts) < len(entry.children),
        line=entry.line or 1,
    )


def option_node(choice: Option, entry: nodes.list_item) -> nodes.Node:
    """An option as nodes: its label, further blocks, and the feedback."""
    node = question_option(option_id=choice.id, right=choice.is_right)
    node.source, node.line = entry.source, entry.line
    for index, child in enumerate(entry.children):
        if isinstance(child, nodes.block_quote):
            child = option_feedback("", *child.children, right=choice.is_right)
            child["classes"].append("no-search")
        elif index == 0 and isinstance(child, nodes.paragraph):
            child = renamed(child, option_label)
        node += child
    return node


def renamed(node: nodes.TextElement, cls: type[nodes.TextElement]) -> nodes.TextElement:
    """The same text in a node of another class; it stays translatable."""
    new = cls(node.rawsource, "", *node.children)
    new.source, new.line = node.source, node.line
    return new
