"""Quizzes and questions."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from docutils import nodes

from ..model import Item, Location, Option, Question, Quiz, Rule, Type
from ..model.questions import digest
from ..nodes import (
    question,
    question_entry,
    question_explanation,
    question_facts,
    question_hint,
    question_legend,
    question_rubric,
    rubric_point,
)
from ..parse import allowance, alternatives, number, text, tolerance
from .base import GuideDirective, ItemDirective, options
from .choices import (
    find_mistake,
    is_task,
    is_task_list,
    options_node,
    read_option,
    renamed,
    source_of,
    without_marks,
)


class Parts(NamedTuple):
    """The content of a question, divided: what is asked, the list of options or the rubric, what
    explains the answer.
    """

    stem: list[nodes.Node]
    entries: list[nodes.list_item]
    rest: list[nodes.Node]


class QuizDirective(ItemDirective):
    """A set of questions."""

    option_spec = options("title", "sub-skill", flags=("apart",))

    def item(self, id: str, location: Location) -> Item:
        if outer := self.env.temp_data.get("guide:quiz"):
            self.report(Rule.NESTED, nested("quiz", id, "quiz", outer.id))
        sub_skill = self.options.get("sub-skill", "")
        if sub_skill:
            line = self.option_line("sub-skill")
            self.domain.refer("sub-skill", sub_skill, self.location(line))
        return Quiz(id=id, location=location, sub_skill=sub_skill, is_apart="apart" in self.options)

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        with self.inside("guide:quiz", item):
            content = self.parse_content_to_nodes()
        return [nodes.container("", *content, classes=["guide-questions"])]


class QuestionDirective(GuideDirective):
    """A question: a stem, what is needed to answer it, and what explains the answer."""

    option_spec = options(
        "type",
        "answer",
        "tolerance",
        "unit",
        "sub-skill",
        "level",
        "teaches",
        "source",
        "allow",
        flags=("multiple", "keep-order"),
    )

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        outer = self.env.temp_data.get("guide:question")
        if outer:
            self.report(Rule.NESTED, nested("question", id or "", "question", outer[0]))
            outer.append("spoilt")
        inner = [id or ""]
        with self.inside("guide:question", inner):
            body = [self.fold(node) for node in self.parse_content_to_nodes()]
        if id is None:
            return without_marks(body)
        type = self.value("type", read_type, required=False) or Type.CHOICE
        readable = len(inner) == 1 and not outer and self.is_readable(type, body)
        item, parts = self.read(id, type, body if readable else [])
        self.domain.note(item)
        return without_marks([self.node(item, parts)] if item.is_readable else body)

    def fold(self, node: nodes.Node) -> nodes.Node:
        """A hint as a hint of ours, which readers unfold."""
        return question_hint("", *node.children) if isinstance(node, nodes.hint) else node

    def is_readable(self, type: Type, body: Sequence[nodes.Node]) -> bool:
        """Whether the options can be told apart; reports what looks like a mark and is none."""
        mistake = find_mistake(body) if type is Type.CHOICE else None
        if mistake:
            self.report(*mistake)
        return mistake is None

    def read(self, id: str, type: Type, body: list[nodes.Node]) -> tuple[Question, Parts]:
        """The question that the content and the options declare, and the parts of the content."""
        parts = divide(type, body)
        choices: list[Option] = []
        answers: tuple[str, ...] | None = ()
        if type is Type.CHOICE:
            choices = list(map(read_option, parts.entries))
        elif type is not Type.OPEN and body:
            answers = self.answers(type)
        code = next((n.astext() for n in parts.stem if isinstance(n, nodes.literal_block)), "")
        if type is Type.TRACE and body and not code:
            self.report(Rule.TRACE, f"question '{id}' has no Python block to trace")
            answers = None
        quiz = self.env.temp_data.get("guide:quiz")
        return Question(
            id=id,
            location=self.location(),
            title=parts.stem[0].astext() if parts.stem else "",
            type=type,
            stem=source_of(parts.stem),
            options=tuple(choices),
            answers=answers or (),
            tolerance=self.tolerance(answers) if type is Type.NUMERIC else Decimal(),
            unit=self.options.get("unit", ""),
            code=code if type is Type.TRACE else "",
            is_multiple="multiple" in self.options,
            keeps_order="keep-order" in self.options,
            is_readable=bool(body) and answers is not None,
            is_explained=bool(parts.rest),
            quiz=quiz.id if quiz else "",
            sub_skill=self.options.get("sub-skill") or (quiz.sub_skill if quiz else ""),
            level=self.options.get("level", ""),
            teaches=self.teaches(),
            source=self.options.get("source", ""),
            content=digest(self.block_text),
            allows=self.value("allow", allowance, required=False) or frozenset(),
        ), parts

    def answers(self, type: Type) -> tuple[str, ...] | None:
        """The accepted answers; None after reporting that they cannot be read."""
        if type is Type.NUMERIC:
            value = self.value("answer", number)
            return None if value is None else (f"{value:f}",)
        return self.value("answer", alternatives)

    def tolerance(self, answers: tuple[str, ...] | None) -> Decimal:
        """How far off a number may be, in its own unit."""
        size, is_percent = self.value("tolerance", tolerance, required=False) or (Decimal(), False)
        if is_percent and answers:
            return abs(Decimal(answers[0])) * size / 100
        return size

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

    def node(self, item: Question, parts: Parts) -> nodes.Node:
        """The question as nodes."""
        node = question(
            ids=[item.anchor],
            classes=["guide-question"],
            question_id=item.id,
            digest=item.digest,
            type=str(item.type),
            multiple=item.is_multiple,
            keep_order=item.keeps_order,
            sub_skill=item.sub_skill,
            level=item.level,
            teaches=item.teaches,
            answers=list(item.answers),
            tolerance=f"{item.tolerance:f}",
        )
        self.set_source_info(node)
        self.state.document.ids[item.anchor] = node
        stem = parts.stem
        if stem and isinstance(stem[0], nodes.paragraph):
            node += renamed(stem[0], question_legend)
            stem = stem[1:]
        node += [question_facts("", "", *self.facts(item), classes=["guide-facts"]), *stem]
        explained = [*self.solution(item), *parts.rest]
        if item.options:
            node += options_node(item.options, parts.entries)
        elif item.type is Type.OPEN:
            points = [rubric_point("", *entry.children) for entry in parts.entries]
            rubric = question_rubric("", *points, enumtype="arabic", prefix="", suffix=".")
            explained = [*([rubric] if points else []), *parts.rest]
            self.domain.use(self.env.current_document.docname, ["level"])
        elif item.answers:
            node += question_entry(
                type=str(item.type), unit=item.unit, tolerance=self.options.get("tolerance", "")
            )
        if explained:
            node += question_explanation("", *explained, classes=["no-search"])
        return node

    def solution(self, item: Question) -> list[nodes.Node]:
        """The accepted answers as a paragraph, for types without options."""
        if not item.answers:
            return []
        shown = " · ".join(part.strip() for part in self.options["answer"].split("|"))
        shown += f" {item.unit}" if item.unit else ""
        return [nodes.paragraph("", "", nodes.strong("", shown), classes=["guide-solution"])]

    def facts(self, item: Question) -> list[nodes.Node]:
        """The sub-skill and the level, as links."""
        links: list[nodes.Node] = []
        if item.sub_skill:
            links.append(self.link("sub-skill", item.sub_skill, option="sub-skill"))
        if item.level:
            links += [nodes.Text(" · ")] if links else []
            links.append(self.link("level", item.level, option="level"))
        return links


def read_type(value: str) -> Type:
    """The type of a question."""
    if value.strip() not in list(Type):
        raise ValueError(f"expected one of {', '.join(Type)}, got {value!r}")
    return Type(text(value))


def divide(type: Type, body: list[nodes.Node]) -> Parts:
    """Divide the content of a question.

    A choice is divided by its task list, an open question by its numbered list. Otherwise the stem
    is the first paragraph with the code or the table behind it, and the next paragraph begins the
    explanation.
    """
    if type in (Type.CHOICE, Type.OPEN):
        is_list = is_task_list if type is Type.CHOICE else is_rubric
        index = next((i for i, node in enumerate(body) if is_list(node)), len(body))
        if type is Type.OPEN and index == len(body):
            return Parts(body[:1], [], body[1:])
        entries = [
            entry
            for node in body[index : index + 1]
            for entry in node.children
            if isinstance(entry, nodes.list_item) and (type is Type.OPEN or is_task(entry))
        ]
        return Parts(body[:index], entries, body[index + 1 :])
    second = (i for i, node in enumerate(body) if i and isinstance(node, nodes.paragraph))
    index = next(second, len(body))
    return Parts(body[:index], [], body[index:])


def is_rubric(node: nodes.Node) -> bool:
    """Whether a node is the numbered list of an open question."""
    return isinstance(node, nodes.enumerated_list)


def nested(kind: str, id: str, outer_kind: str, outer_id: str) -> str:
    """The message for a block inside one that cannot hold it."""
    return (
        f"{kind} '{id}' stands inside {outer_kind} '{outer_id}'; "
        f"close that one first, with as many colons as it was opened with"
    )
