"""The labs on routers and overload: what the pages say holds for other seeds and by formula."""

import math

import numpy as np
import pytest
from labs import lab

SEEDS = range(20)


@pytest.fixture
def limits(monkeypatch):
    """The lab on what routers know, with fewer requests."""
    module = lab("router_limits")
    monkeypatch.setattr(module, "REQUESTS", 25_000)
    return module


def erlang_c(workers: int, load: float) -> float:
    """The share that waits in M/M/c, summed term by term."""
    terms = [load**k / math.factorial(k) for k in range(workers)]
    full = load**workers / math.factorial(workers) / (1 - load / workers)
    return full / (sum(terms) + full)


@pytest.mark.parametrize("machines", [14, 15, 20])
def test_the_shared_queue_keeps_its_formula(machines):
    """One request in a hundred is later than the p99: waits are exponential, if there is a wait."""
    routers, limits = lab("routers"), lab("router_limits")
    load, late = routers.RATE * routers.SERVICE, limits.shared_p99(machines) / routers.SERVICE
    spare, waits = machines - load, erlang_c(machines, routers.RATE * routers.SERVICE)
    over = math.exp(-late) * (1 + waits * (1 - math.exp(-late * (spare - 1))) / (spare - 1))

    assert over == pytest.approx(0.01, abs=0.0002)
    assert limits.shared_p99(1_000) == pytest.approx(math.log(100) * routers.SERVICE, abs=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_rules_keep_their_order(seed, limits):
    rng = np.random.default_rng(seed)
    fresh = {rule: limits.play(rng, rule)[0] for rule in ("random", "two", "least")}

    assert fresh["random"] > limits.turns_p99(limits.MACHINES) > fresh["two"] > fresh["least"]
    assert fresh["least"] > limits.shared_p99(limits.MACHINES)


@pytest.mark.parametrize("seed", range(5))
def test_old_counts_turn_the_order_round(seed, limits):
    rng = np.random.default_rng(seed)
    p99 = {
        (rule, age): limits.play(rng, rule, age=age)[0]
        for rule in ("two", "least")
        for age in (5, 20)
    }

    assert p99["least", 5] > 1.5 * p99["two", 5]
    assert p99["least", 20] > 3 * p99["two", 20]


@pytest.mark.parametrize("seed", range(5))
def test_a_broken_machine_attracts_those_who_count(seed, limits):
    rng = np.random.default_rng(seed)
    share = {
        (rule, machines): limits.play(rng, rule, machines, broken=1)[1]
        for rule in ("random", "two", "least")
        for machines in (15, 20)
    }

    assert share["random", 15] == pytest.approx(1 / 15, abs=0.005)
    assert share["two", 15] == pytest.approx(1 / 8, abs=0.015)
    assert share["least", 15] == pytest.approx(0.22, abs=0.01)
    assert share["least", 20] == pytest.approx(0.12, abs=0.01)


@pytest.mark.parametrize("seed", range(5))
def test_a_zone_that_fails_attracts_what_the_page_computes(seed, limits):
    """Five broken machines share with those that are empty: f = 5 ÷ (18 − (1 − f) × 12.5)."""
    share = 0.5
    for _ in range(100):
        share = 5 / (18 - (1 - share) * limits.RATE * limits.SERVICE)
    found = limits.play(np.random.default_rng(seed), "least", 18, broken=5)[1]

    assert found == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize("seed", range(5))
def test_counts_of_few_routers_beat_two_draws(seed, monkeypatch):
    many, limits = lab("many_routers"), lab("router_limits")
    monkeypatch.setattr(many, "REQUESTS", 15_000)

    def p99(*case):
        return many.play(np.random.default_rng(seed), *case)[0]

    own = [p99("least", routers) for routers in many.ROUTERS]
    told = [p99("least", routers, 15, many.BUSY, True) for routers in many.ROUTERS]
    assert own == sorted(own)
    assert all(tells < counts for tells, counts in zip(told, own, strict=True))
    assert own[0] < p99("two", 3)
    assert told[2] < p99("two", 50, 15, many.BUSY, True)
    assert own[2] < limits.turns_p99(15) * 1.3


def test_one_router_of_the_many_is_the_router_that_sees_all(limits):
    many = lab("many_routers")
    one = many.play(np.random.default_rng(1), "least", 1)[0]

    assert one == pytest.approx(limits.play(np.random.default_rng(1), "least")[0], rel=0.1)


@pytest.mark.parametrize("seed", range(3))
def test_a_broken_machine_attracts_less_where_each_router_sees_a_part(seed, limits, monkeypatch):
    many = lab("many_routers")
    monkeypatch.setattr(many, "REQUESTS", 25_000)

    def share(routers, machines, broken, *error):
        case = (routers, machines, 12.5 / machines, False, broken, *error)
        return many.play(np.random.default_rng(seed), "least", *case)[1]

    alone = limits.play(np.random.default_rng(seed), "least", 20, broken=1)[1]
    assert share(1, 20, 1) == pytest.approx(alone, abs=0.01)
    assert 1 / 20 < share(3, 20, 1) == pytest.approx(0.073, abs=0.006)
    assert share(2, 18, 5) == pytest.approx(0.39, abs=0.02)
    assert share(2, 18, 5, many.TIMEOUT) < 0.07


def test_turns_keep_their_formula():
    """Each machine gets every n-th request: the lab's formula against a queue played out."""
    limits, rng = lab("router_limits"), np.random.default_rng(1)
    gaps = rng.gamma(15, 1 / limits.RATE, 400_000)
    works = rng.exponential(limits.SERVICE, 400_000)
    walk = np.cumsum(np.concatenate([[0.0], works[:-1] - gaps[1:]]))
    inside = walk - np.minimum.accumulate(walk) + works

    assert np.percentile(inside, 99) == pytest.approx(limits.turns_p99(15), rel=0.05)
    assert lab("router_limits").run()["turns_equal_p99"] < 2 * limits.SERVICE


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spike_ends_or_does_not(seed):
    overload = lab("overload")
    names = ("free", "once", "budget", "bounded", "deadline", "restart", "door")
    counts = {name: overload.play(seed, overload.CASES[name]) for name in names}
    good = {name: counted["good"] for name, counted in counts.items()}
    back = {
        name: next((b for b in range(5, 24) if bins[b] > 60 * overload.BIN), None)
        for name, bins in good.items()
    }

    assert back["free"] is None
    assert sum(good["free"][6:]) == 0
    assert back["bounded"] == back["deadline"] == 5
    assert back["once"] < back["budget"]
    assert back["restart"] is None
    assert back["door"] in range(12, 16)
    # while nothing succeeds, each of 80 first tries makes three calls
    assert sum(counts["free"]["calls"][10:]) / 70 == pytest.approx(3 * overload.BASE, rel=0.03)
    assert sum(counts["budget"]["calls"][6:12]) / 30 == pytest.approx(1.1 * overload.BASE, rel=0.06)


@pytest.mark.parametrize("seed", range(3))
def test_a_queue_shorter_than_callers_wait_saves_the_service(seed):
    overload = lab("overload")
    lost = {
        name: sum(counts["first"][4:]) - sum(counts["good"][4:])
        for name in ("room_40", "room_80", "room_120", "costly", "costly_free")
        for counts in [overload.play(seed, overload.CASES[name])]
    }

    assert lost["room_40"] < lost["room_80"] < lost["costly_free"] / 4
    assert min(lost["room_120"], lost["costly_free"]) > 8_000
    assert lost["costly"] < lost["costly_free"] / 4


def test_short_trips_need_replicas_of_their_own():
    """The question `lb-short-trips`: by the fewest unfinished, four in a hundred are late."""
    rng, mean = np.random.default_rng(1), 0.95 * 0.02 + 0.05 * 2
    arrivals = np.cumsum(rng.exponential(mean / 6, 60_000)).tolist()
    long = (rng.random(60_000) < 0.05).tolist()
    free, found, late = [0.0] * 10, 0, 0
    for now, tour in zip(arrivals, long, strict=True):
        first = free.index(min(free))  # at least as good as counting
        waits = max(0.0, free[first] - now)
        free[first] = max(now, free[first]) + (2 if tour else 0.02)
        found += not tour and waits > 0
        late += not tour and waits + 0.02 > 0.2
    shorts = long.count(False)

    assert found / shorts == pytest.approx(0.09, abs=0.02)  # 0.08 by counts, which see less
    assert late / shorts > 0.02
    # Three and seven replicas, one of them missing; one of two that is left has no room.
    busy = [50 * 0.95 * 0.02 / 2, 50 * 0.05 * 2 / 6, 50 * 0.95 * 0.02 / 1]
    assert [f"{share:.1%}" for share in busy] == ["47.5%", "83.3%", "95.0%"]
