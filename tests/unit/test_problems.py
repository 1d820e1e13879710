"""What `make html` prints at its end."""

import problems
import pytest

TEXT = """\
/p/guide/a.md:12: WARNING: there is no level 'novise'; did you mean 'novice'? [guide.reference]
/p/guide/a.md:20: ERROR: broken
  its second line
/p/b.md: WARNING: document isn't included in any toctree [toc.not_included]
WARNING: something without a place
"""


@pytest.fixture
def end(tmp_path, monkeypatch, capsys):
    """Run it in a project with these warnings and pages; return its status and what it printed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf.py").write_text('myst_enable_extensions = ["colon_fence"]\n')

    def end(status: str = "0", warnings: str | None = None, **pages: bytes) -> tuple[int, str]:
        folder = tmp_path / "_build"
        folder.mkdir()
        for name, text in pages.items():
            (tmp_path / f"{name}.md").write_bytes(text)
        if warnings is not None:
            (folder / "problems.txt").write_text(warnings.replace("/p/", f"{tmp_path}/"))
        result = problems.main(status, str(folder / "problems.txt"), str(folder / "index.html"))
        return result, capsys.readouterr().out

    return end


def test_places_are_relative_and_continued_lines_stay_together():
    found = problems.problems(TEXT, "/p")

    assert [text for _, text in found] == [
        "guide/a.md:12: there is no level 'novise'; did you mean 'novice'? [guide.reference]",
        "guide/a.md:20: broken\n    its second line",
        "b.md: document isn't included in any toctree [toc.not_included]",
        "something without a place",
    ]


def test_a_problem_is_printed_once_for_each_place():
    line = "/p/a.md:{}: WARNING: undefined label: 'rr-fife' [ref.ref]\n"
    found = problems.problems(line.format(3) * 4 + line.format(5) + line.format(3), "/p")

    assert [text.split()[0] for _, text in found] == ["a.md:3:", "a.md:5:"]


def test_long_quotations_are_cut():
    block = "def f():\\n" * 40
    lexing = (
        f"/p/a.md:3: WARNING: Lexing literal_block '{block}' as \"python\" resulted in an error"
    )
    path = '/p/a.md:9: CRITICAL: Problems with "csv-table":\nfirst\n\nsecond\nthird\n``` [docutils]'
    weights = "/p/a.md:8: WARNING: it doesn't sum: " + ", ".join(f"a-{n} 'b'" for n in range(60))
    found = [text for _, text in problems.problems("\n".join([lexing, path, weights]), "/p")]

    assert len(found[0]) < 160
    assert found[0].startswith("a.md:3: Lexing literal_block 'def f():")
    assert found[0].endswith('…\' as "python" resulted in an error')
    assert found[1] == 'a.md:9: Problems with "csv-table":\n    first\n    second\n    …'
    assert found[2] == weights.replace("/p/", "").replace(" WARNING:", "")


def test_the_block_counts_problems_and_files(end):
    status, printed = end(warnings=TEXT)

    assert status == 1
    assert "index.html" in printed
    assert "\n4 problems in 3 files\n" in printed


def test_problems_of_the_sources_stand_in_the_same_list(end):
    """And what the build says at their place is left out."""
    warnings = "/p/a.md:3: WARNING: follows\n/p/a.md:33: WARNING: own\n/p/b.md:1: WARNING: other\n"
    status, printed = end(warnings=warnings, a=b"# A\n\n:::{note}\ntext\n")

    assert status == 1
    assert printed.partition("\n\n")[2] == (
        "3 problems in 2 files\n\n"
        "a.md:3: ':::{note}' is never closed: write ::: on a line of its own behind it\n"
        "a.md:33: own\n"
        "b.md:1: other\n"
    )


def test_a_clean_build_is_a_success(end):
    status, printed = end(a=b"# A\n")

    assert status == 0
    assert "problem" not in printed


def test_a_build_that_stopped_is_a_failure(end):
    status, printed = end("2", a=b"# A\n")

    assert status == 1
    assert printed == "The build stopped: sphinx-build ended with status 2\n"
