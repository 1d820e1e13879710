"""Where the first sentence of a text ends: lists quote it."""

import pytest
from skillguide.reading import first_sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Bake. Then eat.", "Bake."),
        ("Use rye, e.g. Waldstaude, or spelt, i.e. Dinkel. Then bake.",
         "Use rye, e.g. Waldstaude, or spelt, i.e. Dinkel."),
        ("Rye vs. Spelt, cf. Wheat. Then bake.", "Rye vs. Spelt, cf. Wheat."),
        ("At 2.5 h it rises. Then bake.", "At 2.5 h it rises."),
        ("At 230 °C. 20 minutes later it is done.", "At 230 °C. 20 minutes later it is done."),
        ("“Is it done?” Knock on it.", "“Is it done?”"),
        ("A line that\nbreaks. Then more.", "A line that breaks."),
        ("Done.\nthen more.", "Done."),
        ("面包好了。再烤。", "面包好了。"),
        ("No end", "No end"),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_readers_think(text, first):
    assert first_sentence(text) == first
