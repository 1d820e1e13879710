"""However pages are edited, building them anew and building on give the same pages.

Each edit is made on a built project, which is then built on and built anew. Left out of the
comparison: links to the neighbors of a page and the tree beside it, which Sphinx itself leaves as
they were when a title changes.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import GUIDES, ROOT, Project

SHOWN = """\
# Shown

:::{questions}
:ids: salt
:::

:::{questions}
:quiz: flour
:level: baker
:::

:::{result} flour
:::

:::{blueprint}
:::

:::{coverage}
:::

:::{proficiency-table}
:::

:::{records} use-case
:::

:::{hours-spent}
:::

:::{continue}
:::

:::{reader-data}
:::

See {question}`salt`, {quiz}`flour`, {unit}`mixing`, {resource}`manual` and {given}`oven-heat`.
"""

#: Directives that show what other pages declare. Each stands on a page of its own that no other
#: page leads to: nothing else lets it be written again.
ALONE = [
    *("quick-stats", "proficiency-table", "journey", "weights", "path-table", "hours-matrix"),
    *("hours-spent", "continue", "plan", "blueprint", "records use-case", "records resource"),
    *("result flour", "question-ref salt", "question-ref oven", "chains", "coverage", "claims"),
]


def alone(directive: str) -> tuple[str, str]:
    """The name and the text of a page with one directive."""
    name = directive.replace(" ", "-")
    block = f":::{{{directive.replace(' ', '} ')}" if " " in directive else f":::{{{directive}}}"
    return f"alone-{name}.md", f"---\norphan: true\n---\n\n# Alone\n\n{block}\n:::\n"


OVEN = """\

:::{question} oven
:type: open

How do you bake without one?

1. Names a pan.

A heavy pot.

:::
"""
ROW = """\
:::{proficiency} heat

1. Lights it.
2. Feels it.
3. Builds it.

:::
"""
MORE = """\
::::{quiz} more
:title: More
:sub-skill: kneading

:::{questions}
:ids: salt
:::

::::
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The second guide with a page that shows a bit of everything, and pages that show questions
    where they are taught; built, in the folder `bread`, and kept beside it.
    """
    folder = tmp_path_factory.mktemp("edits") / "bread"
    shutil.copytree(GUIDES / "bread", folder)
    (folder / "shown.md").write_text(SHOWN, encoding="utf-8")
    (folder / "part.txt").write_text("Yeast is alive.\n", encoding="utf-8")
    for name, text in map(alone, ALONE):
        (folder / name).write_text(text, encoding="utf-8")
    for name, text in (("oven", OVEN), ("row", ROW)):
        page = f"---\norphan: true\n---\n\n# Alone\n\n{text}"
        (folder / f"alone-{name}.md").write_text(page, encoding="utf-8")
    edit(folder, "shown.md", "# Shown\n", f"# Shown\n\n{MORE}")
    edit(folder, "index.md", "\nrecords", "\nrecords\nshown")
    edit(folder, "craft/dough.md", "Time and warmth.", "Time.\n\n:::\n\n:::{check-yourself}")
    edit(folder, "questions.md", "Stem, second paragraph.", "At {given}`oven-heat`; {doc}`path`.")
    edit(folder, "questions.md", ":multiple:", ":multiple:\n:follows: salt")
    edit(folder, "questions.md", "Weigh salt, always.", "```{include} part.txt\n```")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-d", folder / "_build/doctrees"]
    command += ["-D", "html_theme=basic"]  # that of Sphinx's tests: another one writes all anew
    environment = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}
    for builder in ("html", "text"):
        out = folder / "_build" / builder
        subprocess.run([*command, "-b", builder, folder, out], check=True, env=environment)
    shutil.copytree(folder, folder.with_name("kept"))
    return folder


@pytest.fixture
def edited(built, make_app) -> Iterator[Callable[[], Project]]:
    """The built project as it was, at the place where it was built."""
    projects = []

    def restore() -> Project:
        shutil.rmtree(built)
        shutil.copytree(built.with_name("kept"), built)
        projects.append(Project(built, make_app))
        return projects[-1]

    yield restore
    for project in projects:
        project.app.cleanup()


def edit(folder: Path, page: str, old: str, new: str) -> None:
    """Change a text that must be there."""
    text = (folder / page).read_text("utf-8")
    assert old in text, old
    (folder / page).write_text(text.replace(old, new), encoding="utf-8")


def move(folder: Path) -> None:
    """A question goes to another page."""
    text = (folder / "questions.md").read_text("utf-8")
    start = text.index(":::{question} salt")
    salt = text[start : text.index("\n:::\n", start) + 5]
    edit(folder, "questions.md", salt, "")
    edit(folder, "levels.md", "## What proves it", f"{salt}\n## What proves it")


def change(page: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: edit(folder, page, old, new)


EDITS: dict[str, Callable[[Path], None]] = {
    "a figure in the stem of a copy": change("craft/oven.md", ":value: 230", ":value: 250"),
    "a quiz becomes apart": change("questions.md", ":sub-skill: kneading", ":apart:"),
    "the skill has another id": change("index.md", "{skill} bread", "{skill} baking"),
    "a page that is read on has another title": change("craft/dough.md", "# Dough", "# Doughs"),
    "a page named in a stem has another title": change("path.md", "# The path", "# A path"),
    "a quiz has another title": change("questions.md", "Flour and water", "Water and flour"),
    "a quiz to practise with has another title": change("shown.md", ":title: More", ":title: Some"),
    "a quiz has another id": lambda folder: (
        edit(folder, "questions.md", "{quiz} flour", "{quiz} water"),
        edit(folder, "shown.md", ":quiz: flour", ":quiz: water"),
        edit(folder, "shown.md", "{result} flour", "{result} water"),
        edit(folder, "shown.md", "{quiz}`flour`", "{quiz}`water`"),
    ),
    "a question has another level": change("questions.md", ":level: novice", ":level: master"),
    "an option has another key": change("questions.md", "- [x] Yeast", "- [ ] Yeast"),
    "a reason is repaired": change("questions.md", "Bought yeast.", "Yeast from a shop."),
    "a question follows no other": change("questions.md", "\n:follows: salt", ""),
    "what goes deeper asks something else": change("questions.md", "Which of", "What of"),
    "an included file changes": change("part.txt", "alive", "a fungus"),
    "a question moves to another page": move,
    "a question is written before others": change(
        "questions.md",
        ":::{question} salt",
        ":::{question} new\n\nNew?\n\n- [ ] No\n  > N.\n- [x] Yes\n  > Y.\n\nSo.\n\n:::\n\n"
        ":::{question} salt",
    ),
    "a page becomes an orphan": lambda folder: (
        edit(folder, "records.md", "# Records", "---\norphan: true\n---\n\n# Records"),
        edit(folder, "index.md", "\nrecords", ""),
    ),
    "a level has another title": change("levels.md", ":title: Novice", ":title: Beginner"),
    "a sub-skill has another title": change("craft/oven.md", ":title: Heat", ":title: Fire"),
    "a unit has another title": change("path.md", ":title: Mixing", ":title: Stirring"),
    "a unit has other hours": lambda folder: (
        edit(folder, "path.md", "kneading 4.5, rising 3", "kneading 4, rising 3.5"),
        edit(folder, "index.md", ":hours-follow-weights:\n", ""),
    ),
    "a deliverable has another title": change("path.md", ":title: A photo", ":title: A picture"),
    "a resource has another format": change("records.md", ":format: book", ":format: film"),
    "a level has another experience": change("levels.md", "3–24 months", "4–24 months"),
    "a sub-skill weighs less": lambda folder: (
        edit(folder, "craft/oven.md", ":title: Heat\n:weight: 16.7%", ":title: Heat\n:weight: 16%"),
        edit(folder, "index.md", ":hours-follow-weights:\n", ""),
        edit(folder, "index.md", "total-weight: 100%", "total-weight: 99.3%"),
    ),
    "a record is new": change(
        "records.md",
        ":::{use-case} rye",
        ":::{use-case} bun\n:title: Bun\n:level: novice\n\nSmall.\n\n:::\n\n:::{use-case} rye",
    ),
    "a page is read in another order": change("craft/index.md", "dough\noven", "oven\ndough"),
    "many pages change": lambda folder: [
        edit(folder, f"{page}.md", "# ", "# All about ")
        for page in ("index", "levels", "craft/index", "craft/oven", "path", "questions", "records")
    ],
    "a part becomes hidden": change(
        "records.md",
        ":::{use-case} rye\n:title: Rye loaf\n:level: baker\n\nA sour loaf for {level}`baker` "
        "hands.\n\n:::",
        "::::{only} teacher\n\n:::{use-case} rye\n:title: Rye loaf\n:level: baker\n\nSour.\n\n:::"
        "\n\n::::",
    ),
}  # fmt: skip

NAVIGATION = re.compile(
    r'<div class="related".*?</ul>\s*</div>|<div class="sphinxsidebar".*?(?=<div class="clearer">)'
    r"|<link [^>]*>|<title>.*?</title>",
    re.DOTALL,
)


def pages(project: Project) -> dict[str, str]:
    """What was written, without navigation."""
    folder = Path(project.app.outdir)
    return {
        str(path.relative_to(folder)): NAVIGATION.sub("", path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def test_what_was_not_edited_is_not_written(edited):
    """Else no other test here could tell that a page was left behind."""
    status = edited().build().status

    assert "targets for 0 source files" in status
    assert "no targets are out of date" in status


@pytest.mark.parametrize("name", EDITS)
def test_building_on_gives_what_building_anew_gives(edited, name):
    """Built on in parallel, and anew in one process."""
    project = edited()
    EDITS[name](project.folder)
    on = pages(project.build(parallel=2))

    assert on == pages(project.build(freshenv=True, parallel=0))


def test_builders_that_share_doctrees_leave_no_page_behind(edited):
    """As `sphinx-build -M html` and `-M latex` do."""
    project = edited()
    edit(project.folder, "levels.md", ":title: Baker", ":title: Journeyman")
    project.build("text").build("html")

    assert "Journeyman" in project.page("shown.html").text
    assert "Baker" not in project.page("records.html").text


def test_a_build_that_was_interrupted_leaves_no_page_behind(edited):
    """Not even when another builder reads the pages before the interrupted one goes on."""
    project = edited()
    edit(project.folder, "levels.md", ":title: Baker", ":title: Journeyman")
    project.app = project.make_app("html", srcdir=project.folder)
    project.app.connect("html-page-context", stop)
    with pytest.raises(Exception, match="stopped"):
        project.app.build()
    project.build("text").build("html")

    assert "Journeyman" in project.page("records.html").table.text


def test_an_application_that_builds_twice_shows_what_is_there_now(edited):
    """As an editor that keeps one running does."""
    project = edited().build()
    edit(project.folder, "questions.md", "Two percent of the flour.", "A fiftieth of the flour.")
    project.app.build()

    assert "A fiftieth of the flour." in project.page("shown.html").text


@pytest.mark.parametrize("kept", ["{", "[]"])
def test_a_broken_record_of_the_last_build_writes_the_pages_again(edited, kept):
    project = edited()
    for record in (project.folder / "_build/doctrees").glob("skillguide-*.json"):
        record.write_text(kept, encoding="utf-8")
    edit(project.folder, "levels.md", ":title: Baker", ":title: Journeyman")
    project.build()

    assert project.warnings == []
    assert "Journeyman" in project.page("shown.html").text


def test_every_output_of_the_same_doctrees_is_kept_up_to_date(project):
    """Two folders of one builder, and two builders in one folder."""
    project.write(
        index="# Home\n\n```{toctree}\nlevels\nshown\n```\n",
        levels="# Levels\n\n:::{level} one\n:title: Novice\n:experience: none\n\nBegins.\n\n:::\n",
        shown="# Shown\n\n:::{proficiency-table}\n:::\n",
    )
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-d", project.folder / "_build/trees"]
    outputs = [("html", "one"), ("html", "two"), ("text", "one")]
    for title in ("Novice", "Beginner"):
        project.edit("levels.md", ":title: Novice", f":title: {title}")
        for builder, name in outputs:
            out = project.folder / "_build" / name
            subprocess.run(
                [*command, "-b", builder, project.folder, out],
                check=True,
                env=os.environ | {"PYTHONPATH": str(ROOT / "_ext")},
            )
    shown = [f"{name}/shown.{'txt' if builder == 'text' else 'html'}" for builder, name in outputs]

    assert all("Beginner" in (project.folder / "_build" / name).read_text() for name in shown)


def stop(app, pagename, *rest):
    if pagename == "levels":
        raise RuntimeError("stopped")


def test_a_tag_shows_what_the_build_without_it_hid(edited):
    """Nothing was edited: the pages that hide something are read again, also where something else
    is shown as before.
    """
    project = edited()
    edit(project.folder, "records.md", "# Records", "# Records\n\n:::{only} html\nHere.\n:::")
    EDITS["a part becomes hidden"](project.folder)
    hidden = project.build().page("shown.html").text
    project.build(tags=["teacher"])

    assert "Rye loaf" not in hidden
    assert "Rye loaf" in project.page("shown.html").text
