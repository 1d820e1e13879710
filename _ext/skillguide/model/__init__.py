"""What a guide is: frozen values, no Sphinx.

Everything here is pickled into the build environment, so there are no nodes and no callables.
"""

from .findings import Finding, Location, Rule
from .guide import Guide, Reference
from .items import Given, Item, Level, Phase, Proficiency, Skill, SubSkill, Unit
from .questions import Option, Question, Quiz, Type
from .records import KINDS, Field, Kind, Record

__all__ = [
    "KINDS",
    "Field",
    "Finding",
    "Given",
    "Guide",
    "Item",
    "Kind",
    "Level",
    "Location",
    "Option",
    "Phase",
    "Proficiency",
    "Question",
    "Quiz",
    "Record",
    "Reference",
    "Rule",
    "Skill",
    "SubSkill",
    "Type",
    "Unit",
]
