"""What a page says that code prints, the code prints: no build runs it, this test does."""

from skillguide.checks import check_traces
from skillguide.checks.traces import output
from skillguide.model import Guide, Location, Question
from skillguide.types import TYPES


def test_every_trace_prints_its_answer(site):
    found = [f"{finding.location}: {finding.message}" for finding in check_traces(site.guide)]

    assert [question for question in site.guide.questions if question.type == TYPES["trace"]]
    assert found == []


def trace(code: str, *answers: str) -> list[str]:
    question = Question(
        id="q",
        location=Location("a", "a.md", 3),
        stem="?",
        type=TYPES["trace"],
        code=code,
        answers=answers,
    )
    return [f"{finding.location}: {finding.message}" for finding in check_traces(Guide([question]))]


def test_another_output_is_reported_at_the_question():
    assert trace("print(1 + 1)", "2") == []
    assert trace("print(1, 2)\nprint(3)", "1 2 3") == []
    assert trace("print(1 + 1)", "3", "4") == [
        "a.md:3: the code of question 'q' prints '2', expected '3' or '4'"
    ]
    assert "ZeroDivisionError" in trace("1 / 0", "0")[0]


def test_code_that_never_ends_is_stopped(monkeypatch):
    monkeypatch.setattr("skillguide.checks.traces.SECONDS", 0.5)

    assert output("while True: pass") == "nothing within 0.5 s"
