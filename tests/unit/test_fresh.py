"""What is older than a year is listed, on whatever day somebody asks."""

from datetime import date

import fresh
import pytest

PAGE = """\
---
reviewed: 2025-03-30
---

Prices as of 2026-01; versions (as of 2024-12) too.

:checked: 2025-11
"""


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2025-12-31", []),
        ("2026-01-02", [(5, "2024-12")]),
        ("2026-04-02", [(2, "2025-03"), (5, "2024-12")]),
        ("2026-12-02", [(2, "2025-03"), (5, "2024-12"), (7, "2025-11")]),
        ("2027-02-02", [(2, "2025-03"), (5, "2026-01"), (5, "2024-12"), (7, "2025-11")]),
    ],
)
def test_a_place_is_old_a_year_after_its_month(today, expected):
    assert list(fresh.old_lines(PAGE, date.fromisoformat(today))) == expected


def test_the_exit_code_says_whether_there_is_any(capsys):
    assert fresh.main(["2020-01-01"]) == 0
    assert fresh.main(["2099-01-01"]) == 1
    assert "guide/case.md:3: 2026-11" in capsys.readouterr().out
