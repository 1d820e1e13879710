"""Chains of questions: each leads to the one that goes deeper, and a summary shows them all."""

import json

import pytest
from conftest import BUILDERS

LEVELS = """\
# Bread

:::{sub-skill} dough
:title: Dough
:weight: 100%

D.

:::
:::{level} novice
:title: Novice
:experience: 1

N.

:::
:::{level} baker
:title: Baker
:experience: 2

B.

:::
:::{level} master
:title: Master
:experience: 3

M.

:::

(why-salt)=

## Why salt

It slows the yeast.

:::{chains}
:::

"""


def question(id: str, level: str, *options: str) -> str:
    """A question of a level."""
    text = "\n".join(options)
    return f"""\
:::::{{question}} {id}
:level: {level}
{text}

What is {id}?

- [x] Right
  > Yes.
- [ ] Wrong
  > No.

Because.

:::::
"""


CHAIN = (
    "::::::{quiz} bank\n:title: Bank\n:sub-skill: dough\n\n"
    + question("before", "novice")
    + question("salt", "novice", ":teaches: /index#why-salt")
    + question("much", "master", ":follows: salt")
    + "\n::::::\n"
)


def test_a_question_leads_to_the_one_that_goes_deeper(project):
    page = project.write(index=LEVELS + CHAIN).build().page()

    (link,) = page.select("#question-salt .guide-explanation .guide-read a[href='#question-much']")
    assert link.text == "What is much?"
    assert link.parent.get_text() == "Read on: Bread · Go deeper: What is much?"
    assert page.select("#question-much .guide-read, #question-before .guide-read") == []


def test_a_copy_leads_there_too(project):
    other = "# Other\n\n:::{question-ref} salt\n:::\n"
    project.write(index=LEVELS + CHAIN + "\n```{toctree}\n\nother\n```\n", other=other).build()

    links = project.page("other.html").select(".guide-read a")
    assert [link["href"] for link in links] == [
        "index.html#why-salt",
        "index.html#question-much",
    ]


def test_chains_stand_by_their_idea_and_their_levels(project):
    page = project.write(index=LEVELS + CHAIN).build().page()

    rows = [[cell.get_text() for cell in row.select("th, td")] for row in page.select("tr")]
    assert rows == [
        ["Idea", "Novice", "Baker", "Master"],
        ["Dough", "", "", ""],
        ["Bread: Why salt", "□ 2", "", "□ 3"],
    ]
    links = page.select(".guide-chains td a")
    assert [link["href"] for link in links] == [
        "#sub-skill-dough",
        "#",
        "#why-salt",
        "#question-salt",
        "#question-much",
    ]


def test_chains_follow_the_name_of_their_idea(project):
    """They stand on another page than the place that names it."""
    index, shown = LEVELS.replace(":::{chains}\n:::\n", ""), "# Shown\n\n:::{chains}\n:::\n"
    project.write(index=f"{index}{CHAIN}\n```{{toctree}}\nshown\n```\n", shown=shown).build()
    project.edit("index.md", "## Why salt", "## What salt does").build()

    assert "What salt does" in project.page("shown.html").table.text


def test_a_chain_of_an_example_is_not_shown(project):
    example = CHAIN.replace(":sub-skill: dough", ":sub-skill: dough\n:example:")
    page = project.write(index=LEVELS + example).build().page()

    assert page.select(".guide-chains") == []
    assert page.select("#question-salt .guide-read a[href='#question-much']")


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_writes_them(project, builder):
    project.write(index=LEVELS + CHAIN).build(builder)

    assert project.warnings == []
    if builder == "text":
        assert "Go deeper: *What is much?*" in project.output("index.txt")


def test_programs_read_what_follows_what(project):
    project.write(index=LEVELS + CHAIN).build("export")

    (quiz,) = json.loads(project.output("guide.json"))["quizzes"]
    assert {item["id"]: item["follows"] for item in quiz["questions"]} == {
        "before": "",
        "salt": "",
        "much": "salt",
    }
