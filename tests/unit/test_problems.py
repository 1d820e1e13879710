"""What `make html` prints at its end."""

import problems

TEXT = """\
/p/guide/a.md:12: WARNING: there is no level 'novise'; did you mean 'novice'? [guide.reference]
/p/guide/a.md:20: ERROR: broken
  its second line
/p/b.md: WARNING: document isn't included in any toctree [toc.not_included]
WARNING: something without a place
"""


def test_places_are_relative_and_continued_lines_stay_together(tmp_path):
    found = problems.problems(TEXT, "/p")

    assert [text for _, text in found] == [
        "guide/a.md:12: there is no level 'novise'; did you mean 'novice'? [guide.reference]",
        "guide/a.md:20: broken\n    its second line",
        "b.md: document isn't included in any toctree [toc.not_included]",
        "something without a place",
    ]


def test_the_block_counts_problems_and_files(tmp_path, capsys):
    (tmp_path / "problems.txt").write_text(TEXT.replace("/p/", f"{tmp_path}/"))
    (tmp_path / "index.html").write_text("")

    status = problems.main("0", str(tmp_path / "problems.txt"), str(tmp_path / "index.html"))
    printed = capsys.readouterr().out

    assert status == 1
    assert "index.html" in printed
    assert "\n4 problems in 3 files\n" in printed


def test_a_clean_build_is_a_success(tmp_path, capsys):
    (tmp_path / "index.html").write_text("")

    assert problems.main("0", str(tmp_path / "none.txt"), str(tmp_path / "index.html")) == 0
    assert "problem" not in capsys.readouterr().out


def test_a_build_that_stopped_is_a_failure(tmp_path, capsys):
    assert problems.main("2", str(tmp_path / "none.txt"), str(tmp_path / "index.html")) == 1
    assert "stopped" in capsys.readouterr().out
