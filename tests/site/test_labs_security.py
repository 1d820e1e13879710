"""The labs on threats and attacks: limits meet a formula, and what the pages say holds."""

import numpy as np
import pytest
from conftest import ROOT
from labs import lab

FOLDER = ROOT / "guide/sub-skills/cost-security-optimization"
SEEDS = range(20)


def test_two_measures_lead_whatever_the_guesses_and_the_filter_never_does():
    module = lab("threat_rank")
    for seed in SEEDS:
        found = module.run(seed)
        order = sorted(module.MEASURES, key=lambda name: -found[f"three_{name}"])

        assert order[:2] == ["rights", "egress"]
        assert set(order[2:5]) == {"limits", "sources", "planted"}
        assert found["three_rights"] > 0.75
        assert found["three_filter"] < 0.005
        assert 0.6 < found["pays_filter_tenth"] < 0.8
        assert found["same_three"] < 0.3
        assert found["pays_logs"] < 0.5 < found["pays_logs_years"]
        assert found["loss_staff"] - found["left_staff"] > 1.8 * 7


def test_a_list_that_binds_the_servers_alone_is_not_the_measure():
    """What an answer makes the browser load never meets it."""
    module = lab("threat_rank")
    for seed in SEEDS:
        found = module.run(seed)

        assert found["three_servers"] < 0.15
        assert found["left_servers"] > 7 * found["left_picture"]


def test_over_three_years_the_ends_of_the_order_stay(monkeypatch):
    module = lab("threat_rank")
    running = {"planted": 3_285, "filter": 177_390}  # a price that comes each year
    prices = {
        name: ((price - running.get(name, 0)) * (1 / 3 + 0.2) + running.get(name, 0), parts)
        for name, (price, parts) in module.MEASURES.items()
    }
    monkeypatch.setattr(module, "MEASURES", prices)
    found = module.run()
    order = sorted(prices, key=lambda name: -found[f"three_{name}"])

    assert order[:2] == ["rights", "egress"]
    assert order[-1] == "filter"


def test_ranges_hold_nine_draws_in_ten_and_known_guesses_give_one_order(monkeypatch):
    module = lab("threat_rank")
    draws = module.guesses(np.random.default_rng(0), (2.0, 50.0))

    assert np.mean((draws > 2) & (draws < 50)) == pytest.approx(0.9, abs=0.02)
    assert np.median(draws) == pytest.approx(10, rel=0.05)

    monkeypatch.setattr(module, "MEASURES", {"a": (10, {}), "b": (5, {}), "c": (1, {})})
    losses = {"x": np.full(module.DRAWS, 100.0)}
    cuts = {"a": {"x": np.full(module.DRAWS, 0.9)}, "b": {"x": np.full(module.DRAWS, 0.5)}, "c": {}}
    assert [row[0] for row in module.order(losses, cuts)] == ["a", "b", "c"]


def test_the_price_of_the_filter_is_that_of_its_false_alarms():
    measures = lab("threat_rank").MEASURES

    assert measures["filter"][0] == pytest.approx(18_000 * 0.6 * 0.01 * 4.50 * 365)
    others = sum(price for name, (price, _parts) in measures.items() if name != "filter")
    page = (FOLDER / "threat-model.md").read_text("utf-8")
    assert f"about {round(others, -3):,.0f} EUR in the first year" in page
    for name, (price, _parts) in measures.items():
        assert name == "filter" or f"{price:,} |" in page


def test_the_page_prints_the_ranges_of_the_lab_and_shares_the_identities():
    module = lab("threat_rank")
    page = (FOLDER / "threat-model.md").read_text("utf-8")

    for threat, ends in module.THREATS.items():
        row = " | ".join(f"{low:,}–{high:,}" for low, high in ends)
        line = next(line for line in page.splitlines() if f"| {row} |" in line)
        for _price, parts in module.MEASURES.values():
            low, high = parts.get(threat, (0, 0))
            assert not high or f"{low:.0%}"[:-1] + f"–{high:.0%}" in line
    for seed in SEEDS:
        found = module.run(seed)
        assert found["pays_identity"] < 0.35
        assert found["pays_identity_seventh"] > 0.75
        assert min(found[f"pays_{name}"] for name in ("sources", "limits", "alert")) > 0.87
        assert found["pays_planted"] == pytest.approx(2 / 3, abs=0.03)


def test_the_worst_day_of_refunds_is_bound_by_both_lines():
    """A thief fills each hour up to both lines, and in one hour comes before the honest."""
    shares = np.array([1] * 6 + [3, 4, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 10, 6, 3, 2, 3]) / 100
    usual = 540 * shares / shares.sum()
    so_far = usual.cumsum()
    margin = 5 * np.sqrt(so_far)
    worst = 0.0
    for hour in range(24):  # in this one the thief comes first, and people then take over
        before = 0.0
        for earlier in range(hour):
            room = 5 * np.sqrt(usual[earlier])
            before += min(room, margin[earlier] - before)
        hourly = usual[hour] + 5 * np.sqrt(usual[hour])
        worst = max(worst, before + min(hourly, usual[hour] + margin[hour] - before))

    assert worst <= (round(540 + 5 * np.sqrt(540)) - 540) + usual.max() + 1
    assert worst > 91


def test_a_line_that_follows_last_month_learns_from_the_thief():
    weeks = [540.0] * 4
    for _ in range(13):
        usual = np.mean(weeks[-4:])
        weeks.append(usual + 5 * np.sqrt(usual))

    assert weeks[4] - 540 == pytest.approx(116, abs=0.5)
    assert weeks[-1] > 2 * 656


@pytest.mark.parametrize("found", [1, 2, 5, 10, 20, 40])
def test_the_upper_limit_of_a_count_is_passed_one_time_in_twenty(found):
    mean = found + 2 + 1.64 * np.sqrt(found)
    terms = [mean**k / np.prod(np.arange(1.0, k + 1)) for k in range(found + 1)]

    assert np.exp(-mean) * sum(terms) == pytest.approx(0.05, abs=0.006)


@pytest.mark.parametrize("scored", [True, False])
def test_a_copy_meets_the_known_weights(scored):
    """Exact scores solve the equations; decisions come close with many trials."""
    module, rng = lab("probing"), np.random.default_rng(3)
    weights = rng.normal(0, 0.5, module.FEATURES)
    rows = rng.normal(0, module.SPREAD, (31 if scored else 3_000, module.FEATURES))
    scores = module.score(weights, rows)
    copy = (
        module.by_scores(rows, scores, 0.0)
        if scored
        else module.by_decisions(rows, scores, (module.LIMIT,))
    )
    alike = copy @ weights / np.linalg.norm(copy) / np.linalg.norm(weights)

    assert alike == pytest.approx(1, abs=1e-6 if scored else 0.01)


def test_hiding_the_score_slows_a_thief_and_features_of_ones_own_stop_more():
    module = lab("probing")
    for seed in SEEDS:
        found = module.run(seed)

        assert found["blind"] < 0.2 < found["answers_11"] < found["exact_11"] - 0.1
        assert found["exact_11"] == pytest.approx(found["known"], abs=0.001)
        for tries in module.TRIES[:5]:
            shown = [found[f"{kind}_{tries}"] for kind in ("decision", "answers", "exact")]
            assert shown[0] < shown[1] < shown[2]
            assert shown[0] < found[f"percent_{tries}"]
        assert found["known"] - 0.1 < found["decision_120"] < found["known"]
        assert found["known"] - 0.08 < found["answers_60"] < found["known"]
        assert found["known_2"] < found["known_5"] - 0.05 < found["known"] - 0.1


def test_the_thief_s_cheapest_number_of_trials_is_the_least():
    module = lab("probing")
    for seed in SEEDS:
        found = module.run(seed)
        frauds = [
            tries * 5 / ((found[f"answers_{tries}"] - found["blind"]) * 95)
            for tries in module.TRIES
        ]

        assert frauds == sorted(frauds)
        assert 0.8 < frauds[0] < 1.5


def test_a_cap_for_each_account_keeps_the_poisoned_pattern_above_the_limit():
    frauds, rows, bought, accounts = 45, 250, 1_500, 50

    assert frauds / rows == pytest.approx(0.18)
    assert frauds / (rows + bought) < 0.05
    assert 2 * frauds / (2 * rows + bought) == pytest.approx(0.045)
    assert frauds / (rows + accounts * 3 * 3) == pytest.approx(0.064, abs=0.0005)
