"""Find what crashes a build, or changes it without a word: `python tools/sources.py`.

Prints each problem as `path:line: what, and what to write instead`; 1 if there is any.
"""

import os
import re
import runpy
import sys
import traceback
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from blocks import files, html, open_fences, reader, walk
from characters import decode, hidden
from sphinx.util.matching import get_matching_files

#: Folders that hold no sources of the project; so do hidden ones, and those with a mark of a tool.
SKIPPED = {"_build", "node_modules", "__pycache__"}
SHOWN = {".github", ".ci"}
MARKS = ("pyvenv.cfg", ".buildinfo", "CACHEDIR.TAG")
BINARY = re.compile(
    r"\.(png|jpe?g|gif|webp|avif|ico|bmp|tiff?|pdf|eps|mo|woff2?|otf|ttf|eot|zip|gz|xz|bz2|tar|whl"
    r"|epub|apkg|doctree|pickle|pkl|np[yz]|parquet|inv|pyc|sqlite|db|mp[34]|webm|ogg|wav"
    r"|(doc|xls|ppt)x|od[tsp])$",
    re.IGNORECASE,
)
APART = "put what both need into a file of its own"
COPY = "copy the file into the project and name the copy"


class Problem(NamedTuple):
    """What stands in a file, and what to write instead. `path` is relative to the project."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


class Sources:
    """The sources below a folder that holds a `conf.py`."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.conf, self.conf_problems = settings(self.root / "conf.py")
        myst = {name[5:]: value for name, value in self.conf.items() if name.startswith("myst_")}
        self.reader = reader(**myst)
        self.html_is_off = "html_block" in myst.get("disable_syntax", ())
        self.texts: dict[str, str] = {}
        self.circles: set[frozenset[str]] = set()

    def problems(self) -> list[Problem]:
        """All of them, by file and line."""
        paths = sorted(self.paths())
        found = {*self.conf_problems, *same_names(paths)}
        for path in paths:
            found.update(self.check_file(path))
        pages = get_matching_files(self.root, ["**.md"], self.conf.get("exclude_patterns", ()))
        for page in sorted(self.texts.keys() & pages):
            found.update(self.check_page((page,)))
        return sorted(found)

    def paths(self) -> Iterator[str]:
        """Files and symbolic links of the project, relative to it."""
        for folder, folders, names in os.walk(self.root):
            inside = [Path(folder, name) for name in folders]
            folders[:] = [path.name for path in inside if is_source_folder(path)]
            links = [path.name for path in inside if path.is_symlink()]
            for name in (*names, *links):
                if not (name.startswith(".") and name.count(".") == 1):  # such as .coverage
                    yield Path(folder, name).relative_to(self.root).as_posix()

    def check_file(self, path: str) -> Iterator[Problem]:
        """What a link leads to, or what cannot be seen in a text."""
        file = self.root / path
        if file.is_symlink():
            if not file.resolve().is_relative_to(self.root):
                yield Problem(path, 1, f"the symbolic link leads out of the project: {COPY}")
            elif not file.exists():
                yield Problem(path, 1, "the symbolic link leads nowhere: delete it")
            return
        if BINARY.search(path):
            return
        text, found = decode(file.read_bytes())
        if not found:
            self.texts[path] = text.removeprefix("\ufeff").replace("\r\n", "\n")
        for line, message in (*found, *hidden(text)):
            yield Problem(path, line, message)

    def check_page(self, chain: tuple[str, ...]) -> Iterator[Problem]:
        """What MyST misreads in a file: the last of a chain, in which each includes the next.

        Paths lead from the page with which the chain begins, as in Sphinx.
        """
        path = chain[-1]
        blocks = list(walk(self.reader, self.texts[path]))
        for line, text in (*open_fences(blocks), *(html(blocks) if self.html_is_off else ())):
            yield Problem(path, line, text)
        for line, kind, name in files(blocks):
            file = locate(self.root, chain[0], name)
            if kind == "url":
                yield Problem(path, line, f"`{name}` is read in each build: {COPY}")
            elif file and not file.is_relative_to(self.root):
                yield Problem(path, line, f"{kind} `{name}` leaves the project: {COPY}")
            elif file and kind == "include" and file.is_file():
                yield from self.follow((*chain, file.relative_to(self.root).as_posix()), line)
            elif file and name.startswith("/") and kind != "link" and not is_there(file):
                text = f"{kind} `{name}` begins in the project's folder, which has no such file"
                yield Problem(path, line, f"{text}: {COPY}")

    def follow(self, chain: tuple[str, ...], line: int) -> Iterator[Problem]:
        """The problems of an included file, or that it includes itself."""
        *before, path = chain
        if path in before:
            circle = chain[before.index(path) :]
            if frozenset(circle) not in self.circles:
                text = f"the file includes itself: {' > '.join(circle)}: {APART}"
                yield Problem(before[-1], line, text)
            self.circles.add(frozenset(circle))
        elif path in self.texts:
            yield from self.check_page(chain)


def settings(conf: Path) -> tuple[dict[str, Any], list[Problem]]:
    """The settings of a site; none, and where reading ended, if it fails."""
    path = list(sys.path)
    try:
        return runpy.run_path(str(conf)), []
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == str(conf)]
        if isinstance(error, SyntaxError):
            lines, error = [error.lineno], SyntaxError(error.msg)
        text = f"{type(error).__name__}: {error}"
        return {}, [Problem(conf.name, next(reversed(lines), None) or 1, text)]
    finally:
        sys.path[:] = path


def is_source_folder(path: Path) -> bool:
    """Whether a folder holds sources: no output, no environment, nothing hidden but `.github`."""
    return (
        path.name not in SKIPPED
        and (not path.name.startswith(".") or path.name in SHOWN)
        and not any((path / mark).exists() for mark in MARKS)
    )


def same_names(paths: Iterable[str]) -> Iterator[Problem]:
    """Files and folders that are one on systems which ignore case, or the form of accents."""
    names: dict[str, str] = {}
    for path in paths:
        for name in (*map(str, reversed(PurePosixPath(path).parents)), path):
            key = unicodedata.normalize("NFC", name.casefold())
            if names.setdefault(key, name) != name:
                yield Problem(
                    name,
                    1,
                    f"the name differs from {names[key]!r} in case or accents"
                    " only, and is the same to Windows and macOS: rename one",
                )


def locate(root: Path, page: str, name: str) -> Path | None:
    """The file that a page names; None for an address, or a file of docutils' own."""
    name = re.sub(r"^(path|project):", "", name)
    if not name or re.match(r"[A-Za-z][\w+.-]+:|<|#|//", name):
        return None
    folder = root if name.startswith("/") else (root / page).parent
    return (folder / name.lstrip("/")).resolve()


def is_there(file: Path) -> bool:
    """Whether a file exists; a `*` stands for its suffix."""
    return any(file.parent.glob(file.name)) if "*" in file.name else file.exists()


def main() -> int:
    """Print the problems of the project."""
    found = Sources(Path(__file__).parents[1]).problems()
    print("\n".join(map(str, found)), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
