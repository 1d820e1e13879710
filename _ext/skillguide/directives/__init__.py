"""The directives by name."""

from docutils.parsers.rst import Directive

from ..model import KINDS
from .architecture import ArchitectureDirective
from .budget import BudgetDirective
from .objectives import ObjectivesDirective
from .question_lists import (
    CheckYourselfDirective,
    QuestionRefDirective,
    QuestionsDirective,
    ReaderDataDirective,
    ResultDirective,
)
from .questions import QuestionDirective, QuizDirective
from .records import record_directive
from .skill import (
    UNIT_USES,
    GivenDirective,
    LevelDirective,
    PhaseDirective,
    ProficiencyDirective,
    SkillDirective,
    SubSkillDirective,
    UnitDirective,
)
from .summaries import RecordsDirective, summary_directive

DIRECTIVES: dict[str, type[Directive]] = {
    "skill": SkillDirective,
    "level": LevelDirective,
    "sub-skill": SubSkillDirective,
    "phase": PhaseDirective,
    "unit": UnitDirective,
    "given": GivenDirective,
    "architecture": ArchitectureDirective,
    "budget": BudgetDirective,
    "objectives": ObjectivesDirective,
    "proficiency": ProficiencyDirective,
    "quiz": QuizDirective,
    "question": QuestionDirective,
    "questions": QuestionsDirective,
    "question-ref": QuestionRefDirective,
    "check-yourself": CheckYourselfDirective,
    "result": ResultDirective,
    "reader-data": ReaderDataDirective,
    **{kind.name: record_directive(kind) for kind in KINDS},
    "quick-stats": summary_directive("quick-stats", "skill", "phase", "sub-skill", "question"),
    "proficiency-table": summary_directive("proficiency-table", "level"),
    "journey": summary_directive("journey", "level"),
    "weights": summary_directive("weights", "skill", "sub-skill", "unit"),
    "path-table": summary_directive("path-table", "skill", "phase", "unit"),
    "hours-matrix": summary_directive("hours-matrix", "phase", "unit", "sub-skill"),
    "hours-spent": summary_directive("hours-spent", *UNIT_USES, "phase"),
    "continue": summary_directive("continue", "unit"),
    "plan": summary_directive("plan", "phase", "unit", "sub-skill", "deliverable"),
    "blueprint": summary_directive("blueprint", "sub-skill", "level", "quiz", "question"),
    "records": RecordsDirective,
}
