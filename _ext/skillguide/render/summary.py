"""A summary: what the pages declare, computed, as nodes that every builder can write."""

from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes

from ..model import Guide

Show = Callable[[Guide], list[nodes.Node]]


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary of a guide. `uses` are the keys of all that it reads (see `outdated.digests`): a
    page that shows it is written again when one of them has changed.
    """

    name: str
    uses: tuple[str, ...]
    show: Show


def summary(name: str, *uses: str) -> Callable[[Show], Summary]:
    """Make a summary of a function; it is called by the directive of that name."""
    return lambda show: Summary(name, uses, show)
