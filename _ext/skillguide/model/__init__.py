"""What a guide is: frozen values, no Sphinx.

Everything here is pickled into the build environment, so there are no nodes and no callables.
"""

from ..figures import Component, ComponentKind, Flow
from ..figures.plots import PlotKind
from .architecture import Architecture
from .budgets import Budget, BudgetRow, Resource, figure_key
from .calculations import Calculation, Result
from .charts import Amount, Chart, ChartMark, ChartRow, Sweep
from .findings import ALLOWABLE, Finding, Location, Rule
from .guide import Guide, Objective, QuestionList, Reference
from .items import Given, Item, Level, Phase, Proficiency, Skill, SubSkill, Unit
from .questions import Option, Part, Prompt, Question, Quiz, Type
from .records import Field, Kind, Record, RecordList, Way
from .settings import Settings

__all__ = [
    "ALLOWABLE",
    "Amount",
    "Architecture",
    "Budget",
    "BudgetRow",
    "Calculation",
    "Chart",
    "ChartMark",
    "ChartRow",
    "Component",
    "ComponentKind",
    "Field",
    "Finding",
    "Flow",
    "Given",
    "Guide",
    "Item",
    "Kind",
    "Level",
    "Location",
    "Objective",
    "Option",
    "Part",
    "Phase",
    "PlotKind",
    "Proficiency",
    "Prompt",
    "Question",
    "QuestionList",
    "Quiz",
    "Record",
    "RecordList",
    "Reference",
    "Resource",
    "Result",
    "Rule",
    "Settings",
    "Skill",
    "SubSkill",
    "Sweep",
    "Type",
    "Unit",
    "Way",
    "figure_key",
]
