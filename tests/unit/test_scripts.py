"""Scripts: small, strict, and without a name that another script of the page could see."""

import re

import pytest
from conftest import ROOT

SHIPPED = sorted((ROOT / "_ext" / "skillguide" / "static").rglob("*.js"))
SCRIPTS = [*SHIPPED, *sorted((ROOT / "_static").glob("*.js"))]
#: What stands in the first column of a script, but for its block comments.
TOP = re.compile(r"\"use strict\";|\{|\}|if \(.*\) \{")


def name(path) -> str:
    return path.name


def without_comments(text: str) -> str:
    """A script without the block comments in its first column."""
    return re.sub(r"^/\*\*.*?\*/\n", "", text, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_a_script_is_read_at_a_glance(path):
    text = path.read_text("utf-8")

    assert text.startswith("/**")
    assert len(text.splitlines()) < 200
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_a_script_is_strict_and_declares_no_global(path):
    lines = without_comments(path.read_text("utf-8")).splitlines()

    assert lines[0] == '"use strict";'
    assert [line for line in lines if not re.match(r"\s|$", line) and not TOP.fullmatch(line)] == []


def test_no_script_is_without_these_rules():
    assert {"tools.js", "store.js", "question.js", "search.js"} <= set(map(name, SHIPPED))
