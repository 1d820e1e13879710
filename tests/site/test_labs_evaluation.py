"""The labs on evaluation: limits equal their formulas, and the direction holds for other seeds."""

from math import comb, sqrt
from statistics import NormalDist

import numpy as np
import pytest
from labs import lab

SEEDS = range(20)


@pytest.mark.parametrize("seed", range(5))
def test_the_best_of_many_equal_prompts_is_lucky(monkeypatch, seed):
    """One prompt is measured fairly; of forty, the luckiest stands out as order statistics say."""
    trials = lab("prompt_trials")
    monkeypatch.setattr(trials, "REPEATS", 100)
    found = trials.run(seed)
    a, b = trials.EASE
    scatter = 100 * sqrt(a * b / (a + b) / (a + b + 1) / 200)

    assert found["equal_200_1"] == pytest.approx(90, abs=1)
    assert found["equal_200_40"] - 90 == pytest.approx(2.16 * scatter, abs=0.6)
    assert found["equal_600_40"] < found["equal_200_40"]
    assert found["equal_200_40_fresh"] == pytest.approx(90)
    assert found["differ_600_1_fresh"] < found["differ_600_40_fresh"] < found["differ_600_40"]
    assert found["disagree"] == pytest.approx(9, abs=0.3)


def test_a_margin_lets_equal_versions_pass_and_none_would_be_luck():
    """Chances of the second safety condition, against a simulation of 300 questions each."""
    chance = lab("prompt_trials").refuses_few_more
    rng = np.random.default_rng(0)
    for margin, before, after in ((0, 0.005, 0.005), (3, 0.005, 0.005), (3, 0.005, 0.02)):
        more = rng.binomial(300, after, 200_000) - rng.binomial(300, before, 200_000)

        assert chance(margin, before, after) == pytest.approx((more <= margin).mean(), abs=0.005)


def test_the_widths_are_those_of_the_simulation(monkeypatch):
    """The formulas of one lab, and 1,000 simulated weeks of the other."""
    reach, weeks = lab("judge_reach"), lab("judge_bias").run()
    for version, good, fooled in (("a", 0.90, 0.30), ("b", 0.87, 0.60)):
        monkeypatch.setattr(reach, "GOOD", good)
        people, corrected, by_verdict, weighed = reach.widths(fooled)

        assert weeks[f"{version}_people_width"] == pytest.approx(people, rel=0.03)
        assert weeks[f"{version}_corrected_width"] == pytest.approx(corrected, rel=0.08)
        assert weeks[f"{version}_by_verdict_width"] == pytest.approx(by_verdict, rel=0.08)
        assert weeks[f"{version}_by_verdict_holds"] == pytest.approx(0.95, abs=0.015)
        assert max(by_verdict, weighed) < people
        assert by_verdict < 1.01 * weighed


def test_the_release_reads_enough_for_three_points():
    """The page's plan: four days at 10%, 1,285 readings of each version, both groups' luck."""
    target, luck = (0.03 / 2.8) ** 2, 0.0
    noise = 0.0
    for good, fooled, answers in ((0.90, 0.30, 25_920), (0.87, 0.60, 2_880)):
        passed = good * 0.95 + (1 - good) * fooled
        parts = (good * 0.95 / passed, good * 0.05 / (1 - passed))
        spread = lab("judge_reach").spread
        noise += (passed * spread(parts[0]) ** 0.5 + (1 - passed) * spread(parts[1]) ** 0.5) ** 2
        luck += (parts[0] - parts[1]) ** 2 * spread(passed) / answers
    assert noise / (target - luck) == pytest.approx(1_285, rel=0.01)


def test_what_the_gate_and_a_held_canary_show():
    """Chances and limits that the pages type: the gate's, and those of second contacts."""
    chance = NormalDist()
    gate = sqrt(56 - 0.24) / 600
    needs = 1.96 * gate - 0.01

    def contacts(share: float, days: int) -> float:
        """Standard error of the canary's rise of second contacts."""
        return sqrt(share * (1 - share) * (1 / (1_080 * days) + 1 / (9_720 * days)))

    assert 1 - chance.cdf((needs + 0.01) / gate) == pytest.approx(0.025, abs=0.001)
    assert chance.cdf((needs - 0.01) / gate) == pytest.approx(0.64, abs=0.005)
    assert chance.cdf(1.96 - 0.02 / 3 / contacts(0.04, 2)) == pytest.approx(0.68, abs=0.005)
    assert 2.8 * contacts(0.11, 2) == pytest.approx(0.02, rel=0.02)
    assert 2.8 * contacts(0.27, 4) == pytest.approx(0.02, rel=0.02)
    assert 2.8 * sqrt(120 - 12**2 / 600) / 600 - 0.01 == pytest.approx(0.041, abs=0.001)


def test_a_worse_judge_leaves_more_doubt():
    found = lab("judge_reach").run()
    shares = lab("judge_reach").FOOLED
    for kind in ("corrected", "verdict", "weighed"):
        widths = [found[f"{kind}_{share}"] for share in shares]
        assert widths == sorted(widths)

    assert found["corrected_20"] > found["people"] > found["verdict_70"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_a_pair_and_what_swapping_leaves(seed):
    """The mean of both orders is too near to a half, the pairs that agree too far from it."""
    found = lab("judge_reach").run(seed)
    mean = (found["pair_first"] + found["pair_second"]) / 2

    assert found["pair_first"] - found["pair_second"] > 20
    assert mean < found["pair_truth"] < found["pair_kept_wins"]


def test_readings_that_the_question_compares():
    """280 and 20, then 300 at random, 150 each, and the corrected judge."""
    share, good_passed, good_failed = 0.8, 0.7, 0.02
    good = share * good_passed + (1 - share) * good_failed
    spread = lab("judge_reach").spread

    def by_verdict(passed: int) -> float:
        noise = share**2 * spread(good_passed) / passed
        return 196 * sqrt(noise + (1 - share) ** 2 * spread(good_failed) / (300 - passed))

    right, fooled = share * good_passed / good, share * (1 - good_passed) / (1 - good)
    noise = spread(share) / 3_000 + good * spread(right) / 300 + (1 - good) * spread(fooled) / 300
    assert by_verdict(280) == pytest.approx(4.5, abs=0.05)
    assert by_verdict(150) == pytest.approx(5.9, abs=0.05)
    assert 196 * sqrt(spread(good) / 300) == pytest.approx(5.6, abs=0.05)
    assert 196 * sqrt(noise) / (right - fooled) == pytest.approx(9, abs=0.5)
    assert min(range(1, 300), key=by_verdict) == pytest.approx(280, abs=3)


@pytest.mark.parametrize("seed", range(5))
def test_one_mean_and_three_agents(monkeypatch, seed):
    """pass@k rises and pass^k falls with k, most for the agent that nobody can predict."""
    paths = lab("trajectories")
    monkeypatch.setattr(paths, "TESTS", 1_000)
    found = paths.run(seed)

    for agent in paths.AGENTS:
        assert found[f"{agent}_any_1"] == pytest.approx(80, abs=0.5)
        assert found[f"{agent}_between"] + found[f"{agent}_within"] == pytest.approx(0.16, abs=0.01)
        single = [found[f"{agent}_{tasks}x{repeats}"] for tasks, repeats in paths.PLANS]
        pairs = [found[f"{agent}_pair_{tasks}x{repeats}"] for tasks, repeats in paths.PLANS]
        assert single == sorted(single)
        assert max(pairs) < 1.15 * min(pairs)
    assert found["shaky_all_3"] < found["mixed_all_3"] < found["steady_all_3"]
    assert found["shaky_any_3"] > found["mixed_any_3"] > found["steady_any_3"]


def test_estimates_of_pass_k_have_no_bias():
    """Averaged over all outcomes of 8 runs, the estimates are the chances that they estimate."""
    chance, runs, k = 0.7, 8, 3
    weights = [
        comb(runs, right) * chance**right * (1 - chance) ** (runs - right)
        for right in range(runs + 1)
    ]
    found = [lab("trajectories").from_counts(right, runs, k) for right in range(runs + 1)]
    any_of, all_of = (
        sum(w * pair[i] for w, pair in zip(weights, found, strict=True)) for i in (0, 1)
    )

    assert any_of == pytest.approx(1 - (1 - chance) ** k)
    assert all_of == pytest.approx(chance**k)
    assert lab("trajectories").from_counts(6, 8, 3) == (1, pytest.approx(20 / 56))
