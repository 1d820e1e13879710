"""What ordering and matching share: prompts, each answered by a choice from one list.

Readers choose from a native `<select>`: it needs no script to be filled in, no drag and drop, and
works with a keyboard. On paper the answer is a line to write on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..checks.questions import said_twice, unexplained
from ..export.giftmarkup import markdown, plain
from ..messages import _
from ..model import Finding, Guide, Prompt, Question, Rule
from ..nodes import guide_feedback, guide_means, guide_part, guide_question
from .base import PageType, Visitors, feedback_of, labeled, letter, question_of, with_words


class guide_prompts(nodes.enumerated_list, guide_part, guide_means):
    """One `guide_prompt` or more."""


class guide_prompt(nodes.list_item, guide_part):
    """A `guide_prompt_label`, further blocks, and a `guide_feedback` or none.

    Attributes: prompt_id, right (the value of the choice that belongs to it), key (what an answer
    key says of it), when it is known.
    """


class guide_prompt_label(nodes.paragraph, guide_part):
    """What is asked for."""


class guide_choices(nodes.enumerated_list, guide_part, guide_means):
    """What the prompts choose from, a `guide_choice` each: read on paper, and by the fields on a
    screen.
    """


class guide_choice(nodes.list_item, guide_part):
    """A choice. Attribute: option_id."""


class guide_column(nodes.paragraph, guide_part, guide_means):
    """What the prompts, or the choices, are."""


def visit_column(self: HTML5Translator, node: guide_column) -> None:
    self.body.append('<p class="guide-column">')


def depart_column(self: HTML5Translator, node: guide_column) -> None:
    self.body.append("</p>\n")


def visit_prompts(self: HTML5Translator, node: guide_prompts) -> None:
    kind = "A" if node["enumtype"] == "upperalpha" else "1"
    self.body.append(f'<ol class="guide-prompts" type="{kind}">\n')


def depart_prompts(self: HTML5Translator, node: guide_prompts) -> None:
    self.body.append("</ol>\n")


def visit_prompt(self: HTML5Translator, node: guide_prompt) -> None:
    right, key = self.attval(node["right"]), self.attval(node["key"])
    self.body.append(f'<li class="guide-prompt" data-right="{right}" data-key="{key}">')


def depart_prompt(self: HTML5Translator, node: guide_prompt) -> None:
    self.body.append("</li>\n")


def visit_prompt_label(self: HTML5Translator, node: guide_prompt_label) -> None:
    self.body.append("<label><span>")


def depart_prompt_label(self: HTML5Translator, node: guide_prompt_label) -> None:
    """The field stands in the label, behind its words."""
    prompt = node.parent
    columns = [column.astext() for column in question_of(node).findall(guide_column)]
    unanswered = f"{columns[1]} …" if len(columns) > 1 else _("Choose …")
    choices = [("", unanswered), *choices_of(question_of(node))]
    options = "".join(
        f'<option value="{self.attval(value)}">{self.encode(text)}</option>'
        for value, text in choices
    )
    name = self.attval(prompt["prompt_id"])
    self.body.append(f'</span> <select data-prompt="{name}">{options}</select></label>')


def choices_of(node: guide_question) -> list[tuple[str, str]]:
    """What a prompt is answered with, as values and texts: choices, or places."""
    choices = [(choice["option_id"], choice.astext()) for choice in node.findall(guide_choice)]
    number = len(list(node.findall(guide_prompt)))
    return choices or [(str(place), str(place)) for place in range(1, number + 1)]


def visit_choices(self: HTML5Translator, node: guide_choices) -> None:
    self.body.append('<ol class="guide-choices" type="A">\n')


def visit_choice(self: HTML5Translator, node: guide_choice) -> None:
    self.body.append("<li>")


VISITORS: Visitors = {
    guide_column: (visit_column, depart_column),
    guide_prompts: (visit_prompts, depart_prompts),
    guide_prompt: (visit_prompt, depart_prompt),
    guide_prompt_label: (visit_prompt_label, depart_prompt_label),
    guide_choices: (visit_choices, depart_prompts),
    guide_choice: (visit_choice, depart_prompt),
}


def prompt_node(prompt: Prompt, content: nodes.Element) -> guide_prompt:
    """A prompt as a node; `content` is the entry or the cell in which it is written."""
    node = guide_prompt(prompt_id=prompt.id, right=prompt.right)
    node.source, node.line = content.source, prompt.line
    node += labeled(content, guide_prompt_label, right=None)
    return node


class PromptType(PageType):
    """A question with several parts, each answered from one list of choices."""

    script = "prompts"
    visitors = VISITORS

    def worded(self, item: Question, node: guide_question) -> Question:
        """The prompts with their words and reasons, in the author's order."""
        found = {prompt["prompt_id"]: prompt for prompt in node.findall(guide_prompt)}
        prompts = tuple(
            with_words(prompt, found[prompt.id]) if prompt.id in found else prompt
            for prompt in item.prompts
        )
        return replace(item, prompts=prompts)

    def explanation_title(self) -> str:
        return _("Explanation")

    def sign(self, index: int) -> str:
        """The letter or number of a prompt."""
        return str(index + 1)

    def finish(self, node: guide_question, guide: Guide) -> None:
        """Tell each prompt what the key says of it: its sign, and that of its choice."""
        choices = [choice["option_id"] for choice in node.findall(guide_choice)]
        for index, prompt in enumerate(node.findall(guide_prompt)):
            right = prompt["right"]
            choice = letter(choices.index(right)) if choices else right
            prompt["key"] = f"{self.sign(index)} {choice}"

    def key(self, node: guide_question) -> str:
        return ", ".join(prompt["key"] for prompt in node.findall(guide_prompt))

    def reasons(self, node: guide_question) -> Iterator[tuple[str, guide_feedback]]:
        """The reason of each prompt."""
        for index, prompt in enumerate(node.findall(guide_prompt)):
            for reason in feedback_of(prompt):
                yield self.sign(index), reason

    def lower(self, node: guide_question) -> None:
        """A line to write on, behind each prompt."""
        for label in node.findall(guide_prompt_label):
            label += nodes.Text(" ____")

    def check(self, question: Question) -> Iterator[Finding]:
        """Two different prompts or more, and an explanation."""
        if len(question.prompts) < 2:
            yield Finding(Rule.OPTIONS, question.location, self.too_few(question))
            return
        yield from said_twice(question, question.prompts, "entry").values()
        if not question.is_explained and not all(part.has_feedback for part in question.prompts):
            yield unexplained(question, "write why it is so below the last entry")

    def too_few(self, question: Question) -> str:
        """The message for a question with less than two prompts."""
        raise NotImplementedError

    def is_sound(self, question: Question) -> bool:
        return len(question.prompts) > 1

    def answer(self, question: Question, prompt: Prompt) -> str:
        """What belongs to a prompt, as readers see it."""
        raise NotImplementedError

    def gift(self, question: Question, guide: Guide) -> list[str]:
        """Pairs to match: GIFT has no other form for several choices from one list."""
        return [
            f"={markdown(guide, prompt.markdown)} -> {plain(guide, self.answer(question, prompt))}"
            for prompt in question.prompts
        ]

    def gift_obstacle(self, question: Question) -> str:
        """An arrow inside a part, at which Moodle would divide it."""
        for part in (*question.prompts, *question.options):
            if "->" in part.markdown:
                return f"Moodle divides `{part.text}` at its arrow; write the part without `->`"
        return ""
