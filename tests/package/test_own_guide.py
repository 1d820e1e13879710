"""The page "Start your own guide", followed word by word with the installed wheel."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from skillguide.__main__ import SKELETON, main

PAGE = (ROOT / "guide" / "contributing" / "own-guide.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ (.*)$", PAGE, re.MULTILINE)
PROGRAMS = {"python": [sys.executable], "sphinx-build": [sys.executable, "-m", "sphinx"]}


def block(language: str) -> str:
    """The only block of code in a language."""
    (text,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return text


def run(command: str, folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command of the page in a folder."""
    program, *arguments = shlex.split(command)
    line = [*PROGRAMS[program], *arguments]
    return subprocess.run(line, cwd=folder, env=env, capture_output=True, encoding="utf-8")


@pytest.fixture
def guide(tmp_path, installed) -> Path:
    """The folder of the guide that the commands of the page make in an empty one."""
    first, *commands = COMMANDS
    done = [run(command, tmp_path, installed) for command in commands]

    assert first == "pip install ./_ext"
    assert len(done) == 2
    assert [(part.returncode, part.stderr) for part in done] == [(0, "")] * 2
    return tmp_path / "bread"


def test_the_commands_of_the_page_make_a_guide_without_a_problem(guide):
    page = BeautifulSoup((guide / "_build" / "index.html").read_text("utf-8"), "html.parser")

    assert [level["id"] for level in page.select(".guide-level")] == ["level-novice", "level-baker"]
    assert len(page.select(".guide-swatch")) == 3
    assert len(page.select(".guide-picture .guide-component")) == 2
    assert len(page.select(".guide-sub-skill")) == 3
    assert len(page.select(".guide-phase")) == 2
    choices = [len(form.select("[type=radio]")) for form in page.select("fieldset")]
    assert choices == [2, 0]


def test_it_is_short():
    lines = (SKELETON / "index.md").read_text("utf-8").splitlines()

    assert len([line for line in lines if line]) < 60


def test_the_wheel_is_what_the_commands_run(tmp_path, installed):
    shown = run("python -c 'import skillguide; print(skillguide.__file__)'", tmp_path, installed)

    assert Path(shown.stdout.strip()).is_relative_to(installed["PYTHONPATH"])


def test_the_mistake_that_the_page_proposes_gives_the_message_that_it_shows(guide, installed):
    path = guide / "index.md"
    path.write_text(path.read_text("utf-8").replace(":weight: 20%", ":weight: 15%"), "utf-8")
    done = run(COMMANDS[-1], guide.parent, installed)

    assert done.returncode == 1
    assert done.stderr.startswith(block("text").strip().replace("…", str(guide.parent)))


def test_the_page_shows_every_file_that_is_written():
    shown = re.findall(r"\{literalinclude\} \.\./\.\./_ext/skillguide/skeleton/(\S+)", PAGE)

    assert sorted(shown) == sorted(path.name for path in SKELETON.iterdir() if path.is_file())


def test_the_question_in_restructuredtext_works(project):
    """The levels of the written guide stand in Markdown beside it."""
    for name in ("conf.py", "index.md"):
        (project.folder / name).write_bytes((SKELETON / name).read_bytes())
    index = project.folder / "index.md"
    text = index.read_text("utf-8").replace("{question} water", "{question} more")
    index.write_text(text + "\n```{toctree}\nquestions\n```\n", "utf-8")
    (project.folder / "questions.rst").write_text("Questions\n=========\n\n" + block("rst"))
    project.build()

    assert project.warnings == []
    assert project.page("questions.html").select_one("fieldset")["data-type"] == "numeric"


@pytest.mark.parametrize("name", ["", "conf.py"], ids=["a folder", "a file"])
def test_a_guide_is_written_over_nothing(tmp_path, capsys, name):
    (tmp_path / "conf.py").write_text("mine")

    assert main(["new", str(tmp_path / name)]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path / name} is no empty folder: name one that is empty, or new\n"
    )
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("conf.py", "mine")]


def test_the_next_command_is_printed_as_a_shell_reads_it(tmp_path, capsys):
    assert main(["new", str(tmp_path / "my bread")]) == 0
    assert shlex.split(capsys.readouterr().out.splitlines()[-1]) == [
        "sphinx-build",
        str(tmp_path / "my bread"),
        str(tmp_path / "my bread" / "_build"),
    ]


def test_help_says_what_is_written_and_needs_no_sphinx(tmp_path, installed):
    help = run("python -m skillguide new --help", tmp_path, installed)
    code = "import sys, skillguide.__main__; print({'sphinx', 'docutils'} & set(sys.modules))"
    loaded = run(shlex.join(["python", "-c", code]), tmp_path, installed)

    assert "write a small guide" in help.stdout
    assert loaded.stdout == "set()\n"
