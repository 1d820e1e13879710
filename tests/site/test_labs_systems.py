"""The labs of the systems: what their pages claim holds for other seeds, too."""

from __future__ import annotations

import numpy as np
import pytest
from labs import lab


@pytest.mark.parametrize("seed", [2, 5])
def test_workers_that_share_a_queue_keep_the_promise(seed):
    """A replica lost, the forecast too low; cores with a queue of their own fail earlier."""
    found = lab("shared_queue").run(seed)

    assert found["shared_all_p99"] < found["shared_lost_p99"] < found["shared_quarter_p99"] < 28
    assert found["shared_quarter_late"] < 0.001
    assert found["apart_lost_p99"] > found["apart_all_p99"] > lab("shared_queue").PROMISED
    assert found["apart_lost_late"] > 0.1
    assert found["apart_lost_p99"] > found["drawn_lost_p99"] > 60
    assert found["shared_lost_p99"] < found["cores_lost_p99"] < 31


def test_one_worker_waits_as_the_formula_for_equal_work_says():
    """A mean wait of work × busy ÷ 2(1 − busy), whether a router looks or not (M/D/1)."""
    module = lab("shared_queue")
    busy = 0.6
    load = busy / module.WORK
    taken = [
        module.latencies(np.random.default_rng(3), 1, 1, load, looks) for looks in (True, False)
    ]

    np.testing.assert_allclose(*taken)
    wait = module.WORK * busy / (2 * (1 - busy))
    assert taken[0].mean() == pytest.approx(module.WORK + wait, rel=0.03)
    assert taken[0].min() == pytest.approx(module.WORK)


def test_five_workers_begin_five_payments_at_once():
    """Nobody waits while one of five is free: at a tenth of the load, practically never."""
    module = lab("shared_queue")
    taken = module.latencies(np.random.default_rng(4), 1, 5, 0.1 * 5 / module.WORK, True)

    assert (taken > module.WORK + 1e-6).mean() < 0.001
