"""Pages print what their labs compute: they take it from the page of results, which is held to the
labs here. What is typed all the same stands in `figures/typed.py`.

A row there is (page, words with one group for the figure, lab, name in `run()`). The words stand on
the page once; the figure is the lab's number rounded to the digits printed, as percent if `%`
follows.
"""

import functools
import re
import runpy
import subprocess
import sys

import pytest
from conftest import ROOT
from lab_results import known, quoted
from labs import ENVIRONMENT, LABS, lab, numbers

ROWS = [
    row
    for path in sorted((ROOT / "tests/site/figures").glob("*.py"))
    for row in runpy.run_path(str(path))["FIGURES"]
]
NAMES = sorted(path.stem for path in LABS.glob("*.py") if hasattr(lab(path.stem), "run"))


@functools.cache
def text(page: str) -> str:
    """The source of a page."""
    return (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize(
    ("page", "words", "lab", "key"),
    ROWS,
    ids=[f"{page.rpartition('/')[2]}-{lab}-{key}" for page, _words, lab, key in ROWS],
)
def test_a_page_prints_what_its_lab_computes(page, words, lab, key):
    found = list(re.finditer(words, text(page)))

    assert len(found) == 1, f"{page} has {len(found)} places with {words}"
    printed = found[0][1].replace(",", "").replace("−", "-")
    percent = text(page)[found[0].end(1)] == "%"
    half = 0.5 * 10.0 ** -len(printed.partition(".")[2])
    computed = numbers(lab)[key] * (100 if percent else 1)
    assert computed == pytest.approx(float(printed), abs=half * (1 + 1e-6), rel=0)


@pytest.mark.parametrize("name", NAMES)
def test_a_lab_prints_what_it_returns_and_returns_it_again(name):
    """`python guide/labs/….py`, as a reader runs it, in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(LABS / f"{name}.py")],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    printed = {key: float(value) for key, value in map(str.split, done.stdout.splitlines())}

    assert printed == pytest.approx(numbers(name), abs=0.00051, rel=1e-3)


def test_the_page_of_results_is_what_the_labs_compute():
    """Pages take numbers of labs from there, and it holds no others; `make labs` writes it."""
    pairs, results = quoted(), sections(text("guide/labs/results.md"))
    labs = [path.stem for path in sorted(LABS.glob("*.py")) if hasattr(lab(path.stem), "run")]

    assert list(results) == [name.replace("_", "-") for name in labs]
    for name in labs:
        computed = known(name, numbers(name), pairs)
        assert results[name.replace("_", "-")] == pytest.approx(computed, rel=1e-8, abs=1e-14)


def sections(page: str) -> dict[str, dict[str, float]]:
    """The numbers of each calculation of a page, by name."""
    found = re.findall(r":::\{calculation\} (\S+)\n(.*?)\n:::\n", page, re.DOTALL)
    return {
        id: {name: float(number) for name, number in re.findall(r"^- (\S+) = (\S+)$", body, re.M)}
        for id, body in found
    }


def test_every_lab_is_quoted_somewhere():
    """A lab that no page quotes would be dead code."""
    pages = [*(ROOT / "guide").rglob("*.md"), *(ROOT / "quizzes").glob("*.md")]
    quoted = " ".join(page.read_text("utf-8") for page in pages if page.parent != LABS)
    tests = " ".join(path.read_text("utf-8") for path in (ROOT / "tests/site").rglob("*.py"))
    labs = sorted(path.stem for path in LABS.glob("*.py") if path.stem != "scores")

    names = {name: (name, f"{{result}}`{name.replace('_', '-')}.") for name in labs}
    found = [name for name, forms in names.items() if any(form in quoted for form in forms)]

    assert [name for name in labs if name not in found and f'"{name}"' not in tests] == []


@pytest.mark.parametrize("path", sorted(LABS.glob("*.py")), ids=lambda path: path.stem)
def test_a_lab_is_short_and_listed(path):
    lines = path.read_text("utf-8").count("\n")

    assert lines <= 90
    listed = f":file: {path.name}\n" in text("guide/labs/index.md")
    assert listed or path.stem == "scores"
