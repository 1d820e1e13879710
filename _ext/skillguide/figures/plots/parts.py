"""What a chart is made of: series of values over places, and what they are held against."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class PlotKind(StrEnum):
    """How the values of a series are drawn. A step keeps its value until the next place."""

    LINE = "line"
    BAR = "bar"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Axis:
    """What is measured along an edge of the chart."""

    title: str = ""
    is_log: bool = False
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A value for each place; None leaves a gap."""

    label: str
    values: tuple[Decimal | None, ...]

    @property
    def known(self) -> list[Decimal]:
        """The values without the gaps."""
        return [value for value in self.values if value is not None]


@dataclass(frozen=True, slots=True)
class Mark:
    """What the values are held against: a limit, whose ends are one value, or a band."""

    low: Decimal
    high: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart. `names` are its places as they are shown; `places` are the numbers that they stand
    for, None where they are words, which stand at equal distances. `is_live`: a script will move
    the lines, so they are named above the picture, and there is room for longer values.
    """

    kind: PlotKind
    names: tuple[str, ...]
    places: tuple[Decimal, ...] | None
    series: tuple[Series, ...]
    x: Axis
    y: Axis
    marks: tuple[Mark, ...] = ()
    is_live: bool = False

    @property
    def values(self) -> list[Decimal]:
        """All that the y axis must have room for."""
        ends = [end for mark in self.marks for end in (mark.low, mark.high)]
        return [*(value for series in self.series for value in series.known), *ends]
