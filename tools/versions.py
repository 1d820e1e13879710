"""Build two guides with each version of Python, Sphinx and MyST that the package allows.

    python tools/versions.py

Prints a line for each; 1 if any has failed. Each gets an environment of its own, so this needs a
network, and the versions of Python.
"""

import subprocess
import sys
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
#: Python and pins: the oldest of each, the steps between, and the newest that is allowed.
VERSIONS = (
    ("3.11", "sphinx==8.2.*", "myst-parser==4.*"),
    ("3.11", "sphinx==8.2.*", "myst-parser==5.*"),
    ("3.11", "sphinx==9.0.*", "myst-parser==5.*"),
    ("3.12", "sphinx==9.1.*", "myst-parser==5.*"),
    ("3.13", "sphinx==8.2.*", "myst-parser==4.*"),
    ("3.13", "sphinx", "myst-parser"),
)
SHOWN = "from importlib.metadata import version as v; print(*(f'{n} {v(n)}' for n in %r), sep=', ')"
NAMES = ("sphinx", "myst-parser", "docutils")


def run(*command: object) -> str:
    """The output of a command. Raises CalledProcessError."""
    line = list(map(str, command))
    return subprocess.run(line, check=True, capture_output=True, encoding="utf-8").stdout.strip()


def build(folder: Path, python: str, *pins: str) -> str:
    """Build the guide of the tests, and a new one, in HTML and LaTeX; the versions in use."""
    uv = (sys.executable, "-m", "uv")
    run(*uv, "venv", "--python", python, folder / "env")
    bin = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    run(*uv, "pip", "install", "--python", bin / "python", ROOT / "_ext", *pins)
    run(bin / "python", "-m", "skillguide", "new", folder / "new")
    copytree(ROOT / "tests" / "guides" / "bread", folder / "bread")
    for guide in ("new", "bread"):
        for builder in ("html", "latex"):
            command = ("-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder)
            run(bin / "python", *command, folder / guide, folder / f"{guide}-{builder}")
    return run(bin / "python", "-c", SHOWN % (NAMES,))


def main() -> int:
    """Try each combination."""
    failed = 0
    for python, *pins in VERSIONS:
        with TemporaryDirectory() as folder:
            try:
                print(f"Python {python}, {build(Path(folder), python, *pins)}: builds", flush=True)
            except subprocess.CalledProcessError as error:
                failed = 1
                print(f"Python {python}, {', '.join(pins)}: fails", error.stderr, sep="\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
