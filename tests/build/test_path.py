"""Units: what their hours are spent on, and who asks for it."""

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
    "craft": "# Craft\n\n(fold)=\n\n## Fold\n\n" + "word " * 12_000 + """

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
    assert "1 questions ask for it" in unit.text


def test_a_longer_page_takes_longer_and_is_reported(project):
    project.write(**PAGES).build()
    project.edit("craft.md", "## Fold\n", "## Fold\n\n" + "more " * 6_000).build()

    assert rows(project)[0] == ["Read", "Craft", "3.0"]
    assert project.findings == [
        "path.md:17: unit 'mix' declares 10 h, but its parts take 11 h: reading 3 h, labs 1.5 h, "
        "resources 0 h, practice 6.5 h [earned_hours]"
    ]


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
