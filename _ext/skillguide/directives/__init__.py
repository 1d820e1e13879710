"""The directives by name."""

from docutils.parsers.rst import Directive

from ..model import Kind
from .architecture import ArchitectureDirective
from .budget import BudgetDirective
from .calculation import CalculationDirective
from .charts import ChartDirective
from .objectives import ObjectivesDirective
from .question_lists import (
    CheckYourselfDirective,
    QuestionRefDirective,
    QuestionsDirective,
    ReaderDataDirective,
    ResultDirective,
)
from .questions import QuizDirective, question_directive
from .records import record_directive
from .skill import (
    GivenDirective,
    LevelDirective,
    PhaseDirective,
    ProficiencyDirective,
    SkillDirective,
    SubSkillDirective,
    unit_directive,
)
from .summaries import records_directive, summary_directive

#: Directives that are the same on every site.
DIRECTIVES: dict[str, type[Directive]] = {
    "skill": SkillDirective,
    "level": LevelDirective,
    "sub-skill": SubSkillDirective,
    "phase": PhaseDirective,
    "given": GivenDirective,
    "architecture": ArchitectureDirective,
    "budget": BudgetDirective,
    "calculation": CalculationDirective,
    "chart": ChartDirective,
    "objectives": ObjectivesDirective,
    "proficiency": ProficiencyDirective,
    "quiz": QuizDirective,
    "questions": QuestionsDirective,
    "question-ref": QuestionRefDirective,
    "check-yourself": CheckYourselfDirective,
    "result": ResultDirective,
    "reader-data": ReaderDataDirective,
}


def site_directives(kinds: tuple[Kind, ...]) -> dict[str, type[Directive]]:
    """The directives that depend on the site's kinds of records."""
    found: dict[str, type[Directive]] = {kind.name: record_directive(kind) for kind in kinds}
    return found | {
        "unit": unit_directive(kinds),
        "records": records_directive(kinds),
        "question": question_directive(kinds),
    }


__all__ = ["DIRECTIVES", "site_directives", "summary_directive"]
