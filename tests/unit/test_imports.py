"""Rooms import downwards only, and the pure ones know neither Sphinx nor docutils."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "_ext" / "skillguide"

#: What each room may import from the package.
ROOMS = {
    "figures": set(),
    "model": {"figures"},
    "parse": {"model"},
    "calculations": {"model"},
    "checks": {"calculations", "figures", "model"},
    "messages": set(),
    "nodes": set(),
    "export": {"model"},
    "markdown": {"export", "visibility"},
    "texts": {"markdown", "model", "visibility"},
    "types": {"checks", "export", "messages", "model", "nodes", "parse", "texts"},
    "terms": {"texts"},
    "pace": {"model", "nodes"},
    "reading": {"model", "nodes", "texts", "types"},
    "visibility": set(),
    "copies": set(),
    "output": set(),
    "domain": {
        "calculations",
        "copies",
        "messages",
        "model",
        "nodes",
        "pace",
        "reading",
        "terms",
        "texts",
        "visibility",
    },
    "outdated": {"model", "checks", "domain", "visibility"},
    "config": {"calculations", "directives", "domain", "model", "parse", "render"},
    "builder": {"domain", "export", "messages", "model"},
    "directives": {"model", "parse", "checks", "domain", "nodes", "texts", "types", "messages"},
    "render": {
        "calculations",
        "copies",
        "model",
        "checks",
        "domain",
        "figures",
        "nodes",
        "messages",
        "output",
        "terms",
        "types",
        "visibility",
    },
    "safety": {"model", "domain"},
    "assets": {"domain", "nodes", "messages", "output", "types"},
    "report": {"builder", "domain", "model", "nodes", "terms", "visibility"},
    "search": {"domain", "nodes"},
    "single": {"copies"},
    "translation": {"nodes", "output"},
    "myst": {"domain", "model"},
    "skeleton": set(),
    "__main__": set(),
    "__init__": {"extension"},
    "extension": {
        "__version__",
        "assets",
        "builder",
        "config",
        "directives",
        "domain",
        "messages",
        "nodes",
        "outdated",
        "render",
        "report",
        "safety",
        "search",
        "myst",
        "single",
        "translation",
        "types",
    },
}
PURE = {"calculations", "figures", "model", "parse", "checks", "export"}


def imports(path: Path) -> set[str]:
    """The rooms and packages that a module imports: `.model`, `sphinx`."""
    found = set()
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found |= {"." + name.partition(".")[0] for name in names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
    return found


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path):
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    inner = {name[1:] for name in imports(path) if name.startswith(".")} - {room}

    assert inner - ROOMS[room] == set()
    assert not (room in PURE and {"sphinx", "docutils"} & imports(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_extension_knows_no_particular_skill(path):
    words = r"\b(AI/ML|machine learning|MLOps|data pipelines?|model serving)\b"

    assert not re.findall(words, path.read_text("utf-8"), re.IGNORECASE)
