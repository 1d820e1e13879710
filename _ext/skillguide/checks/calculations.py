"""Calculations: what cannot be computed."""

from collections.abc import Iterator

from ..calculations import restated
from ..model import Calculation, Finding, Given, Guide, Reference, Result, Rule


def check_calculations(guide: Guide) -> Iterator[Finding]:
    """Each figure with a formula has a value: names are known, units fit, nothing waits for itself.
    Readers guess numbers. The guide was solved before (see `calculations`).
    """
    for item in guide.items:
        if isinstance(item, Given) and item.problem:
            name = item.id.partition(".")[2] or item.id
            yield Finding(Rule.CALCULATION, item.location, f"{name}: {item.problem}")
    for item in guide.all(Calculation):
        guessed = guide.by_key.get(f"result:{item.id}.{item.predict}")
        if isinstance(guessed, Result) and (guessed.is_answer or guessed.is_input):
            what = "a yes or a no" if guessed.is_answer else "an input, which readers see"
            message = f"{item.predict}: is {what}; `:predict:` names a line with another number"
            yield Finding(Rule.CALCULATION, guessed.location, message)
    for reference in guide.references:
        yield from _restated(guide, reference)


def _restated(guide: Guide, reference: Reference) -> Iterator[Finding]:
    """A figure is shown in a unit of its kind."""
    figure = guide.by_key.get(f"{reference.kind}:{reference.id}")
    if not reference.how or not isinstance(figure, Given) or not figure.value:
        return
    try:
        restated(figure, reference.how, guide.settings.units)
    except ValueError as error:
        yield Finding(Rule.CALCULATION, reference.location, f"{reference.id}: {error}")
