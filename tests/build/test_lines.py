"""A message stands at the line where its mistake is, whichever way the options are written."""

import pytest


def test_options_as_yaml(project):
    project.write(
        index="""\
        # Page

        :::{question} a
        ---
        type: numeric
        answer: five
        ---

        How many?

        Five.

        :::
        """
    ).build()

    assert [finding.split(": ")[0] for finding in project.findings] == ["index.md:6"]


@pytest.mark.parametrize("title", ["A {level}`novise`", "{given}`no`"])
def test_a_role_in_a_title(project, title):
    text = f"# Page\n\nText.\n\n:::{{faq}} a\n:title: {title}\n\nText.\n\n:::\n"
    project.write(index=text).build()

    assert [finding.split(": ")[0] for finding in project.findings] == ["index.md:6"]


def test_a_role_in_a_title_of_restructured_text(project):
    (project.folder / "page.rst").write_text(
        "Page\n====\n\nText.\n\n.. guide:faq:: a\n   :title: A :guide:level:`novise`\n\n   Text.\n"
    )
    project.write(index="# Home\n\n```{toctree}\npage\n```\n").build()

    assert project.findings == ["page.rst:7: there is no level 'novise' [reference]"]


def test_options_of_restructured_text(project):
    (project.folder / "page.rst").write_text(
        "Page\n====\n\n.. guide:given:: a\n   :unit: kg\n   :value: much\n\n   Text.\n"
    )
    project.write(index="# Home\n\n```{toctree}\npage\n```\n").build()

    assert [finding.split(": ")[0] for finding in project.findings] == ["page.rst:6"]


@pytest.mark.parametrize("depth", [1, 2])
def test_marks_in_nested_and_indented_blocks(project, depth):
    question = [
        ":::{question} a",
        "Stem?",
        "",
        "- [x] ```",
        "  code",
        "  ```",
        "  > Yes.",
        "- [ ] B",
        "  > No.",
        "- [ ]C",
        "  > No.",
        "",
        ":::",
    ]
    lines = ["- entry", ""] + ["  " + line if line else "" for line in question]
    if depth == 1:
        lines = ["::::{note}", "", *question, "::::"]
    project.write(index="# Page\n\n" + "\n".join(lines) + "\n").build()
    line = ["# Page", "", *lines].index("  - [ ]C" if depth == 2 else "- [ ]C") + 1

    assert [finding.split(": ")[0] for finding in project.findings] == [f"index.md:{line}"]


def test_marks_in_an_included_file(project):
    (project.folder / "part.txt").write_text(
        "Text.\n\n:::{question} a\nStem?\n\n- [x] ```\n  code\n  ```\n  > Yes.\n- [ ]B\n  > No.\n\n"
        ":::\n"
    )
    project.write(index="# Page\n\n```{include} part.txt\n```\n").build()

    assert [finding.split(": ")[0] for finding in project.findings] == ["part.txt:10"]


def test_an_unknown_role_in_a_translated_sentence_is_one_mistake(project):
    project.write(index="# Page\n\nText about {level}`novise`.\n")
    project.translate(index={"Text about {level}`novise`.": "Text über {level}`novise`."})
    project.build(confoverrides={"language": "de", "locale_dirs": ["locales"]})

    assert project.findings == ["index.md:3: there is no level 'novise' [reference]"]


@pytest.mark.parametrize(
    "block",
    [
        ':::{level} novice\n:title: "A" level\n:experience: none\n\nText.\n:::\n',
        ":::{sub-skill} dough\n:title: |x|\n:weight: 100%\n\nText.\n:::\n",
        ':::{given} heat\n:value: "5" x\n\nText.\n:::\n',
        ':::{faq} why\n---\ntitle: "A" question\n---\n\nText.\n:::\n',
        ':::{question} salt\n:type: numeric\n:answer: "5" g\n\nHow much?\n\nFive.\n:::\n',
    ],
)
def test_options_that_myst_cannot_read_are_one_mistake(project, block):
    project.write(index=f"# Page\n\n{block}").build()

    assert project.findings == []
    assert [line.rpartition(" ")[2] for line in project.warnings] == ["[myst.directive_option]"]


def test_options_of_a_question_need_markdown(project):
    (project.folder / "index.rst").write_text(
        "Page\n====\n\n.. guide:question:: salt\n\n   How much?\n\n   - [ ] one\n   - [x] two\n"
    )
    (project.folder / "conf.py").write_text('extensions = ["skillguide"]\n')
    project.build()

    assert project.warnings == [
        "index.rst:4: WARNING: options are read on Markdown pages only; move this question to one, "
        "or ask for a number or a text [guide.options]"
    ]


def test_a_file_that_two_pages_include_is_named_as_such(project):
    (project.folder / "part.txt").write_text(
        ":::{level} novice\n:title: Novice\n:experience: none\n\nYou follow.\n:::\n"
    )
    page = "# Page\n\n```{include} part.txt\n```\n\n"
    project.write(index=page + "```{toctree}\nother\n```\n", other=page).build()

    assert project.findings == [
        "part.txt:1: level 'novice' is twice included, on index and on other; include it once "
        "[duplicate_id]"
    ]
