"""What a site sets in its `conf.py`: kinds of records, speeds, limits."""

from dataclasses import fields

import pytest
from skillguide.domain import GuideDomain
from skillguide.model import Settings
from sphinx.errors import ConfigError

RECIPE = """
guide_record_kinds = {
    "recipe": {
        "label": "Recipe",
        "fields": {"minutes": {"label": "Minutes", "type": "count"}},
        "columns": ["minutes"],
        "sentence": True,
        "unit": {"option": "recipes", "label": "Cook", "time": "minutes"},
        "in_plan": True,
    }
}
"""
PAGE = """\
    # Bread

    :::{skill} bread
    :total-hours: 2

    :::

    ## Dough

    :::{sub-skill} dough
    :weight: 100%

    :::

    ## Start

    ::::{phase} start
    :hours: 2

    :::{unit} first
    :title: First loaf
    :hours: dough 2
    :recipes: rye

    :::

    ::::

    :::{recipe} rye
    :title: Rye bread
    :minutes: 120

    Rye needs time.

    :::

    See {recipe}`rye`.

    :::{records} recipe
    :::

    :::{plan}
    :::
    """


@pytest.fixture
def recipes(project):
    conf = project.folder / "conf.py"
    conf.write_text(conf.read_text("utf-8") + RECIPE, encoding="utf-8")
    return project.write(index=PAGE)


def cells(table):
    return [[cell.get_text(strip=True) for cell in row.select("td, th")] for row in table("tr")]


def test_a_kind_of_the_site_has_all_that_a_kind_has(recipes):
    page = recipes.build().page()
    spent, listed, plan = map(cells, page.select("table"))

    assert recipes.warnings == []
    assert spent == [["How", "What", "Hours"], ["Cook", "Rye bread", "2.0"], ["Sum", "", "2.0"]]
    assert listed == [
        ["Recipe", "Minutes", "In one sentence"],
        ["Rye bread", "120", "Rye needs time."],
    ]
    assert [row[1] for row in plan[1:]] == ["Start", "First loaf", "Rye bread"]
    assert page.select_one("p a[href='#recipe-rye']").get_text() == "Rye bread"
    assert "guide-planned" in page.select_one("#recipe-rye")["class"]


def test_the_extension_ships_no_kind(project):
    conf = project.folder / "conf.py"
    conf.write_text('extensions = ["myst_parser", "skillguide"]\n', encoding="utf-8")
    project.write(index="# A\n")
    project.build(
        confoverrides={"primary_domain": "guide", "myst_enable_extensions": ["colon_fence"]}
    )

    assert GuideDomain.of(project.app.env).current.kinds == ()
    project.write(index="# A\n\n:::{records} lab\n:::\n").build(
        confoverrides={"primary_domain": "guide", "myst_enable_extensions": ["colon_fence"]}
    )
    (finding,) = project.findings
    assert "none is declared: set guide_record_kinds in conf.py" in finding


def test_a_mistake_in_the_settings_is_one_sentence(project, make_app):
    conf = project.folder / "conf.py"
    text = 'guide_record_kinds = {"recipe": {"labell": "Recipe"}}\n'
    conf.write_text(conf.read_text("utf-8") + text, encoding="utf-8")

    with pytest.raises(ConfigError) as error:
        make_app("html", srcdir=project.folder)

    assert str(error.value) == (
        "guide_record_kinds: kind 'recipe': unknown key 'labell'; did you mean 'label'?"
    )


def test_every_setting_is_a_config_value_with_its_default(project):
    project.write(index="# A\n").build("dummy", confoverrides={"guide_units": ()})

    for field in fields(Settings):
        assert project.app.config[f"guide_{field.name}"] == field.default


@pytest.mark.parametrize(
    ("name", "value", "found"), [("hours_off", 0.2, 0), ("hours_off", 0.19, 1)]
)
def test_a_tolerance_of_the_site_holds(recipes, name, value, found):
    recipes.edit("index.md", ":minutes: 120", ":minutes: 132")
    recipes.build(confoverrides={f"guide_{name}": value})

    assert len(recipes.findings) == found


def test_the_speed_of_reading_is_a_setting(recipes):
    recipes.edit("index.md", ":recipes: rye", ":reads: more")
    toctree = "\n```{toctree}\nmore\n```\n"
    recipes.edit("index.md", "\n:::{plan}", toctree + "\n:::{plan}")
    recipes.write(more="# More\n\n" + "word " * 120)
    recipes.build(confoverrides={"guide_words_a_minute": 1})

    assert recipes.findings == []
    assert cells(recipes.page().table)[1] == ["Read", "More", "2.0"]


def test_a_new_setting_writes_the_pages_that_show_it(bread):
    bread.build()
    before = bread.page().select_one(".guide-stats + p").get_text()
    bread.build(confoverrides={"guide_weekly_hours": (1,)})

    assert bread.page().select_one(".guide-stats + p").get_text() != before


@pytest.mark.parametrize("name", ["quiz", "unit", "plan", "records", "term"])
def test_a_kind_has_a_name_of_its_own(project, make_app, name):
    conf = project.folder / "conf.py"
    text = f'guide_record_kinds = {{"{name}": {{"label": "X"}}}}\n'
    conf.write_text(conf.read_text("utf-8") + text, encoding="utf-8")

    with pytest.raises(ConfigError, match=f"kind '{name}': there is a directive of that name"):
        make_app("html", srcdir=project.folder)


def test_a_setting_of_another_type_is_named_and_the_default_holds(recipes):
    recipes.build(
        confoverrides={"guide_length_ratio": 1.25, "guide_hours_off": "a", "guide_units": ()}
    )

    assert [line for line in recipes.warnings if "guide_hours_off" in line]
    assert GuideDomain.of(recipes.app.env).current.settings == Settings()
