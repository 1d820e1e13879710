"""The labs on modeling: which split misleads, what balancing costs, and where curves cross."""

import pytest
from labs import lab, numbers


@pytest.mark.parametrize("seed", range(6))
def test_only_the_random_split_prefers_the_model_that_loses(seed):
    """Six seeds of six, as the page says; new cards or later days turn the order."""
    result = numbers("time_split", seed)

    assert result["random_nearest"] > result["random_linear"] + 0.03
    for rows in ("group", "time", "live"):
        assert result[f"{rows}_nearest"] < result[f"{rows}_linear"] - 0.03


@pytest.mark.parametrize("seed", range(4))
def test_balancing_keeps_the_order_and_ruins_the_threshold(seed):
    """AUC is the same to three digits; the cost exceeds that of no model, until corrected."""
    result = numbers("rebalanced", seed)

    assert result["half_auc"] == pytest.approx(result["full_auc"], abs=0.002)
    assert result["half_mean"] > 50 * result["fraud"]
    assert result["half_refused"] > 0.2
    assert result["half_cost"] > 5 * result["approve_cost"]
    assert result["corrected_cost"] < result["approve_cost"]
    assert result["full_cost"] < result["approve_cost"]


@pytest.mark.parametrize("seed", range(4))
def test_the_plain_model_leads_first_and_the_rich_one_goes_on(seed):
    """The curves cross between 300 and 1,000 rows, and only one of them is flat at the end."""
    result = numbers("learning_curve", seed)

    assert result["plain_300"] > result["rich_300"]
    assert result["rich_1000"] > result["plain_1000"]
    assert result["plain_10000"] - result["plain_3000"] < 0.005
    assert result["rich_10000"] - result["rich_3000"] > 0.007


def test_the_threshold_of_the_lab_is_that_of_the_page():
    """5.04 / (95 + 5.04): the prices of the case."""
    assert pytest.approx(0.0504, abs=1e-4) == lab("rebalanced").THRESHOLD
