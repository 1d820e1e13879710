"""How long a page takes: what is read, looked at, computed, and answered."""

from decimal import Decimal

import pytest
from docutils import nodes
from skillguide.model import Calculation, Guide, Location, Question, Settings
from skillguide.nodes import guide_calculation, guide_chart, guide_question
from skillguide.pace import is_looked_at, words_in
from skillguide.types import TYPES

WORDS = nodes.paragraph("", " ".join(["word"] * 300))


def table() -> nodes.table:
    """A table, whose words are looked at and not read."""
    return nodes.table("", nodes.entry("", WORDS.deepcopy()))


@pytest.mark.parametrize(
    ("part", "words", "figures"),
    [
        (WORDS.deepcopy(), 300, 0),
        (nodes.list_item("", WORDS.deepcopy()), 300, 0),
        (table(), 0, 1),
        (guide_chart("", WORDS.deepcopy(), table()), 0, 1),
        (guide_calculation("", WORDS.deepcopy(), table()), 0, 0),
        (guide_question("", WORDS.deepcopy(), table()), 0, 0),
        (nodes.literal_block("", "word " * 300), 0, 0),
    ],
)
def test_words_are_read_and_figures_are_looked_at(part, words, figures):
    """The steps of a calculation are counted by its author, a question with its reasons."""
    assert sum(map(words_in, part.findall())) == words
    assert sum(map(is_looked_at, part.findall())) == figures


def test_the_minutes_of_a_page_add_up():
    here = Location("page", "page.md", 1)
    question = Question(id="a", location=here, type=TYPES["choice"], stem="What?")
    guide = Guide(
        items=[Calculation(id="sum", location=here, minutes=4), question],
        words={"page": 300, "other": 75},
        figures={"page": 3},
        settings=Settings(figure_minutes=0.5),
    )

    assert guide.minutes("page") == Decimal("9.5")  # 2 of reading, 1.5, 4, and 2 for the question
    assert guide.minutes("other") == Decimal("0.5")
