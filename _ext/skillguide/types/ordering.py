"""Ordering: steps that readers bring into order."""

from __future__ import annotations

from docutils import nodes

from ..model import Prompt, Question
from .base import Answers, Reader, letter
from .division import Parts, divide
from .prompts import PromptType, guide_prompts, prompt_node
from .sources import part_fields


class Ordering(PromptType):
    """A numbered list in the right order; a block quote below an entry says why it stands there."""

    name = "ordering"
    ends_stem = "its numbered list"

    def divide(self, body: list[nodes.Node]) -> Parts:
        return divide(body, nodes.enumerated_list)

    def read(self, reader: Reader, id: str, parts: Parts) -> Answers:
        prompts = (
            Prompt(**part_fields(entry), right=str(place))
            for place, entry in enumerate(parts.entries, 1)
        )
        return Answers(prompts=tuple(prompts))

    def means(self, reader: Reader, item: Question, parts: Parts) -> list[nodes.Node]:
        """The steps, in an order that tells nothing."""
        pairs = list(zip(item.prompts, parts.entries, strict=True))
        found = [prompt_node(prompt, entry) for prompt, entry in shuffled(pairs)]
        return [guide_prompts("", *found, enumtype="upperalpha", prefix="", suffix=".")]

    def sign(self, index: int) -> str:
        return letter(index)

    def too_few(self, question: Question) -> str:
        return (
            f"question '{question.id}' needs a numbered list of at least two steps, in the right "
            "order"
        )

    def answer(self, question: Question, prompt: Prompt) -> str:
        return prompt.right


def shuffled(
    pairs: list[tuple[Prompt, nodes.list_item]],
) -> list[tuple[Prompt, nodes.list_item]]:
    """The steps by the hashes of their words: the same order in every build and language. One that
    would be right is turned around.
    """
    found = sorted(pairs, key=lambda pair: pair[0].id)
    return found[::-1] if found == pairs else found
