"""Architecture figures on a page: a picture for those who see it, a table for everybody."""

import re

import pytest
from bs4 import BeautifulSoup


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
    assert "Flour &amp; salt" in bread.output("craft/oven.html")


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


def test_latex_draws_the_same_paths(bread):
    bread.build()
    paths = [path["d"] for path in figure(bread).svg.select("path")]
    bread.build("latex")
    drawn = re.findall(r"svg \{(.*?)\};", bread.output("bread.tex"))

    assert drawn == paths
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
