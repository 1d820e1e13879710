"""Figures of the questions, recomputed: what a stem gives leads to its key, and to that alone."""

import re
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


def needed(before: float, after: float) -> float:
    """The rows of the normal formula, each share with its own spread."""
    spread = 2.33 * sqrt(before * (1 - before)) + 1.28 * sqrt(after * (1 - after))
    return (spread / (before - after)) ** 2


def test_the_companies_test_set_is_the_smallest_that_serves():
    text = question("scenario-chat-test-set")
    exact = next(rows for rows in range(100, 400) if power(rows, 0.95, 0.89) >= 0.9)
    page = ROOT / "guide/sub-skills/mlops-automation/testing-in-ci.md"

    assert f"= {needed(0.95, 0.89):.0f} are needed, by an exact count {exact}" in text
    assert f"{round(needed(0.959, 0.953), -2):,.0f} mixed questions would be needed" in text
    assert power(300, 0.95, 0.89) > 0.9 > power(229, 0.95, 0.89)
    assert 1 - power(150, 0.95, 0.89) == pytest.approx(1 / 3, abs=0.03)
    assert key("scenario-chat-test-set") == "3,000 mixed questions"
    assert f"an exact count asks for {exact}" in page.read_text("utf-8")


def test_numbers_that_are_asked_for():
    clean, faults, stop, warning = stem("contract-break-even")
    right, decisions, late, share, fall = stem("drift-days-to-see")
    labels = 9 * right * (100 - right) / fall**2
    attempts, one_in, _confidence = stem("scenario-chat-red-team")
    attacks = 6_000 / one_in  # of the conversations of companies in the table of the case

    assert answer("contract-break-even") == pytest.approx(clean * (stop - warning) / faults)
    assert answer("drift-days-to-see") == ceil(labels / (decisions * share / 100) + late)
    assert answer("scenario-chat-red-team") == pytest.approx(
        attacks * (1 - 0.05 ** (1 / attempts)), abs=0.01
    )


def test_the_end_of_an_interval_has_two_sides():
    """1.96 standard errors, not 1.645: the stem says which interval is meant."""
    assert answer("scenario-camera-faults-needed") == pytest.approx(
        1.96**2 * (0.012 - 0.002**2) / 0.003**2, rel=0.001
    )
    assert "two-sided 95% interval" in question("compress-four-candidates")


def test_the_commitment_that_costs_least():
    """All 40 for nine months, 16 for three: in years of one accelerator at list price."""
    bills = {n: n * 0.6 + (40 - n) * 0.75 + max(0, 16 - n) * 0.25 for n in (40, 34, 16, 0)}

    assert key("forty-accelerators") == f"{min(bills, key=bills.get)} of 40"
    for bill in bills.values():
        assert f"{bill:.1f}" in question("forty-accelerators")


def test_the_right_that_costs_more_than_it_saves():
    text = question("assistant-with-mail")
    rows = re.findall(r"^\| ([a-z ]+) \| ([\d,]+) \| (\d+) \|$", text, re.MULTILINE)
    losing = [
        right
        for right, misuse, saved in rows
        if 2_000 / 500 * 0.02 * float(misuse.replace(",", "")) > float(saved)
    ]

    assert len(rows) == 4
    assert [f"The right to {right}" for right in losing] == [key("assistant-with-mail")]


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
