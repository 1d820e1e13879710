"""What readers get on an HTML page."""

import re
from itertools import pairwise

import pytest
import sphinx.util.inventory
from conftest import BUILDERS, ROOT


def test_quick_stats_compute(bread):
    stats = bread.build().page().select_one(".guide-stats")

    assert [stat.text.strip() for stat in stats.select("li")] == [
        "2 learning phases",
        "30 h estimated hours",
        "4 weighted sub-skills",
        "2 questions with reasons",
    ]
    assert "6, 3 or 2 weeks at 5, 10 or 20 hours a week" in bread.page().text


def rows(table) -> list[list[str]]:
    return [[cell.text.strip() for cell in row.select("th, td")] for row in table.select("tr")]


def test_weights_are_a_picture_and_a_table(bread):
    page = bread.build().page()
    picture, table = page.select_one("svg.guide-bar"), page.select_one("table.guide-table")

    assert picture["role"] == "img"
    assert picture["aria-label"] == "Kneading 33.3%, Rising 33.3%, Heat 16.7%, Crust 16.7%"
    assert len(picture.select("rect")) == 4
    assert rows(table) == [
        ["Sub-skill", "Weight", "Hours"],
        ["Kneading", "33.3%", "9.99"],
        ["Rising", "33.3%", "9.99"],
        ["Heat", "16.7%", "5.01"],
        ["Crust", "16.7%", "5.01"],
        ["Sum", "100%", "30"],
    ]
    assert [row.text.split() for row in table.select(".guide-total")] == [["Sum", "100%", "30"]]


def test_the_path_and_the_matrix_have_their_margins(bread):
    path, matrix = bread.build().page("path.html").select("table")[:2]

    assert rows(path) == [
        ["Phase and unit", "Hours"],
        ["A first loaf", "12.5"],
        ["Mixing", "7.5"],
        ["Baking", "5"],
        ["Every day", "17.5"],
        ["Routine", "17.5"],
        ["Sum", "30"],
    ]
    assert rows(matrix)[0] == ["Sub-skill", "A first loaf", "Every day", "Sum"]
    assert rows(matrix)[1] == ["Kneading", "4.5", "5.49", "9.99"]
    assert rows(matrix)[-1] == ["Sum", "12.5", "17.5", "30"]


def test_the_journey_and_the_table_of_levels(bread):
    bread.build()
    steps = bread.page().select(".guide-journey > li")
    levels = bread.page("levels.html")

    assert [step.select_one("strong").text for step in steps] == ["Novice", "Baker", "Master"]
    assert steps[0].select_one("a")["href"] == "levels.html#level-novice"
    assert rows(levels.select_one("table"))[1] == ["Novice", "0–3 months", "You follow a recipe."]


def test_a_row_of_the_matrix_shows_behaviour_and_evidence(bread):
    table = bread.build().page("levels.html").select("table")[1]

    assert rows(table)[0] == ["Level", "What you can do", "What proves it"]
    assert rows(table)[3] == ["Master", "Teaches kneading.", "A pupil’s loaf."]


def test_records_are_listed_with_their_fields(bread):
    use_cases, resources = bread.build().page("records.html").select("table")

    assert rows(use_cases) == [
        ["Use case", "Level", "In one sentence"],
        ["Rye loaf", "Baker", "A sour loaf for Baker hands."],
    ]
    assert rows(resources)[1] == ["A manual", "book", "free", "Novice", "Heat, Crust", "2.5"]


def test_an_item_without_a_title_takes_the_heading_around_it(bread):
    page = bread.build().page("craft/dough.html")

    assert (
        page.select_one("#sub-skill-kneading").find_parent("section").h2.text.startswith("Kneading")
    )
    assert len([h for h in page.select("h1, h2, h3") if h.text.startswith("Kneading")]) == 1


def test_the_sentence_of_an_item_is_its_own_not_that_of_the_page(project):
    project.write(
        index="""\
        # Rye

        What the page promises.

        :::{faq} rye
        Sour.
        Another sentence.

        :::

        :::{use-case} loaf
        :title: Loaf
        :level: novice

        Baked for {level}`novice` hands.

        :::

        :::{level} novice
        :title: Novice
        :experience: 1 year

        :::

        :::{records} use-case
        :::
        """
    ).build()
    domain = project.app.env.domains["guide"]

    assert {item.id: (item.title, item.sentence) for item in domain.current.items} == {
        "rye": ("Rye", "Sour."),
        "loaf": ("Loaf", "Baked for {level:novice} hands."),
        "novice": ("Novice", ""),
    }
    assert rows(project.page().table)[1][2] == "Baked for Novice hands."


def test_roles_show_titles_and_figures(bread):
    link = bread.build().page("craft/dough.html").select_one('a[href="oven.html#given-oven-heat"]')

    assert link.text == "230 °C"


def test_headings_are_not_skipped(bread):
    bread.build()
    for name in ("index", "levels", "craft/dough", "path", "questions", "records"):
        levels = [
            int(h.name[1])
            for h in bread.page(f"{name}.html").select_one("[role=main]").select("h1, h2, h3, h4")
        ]

        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_item_is_in_the_inventory_and_the_search(bread):
    bread.build()
    with open(bread.app.outdir / "objects.inv", "rb") as file:
        inventory = sphinx.util.inventory.InventoryFile.load(file, "", lambda _base, path: path)

    for kind, id, uri in (
        ("level", "baker", "levels.html#level-baker"),
        ("sub-skill", "heat", "craft/oven.html#sub-skill-heat"),
        ("unit", "mixing", "path.html#unit-mixing"),
        ("given", "oven-heat", "craft/oven.html#given-oven-heat"),
        ("question", "salt", "questions.html#question-salt"),
        ("quiz", "flour", "questions.html#quiz-flour"),
        ("resource", "manual", "records.html#resource-manual"),
    ):
        assert inventory[f"guide:{kind}"][id].uri == uri
        page, _, anchor = uri.partition("#")
        assert bread.page(page).find(id=anchor)
    assert "Rye loaf" in bread.output("searchindex.js")


def test_assets_are_loaded_only_where_they_are_used(bread):
    bread.write(plain="# Plain\n\nText.\n").edit(
        "index.md", "\nrecords", "\nrecords\nplain"
    ).build()

    def loads(name: str, asset: str) -> bool:
        return asset in bread.output(name)

    assert loads("questions.html", "skillguide.css")
    assert loads("questions.html", "quiz.js")
    assert loads("levels.html", "skillguide.css")
    assert not loads("levels.html", "quiz.js")
    assert not loads("plain.html", "skillguide")


def test_what_scripts_share_is_there_before_them(bread):
    """Pages without questions need it, too. `blocks` is there: an option shows code."""
    bread.build()
    found = {
        name: re.findall(r"skillguide/(\w+)\.js", bread.output(f"{name}.html"))
        for name in ("questions", "path", "levels")
    }

    assert found == {
        "questions": [
            "tools",
            "store",
            "later",
            "blocks",
            "question",
            "quiz",
            "review",
            "progress",
        ],
        "path": ["tools", "store", "plan"],
        "levels": [],
    }


def test_reading_order_follows_the_table_of_contents(bread):
    """`craft/oven` comes before `path`, and sub-skills in the order in which they are read."""
    bread.edit("craft/index.md", "dough\noven", "oven\ndough").build()

    assert [row[0] for row in rows(bread.page().select_one("table"))][1:] == [
        "Heat", "Crust", "Kneading", "Rising", "Sum",
    ]  # fmt: skip


PLACES = """{quick-stats}|{proficiency-table}|{journey}|{weights}|{path-table}|{hours-matrix}
{hours-spent}|{continue}|{blueprint}|{coverage}|{claims}|{chains}
{records} resource|{records} faq""".replace("\n", "|").split("|")


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_summary_of_nothing_shows_nothing(project, builder):
    """No head without rows, no picture without parts; a label that stands before it still leads
    somewhere.
    """
    places = "".join(f"(at-{index})=\n:::{place}\n:::\n\n" for index, place in enumerate(PLACES))
    links = " ".join(f"[here](#at-{index})" for index in range(len(PLACES)))
    filtered = "(at-last)=\n:::{records} faq\n:filter:\n:::\n\n[here](#at-last)"
    row = ":::{proficiency} x\n:::"
    project.write(index=f"# Nothing yet\n\n{places}{links}\n\n{filtered}\n\n{row}\n").build(builder)

    known = ("there is no sub-skill 'x'", "[guide.record_list]")
    assert [line for line in project.warnings if not any(part in line for part in known)] == []
    assert len(project.findings) == 4
    if builder == "html":
        page = project.page()
        assert page.select("table, svg, .guide-filter") == []
        links = page.select("[role=main] a.reference")
        assert len(links) == len(PLACES) + 1
        for link in links:
            assert page.find(id=link["href"].removeprefix("#"))


def test_nobody_claims_a_level_that_does_not_exist(project):
    """Sub-skills without levels leave nothing to choose from."""
    part = ":::{sub-skill} dough\n:title: Dough\n:weight: 100%\n\n:::\n"
    level = ":::{level} novice\n:title: Novice\n\n:::\n"
    project.write(index=f"# Skill\n\n{part}\n:::{{claims}}\n:::\n").build()
    assert project.page().select(".guide-claims") == []

    project.edit("index.md", part, part + level).build()
    assert "Dough" in project.page().select_one(".guide-claims tbody").text


def test_what_is_unreadable_is_missing_and_not_nought(project):
    project.write(
        index="""\
        # Skill

        :::{weights}
        :::
        :::{path-table}
        :::
        :::{journey}
        :::
        :::{sub-skill} dough
        :title: Dough
        :weight: 60%

        :::
        :::{sub-skill} oven
        :title: Oven
        :weight: lots

        :::
        ::::{phase} one
        :title: One
        :hours: some

        :::{unit} mix
        :title: Mix
        :hours: dough a lot

        :::

        ::::
        :::{level} novice
        :title: Novice

        :::
        """
    ).build()
    page = project.page()

    assert len(project.findings) == 4
    assert rows(page.select("table")[0])[1:] == [["Dough", "60%"], ["Oven", ""], ["Sum", ""]]
    assert rows(page.select("table")[1])[1:] == [["One", ""], ["Mix", ""], ["Sum", ""]]
    assert page.select("svg.guide-bar") == []
    assert [part.text for part in page.select(".guide-journey p")] == ["Novice"]


@pytest.mark.parametrize(
    ("hours", "stats", "weeks"),
    [
        ("1", "1 h estimated hour", "1 week at 5 hours a week"),
        ("8", "8 h estimated hours", "2 or 1 weeks at 5 or 10 hours a week"),
        ("12.5", "12.5 h estimated hours", "3, 2 or 1 weeks at 5, 10 or 20 hours a week"),
    ],
)
def test_numbers_agree_with_their_words(project, hours, stats, weeks):
    project.write(
        index=f"""\
        # Bread

        :::{{quick-stats}}
        :::
        :::{{skill}} bread
        :total-hours: {hours}
        :::
        :::{{sub-skill}} dough
        :title: Dough
        :weight: 100%

        :::
        :::{{phase}} one
        :title: One
        :hours: {hours}

        :::
        :::{{question}} folds
        :sub-skill: dough

        How often?

        - [x] Ten times
          > Enough.
        - [ ] Once
          > Too few.
        - [ ] A thousand
          > Too many.

        :::
        """
    ).build()
    shown = [" ".join(stat.text.split()) for stat in project.page().select(".guide-stats li")]

    assert shown == ["1 learning phase", stats, "1 weighted sub-skill", "1 question with reasons"]
    assert project.page().select_one(".guide-facts").text == weeks


@pytest.mark.parametrize("builder", ["html", "dirhtml", "json"])
def test_every_html_builder_writes_the_page_for_a_wrong_address(project, builder):
    """The json builder, too, whose pages have no scripts."""
    options = {
        "extensions": ["myst_parser", "skillguide", "thissite"],
        "html_additional_pages": {"404": "404.html"},
        "templates_path": [str(ROOT / "_templates")],
        "html_theme": "furo",
    }
    project.write(index="# Page\n").build(builder, confoverrides=options)

    assert project.warnings == []
    assert list(project.app.outdir.rglob("404*"))


def test_the_facts_of_a_record_stand_in_their_order(bread):
    """Sphinx moves translatable words to the end of a paragraph."""
    page = bread.build().page("records.html")

    assert page.select_one("#resource-manual > .guide-facts").get_text() == (
        "https://example.org/manual · book · free · Novice · Heat · Crust · 2.5 h · 2026-11"
    )
