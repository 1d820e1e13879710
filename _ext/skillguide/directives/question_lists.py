"""Directives that show questions written elsewhere: empty places, filled before writing."""

from docutils import nodes

from ..model import QuestionList, Rule
from ..nodes import guide_question_list, guide_result
from ..parse import count, identifier
from .base import GuideDirective, options


class QuestionsDirective(GuideDirective):
    """The questions that fit every option, in reading order."""

    has_content = False
    optional_arguments = 0
    option_spec = options("ids", "quiz", "sub-skill", "level", "number")

    def run(self) -> list[nodes.Node]:
        ids = self.named("ids", "question")
        conditions: dict[str, object] = {"ids": ids}
        for name in ("quiz", "sub-skill", "level"):
            if id := self.value(name, identifier, required=False):
                conditions[name.replace("-", "_")] = id
                self.refer(name, id, option=name)
        if "number" in self.options:
            conditions["number"] = self.value("number", count)
        return self.place(conditions)

    def place(self, conditions: dict[str, object]) -> list[nodes.Node]:
        """The empty place; its page is written again whenever what it shows has changed."""
        self.domain.use(self.env.current_document.docname, ["level", "sub-skill"])
        if outer := self.env.temp_data.get("guide:question"):
            message = (
                f"{self.word} stands inside question '{outer[0]}', which cannot hold a question"
            )
            self.report(Rule.NESTED, message)
            return []
        node = guide_question_list(conditions=conditions, is_pool=False)
        self.set_source_info(node)
        line = self.option_line("number")
        outer = self.env.temp_data.get("guide:quiz")
        quiz = outer.id if outer else ""
        self.declared.append(QuestionList(tuple(conditions.items()), self.location(line), quiz))
        return [self.declare(node)]


class CheckYourselfDirective(QuestionsDirective):
    """The questions that teach a place on this page."""

    option_spec = options("number")

    def run(self) -> list[nodes.Node]:
        number = self.value("number", count, required=False)
        return self.place({"page": self.env.current_document.docname, "number": number})


class QuestionRefDirective(QuestionsDirective):
    """One question that is written elsewhere."""

    optional_arguments = 1
    option_spec = options()

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        if id is None:
            return []
        self.refer("question", id)
        return self.place({"ids": (id,)})


class ResultDirective(GuideDirective):
    """The result of a quiz by sub-skill: a scoring table on paper, computed where scripts run."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        if id is None:
            return []
        self.refer("quiz", id)
        kinds = ["skill", "level", "sub-skill", "quiz", "question", "page"]
        self.domain.use(self.env.current_document.docname, kinds)
        node = guide_result(quiz=id, classes=["guide-result"])
        self.set_source_info(node)
        return [self.declare(node)]


class ReaderDataDirective(GuideDirective):
    """What the reader's browser has kept: saved to a file, loaded, erased. Made by the script."""

    has_content = False
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        return [nodes.container(classes=["guide-data"])]
