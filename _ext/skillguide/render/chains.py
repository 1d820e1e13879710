"""The summary of the chains of questions, which a script makes live."""

from collections import Counter

from docutils import nodes

from ..messages import _
from ..model import Guide, Question, Quiz, SubSkill
from .parts import GROUP, link, reference
from .plan import BOX
from .summary import summary
from .tables import Cell, marked, table


@summary("chains", "quiz", "question", "sub-skill", "level", "page", "place")
def chains(guide: Guide) -> list[nodes.Node]:
    """A row for each chain, in groups by sub-skill: its idea, and on each level its questions, by
    the numbers that they have on their page. The script says which of them were answered.
    """
    numbers = numbered(guide)
    rows: list[list[Cell]] = []
    classes: list[str] = []
    for part, members in groups(guide):
        if part:
            rows.append([nodes.strong("", "", link(part)), *[""] * len(guide.levels)])
            classes.append(GROUP)
        for chain in members:
            steps = [[q for q in chain if q.level == level.id] for level in guide.levels]
            rows.append([idea(guide, chain[0]), *(boxes(step, numbers) for step in steps)])
            classes.append("")
    if not rows:
        return []
    head = [_("Idea"), *(level.label for level in guide.levels)]
    return [nodes.container("", table(head, rows, classes=classes), classes=["guide-chains"])]


def groups(guide: Guide) -> list[tuple[SubSkill | None, list[list[Question]]]]:
    """The chains of each sub-skill, as their first questions name it; last those without one."""
    by_id: dict[str, list[list[Question]]] = {part.id: [] for part in guide.sub_skills}
    others: list[list[Question]] = []
    for chain in guide.chains:
        if not is_example(guide, chain[0]):
            by_id.get(chain[0].sub_skill, others).append(chain)
    found = [*((part, by_id[part.id]) for part in guide.sub_skills), (None, others)]
    return [(part, members) for part, members in found if members]


def is_example(guide: Guide, question: Question) -> bool:
    """Whether a question only shows authors how questions are written."""
    quiz = guide.by_key.get(f"quiz:{question.quiz}")
    return isinstance(quiz, Quiz) and quiz.is_example


def numbered(guide: Guide) -> dict[str, int]:
    """The number that each question has on its page, by its id."""
    counts: Counter[str] = Counter()
    numbers = {}
    for question in guide.questions:
        counts[question.location.docname] += question.is_readable
        numbers[question.id] = counts[question.location.docname]
    return numbers


def idea(guide: Guide, first: Question) -> list[nodes.Node]:
    """What a chain is about: the page and the place that teach its first question; else what that
    asks.
    """
    _page, _hash, anchor = first.teaches.partition("#")
    content: list[nodes.Node] = []
    for kind, target, name in (("doc", first.page, f"/{first.page}"), ("ref", anchor, anchor)):
        if title := guide.titles.get(f"{kind}:{target}"):
            content += [nodes.Text(": ")] if content else []
            content.append(reference("std", kind, name, nodes.inline("", title)))
    return content or [link(first)]


def boxes(questions: list[Question], numbers: dict[str, int]) -> list[nodes.Node]:
    """A box to tick for each question, and the number that leads to it."""
    content: list[nodes.Node] = []
    for question in questions:
        content += [nodes.Text(", ")] if content else []
        content += [marked(BOX, f"{question.id} {question.digest}"), nodes.Text(" ")]
        content.append(link(question, str(numbers[question.id])))
    return content or [nodes.Text("")]
