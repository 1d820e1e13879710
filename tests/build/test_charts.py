"""Charts on a page: two pictures for those who see them, the author's table for everybody."""

import json
import re
from xml.etree import ElementTree

import pytest
from conftest import BUILDERS


def figure(bread, page="craft/oven.html"):
    return bread.page(page).select_one("figure#chart-browning")


def texts(svg) -> list[str]:
    """What a picture says."""
    return [text.text for text in svg.select("text")]


def test_a_page_has_a_picture_for_itself_and_one_for_a_phone(bread):
    pictures = figure(bread.build()).select("svg")

    assert bread.warnings == []
    assert len(pictures) == 2
    for svg in pictures:
        ids = svg["aria-labelledby"], svg["aria-describedby"]
        assert svg["role"] == "img"
        assert svg.find(id=ids[0]).text == "How long a crust takes"
        assert svg.find(id=ids[1]).text == "Twenty degrees more save a third of the time."
        assert {"dry", "with steam", "Minutes", "Heat, °C", "40 minutes a baker waits"} <= set(
            texts(svg)
        )
    ids = [part["id"] for part in bread.page("craft/oven.html").select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_table_of_the_author_is_folded_below(bread):
    caption = figure(bread.build()).figcaption
    rows = [[cell.text.strip() for cell in row.select("td")] for row in caption.select("tbody tr")]

    assert [p.text for p in caption.find_all("p", recursive=False)] == [
        "How long a crust takes",
        "Twenty degrees more save a third of the time.",
    ]
    assert caption.details["class"] == ["guide-figure-table"]
    assert rows == [
        ["200", "44", "58"],
        ["220", "33", "43"],
        ["230 °C", "29", "37"],
        ["260", "22", "–"],
    ]


def test_a_cell_may_show_a_figure_which_is_drawn_anew_when_it_changes(bread):
    bread.build()
    assert "230" in texts(figure(bread).svg)
    before = figure(bread).select("[data-series='1'][d]")[-1]["d"]
    bread.edit("craft/oven.md", ":value: 230", ":value: 245").build()

    assert "245" in texts(figure(bread).svg)
    assert "230" not in texts(figure(bread).svg)
    assert figure(bread).select("[data-series='1'][d]")[-1]["d"] != before


def test_a_figure_of_another_page_is_drawn_anew_too(project):
    page = """\
        # Chart

        :::{chart} a
        :title: A
        :limit: {given}`most` allowed

        | x | y |
        | --- | ---: |
        | {level}`novice` | 5 |
        | b | 7 |

        :::
        """
    given = """\
        # Given

        :::{given} most
        :value: 6
        :unit: kg
        :source: a baker's manual

        Most.

        :::

        :::{level} novice
        :title: Novice
        :experience: none

        First.

        :::
        """
    index = "# Home\n\n```{toctree}\nchart\ngiven\n```\n"
    project.write(index=index, chart=page, given=given).build()
    assert project.warnings == []
    assert {"6 kg allowed", "Novice"} <= set(texts(project.page("chart.html").svg))
    project.edit("given.md", ":value: 6", ":value: 9").build()

    assert "9 kg allowed" in texts(project.page("chart.html").svg)


def test_dashes_and_signs_need_no_style_sheet(bread):
    svg = figure(bread.build()).svg
    lines = svg.select(".guide-plot-line")

    assert "style" not in svg.attrs
    assert svg["stroke"] == "currentColor"
    assert {line.get("stroke-dasharray", "") for line in lines} == {"", "7 4"}
    assert len({line["d"][-20:] for line in svg.select(".guide-plot-marker")}) > 1


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_a_picture_is_xml_whatever_its_words_are(bread, builder):
    odd = "Flour & `a<b`"
    for old in ("How long a crust takes", "Minutes", "with steam", "a baker waits"):
        bread.edit("craft/oven.md", old, odd)
    bread.build(builder)
    text = (
        bread.output("_images/chart-browning.svg")
        if builder == "epub"
        else re.search(
            '<svg[^>]*labelledby="chart.*?</svg>', bread.output("craft/oven.html"), re.S
        )[0]
    )
    shown = [part.text for part in ElementTree.fromstring(text).iter() if part.text]

    assert shown[0] == "Flour & a<b"
    assert " ".join(shown).count("Flour & a<b") == 4


def test_an_epub_has_an_image(bread):
    image = figure(bread.build("epub"), "craft/oven.xhtml").img

    assert image["src"] == "../_images/chart-browning.svg"
    assert image["alt"] == "Twenty degrees more save a third of the time."
    assert figure(bread, "craft/oven.xhtml").svg is None


def test_latex_draws_the_same_paths(bread):
    bread.build()
    paths = [path["d"] for path in figure(bread).svg.select("path")]
    bread.build("latex")
    drawn = re.findall(r"svg \{(.*?)\};", bread.output("bread.tex"))

    assert paths == drawn[-len(paths) :]
    assert "{40 minutes a baker waits}" in bread.output("bread.tex")
    assert "How long a crust takes" in bread.output("bread.tex")


@pytest.mark.parametrize(("builder", "page"), [("text", "craft/oven.txt"), ("man", "bread.1")])
def test_other_formats_have_the_table_and_no_picture(bread, builder, page):
    text = bread.build(builder).output(page)

    assert "How long a crust takes" in text
    assert "58" in text
    assert "Minutes · 40 minutes a baker waits" in " ".join(text.split())
    assert "svg" not in text


def test_translators_meet_titles_and_cells_once(bread):
    text = bread.build("gettext").output("craft.pot")

    for words in (
        "How long a crust takes",
        "Minutes",
        "40 minutes a baker waits",
        "with steam",
        "Twenty degrees more save a third of the time.",
        "58",
    ):
        assert text.count(f'msgid "{words}"') == 1, words


def test_words_are_translated_and_numbers_are_those_of_the_author(bread):
    bread.build()
    paths = [path["d"] for path in figure(bread).svg.select(".guide-plot-marker")]
    bread.translate(**{"craft/oven": {
        "How long a crust takes": "Wie lange die Kruste braucht",
        "with steam": "mit Dampf",
        "Minutes": "Minuten",
        "40 minutes a baker waits": "So lange wartet ein Bäcker",
        "58": "achtundfünfzig",
    }})  # fmt: skip
    bread.build(confoverrides={"language": "de", "gettext_compact": False})
    svg = figure(bread).svg

    assert svg.title.text == "Wie lange die Kruste braucht"
    assert {"mit Dampf", "Minuten", "So lange wartet ein Bäcker"} <= set(texts(svg))
    assert [path["d"] for path in svg.select(".guide-plot-marker")] == paths
    assert "achtundfünfzig" in figure(bread).table.text


def test_a_reference_shows_the_caption(bread):
    link = bread.build().page("craft/oven.html").select_one("p a[href='#chart-browning']")

    assert link.text == "How long a crust takes"


def test_a_chart_with_a_mistake_is_its_table(bread):
    bread.edit("craft/oven.md", "| 220 | 33 |", "| 220 | hot |").build()

    assert len(bread.warnings) == 1
    assert figure(bread).svg is None
    assert figure(bread).details is None
    assert "hot" in figure(bread).table.text


STEM = """\
# A

:::::{question} brown
How much does steam cost?

::::{chart} browning
:title: A crust

| Heat | dry | steam |
| ---: | ---: | ---: |
| 200 | 44 | 58 |
| 220 | 33 | 43 |

::::

- [x] 14 minutes
  > Read at 200.
- [ ] 1 minute
  > Too little.
- [ ] 3 hours
  > Too much.

:::::

```{toctree}
b
```
"""


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_chart_may_stand_in_a_question_that_another_page_shows(project, builder):
    project.write(index=STEM, b="# B\n\n:::{question-ref} brown\n:::\n").build(builder)

    assert project.warnings == []
    if builder == "html":
        assert len(project.page("b.html").select("figure svg")) == 2
        ids = [part["id"] for part in project.page("b.html").select("[id]")]
        assert len(ids) == len(set(ids))


def test_a_table_of_restructured_text_is_drawn(project):
    (project.folder / "page.rst").write_text(
        "Page\n====\n\n.. guide:chart:: a\n   :title: A\n\n   == ==\n   x  y\n   == ==\n"
        "   1  5\n   2  7\n   == ==\n"
    )
    project.write(index="# Home\n\n```{toctree}\npage\n```\n").build()

    assert project.warnings == []
    assert len(project.page("page.html").select("figure svg")) == 2


def test_an_export_holds_the_rows(bread):
    bread.build("export")
    (chart,) = json.loads(bread.output("guide.json"))["charts"]

    assert chart["columns"] == ["Heat, °C", "dry", "with steam"]
    assert chart["rows"][0] == {"label": "200", "values": ["44", "58"]}
    assert chart["rows"][3]["values"] == ["22", None]
    assert chart["marks"] == [
        {"name": "limit", "label": "40 minutes a baker waits", "ends": ["40"]}
    ]
