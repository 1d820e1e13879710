"""Quizzes and questions."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import ClassVar, TypeVar

from docutils import nodes
from sphinx.util import docname_join

from ..model import Item, Kind, Location, Question, QuestionList, Quiz, Rule
from ..nodes import (
    guide_attempt,
    guide_explanation,
    guide_facts,
    guide_hint,
    guide_legend,
    guide_question,
    guide_question_list,
)
from ..parse import allowance, count, counts, identifier
from ..types import DEFAULT, TYPES, PageType
from ..types.base import Answers, Mistake, N, renamed
from ..types.division import Parts, doubtful, underlined
from ..types.sources import source_of, without_comments
from ..types.tasklist import without_marks
from .base import GuideDirective, ItemDirective, options

T = TypeVar("T")

UNDERLINED = "this line makes a heading of the text above it; leave a line empty between"


class QuizDirective(ItemDirective):
    """A set of questions."""

    option_spec = options(
        "title", "sub-skill", "minutes", "forms", "closes", flags=("apart", "attempt", "example")
    )

    def item(self, id: str, location: Location) -> Item:
        if outer := self.env.temp_data.get("guide:quiz"):
            self.report(Rule.NESTED, nested("quiz", id, "quiz", outer.id))
        sub_skill = self.options.get("sub-skill", "")
        if sub_skill:
            self.refer("sub-skill", sub_skill, option="sub-skill")
        return Quiz(
            id=id,
            location=location,
            sub_skill=sub_skill,
            is_apart="apart" in self.options,
            is_attempt="attempt" in self.options,
            is_example="example" in self.options,
            minutes=self.of_attempt("minutes", count) or 0,
            forms=self.of_attempt("forms", counts) or (),
            closes=self.phase_closed(),
        )

    def of_attempt(self, name: str, read: Callable[[str], T]) -> T | None:
        """The value of an option that only an attempt has."""
        value = self.value(name, read, required=False)
        if value is None or "attempt" in self.options:
            return value
        message = f"option `:{name}:` is for an attempt; write `:attempt:`, too, or leave it out"
        self.report(Rule.OPTION_VALUE, message, self.option_line(name))
        return None

    def phase_closed(self) -> str:
        """The phase that an attempt closes, or ""."""
        phase = self.of_attempt("closes", identifier) or ""
        if phase:
            self.refer("phase", phase, option="closes")
        return phase

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        findings = self.domain.page(item.location.docname).findings
        reported = len(findings)
        with self.inside("guide:quiz", item):
            content = self.parse_content_to_nodes()
        if not self.env.temp_data.get("guide:quiz") and len(findings) == reported:
            self.look_for_questions(item, content)
        if not (isinstance(item, Quiz) and item.is_attempt):
            return [nodes.container("", *content, classes=["guide-questions"])]
        self.domain.use(self.env.current_document.docname, ["skill", "level", "sub-skill", "quiz"])
        pool = [self.pool(item)] if item.forms else []
        return [guide_attempt("", *content, *pool, quiz=item.id, classes=["guide-attempt"])]

    def pool(self, item: Quiz) -> guide_question_list:
        """The place of the questions from which forms are drawn."""
        conditions = {"in_banks": True}
        place = QuestionList(
            tuple(conditions.items()),
            self.location(self.option_line("forms")),
            quiz=item.id,
            largest=max(item.forms),
        )
        self.declared.append(place)
        return guide_question_list(conditions=conditions, is_pool=True)

    def look_for_questions(self, item: Item, content: list[nodes.Node]) -> None:
        """Report a quiz that asks nothing; what was reported inside it may be the reason."""
        asked = (guide_question, guide_question_list)
        if not any(isinstance(node, asked) for part in content for node in part.findall()):
            message = f"quiz '{item.id}' has no questions; write one inside it, or leave it out"
            self.report(Rule.QUIZ, message)


class QuestionDirective(GuideDirective):
    """A question: a stem, what is needed to answer it, and what explains the answer. What differs
    by its type stands in `types/`. Records are named by an option for each kind that questions ask
    for (see `question_directive`).
    """

    option_spec = options(
        "type",
        "sub-skill",
        "level",
        "teaches",
        "follows",
        "source",
        "allow",
        *dict.fromkeys(name for type in TYPES.values() for name in type.options),
        flags=("multiple", "keep-order"),
    )
    kinds: ClassVar[tuple[Kind, ...]] = ()
    is_doubted = False

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        outer = self.env.temp_data.get("guide:question")
        if outer:
            self.report(Rule.NESTED, nested("question", id or "", "question", outer[0]))
            outer.append("spoilt")
        written = self.value("type", read_type, required=False)
        self.type = written or DEFAULT
        inner = [id or ""]
        with self.inside("guide:question", inner):
            labels, body = self.body()
        if id is None:
            return [*labels, *without_marks(body)]
        is_told = (
            len(inner) > 1 or outer or self.is_lost or (not written and "type" in self.options)
        )
        readable = not is_told and self.is_readable(body)
        item, parts = self.read(id, body if readable else [])
        if item.is_readable:
            return without_marks([self.node(item, parts, labels)])
        return [self.anchor(item, nodes.target()), *labels, *without_marks(body)]

    def body(self) -> tuple[list[nodes.Node], list[nodes.Node]]:
        """The labels before the stem, and the content; each hint as ours, which readers unfold."""
        start = self.lineno + self.content_offset + self.is_markdown
        self.lines = {start + index: line for index, line in enumerate(self.content)}
        body = self.type.parse(self)
        labels = list(takewhile(lambda node: isinstance(node, nodes.target), body))
        rest = body[len(labels) :]
        return labels, [
            guide_hint("", *node.children) if isinstance(node, nodes.hint) else node
            for node in rest
        ]

    def parse(self) -> list[nodes.Node]:
        """The content as nodes, without comments."""
        return without_comments(self.parse_content_to_nodes())

    def is_readable(self, body: Sequence[nodes.Node]) -> bool:
        """Whether something is asked, and its type can read the content; reports why not, and what
        looks like a line `---` and is none.
        """
        found = [Mistake(Rule.STEM, UNDERLINED, line) for line in underlined(body, self.lines)]
        if body:
            found += self.type.mistakes(self, body)
        else:
            message = f"{self.word} '{self.arguments[0]}' is empty; write what it asks inside it"
            found.append(Mistake(Rule.STEM, message, None))
        for mistake in found:
            self.report(*mistake)
        return not found

    def read(self, id: str, body: list[nodes.Node]) -> tuple[Question, Parts]:
        """The question that the content and the options declare, and the parts of the content."""
        parts = self.type.divide(body)
        self.doubt(id, doubtful(parts, self.type.late(parts)))
        answers = self.type.read(self, id, parts) if body else None
        quiz = self.env.temp_data.get("guide:quiz")
        return Question(
            id=id,
            location=self.location(),
            type=self.type,
            stem=source_of(parts.stem),
            **(answers or Answers())._asdict(),
            unit=self.options.get("unit", ""),
            is_multiple="multiple" in self.options,
            keeps_order="keep-order" in self.options,
            is_readable=answers is not None,
            is_explained=bool(parts.rest),
            quiz=quiz.id if quiz else "",
            sub_skill=self.options.get("sub-skill") or (quiz.sub_skill if quiz else ""),
            level=self.options.get("level", ""),
            teaches=self.teaches(),
            follows=self.follows(),
            asks=self.asks(),
            source=self.options.get("source", ""),
            allows=self.value("allow", allowance, required=False) or frozenset(),
        ), parts

    def doubt(self, id: str, node: nodes.Node | None) -> None:
        """Report what may be asked too, if there is something."""
        self.is_doubted = node is not None
        if node is not None:
            message = (
                f"question '{id}' may ask this too, but it stands in the answer; write a line "
                "`---` where the question ends"
            )
            self.report(Rule.STEM, message, node.line)

    def placed(self, node: N, option: str) -> N:
        """The node with the place of an option, where translators look for it."""
        node.source, node.line = self.get_source_info()[0], self.option_line(option)
        return node

    def teaches(self) -> str:
        """The page, or `page#place`, that teaches the answer, without the leading slash."""
        target = self.options.get("teaches", "").strip()
        if not target:
            return ""
        page, hash, anchor = target.partition("#")
        place = f"{docname_join(self.env.current_document.docname, page)}{hash}{anchor}"
        self.refer("page", place, option="teaches")
        return place

    def follows(self) -> str:
        """The id of the question that comes before it in its chain."""
        before = self.value("follows", identifier, required=False) or ""
        if before:
            self.refer("question", before, option="follows")
        return before

    def asks(self) -> tuple[str, ...]:
        """The keys of the records that it asks for."""
        kinds = [kind for kind in self.kinds if kind.question]
        return tuple(
            f"{kind.name}:{id}" for kind in kinds for id in self.named(kind.question, kind.name)
        )

    def node(self, item: Question, parts: Parts, labels: list[nodes.Node]) -> nodes.Node:
        """The question as nodes."""
        self.domain.use(self.env.current_document.docname, self.type.uses)
        node = guide_question(
            classes=["guide-question"],
            question_id=item.id,
            digest=item.digest,
            type=self.type.name,
            data=self.type.data(item),
            multiple=item.is_multiple,
            keep_order=item.keeps_order,
            sub_skill=item.sub_skill,
            level=item.level,
            teaches=item.teaches,
        )
        legend = parts.legend
        node += [renamed(legend, guide_legend)] if legend else []
        facts = guide_facts("", "", *self.facts(item), classes=["guide-facts"])
        node += [*labels, facts, *(part for part in parts.stem if part is not legend)]
        node += self.type.means(self, item, parts)
        explained = [*self.type.solution(self, item, parts), *parts.rest]
        if explained:
            node += guide_explanation("", *explained, classes=["no-search"])
        return self.anchor(item, node)

    def facts(self, item: Question) -> list[nodes.Node]:
        """The sub-skill and the level, as links; a sub-skill that the quiz names is checked
        there.
        """
        links: list[nodes.Node] = []
        if item.sub_skill:
            link = self.link("sub-skill", item.sub_skill, option="sub-skill")
            link["inherited"] = "sub-skill" not in self.options
            links.append(link)
        if item.level:
            links += [nodes.Text(" · ")] if links else []
            links.append(self.link("level", item.level, option="level"))
        return links


def question_directive(kinds: tuple[Kind, ...]) -> type[QuestionDirective]:
    """The directive of questions in a site that has these kinds of records."""
    spec = QuestionDirective.option_spec | options(*filter(None, (k.question for k in kinds)))
    return type("QuestionDirective", (QuestionDirective,), {"option_spec": spec, "kinds": kinds})


def read_type(value: str) -> PageType:
    """The type of a question."""
    if value.strip() not in TYPES:
        raise ValueError(f"expected one of {', '.join(TYPES)}, got {value!r}")
    return TYPES[value.strip()]


def nested(kind: str, id: str, outer_kind: str, outer_id: str) -> str:
    """The message for a block inside one that cannot hold it."""
    return (
        f"{kind} '{id}' stands inside {outer_kind} '{outer_id}'; "
        f"close that one first, with as many colons as it was opened with"
    )
