"""The labs on experiments and retraining: their formulas against simulation, and the pages' charts.

Each claim of a page that hangs on a lab is tested with other numbers than the printed ones, too.
"""

from __future__ import annotations

import re
from itertools import permutations

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


@pytest.mark.parametrize("replicas", [2, 10, 25])
def test_only_orders_that_follow_the_data_add_without_breaking_a_request(replicas, monkeypatch):
    """And exactly these, reversed, remove without breaking one, however many replicas there are."""
    order = lab("deployment_order")
    monkeypatch.setattr(order, "REPLICAS", replicas)
    safe = {
        name: {path for path in permutations(order.PARTS) if order.roll(path, pairs) < 1e-6}
        for name, pairs in order.CHANGES.items()
    }

    assert len(safe["adding"]) == 3
    for path in safe["adding"]:
        assert path[0] == "schema"
        assert path.index("features") < path.index("model")
    assert safe["removing"] == {path[::-1] for path in safe["adding"]}
    assert safe["renaming"] == set()


def test_parts_that_roll_together_break_requests_and_two_steps_break_none():
    result = numbers("deployment_order")

    for change in ("adding", "removing", "renaming"):
        assert result[f"{change}_together"] > result["requests"] / 4
    assert result["two_steps"] == 0
    assert result["removing_safe_old_apps"] == 0, "old apps go on sending what was removed"
    assert result["adding_safe_old_apps"] == 3


def test_half_new_and_half_old_meet_in_a_quarter_of_the_requests():
    """The page's small example, and its sum for the worst order."""
    order = lab("deployment_order")
    half = {"schema": 1.0, "client": 1.0, "features": 0.5, "model": 0.5}
    steps = [step / order.REPLICAS for step in range(1, order.REPLICAS + 1)]
    worst = order.REQUESTS * (sum(steps) + 2 * len(steps) + sum(1 - step for step in steps))

    assert order.broken_share(half, order.CHANGES["adding"]) == pytest.approx(0.25)
    assert numbers("deployment_order")["adding_worst"] == pytest.approx(worst)


def test_the_table_of_the_old_form_is_its_calculation(site):
    """Old payments of the day times what each loses, and the upkeep of the whole wait."""
    text = (ROOT / "guide/sub-skills/mlops-automation/order-of-deployment.md").read_text("utf-8")
    losses = re.findall(r"([\d,]+) EUR on the first day", text)
    (upkeep,) = re.findall(r"upkeep for about 170 days, ([\d,]+) EUR", text)

    def shown(name):
        return float(site.guide.by_key[f"result:last-old-app.{name}"].value.replace(",", ""))

    for loss, day in zip(losses, ("old-after-a-week", "old-after-90-days"), strict=True):
        assert float(loss.replace(",", "")) == pytest.approx(
            shown(day) * shown("lost-order"), abs=1
        )
    assert float(upkeep.replace(",", "")) == pytest.approx(170 * shown("upkeep"), abs=0.5)
    assert shown("wait") == 170
