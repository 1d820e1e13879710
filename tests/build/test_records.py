"""Records that are chosen, that name each other, and that take the place of others."""

import pytest
from conftest import BUILDERS


def facts(project, id: str) -> str:
    """The line under the heading of a house rule."""
    return project.page("rules.html").select_one(f"#house-rule-{id} .guide-facts").get_text()


def rows(project, page: str = "rules.html") -> list[str]:
    """The titles that the first list of a page shows."""
    return [row.td.get_text(strip=True) for row in project.page(page).table.select("tbody tr")]


def test_a_list_shows_the_records_that_have_every_choice(bread):
    bread.build()
    assert rows(bread) == ["Steam for ten minutes"]

    bread.edit("rules.md", ":room: bakery\n:state: holds\n:::", ":room: bakery\n:::").build()
    assert rows(bread) == ["Steam for ten minutes", "Steam for five minutes"]
    assert bread.warnings == []


def test_a_list_on_another_page_follows_a_choice_that_changes(bread):
    lists = "# Now\n\n:::{records} house-rule\n:room: shop\n:filter:\n:::\n"
    bread.write(now=lists).edit("index.md", "\nrules\n", "\nrules\nnow\n").build()
    assert rows(bread, "now.html") == ["Yesterday’s loaves stand in front"]
    assert bread.page("now.html").select(".guide-filter table")

    bread.edit("rules.md", ":room: bakery\n:since: 2025-03", ":room: shop\n:since: 2025-03").build()
    assert rows(bread, "now.html") == [
        "Steam for five minutes", "Yesterday’s loaves stand in front",
    ]  # fmt: skip


def test_a_list_finds_a_choice_by_the_word_of_its_author_in_every_language(bread):
    """Readers see the translation; options and records say the same word."""
    bread.translate(rules={"holds": "gilt", "bakery": "Backstube"})
    bread.build(confoverrides={"language": "de", "locale_dirs": ["locales"]})

    assert rows(bread) == ["Steam for ten minutes"]
    assert facts(bread, "steam").startswith("Backstube · 2026-10 · gilt · ")
    assert bread.warnings == []


def test_a_fact_has_its_label_where_the_kind_says_so_and_its_markup(bread):
    page = bread.build().page("rules.html")
    line = page.select_one("#house-rule-steam .guide-facts")

    assert line.get_text() == (
        "bakery · 2026-10 · holds · Until: the 230 °C oven has steam of its own"
        " · Replaces: Steam for five minutes"
    )
    assert [link["href"] for link in line.select("a")] == [
        "craft/oven.html#given-oven-heat", "#house-rule-steam-five",
    ]  # fmt: skip
    assert line.em.get_text() == "own"


def test_a_superseded_record_leads_to_the_one_that_took_its_place(bread):
    bread.build()
    assert facts(bread, "steam-five").endswith(" · Replaced by: Steam for ten minutes")
    assert "Replaced by" not in facts(bread, "first-in")

    rule = ":::{house-rule} day\n:title: None\n:room: shop\n:since: 2026-11\n:state: holds\n"
    bread.write(day=f"# Day\n\n{rule}:replaces: first-in\n\nNone.\n\n:::\n")
    bread.edit("index.md", "\nrules\n", "\nrules\nday\n")
    bread.edit("rules.md", "2025-03\n:state: holds", "2025-03\n:state: replaced").build()

    assert facts(bread, "first-in").endswith(" · Replaced by: None")
    assert bread.warnings == []


def test_a_line_of_facts_without_any_is_not_there(project):
    kind = {"label": "Step", "fields": {"after": {"label": "After", "type": "record"}}}
    kind["fields"]["after"] |= {"required": False, "back": "Before"}
    page = "# A\n\n:::{step} a\n:title: One\n\nOne.\n\n:::\n"
    project.write(index=page).build(confoverrides={"guide_record_kinds": {"step": kind}})

    assert project.page().select(".guide-facts") == []
    assert project.warnings == []


def test_a_role_shows_the_title_on_a_page_that_follows_it(bread):
    bread.build().edit("rules.md", "Steam for ten minutes", "Steam for a quarter").build()
    link = bread.page("craft/oven.html").select_one("#sub-skill-heat p a.reference")

    assert link.get_text() == "Steam for a quarter"
    assert link["href"] == "../rules.html#house-rule-steam"


def test_a_kind_of_the_site_is_in_the_inventory_and_in_the_search(bread):
    bread.build()
    names = {name.strip() for name, *_ in bread.app.env.domains["guide"].get_objects()}

    assert {"steam", "steam-five", "first-in"} <= names
    assert "Steam for ten minutes" in bread.output("searchindex.js")
    assert '"guide:house-rule"' in bread.output("searchindex.js")


def test_whoever_cites_a_record_hears_of_its_successor_on_another_page(bread):
    """Also where neither page was read anew."""
    bread.build().edit("craft/oven.md", "{house-rule}`steam`", "{house-rule}`steam-five`").build()

    expected = [
        "craft/oven.md:7: house-rule 'steam-five' is superseded: 'steam' at rules.md:10 is in "
        "force; name that one [superseded]"
    ]
    assert bread.findings == expected
    assert bread.build().findings == expected
    bread.edit("rules.md", ":state: holds\n:until:", ":state: replaced\n:until:").build()
    assert bread.findings == [
        "rules.md:5: no house-rule has `:room: bakery` and `:state: holds`; write one, or change "
        "what this list asks for [record_list]"
    ]


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_writes_the_facts(bread, builder):
    bread.build(builder)

    assert bread.warnings == []
    if builder == "text":
        assert "Replaced by: *Steam for ten minutes*" in bread.output("rules.txt")


def test_a_record_says_its_minutes_and_gives_its_file(project):
    (project.folder / "crumb.py").write_text("print('open')\n", encoding="utf-8")
    project.write(index="# Labs\n\n" + LAB).build()
    facts = project.page().select_one("#lab-crumb .guide-facts")

    assert project.warnings == []
    assert facts.text == "25 min · crumb.py"
    assert project.output(facts.a["href"]) == "print('open')\n"


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_file_of_a_record_is_named_in_every_format_and_missed_once(project, builder):
    project.write(index="# Labs\n\n" + LAB).build(builder)

    assert len(project.warnings) == 1
    assert "there is no file 'crumb.py' beside the page" in project.warnings[0]
    (project.folder / "crumb.py").write_text("", encoding="utf-8")
    assert not [line for line in project.build(builder).warnings if "crumb" in line]


LAB = """\
:::{lab} crumb
:title: How open is the crumb?
:minutes: 25
:file: crumb.py

Run it.

:::
"""
