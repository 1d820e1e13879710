"""The labs on pipelines, automation and serving: pages print their numbers, and claims hold.

Each lab also runs with other seeds here, so that no conclusion rests on the printed one.
"""

from __future__ import annotations

import functools
from math import comb, exp
from pathlib import Path

import numpy as np
import pytest
from labs import lab, numbers

ROOT = Path(__file__).resolve().parents[2]
CANARY = "guide/decisions/canary-release.md"
MLOPS = "guide/sub-skills/mlops-automation/index.md"
OVERVIEW = "guide/overview.md"


@functools.cache
def text(page: str) -> str:
    """The source of a page."""
    return (ROOT / page).read_text(encoding="utf-8")


def test_the_pages_describe_the_set_up_of_the_labs():
    """The sizes and limits beside the figures are the ones that the code uses."""
    peeking, triggers, gate = map(lab, ("peeking", "retraining_triggers", "promotion_gate"))
    canary, mlops = text(CANARY), text(MLOPS)

    assert f"simulated {peeking.TESTS:,} tests between equal versions" in canary
    assert f"{peeking.USERS:,} users each, base rate {peeking.BASE:.0%}" in canary
    assert f"stopping at any of {peeking.LOOKS} looks" in canary
    assert f"Pocock's limit, z > {peeking.LIMITS['pocock']}," in canary
    assert f"per guard, or z > {peeking.LIMITS['divided']:.2f}" in canary
    assert f"labels come after {triggers.LABEL_DELAY} days" in mlops
    assert f"PSI above {triggers.PSI_LIMIT}" in mlops
    assert len(triggers.TURNS) == 2
    assert f"change twice in {triggers.DAYS} days" in text(OVERVIEW)
    assert f'"one point better on {gate.ROWS[0]} held-out rows"' in mlops
    assert f"{gate.ACCURACY:.0%} right, with independent errors" in mlops


@pytest.mark.parametrize("seed", [0, 3, 2026])
def test_watermark_keeps_what_the_distribution_of_the_delay_promises(seed):
    """Against the integral over the minute, which no code of the lab computes."""
    watermark, result = lab("watermark"), numbers("watermark", seed)

    def arrived_within(t: float) -> float:
        """Return the chance that a delay is at most `t` seconds."""
        usual, late = watermark.USUAL_DELAY, watermark.LATE_DELAY
        both = 1 - (late * exp(-t / late) - usual * exp(-t / usual)) / (late - usual)
        share = watermark.LATE_SHARE
        return (1 - share) * (1 - exp(-t / usual)) + share * both

    left_in_window = (np.arange(600) + 0.5) / 600 * watermark.WINDOW
    for wait in watermark.WAITS:
        expected = np.mean([arrived_within(left + wait) for left in left_in_window])
        assert result[f"kept_{wait}"] == pytest.approx(expected, abs=0.004)
        assert result[f"worst_{wait}"] <= result[f"kept_{wait}"] <= 1
    for shares in ("kept", "worst"):
        waits = [result[f"{shares}_{wait}"] for wait in watermark.WAITS]
        assert waits == sorted(waits)
    assert result["wrong_minute"] == pytest.approx(1 - result["kept_0"], abs=1e-9)


def test_a_window_waits_for_its_own_end_and_not_for_the_event():
    """An event of the first second has nearly a minute; one of the last second does not."""
    happened, arrived = np.array([0.0, 59.0, 59.0, 60.0]), np.array([60.0, 60.0, 71.0, 71.0])

    assert lab("watermark").kept(happened, arrived, 0).tolist() == [True, True, False, True]
    assert lab("watermark").kept(happened, arrived, 11).all()


@pytest.mark.parametrize("seed", range(8))
def test_the_default_costs_the_ranking_and_the_logarithm_the_level(seed):
    """Both rewrites fail in the service; AUC sees only one of them, log loss sees both."""
    result = numbers("rewritten_feature", seed)

    assert result["log10_auc"] == pytest.approx(result["same_auc"], abs=1e-12)
    assert result["rewritten_auc"] == pytest.approx(result["default_auc"], abs=1e-12)
    assert result["rewritten_auc"] < result["same_auc"] - 0.04
    assert abs(result["same_mean_score"] - result["failed_share"]) < 0.02
    assert result["rewritten_mean_score"] > result["failed_share"] + 0.15
    for name in ("default", "log10", "rewritten"):
        assert result[f"{name}_log_loss"] > result["same_log_loss"] + 0.03


@pytest.mark.parametrize("seed", range(8))
def test_what_a_moved_level_costs_depends_on_the_threshold(seed):
    """At 0.5 hardly any decision is worse, at 0.3 far more loans are refused."""
    result = numbers("rewritten_feature", seed)

    assert abs(result["log10_accuracy"] - result["same_accuracy"]) < 0.03
    assert result["log10_refused"] > result["same_refused"] + 0.3


def test_the_default_moves_gaps_only_and_the_logarithm_rescales():
    """The same function with the same default is the same feature; a complete row keeps its value.

    So the loss in the service comes from the two rewrites and from nothing else.
    """
    module = lab("rewritten_feature")
    loans = module.make_loans(seed=1, loans=2_000)
    gap = np.isnan(loans.income)
    same, default = module.feature(loans, 20_000.0), module.feature(loans, 1.0)

    assert 0.1 < gap.mean() < 0.2
    np.testing.assert_array_equal(same[~gap], default[~gap])
    np.testing.assert_allclose(default[gap] - same[gap], np.log(20_000))
    np.testing.assert_allclose(module.feature(loans, 20_000.0, 10.0) * np.log(10), same)


def test_peeking_raises_the_alarms_that_theory_expects():
    """20,000 tests: 5% once, 24.8% at any of 20 looks (Armitage, 1969), 5% with Pocock's limit."""
    results = [numbers("peeking", seed) for seed in range(10)]
    mean = {key: np.mean([result[key] for result in results]) for key in results[0]}

    assert mean["equal_once"] == pytest.approx(0.05, abs=0.006)
    assert mean["equal_single"] == pytest.approx(0.248, abs=0.012)
    assert mean["equal_pocock"] == pytest.approx(0.05, abs=0.006)
    assert mean["equal_divided"] < 0.05 - 0.015, "dividing by the looks is too careful"
    for result in results:
        assert result["equal_divided"] <= result["equal_pocock"] < result["equal_single"] / 2
        assert result["worse_divided"] <= result["worse_pocock"] < result["worse_once"]
        assert result["worse_pocock_users"] < lab("peeking").USERS


def test_more_looks_raise_more_false_alarms():
    """On the same tests, by definition; and the first alarm is the first look above the limit."""
    peeking = lab("peeking")
    rng = np.random.default_rng(0)
    z = peeking.z_scores(peeking.errors(rng, 0.05), peeking.errors(rng, 0.05))
    shares = [np.mean(peeking.first_alarm(z[:, -looks:], 1.96) > 0) for looks in (1, 2, 5, 20)]

    assert shares == sorted(shares)
    assert shares[-1] > 3 * shares[0]
    made_up = np.array([[0.0, -2.0, 3.0], [0.0, 1.9, 0.0], [2.0, 0.0, 0.0]])
    assert peeking.first_alarm(made_up, 1.96).tolist() == [2, 0, 1]


@pytest.mark.parametrize("seed", range(6))
def test_a_drift_trigger_fires_at_the_step_and_sleeps_through_both_turns(seed):
    """Its days are the same whether the step of day 50 hurts or not: it sees inputs only."""
    triggers = lab("retraining_triggers")
    days = {}
    for real in (False, True):
        history = triggers.make_history(seed, real=real)
        days[real] = triggers.live(history, "drift")[1]
        before = triggers.fit(history[42:50])
        lost = np.diff([
            np.mean([np.mean((x @ before > 0) == y) for x, y in history[first : first + 8]])
            for first in (50, 42)
        ])[0]  # fmt: skip
        assert lost < 0 if real else lost > 0.1, "harmless if real, a loss if it is a fault"

    assert days[False] == days[True]
    assert triggers.STEP in days[True]
    for turn in triggers.TURNS:
        assert not [day for day in days[True] if turn <= day < turn + 10]


def test_labels_beat_the_calendar_and_the_calendar_beats_drift():
    """In both worlds, over six seeds: in one of them chance wakes the drift trigger in time. The
    performance trigger ignores the step only where it is harmless.
    """
    results = [numbers("retraining_triggers", seed) for seed in range(6)]
    mean = {name: np.mean([result[name] for result in results]) for name in results[0]}
    for world in ("fault", "real"):
        order = [mean[f"{world}_{t}_mean"] for t in ("never", "drift", "weekly", "performance")]
        assert order == sorted(order)
        assert mean[f"{world}_weekly_mean"] > mean[f"{world}_drift_mean"] + 0.03
    for result in results:
        assert result["fault_never_retrainings"] == result["real_never_retrainings"] == 0
        assert result["fault_performance_retrainings"] > result["real_performance_retrainings"]


@pytest.mark.parametrize("trigger", ["weekly", "drift", "performance"])
def test_no_trigger_knows_an_outcome_before_its_label(trigger):
    """Outcomes turned over from the day before a retraining change nothing for three days.

    So neither the decision to retrain nor the new model has seen one of them.
    """
    triggers = lab("retraining_triggers")
    history = triggers.make_history()
    accuracy, days = triggers.live(history, trigger)
    for retrained in days:
        cut = retrained - 1
        known = cut + triggers.LABEL_DELAY
        turned = history[:cut] + [(x, 1 - y) for x, y in history[cut:]]
        other, other_days = triggers.live(turned, trigger)
        start, end = cut - triggers.FIRST, known - triggers.FIRST

        assert [day for day in other_days if day < known] == [day for day in days if day < known]
        np.testing.assert_array_equal(accuracy[:start], other[:start])
        np.testing.assert_allclose(accuracy[start:end], 1 - other[start:end])


def test_luck_passes_the_gate_as_often_as_the_binomial_says():
    """Exact for whole rows: two of 200 are one point, so luck passes a little more often still."""
    chance = [comb(200, k) * 0.85**k * 0.15 ** (200 - k) for k in range(201)]
    exact = sum(
        chance[old] * chance[new] for old in range(201) for new in range(201) if new - old >= 2
    )
    results = [numbers("promotion_gate", seed) for seed in range(5)]

    assert np.mean([r["luck_whole_200"] for r in results]) == pytest.approx(exact, abs=0.008)
    assert np.mean([r["luck_200"] for r in results]) == pytest.approx(0.3897, abs=0.008)
    for result in results:
        assert result["luck_200"] > 1.5 * result["luck_2000"] > 15 * result["luck_20000"] > 0


@pytest.mark.parametrize("seed", range(5))
def test_pairing_the_rows_narrows_the_interval(seed):
    """Errors that both models share cancel: half the width or less on 3,000 rows."""
    gate, result = lab("promotion_gate"), numbers("promotion_gate", seed)
    for rows in (200, 3_000):
        width = {
            name: result[f"{name}_{rows}_high"] - result[f"{name}_{rows}_low"]
            for name in ("paired", "unpaired")
        }
        assert 0 < width["paired"] < 0.75 * width["unpaired"]
        assert result[f"paired_{rows}_low"] <= result[f"gain_{rows}"]
        assert result[f"gain_{rows}"] <= result[f"paired_{rows}_high"]

    rng = np.random.default_rng(seed)
    old, _ = gate.score_same_rows(rng, 500)
    assert gate.interval(rng, old, old, paired=True).tolist() == [0, 0]
    low, high = gate.interval(rng, old, old, paired=False)
    assert low < 0 < high


@pytest.mark.parametrize(("largest", "wait"), [(1, 0), (8, 0), (8, 10), (32, 10)])
@pytest.mark.parametrize("offered", [80, 500, 1_000])
def test_one_server_never_does_two_batches_at_once(offered, largest, wait):
    """Every request is served once, in order, and an idle server keeps nobody longer than told."""
    batching = lab("dynamic_batching")
    arrived = batching.arrivals(offered, seed=1, requests=3_000)
    answered, sizes = batching.serve(arrived, largest, wait)
    last = np.cumsum(sizes).astype(int) - 1
    first = last - sizes.astype(int) + 1
    busy = batching.FIXED + batching.EACH * sizes
    start = answered[last] - busy
    free = np.concatenate([[0.0], answered[last][:-1]])

    assert sizes.sum() == len(arrived)
    assert 1 <= sizes.min() <= sizes.max() <= largest
    assert (start >= free - 1e-6).all()
    assert (start >= arrived[last] - 1e-6).all(), "nobody is served before arriving"
    assert (start <= np.maximum(free, arrived[first] + wait) + 1e-6).all()
    full = sizes == largest
    assert (start <= np.maximum(free, arrived[last]) + 1e-6)[full].all(), "full, but still waiting"
    joins = last[:-1] + 1  # a batch leaves out the next request only if full or too late for it
    left_out = arrived[joins] <= start[:-1] - 1e-6
    assert (sizes[:-1][left_out] == largest).all()


def test_batches_of_one_queue_as_pollaczek_and_khinchine_say():
    """Fixed service time and random arrivals: mean wait ρS / (2(1 − ρ))."""
    batching = lab("dynamic_batching")
    service = batching.FIXED + batching.EACH
    load = 80 * service / 1_000
    means = []
    for seed in range(5):
        arrived = batching.arrivals(80, seed)
        means.append(np.mean(batching.serve(arrived, 1, 0)[0] - arrived))

    assert np.mean(means) == pytest.approx(service + load * service / 2 / (1 - load), rel=0.05)


@pytest.mark.parametrize("seed", range(3))
def test_batches_raise_capacity_and_a_wait_at_low_load_buys_nothing(seed):
    """An overloaded server reaches its capacity; at 80/s waiting only adds time."""
    batching, result = lab("dynamic_batching"), numbers("dynamic_batching", seed)
    for largest in (1, 8):
        capacity = 1_000 * largest / (batching.FIXED + batching.EACH * largest)
        assert result[f"1000_{largest}_0_served"] <= capacity
        assert result[f"1000_{largest}_0_served"] == pytest.approx(capacity, rel=0.01)
    assert 7.5 < result["wait_at_80"] < 9.5
    assert result["80_8_10_p99"] > result["80_8_0_p99"]
    assert result["80_8_10_served"] == pytest.approx(result["80_8_0_served"], rel=0.001)
    assert abs(result["1000_32_10_p50"] - result["1000_32_0_p50"]) < 1, "queues fill by themselves"
