"""What a figure is made of: components on a grid, and the flows between them."""

from dataclasses import dataclass, field
from enum import StrEnum


class ComponentKind(StrEnum):
    """What a component is; each kind has a shape of its own."""

    SERVICE = "service"
    STORE = "store"
    STREAM = "stream"
    MODEL = "model"
    PERSON = "person"
    EXTERNAL = "external"
    MONITOR = "monitor"


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the figure. `column` and `row` count from 0; `line` is where it is written."""

    id: str
    column: int
    row: int
    kind: ComponentKind
    label: str = ""
    line: int = field(default=0, repr=False)

    @property
    def cell(self) -> str:
        """The cell as authors write it: `A1` is the first column of the first row."""
        return f"{'ABCDE'[self.column]}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes from one component (`source`, an id) to another; dashed when it comes later."""

    source: str
    target: str
    is_dashed: bool
    label: str = ""
    line: int = field(default=0, repr=False)
