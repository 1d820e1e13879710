"""What an author can get wrong, and where."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where an author wrote something.

    `docname` is the page that is being read, `path` the file that holds the line (it differs for
    included files; relative to the project, with `/`), `line` counts from 1.
    """

    docname: str
    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Rule(StrEnum):
    """Warning subtypes; `suppress_warnings = ["guide.weight_total"]` silences one."""

    ID = "id"
    DUPLICATE_ID = "duplicate_id"
    OPTION_MISSING = "option_missing"
    OPTION_VALUE = "option_value"
    TITLE = "title"
    REFERENCE = "reference"
    SKILL = "skill"
    LINK = "link"
    RAW = "raw"
    WEIGHT_TOTAL = "weight_total"
    UNIT_HOURS = "unit_hours"
    PHASE_HOURS = "phase_hours"
    HOURS_SHARE = "hours_share"
    EARNED_HOURS = "earned_hours"
    NEEDS = "needs"
    PROFICIENCY = "proficiency"
    OBJECTIVE = "objective"
    ARCHITECTURE = "architecture"
    BUDGET = "budget"
    CALCULATION = "calculation"
    CHART = "chart"
    QUIZ = "quiz"
    CHAIN = "chain"
    STEM = "stem"
    OPTIONS = "options"
    KEY = "key"
    FEEDBACK = "feedback"
    MARK = "mark"
    SETTING = "setting"
    QUESTION_LIST = "question_list"
    RECORD_LIST = "record_list"
    SUPERSEDED = "superseded"
    EXPLANATION = "explanation"
    NESTED = "nested"
    TRACE = "trace"
    OPTION_NUMBER = "option_number"
    GIFT = "gift"
    ABOVE = "above"
    BARE_NOT = "bare_not"
    ABSOLUTE_WORDS = "absolute_words"
    DUPLICATE_QUESTION = "duplicate_question"
    LEVEL_COVERAGE = "level_coverage"
    QUESTION_SHARE = "question_share"
    LONGEST_OPTION = "longest_option"
    LENGTH_RATIO = "length_ratio"
    KEY_POSITION = "key_position"


#: What an author may allow in one question. The other rules say that something is wrong, or speak
#: of a whole quiz.
ALLOWABLE = (
    Rule.OPTION_NUMBER,
    Rule.ABOVE,
    Rule.BARE_NOT,
    Rule.ABSOLUTE_WORDS,
    Rule.DUPLICATE_QUESTION,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: what was found and what to write instead, as one sentence without full stop."""

    rule: Rule
    location: Location
    message: str
