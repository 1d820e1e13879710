"""Charts: what cannot be drawn, or says nothing."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from ..figures.plots import Axis, Mark, Plot, PlotKind, PlotMistake, Series, plot_mistakes
from ..model import Amount, Chart, ChartMark, ChartRow, Finding, Given, Guide, Rule
from ..model.numbers import grouped, read_shown


def check_charts(guide: Guide) -> Iterator[Finding]:
    """Values have one unit, series can be told apart, and axes can show them."""
    for chart in guide.all(Chart):
        if chart.sweep and chart.problem:
            place = replace(chart.location, line=chart.sweep.line)
            yield Finding(Rule.CHART, place, f"chart '{chart.id}': {chart.problem}")
        if _is_whole(guide, chart):
            found = _mistakes(guide, chart)
            # What is computed is wrong in many rows for one reason.
            for line, message in islice(found, 1 if chart.sweep else None):
                place = replace(chart.location, line=line)
                yield Finding(Rule.CHART, place, f"chart '{chart.id}': {message}")


def is_sound(guide: Guide, chart: Chart) -> bool:
    """Whether a chart can be drawn."""
    return _is_whole(guide, chart) and not any(_mistakes(guide, chart))


def _is_whole(guide: Guide, chart: Chart) -> bool:
    """Whether all that a chart needs was read, and all items that it names are there and could be
    read; else another rule reports that.
    """
    names = [amount.key.partition(" in ")[0] for amount in _amounts(chart) if amount.key]
    items = [guide.by_key.get(name) for name in names]
    lost = [item for item in items if item is None or (isinstance(item, Given) and not item.value)]
    return bool(chart.rows) and not lost


def _mistakes(guide: Guide, chart: Chart) -> Iterator[tuple[int, str]]:
    """The lines and the messages of what is wrong with a chart."""
    shown = spelled(guide, chart)
    unknown = list(_without_number(guide, chart))
    mixed = [] if unknown else list(_mixed(shown))
    yield from unknown or mixed
    if not unknown and not mixed:
        for mistake in plot_mistakes(plot_of(shown)):
            yield _line(shown, mistake), mistake.text


def _without_number(guide: Guide, chart: Chart) -> Iterator[tuple[int, str]]:
    """What cells and marks name that is no number."""
    rows = [(row.line, [row.place, *row.values]) for row in chart.rows]
    for line, amounts in [*rows, *((mark.line, mark.ends) for mark in chart.marks)]:
        for amount in amounts:
            if amount and amount.key and known(guide, amount).number is None:
                kind, _colon, id = amount.key.partition(":")
                yield line, f"{kind} '{id}' has no number"


def _line(chart: Chart, mistake: PlotMistake) -> int:
    """The line where a mistake was made."""
    if mistake.row is not None:
        return chart.rows[mistake.row].line
    if mistake.mark is not None:
        return [mark.line for mark in chart.marks if _mark(mark)][mistake.mark]
    return chart.log_line if mistake.option == "log" else chart.line


def _mixed(chart: Chart) -> Iterator[tuple[int, str]]:
    """Percentages beside plain numbers, which no axis can show together."""
    first: dict[bool, bool] = {}  # by the axis: whether its first number is a percentage
    rows = ((row.place or Amount(), *row.values) for row in chart.rows)
    for number, column in enumerate(zip(*rows, strict=True)):
        for row, amount in zip(chart.rows, column):
            if amount.number is None:
                continue
            is_percent = first.setdefault(number > 0, amount.is_percent)
            if amount.is_percent != is_percent:
                name = f"row '{row.name}', column '{chart.head[number]}'"
                yield row.line, _unlike(name, amount, "before it")
                break
    for mark in chart.marks:
        if any(end.is_percent != first.get(True, end.is_percent) for end in mark.ends):
            yield mark.line, _unlike(f"`:{mark.name}:`", mark.ends[0], "of the table")


def _unlike(name: str, amount: Amount, others: str) -> str:
    """The message for a percentage among plain numbers, or the other way around."""
    if amount.is_percent:
        return f"{name} is a percentage, the numbers {others} are not"
    return f"{name} is no percentage, the numbers {others} are"


def spelled(guide: Guide, chart: Chart) -> Chart:
    """The chart with the titles and the numbers that its words and cells refer to."""
    return replace(
        chart,
        head=tuple(map(guide.spell, chart.head)),
        titles=tuple((name, guide.spell(title)) for name, title in chart.titles),
        rows=tuple(spelled_row(guide, row) for row in chart.rows),
        marks=tuple(
            replace(
                mark,
                ends=tuple(known(guide, end) for end in mark.ends),
                label=guide.spell(mark.label),
            )
            for mark in chart.marks
        ),
    )


def spelled_row(guide: Guide, row: ChartRow) -> ChartRow:
    """The row, likewise. A place that is the number of an item is shown as its neighbors are,
    without its unit.
    """
    place = row.place and known(guide, row.place)
    name = guide.spell(row.name)
    if row.place and row.place.key and place and place.number is not None:
        name = f"{grouped(place.number)}{'%' if place.is_percent else ''}"
    values = tuple(known(guide, value) for value in row.values)
    return replace(row, place=place, values=values, name=name)


def known(guide: Guide, amount: Amount) -> Amount:
    """The amount itself, or that of the item that it names; a gap if it has none."""
    if not amount.key:
        return amount
    item = guide.by_key.get(amount.key)
    if item is None and (text := guide.titles.get(amount.key)):  # in another unit, or rounded
        return Amount(read_shown(text), text.endswith("%"))
    return Amount(item.amount, item.measure == "%") if isinstance(item, Given) else Amount()


def plot_of(chart: Chart) -> Plot:
    """What is drawn of a chart that has been spelled out, and whose rows are whole."""
    places = [row.place.number for row in chart.rows if row.place]
    numbers = tuple(place for place in places if place is not None)
    has_numbers = len(numbers) == len(chart.rows)
    kind = chart.form or (PlotKind.LINE if has_numbers else PlotKind.BAR)
    values = zip(*([value.number for value in row.values] for row in chart.rows), strict=True)
    titles = {"x": chart.head[0], "y": ""} | dict(chart.titles)
    series = tuple(Series(label, tuple(column)) for label, column in zip(chart.head[1:], values))
    if len(series) == 1 and not titles["y"]:
        titles["y"] = series[0].label
    return Plot(
        kind=kind,
        names=tuple(row.name for row in chart.rows),
        places=numbers if has_numbers and kind is not PlotKind.BAR else None,
        series=series,
        x=Axis(titles["x"], "x" in chart.log, any(_percent(row.place) for row in chart.rows)),
        y=Axis(titles["y"], "y" in chart.log, any(map(_percent, _values(chart)))),
        marks=tuple(mark for part in chart.marks for mark in _mark(part)),
        is_live=chart.sweep is not None,
    )


def _values(chart: Chart) -> Iterator[Amount]:
    return chain.from_iterable(row.values for row in chart.rows)


def _amounts(chart: Chart) -> Iterator[Amount]:
    """Every number of a chart."""
    yield from (row.place for row in chart.rows if row.place)
    yield from _values(chart)
    yield from chain.from_iterable(mark.ends for mark in chart.marks)


def _percent(amount: Amount | None) -> bool:
    return amount is not None and amount.is_percent


def _mark(mark: ChartMark) -> list[Mark]:
    """The mark, unless an end of it is unknown."""
    numbers = [end.number for end in mark.ends if end.number is not None]
    is_known = len(numbers) == len(mark.ends)
    return [Mark(numbers[0], numbers[-1], mark.label)] if is_known else []
