"""The labs on monitoring, cost and security: pages print their numbers, and their claims hold."""

from __future__ import annotations

import functools
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest
from labs import lab, numbers

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "guide"

PLACEMENT = "assess/placement.md"


@functools.cache
def text(page: str) -> str:
    """The source of a page."""
    return (GUIDE / page).read_text(encoding="utf-8")


def test_psi_of_quiet_data_falls_with_the_sample_and_meets_the_formula():
    """Small samples alarm by chance, large ones do not; the formula holds from 200 rows."""
    module, found = lab("psi_noise"), numbers("psi_noise")
    shares = [found[f"rows_{rows}_share_over_0.10"] for rows in module.SIZES]

    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.9
    assert shares[-1] == 0
    assert found["rows_100_share_over_0.25"] > 0.1
    for rows in module.SIZES[2:]:
        mean, expected = found[f"rows_{rows}_mean"], found[f"rows_{rows}_expected"]
        assert mean == pytest.approx(expected, rel=0.1), rows
    assert found["rows_100_mean"] > found["rows_100_expected"]


def test_psi_by_hand():
    """Two bins, half and half against 60 and 40: 0.1 × ln 1.2 − 0.1 × ln 0.8; else 0 or larger."""
    psi = lab("psi_noise").psi
    before, after = np.arange(100), np.concatenate([np.full(60, 10), np.full(40, 90)])

    assert psi(before, after, bins=2) == pytest.approx(0.1 * np.log(1.2) - 0.1 * np.log(0.8))
    assert psi(before, before) == 0


@pytest.mark.parametrize("shift", [0.1, 0.25, 0.5])
def test_a_shift_makes_its_own_psi_and_that_of_chance(shift):
    """The mean against the integral over deciles of the normal distribution, plus the noise."""
    module, found, normal = lab("psi_noise"), numbers("psi_noise"), NormalDist()
    edges = [normal.inv_cdf(tenth / 10) for tenth in range(1, 10)]
    below = np.array([0, *(normal.cdf(edge - shift) for edge in edges), 1])
    after = np.diff(below)
    true = float(np.sum((after - 0.1) * np.log(after / 0.1)))
    noise = module.expected_psi(module.SHIFTED_ROWS, module.SHIFTED_ROWS)
    error = found[f"shift_{shift}_spread"] / np.sqrt(module.REPEATS)

    assert found[f"shift_{shift}"] == pytest.approx(true + noise, abs=4 * error)


def test_the_small_country_alarms_as_the_placement_test_says():
    """Four comparisons of ten exceed 0.10, and about one of six 0.14."""
    found = numbers("psi_noise")

    assert "four comparisons of ten exceed 0.10 and about one of six exceeds 0.14" in text(
        PLACEMENT
    )
    assert found["country_share_over_0.10"] == pytest.approx(4 / 10, abs=0.04)
    assert found["country_share_over_0.14"] == pytest.approx(1 / 6, abs=0.02)
    assert found["country_mean"] == pytest.approx(found["country_expected"], rel=0.1)


@pytest.mark.parametrize("seed", range(8))
def test_psi_and_harm_are_two_things(seed):
    """Concept drift harms and no PSI moves; data drift moves PSI without harm."""
    found = lab("drift_kinds").run(seed)

    assert found["none_accuracy"] - found["concept_accuracy"] > 0.2
    assert max(found["concept_max_psi"], found["concept_score_psi"], found["none_max_psi"]) < 0.01
    assert found["data_max_psi"] > 0.25
    assert found["data_accuracy"] == pytest.approx(found["none_accuracy"], abs=0.03)
    assert found["label_accuracy"] == pytest.approx(found["none_accuracy"], abs=0.03)
    assert found["label_score_psi"] > 0.25


@pytest.mark.parametrize("seed", range(20))
def test_scores_tell_before_the_labels_come(seed):
    """No false alarm of the scores before the fault, and one within five days of it."""
    found = lab("delayed_labels").run(seed)

    assert 0 <= found["score_alarm_day"] - found["fault_day"] <= 5
    assert found["accuracy_alarm_day"] > found["score_alarm_day"]


def test_scores_that_do_not_move_tell_nothing():
    """The control: the same fault of the accuracy, and a limit that seldom rings by chance."""
    quiet = [lab("delayed_labels").run(seed, scores_move=False) for seed in range(20)]
    early = [run for run in quiet if run["score_alarm_day"] < run["accuracy_alarm_day"]]

    assert len(early) <= 2
    assert numbers("delayed_labels")["accuracy_alarm_day"] >= 40 + 30, "a false alarm"


def test_coarser_columns_hide_everyone():
    """The unique share is what chance gives with 54,400 cells; coarser, nobody is alone."""
    module, found = lab("reidentification"), numbers("reidentification")
    cells = module.POSTAL_CODES * module.BIRTH_YEARS * module.SEXES

    assert found["exact_unique_share"] == pytest.approx(
        (1 - 1 / cells) ** (found["people"] - 1), abs=0.01
    )
    assert found["region_unique_share"] == found["region_under_five_share"] == 0
    assert found["exact_k"] == 1 < found["region_k"] < found["decade_k"]


def test_group_sizes_count_every_person_once():
    """Three people: two alike, one alone; merged years make them one group."""
    module = lab("reidentification")
    people = np.array([[10_000, 1950, 0], [10_000, 1950, 0], [10_000, 1951, 0]])

    assert sorted(module.group_sizes(people)) == [1, 2]
    assert module.group_sizes(module.coarsen(people, 1, 10)).tolist() == [3]


@pytest.mark.parametrize("seed", [1, 8, 2026])
def test_the_tail_follows_the_formula(seed):
    """From 70% to 90% the 99th percentile trebles, as ln 100 × service ÷ (1 − utilization) says."""
    module = lab("queue_tail")
    found = module.run(seed)

    for utilization in module.UTILIZATIONS:
        p99, expected = found[f"p99_at_{utilization:.0%}"], module.expected_p99(utilization)
        assert p99 == pytest.approx(expected, rel=0.15 if utilization > 0.8 else 0.05)
    assert 2.5 < found["p99_at_90%"] / found["p99_at_70%"] < 3.5


def test_the_wait_is_that_of_a_queue_served_in_order():
    """The closed form of the lab against a loop over the requests, with the same draws."""
    module = lab("queue_tail")
    seconds = module.latencies(np.random.default_rng(3), 0.8, requests=500)
    rng = np.random.default_rng(3)
    arrivals = np.cumsum(rng.exponential(module.SERVICE / 0.8, 500))
    free, expected = 0.0, []
    for arrival, service in zip(arrivals, rng.exponential(module.SERVICE, 500), strict=True):
        free = max(free, arrival) + service
        expected.append(free - arrival)

    np.testing.assert_allclose(seconds, expected)


@pytest.mark.parametrize("seed", [1, 5])
def test_a_router_that_looks_shortens_the_tail(seed):
    """Random is worst, all machines compared is best, and two compared gain most of it."""
    found = lab("routers").run(seed)

    for machines in lab("routers").FLEETS:
        random, two, least = (
            found[f"{router}_p99_{machines}"] for router in ("random", "two", "least")
        )
        assert least < two < random, machines
        assert random - two > 2 * (two - least), machines
        assert found[f"two_late_{machines}"] < 0.0001 > found[f"least_late_{machines}"], machines


def test_a_random_split_is_a_queue_of_its_own_for_each_machine():
    """The simulation of the other two routers, told to look at nothing, meets the formula."""
    module = lab("routers")
    found = module.found_inside(np.random.default_rng(4), lambda _inside, one, _other: one, 20)

    assert module.p99(found) == pytest.approx(module.run()["random_p99_20"], rel=0.05)
    assert sum(found[1:]) / sum(found) == pytest.approx(12.5 / 20, abs=0.01)  # the busy share


def test_late_is_who_waits_longer_than_the_limit():
    """Nobody ahead: one service longer than the limit; one ahead: at most one ends before it."""
    module = lab("routers")
    means = 2.0
    alone, behind_one = np.exp(-means), np.exp(-means) * (1 + means)

    assert module.late_share([5], means * module.SERVICE) == pytest.approx(alone)
    assert module.late_share([0, 5], means * module.SERVICE) == pytest.approx(behind_one)
    assert module.late_share([1, 1], means * module.SERVICE) == pytest.approx(
        (alone + behind_one) / 2
    )


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_overfitting_is_what_tells_the_members(seed):
    """The deeper the tree, the larger the attacker's advantage; at depth 3, next to none."""
    names = ("depth_3", "depth_5", "depth_8", "depth_12", "unlimited")
    found = lab("membership").run(seed)
    advantages = [found[f"{name}_advantage"] for name in names]

    assert advantages == sorted(advantages)
    assert advantages[0] < 0.03
    assert advantages[-1] > 0.2
    assert found["unlimited_train_accuracy"] == 1
    assert found["depth_3_test_accuracy"] > found["unlimited_test_accuracy"]


def test_the_attack_finds_members_only():
    """Among people who did not train the tree, it guesses right about any half equally often."""
    module = lab("membership")
    features, labels = module.make_people(np.random.default_rng(5))
    trained = np.arange(len(labels)) < len(labels) // 2
    right = module.tree_answers(features, labels, trained)[-1] == labels
    others = right[~trained]

    assert right[trained].all()
    assert others[::2].mean() == pytest.approx(others[1::2].mean(), abs=0.06)
    assert others.mean() < 0.85


def test_a_lost_table_comes_back_as_the_page_computes():
    """The replay of a day, by hand; and half of a short distance between tests is the share."""
    module, found = lab("recovery"), numbers("recovery")
    busy = 1.9 * module.PAYMENTS / module.DAY

    assert module.counted(np.array([0.0, module.DAY])) == pytest.approx([0, module.PAYMENTS])
    assert found["stream_max"] == pytest.approx(
        module.NOTICE + module.PAYMENTS / (module.READ - busy), rel=0.001
    )
    for name, breaks in module.BREAKS.items():
        for days in module.TESTS:
            parts = days / breaks
            expected = 1 - (1 - np.exp(-parts)) / parts
            assert found[f"{name}_{days}"] == pytest.approx(expected, abs=0.008), (name, days)


@pytest.mark.parametrize("seed", range(20))
def test_copies_are_quick_and_lack_what_the_stream_has(seed):
    """A copy alone lacks payments; a nightly one before the stream saves little, an hourly much."""
    found = numbers("recovery", seed)

    assert found["lost_24"] > found["lost_6"] > found["lost_1"] > 20_000
    assert found["with_1"] < 0.55 * found["stream"]
    assert 1.5 < found["stream"] - found["with_24"] < 2.5
    assert 3 < found["with_24_p95"] - found["stream"] < 4.5
    assert found["yearly_7"] < 0.015 < 0.10 < found["yearly_90"] < 0.13 < found["yearly_365"]
    assert found["yearly_365"] > 1 / 3


@pytest.mark.parametrize("seed", range(20))
def test_a_tail_sample_finds_faults_and_needs_weights(seed):
    """It keeps what occurred and exaggerates it; a head sample is fair and misses it."""
    found = numbers("trace_sampling", seed)
    times = found["naive_failed"] / found["true_failed"]

    assert found["head_0.01_kinds"] < 4 < found["equal_kinds"] < 6
    assert 11.5 < found["head_0.1_kinds"] < 12.5
    assert 18.3 < found["tail_kinds"] < 19.4
    assert 15_200 < found["tail_kept"] < 15_700
    assert times == pytest.approx(65, abs=1)
    assert found["weighted_failed"] == pytest.approx(found["true_failed"], rel=0.01)
    assert found["head_failed_spread"] > 4 * found["weighted_failed_spread"]
    assert found["weighted_p95"] == pytest.approx(found["true_p95"], rel=0.04)
    assert found["naive_p95"] > 9 * found["true_p95"]


def test_kinds_in_a_sample_by_hand():
    """A failure that came twice is in a sample of one half with a chance of three quarters."""
    module = lab("trace_sampling")

    assert module.kinds_seen(np.array([2.0, 0.0]), 0.5) == pytest.approx(0.75)
    assert module.quantile(np.array([1.0, 2.0]), np.array([1.0, 3.0]), 1.0) == 2.0


@pytest.mark.parametrize("epsilon", [0.1, 1.0, 10.0])
def test_one_noisy_answer_tells_as_much_as_the_formula(epsilon):
    """Laplace noise of scale 1 ÷ ε stays below one half with a chance of 1 − e^(−ε/2) ÷ 2."""
    expected = 1 - np.exp(-epsilon / 2) / 2

    assert numbers("dp_noise")[f"guess_{epsilon:g}"] == pytest.approx(expected, abs=0.003)


def test_many_noisy_answers_tell_with_their_root():
    """For small ε the best test is right as often as a normal curve lies below ε √n ÷ 2."""
    found = numbers("dp_noise")

    for asks in (100, 1_000):
        expected = NormalDist().cdf(0.1 * np.sqrt(asks) / 2)
        assert found[f"asked_{asks}"] == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("seed", range(20))
def test_burn_rules_fire_when_the_formula_says(seed):
    """The long window rises from the usual burn; deployments are the false alarms at 1%."""
    found = numbers("burn_rate", seed)

    assert found["payments_loose_false"] == pytest.approx(19, abs=0.5)
    assert found["payments_page_brownout"] == pytest.approx(14.2 * 60 / 19.8, abs=2)
    assert found["payments_ticket_leak"] == pytest.approx(0.8 * 4_320 / 1.3, rel=0.15)
    assert found["payments_ticket_plateau"] < 480, "uneven traffic: it would need 12 mean hours"
    assert found["payments_page_false"] == 0
    assert found["payments_ticket_false"] < 0.3
    assert found["payments_spent"] == pytest.approx(0.875, abs=0.01)


def test_eight_hours_by_day_are_thirteen_average_ones():
    """From 09:00 to 17:00 of a day come 55% of its payments."""
    requests, _ = lab("burn_rate").make_month(np.random.default_rng(0), 1_000.0)
    day = requests[: lab("burn_rate").DAY]

    assert day[540:1_020].sum() / day.sum() == pytest.approx(0.55, abs=0.005)


@pytest.mark.parametrize("seed", range(5))
def test_lost_counts_of_the_day_cost_less_than_the_rules_do(seed):
    """Half of the day's counts is worse than all and better than none; rules are worst."""
    found = lab("lost_counts").run(seed)

    assert found["whole"] < found["half"] < found["empty"] < found["rules"]
    assert 4 * (found["half"] - found["whole"]) < found["rules"] - found["whole"]


def test_a_rare_share_hangs_on_the_scores_of_honest_cases():
    """With true scores the share is found; one in 10,000 too high nearly doubles it."""
    module, found = lab("rare_share"), numbers("rare_share")

    assert found["too_high_0"] == pytest.approx(module.SHARE, rel=0.01)
    assert found["trebled"] == pytest.approx(module.TREBLED, rel=0.01)
    assert found["too_high_1"] > 1.5 * module.SHARE
    assert found["too_high_2"] > module.TREBLED


def test_the_band_of_a_moved_threshold_tells_both_worlds_apart():
    """Odds of the band treble; all that is refused then is more than the band alone."""
    module, found = lab("rare_share"), numbers("rare_share")
    odds = [found[key] / (1 - found[key]) for key in ("frauds", "frauds_before")]

    assert odds[0] / odds[1] == pytest.approx(3, rel=0.02)
    assert module.LIMIT < found["frauds"] < 2 * module.LIMIT
    assert found["band"] < found["refused"]
