"""The matrix of sub-skills and levels."""

from collections.abc import Iterator

from ..model import Finding, Guide, Proficiency, Rule


def check_proficiency(guide: Guide) -> Iterator[Finding]:
    """A row has one entry for each level, lowest first."""
    levels = [level.id for level in guide.levels]
    for row in guide.all(Proficiency):
        if levels and row.levels != len(levels):
            yield Finding(
                Rule.PROFICIENCY,
                row.location,
                f"found {row.levels} numbered entries, expected {len(levels)}, one for each level "
                f"in this order: {', '.join(levels)}",
            )
