"""Figures of the questions, recomputed: what a stem gives leads to its key, and to that alone."""

import re
from itertools import pairwise
from math import ceil, comb, log, sqrt
from statistics import NormalDist

import numpy as np
import pytest
from conftest import ROOT
from labs import lab

QUIZZES = ROOT / "quizzes"
PLACEMENT = ROOT / "guide/assess/placement.md"


def question(name: str) -> str:
    """The source of a question, wherever it stands."""
    for page in (*sorted(QUIZZES.glob("*.md")), PLACEMENT):
        form = rf"^(:{{3,}})\{{question\}} {name}\n(.*?)\n\1$"
        if found := re.search(form, page.read_text("utf-8"), re.DOTALL | re.MULTILINE):
            return found[2]
    raise LookupError(name)


def key(name: str) -> str:
    """The right option of a question that has one."""
    (right,) = re.findall(r"^- \[x\] (.*)$", question(name), re.MULTILINE)
    return right


def key_reason(name: str) -> str:
    """The reason of the right option."""
    return re.search(r"^- \[x\] .*\n((?:  > .*\n?)+)", question(name), re.MULTILINE)[1]


def answer(name: str) -> float:
    """The right number of a question."""
    return float(re.search(r"^:answer: (.*)$", question(name), re.MULTILINE)[1].replace(",", ""))


def stem(name: str) -> list[float]:
    """The numbers of a stem, in order."""
    text = re.sub(r"^:.*\n", "", question(name), flags=re.MULTILINE).strip().split("\n\n")[0]
    return [float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def medians(monkeypatch: pytest.MonkeyPatch, offered: int) -> list[float]:
    """The median answer times with a wait of 20 ms and with none, for batches of 12 + b ms."""
    batching = lab("dynamic_batching")
    monkeypatch.setattr(batching, "FIXED", 12.0)
    monkeypatch.setattr(batching, "EACH", 1.0)
    arrived = batching.arrivals(offered)
    return [
        float(np.median(batching.serve(arrived, 32, wait)[0] - arrived)) for wait in (20.0, 0.0)
    ]


def test_with_a_wait_nights_get_slower_and_noons_stay(monkeypatch):
    night, noon = medians(monkeypatch, 30), medians(monkeypatch, 600)

    assert "from {1:.0f} to {0:.0f} ms".format(*night) in question("scale-wait-to-zero")
    assert noon[1] == pytest.approx(noon[0], rel=0.02)
    assert key("scale-wait-to-zero") == "Nights get slower, and noons stay the same"


def served_loss(weight: float) -> float:
    """The log loss of one feature with an AUC of 0.66 and 23% fraud, its mean score set right."""
    rng = np.random.default_rng(0)
    fraud = rng.random(20_000) < 0.23
    feature = rng.normal(size=20_000) + sqrt(2) * NormalDist().inv_cdf(0.66) * fraud
    low, high = -30.0, 10.0
    for _ in range(50):
        middle = (low + high) / 2
        above = np.mean(1 / (1 + np.exp(-weight * feature - middle))) > fraud.mean()
        low, high = (low, middle) if above else (middle, high)
    odds = weight * feature + low
    return float(np.mean(np.logaddexp(0, odds) - fraud * odds))


def test_only_too_large_a_weight_loses_to_a_constant():
    """A loss above the constant's leaves one reading of both models, whatever they learned from."""
    text = question("one-feature-audit")
    constant = -0.23 * log(0.23) - 0.77 * log(0.77)
    right = sqrt(2) * NormalDist().inv_cdf(0.66)

    assert f"costs {constant:.2f}" in text
    assert all(served_loss(weight) < constant for weight in (0.1, 0.3, right, 1.0))
    for weight, loss in ((1.65, 0.58), (2.6, 0.71)):  # AUC of 0.88 and 0.97 on their own tables
        assert served_loss(weight) == pytest.approx(loss, abs=0.02)
        assert f"{loss} for " in text


def power(rows: int, before: float, after: float) -> float:
    """How often a fall is seen by a count that is red at most once in 100 harmless runs."""

    def below(limit: int, share: float) -> float:
        terms = (comb(rows, k) * share**k * (1 - share) ** (rows - k) for k in range(limit + 1))
        return sum(terms)

    limit = next(k for k in range(rows + 1) if below(k, before) > 0.01) - 1
    return below(limit, after)


def test_a_rare_fall_needs_as_many_rows_as_the_page_says():
    exact = next(rows for rows in range(100, 400) if power(rows, 0.95, 0.89) >= 0.9)
    page = (ROOT / "guide/sub-skills/mlops-automation/testing-in-ci.md").read_text("utf-8")

    assert f"an exact count asks for {exact}" in page


def test_numbers_that_are_asked_for():
    clean, faults, stop, warning = stem("contract-break-even")

    assert answer("contract-break-even") == pytest.approx(clean * (stop - warning) / faults)


def test_the_end_of_an_interval_has_two_sides():
    """1.96 standard errors, not 1.645: the stem says which interval is meant."""
    assert "two-sided 95% interval" in question("compress-four-candidates")


def test_the_work_of_a_change_turns_the_contract_around():
    """In years of list price; every other finding leaves the contract of one year cheaper."""
    text = question("sixty-accelerators")
    change, work, long = 0.70 + 2 * 0.40, 0.25, 3 * 0.55

    assert f"are {change + work:.0%} of a year's list price" in text
    assert f"three at 55% are {long:.0%}" in text
    assert 0.70 + 2 * 0.40 * 0.9 < change < long < change + work
    assert "a quarter of a year's list price" in key("sixty-accelerators")


def test_only_one_job_has_hours_to_spare_for_an_interruption():
    """Half an hour without a machine, and up to ten minutes of work done again."""
    text = question("first-job-on-spot")
    interruption, work = 0.5 + 10 / 60, 4

    assert "| in 4.5 h |" in text
    assert "| in 10 h |" in text
    assert work + interruption > 4.5
    assert work + 8 * interruption < 10
    assert np.exp(-30 / 5) < 0.01  # thirty hours without one
    assert key("first-job-on-spot").startswith("The vectors")


def test_a_look_each_morning_finds_a_winner_between_equals():
    """The mean difference after 1 to 28 equal days, each look at 5%."""
    steps = np.random.default_rng(0).normal(size=(50_000, 28)).cumsum(axis=1)
    found = np.mean(np.any(abs(steps) > 1.96 * np.sqrt(np.arange(1, 29)), axis=1))
    (named,) = re.findall(r"not five but (\d+) end", question("first-good-morning"))

    assert int(named) == pytest.approx(100 * found, abs=1)


def test_a_clause_stops_one_version_and_passes_the_other():
    """Shelves of the old and the new version; a campaign halves or doubles both."""
    logged, assigned, usual = np.array([980_000, 942_000]), 1_000_000, 1_960_000
    clicks, usual_clicks = np.array([98_000, 101_736]), 196_000
    passes = {
        "97%": logged >= 0.97 * assigned,
        "99%": logged >= 0.99 * usual / 2,
        "clicks": clicks >= 0.99 * usual_clicks / 2,
    }

    assert [list(found) for found in passes.values()] == [[True, False], [True, False], [True] * 2]
    assert 0.95 < logged.sum() / usual < 1.05
    assert list(logged / 2 >= 0.99 * usual / 2) == [False, False]
    assert list(logged * 2 >= 0.99 * usual / 2) == [True, True]
    assert "97%" in key("scenario-shelf-campaign")
    assert "99% of half of the usual number of shelves" in key("scenario-shelf-clause")
    late = question("scenario-shelf-missing")
    assert f"= {1 - 0.995**12:.1%}" in late
    assert f"with four in {1 - 0.995**4:.1%}" in late
    assert f"brought {clicks[1] / clicks[0] - 1:.1%} more" in question("scenario-shelf-release")
    night = f"{usual / 14:,.0f}, with {usual_clicks / 14:,.0f} clicks"
    assert night in question("scenario-shelf-clause")


def test_a_guard_stops_what_it_cannot_exclude():
    """Only ranges of orders for each visitor assigned count, and a fall of 2% must be excluded."""
    form = r"- \[(.)\] Orders for each visitor assigned .* from ([−+]\d\.\d)%"
    ranges = re.findall(form, question("scenario-shelf-release"))

    assert len(ranges) == 2
    for mark, low in ranges:
        assert (mark == "x") == (float(low.replace("−", "-")) < -2)


def test_designs_of_the_scenarios_meet_one_requirement_each():
    wider, finer = question("scenario-chat-wider-search"), question("scenario-chat-own-index")
    assert f"Of 500 candidates, 3% are {500 * 0.03:.0f}" in wider
    assert "one text in five hundred of the own company's" in finer
    assert "of 500 candidates a person keeps hardly one" in finer

    refused = question("scenario-camera-today")
    assert f"{60_000 * 0.04:,.0f} of each day's parcels" in refused

    robots = question("scenario-forecast-robots")
    assert f"200 cores renew all of them in {300_000 / 200 / 60:.0f} minutes" in robots
    stages = question("scenario-forecast-stages")
    assert f"take {25 + 8 + 32 + 55 + 5} minutes" in stages
    assert f"takes {55 + 5} minutes and is in time" in stages


def test_only_a_test_of_the_companies_sees_their_loss():
    """Right answers before and since, for a share of companies in the sample."""

    def fall(companies: float) -> float:
        return companies * (0.95 - 0.89)

    total = 0.9 * 0.96 + 0.1 * 0.95
    text = question("scenario-chat-test-set")
    assert f"from {total:.1%} to {total - fall(0.1):.1%}" in text
    assert fall(0.1) < fall(0.25) < 0.03 < fall(1)
    assert "250" in key("scenario-chat-test-set")


def test_the_experiment_fits_into_four_weeks():
    """From 3% to 3.25% of 60,000 visitors a week who order; a canary takes 10% of them."""
    text = question("experiment-four-weeks")
    spreads = 0.03 * 0.97, 0.0325 * 0.9675
    even = 7.85 * sum(spreads) / 0.0025**2
    canary = 7.85 * (spreads[0] / 0.9 + spreads[1] / 0.1) / 0.0025**2

    assert f"takes {round(even, -3):,.0f} visitors for each" in text
    assert f"some {round(canary, -3):,.0f}, or over {canary // 60_000:.0f}" in text.replace(
        "seven", "7"
    )
    assert ceil(2 * even / 60_000) == 3
    assert canary > 4 * 60_000


def test_the_guard_sees_the_loss_that_must_not_ship():
    """A finer guard takes the square of that many visitors; 2.8 standard errors are seen."""
    text = question("experiment-blind-guard")
    share, loss, arm, shown, _power, week = stem("experiment-blind-guard")
    finer = shown / loss
    wanted = arm * finer**2

    assert 280 * sqrt(2 * (100 - share) / share / arm) == pytest.approx(shown, abs=0.05)
    assert key("experiment-blind-guard").startswith(f"Take {wanted / 1e6:.1f} million an arm")
    assert ceil(2 * wanted / week) == 3
    assert f"{finer**2:.0f} times the visitors" in text
    assert f"is still {shown / sqrt(finer):.1f}%" in text


def test_verdicts_reach_every_disagreement_and_at_random_hardly_a_fraud():
    text = question("gate-owner-or-rule")
    *_, share, differ, verdicts = stem("gate-owner-or-rule")

    assert f"{14 * verdicts:,.0f} of the method's payments, drawn at random" in text
    assert round(14 * verdicts * share / 100) == 8
    assert ceil(differ / verdicts) == 9
    assert "about eight frauds" in text
    assert "Nine days are enough" in text


def test_wordings_of_one_idea_are_one_try():
    ideas, attempts = 1 - 0.05 ** (1 / 12), 1 - 0.05 ** (1 / 60)
    text = question("agent-zero-of-sixty")

    assert key("agent-zero-of-sixty").endswith(f"up to {ideas:.0%} of cases.")
    for other in (attempts, 1 - (1 - attempts) ** 20, 1 - (1 - ideas) ** 20):
        assert f"- [ ] Such an attacker could succeed in up to {other:.0%} of cases." in text


def test_the_share_that_goes_on_decides_whether_the_cascade_pays():
    """20,000 turns a day: 6 cents saved, less 1 cent, less 6 cents for each turn passed on."""

    def gain(passed: float, handovers: int) -> float:
        return 20_000 * (6 - 1 - 6 * passed) / 100 - 6 * handovers

    assert gain(0.53, 60) > 0 > gain(0.54, 60)
    assert gain(0.75, 15) > 0 > gain(0.76, 15)
    assert gain(0.5, 60) > 0  # in the middle of its range, handovers decide nothing
    assert "how many of the new questions" in key("cost-cascade-handovers")


def test_a_theft_of_a_tenth_shows_in_a_day_and_in_no_hour():
    def line(usual: float) -> float:
        return usual + 5 * sqrt(usual)

    assert line(150) > 1.1 * 150
    assert line(600) > 1.1 * 600
    assert 1.05 * 4_800 < line(4_800) < 1.1 * 4_800
    assert line(7 * 4_800) < 1.05 * 7 * 4_800
    assert f"= {line(4_800):,.0f} cases" in question("agent-stop-line")
    assert key("agent-stop-line").startswith("Each day")


def test_thirty_better_suppliers_are_not_enough():
    text = question("tail-page-of-thirty")

    assert f"1 − 0.99³⁰ = {1 - 0.99**30:.0%}" in text
    assert round(1 - 0.98**30, 2) == 0.45  # nearly half
    assert "0.6 of thirty" in key_reason("tail-page-of-thirty")


def test_what_each_use_adds_to_the_gpus_decides_where_it_runs():
    archive, chat, letters, pair = 180, 60, 2, 130
    designs = [pair + archive + chat, pair + chat, 3 * pair]
    text = question("llm-three-uses-of-one-model")

    assert min(designs) == designs[1] == 190
    assert f"would cost {archive + chat + letters} EUR" in text
    assert "130 + 60 = 190 EUR" in key_reason("llm-three-uses-of-one-model")
    assert f"over {2 * pair} EUR" in text


def test_the_last_doubling_pays_with_twice_the_orders():
    """Points of the clicks in euros a month, beside the accelerators of each step."""
    orders, _now, *_ = sorted(stem("rec-sys-last-doubling"), reverse=True)
    kept, needed = (91, 96, 98, 98.5), (5, 10, 20, 40)
    gains = [orders * (b - a) / 96 * 6 for a, b in pairwise(kept)]
    prices = [(b - a) * 1_460 for a, b in pairwise(needed)]

    assert all(gain > price for gain, price in zip(gains, prices, strict=True))
    assert gains[-1] / 2 < prices[-1]  # with half of the orders it would not
    assert "1,200" in key("rec-sys-last-doubling")


def test_a_changed_requirement_turns_a_systems_design_around():
    """The bills and times that decide, recomputed from the stems and found in the reasons."""

    def says(name: str, *found: str) -> bool:
        return all(text in question(name) for text in found)

    hourly = 20 * 24 * 30
    assert hourly < hourly + 2_000 < 30_000
    assert says("rec-sys-list-or-live", f"{hourly:,} EUR a month")
    changes, reads = 5_000_000 / 10, 500 * 400
    assert changes > 50_000
    assert changes + reads < 1_000_000
    assert 20 * 5_000_000 * 250 / 10 > 1_000e6
    assert says("rec-sys-wire-or-memory", f"{changes:,.0f} changes/s", f"{changes + reads:,.0f} of")
    assert 30 + 115 < 150 < 2 * 115
    path, bridged, out = 24 / 200 * 1_000, 400 / 8, 2 * 3_600 * 8
    assert 20 + 65 + 30 < path < 15 + 80 + 30
    assert says("vis-sys-path-or-throughput", f"= {path:.0f} ms")
    assert bridged > 40
    assert 1_460 < 1_617 < 1_760 < 1_250 + 6 * (out - 400) * 0.05
    assert says("vis-sys-lane-or-boxes", f"= {bridged:.0f} s", f"{(out - 400) * 0.05:,.0f} EUR")
    assert 4 + 0.2 * 30 < 0.85 * 12
    agency, model = 30 * 5 * 365, 40_000 + 12 * 5 * 365
    assert agency < model
    assert says("chat-sys-night-desk", f"{agency:,} EUR", f"{model:,} EUR")
    assert 60 + 24 + 7 <= 200
    assert says("img-sys-seller-waits", f"= {8_000 * 0.12 / (2 - 5 * 0.12):.0f} s")
    hours, always = 720 * 25 / 60 * 4 * 0.05, 4 * 730 * 0.05
    assert hours < always
    assert says("dem-sys-every-hour", f"= {hours:.0f} EUR", f"= {always:.0f} EUR")
    assert answer("dem-sys-break-even") == pytest.approx(0.125 * 60 / (0.125 - 0.05))


def test_only_the_limit_for_asking_follows_those_who_give_up():
    """A fraud costs twenty margins; a tenth of the frauds passes, at the shop's cost."""

    def limits(gives_up: float) -> tuple[float, float]:
        stays = 1 - gives_up
        return gives_up / (gives_up + 18), stays / (stays + 2)

    before, after = limits(0.1), limits(0.01)
    text = question("fraud-sys-fewer-give-up")
    assert f"from {before[0]:.2%} to {after[0]:.3%}".replace("%", "", 1) in text
    assert f"{before[1]:.0%} becomes {after[1]:.0%}" in text
    assert after[1] / before[1] - 1 < 0.1


def test_an_exit_asks_only_for_what_the_path_has_read(site):
    """Else readers who know a phase by heart would fail its exit."""
    read: set[str] = set()
    for phase in site.guide.phases:
        read |= {page for unit in site.guide.units(phase.id) for page in unit.reads}
        asked = site.guide.assembled(f"quizzes/exit-{phase.id}")

        assert len(asked) == 20
        assert [item.id for item in asked if item.page not in read] == []
