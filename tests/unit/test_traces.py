"""What the code of a trace prints, also when it prints nothing."""

import pytest
from skillguide.checks import check_traces
from skillguide.checks.traces import output
from skillguide.model import Guide, Location, Question
from skillguide.types import TYPES


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("print(1,\n  2)", "1 2"),
        ("print('a\\n\\n b')", "a b"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise SystemExit(3)", "nothing, and exits with status 3"),
        (
            "import sys; sys.stderr.write('\\n \\n'); sys.exit(1)",
            "nothing, and exits with status 1",
        ),
        ("raise SystemExit('no flour\\n\\n')", "no flour"),
        ("import os; os._exit(2)", "nothing, and exits with status 2"),
        ("print('ä', '→')", "ä →"),
        ("import sys; sys.stdout.buffer.write(b'\\xff')", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_what_code_prints(code, printed):
    assert output(code) == printed


def test_a_trace_that_prints_something_else_is_found():
    question = Question(
        id="a",
        location=Location("index", "index.md", 3),
        type=TYPES["trace"],
        stem="?",
        code="raise SystemExit(3)",
        answers=("3",),
    )

    assert [finding.message for finding in check_traces(Guide([question]))] == [
        "the code of question 'a' prints 'nothing, and exits with status 3', expected '3'"
    ]
