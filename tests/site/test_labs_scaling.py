"""The labs on GPUs that are many or shared: limits equal formulas, directions hold for seeds."""

import numpy as np
import pytest
from labs import lab, numbers

SEEDS = range(20)


def test_the_first_prompt_of_a_kind_is_read_in_full_and_the_second_is_not():
    routing = lab("kv_routing")
    replica = routing.Replica()

    assert replica.take(0.0, 7) == (False, pytest.approx(120), 0)
    assert replica.take(1_000.0, 7) == (True, pytest.approx(40), 0)
    assert replica.take(1_000.0, 8) == (False, pytest.approx(40 + 30 + 120), 1)


def test_a_fixed_replica_gets_the_share_of_its_assistants():
    """The busiest holds the most popular of 40, and each eighth one after it."""
    popular = 1 / np.arange(1, 41)
    share = popular[::8].sum() / popular.sum() * 8

    assert numbers("kv_routing")["hash_20_fullest"] == pytest.approx(share, rel=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_routing_needs_hits_and_balance(seed):
    routing = lab("kv_routing")
    random, least, fixed, aware = (routing.play(router, 60, seed) for router in routing.ROUTERS)

    assert random["hits"] == pytest.approx(0.5, abs=0.05)
    assert least["hits"] == pytest.approx(0.5, abs=0.05)
    assert min(fixed["hits"], aware["hits"]) > 0.97
    assert fixed["fullest"] > 2 > 1.4 > aware["fullest"]
    assert aware["p95"] < 200 < least["p95"] < random["p95"] < fixed["p95"]
    assert max(aware["ahead"], least["ahead"]) < 5 < random["ahead"] < fixed["ahead"]


@pytest.mark.parametrize("seed", SEEDS)
def test_only_walls_keep_a_neighbor_out(seed):
    sharing = lab("gpu_sharing")
    p99 = {
        way: [sharing.play(way, jobs, seed)["p99"] for jobs in (0, 1, 3)] for way in sharing.WAYS
    }

    assert p99["mig"][0] == p99["mig"][2]
    assert p99["own"][0] == p99["own"][2] < p99["mig"][0]
    assert p99["turns"][0] > p99["mig"][0]
    assert p99["turns"][2] > p99["turns"][1] > p99["turns"][0]
    assert p99["mps"][0] < p99["mig"][0] < p99["mps"][2]


@pytest.mark.parametrize("seed", SEEDS)
def test_one_process_keeps_the_promise_that_three_break(seed):
    sharing = lab("gpu_sharing")
    process, part, whole = (sharing.play(way, 1, seed) for way in sharing.PROCESS)

    assert sharing.play("turns", 1, seed)["late"] > 0.01 > 0.005 > process["late"]
    assert whole["p99"] < part["p99"] < process["p99"] < 30
    assert part["job"] == pytest.approx(4 / 7)
    assert part["late"] < 0.005


def test_a_call_in_a_slice_takes_what_the_slice_allows():
    assert numbers("gpu_sharing")["mig_0_p50"] == pytest.approx(4 * 0.4 / 0.25)
    assert numbers("gpu_sharing")["own_0_p50"] == pytest.approx(4)


def test_a_capped_signal_sees_less_than_the_rush_and_load_sees_all():
    scale = numbers("autoscale")

    assert scale["slow_ready_120"] == scale["slow_busy_ready_120"] == 2
    assert scale["slow_ready_180"] == 18
    assert scale["slow_busy_ready_360"] < 9
