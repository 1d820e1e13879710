"""Nothing is read or written without need, and every way of building gives the same bytes."""

import re
import subprocess
import sys
from hashlib import sha256

import pytest
from conftest import DOT
from skillguide.domain import Page


def written(project) -> set[str]:
    """The pages that the last build wrote."""
    return set(re.findall(r"writing output\.\.\. \[ *\d+%\] (\S+)", project.status))


def read(project) -> set[str]:
    """The pages that the last build read."""
    return set(re.findall(r"reading sources\.\.\. \[ *\d+%\] (\S+)", project.status))


def hashes(folder) -> dict[str, str]:
    """A hash for every written page and for the search index."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".html", ".inv"} or path.name == "searchindex.js"
    }


def test_an_untouched_second_build_reads_and_writes_nothing(bread):
    bread.build().build()

    assert (read(bread), written(bread)) == (set(), set())


def test_a_new_sentence_rewrites_only_its_page(bread):
    """Line numbers of the items below it change, but nothing that another page shows."""
    bread.build().edit("craft/oven.md", "# Oven", "# Oven\n\nA new sentence.").build()

    assert read(bread) == {"craft/oven"}
    assert written(bread) - {"craft/index", "craft/dough", "path", "index"} == {"craft/oven"}
    assert "levels" not in written(bread)


def test_a_new_figure_rewrites_the_pages_that_show_it(bread):
    bread.build().edit("craft/oven.md", "230", "250").build()

    assert read(bread) == {"craft/oven"}
    assert "250 °C" in bread.page("craft/dough.html").text


def test_a_new_title_is_shown_everywhere(bread):
    bread.build().edit("levels.md", ":title: Baker", ":title: Journeyman").build()

    assert "Journeyman" in bread.page("index.html").select_one(".guide-journey").text
    assert "Journeyman" in bread.page("records.html").select_one("table").text
    assert "Journeyman" in bread.page("questions.html").select_one("#question-ferments").text


def test_a_new_figure_reaches_the_sentences_that_lists_quote(bread):
    sentence = "A sour loaf for {level}`baker` hands."
    bread.edit("records.md", sentence, "Bakes at {given}`oven-heat`.")
    bread.write(list="# List\n\n:::{records} use-case\n:::\n")
    bread.edit("index.md", "\nrecords", "\nrecords\nlist").build()
    bread.edit("craft/oven.md", "230", "250").build()

    assert "Bakes at 250 °C." in bread.page("list.html").text


def test_a_page_that_only_computes_follows(bread):
    """It refers to nothing by name, and is no parent in the table of contents."""
    bread.write(table="# Table\n\n:::{proficiency-table}\n:::\n")
    bread.edit("index.md", "\nrecords", "\nrecords\ntable").build()
    bread.edit("levels.md", ":title: Baker", ":title: Journeyman").build()

    assert "Journeyman" in bread.page("table.html").table.text


def test_a_new_hour_changes_every_sum(bread):
    bread.build()
    bread.edit("path.md", ":hours: 12.5", ":hours: 13.5")
    bread.edit("path.md", "kneading 4.5", "kneading 5.5")
    bread.edit("index.md", "total-hours: 30", "total-hours: 31").edit(
        "index.md", ":hours-follow-weights:\n", ""
    ).build()

    assert bread.warnings == []
    assert "31 h" in bread.page("index.html").select_one(".guide-stats").text


def test_a_deleted_page_takes_its_items_along(bread):
    bread.build()
    (bread.folder / "records.md").unlink()
    bread.edit("index.md", "\nrecords", "").edit(
        "path.md", "# The path", "# The path\n\n{use-case}`rye`"
    )

    assert bread.build().findings == ["path.md:3: there is no use-case 'rye' [reference]"]


def test_an_edit_that_is_taken_back_leaves_no_trace(bread):
    before = hashes(bread.build().app.outdir)
    bread.edit("craft/oven.md", "230", "250").build()
    bread.edit("craft/oven.md", "250", "230").build()

    assert hashes(bread.app.outdir) == before


def test_parallel_and_serial_builds_give_the_same_bytes(bread, tmp_path):
    """In processes of their own, with other hash seeds: the order of sets must not matter."""
    results = []
    for name, jobs in (("serial", "1"), ("parallel", "4")):
        out = tmp_path / name
        subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-W", "-j", jobs, "-d", tmp_path / f"{name}.env",
             bread.folder, out],
            check=True,
            env={"PYTHONHASHSEED": jobs, "PYTHONPATH": ":".join(sys.path)},
        )  # fmt: skip
        results.append(hashes(out))

    assert results[0] == results[1]


def test_findings_survive_a_parallel_read(bread):
    """What a reading process finds is merged into the main one."""
    for number in range(12):
        bread.write(**{f"page{number}": f"# Page {number}\n\n{{level}}`novise`\n"})
    toctree = "\n".join(f"page{number}" for number in range(12))
    bread.edit("index.md", "records\n", f"records\n{toctree}\n").build(parallel=2)

    assert len(bread.findings) == 12
    assert "page7.md:3: there is no level 'novise'; did you mean 'novice'? [reference]" in (
        bread.findings
    )


def test_a_reading_process_tells_of_the_pages_that_it_read(bread):
    """What it holds of others is what was there before: another process may have read them."""
    domain = bread.build().app.env.domains["guide"]
    before, read = domain.pages["levels"], Page()
    domain.merge_domaindata({"records"}, {"pages": {"levels": Page(), "records": read}})

    assert domain.pages["levels"] is before
    assert domain.pages["records"] is read


@pytest.mark.parametrize("weight", ["33.3", "33.4"])
def test_pages_that_a_wrong_sum_concerns_are_named(bread, weight):
    bread.edit("craft/oven.md", ":title: Heat\n:weight: 16.7%", f":title: Heat\n:weight: {weight}%")
    total = {"33.3": "116.6", "33.4": "116.7"}[weight]

    assert bread.build().findings == [
        f"index.md:3: the weights of the sub-skills sum to {total}%, expected 100%: "
        "kneading 33.3% (craft/dough.md:13), rising 33.3% (craft/dough.md:20), "
        f"heat {weight}% (craft/oven.md:3), crust 16.7% (craft/oven.md:11) [weight_total]"
    ]


NUMBERS = """\
# Bank

{before}

:::{{question}} salt
Is it {{numref}}`second`?[^n]

```{{figure}} dot.png
:name: second

A dot
```

```{{math}}
:label: part

s = 1
```

- [ ] no
  > No.
- [x] yes
  > Yes.

So.
:::

[^m]: First note.
[^n]: Second note.
"""


@pytest.mark.parametrize(
    "before",
    [
        "Text.[^m]",
        "```{math}\n:label: other\n\nt = 1\n```",
        "```{figure} dot.png\nAnother dot\n```",
    ],
)
def test_numbers_in_a_copy_follow_those_on_its_page(project, before):
    (project.folder / "dot.png").write_bytes(DOT)
    project.write(
        index="# Home\n\n```{toctree}\nbank\nshown\n```\n",
        bank=NUMBERS.format(before="Text."),
        shown="# Shown\n\n:::{question-ref} salt\n:::\n",
    ).build(confoverrides={"numfig": True})
    first = project.page("shown.html").select_one("fieldset").text
    project.write(bank=NUMBERS.format(before=before)).build(confoverrides={"numfig": True})
    second = project.page("shown.html").select_one("fieldset").text
    project.build(confoverrides={"numfig": True}, freshenv=True)

    assert second != first
    assert second == project.page("shown.html").select_one("fieldset").text
