"""What authors do wrong: each page in this folder says at its top what the build must say of it.

`% 12: message [rule]` expects exactly one warning at line 12; a warning that is not announced
fails as well. The page is built all the same, and its text stays.
"""

import re
from pathlib import Path

import pytest

CASES = sorted(Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_author_is_told_exactly_this(project, case):
    text = case.read_text("utf-8")
    expected = [f"index.md:{line[2:]}" for line in text.splitlines() if re.match(r"% \d", line)]

    project.write(index=text).build()

    assert project.findings == expected
    assert project.warnings == [
        re.sub(r"(index.md:\d+): (.*) \[(\w+)\]$", r"\1: WARNING: \2 [guide.\3]", line)
        for line in expected
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_text_is_lost(project, case):
    text = re.sub(r"^(%|:).*$", "", case.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(- `.*?` \w\d (?=.*:)\w*|\d\. `.*?` \S+ `.*?`)", "", text, flags=re.MULTILINE)
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"\{.*?\}`.*?`|\[.\]", "", text)))

    project.write(index=case.read_text("utf-8")).build("text")

    assert words - set(re.findall(r"[A-Za-z]+", project.output("index.txt"))) == set()


def test_findings_are_repeated_on_every_build_until_repaired(project):
    page = "# Skill\n\n:::{level} a\n:title: A\n\n:::\n"
    project.write(index=page).build()
    first = project.findings

    assert first == ["index.md:3: level needs the option `:experience:` [option_missing]"]
    assert project.build().findings == first
    assert (
        project.edit("index.md", ":title: A", ":title: A\n:experience: 1 year").build().findings
        == []
    )


def test_a_finding_can_be_silenced_by_its_rule(project):
    project.write(index="# Skill\n\n:::{level} a\n:title: A\n\n:::\n")
    project.build(confoverrides={"suppress_warnings": ["guide.option_missing"]})

    assert project.warnings == []


def test_a_mistake_in_an_included_file_is_reported_there(project):
    project.write(index="# Skill\n\n```{include} part.txt\n```\n")
    (project.folder / "part.txt").write_text("Text.\n\n:::{level} a\n:title: A\n\n:::\n")

    assert project.build().findings == [
        "part.txt:3: level needs the option `:experience:` [option_missing]"
    ]
