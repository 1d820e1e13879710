"""The labs on experiments and retraining: their formulas against simulation, and the pages' charts.

Each claim of a page that hangs on a lab is tested with other numbers than the printed ones, too.
"""

from __future__ import annotations

import re

import numpy as np
import pytest
from conftest import ROOT
from labs import lab, numbers

RETRAINING = ROOT / "guide/sub-skills/mlops-automation/retraining-triggers.md"


@pytest.mark.parametrize("every", [7, 14, 28])
def test_a_world_of_uneven_steps_costs_what_the_formula_says(every):
    """On average over seeds: age of labels, release lead and half an interval, all three."""
    interval = lab("retraining_interval")
    costs = [interval.simulate(np.random.default_rng(seed), every, 45) for seed in range(12)]

    assert np.mean(costs) == pytest.approx(interval.cost_a_day(every, 45), rel=0.02)


def test_labels_and_lead_cost_the_same_at_any_interval():
    """So they move the bill and not the best interval; the root of the price of a run does."""
    interval = lab("retraining_interval")
    best, days = interval.best_interval(), np.arange(1, 60) / 4
    for labels, lead in ((1, 0.0), (34, interval.LEAD), (45, 20.0)):
        costs = [interval.cost_a_day(every, labels, lead=lead) for every in days]
        assert days[np.argmin(costs)] == pytest.approx(best, abs=0.25)
    late = interval.cost_a_day(7, 45) - interval.cost_a_day(7, 1)
    assert late == pytest.approx(44 * interval.DECAY * interval.POINT)
    assert interval.best_interval(interval.DECAY / 4) == pytest.approx(2 * best)


def test_the_release_is_longer_than_the_best_interval():
    """Why the train is weekly: at the best interval two versions would be on their way."""
    interval = lab("retraining_interval")

    assert interval.best_interval() < interval.LEAD < 8
    assert interval.cost_a_day(7, 34) < interval.cost_a_day(14, 34)


def test_the_chart_of_the_interval_shows_the_parts_of_the_formula():
    interval = lab("retraining_interval")
    chart = RETRAINING.read_text("utf-8").partition("{chart} retraining-interval")[2]
    rows = re.findall(r"^\| ([\d.]+) \| (\d+) \| (\d+) \| (\d+) \|$", chart, re.MULTILINE)

    assert len(rows) == 6
    for every, runs, ageing, both in (map(float, row) for row in rows):
        assert runs == pytest.approx(interval.RUN / every, abs=0.5)
        assert ageing == pytest.approx(interval.DECAY * interval.POINT * every / 2, abs=0.51)
        assert both == pytest.approx(interval.cost_a_day(every, 0, lead=0), abs=0.5)


@pytest.mark.parametrize(("share", "visitors"), [(0.03, 57_760), (0.03, 21e6), (0.10, 9_000)])
def test_a_guard_of_the_smallest_size_has_the_power_that_was_asked_for(share, visitors):
    """By simulation: a fall of just that size is found in four tests of five, or a little more
    often, since the smaller share varies less.
    """
    size = lab("sample_size")
    fall = -share * size.smallest(share, visitors)
    found = size.found(np.random.default_rng(1), share, fall, visitors)

    assert found == pytest.approx(0.81, abs=0.025)
    assert size.smallest(share, 4 * visitors) == pytest.approx(-fall / share / 2)


def test_no_guard_of_the_page_sees_the_change_at_stake():
    """0.15% of the orders: neither a test for clicks nor half of a week's visitors shows it."""
    size, result = lab("sample_size"), numbers("sample_size")
    at_stake = size.ORDER_CHANGE / size.ORDERS

    assert result["guard_clicks"] > 50 * at_stake
    assert result["guard_tenth"] > 3 * at_stake
    assert result["guard_half"] > at_stake
    assert result["week_power"] < 0.5


def test_an_old_salt_carries_an_effect_over_and_a_new_one_does_not():
    results = [numbers("hash_assignment", seed) for seed in range(4)]

    assert min(result["old_salt_z"] for result in results) > 3
    assert max(abs(result["new_salt_z"]) for result in results) < 3
    assert results[0]["ramp_kept"] == 1
    assert results[0]["old_salt_split_p"] > 0.05, "the test of the split sees nothing"


@pytest.mark.parametrize(
    ("result", "name", "key"),
    [
        ("retraining-best.best-interval", "retraining_interval", "best"),
        ("retraining-cost.cost", "retraining_interval", "every_7_labels_34"),
        ("retraining-cost.waiting", "retraining_interval", "lead"),
        ("guard-reach.relative", "sample_size", "guard_clicks"),
    ],
)
def test_a_calculation_ends_where_its_lab_does(site, result, name, key):
    """The readers' own sums: to the digits that are shown."""
    value = site.guide.by_key[f"result:{result}"].value
    digits = value.replace(",", "").rstrip("%")
    computed = numbers(name)[key] * (100 if value.endswith("%") else 1)

    assert float(digits) == pytest.approx(
        computed, abs=0.51 * 10.0 ** -len(digits.partition(".")[2])
    )
