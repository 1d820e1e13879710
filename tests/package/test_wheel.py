"""What the package holds, and that it asks for the versions that are documented."""

import re
import tarfile
import tomllib
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import skillguide
from conftest import ROOT
from skillguide.myst import MYST

PACKAGE = ROOT / "_ext"
PROJECT = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]

#: Every file of the package, relative to its folder.
FILES = {
    path.relative_to(PACKAGE).as_posix()
    for path in (PACKAGE / "skillguide").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}
#: One of each sort that is no code.
PARTS = {
    "skillguide/py.typed",
    "skillguide/locale/de/LC_MESSAGES/skillguide.mo",
    "skillguide/locale/de/LC_MESSAGES/skillguide.po",
    "skillguide/static/skillguide/quiz.js",
    "skillguide/static/skillguide/skillguide.css",
    "skillguide/skeleton/conf.py",
    "skillguide/skeleton/index.md",
}


def test_the_wheel_holds_the_whole_extension_and_nothing_of_this_site(dist):
    with ZipFile(next(dist.glob("*.whl"))) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert names == FILES
    assert names >= PARTS


def test_the_wheel_says_its_version_its_license_and_what_it_needs(dist):
    with ZipFile(next(dist.glob("*.whl"))) as wheel:
        folder = f"sphinx_skillguide-{skillguide.__version__}.dist-info"
        meta = Parser().parsestr(wheel.read(f"{folder}/METADATA").decode())
        text = wheel.read(f"{folder}/licenses/LICENSE").decode()

    assert meta["Version"] == skillguide.__version__
    assert meta["License-Expression"] == "MIT"
    assert text.startswith("MIT License\n")
    assert (ROOT / "LICENSE").read_text("utf-8").endswith(text)
    assert sorted(meta.get_all("Requires-Dist")) == sorted(PROJECT["dependencies"])


def test_the_sources_hold_what_the_wheel_is_made_of(dist):
    with tarfile.open(next(dist.glob("*.tar.gz"))) as sources:
        names = {Path(*Path(name).parts[1:]).as_posix() for name in sources.getnames()}

    assert names == FILES | {"LICENSE", "README.md", "pyproject.toml", "PKG-INFO"}


def test_the_ranges_of_versions_are_the_same_everywhere():
    sphinx, myst = (
        re.search(rf"{name}>=([\d.]+),<(\d+)", str(PROJECT["dependencies"]))
        for name in ("sphinx", "myst-parser")
    )
    code = (PACKAGE / "skillguide" / "__init__.py").read_text("utf-8")
    site = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    python = PROJECT["requires-python"].removeprefix(">=")

    assert f'require_sphinx("{sphinx[1]}")' in code
    assert range(int(myst[1]), int(myst[2])) == MYST
    assert site["requires-python"] == PROJECT["requires-python"]
    for page in (PACKAGE / "README.md", ROOT / "guide" / "contributing" / "own-guide.md"):
        text = page.read_text("utf-8")
        assert f"Python {python} or newer" in text
        assert re.findall(r"`((?:sphinx|myst-parser)[<>][^`]*)`", text) == [sphinx[0], myst[0]]
