"""The planner as it is written: for paper in every format, with data where a script reads them."""

import json
import re

import pytest
from conftest import BUILDERS
from learner import PAGES, ROWS

PLANNER = "# Plan\n\n:::{planner}\n:::\n"


def form(project, name: str = "plan.html") -> list[list[str]]:
    """The rows of the form for paper."""
    rows = project.page(name).select(".guide-planner tbody tr")
    return [[cell.text.strip() for cell in row.select("td")] for row in rows]


def data(project, name: str = "plan.html") -> dict:
    """What the script reads."""
    return json.loads(project.page(name).select_one(".guide-planner > script").string)


def test_the_form_holds_units_and_what_closes_a_phase_in_their_order(project):
    project.write(**PAGES).build()

    assert project.warnings == []
    assert form(project) == ROWS


def test_the_script_knows_hours_levels_and_what_no_answer_saves(project):
    project.write(**PAGES).build()
    found = data(project)

    assert {phase["id"]: phase["level"] for phase in found["phases"]} == {
        "first": "novice",
        "second": "baker",
    }
    names = ("id", "total", "build", "builds")
    assert [[unit[name] for name in names] for unit in found["units"]] == [
        ["mix", 10, 4, ["A loaf"]],
        ["bake", 5, 0, []],
        ["routine", 15, 0, []],
    ]
    assert found["closing"] == [{"quiz": "exit", "title": "The first exit", "phase": "first"}]
    assert len(found["questions"]) == 21
    assert {(part, level) for _id, _digest, part, level, _quiz in found["questions"]} == {
        ("dough", "novice"),
        ("dough", "baker"),
        ("oven", "novice"),
        ("oven", "baker"),
    }


def test_a_level_that_does_not_exist_is_reported_where_it_stands(project):
    path = PAGES["path"].replace(":level: baker\n\nEvery", ":level: bakr\n\nEvery")
    line = path.splitlines().index(":level: bakr") + 1
    project.write(**PAGES | {"path": path}).build()

    (finding,) = project.findings
    assert finding.startswith(f"path.md:{line}: ")
    assert "bakr" in finding
    assert finding.endswith("[reference]")


def test_a_phase_that_does_not_exist_is_not_closed(project):
    questions = PAGES["questions"].replace(":closes: first", ":closes: fist")
    line = questions.splitlines().index(":closes: fist") + 1
    project.write(**PAGES | {"questions": questions}).build()

    (finding,) = project.findings
    assert finding.startswith(f"questions.md:{line}: ")
    assert "fist" in finding


def test_only_an_attempt_closes_a_phase(project):
    questions = PAGES["questions"].replace(":attempt:\n", "")
    line = questions.splitlines().index(":closes: first") + 1
    project.write(**PAGES | {"questions": questions}).build()

    (finding,) = project.findings
    assert finding.startswith(f"questions.md:{line}: option `:closes:`")
    assert ":attempt:" in finding
    assert "The first exit" not in [row[0] for row in form(project)]


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_guide_without_units_has_no_plan(project, builder):
    """A phase alone has nothing to put on a day."""
    phase = ":::{phase} later\n:title: Later\n:hours: 5\n\nLater.\n\n:::\n"
    project.write(index=f"# Bread\n\n(here)=\n{PLANNER[8:]}\n{phase}\n[Here](#here)\n")
    project.build(builder)

    assert project.warnings == []
    if builder == "html":
        assert project.page().select(".guide-planner, script[src*=planner]") == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_second_guide_has_a_plan_in_every_format(bread, builder):
    bread.write(plan=PLANNER).edit("index.md", "\nrules\n", "\nrules\nplan\n").build(builder)

    assert bread.warnings == []
    if builder == "html":
        assert [row[0] for row in form(bread)] == [
            "A first loaf", "Mixing", "Baking", "Every day", "Routine",
        ]  # fmt: skip
        assert [unit["total"] for unit in data(bread)["units"]] == [7.5, 5, 17.5]
        assert {phase["level"] for phase in data(bread)["phases"]} == {""}


@pytest.mark.parametrize(("builder", "name"), [("text", "plan.txt"), ("latex", "bread.tex")])
def test_other_formats_show_the_form_and_nothing_for_a_script(project, builder, name):
    project.write(**PAGES).build(builder)
    text = project.output(name)

    for word in ("Hours so far", "Mix", "The first exit", "Routine"):
        assert word in text
    assert "________" in text.replace("\\", "")
    assert not re.search(r"\{\"skill\"|<script|byAnswers", text)


def test_the_words_of_the_planner_are_translated(project):
    project.write(**PAGES).build(confoverrides={"language": "de"})
    page = project.page("plan.html")
    head = [cell.text for cell in page.select(".guide-planner thead th")]

    assert head == ["Was", "Stunden", "Stunden bis dahin", "Erledigt bis"]
    words = {
        name: page.select_one(f"script[src*='skillguide/{name}.js']").attrs
        for name in ("planner", "timetable")
    }
    assert words["planner"]["data-hours-week"] == "Stunden pro Woche"
    assert words["planner"]["data-no-hours"] == "Plane 1 bis 80 Stunden pro Woche."
    assert "Du bist am" in words["timetable"]["data-ends"]
    assert project.page("path.html").select_one("script[src*='plan.js']")["data-here"] == (
        "Fang hier an."
    )


def test_a_title_cannot_end_the_data(project):
    path = PAGES["path"].replace(":title: Mix", ":title: `</script>` Mix")
    project.write(**PAGES | {"path": path}).build()

    assert project.warnings == []
    assert data(project)["units"][0]["title"] == "</script> Mix"


def test_the_plan_follows_what_other_pages_say(project):
    """A page that shows it is written again when its units or their questions change."""
    project.write(**PAGES).build()
    project.edit("path.md", ":title: Routine", ":title: Every morning").build()
    assert form(project)[-1][0] == "Every morning"

    before = data(project)["questions"]
    project.edit("questions.md", "Which dough of novice 0?", "Which dough of a novice?").build()
    assert data(project)["questions"] != before
