"""Architecture figures on a page: a picture for those who see it, a table for everybody."""

import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from conftest import BUILDERS


def figure(bread, page="craft/oven.html"):
    return bread.page(page).select_one("figure#architecture-bakery")


def test_the_picture_names_and_describes_itself(bread):
    svg = figure(bread.build()).svg
    ids = svg["aria-labelledby"], svg["aria-describedby"]

    assert svg["role"] == "img"
    assert svg.find(id=ids[0]).text == "From flour to customer"
    assert svg.find(id=ids[1]).text == "How a loaf moves through the bakery."
    assert "style" not in svg.attrs
    caption = figure(bread).figcaption
    assert [p.text for p in caption.find_all("p", recursive=False)] == [
        "From flour to customer",
        "How a loaf moves through the bakery.",
    ]


def test_labels_are_escaped_and_hold_figures_of_the_guide(bread):
    texts = [text.text for text in figure(bread.build()).svg.select("text")]

    assert "Flour & salt" in texts
    assert "230 °C" in texts


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_a_picture_is_xml_whatever_its_words_are(bread, builder):
    """HTML forgives an ampersand; an image in an EPUB is read as XML."""
    odd = "Flour & `a<b`"
    bread.edit("craft/oven.md", "Flour & salt", odd).edit("craft/oven.md", "daily", odd)
    bread.edit("craft/oven.md", "From flour to customer", odd)
    bread.edit("craft/oven.md", "How a loaf moves through the bakery.", odd).build(builder)
    text = (
        bread.output("_images/architecture-bakery.svg")
        if builder == "epub"
        else re.search("<svg.*?</svg>", bread.output("craft/oven.html"), re.DOTALL)[0]
    )
    picture = ElementTree.fromstring(text)
    shown = [part.text for part in picture.iter() if part.text]

    assert shown[:2] == ["Flour & a<b"] * 2
    assert " ".join(shown).count("Flour & a<b") == 4


def test_the_table_holds_what_the_picture_shows(bread):
    rows = [
        [cell.text.strip() for cell in row.select("td")]
        for row in figure(bread.build()).select("details tbody tr")
    ]

    assert rows == [
        ["Flour & salt", "Dough, kneaded", "daily"],
        ["Dough, kneaded", "Oven", "230 °C"],
        ["Oven", "Shop", "loaves"],
        ["Shop", "Flour & salt", "orders (later)"],
    ]


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_dashes_and_shapes_need_no_style_sheet(bread, builder):
    """On a page the picture is part of it; in an EPUB it is an image with a text."""
    bread.build(builder)
    if builder == "epub":
        image = figure(bread, "craft/oven.xhtml").img
        assert image["src"] == "../_images/architecture-bakery.svg"
        assert image["alt"] == "How a loaf moves through the bakery."
        svg = BeautifulSoup(bread.output("_images/architecture-bakery.svg"), "html.parser").svg
    else:
        svg = figure(bread).svg

    assert svg["stroke"] == "currentColor"
    assert len(svg.select("path[stroke-dasharray].guide-flow")) == 1
    assert len(svg.select("[data-kind=external] path[stroke-dasharray]")) == 1


def test_a_line_below_says_what_the_shapes_of_a_figure_mean(bread):
    """For those who see them: others have the table, and other formats no shapes in a line."""
    bread.build(confoverrides={"language": "de"})
    legend = figure(bread).select_one(".guide-shapes")
    kinds = [part["data-kind"] for part in figure(bread).svg.select("[data-kind]")]

    assert legend["aria-hidden"] == "true"
    assert {part["data-kind"] for part in legend.select("[data-kind]")} == set(kinds)
    words = [part.text.strip() for part in legend.select("span")]
    assert len(words) == len(set(kinds)) + 1
    assert {"Speicher", "Dienst", "später"} <= set(words)
    assert bread.build("epub").page("craft/oven.xhtml").select(".guide-shapes") == []


def test_latex_draws_the_same_paths(bread):
    bread.build()
    paths = [path["d"] for path in figure(bread).svg.select("path")]
    bread.build("latex")
    drawn = re.findall(r"svg \{(.*?)\};", bread.output("bread.tex"))

    assert drawn[: len(paths)] == paths  # those of other figures follow
    assert "\\usetikzlibrary{svg.path}" in bread.output("bread.tex")
    assert "{Flour \\& salt}" in bread.output("bread.tex")


def test_text_has_the_table_and_no_picture(bread):
    text = bread.build("text").output("craft/oven.txt")

    assert "From flour to customer" in text
    assert "orders (later)" in text
    assert "svg" not in text


def test_labels_titles_and_descriptions_are_translated(bread):
    bread.translate(
        **{"craft/oven": {
            "Oven": "Ofen",
            "From flour to customer": "Vom Mehl zum Kunden",
            "loaves": "Brote",
        }},
    )  # fmt: skip
    bread.build(confoverrides={"language": "de", "gettext_compact": False})

    svg = figure(bread).svg
    assert svg.title.text == "Vom Mehl zum Kunden"
    assert {"Ofen", "Brote"} <= {text.text for text in svg.select("text")}


def test_translators_meet_the_labels_alone(bread):
    text = bread.build("gettext").output("craft.pot")

    assert 'msgid "Dough, kneaded"' in text
    assert 'msgid "From flour to customer"' in text
    assert "B1 service" not in text


def test_a_reference_shows_the_caption(bread):
    bread.edit("index.md", "# ", "# See {architecture}`bakery` in ").build()
    link = bread.page().select_one("h1 a[href$='#architecture-bakery']")

    assert bread.warnings == []
    assert link.text == "From flour to customer"


def test_a_changed_figure_of_the_guide_is_drawn_anew(bread):
    bread.build()
    bread.edit("craft/oven.md", ":value: 230", ":value: 250").build()

    assert "250 °C" in [text.text for text in figure(bread).svg.select("text")]


NESTED = """\
# B

:::::{architecture} bakery
:title: A bakery

How a loaf moves.

- `flour` A1 store: Flour

  ::::{given} bag
  :value: 25
  :unit: kg

  A bag.

  ::::

- (the-oven)=
  `oven` B1 service: Oven of {given}`bag`

  A second paragraph.

1. `flour` -> `oven`: daily

   ::::{question} salt
   How much salt for a bag?

   - [x] 500 g
     > Two percent.
   - [ ] 5 g
     > Too little.
   - [ ] 5 kg
     > Too much.

   ::::

:::::

See {given}`bag`, [here](#the-oven).

:::{question-ref} salt
:::
"""


@pytest.mark.parametrize("builder", BUILDERS)
def test_what_stands_in_the_lists_of_a_figure_is_kept(project, builder):
    project.write(index=NESTED).build(builder)

    assert project.warnings == []


def test_what_is_kept_stands_below_the_figure(project):
    page = project.write(index=NESTED).build().page()
    figure = page.find(id="architecture-bakery")

    assert figure.svg.title.text == "A bakery"
    assert page.find(id="given-bag").text == "25 kg"
    assert page.find(id="the-oven")
    assert page.find(id="question-salt").legend.text == "How much salt for a bag?"
    assert "A second paragraph." in page.text
    assert figure.find(id="given-bag") is None


@pytest.mark.parametrize("builder", BUILDERS)
def test_an_unreadable_entry_leaves_the_references_of_the_others_whole(bread, builder):
    bread.edit("craft/oven.md", "`flour` A1 store", "`flour` Z1 store").build(builder)

    assert len(bread.warnings) == 1
    if builder == "html":
        figure = bread.page("craft/oven.html")
        assert figure.select_one('ol a[href="#given-oven-heat"]').text == "230 °C"
