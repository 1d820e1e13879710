"""What a page of ours costs its reader, compressed as servers send it."""

import gzip
import re

import pytest
from conftest import ROOT
from reader import choice

STATIC = ROOT / "_ext" / "skillguide" / "static" / "skillguide"
#: Kilobytes of scripts.
PAGES = {
    # A topic page: questions, terms, and a calculation whose result is guessed first.
    "guide/sub-skills/data-pipeline-design/point-in-time-joins": 13.25,
    # A bank: typed answers, and since it asks for pairs the script of prompts.
    "quizzes/data-pipeline-design": 10.75,
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
    found = scripts((site / f"{name}.html").read_text("utf-8"))

    assert found
    assert sum(map(weight, found)) <= PAGES[name] * 1024, sorted(found)


def test_the_style_is_light():
    assert weight("skillguide.css") <= 5 * 1024
