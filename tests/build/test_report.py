"""The report: what somebody has to look at, by its place; never a warning."""

import pytest

UNLINKED, UNDEFINED, TYPED = (
    "Terms of the glossary that a page uses without a link",
    "Words that a page defines and the glossary does not",
    "Numbers that are typed although a figure has them",
)


def report(project, **options: object) -> dict[str, list[str]]:
    """The lines of the report by the titles of its listings."""
    found = {}
    for part in project.build("report", **options).output("report.txt").strip().split("\n\n"):
        title, *lines = part.splitlines()
        name, _, number = title.rpartition(": ")
        assert int(number) == len(lines)
        found[name] = lines
    assert project.warnings == []
    return found


def test_a_guide_in_which_all_is_linked_has_an_empty_report(bread):
    assert report(bread) == {UNLINKED: [], UNDEFINED: [], TYPED: []}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One line.\nThe crust, then a crust.", ["14: 'crust': write {term}`crust`"]),
        ("Two crusts.", ["13: 'crusts': write {term}`crusts <Crust>`"]),
        ("The rind and\nthe crumb.", ["14: 'crumb': write {term}`crumb`",
                                      "13: 'rind': write {term}`rind`"]),
        ("A crust, the {term}`crust`.", []),
        ("A {term}`hard coat <crust>`, the crust.", []),
        ("`crust` and [crust](#by-hand), crustless, pie-crust", []),
    ],
)  # fmt: skip
def test_a_page_with_objectives_links_its_terms(bread, text, found):
    bread.edit("craft/dough.md", "## Kneading\n", f"## Kneading\n\n{text}\n")
    bread.edit("craft/oven.md", "Steam first", "The rind: steam first")  # has no objectives
    expected = sorted(f"craft/dough.md:{line}" for line in found)

    assert report(bread)[UNLINKED] == expected


def test_capitals_inside_a_name_count(bread):
    bread.edit("words.md", "Crumb\n", "pH\n  How sour a dough is.\n\nCrumb\n")
    bread.edit("craft/dough.md", "## Kneading\n", "## Kneading\n\nPh is no pH.\n")

    assert report(bread)[UNLINKED] == ["craft/dough.md:13: 'pH': write {term}`pH`"]


def test_neither_headings_nor_questions_are_searched(bread):
    question = (
        ":::{question} why\n:type: text\n:answer: heat\n\nWhat makes a crust?\n\nThe crust.\n\n:::"
    )
    bread.edit("craft/dough.md", "## Kneading\n", f"## Kneading\n\n{question}\n\n### Crust\n")

    assert report(bread)[UNLINKED] == []


def test_a_word_that_a_page_defines_is_missing_in_the_glossary(bread):
    bread.edit(
        "levels.md",
        "# Levels\n",
        "# Levels\n\nA **crust** is hard, **crumbs** are soft, and\na **poolish** is a wet dough.\n"
        "**Poolish** is French; **all of these five words** are no term; **Stop.** Are you?\n"
        "**Bold** words.\n\n**Levain**\n: A sour dough.\n",
    )

    found = report(bread, confoverrides={"myst_enable_extensions": ["deflist"]})
    assert found[UNDEFINED] == ["levels.md:4: 'poolish'", "levels.md:8: 'Levain'"]


def test_what_is_hidden_is_not_listed(bread):
    hidden = "::::{only} nobody\nA **poolish** is hidden, as is a crust.\n::::\n"
    bread.edit("craft/dough.md", "## Kneading\n", f"## Kneading\n\n{hidden}")

    assert report(bread) == {UNLINKED: [], UNDEFINED: [], TYPED: []}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It takes 16.3 kg of\nwater.", ["13: '16.3 kg' is {result}`percentages.water`"]),
        ("Water: 16.3 l, 16 kg, 116.3 kg or 16.32 kg; `16.3 kg`.", []),
        ("{result}`percentages.water` and 40 loaves", []),
        ("a week 168 kg", ["13: '168 kg' is {given}`flour-a-week`"]),
    ],
)
def test_a_number_that_a_figure_has_should_be_that_figure(bread, text, found):
    bread.edit("craft/dough.md", "## Kneading\n", f"## Kneading\n\n{text}\n")

    assert report(bread)[TYPED] == [f"craft/dough.md:{line}" for line in found]
