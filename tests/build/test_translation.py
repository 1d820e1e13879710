"""What a person reads is translated; what a rule reads is not."""

import json

import pytest
from conftest import BUILDERS


def test_titles_options_and_reasons_are_extracted(bread):
    bread.build("gettext")
    levels, questions = (bread.output(f"{name}.pot") for name in ("levels", "questions"))

    assert 'msgid "Novice"' in levels
    assert "#: ../../levels.md:7" in levels
    for text in (
        "How much salt for **1 kg** of flour?",
        "20 g",
        "Two percent of the flour.",
        "Weigh",
    ):
        assert text in questions


def test_of_a_figure_only_its_words_are_extracted(bread):
    """Its number is the same in every language."""
    oven = bread.build("gettext").output("craft.pot")

    assert 'msgid "°C"' in oven
    assert "230" not in oven


def test_summaries_show_translated_titles(bread):
    bread.translate(
        levels={"Novice": "Lehrling", "You follow a recipe.": "Du folgst einem Rezept."},
        questions={"20 g": "20 Gramm", "How much salt for **1 kg** of flour?": "Wie viel Salz?"},
    )
    bread.build(confoverrides={"language": "de", "gettext_compact": False})

    step = bread.page().select_one(".guide-journey > li")
    assert "Lehrling" in step.text
    assert "Du folgst einem Rezept." in step.text
    fieldset = bread.page("questions.html").select_one("#question-salt")
    assert fieldset.legend.text == "Wie viel Salz?"
    assert fieldset.select_one("[data-right] label").text == "20 Gramm"


def test_a_translated_option_keeps_its_id(bread):
    before = [
        o["value"] for o in bread.build().page("questions.html").select(".guide-option input")
    ]
    bread.translate(questions={"20 g": "20 Gramm"})
    bread.build(confoverrides={"language": "de"})

    assert [
        o["value"] for o in bread.page("questions.html").select(".guide-option input")
    ] == before


SITE = """\
# Bread

:::{skill} bread
:title: Bread
:category: Craft

A craft.

:::

:::{proficiency-table}
:::

:::{journey}
:::

:::{level} novice
:title: Novice
:experience: 0 to *3* months

You follow.

:::

:::{given} oven-heat
:value: 1,230
:unit: degrees
:source: a baker's manual

Heat. See {given}`oven-heat`.

:::

:::{architecture} bakery
:title: A bakery

- `a` A1 store: Flour
- `b` B1 model: Oven at {given}`oven-heat`

1. `a` -> `b`

:::

:::{budget} day
:title: One day

- Heat: at most `oven-heat`
  - 900 degrees: all

:::

:::{use-case} rye
:title: Rye at {given}`oven-heat`
:level: novice

Baked at {given}`oven-heat`.

:::

:::{project} shop
:title: Shop
:level: novice
:stack: an oven, a shop

Sell.

:::

:::{resource} manual
:title: A manual
:url: https://example.org/manual
:format: book
:cost: free
:level: novice
:sub-skill: heat
:hours: 2.5
:checked: 2026-11

Take it.

:::

## Warmth

:::{sub-skill} heat
:weight: 100%

Warm.

:::

:::{records} project
:::

:::{records} resource
:::
"""
GERMAN = {
    "Craft": "Handwerk",
    "0 to *3* months": "0 bis **3** Monate",
    "degrees": "Grad",
    "a baker's manual": "ein *Handbuch*",
    "an oven, a shop": "ein Ofen, ein Laden",
    "book": "Buch",
    "free": "kostenlos",
}


def test_every_option_that_says_something_is_extracted_where_it_stands(project):
    found = project.write(index=SITE).build("gettext").output("index.pot")
    lines = SITE.splitlines()

    for text in GERMAN:
        (option,) = [n for n, line in enumerate(lines, 1) if line.endswith(f": {text}")]
        assert f'#: ../../index.md:{option}\nmsgid "{text}"\n' in found


@pytest.mark.parametrize("builder", BUILDERS)
def test_options_are_translated_for_every_builder(project, builder):
    project.write(index=SITE).translate(index=GERMAN)
    project.build(builder, confoverrides={"language": "de"})

    assert project.warnings == []
    if builder == "text":
        text = " ".join(project.output("index.txt").split())
        for word in ("Handwerk", "0 bis **3** Monate", "ein *Handbuch*", "ein Ofen, ein Laden"):
            assert word in text
        assert text.count("1,230 Grad") >= 5
        assert not [word for word in ("degrees", "free", "book ", "months") if word in text]


def test_tables_links_and_figures_show_the_translation(project):
    project.write(index=SITE).translate(index=GERMAN)
    page = project.build(confoverrides={"language": "de"}).page()
    tables = [
        [cell.text.strip() for cell in table.select("tbody td")] for table in page.select("table")
    ]

    assert ["Novice", "0 bis 3 Monate", "You follow."] in tables
    assert ["Shop", "Novice", "ein Ofen, ein Laden"] in tables
    assert ["A manual", "Buch", "kostenlos", "Novice", "Warmth", "2.5"] in tables
    assert page.select_one(".guide-journey .guide-facts").text == "0 bis 3 Monate"
    assert page.select_one("#given-oven-heat").text == "1,230 Grad"
    assert "Oven at 1,230 Grad" in [
        " ".join(text.text for text in box.select("text"))
        for box in page.select(".guide-component")
    ]
    assert "höchstens 1,230 Grad" in page.select_one("#budget-day").text
    assert "900 Grad" in page.select_one("#budget-day").text
    assert page.select_one("#level-novice .guide-facts strong").text == "3"


def test_the_export_shows_the_translation(project):
    project.write(index=SITE).translate(index=GERMAN)
    project.build("export", confoverrides={"language": "de"})
    data = json.loads(project.output("guide.json"))

    assert data["skill"]["category"] == "Handwerk"
    assert data["levels"][0]["experience"] == "0 bis 3 Monate"
    assert data["records"]["resource"][0]["cost"] == "kostenlos"


def test_an_option_names_a_figure_by_what_it_is(project):
    page = SITE.replace(":stack: an oven, a shop", ":stack: an oven at {given}`oven-heat`")
    page = page.replace(":category: Craft", ":category: At {level}`novice`")
    project.write(index=page).build()
    tables = " ".join(table.text for table in project.page().select("table"))
    project.build("export")
    data = json.loads(project.output("guide.json"))

    assert project.warnings == []
    assert "an oven at 1,230 degrees" in tables
    assert data["records"]["project"][0]["stack"] == "an oven at 1,230 degrees"
    assert data["skill"]["category"] == "At Novice"


def test_an_item_takes_only_its_own_words(project):
    """A resource inside a level, and a figure inside a figure, have options of their own."""
    project.write(
        index="""\
        # B

        :::::{level} novice
        :title: Novice
        :experience: a year

        ::::{given} outer
        :value: 1
        :unit: one

        :::{given} inner
        :value: 2
        :unit: two

        Two.

        :::

        ::::

        ::::{project} shop
        :title: Shop
        :level: novice
        :stack: an oven

        Sell.

        ::::

        :::::
        """
    ).build()
    items = {item.id: item for item in project.app.env.domains["guide"].current.items}

    assert items["novice"].experience == "a year"
    assert [items[id].label for id in ("outer", "inner")] == ["1 one", "2 two"]
    assert items["shop"].get("stack") == "an oven"
