"""Matching: each prompt has one of several choices that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docutils import nodes

from ..export.giftmarkup import plain
from ..model import Finding, Guide, Option, Prompt, Question, Rule
from ..nodes import guide_question
from ..texts import markdown_of, words_of
from .base import Answers, Reader, reason_node, renamed
from .division import Parts, divide
from .prompts import (
    PromptType,
    guide_choice,
    guide_choices,
    guide_column,
    guide_prompts,
    prompt_node,
)
from .sources import part_fields


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: what is asked for, what belongs to it, and why."""

    prompt: nodes.Element
    choice: nodes.Element
    reason: nodes.Element
    line: int


class Matching(PromptType):
    """A table: what is asked for, what belongs to it, and in a third column, if there is one, why.
    A row that asks for nothing offers one more choice.
    """

    name = "matching"
    ends_stem = "its table"

    def divide(self, body: list[nodes.Node]) -> Parts:
        return divide(body, nodes.table)

    def read(self, reader: Reader, id: str, parts: Parts) -> Answers | None:
        rows = rows_of(parts.means)
        for row in rows:
            if not row.choice.astext().strip():
                message = "nothing belongs to this; write it in the second column"
                reader.report(Rule.OPTIONS, message, row.line)
        if not all(row.choice.astext().strip() for row in rows):
            return None
        options = {option.id: option for option in map(read_choice, reversed(rows))}
        prompts = [read_prompt(row) for row in rows if row.prompt.astext().strip()]
        return Answers(options=tuple(reversed(options.values())), prompts=tuple(prompts))

    def means(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        """The prompts as they stand there, and the choices in an order that tells nothing."""
        rows = rows_of(parts.means)
        asked = [row for row in rows if row.prompt.astext().strip()]
        prompts = [explained(*pair) for pair in zip(item.prompts, asked, strict=True)]
        first = {read_choice(row).id: row for row in reversed(rows)}
        choices = [
            guide_choice("", *first[id].choice.children, option_id=id) for id in sorted(first)
        ]
        head = titles_of(parts.means)
        return [
            *head[:1],
            guide_prompts("", *prompts, enumtype="arabic", prefix="", suffix="."),
            *head[1:2],
            guide_choices("", *choices, enumtype="upperalpha", prefix="", suffix="."),
        ]

    def worded(self, item: Question, node: guide_question) -> Question:
        """The choices with their words, too."""
        found = {choice["option_id"]: choice.children for choice in node.findall(guide_choice)}
        options = (
            replace(option, text=words_of(found[option.id]), markdown=markdown_of(found[option.id]))
            for option in item.options
        )
        return replace(super().worded(item, node), options=tuple(options))

    def too_few(self, question: Question) -> str:
        return (
            f"question '{question.id}' needs a table of at least two rows: what is asked for, and "
            "what belongs to it"
        )

    def answer(self, question: Question, prompt: Prompt) -> str:
        return next(option.text for option in question.options if option.id == prompt.right)

    def check(self, question: Question) -> Iterator[Finding]:
        """There are two choices or more, besides what every question of prompts needs."""
        yield from super().check(question)
        if len(question.prompts) > 1 and len(question.options) < 2:
            message = (
                f"question '{question.id}' has one choice for every row; write what tells them "
                "apart, or add a row with an empty first column"
            )
            yield Finding(Rule.OPTIONS, question.location, message)

    def gift(self, question: Question, guide: Guide) -> list[str]:
        """The pairs, and what belongs to no prompt."""
        asked = {prompt.right for prompt in question.prompts}
        spare = [option for option in question.options if option.id not in asked]
        return [
            *super().gift(question, guide),
            *(f"= -> {plain(guide, option.text)}" for option in spare),
        ]


def titles_of(table: nodes.Element | None) -> list[nodes.Node]:
    """The titles of the columns."""
    heads = table.findall(nodes.thead) if table else ()
    cells = [cell for head in heads for cell in head.findall(nodes.paragraph)]
    return [renamed(cell, guide_column) for cell in cells if cell.children]


def rows_of(table: nodes.Element | None) -> list[Row]:
    """The rows below the head of a table, which has the line of its head alone: a row of Markdown
    is one line, below the head and the line that divides them.
    """
    if table is None:
        return []
    first = next((node.line for node in table.findall() if node.line), 1)
    rows = [row for body in table.findall(nodes.tbody) for row in body.children]
    return [read_row(row, first + place) for place, row in enumerate(rows, 2)]


def read_row(row: nodes.Node, line: int) -> Row:
    """A row, with empty cells where it has less than three."""
    cells = [cell for cell in row.children if isinstance(cell, nodes.entry)]
    prompt, choice, reason, *_more = [*cells, *(nodes.entry() for _ in range(3))]
    return Row(prompt, choice, reason, line)


def read_choice(row: Row) -> Option:
    """The choice of a row."""
    return Option(**{**part_fields(row.choice), "line": row.line})


def read_prompt(row: Row) -> Prompt:
    """What a row asks for."""
    has_feedback = bool(row.reason.astext().strip())
    fields = {**part_fields(row.prompt), "line": row.line, "has_feedback": has_feedback}
    return Prompt(**fields, right=read_choice(row).id)


def explained(prompt: Prompt, row: Row) -> nodes.Node:
    """What a row asks for, as a node with its reason."""
    node = prompt_node(prompt, row.prompt)
    if prompt.has_feedback:
        node += reason_node(row.reason, right=None)
    return node
