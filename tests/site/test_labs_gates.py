"""The labs on gates against brute force and formulas, and what the pages say of other seeds."""

import math
import re
from statistics import NormalDist

import numpy as np
import pytest
from conftest import ROOT
from labs import lab, numbers

SEEDS = range(20)
PAGES = ROOT / "guide/sub-skills/mlops-automation"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_candidate_wins_on_auc_and_recall_and_loses_money(seed):
    """Until its odds are divided by ten: then it saves money, by any seed."""
    result = numbers("gate_cost", seed)

    assert result["raw_auc"] > result["old_auc"]
    assert result["raw_recall"] > result["fixed_recall"] > result["old_recall"]
    assert result["raw_loss"] > 1.8 * result["old_loss"]
    assert result["raw_expected"] > 4 * 1_200
    assert result["fixed_expected"] == pytest.approx(1_200, rel=0.1)
    assert result["saved"] - result["half"] > 0
    assert result["saved"] - result["apart_half"] < 0


def test_an_interval_follows_from_the_differences_of_days():
    """Two waves that differ by a constant leave no doubt in pairs, and much doubt apart."""
    cost, days = lab("gate_cost"), np.array([4.0, 9.0, 2.0, 7.0])
    equal = cost.interval(days + 5, days)
    page = cost.interval(np.array([4.0, 6.0, 2.0, 8.0]), np.zeros(4))

    assert (equal["saved"], equal["error"], equal["half"]) == (5, 0, 0)
    assert equal["apart_half"] > 4
    assert page["error"] == pytest.approx(math.sqrt(20 / 3) / 2)


def test_levels_within_the_limits_cost_little():
    """The page: less than 100 EUR a day at 0.9 and 1.1, less than 150 on the mean of 20 seeds."""
    cost, shown = lab("gate_cost"), numbers("gate_cost")
    found = {odds: [] for odds in (0.84, 1.0, 1.18, 2.0)}
    for seed in SEEDS:
        _old, new = cost.signals(np.random.default_rng(seed))
        for odds, rows in found.items():
            report = cost.report(cost.score(new, cost.NEW, odds=odds))
            rows.append((report["ratio"], report["loss"]))
    ratio, loss = {}, {}
    for odds, rows in found.items():
        ratio[odds], loss[odds] = np.mean(rows, axis=0)

    assert ratio[0.84] == pytest.approx(0.9, abs=0.006)
    assert ratio[1.18] == pytest.approx(1.1, abs=0.006)
    assert ratio[2.0] == pytest.approx(1.5, abs=0.02)
    assert 0 < max(loss[0.84], loss[1.18]) - loss[1.0] < 150
    for odds, at in (("0.84", 0.9), ("1.18", 1.1)):
        assert shown[f"tilt_{odds}_ratio"] == pytest.approx(at, abs=0.005)
        assert 0 < shown[f"tilt_{odds}_loss"] - shown["fixed_loss"] < 100


@pytest.mark.parametrize(("odds", "ratio"), [(0.41, 0.6), (2.17, 1.6)])
def test_outside_these_levels_the_live_model_loses_less(odds, ratio):
    """The page draws one run: the curves cross at about 0.6 and at about 1.6."""
    cost, live = lab("gate_cost"), numbers("gate_cost")["old_loss"]
    _old, new = cost.signals(np.random.default_rng(4))
    report = cost.report(cost.score(new, cost.NEW, odds=odds))

    assert report["ratio"] == pytest.approx(ratio, abs=0.05)
    assert report["loss"] == pytest.approx(live, rel=0.005)


def test_a_days_loss_is_that_of_its_errors():
    """What the page computes for the live model from its recall and its refusals."""
    result = numbers("gate_cost")
    caught = 1_200 * result["old_recall"]
    loss = 95 * (1_200 - caught) + 5.04 * (result["old_refused"] - caught)

    assert loss == pytest.approx(result["old_loss"], abs=1)


def test_the_table_of_distances_adds_up():
    """Savings in thousands of euros, as the lab has them, their distances and squares."""
    text = (PAGES / "promotion-gates.md").read_text("utf-8").replace("−", "-")
    rows = re.findall(r"\n\| (\d+) \| (-?\d\.\d) \| (-?\d\.\d\d) \| (\d\.\d\d) \|", text)
    result = numbers("gate_cost")
    saved = [float(row[1]) for row in rows]
    squares = sum((value - 3.84) ** 2 for value in saved)

    assert len(rows) == 10
    for day, value, distance, square in rows:
        gap = result[f"old_day_{day}"] - result[f"fixed_day_{day}"]
        assert float(value) == pytest.approx(gap / 1_000, abs=0.0501)
        assert float(distance) == pytest.approx(float(value) - 3.84, abs=0.001)
        assert float(square) == pytest.approx(float(distance) ** 2, abs=0.0051)
    assert f"| **{sum(saved):.1f}** | **{0:.2f}** | **{squares:.2f}** |" in text


@pytest.mark.parametrize(("change", "margin"), [(0.35, 0), (-0.25, 0.5), (0, 0.5), (0.5, 0)])
def test_the_chance_to_pass_is_that_of_drawn_frauds(change, margin):
    """4,000 gates: each draws the frauds that only the candidate, only the live model catches."""
    gate, rng = lab("promotion_gate"), np.random.default_rng(3)
    gains = (gate.DISAGREE + np.array([1, -1]) * change / 100) / 2
    drawn = rng.multinomial(gate.FRAUDS, [*gains, 1 - gains.sum()], 4_000)
    difference, disagree = drawn[:, 0] - drawn[:, 1], drawn[:, 0] + drawn[:, 1]
    error = np.sqrt(disagree - difference**2 / gate.FRAUDS)
    passed = (difference - 1.96 * error) / gate.FRAUDS > -margin / 100

    assert gate.pass_chance(change, margin) == pytest.approx(passed.mean(), abs=0.03)


def test_chargebacks_come_as_the_case_says():
    gate = lab("promotion_gate")
    ages = np.arange(90, 111)

    assert gate.arrived(45) == pytest.approx(0.5)
    assert gate.arrived(90) == pytest.approx(0.9, abs=0.0005)
    assert np.mean([gate.arrived(age) for age in ages]) == pytest.approx(0.93, abs=0.005)


def test_the_countries_of_the_page_get_the_answers_that_their_intervals_give():
    """Bonferroni for eleven countries: z = 2.61; the models differ on 7.5% of the frauds."""
    rows = re.findall(
        r"\n\| ([\d,]+) \| (-\d\.\d) \| (-\d\.\d) to (-?\d\.\d) \| (not worse|worse|unknown)",
        rules(),
    )

    assert len(rows) == 4
    for frauds, change, low, high, answer in rows:
        half = 2.61 * 100 * math.sqrt(0.075 / int(frauds.replace(",", "")))
        assert float(low) == pytest.approx(float(change) - half, abs=0.051)
        assert float(high) == pytest.approx(float(change) + half, abs=0.051)
        said = "not worse" if float(low) > -3 else "worse" if float(high) < -3 else "unknown"
        assert said == answer


def rules() -> str:
    """The page on the rule of a gate, with hyphens for minus signs."""
    return (PAGES / "gate-rules.md").read_text("utf-8").replace("−", "-")


def test_distances_lead_to_the_chances_of_the_table():
    """The normal distribution below each distance, as far as the cells show it."""
    part = rules().partition("| Distance, standard errors |")[2].partition("\n\n")[0]
    pairs = re.findall(r"\| (-?[\d.]+) \| ([\d.]+)% ", part)

    assert len(pairs) == 14
    for distance, chance in pairs:
        digits = len(chance.partition(".")[2])
        found = 100 * NormalDist().cdf(float(distance))
        assert float(chance) == pytest.approx(found, abs=0.51 * 10**-digits)


def test_a_longer_list_of_slices_needs_a_larger_fall():
    part = rules().partition("| Slices |")[2]
    rows = re.findall(r"\n\| (\d+) \| ([\d.]+)% \| (\d\.\d\d) \|", part)

    assert [int(slices) for slices, _share, _fall in rows] == [1, 2, 5, 11, 20]
    for slices, share, fall in rows:
        each = 0.05 / int(slices)
        assert float(share) == pytest.approx(100 * each, abs=0.005)
        assert float(fall) == pytest.approx(NormalDist().inv_cdf(1 - each), abs=0.006)


@pytest.mark.parametrize(("room", "frauds"), [(1.25, "3,768"), (0.35, "48,055")])
def test_other_rooms_take_the_frauds_that_the_page_names(room, frauds):
    needed = (1.96 + 0.8416) ** 2 * 0.075 / (room / 100) ** 2

    assert f"{math.ceil(needed):,}" == frauds
    assert frauds in rules()


@pytest.mark.parametrize(("points", "euros"), [(3, "68.40"), (3.8, "86.64")])
def test_a_loss_in_a_small_country_has_the_price_of_the_page(points, euros):
    """2% of the frauds, and 1,140 EUR for a point of all."""
    assert f"{points * 0.02 * 1_140:.2f}" == euros
    assert f"{points} × 2% × 1,140 EUR, or {euros} EUR a day" in rules()
