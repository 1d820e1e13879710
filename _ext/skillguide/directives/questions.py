"""Quizzes and questions."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from docutils import nodes

from ..model import Item, Location, Option, Question, Quiz, Rule, Type
from ..model.questions import digest
from ..nodes import (
    guide_entry,
    guide_explanation,
    guide_facts,
    guide_hint,
    guide_legend,
    guide_point,
    guide_question,
    guide_question_list,
    guide_rubric,
    guide_solution,
)
from ..parse import allowance, alternatives, number, text, tolerance
from .base import GuideDirective, ItemDirective, options
from .choices import (
    Mistake,
    mark_entries,
    mistakes,
    options_node,
    read_option,
    renamed,
    source_of,
    take_marks,
    unmarked_reasons,
    without_comments,
    without_marks,
)
from .division import Parts, divide, folded, underlined

ONLY_MARKDOWN = (
    "options are read on Markdown pages only; move this question to one, or ask for a number or "
    "a text"
)


class QuizDirective(ItemDirective):
    """A set of questions."""

    option_spec = options("title", "sub-skill", flags=("apart", "example"))

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
            is_example="example" in self.options,
        )

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        findings = self.domain.page(item.location.docname).findings
        reported = len(findings)
        with self.inside("guide:quiz", item):
            content = self.parse_content_to_nodes()
        if not self.env.temp_data.get("guide:quiz") and len(findings) == reported:
            self.look_for_questions(item, content)
        return [nodes.container("", *content, classes=["guide-questions"])]

    def look_for_questions(self, item: Item, content: list[nodes.Node]) -> None:
        """Report a quiz that asks nothing; what was reported inside it may be the reason."""
        asked = (guide_question, guide_question_list)
        if not any(isinstance(node, asked) for part in content for node in part.findall()):
            message = f"quiz '{item.id}' has no questions; write one inside it, or leave it out"
            self.report(Rule.QUIZ, message)


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
        written = self.value("type", read_type, required=False)
        type = written or Type.CHOICE
        inner = [id or ""]
        with self.inside("guide:question", inner):
            labels, body = self.body(type)
        if id is None:
            return [*labels, *without_marks(body)]
        is_told = (
            len(inner) > 1 or outer or self.is_lost or (not written and "type" in self.options)
        )
        readable = not is_told and self.is_readable(type, body)
        item, parts = self.read(id, type, body if readable else [])
        if item.is_readable:
            return without_marks([self.node(item, parts, labels)])
        return [self.anchor(item, nodes.target()), *labels, *without_marks(body)]

    def body(self, type: Type) -> tuple[list[nodes.Node], list[nodes.Node]]:
        """The labels before the stem, and the content without comments; each hint as ours, which
        readers unfold, and each option with its mark.
        """
        start = self.lineno + self.content_offset + self.is_markdown
        self.lines = {start + index: line for index, line in enumerate(self.content)}
        taken = take_marks(self.content.data) if type is Type.CHOICE else {}
        body = without_comments(self.parse_content_to_nodes())
        if type is Type.CHOICE:
            mark_entries(body, {start + index: mark for index, mark in taken.items()})
        labels = list(takewhile(lambda node: isinstance(node, nodes.target), body))
        rest = body[len(labels) :]
        return labels, [
            guide_hint("", *node.children) if isinstance(node, nodes.hint) else node
            for node in rest
        ]

    def is_readable(self, type: Type, body: Sequence[nodes.Node]) -> bool:
        """Whether something is asked, and options can be told apart; reports what looks like a
        mark or a line `---` and is none.
        """
        found = list(underlined(body, self.lines))
        if not body:
            message = f"{self.word} '{self.arguments[0]}' is empty; write what it asks inside it"
            found.append(Mistake(Rule.STEM, message, self.lineno))
        elif type is Type.CHOICE and not self.is_markdown:
            found.append(Mistake(Rule.OPTIONS, ONLY_MARKDOWN, self.lineno))
        elif type is Type.CHOICE:
            has_tasklist = "tasklist" in self.env.config.myst_enable_extensions
            found += mistakes(body, self.lines, has_tasklist=has_tasklist)
        for mistake in found:
            self.report(*mistake)
        return not found

    def read(self, id: str, type: Type, body: list[nodes.Node]) -> tuple[Question, Parts]:
        """The question that the content and the options declare, and the parts of the content."""
        parts = divide(type, body)
        mistake = folded(id, type, parts)
        if mistake:
            self.report(*mistake)
        for mistake in unmarked_reasons(parts.entries) if type is Type.CHOICE else ():
            self.report(*mistake)
        choices: list[Option] = []
        answers: tuple[str, ...] | None = ()
        if type is Type.CHOICE:
            choices = list(map(read_option, parts.entries))
        elif type is not Type.OPEN and body:
            answers = self.answers(type)
        code = next((n.astext() for n in parts.stem if isinstance(n, nodes.literal_block)), "")
        if type is Type.TRACE and body and not code:
            answers = None
            if not mistake:
                self.report(Rule.TRACE, f"question '{id}' has no Python block to trace")
        quiz = self.env.temp_data.get("guide:quiz")
        return Question(
            id=id,
            location=self.location(),
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
        self.refer("page", place, option="teaches")
        return place

    def node(self, item: Question, parts: Parts, labels: list[nodes.Node]) -> nodes.Node:
        """The question as nodes."""
        node = guide_question(
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
        legend = parts.legend
        node += [renamed(legend, guide_legend)] if legend else []
        facts = guide_facts("", "", *self.facts(item), classes=["guide-facts"])
        node += [*labels, facts, *(part for part in parts.stem if part is not legend)]
        node += self.means(item, parts)
        if explained := self.explained(item, parts):
            node += guide_explanation("", *explained, classes=["no-search"])
        return self.anchor(item, node)

    def means(self, item: Question, parts: Parts) -> list[nodes.Node]:
        """What readers answer with: options or a field."""
        if item.options:
            return [options_node(item.options, parts.entries)]
        if not item.answers:
            return []
        tolerance = self.options["tolerance"] if item.tolerance else ""
        entry = guide_entry(item.unit, item.unit, type=str(item.type), tolerance=tolerance)
        entry["support_smartquotes"] = False
        entry.source, entry.line = self.get_source_info()[0], self.option_line("unit")
        return [entry]

    def explained(self, item: Question, parts: Parts) -> list[nodes.Node]:
        """The answer and what explains it."""
        if item.answers:
            words = self.options["answer"]
            solution = guide_solution(words, words, support_smartquotes=False)
            solution["translatable"] = item.type is Type.TEXT
            solution.source, solution.line = self.get_source_info()[0], self.option_line("answer")
            return [solution, *parts.rest]
        if item.type is not Type.OPEN or not parts.entries:
            return parts.rest
        self.domain.use(self.env.current_document.docname, ["level"])
        points = [guide_point("", *entry.children) for entry in parts.entries]
        rubric = guide_rubric("", *points, enumtype="arabic", prefix="", suffix=".")
        return [rubric, *parts.rest]

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


def read_type(value: str) -> Type:
    """The type of a question."""
    if value.strip() not in list(Type):
        raise ValueError(f"expected one of {', '.join(Type)}, got {value!r}")
    return Type(text(value))


def nested(kind: str, id: str, outer_kind: str, outer_id: str) -> str:
    """The message for a block inside one that cannot hold it."""
    return (
        f"{kind} '{id}' stands inside {outer_kind} '{outer_id}'; "
        f"close that one first, with as many colons as it was opened with"
    )
