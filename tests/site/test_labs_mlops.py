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


def test_the_power_of_the_formula_is_that_of_simulated_tests():
    """For a quarter of the visitors, and for half of a week's."""
    size = lab("sample_size")
    for share, change, visitors in ((0.10, 0.005, 14_440), (0.03, 0.000045, 105_000_000)):
        found = size.found(np.random.default_rng(2), share, change, visitors)
        assert size.power_of(share, change, visitors) == pytest.approx(found, abs=0.012)


def test_the_guard_is_read_against_one_limit_on_every_day(site):
    """Seven looks at equal distances against it raise a false alarm in one test of twenty."""
    value = site.guide.by_key["result:guard-by-day.limit"].value
    steps = np.random.default_rng(3).standard_normal((100_000, 7)).cumsum(axis=1)
    z = np.abs(steps) / np.sqrt(np.arange(1, 8))

    assert np.mean((z > float(value)).any(axis=1)) == pytest.approx(0.05, abs=0.004)


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


@pytest.mark.parametrize(("save", "between"), [(3.0, 120.0), (1.0, 120.0), (3.0, 480.0)])
def test_no_interval_is_clearly_better_than_youngs(monkeypatch, save, between):
    """Far from it on either side the run takes longer; close to it nearly nothing changes."""
    runs = lab("training_runs")
    monkeypatch.setattr(runs, "BETWEEN", between)
    best = (2 * save * between) ** 0.5
    hours = {
        factor: runs.durations(np.random.default_rng(1), 720.0, best * factor, save).mean()
        for factor in (0.2, 0.7, 1.0, 1.4, 5.0)
    }

    assert hours[1.0] < 1.02 * min(hours.values())
    assert max(hours[0.7], hours[1.4]) < 1.03 * hours[1.0]
    assert min(hours[0.2], hours[5.0]) > 1.05 * hours[1.0]


def test_a_run_that_begins_anew_grows_with_the_exponential_of_its_length():
    runs = lab("training_runs")
    for work in (20.0, 120.0, 360.0):
        formula = (runs.BETWEEN + runs.RESTART) * np.expm1(work / runs.BETWEEN)
        assert runs.durations(np.random.default_rng(2), work, None).mean() == pytest.approx(
            formula, rel=0.05
        )


def test_the_hours_of_the_page_are_those_of_the_lab(site):
    """A piece of work meets e^(length / between) - 1 stops, whether it is a part or the whole."""
    for name, key in (("hours", "hours_27"), ("hours-restarted", "hours_none")):
        hours = float(site.guide.by_key[f"result:towers-bill.{name}"].value)
        assert hours == pytest.approx(numbers("training_runs")[key], rel=0.03)


def test_a_checkpoint_pays_for_long_runs_and_not_for_short_ones():
    runs = lab("training_runs")
    with_one, without = (
        runs.durations(np.random.default_rng(3), 20.0, interval).mean() for interval in (10, None)
    )

    assert with_one > without
    assert numbers("training_runs")["hours_none"] > 3 * numbers("training_runs")["hours_27"]
    assert numbers("training_runs")["night_late"] > 0.5
    assert 0.1 < numbers("training_runs")["night_late_quick"] < 0.5


def test_a_step_is_its_part_of_the_batch_and_two_rounds_of_the_ring(monkeypatch):
    runs = lab("training_runs")
    monkeypatch.setattr(runs, "SPREAD", 0.0)

    assert runs.step_time(np.random.default_rng(0), 4, 100) == pytest.approx(115)
    assert runs.step_time(np.random.default_rng(0), 8, 10) == pytest.approx(225)


def test_more_gpus_help_within_a_machine_and_hardly_across_a_network():
    result = numbers("training_runs", 4)
    inside = [result[f"inside_{gpus}"] for gpus in (2, 4, 8, 16)]

    assert inside == sorted(inside)
    assert all(speed < gpus for speed, gpus in zip(inside, (2, 4, 8, 16), strict=True))
    assert result["network_16"] < 2 < result["network_4"]
    assert result["inside_4_hours"] < 3 < result["inside_2_hours"]
    assert result["inside_4_eur"] < result["inside_8_eur"]


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
    assert result["adding_together"] == pytest.approx(result["removing_together"]), "mirror images"
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


@pytest.mark.parametrize("seed", range(3))
def test_short_blocks_hide_a_gain_and_a_coin_for_each_order_doubles_it(seed):
    """Carry-over shrinks with the block; the error by chance grows, and orders do not count it."""
    result = numbers("switchback", seed)
    names = ("h0.5", "h1", "h2", "h4", "h12")
    said = [result[f"{name}_said"] for name in names]
    errors = [result[f"{name}_error"] for name in names]

    assert said == sorted(said)
    assert said[0] < 0.25 * result["truth"]
    assert said[-1] == pytest.approx(result["truth"], abs=0.45), "nights wash a day clean"
    assert result["by_order"] > 1.9 * result["truth"]
    assert errors[-1] > 3 * errors[0]
    assert errors[-1] > 15 * result["naive"]


def test_without_a_queue_nothing_is_carried_over(monkeypatch):
    """At a load of 60% even blocks of an hour see most of the truth."""
    switch = lab("switchback")
    monkeypatch.setattr(switch, "LOAD", 0.60)
    monkeypatch.setattr(switch, "RUNS", 30)
    result = switch.run()

    assert result["h1_said"] > 0.7 * result["truth"]
    assert 0 < result["truth"] < 0.3


def test_a_draw_gives_each_site_and_hour_both_versions_equally_often(monkeypatch):
    switch = lab("switchback")
    monkeypatch.setattr(switch, "RUNS", 2)
    arms = switch.draw(np.random.default_rng(0), 24).reshape(2, switch.SITES, switch.DAYS, -1)

    assert set(arms.sum(axis=2).ravel()) == {switch.DAYS / 2}
    assert (arms.reshape(2, switch.SITES, switch.DAYS, 6, 24).std(axis=4) == 0).all()


@pytest.mark.parametrize("seed", range(2))
def test_thompson_loses_least_and_spoils_the_comparison(seed):
    """The page's three claims: less regret, too great a lead, and late clicks undo the saving."""
    result = numbers("bandit", seed)

    assert result["thompson_120"] < 0.7 * result["test_120"] < 0.3 * result["even_120"]
    assert max(result[f"{name}_wrong"] for name in ("even", "thompson")) < 0.1
    assert 0.05 < result["test_wrong"] < 0.2
    assert result["even_lead"] == pytest.approx(0.43, abs=0.02)
    assert result["even_busy_lead"] == pytest.approx(0.43, abs=0.02)
    assert result["thompson_lead"] > 0.47
    assert result["thompson_busy_lead"] > 0.8
    assert result["thompson_late"] > 3 * result["thompson_120"]
    assert result["thompson_turn"] > 3 * result["thompson_120"]


@pytest.mark.parametrize("seed", range(2))
def test_old_data_that_fade_repair_a_turn_and_cost_little_without_one(seed):
    result = numbers("bandit", seed)

    assert result["fading_turn"] < 0.75 * result["thompson_turn"]
    assert result["thompson_120"] < result["fading_120"] < 0.8 * result["test_120"]


def test_a_short_test_keeps_its_winner_to_the_end():
    """So it loses as much in each hour after the test, and on a day that turns more than evenly."""
    bandit = lab("bandit")
    lost, _clicks, views = bandit.day(bandit.TEST, 0)

    assert lost[bandit.TEST + 1 :].std(axis=0).max() == pytest.approx(0)
    assert (views[bandit.TEST + 1 :] == views[-1]).all()
    assert numbers("bandit")["test_turn"] > numbers("bandit")["even_turn"]


def test_an_even_split_loses_the_mean_gap_of_every_visitor():
    bandit = lab("bandit")
    gap = (bandit.SHARES.max() - bandit.SHARES).mean()

    assert numbers("bandit")["even_120"] == pytest.approx(
        gap * bandit.BATCHES * bandit.VISITORS, rel=0.01
    )


@pytest.mark.parametrize("explore", [0.05, 0.10, 0.40])
def test_a_log_is_worth_its_rows_times_the_chance_of_what_is_asked(monkeypatch, explore):
    """Of a policy that always shows the best: a tenth of the random rows, for ten offers."""
    logged = lab("off_policy")
    monkeypatch.setattr(logged, "EXPLORE", explore)
    result = logged.run()
    rows = logged.ROWS * explore / logged.OFFERS

    assert result["moved_100_rows"] == pytest.approx(rows)
    assert result["moved_100_snips_sd"] == pytest.approx(
        (result["moved_100_truth"] * (1 - result["moved_100_truth"]) / rows) ** 0.5, rel=0.25
    )


def test_rows_are_worth_their_number_divided_by_the_mean_squared_weight():
    """The page's sum: a weight of 1 where both rules agree, and of 100 in one row of a hundred."""
    logged = lab("off_policy")
    chance = logged.EXPLORE / logged.OFFERS
    for moved in logged.MOVED:
        squared = 1 - moved / 100 + moved / 100 * chance * (1 / chance) ** 2
        assert numbers("off_policy")[f"moved_{moved}_rows"] == pytest.approx(logged.ROWS / squared)


@pytest.mark.parametrize("seed", range(3))
def test_weights_find_the_truth_and_clipping_pulls_it_down(seed):
    result = numbers("off_policy", seed)
    logs = lab("off_policy").LOGS
    for moved in lab("off_policy").MOVED:
        truth, error = result[f"moved_{moved}_truth"], result[f"moved_{moved}_ips_sd"]
        for kind in ("ips", "snips"):
            assert result[f"moved_{moved}_{kind}"] == pytest.approx(
                truth, abs=4 * error / logs**0.5
            )
        clipped, sd = result[f"moved_{moved}_clipped"], result[f"moved_{moved}_clipped_sd"]
        assert (clipped < truth and sd < error) == (moved > 0)
    assert result["moved_10_clipped"] < result["live"] < result["moved_10_truth"]
    assert result["moved_100_clipped"] < 0.25 * result["moved_100_truth"]
    assert result["rest_ips_sd"] > 3 * result["rest_snips_sd"]
    assert result["rest_snips"] + result["moved_100_snips"] == pytest.approx(1)
    assert result["blind"] == 0
