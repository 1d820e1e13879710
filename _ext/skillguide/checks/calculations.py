"""Calculations: what cannot be computed."""

from collections.abc import Iterator

from ..model import Finding, Given, Guide, Rule


def check_calculations(guide: Guide) -> Iterator[Finding]:
    """Each figure with a formula has a value: names are known, units fit, nothing waits for itself.
    The guide was solved before (see `calculations`).
    """
    for item in guide.items:
        if isinstance(item, Given) and item.problem:
            name = item.id.partition(".")[2] or item.id
            yield Finding(Rule.CALCULATION, item.location, f"{name}: {item.problem}")
