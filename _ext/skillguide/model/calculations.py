"""Calculations: figures that follow from others."""

from dataclasses import dataclass, field
from typing import Any

from .items import Given, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Given):
    """A line of a calculation, which is a figure like a given. The id is `calculation.name`.

    `is_fixed`: it was measured, and nothing leads to it. Once the guide is solved, `is_money` says
    whether its unit is money, and `arithmetic` are nested tuples of signs, numbers in base units,
    and names of lines.
    """

    kind = "result"
    calculation: str
    name: str
    is_fixed: bool = False
    is_money: bool = False
    arithmetic: Any = field(default=None)

    @property
    def is_input(self) -> bool:
        """Whether readers may change the line: it is one number, or one given."""
        return isinstance(self.arithmetic, float)

    @property
    def anchor(self) -> str:
        return f"{self.kind}-{self.id.replace('.', '-')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation(Item):
    """A list of lines, by their names in the order of the page. Its title is the caption.

    `predict` is the name of the line that readers guess before they see it, "" for none; `minutes`
    is how long it takes to follow; `is_fixed`: readers change no line, which stand for something
    that was measured. `digits` is how many count in what it shows, once the guide is solved.
    """

    kind = "calculation"
    has_title = False
    lines: tuple[str, ...] = ()
    predict: str = ""
    minutes: int = 0
    is_fixed: bool = False
    digits: int = 3
