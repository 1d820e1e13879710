"""The labs on money: commitments by busy share, and alerts on a daily bill."""

import re

import numpy as np
import pytest
from conftest import ROOT
from labs import lab, numbers

BANK = (ROOT / "quizzes/cost-security-optimization.md").read_text("utf-8")


def question(name: str) -> str:
    """The source of a question of the bank."""
    return BANK.partition(f"{{question}} {name}\n")[2].partition("\n:::\n")[0]


def key(name: str) -> str:
    """The right option of a question that has one."""
    (right,) = re.findall(r"^- \[x\] (.*)$", question(name), re.MULTILINE)
    return right


@pytest.mark.parametrize("seed", range(20))
def test_the_rule_finds_the_cheapest_commitment(seed):
    """What the page derives for one machine holds for the year's bill."""
    found = numbers("commitment", seed)

    assert found["rule"] == found["best"]
    assert 2 <= found["best"] <= 3
    assert found["best_cost"] < found["commit_0"] < found["commit_20"] < found["fixed"]


def test_a_year_costs_what_its_busy_shares_say():
    """Committed machines cost 60% of all hours, the others their busy share."""
    commitment, found = lab("commitment"), numbers("commitment")
    hours = commitment.PRICE * commitment.HOURS
    for committed in (0, 2, 6, 20):
        rest = sum(found[f"busy_{k}"] for k in range(committed + 1, int(found["peak_need"]) + 1))
        bill = hours * (commitment.COMMITTED * committed + rest)
        assert found[f"commit_{committed}"] == pytest.approx(bill)


def test_a_contract_takes_the_gain_of_a_lighter_model():
    found = numbers("commitment")
    gain = found["best_cost"] - found["lighter_best_cost"]

    assert found["commit_20"] - found["lighter_commit_20"] < gain / 20


@pytest.mark.parametrize("seed", range(20))
def test_each_rule_is_blind_to_another_leak(seed):
    found = numbers("cost_anomaly", seed)

    assert found["mean_weekend_missed"] > 0.85
    assert found["unit_volume_missed"] > 0.6
    assert max(found["weekday_weekend_missed"], found["weekday_volume_missed"]) < 0.03
    assert min(found[f"{rule}_creep"] for rule in ("mean", "weekday")) > 14
    assert found["unit_4_days"] < 1.1 < found["weekday_4_days"] < found["mean_4_days"]
    assert max(found["weekday_held"], found["mean_held"]) < 1.3 < 5 < found["unit_held"]


def test_more_false_alarms_buy_a_sooner_alert():
    anomaly, found = lab("cost_anomaly"), numbers("cost_anomaly")
    for rule in anomaly.RULES:
        days = [found[f"{rule}_{n}_days"] for n in anomaly.FALSE]
        assert days == sorted(days, reverse=True)


def test_a_limit_fires_falsely_as_often_as_it_may():
    """On bills that it has not been set by."""
    anomaly, found = lab("cost_anomaly"), numbers("cost_anomaly")
    flat = np.ones(anomaly.DAYS)
    clean = anomaly.ratios(*anomaly.bills(np.random.default_rng(99), flat, flat))
    for rule in anomaly.RULES:
        false = 365 * np.mean(clean[rule] > found[f"{rule}_4_limit"])
        assert false == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize("seed", range(20))
def test_a_fixed_reference_sees_a_creep_sooner_than_a_moving_one(seed):
    """A slow creep in a third of the days, at a price about 3% too high."""
    found = lab("price_creep").run(seed)

    assert 2.5 * found["fixed_1_days"] < found["moving_1_days"]
    assert found["fixed_5_days"] < found["fixed_2_days"] < found["fixed_1_days"]
    assert 1.001 ** found["fixed_1_days"] == pytest.approx(1.03, abs=0.004)


def test_without_noise_the_expected_value_is_todays():
    anomaly = lab("cost_anomaly")
    traffic = np.tile(anomaly.WEEK, 13) * np.ones((3, 1))
    found = anomaly.ratios(traffic, np.full(traffic.shape, 2.0))

    assert found["weekday"] == pytest.approx(np.ones((3, 63)))
    assert found["unit"] == pytest.approx(np.ones((3, 63)))
    assert found["mean"].max() == pytest.approx(anomaly.WEEK.max() / anomaly.WEEK.mean())


def test_the_second_gpu_is_needed_too_seldom():
    busy, price = [100, 92, 74, 58, 41, 12], 80
    year = [(busy[k] + 3 * (busy[2 * k] if 2 * k < 6 else 0)) / 4 for k in range(6)]

    assert sum(share > price for share in year) == 1
    assert sum(share > price for share in busy) == 2
    assert key("cost-rank-of-machines").startswith("You sign for one")
    assert f"{year[1]:.1f}%" in question("cost-rank-of-machines")


def test_one_finding_changes_the_year_of_the_switch():
    call, own, build = 1_577, 94_600, 25_000
    stay = 97 * call

    assert own + build < stay
    assert 0.75 * stay < own + build < 80 * call
    assert own + 40_000 < stay
    assert 54 * call < 89_900
    assert "25% off" in key("cost-year-of-the-switch")


def test_a_creeping_price_stays_below_the_limit():
    """A percent a day, against the mean of the same weekday in four weeks."""
    day = 1.01 ** np.arange(61)
    ratio = day[28:] / np.mean([day[28 - back : 61 - back] for back in (7, 14, 21, 28)], axis=0)

    assert ratio == pytest.approx(1.187, abs=0.01)
    assert np.mean(day[30:]) == pytest.approx(1.57, abs=0.05)
    assert "19%" in question("fin-silent-alert")
