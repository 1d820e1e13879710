"""A build that Sphinx gives up ends as others do: with a list of what to repair."""

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "problems.py"


@pytest.mark.parametrize(
    ("pages", "reason", "found"),
    [
        (
            {"index": b"# Page\n\nCaf\xe9\n"},
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 11: "
            "invalid continuation byte",
            "index.md:3: byte 0xE9 (é in Windows-1252) in column 4 is not UTF-8: "
            "save the file as UTF-8",
        ),
        (
            {"index": b"# Page\n\n```{include} index.md\n```\n"},
            "RecursionError: maximum recursion depth exceeded",
            "index.md:3: the file includes itself: index.md > index.md: "
            "put what both need into a file of its own",
        ),
        (
            {"conf": b"x = (\n"},
            "There is a syntax error in your configuration file: '(' was never closed "
            "(conf.py, line 1)",
            "conf.py:1: SyntaxError: '(' was never closed",
        ),
        ({"conf": b"html_theme = 'none'\n"}, "no theme named 'none' found", ""),
    ],
)
def test_it_says_why_and_what_to_repair(tmp_path, pages, reason, found):
    root = tmp_path / "project"
    root.mkdir()
    (root / "conf.py").write_text('extensions = ["myst_parser"]\n')
    (root / "index.md").write_text("# Page\n")
    for name, text in pages.items():
        root.joinpath(f"{name}.md" if name != "conf" else "conf.py").write_bytes(text)
    log = str(tmp_path / "problems.txt")
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-w", log, ".", str(tmp_path / "html")]
    built = subprocess.run(sphinx, cwd=root, capture_output=True, check=False)
    ended = subprocess.run(
        [sys.executable, str(TOOL), str(built.returncode), log, "index.html"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    why, _, rest = ended.stdout.partition("\n")

    assert (built.returncode, ended.returncode, ended.stderr) == (2, 1, "")
    assert why.startswith(f"The build stopped: {reason}")
    assert rest == (f"\n1 problem in 1 file\n\n{found}\n" if found else "")
