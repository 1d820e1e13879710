"""Charts: the picture of a table. `figures.plots` draws it, and knows nothing of guides."""

from dataclasses import dataclass, field
from decimal import Decimal

from ..figures.plots import PlotKind
from .items import Item


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it was typed, or the item with the `key` whose number it is; else a gap."""

    number: Decimal | None = None
    is_percent: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of the table: its place, and the value of each series. `place` is None where it is a
    word; `name` is how it is shown.
    """

    place: Amount | None
    values: tuple[Amount, ...]
    name: str = ""
    line: int = field(default=0, repr=False)


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A limit or a band (`name`) that the values are held against; a limit has one end."""

    name: str
    ends: tuple[Amount, ...]
    label: str = ""
    line: int = field(default=0, repr=False)


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a chart computes: `lines` of a calculation, while its line `over` goes from `low` to
    `high`, numbers in the unit in which that line is shown; `is_percent` where they are typed so.
    """

    calculation: str
    lines: tuple[str, ...]
    over: str
    low: Decimal
    high: Decimal
    is_percent: bool = False
    line: int = field(default=0, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Item):
    """A chart. Its title is the caption; `head` are the names of the columns, `titles` those of the
    axes by `x` and `y`, `log` the axes that are logarithmic. Without rows nothing is drawn. With a
    `sweep` the rows are known once the guide is solved, and `problem` says why there are none.
    """

    kind = "chart"
    has_title = False
    form: PlotKind | None = None
    log: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    rows: tuple[ChartRow, ...] = ()
    marks: tuple[ChartMark, ...] = ()
    sweep: Sweep | None = None
    problem: str = ""
    line: int = field(default=0, repr=False)  # of the table
    log_line: int = field(default=0, repr=False)
