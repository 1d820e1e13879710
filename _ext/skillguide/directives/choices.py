"""The task list of a choice question: marks, options, reasons.

MyST puts a raw checkbox at the start of an entry whose mark it could read.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from docutils import nodes

from ..model import Option, Rule
from ..nodes import option_feedback, option_label, question_option, question_options

MARK = re.compile(r"\[.?\]")
NO_MARK = (
    "this option has no mark, or one that cannot be read; write `- [ ] ` or `- [x] ` and then the "
    "option, which begins with a word"
)


def find_mistake(body: Sequence[nodes.Node]) -> tuple[Rule, str, int | None] | None:
    """Why the options cannot be told apart (rule, message, line), or None if they can."""
    for before, node in pairwise(body):
        if is_task_list(before) and isinstance(node, nodes.block_quote):
            message = "indent the feedback by two spaces, so that it belongs to the option above it"
            return Rule.FEEDBACK, message, node.line
    lists = [node for node in body if isinstance(node, nodes.bullet_list)]
    for node in lists:
        for entry in node.children:
            looks_like_one = is_task_list(node) or MARK.match(entry.astext())
            if looks_like_one and not (is_task(entry) and begins_with_words(entry)):
                return Rule.MARK, NO_MARK, entry.line
    tasks = list(filter(is_task_list, lists))
    if len(tasks) > 1:
        message = "a second list of options; keep one list, without text between its options"
        return Rule.OPTIONS, message, tasks[1].line
    return None


def is_task(node: nodes.Node) -> TypeGuard[nodes.list_item]:
    """Whether a list entry begins with a mark that MyST read: a raw checkbox."""
    return isinstance(node, nodes.list_item) and "task-list-item" in node["classes"]


def begins_with_words(entry: nodes.list_item) -> bool:
    """Whether the mark of an entry stands before some text."""
    first = entry[0]
    if not isinstance(first, nodes.paragraph):
        return False
    return any(not isinstance(part, nodes.Text) or part.strip() for part in first.children[1:])


def without_marks(body: Sequence[nodes.Node]) -> list[nodes.Node]:
    """The content without checkboxes, which would show the key of what cannot be answered."""
    for node in body:
        for mark in list(node.findall(nodes.raw)):
            if "task-list-item-checkbox" in mark.astext():
                mark.parent.remove(mark)
    return list(body)


def is_task_list(node: nodes.Node) -> TypeGuard[nodes.bullet_list]:
    """Whether a list has at least one entry with a mark."""
    return isinstance(node, nodes.bullet_list) and any(map(is_task, node.children))


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
        has_feedback=any(
            isinstance(child, nodes.block_quote) and child.children for child in entry.children
        ),
        text=" ".join(" ".join(part.astext() for part in parts).split()),
        line=entry.line or 1,
    )


def options_node(choices: Sequence[Option], entries: Sequence[nodes.list_item]) -> nodes.Node:
    """The options as a lettered list."""
    children = map(option_node, choices, entries)
    return question_options("", *children, enumtype="upperalpha", prefix="", suffix=".")


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
