"""Architecture figures: what cannot be drawn, or says nothing."""

from collections.abc import Iterator
from dataclasses import replace

from ..figures import mistakes
from ..model import Architecture, Finding, Guide, Rule


def check_architectures(guide: Guide) -> Iterator[Finding]:
    """Each component has a cell and a flow of its own, flows name components, labels have room."""
    for figure in guide.all(Architecture):
        shown = spelled(guide, figure)
        for line, message in mistakes(shown.components, shown.flows):
            place = replace(figure.location, line=line)
            yield Finding(Rule.ARCHITECTURE, place, f"figure '{figure.id}': {message}")


def spelled(guide: Guide, figure: Architecture) -> Architecture:
    """The figure with the titles and figures that its labels refer to."""
    return replace(
        figure,
        components=tuple(
            replace(part, label=guide.spell(part.label)) for part in figure.components
        ),
        flows=tuple(replace(flow, label=guide.spell(flow.label)) for flow in figure.flows),
    )
