"""Charts: what is drawn is where its value is, and can be read."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skillguide import parse
from skillguide.figures.layout import overlap
from skillguide.figures.plots import (
    NARROW,
    WIDE,
    Axis,
    Mark,
    Plot,
    PlotKind,
    Series,
    draw_plot,
    plot_mistakes,
    plot_svg,
    plot_tikz,
)
from skillguide.figures.plots.curves import MOST_MARKERS
from skillguide.figures.plots.keys import spread
from skillguide.figures.plots.scales import Scale, log_ticks, round_ticks, shown, value_ticks
from skillguide.figures.plots.shapes import DASHES, Role, hatch, marker
from skillguide.model import Amount


def numbers(text: str) -> tuple[Decimal | None, ...]:
    """`1 2 - 4` as values with a gap."""
    return tuple(None if part == "-" else Decimal(part) for part in text.split())


def plot(*columns: str, places: str | None = "1 2 3", **options) -> Plot:
    """A chart of columns over some places, or over words."""
    found = numbers(places) if places else None
    count = len(columns[0].split())
    names = tuple(places.split()) if places else tuple(f"word {n}" for n in range(count))
    series = tuple(Series(f"column {n}", numbers(text)) for n, text in enumerate(columns, 1))
    kind = PlotKind.LINE if places else PlotKind.BAR
    base = Plot(kind, names, found, series, Axis("across"), Axis("up"))
    return replace(base, **options)


def shapes(drawing, role: Role) -> list[str]:
    """The paths of a role."""
    return [shape.path for shape in drawing.shapes if shape.role is role]


def texts(drawing, role: Role) -> list[str]:
    """The texts of a role."""
    return [" ".join(label.text.lines) for label in drawing.labels if label.role is role]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "230", "0 50 100 150 200 250"),
        ("0", "0.7", "0 0.2 0.4 0.6 0.8"),
        ("-30", "1200", "-500 0 500 1,000 1,500"),
        ("4.1", "4.9", "4.0 4.2 4.4 4.6 4.8 5.0"),
    ],
)
def test_ticks_are_round_and_hold_all_values(low, high, expected):
    found = round_ticks(Decimal(low), Decimal(high), 5)

    assert [shown(tick, False) for tick in found] == expected.replace("-", "−").split()


def test_an_axis_begins_at_zero_unless_all_values_are_far_from_it():
    near, far = [Decimal(40), Decimal(90)], [Decimal(80), Decimal(90)]

    assert value_ticks(near, 5, from_zero=False)[0] == 0
    assert value_ticks(far, 5, from_zero=False)[0] == 80
    assert value_ticks(far, 5, from_zero=True)[0] == 0
    assert value_ticks([Decimal(-90), Decimal(-80)], 5, from_zero=True)[-1] == 0


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("1", "100", "1 2 5 10 20 50 100"),
        ("0.003", "900", "0.001 0.01 0.1 1 10 100 1,000"),
        ("5", "5", "5 10"),
    ],
)
def test_log_ticks_are_powers_of_ten_and_what_lies_between_few(low, high, expected):
    found = log_ticks(Decimal(low), Decimal(high))

    assert [shown(tick, False) for tick in found] == expected.split()


def test_a_log_axis_gives_each_factor_the_same_room():
    scale = Scale(Decimal(1), Decimal(100), 0, 200, is_log=True)

    assert [scale.at(Decimal(value)) for value in (1, 10, 100)] == [0, 100, 200]


def test_a_line_has_a_point_for_each_value_and_breaks_at_a_gap():
    drawing = draw_plot(plot("1 2 4 3", "4 - 2 1", places="1 2 3 4"))
    second, first = shapes(drawing, Role.LINE)

    assert first.count("L") == 3
    assert second.count("M") == 1
    assert second.count("L") == 1
    assert shapes(drawing, Role.MARKER)[0].count("M") == 3, "the value before the gap stands alone"


def test_heights_follow_values():
    path = shapes(draw_plot(plot("0 10 5")), Role.LINE)[0]
    (_x0, y0), (x1, y1), (_x2, y2) = (map(float, point.split(",")) for point in path[1:].split("L"))

    assert y1 < y2 < y0
    assert y0 - y2 == pytest.approx(y2 - y1)
    assert x1 == pytest.approx((_x0 + _x2) / 2)


def test_rows_need_not_be_sorted():
    forward = draw_plot(plot("1 2 3", places="1 2 3"))
    backward = draw_plot(plot("3 2 1", places="3 2 1"))

    assert shapes(forward, Role.LINE) == shapes(backward, Role.LINE)


def test_a_step_keeps_its_value_until_the_next_place_and_the_last_one_goes_on():
    path = shapes(draw_plot(plot("1 3 2", kind=PlotKind.STEP)), Role.LINE)[0]
    points = [tuple(map(float, point.split(","))) for point in path[1:].split("L")]

    assert len(points) == 6
    assert all((x0 == x1) != (y0 == y1) for (x0, y0), (x1, y1) in pairwise(points))
    assert points[-1][0] > points[-2][0]


def test_a_long_line_has_one_marker():
    count = MOST_MARKERS + 5
    values = " ".join(str(n * n) for n in range(count))
    places = " ".join(map(str, range(count)))

    assert shapes(draw_plot(plot(values, places=places)), Role.MARKER)[0].count("M") == 1


def test_bars_begin_at_zero():
    drawing = draw_plot(plot("80 90 -20", places=None))
    bars = [list(map(float, re.findall(r"[\d.]+", path))) for path in shapes(drawing, Role.BAR)]
    (_l, top, _r, base, *_), (_l2, higher, *_), (_l3, zero, _r3, bottom, *_) = bars

    assert base == zero
    assert higher < top < zero < bottom
    assert (base - top) / (base - higher) == pytest.approx(8 / 9, abs=0.01)
    assert texts(drawing, Role.VALUE) == ["80", "90", "−20"]


def test_bars_whose_names_are_long_lie():
    short = draw_plot(plot("1 2", places=None))
    names = ("least outstanding requests of all replicas that are up", "random")
    drawing = draw_plot(replace(plot("1 2", places=None), names=names), NARROW)
    bars = [list(map(float, re.findall(r"[\d.]+", path))) for path in shapes(drawing, Role.BAR)]

    assert bars[0][0] == bars[1][0], "they begin at one line on the left"
    assert bars[1][2] - bars[1][0] == pytest.approx(2 * (bars[0][2] - bars[0][0]), abs=0.2)
    assert texts(drawing, Role.TICK) == list(names)
    assert len({path.partition(",")[2] for path in shapes(short, Role.BAR)}) == 2


def test_lying_bars_have_room_for_long_values():
    names = ("least outstanding requests of all replicas that are up", "random")
    found = plot("-9000000.25 9000000.25", places=None)
    drawing = draw_plot(replace(found, names=names), NARROW)
    negative, positive = (
        list(map(float, re.findall(r"[\d.]+", path))) for path in shapes(drawing, Role.BAR)
    )

    assert negative[0] < negative[2] == positive[0] < positive[2]
    assert drawing.extent[2] > positive[2] + 80


def test_words_stand_as_far_apart_as_their_names_allow():
    drawing = draw_plot(plot("1 2", "2 1", places=None, kind=PlotKind.LINE))
    name = next(label.text for label in drawing.labels if label.role is Role.SERIES)
    last = float(re.findall(r"L([\d.]+)", shapes(drawing, Role.LINE)[0])[-1])

    assert name.x - last < 60


def test_names_stand_at_the_ends_of_lines_or_in_a_legend():
    direct = draw_plot(plot("1 2 9", "1 2 3"))
    ended = draw_plot(plot("1 2 9", "1 2 -"))

    assert len(shapes(direct, Role.LINE)) == 2
    assert len(shapes(ended, Role.LINE)) == 4, "two of them in the legend"
    assert sorted(texts(direct, Role.SERIES)) == texts(ended, Role.SERIES)


def test_names_that_would_run_into_each_other_give_way():
    drawing = draw_plot(plot("1 2 10.1", "1 2 10", "1 3 10.2", "0 0 0"))
    names = [label.text for label in drawing.labels if label.role is Role.SERIES]

    assert len(names) == 4
    assert not [1 for a, b in combinations(names, 2) if overlap(a.extent, b.extent)]
    assert len(shapes(drawing, Role.LEADER)) == 2


def test_a_single_series_that_the_axis_names_has_no_name_of_its_own():
    one = plot("1 2 3")

    assert texts(draw_plot(one), Role.SERIES) == ["column 1"]
    assert texts(draw_plot(replace(one, y=Axis("column 1"))), Role.SERIES) == []


@given(st.lists(st.tuples(st.integers(0, 300), st.sampled_from([16, 31, 46])), min_size=1))
def test_spread_middles_keep_their_order_and_their_distance(pairs):
    pairs.sort()
    wanted, sizes = zip(*pairs)
    found = spread(wanted, sizes)

    for index in range(len(found) - 1):
        assert found[index + 1] - found[index] >= (sizes[index] + sizes[index + 1]) / 2 - 0.15
    if all(b - a >= (s + t) / 2 for a, b, s, t in zip(wanted, wanted[1:], sizes, sizes[1:])):
        assert found == pytest.approx(wanted, abs=0.1)


def test_a_limit_and_a_band_stand_at_their_values():
    marks = Mark(Decimal(5), Decimal(5), "at most"), Mark(Decimal(0), Decimal(10), "usual")
    drawing = draw_plot(plot("0 10 5", marks=marks))
    line = float(re.match(r"M[\d.]+,([\d.]+)", shapes(drawing, Role.LIMIT)[0])[1])
    top, bottom = re.match(
        r"M[\d.]+,([\d.]+)H[\d.]+V([\d.]+)", shapes(drawing, Role.BAND)[0]
    ).groups()

    assert line == pytest.approx((float(top) + float(bottom)) / 2)
    assert texts(drawing, Role.LIMIT) == ["at most"]
    assert texts(drawing, Role.BAND) == ["usual"]


def test_an_axis_has_room_for_its_limit():
    drawing = draw_plot(plot("1 2 3", marks=(Mark(Decimal(90), Decimal(90), "far"),)))

    assert "100" in texts(drawing, Role.TICK)


def test_series_differ_without_their_colors():
    assert len(set(DASHES)) == len(DASHES) == 6
    assert len({re.sub(r"[\d.]+,[\d.]+", "", marker(n, 50, 50)) for n in range(6)}) == 6
    hatches = [hatch(n, (0, 0, 30, 60)) for n in range(2, 6)]
    assert len(set(hatches)) == 4
    assert all(hatches)


def test_svg_and_tikz_have_the_same_paths():
    drawing = draw_plot(plot("1 2 3", "3 2 1", marks=(Mark(Decimal(2), Decimal(2), "a & b"),)))
    svg = plot_svg(drawing, "chart-a", "Title <1>", "Text.")
    tikz = plot_tikz(drawing, lambda text: text.replace("&", "\\&"))

    assert re.findall(r'<path[^>]* d="(.*?)"', svg) == re.findall(r"svg \{(.*?)\};", tikz)
    assert "Title &lt;1&gt;" in svg
    assert "a &amp; b" in svg
    assert "{a \\& b}" in tikz


VALUES = st.one_of(
    st.none(),
    st.decimals(-(10**7), 10**7, places=2),
    st.sampled_from([Decimal(0), Decimal(1), Decimal("0.001")]),
)


@st.composite
def plots(draw) -> Plot:
    """Any chart without mistakes."""
    rows, columns = draw(st.integers(2, 12)), draw(st.integers(1, 6))
    kind = draw(st.sampled_from(PlotKind))
    is_log = kind is not PlotKind.BAR and draw(st.booleans())
    values = VALUES.map(lambda value: (value and abs(value)) or Decimal(1)) if is_log else VALUES
    column = st.lists(values, min_size=rows, max_size=rows)
    series = tuple(
        Series(draw(st.sampled_from(["a", "two words", "quite a long name here"])), tuple(found))
        for found in (draw(column) for _number in range(columns))
    )
    places = draw(st.none() | st.lists(st.integers(-99, 99), min_size=rows, max_size=rows))
    places = None if kind is PlotKind.BAR or not places else tuple(map(Decimal, places))
    names = (
        tuple(map(str, places))
        if places
        else tuple(["A name of a thing", "x"][n % 2] for n in range(rows))
    )
    marks = (Mark(Decimal(3), Decimal(3), "a limit"), Mark(Decimal(1), Decimal(4), "a band"))
    axis = Axis("a title", is_log, draw(st.booleans()))
    return Plot(
        kind, names, places, series, Axis("across"), axis, draw(st.sampled_from([(), marks]))
    )


@settings(deadline=None, max_examples=150)
@given(plots(), st.sampled_from([WIDE, NARROW]))
def test_any_chart_without_mistakes_is_drawn_inside_its_picture(found, width):
    if list(plot_mistakes(found)):
        return
    drawing = draw_plot(found, width)
    left, top, right, bottom = drawing.extent
    coordinates = re.findall(r"-?[\d.e+-]+", " ".join(shape.path for shape in drawing.shapes))
    points = [
        tuple(map(float, point))
        for shape in drawing.shapes
        for point in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", shape.path)
    ]

    assert all(isfinite(float(text)) for text in coordinates)
    assert all(left <= x <= right and top <= y <= bottom for x, y in points)
    assert right - left <= width * 1.5  # long values of bars make it grow
    ticks = [label.text.extent for label in drawing.labels if label.role is Role.SERIES]
    assert not [1 for a, b in combinations(ticks, 2) if overlap(a, b)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,200", Amount(Decimal(1200))),
        ("-4.50", Amount(Decimal("-4.50"))),
        ("−3", Amount(Decimal(-3))),
        (" 30% ", Amount(Decimal(30), is_percent=True)),
        ("{given:oven-heat}", Amount(key="given:oven-heat")),
        ("", Amount()),
        ("–", Amount()),
    ],
)
def test_cells(text, amount):
    assert parse.cell(text) == amount


@pytest.mark.parametrize("text", ["4,3", "fast", "1 200", "5 ms", "1e3", "{given:a} more", "%"])
def test_what_is_no_cell(text):
    with pytest.raises(ValueError, match="expected a number such as 1,200"):
        parse.cell(text)


def test_limits_and_bands_begin_with_numbers():
    assert parse.limit("50 ms promised") == (Amount(Decimal(50)),)
    assert parse.limit("99.9% promised") == (Amount(Decimal("99.9"), is_percent=True),)
    assert parse.limit("{given:budget} promised") == (Amount(key="given:budget"),)
    assert parse.band("-30 to 1,050 usual") == (Amount(Decimal(-30)), Amount(Decimal(1050)))
    for read, text in ((parse.limit, "50ms"), (parse.band, "30 usual"), (parse.band, "5 to 3 x")):
        with pytest.raises(ValueError, match="expected"):
            read(text)
