"""Terms: the first sentence of a glossary goes with each link to it, where a page can show it."""

import re

import pytest
from conftest import BUILDERS

OVEN = "craft/oven.html"


def said(project, page: str = OVEN) -> list[str]:
    """What is shown beside the terms of a page."""
    return [box.get_text() for box in project.page(page).select(".guide-definition")]


def written(project) -> set[str]:
    """The pages that the last build wrote."""
    return set(re.findall(r"writing output\.\.\. \[ *\d+%\] (\S+)", project.status))


def test_a_link_to_a_term_carries_its_first_sentence(bread):
    links = bread.build().page(OVEN).select(".guide-term")

    assert bread.warnings == []
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("crust", "../words.html#term-Crust"), ("inside", "../words.html#term-Crumb"),
    ]  # fmt: skip
    assert said(bread) == [
        "What browns at 230 °C.", "The inside of a loaf, which is open where the holes are large.",
    ]  # fmt: skip
    for link, box in zip(links, bread.page(OVEN).select(".guide-definition"), strict=True):
        assert link["aria-describedby"] == box["id"]
        assert (box["role"], box.has_attr("hidden")) == ("tooltip", True)


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_writes_the_word(bread, builder):
    """A book and paper link it, and hold no sentence twice."""
    bread.build(builder)
    files = [path for path in bread.app.outdir.rglob("*") if path.suffix in {".xhtml", ".tex"}]

    assert bread.warnings == []
    assert not [path for path in files if "guide-definition" in path.read_text("utf-8")]
    assert sum(path.read_text("utf-8").count("What browns") for path in files) <= 1


def test_on_one_page_each_sentence_has_an_id_of_its_own(bread):
    bread.edit("craft/dough.md", "Time and warmth.", "Time before the {term}`crust`.")
    page = bread.build("singlehtml").page()
    ids = [box["id"] for box in page.select(".guide-definition")]

    assert len(ids) == len(set(ids)) == 3


def test_a_page_follows_the_glossary(bread):
    bread.build().edit("words.md", "What browns at", "What crackles at").build()

    assert said(bread)[0] == "What crackles at 230 °C."
    assert "levels" not in written(bread)


def test_a_page_follows_the_figure_in_a_sentence_of_the_glossary(bread):
    bread.edit("craft/dough.md", "Time and warmth.", "Time before the {term}`crust`.").build()
    bread.edit("craft/oven.md", ":value: 230", ":value: 240").build()

    assert said(bread, "craft/dough.html") == ["What browns at 240 °C."]


def test_a_second_sentence_is_no_change(bread):
    bread.build().edit("words.md", "sings while", "sings when").build()

    assert "craft/oven" not in written(bread)


def test_a_list_that_quotes_a_sentence_with_a_term_follows_the_glossary(bread):
    """So does a page that shows a question of another one."""
    bread.edit("records.md", "A sour loaf for", "A sour {term}`crust` for")
    bread.edit("questions.md", "Stem, second", "A {term}`Crust`, second")
    bread.write(list="# List\n\n:::{records} use-case\n:::\n\n:::{question-ref} salt\n:::\n")
    bread.edit("index.md", "\nrecords\n", "\nrecords\nlist\n").build()
    assert said(bread, "list.html") == ["What browns at 230 °C."] * 2
    hrefs = [link["href"] for link in bread.page("list.html").select(".guide-term")]
    assert hrefs == ["words.html#term-Crust"] * 2

    bread.edit("words.md", "What browns at", "What crackles at").build()
    assert said(bread, "list.html") == ["What crackles at 230 °C."] * 2


def test_the_search_does_not_find_the_sentence_on_the_pages_that_use_the_word(bread):
    bread.build()
    index = bread.output("searchindex.js")
    pages = re.search(r'"docnames":\[(.*?)\]', index)[1].replace('"', "").split(",")
    (found,) = re.findall(r'"brown":(\[[\d,]+\]|\d+)', index)

    assert [pages[int(number)] for number in re.findall(r"\d+", found)] == ["words"]
    boxes = bread.page(OVEN).select(".guide-definition")
    assert all("no-search" in box["class"] for box in boxes)


def test_a_term_that_the_glossary_does_not_have_is_left_to_sphinx(bread):
    bread.edit("craft/oven.md", "{term}`crust`", "{term}`krust`").build()

    assert ["term not in glossary" in line for line in bread.warnings] == [True]
    assert len(said(bread)) == 1


def test_an_entry_without_a_sentence_is_a_plain_link(bread):
    text = (bread.folder / "words.md").read_text("utf-8").split("Crust")[0].splitlines()[-2]
    bread.edit("words.md", text, "  ~~~\n  code\n  ~~~").build()

    assert bread.warnings == []
    assert said(bread) == ["What browns at 230 °C."]
    assert bread.page(OVEN).select_one("a[href='../words.html#term-Crumb']")


def test_a_link_behind_the_first_sentence_is_none_of_it(bread):
    """So the glossary of this site leads to the page that teaches a word."""
    bread.edit("words.md", "{sub-skill}`heat` makes it.", "{doc}`/craft/oven`").build()

    assert said(bread)[1] == "The inside of a loaf, which is open where the holes are large."


def test_the_sentence_is_translated(bread):
    german = {"What browns at {given}`oven-heat`.": "Was bei {given}`oven-heat` braun wird."}
    bread.translate(words=german)
    bread.build(confoverrides={"language": "de", "locale_dirs": ["locales"]})

    assert said(bread)[0] == "Was bei 230 °C braun wird."


def test_the_first_sentence_of_several_words_for_one_thing(bread):
    bread.edit("craft/oven.md", "{term}`crust`", "{term}`rind`").build()

    assert said(bread)[0] == "What browns at 230 °C."


def test_signs_of_html_stay_text(bread):
    bread.edit("words.md", "What browns at", 'What is <b> & "brown" at').build()

    assert said(bread)[0].startswith("What is <b> & “brown” at")
