"""Architecture figures: drawn by `figures`, which knows nothing of guides."""

from dataclasses import dataclass

from ..figures import Component, Flow
from .items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture(Item):
    """A figure. Its title is the caption."""

    kind = "architecture"
    has_title = False
    components: tuple[Component, ...] = ()
    flows: tuple[Flow, ...] = ()
