"""The calculators of the page of formulas against computations of their own."""

import itertools
import math
import re

import numpy as np
import pytest
from conftest import ROOT
from skillguide.model import Calculation, Result

PAGE = (ROOT / "guide/reference/formulas.md").read_text("utf-8")
GROUPS = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]


def number(site, name: str) -> float:
    """The number of a line, as it is before it is rounded, in the unit in which it is shown."""
    item = site.guide.by_key[f"result:formula-{name}"]
    assert isinstance(item, Result)
    return item.number / item.factor


def numbers(site, calculation: str, names: str) -> list[float]:
    """The numbers of some lines of a calculation."""
    return [number(site, f"{calculation}.{name}") for name in names.split()]


def erlang_c(workers: int, busy: float) -> float:
    """The share that waits for one of some workers, by the recursion that the page prints."""
    lost = 1.0
    for k in range(1, workers + 1):
        lost = workers * busy * lost / (k + workers * busy * lost)
    return lost / (1 - busy * (1 - lost))


#: What a line comes to with the numbers that the page starts with, computed in another way.
VALUES = {
    "future.share": 18.75,
    "future.rows-too-early": 1_200_000 / 24 * 4.5,
    "three.upper-limit": 0.25,
    "three.rows-needed": 3_000,
    "storage.stored": 1.2e6 * 3_000 * 400 / 1e9,
    "storage.cost": 33.12,
    "sample.rows-each": 54_754,
    "sample.duration": 54_754 / 12_000,
    "little.arrivals": 400 * 1.69,
    "little.inside": 33.8,
    "queue.arrivals": 150,
    "queue.mean": 1 / (200 - 150) * 1_000,
    "shared.wait-behind-a-random-router": 25,
    "replicas.held": 19,
    "replicas.busy": 250_000 / 3_800,
    "autoscaler.desired": 25,
    "fan-out.late-reports": 100 * (1 - 0.99**12),
    "series.in-a-row": 100 * 0.999**5,
    "series.downtime": 43_200 * (1 - 0.999**5),
    "series.side-by-side": 99.99,
    "cache.replicas-behind": 8,
    "cache.replicas-without-cache": 19,
    "cache.load-when-emptied": 2.5,
    "kv.each-token": 131_072,
    "kv.each-answer": 655.36,
    "kv.answers": 85,
    "decode.fastest": 100 / 9,
    "budget.may-fail": 36_000,
    "budget.burn": 30,
    "budget.budget-gone-after": 24,
    "budget.fires": 1,
    "budget.fires-after": 28.8,
    "price.cost": 2.00 / (200 * 0.65 * 3_600) * 1_000,
    "break-even.break-even": 2.00 / (3.6 * 0.02),
    "break-even.use-at-break-even": 2.00 / (3.6 * 0.02) / 2,
    "break-even.commit-above": 60,
    "attempts.attempts": 598,
    "threshold.threshold-for-the-value": 100 * 12 / 112,
    "judged.true-share": 90,
    "repeat.all-succeed": 51.2,
    "repeat.at-least-one": 99.2,
    "repeat.each-must": 100 * math.exp(math.log(0.95) / 3),
    "repeat.three-of-these-runs": 100 * math.comb(6, 3) / math.comb(8, 3),
    "newsvendor.quantile": 0.8,
}
TESTED_BELOW = {"paired", "wilson", "psi", "base-rate", "amount"}


@pytest.mark.parametrize("name", VALUES)
def test_a_calculator_starts_with_the_worked_number(site, name):
    assert number(site, name) == pytest.approx(VALUES[name], rel=1e-9)


def test_every_calculator_is_compared_and_can_be_changed(site):
    """Each has an input, one at least of its results is compared, and nothing needs a guess."""
    items = [item for item in site.guide.items if isinstance(item, Calculation)]
    found = [item for item in items if item.id.startswith("formula-")]

    compared = {name.partition(".")[0] for name in VALUES} | TESTED_BELOW
    assert {item.id.removeprefix("formula-") for item in found} == compared
    assert len(found) == PAGE.count("{calculation}")
    for item in found:
        lines = [site.guide.by_key[f"result:{item.id}.{name}"] for name in item.lines]
        assert any(line.is_input for line in lines), item.id
        assert all(line.number is not None for line in lines), item.id
        assert not item.predict, item.id
        assert not item.is_fixed, item.id


def test_every_formula_says_what_it_assumes_and_where_it_is_taught():
    """All headings of the groups stand in the table at the top."""
    formulas = [part for group in GROUPS[:-1] for part in re.split(r"^### ", group, flags=re.M)[1:]]
    listed = re.findall(r"\{ref\}`(?:[^`<]*<)?(formula-[\w-]+)", PAGE.partition("\n## ")[0])

    assert len(formulas) == len(listed) > 20
    assert sorted(listed) == sorted(re.findall(r"^\((formula-[\w-]+)\)=$", PAGE, re.M))
    for part in formulas:
        words = part.partition(":::")[0]
        assert re.search(r"hold|assume|left out|leaves out|has to be|have to be", words), part[:40]
        assert re.search(r"^Taught in \{(ref|doc)\}", words, re.MULTILINE), part[:40]


def test_the_sample_size_finds_four_changes_of_five(site):
    """By simulation; and the short form comes close."""
    now, then, rows = numbers(site, "sample", "share-now share-then rows-each")
    rng = np.random.default_rng(1)
    a, b = (rng.binomial(int(rows), share / 100, 20_000) / rows for share in (now, then))
    error = np.sqrt((a * (1 - a) + b * (1 - b)) / rows)
    p, delta = (now + then) / 200, (then - now) / 100

    assert np.mean((b - a) / error > 1.96) == pytest.approx(0.80, abs=0.01)
    assert 16 * p * (1 - p) / delta**2 == pytest.approx(rows, rel=0.025)


def test_the_paired_gain_has_the_spread_of_paired_rows(site):
    rows, new, old, gain, half, lowest = numbers(
        site, "paired", "rows only-new only-old gain half-width lowest"
    )
    differences = np.repeat([1, -1, 0], [int(new), int(old), int(rows - new - old)])

    assert gain == pytest.approx(100 * differences.mean())
    assert half == pytest.approx(100 * 1.96 * differences.std() / math.sqrt(rows))
    assert lowest == pytest.approx(gain - half)
    assert number(site, "paired.better") == 1


def test_the_ends_of_the_wilson_interval_are_just_in_reach_of_what_was_seen(site):
    """Each end is a true share from which the share seen is z standard errors away."""
    trials, share, low, high = numbers(site, "wilson", "trials share lowest highest")

    assert (round(low), round(high)) == (70, 97)
    for end in (low / 100, high / 100):
        error = math.sqrt(end * (1 - end) / trials)
        assert abs(share / 100 - end) == pytest.approx(1.96 * error)


def test_one_worker_is_as_slow_as_in_a_simulation(site):
    """Waits follow from those before: Lindley's recursion."""
    busy, service, mean, p99 = numbers(site, "queue", "busy service mean p99")
    rng = np.random.default_rng(1)
    served = rng.exponential(service, 1_000_000)
    steps = served[:-1] - rng.exponential(service / (busy / 100), served.size - 1)
    paths = np.concatenate([[0.0], np.cumsum(steps)])
    inside = paths - np.minimum.accumulate(paths) + served

    assert inside.mean() == pytest.approx(mean, rel=0.03)
    assert np.quantile(inside, 0.99) == pytest.approx(p99, rel=0.05)


def test_the_wait_for_one_of_many_workers_is_nearly_that_of_the_exact_formula(site):
    """The approximation is as good as the page says, and the exact numbers are right."""
    workers, busy, service, share, wait = numbers(
        site, "shared", "workers busy service share-that-waits mean-wait"
    )
    exact = erlang_c(15, 12.5 / 15)

    assert (workers, service, busy) == (15, 5, pytest.approx(1250 / 15))
    assert "C is 40% and the mean wait 0.8 ms" in PAGE
    assert exact == pytest.approx(0.40, abs=0.005)
    assert exact * 5 / (15 - 12.5) == pytest.approx(0.80, abs=0.005)
    assert 1 < share / 100 / exact < 1.07
    assert wait == pytest.approx(share / 100 * 2)
    assert "80 to 95% busy it shows at most 15% too much" in PAGE
    for count, use in itertools.product(range(1, 21), (0.80, 0.85, 0.90, 0.95)):
        ratio = use ** (math.sqrt(2 * (count + 1)) - 1) / erlang_c(count, use)
        assert 1 - 1e-3 <= ratio <= 1.15


def test_where_workers_are_idle_more_often_the_error_is_small_beside_the_service():
    """Below 80% the page promises 4% of a service time."""
    assert "at most 4% of a service time too much" in PAGE
    for count, use in itertools.product(range(1, 21), np.arange(0.05, 0.80, 0.05)):
        approximate = use ** (math.sqrt(2 * (count + 1)) - 1)
        error = (approximate - erlang_c(count, use)) / (count * (1 - use))
        assert -1e-3 <= error <= 0.04


def test_chance_alone_gives_the_psi_of_the_calculator(site):
    """By simulation of two samples from the same ten bins."""
    new, old, bins, chance, adds = numbers(
        site, "psi", "new-rows old-rows bins by-chance this-bin-adds"
    )
    rng = np.random.default_rng(1)
    even = np.full(int(bins), 1 / bins)
    a, b = (rng.multinomial(int(rows), even, 4_000) / rows for rows in (new, old))

    assert chance == pytest.approx(((a - b) * np.log(a / b)).sum(axis=1).mean(), rel=0.03)
    assert adds == pytest.approx(0.03 * math.log(1.3))


def test_the_precision_is_that_of_counted_payments(site):
    """Of a million payments 1,000 are frauds: 700 are refused, and 1,998 honest ones."""
    assert number(site, "base-rate.precision") == pytest.approx(100 * 700 / (700 + 1_998))


def test_at_the_threshold_both_errors_cost_the_same(site):
    limit = number(site, "threshold.threshold") / 100

    assert limit * 95 == pytest.approx((1 - limit) * 5.04)


def test_at_the_limits_of_an_amount_two_actions_cost_the_same(site):
    """Approving and asking at the lower one, asking and refusing at the upper one."""
    amount, ask, refuse, alone = numbers(
        site, "amount", "amount ask-from refuse-from refuse-without-a-bank"
    )
    margin, loss = 0.12 * amount, 0.88 * amount + 20

    def asked(p: float) -> float:
        return p * 0.1 * 0.2 * loss + (1 - p) * 0.1 * margin

    assert amount == 42
    assert asked(ask / 100) == pytest.approx(ask / 100 * loss)
    assert asked(refuse / 100) == pytest.approx((1 - refuse / 100) * margin)
    assert alone / 100 * loss == pytest.approx((1 - alone / 100) * margin)


def test_the_corrected_share_scatters_as_its_interval_says(site):
    """By simulation: 200 readings give both rates, 2,000 verdicts the judged share."""
    true, half = numbers(site, "judged", "true-share half-width")
    rng = np.random.default_rng(1)
    weeks = 20_000
    good_read = rng.binomial(200, true / 100, weeks)
    passed_good = rng.binomial(good_read, 0.95) / good_read
    passed_bad = rng.binomial(200 - good_read, 0.30) / np.maximum(200 - good_read, 1)
    judged = rng.binomial(2_000, 0.885, weeks) / 2_000
    shares = (judged - passed_bad) / (passed_good - passed_bad)

    assert 100 * np.median(shares) == pytest.approx(true, abs=0.5)
    assert 100 * 1.96 * shares.std() == pytest.approx(half, rel=0.1)


def test_what_the_page_says_of_the_curve_of_costs(site):
    """Of the rows that are drawn, and of the two uses that the text names."""
    chart = site.guide.by_key["chart:formula-price-curve"]
    costs = {float(row.place.number): float(row.values[0].number) for row in chart.rows}
    per_use = {use: use * cost for use, cost in costs.items()}

    assert min(costs) == 5
    assert max(costs) == 95
    assert list(per_use.values()) == pytest.approx([2.00 / (2 * 3.6)] * 21, rel=1e-3)
    assert "At a use of 10%, an answer costs more than six times as much as at 65%" in PAGE
    assert 65 / 10 > 6
    assert "from 65% to 95% saves less than a third" in PAGE
    assert 0.3 < 1 - 65 / 95 < 1 / 3


def test_the_quantile_at_twice_the_cost_of_what_is_left():
    assert f"At 2.52 EUR the quantile is {5.04 / (5.04 + 2.52):.2f}." in PAGE
