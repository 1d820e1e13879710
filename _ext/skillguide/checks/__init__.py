"""What must add up. Each check is a pure generator of findings; the build and the tests call them.

A check is silent about what another one reports: one mistake, one finding.
"""

from collections.abc import Callable, Iterator

from ..model import Finding, Guide
from .architectures import check_architectures
from .budgets import check_budgets
from .calculations import check_calculations
from .chains import check_chains
from .charts import check_charts
from .coverage import check_level_coverage, check_question_share
from .lists import check_lists, check_record_lists
from .objectives import check_objectives
from .path import check_earned_hours, check_needs
from .proficiency import check_proficiency
from .questions import check_questions
from .records import check_superseded
from .references import check_ids, check_references, check_skill
from .testwise import check_cues, check_duplicates, check_wording
from .totals import check_hours_share, check_phase_hours, check_unit_hours, check_weights
from .traces import check_traces

CHECKS: tuple[Callable[[Guide], Iterator[Finding]], ...] = (
    check_skill,
    check_ids,
    check_references,
    check_weights,
    check_unit_hours,
    check_phase_hours,
    check_hours_share,
    check_earned_hours,
    check_needs,
    check_proficiency,
    check_architectures,
    check_budgets,
    check_calculations,
    check_charts,
    check_objectives,
    check_questions,
    check_chains,
    check_wording,
    check_duplicates,
    check_cues,
    check_level_coverage,
    check_question_share,
    check_lists,
    check_record_lists,
    check_superseded,
)


def check(guide: Guide) -> list[Finding]:
    """The findings of all checks, in the order of the pages."""
    findings = [finding for function in CHECKS for finding in function(guide)]
    return sorted(findings, key=lambda finding: finding.location)


__all__ = [
    "CHECKS",
    "check",
    "check_architectures",
    "check_budgets",
    "check_calculations",
    "check_chains",
    "check_charts",
    "check_cues",
    "check_duplicates",
    "check_earned_hours",
    "check_hours_share",
    "check_ids",
    "check_level_coverage",
    "check_lists",
    "check_needs",
    "check_objectives",
    "check_phase_hours",
    "check_proficiency",
    "check_question_share",
    "check_questions",
    "check_record_lists",
    "check_references",
    "check_skill",
    "check_superseded",
    "check_traces",
    "check_unit_hours",
    "check_weights",
    "check_wording",
]
