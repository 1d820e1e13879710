"""The lab on proxies: the turn comes from the gap, and what stops it is the guardrail."""

import numpy as np
import pytest
from labs import lab, numbers


@pytest.mark.parametrize("seed", range(6))
def test_a_proxy_that_is_a_target_rises_while_the_cost_turns(seed):
    """The cost first falls under each rule; under the proxy alone it ends above its start."""
    result = numbers("proxy_gap", seed)
    shares = [result[f"proxy_share_{week}"] for week in lab("proxy_gap").SHOWN]

    assert shares == sorted(shares)
    for rule in ("proxy", "guarded", "goal"):
        assert result[f"{rule}_cost_10"] < result[f"{rule}_cost_0"] - 30
    assert 10 <= result["turn"] <= 20
    assert result["proxy_cost_60"] > result["proxy_cost_0"] + 60


@pytest.mark.parametrize("seed", range(6))
def test_a_guardrail_keeps_the_cost_falling_and_the_cost_itself_ends_lower(seed):
    """The page says both: the guardrail stops the turn, and does not reach the lowest cost."""
    result, shown = numbers("proxy_gap", seed), lab("proxy_gap").SHOWN
    for rule in ("guarded", "goal"):
        costs = [result[f"{rule}_cost_{week}"] for week in shown]
        assert costs == sorted(costs, reverse=True)
    assert result["goal_cost_60"] < result["guarded_cost_60"] - 30


def test_the_turn_needs_ideas_that_hide_the_way_to_a_person():
    """Without a gap to move into, goal and proxy stay together to the end."""
    lab("proxy_gap")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lab("proxy_gap"), "HIDE", 0.0)
        result = lab("proxy_gap").run()

    assert result["proxy_cost_60"] < result["proxy_cost_30"] < result["proxy_cost_0"]


def test_the_page_redoes_the_first_week():
    """55 x 4.50 + 5 x 13.50 = 315."""
    gap = lab("proxy_gap")

    assert gap.cost(np.array(gap.SOLVED), np.array(gap.STRANDED)) == pytest.approx(315)
    assert gap.proxy(gap.SOLVED, gap.STRANDED) == pytest.approx(0.45)
