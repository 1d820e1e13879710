"""The levers of the page on throughput, recomputed from the case and the capacity rule."""

from __future__ import annotations

import math
import re

import pytest
from conftest import ROOT

PAGE = (ROOT / "guide/decisions/cost-at-throughput.md").read_text("utf-8")
PEAK, RATE, MONTH = 2_500, 200, 1_460.0  # requests/s, of one accelerator, its EUR a month

#: words of the row, share of the requests that is ranked, share of the time that one call takes
LEVERS = [
    ("Rank 200 candidates, not 500", 1.0, 200 / 500),
    ("8-bit weights, 5 → 3 ms", 1.0, 3 / 5),
    ("Nightly lists for sessions without a click", 0.4, 1.0),
]


def held(peak: float, rate: float) -> int:
    """The machines of the rule: a quarter over the forecast, one missing, 90% busy at most."""
    return math.ceil(round(1.25 * peak / (0.9 * rate), 9)) + 1


def row(words: str) -> list[str]:
    """The cells of the row that begins with these words."""
    return [cell.strip() for cell in re.search(rf"\| {re.escape(words)} \|.*", PAGE)[0].split("|")]


@pytest.mark.parametrize(("words", "ranked", "time"), LEVERS)
def test_a_lever_costs_what_its_machines_cost(words, ranked, time):
    """Machines by the rule, times the price of one; a list job is written behind a plus."""
    machines = held(PEAK * ranked, RATE / time)

    assert row(words)[2] == str(machines)
    assert row(words)[3].split(" + ")[0] == f"{machines * MONTH:,.0f}"


def test_the_start_and_the_commitment_follow_from_nineteen_machines():
    """12 of 19 at 40% off, and 15 machines at list price."""
    start = held(PEAK, RATE)

    assert f"on the {start} machines of the rule, {start * MONTH:,.0f} EUR a month" in PAGE
    assert row("Commit to 12 for a year, 40% off")[3] == f"{(start - 12 * 0.4) * MONTH:,.0f}"
    assert row("Fill up to 83%")[2:4] == ["15", f"{15 * MONTH:,.0f}"]
    assert PEAK * 1.25 / (14 * RATE) > 1, "fifteen machines carry the bad day now"
