"""The page for maintainers names what is there: rooms, functions, files."""

import re
from collections.abc import Iterator
from pkgutil import resolve_name

from conftest import ROOT
from unit.test_imports import PURE, ROOMS

PAGE = "guide/contributing/architecture.md"
TEXT = (ROOT / PAGE).read_text("utf-8")
FILES = (".md", ".py", ".json", ".po", "/")
WRITTEN = {"guide.json"}  # by an export
#: Where what the page calls by a relative path may stand.
FOLDERS = (ROOT, ROOT / "_ext/skillguide", ROOT / "guide/contributing")


def quoted() -> Iterator[tuple[str, str]]:
    """The words in backticks outside blocks of code, each with its place."""
    text = re.sub(
        r"^```.*?^```$", lambda block: "\n" * block[0].count("\n"), TEXT, flags=re.S | re.M
    )
    for number, line in enumerate(text.splitlines(), 1):
        for word in re.findall(r"`([^`]+)`", line):
            yield f"{PAGE}:{number}", word


def exists(name: str) -> bool:
    """Whether a name below `skillguide` is a module, or something in one."""
    try:
        resolve_name(f"skillguide.{name}")
    except (AttributeError, ImportError):
        return False
    return True


def test_the_rooms_are_those_that_the_imports_are_checked_against():
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (nothing|`[^|]+`) \|$", TEXT, re.MULTILINE)
    pure = re.search(r"^Pure rooms, .*: (.*)\.$", TEXT, re.MULTILINE)

    assert {room: set(re.findall(r"`(\w+)`", allowed)) for room, allowed in rows} == ROOMS
    assert set(re.findall(r"`(\w+)`", pure[1])) == PURE


def test_every_function_that_the_page_names_is_there():
    names = [
        (place, word)
        for place, word in quoted()
        if re.fullmatch(r"[a-z]\w*(\.\w+)+", word) and not word.endswith(FILES)
    ]

    assert len(names) > 80
    assert [f"{place}: {name}" for place, name in names if not exists(name)] == []


def test_every_file_that_the_page_names_is_there():
    names = [(place, word) for place, word in quoted() if word.endswith(FILES)]

    assert [
        f"{place}: {name}"
        for place, name in names
        if name not in WRITTEN and not any((folder / name).exists() for folder in FOLDERS)
    ] == []
