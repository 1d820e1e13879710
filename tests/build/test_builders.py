"""Another craft builds with every builder, without a warning, and loses no text."""

import json
import re

import pytest
from conftest import BUILDERS

SENTENCES = (
    "Bake bread that people come back for",
    "Weigh flour to the gram",
    "A photo of the window test",
    "Gluten by hand",
    "What most loaves want",
    "Mix and wait",
    "How much salt for 1 kg of flour",
    "Stem, second paragraph",
    "Too little to taste",
    "Two percent of the flour",
    'Salt & "sugar" <alike>',
    "Sugar feeds yeast",
    "Weigh salt, always",
    "second block of an option",
    "Soda needs acid",
    "A sour loaf for",
    "Skip it if you do not",
    "From flour to customer",
    "How a loaf moves through the bakery",
    "Dough, kneaded",
    "orders (later)",
    "knead by hand",
    "Holes of one size",
)
#: Builders whose files hold the text of the pages as a reader would search for it.
READABLE = ("html", "dirhtml", "singlehtml", "epub", "text", "man", "texinfo", "latex", "json")


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_is_silent(bread, builder):
    bread.build(builder)

    assert bread.warnings == []


@pytest.mark.parametrize("builder", READABLE)
def test_no_sentence_is_lost(bread, builder):
    bread.build(builder)
    text = plain("\n".join(texts(bread.app.outdir)))

    assert [sentence for sentence in SENTENCES if plain(sentence) not in text] == []


@pytest.mark.parametrize("builder", ["epub", "text", "man", "texinfo", "latex"])
def test_reasons_stand_in_a_key_behind_all_questions(bread, builder):
    bread.build(builder)
    text = plain("\n".join(texts(bread.app.outdir)))

    assert text.rindex(plain("Answer key")) > text.index(plain("Soda bread"))
    assert text.index(plain("Too little to taste")) > text.index(plain("Question 1: B"))
    assert plain("Question 2: A, B") in text


def test_the_interactive_page_has_no_separate_key(bread):
    bread.build("html")

    assert "Answer key" not in bread.page("questions.html").text


def test_text_shows_letters(bread):
    bread.build("text")

    assert "* B. 20 g" in bread.output("questions.txt")


def texts(folder):
    """The texts that a build wrote; EPUB pages stand unpacked beside the container."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".fjson":
            yield json.loads(path.read_text("utf-8")).get("body", "")
        elif path.suffix in {".html", ".xhtml", ".txt", ".tex", ".texi", ".7", ".1"}:
            yield path.read_text("utf-8")


def plain(text: str) -> str:
    """Letters and digits only: the markup of all formats falls away."""
    text = re.sub(r"</?[a-z][^<>]*>", " ", text)
    text = re.sub(r"&(amp|lt|gt|quot|#\w+);", " ", text)
    text = re.sub(r"\\(f[BIP]|[a-zA-Z]+|\((?:dq|aq))", " ", text)
    return "".join(re.findall(r"[A-Za-z0-9]+", text)).lower()
