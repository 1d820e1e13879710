"""All summaries, in one table."""

from docutils import nodes

from ..model import Guide
from ..nodes import guide_summary
from . import banks, chains, overview, path, plan, planner
from .records import record_list
from .summary import Summary

SUMMARIES: dict[str, Summary] = {
    found.name: found
    for found in (
        overview.quick_stats,
        overview.proficiency_table,
        overview.journey,
        overview.weights,
        path.path_table,
        path.hours_matrix,
        path.hours_spent,
        plan.plan_table,
        planner.planner,
        planner.progress,
        plan.continue_links,
        plan.claims,
        banks.blueprint,
        banks.coverage,
        chains.chains,
    )
}


def shown(guide: Guide, place: guide_summary) -> list[nodes.Node]:
    """What stands in the place of a summary, or of a list of records."""
    name = place["shows"]
    if name in SUMMARIES:
        return SUMMARIES[name].show(guide)
    kind = next(kind for kind in guide.kinds if kind.name == name)
    return record_list(guide, kind, place["choices"])
