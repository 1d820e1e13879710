"""How many words a text has, how wide it is, and where its lines may end: in any script."""

from textwrap import wrap as latin_wrap

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from skillguide.figures.layout import LETTER, draw
from skillguide.figures.mistakes import fits
from skillguide.figures.texts import width, wrap
from skillguide.model import Component, ComponentKind, Flow
from skillguide.model.words import count_words
from skillguide.render.tables import table


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Don't stop — x = 1,200 €", 7),
        ("두 단어", 2),  # Hangul has spaces
        ("包" * 110, 100),
        ("パ" * 100, 50),
        ("ท" * 100, 20),
        ("ខ" * 50 + " " + "က" * 50, 20),
        ("包" * 11 + "Kafka" + "包" * 11, 21),
        ("“面包”很好，" * 11, 40),  # signs take no time of their own
    ],
)
def test_characters_of_scripts_without_spaces_count_for_their_time(text, words):
    assert count_words(text) == words


def test_wide_characters_take_two_letters_and_accents_none():
    assert [width(text) for text in ("abc", "面包", "e\u0301", "ไม่", "ｶﾅ", "Ａ")] == [
        3, 4, 1, 2, 2, 2,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("数据流（实时）处理", ("数据流", "（实时）", "处理")),
        ("热。冷", ("热。冷",)),
        ("面面面面。", ("面面面", "面。")),  # no line begins with a full stop
        ("Kafka数据", ("Kafka数", "据")),
        ("ไม่เว้นวรรคเลย", ("ไม่เว้นวรร", "คเลย")),  # no sign without its letter
    ],
)
def test_lines_end_between_characters_where_there_are_no_spaces(text, lines):
    assert wrap(text, 8) == lines


@given(st.text(alphabet="ab (-)[],.%’—", max_size=40), st.integers(1, 20))
def test_lines_with_spaces_end_there(text, room):
    text = " ".join(text.split())

    assert list(wrap(text, room)) == latin_wrap(
        text, room, break_long_words=False, break_on_hyphens=False
    )


@given(st.text(alphabet="ab 面（。）ไม่ក្ម“", max_size=30), st.integers(1, 9))
def test_no_character_is_lost(text, room):
    assert "".join(wrap(text, room)).replace(" ", "") == "".join(text.split())


def test_columns_are_as_wide_as_their_texts():
    shown = table(("头", "abc"), [("面包面包", "ab")])

    assert [column["colwidth"] for column in shown.findall(nodes.colspec)] == [10, 5]


def test_a_label_that_fits_stays_in_its_box_in_the_picture():
    label = "实时特征存储和在线推理服务"
    parts = [
        Component("a", 0, 0, ComponentKind.SERVICE, label),
        Component("b", 1, 0, ComponentKind.SERVICE, "b"),
    ]
    drawing = draw(parts, [Flow("a", "b", False, "每日批量数据导入")])
    box, text = drawing.boxes[0].extent, drawing.boxes[0].text.extent
    gutter = drawing.boxes[0].extent[2], drawing.boxes[1].extent[0]

    assert fits(label, 14, 3)
    assert not fits(label * 2, 14, 3)
    assert text[2] - text[0] == pytest.approx(12 * LETTER)  # with air beside it
    assert (box[0] < text[0], text[2] < box[2]) == (True, True)
    left, _top, right, _bottom = drawing.lines[0].text.extent
    assert gutter[0] < left < right < gutter[1]
