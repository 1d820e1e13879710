"""What a page of ours costs its reader, compressed as servers send it."""

import gzip
import re

import pytest
from conftest import ROOT
from reader import choice

STATIC = ROOT / "_ext" / "skillguide" / "static" / "skillguide"
#: Kilobytes of scripts.
PAGES = {
    # A topic page: questions and their review, terms, and a calculation that is guessed first.
    "guide/sub-skills/data-pipeline-design/point-in-time-joins": 15.25,
    # A bank: its review and its views, typed answers, and pairs.
    "quizzes/data-pipeline-design": 12.5,
    "guide/assess/placement": 15,
    "guide/assess/exam": 15,
    "guide/learning-path/index": 15,
    "guide/reference/resources": 15,
}


def weight(name: str) -> int:
    return len(gzip.compress((STATIC / name).read_bytes(), 9))


def scripts(html: str) -> set[str]:
    return set(re.findall(r"skillguide/(\w+\.js)", html))


def test_a_question_alone_costs_six_kilobytes(tiny):
    """A quiz adds its progress, a typed answer its reader: only where they are needed."""
    guide = tiny(index="# Page\n\n" + choice("a", "*yes", "no"))
    found = scripts((guide.folder / "out" / "index.html").read_text("utf-8"))

    assert found == {"tools.js", "store.js", "question.js", "quiz.js"}
    assert sum(map(weight, found)) <= 6 * 1024


@pytest.mark.parametrize("name", PAGES)
def test_scripts_of_a_page_are_light(site, name):
    """Those that are loaded at once; others wait until they are needed."""
    found = scripts((site / f"{name}.html").read_text("utf-8"))

    assert found
    assert sum(map(weight, found)) <= PAGES[name] * 1024, sorted(found)


def test_the_style_is_light():
    assert weight("skillguide.css") <= 5 * 1024
    assert weight("reader.css") <= 2.75 * 1024  # only where readers see what they have done
