"""Units: what their hours are spent on, and who asks for it."""

import pytest

PAGES = {
    "index": """\
# Bread

:::{level} novice
:title: Novice
:experience: a day

Begins.

:::

```{toctree}
path
between
craft
```
""",
    "between": "# No neighbor\n\nThe path is written again for another page's length.\n",
    "path": """\
# Path

:::{sub-skill} dough
:title: Dough
:weight: 100%

Text.

:::

::::{phase} first
:title: First
:hours: 10

Text.

:::{unit} mix
:title: Mixing
:hours: dough 10
:reads: craft
:labs: window
:practice: loaf 6.5

What to do.

:::

::::

:::{lab} window
:title: Window test
:minutes: 90
:file: window.py

Stretch.

:::

:::{deliverable} loaf
:title: A loaf

Weighed.

:::
""",
    "craft": "# Craft\n\n(fold)=\n\n## Fold\n\n" + "word " * 17_700 + """

:::{question} folds
:teaches: craft#fold

How often?

- [x] Ten times
  > Enough.
- [ ] Once
  > Too few.
- [ ] A thousand
  > Too many.

:::
""",
}  # fmt: skip


@pytest.fixture(autouse=True)
def lab_file(project):
    """A lab's program stands beside its page."""
    project.folder.joinpath("window.py").touch()


def rows(project):
    table = project.page("path.html").select_one("#unit-mix table")
    return [[cell.text.strip() for cell in row.select("td")] for row in table.select("tbody tr")]


def test_a_unit_shows_what_its_hours_are_spent_on(project):
    project.write(**PAGES).build()

    assert project.warnings == []
    assert rows(project) == [
        ["Read", "Craft", "2.0"],
        ["Run", "Window test", "1.5"],
        ["Build", "A loaf", "6.5"],
        ["Sum", "", "10.0"],
    ]
    unit = project.page("path.html").select_one("#unit-mix")
    assert [a["href"] for a in unit.select("table a")] == [
        "craft.html",
        "#lab-window",
        "#deliverable-loaf",
    ]
    assert "1 question at the end of these pages tests this unit" in unit.text


def test_a_unit_counts_the_questions_that_stand_on_its_pages(project):
    """A question that a quiz keeps to itself stands on no page that is read."""
    head, question = PAGES["craft"].split(":::{question}")
    apart = f"# Exam\n\n::::{{quiz}} exam\n:apart:\n\n:::{{question}}{question}\n::::\n"
    project.write(**PAGES).write(craft=head, exam="---\norphan: true\n---\n\n" + apart).build()

    assert "at the end of these pages" not in project.page("path.html").text
    project.edit("exam.md", ":apart:\n", "")
    project.edit("craft.md", "## Fold\n", "## Fold\n\n:::{questions}\n:ids: folds\n:::\n").build()
    assert "1 question at the end of these pages tests" in project.page("path.html").text


def test_a_longer_page_takes_longer_and_is_reported(project):
    project.write(**PAGES).build()
    project.edit("craft.md", "## Fold\n", "## Fold\n\n" + "more " * 9_000).build()

    assert rows(project)[0] == ["Read", "Craft", "3.0"]
    assert project.findings == [
        "path.md:17: unit 'mix' declares 10 h, but its parts take 11 h: reading 3 h, labs 1.5 h, "
        "resources 0 h, practice 6.5 h [earned_hours]"
    ]


def test_a_list_that_cannot_be_read_is_no_wrong_sum_as_well(project):
    page = PAGES["path"].replace(":labs: window\n", ":labs: The Window\n")
    project.write(**{**PAGES, "path": page}).build()

    assert [finding.rpartition(" ")[2] for finding in project.findings] == ["[option_value]"]


def test_a_unit_that_plans_nothing_shows_no_table(project):
    page = PAGES["path"].replace(":reads: craft\n:labs: window\n:practice: loaf 6.5\n", "")
    project.write(**{**PAGES, "path": page}).build()

    assert project.warnings == []
    assert project.page("path.html").select_one("#unit-mix table") is None


def test_a_phase_without_units_spends_nothing(project):
    """A path is often begun with its phases alone."""
    page = (
        PAGES["path"]
        + """
:::{phase} second
:title: Second
:hours: 5

Later.

:::

:::{hours-spent}
:::
"""
    )
    project.write(**{**PAGES, "path": page}).build()
    table = project.page("path.html").select("table")[-1]
    found = [[cell.text.strip() for cell in row.select("th, td")] for row in table.select("tr")]

    assert found == [
        ["How", "First", "Second", "Sum"],
        ["Read", "2.0", "0.0", "2.0"],
        ["Run", "1.5", "0.0", "1.5"],
        ["Study", "0.0", "0.0", "0.0"],
        ["Build", "6.5", "0.0", "6.5"],
        ["Sum", "10.0", "0.0", "10.0"],
    ]


def test_a_lab_file_that_comes_or_goes_is_noticed(project):
    file = project.folder / "window.py"
    file.unlink()
    missing = [
        "path.md:33: option `:file:`: there is no file 'window.py' beside the page [option_value]"
    ]

    assert project.write(**PAGES).build().findings == missing
    file.touch()
    assert project.build().findings == []
    assert project.build().findings == []
    assert "0 changed" in project.status
    file.unlink()
    assert project.build().findings == missing


def test_a_page_without_spaces_takes_time_too(project):
    """9,900 Han characters are read in the time of 9,000 words: an hour."""
    page = PAGES["path"].replace(":labs: window\n:practice: loaf 6.5\n", "")
    page = page.replace(":hours: 10\n", ":hours: 1\n").replace("dough 10", "dough 1")
    project.write(
        index=PAGES["index"], between="# B\n", path=page, craft=f"# 面包\n\n{'好' * 9898}\n"
    )
    project.build()

    assert project.findings == []
    assert rows(project)[0] == ["Read", "面包", "1.0"]
