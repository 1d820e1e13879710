"""Choice: one option is right, or several of them with `:multiple:`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..checks.questions import said_twice, unexplained
from ..export.giftmarkup import MOST_KEYS, markdown, shares
from ..messages import _
from ..model import Finding, Guide, Option, Question, Rule
from ..nodes import guide_feedback, guide_means, guide_part, guide_question
from ..texts import short
from .base import (
    Answers,
    Mistake,
    PageType,
    Reader,
    Visitors,
    feedback_of,
    labeled,
    letter,
    question_of,
    with_words,
)
from .division import Parts
from .sources import part_fields
from .tasklist import is_task_list, mark_entries, mistakes, take_marks, unmarked_reasons

ONLY_MARKDOWN = (
    "options are read on Markdown pages only; move this question to one, or ask for a number or "
    "a text"
)


class guide_options(nodes.enumerated_list, guide_part, guide_means):
    """One `guide_option` or more."""


class guide_option(nodes.list_item, guide_part):
    """A `guide_label`, further blocks, and a `guide_feedback` or none.

    Attributes: option_id, right.
    """


class guide_label(nodes.paragraph, guide_part):
    """The first paragraph of an option."""


def visit_options(self: HTML5Translator, node: guide_options) -> None:
    self.body.append('<div class="guide-options">')


def depart_div(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def visit_option(self: HTML5Translator, node: guide_option) -> None:
    right = " data-right" if node["right"] else ""
    self.body.append(f'<div class="guide-option"{right}>')


def visit_label(self: HTML5Translator, node: guide_label) -> None:
    """The input stands inside its label, which needs no ids to belong to it. No block can stand
    there, so that one without words is bare, and the input says what the blocks beside it hold.
    """
    parent = question_of(node)
    kind = "checkbox" if parent["multiple"] else "radio"
    name, value = parent["ids"][0].removeprefix("question-"), node.parent["option_id"]
    bare = "" if node.children else ' class="guide-bare"'
    words = f' aria-label="{self.attval(name_of(node.parent))}"' if not words_of(node) else ""
    self.body.append(f'<label{bare}><input type="{kind}" name="{name}" value="{value}"{words}>')


def depart_label(self: HTML5Translator, node: guide_label) -> None:
    self.body.append("</label>")


def name_of(option: nodes.Element) -> str:
    """The name of an option that begins without words: code, a formula, or a picture."""
    parts = [part for part in option.children if not isinstance(part, guide_feedback)]
    pictures = [PurePosixPath(picture["uri"]).name for picture in option.findall(nodes.image)]
    return short(" ".join(map(words_of, parts)), 120) or ", ".join(pictures)


def words_of(node: nodes.Node) -> str:
    """What a screen reader says of a node: its text, and what stands for its pictures."""
    parts = [
        part.get("alt", "") if isinstance(part, nodes.image) else part.astext()
        for part in node.findall()
        if isinstance(part, nodes.image | nodes.Text) and not isinstance(part.parent, nodes.raw)
    ]
    return " ".join(parts).strip()


VISITORS: Visitors = {
    guide_options: (visit_options, depart_div),
    guide_option: (visit_option, depart_div),
    guide_label: (visit_label, depart_label),
}


class Choice(PageType):
    """A task list; the marked options are right."""

    name = "choice"
    ends_stem = "its options"
    visitors = VISITORS

    def parse(self, reader: Reader) -> list[nodes.Node]:
        """The content, each option with its mark as an attribute."""
        taken = take_marks(reader.content.data)
        body = reader.parse()
        first = min(reader.lines, default=0)
        mark_entries(body, {first + index: mark for index, mark in taken.items()})
        return body

    def mistakes(self, reader: Reader, body: Sequence[nodes.Node]) -> Iterator[Mistake]:
        """What keeps options from being told apart."""
        if not reader.is_markdown:
            return iter([Mistake(Rule.OPTIONS, ONLY_MARKDOWN, None)])
        return mistakes(body, reader.lines)

    def divide(self, body: list[nodes.Node]) -> Parts:
        """Before and behind the task list; a line `---` right before it changes nothing."""
        index = next((i for i, node in enumerate(body) if is_task_list(node)), len(body))
        found = next(iter(body[index:]), None)
        is_marked = index > 0 and isinstance(body[index - 1], nodes.transition)
        assert found is None or isinstance(found, nodes.Element)
        return Parts(body[: index - is_marked], found, body[index + 1 :], is_marked=True)

    def read(self, reader: Reader, id: str, parts: Parts) -> Answers:
        for mistake in unmarked_reasons(parts.entries):
            reader.report(*mistake)
        return Answers(options=tuple(map(read_option, parts.entries)))

    def means(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        """The options as a lettered list."""
        if not item.options:
            return []
        entries = map(option_node, item.options, parts.entries)
        return [guide_options("", *entries, enumtype="upperalpha", prefix="", suffix=".")]

    def worded(self, item: Question, node: guide_question) -> Question:
        """The options with their words and reasons."""
        found = node.findall(guide_option)
        return replace(item, options=tuple(map(with_words, item.options, found)))

    def explanation_title(self) -> str:
        return _("Explanation")

    def key(self, node: guide_question) -> str:
        """The letters of the right options."""
        options = enumerate(node.findall(guide_option))
        return ", ".join(letter(index) for index, option in options if option["right"])

    def reasons(self, node: guide_question) -> Iterator[tuple[str, guide_feedback]]:
        """The reason of each option, with its letter."""
        for index, option in enumerate(node.findall(guide_option)):
            for reason in feedback_of(option):
                yield letter(index), reason

    def check(self, question: Question) -> Iterator[Finding]:
        """Two different options or more, the key, every reason."""
        number = len(question.options)
        if number < 2:
            message = (
                f"question '{question.id}' has {number} options, expected at least two lines that "
                "begin with `- [ ]` or `- [x]`"
            )
            yield Finding(Rule.OPTIONS, question.location, message)
            return
        findings = [*check_key(question), *check_options(question)]
        yield from findings
        if number == 2 and question.stem and not question.is_explained and not findings:
            advice = "with two options half of the guesses are right, so write why"
            yield unexplained(question, advice)

    def is_sound(self, question: Question) -> bool:
        """Whether there is something to choose, and a key."""
        keys = sum(option.is_right for option in question.options)
        has_key = keys == 1 or (keys > 1 and question.is_multiple)
        return has_key and len(question.options) > 1

    def gift(self, question: Question, guide: Guide) -> list[str]:
        """Each option with its share and its reason."""
        signs = shares(question.options, question.is_multiple)
        return [
            f"{sign}{markdown(guide, option.markdown)}#{markdown(guide, option.feedback)}"
            for option, sign in zip(question.options, signs, strict=True)
        ]

    def gift_obstacle(self, question: Question) -> str:
        if not all(option.markdown for option in question.options):
            return "an option shows no words; write them behind its mark"
        if sum(option.is_right for option in question.options) > MOST_KEYS:
            return f"Moodle has no share for more than {MOST_KEYS} keys; ask two questions"
        return ""


def read_option(entry: nodes.list_item) -> Option:
    """The option that a marked entry declares."""
    return Option(**part_fields(entry), is_right=entry["mark"])


def option_node(choice: Option, entry: nodes.list_item) -> nodes.Node:
    """An option as nodes: its label, further blocks, and the feedback. One that begins with a block
    has an empty label.
    """
    node = guide_option(option_id=choice.id, right=choice.is_right)
    node.source, node.line = entry.source, entry.line
    node += labeled(entry, guide_label, right=choice.is_right)
    return node


def check_key(question: Question) -> Iterator[Finding]:
    """One option is right, or several where that is said."""
    keys = sum(option.is_right for option in question.options)
    if keys == 0:
        message = "has no right option; mark it with `- [x]`"
    elif keys > 1 and not question.is_multiple:
        message = f"has {keys} right options; keep one `- [x]`, or add the flag `:multiple:`"
    else:
        return
    yield Finding(Rule.KEY, question.location, f"question '{question.id}' {message}")


def check_options(question: Question) -> Iterator[Finding]:
    """No option stands twice, and each has its reason."""
    twice = said_twice(question, question.options, "option")
    for index, option in enumerate(question.options):
        if index in twice:
            yield twice[index]
        elif not option.has_feedback:
            yield Finding(
                Rule.FEEDBACK,
                replace(question.location, line=option.line),
                f"an option of question '{question.id}' has no feedback; write below it, indented "
                "by two spaces, `> ` and why it is right or which misconception it shows",
            )
