"""The labs on law and people: what the pages say holds for other seeds."""

from math import erfc, sqrt

import numpy as np
import pytest
from labs import lab


@pytest.mark.parametrize("seed", range(20))
def test_facts_get_lost_and_reasons_first_become_rare(seed):
    module = lab("evidence_age")
    found = module.run(seed)
    left = [found[f"found_{age}"] for age in module.AGES]

    assert left == sorted(left, reverse=True)
    assert found["found_180"] < 4 < found["found_90"]
    assert found["found_730"] < 0.5
    assert 0.45 < found["reason_365"] < 0.6


def test_a_reason_is_known_as_long_as_one_of_two_engineers_knows_it():
    """Each of two loses it at a constant rate: by leaving, or by forgetting."""
    module = lab("evidence_age")
    one = np.exp(-(module.LEAVING + 1 / module.FORGETTING))

    assert module.run()["reason_365"] == pytest.approx(1 - (1 - one) ** 2, abs=0.01)


@pytest.mark.parametrize("seed", range(20))
def test_a_true_score_refuses_the_riskier_group_more_often(seed):
    """Equal refusals are possible, with another meaning of the score, and they cost more."""
    found = lab("group_metrics").run(seed)

    for group in ("known", "new"):
        assert found[f"{group}_band"] == pytest.approx(found[f"{group}_said"], abs=0.015)
    assert 7 < found["times"] < 10
    assert found["known_equal_false"] == pytest.approx(found["new_equal_false"], abs=1e-4)
    assert found["known_equal_limit"] < 0.035 < 0.2 < found["new_equal_limit"]
    assert 5_000 < found["equal_dearer"] < 10_000


def test_the_refused_share_follows_the_formula():
    """Honest clues are normal; the limit lies where the score reaches it."""
    module = lab("group_metrics")
    found = module.run()
    shares = [100 * share for share in module.SHARES]
    refused = [found[f"false_{share:g}"] for share in shares]

    assert refused == sorted(refused)
    for share, part in zip(module.SHARES, refused, strict=True):
        odds = module.LIMIT / (1 - module.LIMIT) * (1 - share) / share
        clue = (np.log(odds) + module.SIGNAL**2 / 2) / module.SIGNAL
        assert part == pytest.approx(0.5 * erfc(clue / sqrt(2)), rel=0.1)


def test_the_interval_of_nothing_in_a_hundred_is_about_the_rule_of_three():
    low, high = lab("group_metrics").wilson(0, 100)

    assert low == pytest.approx(0, abs=1e-9)
    assert 0.03 < high < 0.04
