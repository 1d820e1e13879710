"""How long a page of this site takes: what is read, looked at, and answered."""

import pytest
from docutils import nodes
from docutils.utils import new_document
from skillguide.nodes import guide_computed, guide_figure, guide_question
from thissite import minutes_of

WORDS = nodes.paragraph("", " ".join(["word"] * 300))


def table() -> nodes.table:
    """A table, whose words are looked at and not read."""
    return nodes.table("", nodes.entry("", WORDS.deepcopy()))


@pytest.mark.parametrize(
    ("parts", "minutes"),
    [
        ([], 1),
        ([WORDS.deepcopy()], 2),
        ([WORDS.deepcopy(), table()], 3),
        ([WORDS.deepcopy(), guide_figure("", WORDS.deepcopy(), table())], 5),
        ([WORDS.deepcopy(), guide_computed("", WORDS.deepcopy(), table())], 2),
        ([WORDS.deepcopy(), guide_question("", WORDS.deepcopy(), table())], 4),
        ([nodes.literal_block("", "word " * 300)], 1),
    ],
)
def test_words_figures_tables_and_questions_take_their_time(parts, minutes):
    """What explains a figure is read; the steps of a calculation are counted by its author."""
    document = new_document("page")
    document += parts

    assert minutes_of(document) == minutes
