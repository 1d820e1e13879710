"""Traces: does the code print what the page says? Run by the tests, never by a build."""

import subprocess
import sys
from collections.abc import Iterator

from ..model import Finding, Guide, Question, Rule

SECONDS = 10


def check_traces(guide: Guide) -> Iterator[Finding]:
    """The code of a trace, run in a process of its own, prints one of the accepted answers."""
    for question in guide.every(Question):
        if question.code and question.is_readable:
            printed = output(question.code)
            if printed not in question.answers:
                yield Finding(
                    Rule.TRACE,
                    question.location,
                    f"the code of question '{question.id}' prints {printed!r}, "
                    f"expected {' or '.join(map(repr, question.answers))}",
                )


def output(code: str) -> str:
    """What Python code prints, with its white space folded; its last error line if it fails."""
    try:
        result = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", "-c", code],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"nothing within {SECONDS} s"
    if not result.returncode:
        return " ".join(result.stdout.split())
    last = next((line for line in reversed(result.stderr.split("\n")) if line.strip()), "")
    return " ".join(last.split()) or f"nothing, and exits with status {result.returncode}"
