"""The labs run, keep their own rules, and print the numbers that the pages print."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "guide"
LABS = GUIDE / "labs"
PAGE = GUIDE / "sub-skills" / "data-pipeline-design" / "point-in-time-joins.md"
ROUNDING = 0.001  # the pages print three decimals
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="module")
def lab() -> Iterator[ModuleType]:
    """The module of the lab, imported as its neighbours in `guide/labs` import each other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.syspath_prepend(LABS)
        yield importlib.import_module("point_in_time_join")


@pytest.fixture(scope="module")
def numbers(lab: ModuleType) -> dict[str, float]:
    """What the lab computes with its own seed."""
    return lab.run()


@pytest.fixture(scope="module")
def page() -> str:
    """The topic page that prints the lab's numbers."""
    return PAGE.read_text(encoding="utf-8")


def test_the_sentences_print_what_the_lab_computes(page, numbers):
    """A rounded figure of a table, with the words that give it its meaning."""
    assert f"a value from after the payment: {numbers['leaky_future_share']:.0%} in the lab" in page


def test_the_order_holds_over_fifty_seeds(lab, page):
    """The leak flatters offline and costs in service, whatever the seed; the page says how much."""
    runs = [lab.run(seed) for seed in range(50)]
    leads = [run["honest_served_auc"] - run["leaky_served_auc"] for run in runs]

    assert all(run["leaky_offline_auc"] > run["honest_offline_auc"] for run in runs)
    assert min(leads) > 0
    assert (
        f"over 50 seeds, B always leads in service, by {min(leads):.2f} to {max(leads):.2f}" in page
    )


def test_one_feature_ranks_alike_in_both_models(numbers):
    """AUC cannot tell the two joins apart on a single feature; log loss can."""
    assert numbers["leaky_single_served_auc"] == pytest.approx(numbers["honest_single_served_auc"])
    assert numbers["leaky_single_served_log_loss"] > numbers["honest_single_served_log_loss"] + 0.1


@pytest.mark.parametrize("seed", range(5))
def test_a_weight_that_is_too_large_loses_to_a_constant(lab, seed):
    """The page draws the loss in service: it falls, turns and rises above that of no feature."""
    numbers = lab.run(seed)
    losses = [numbers[f"weight_{weight}_loss"] for weight in lab.WEIGHTS]
    best = losses.index(min(losses))

    assert 0 < best < len(losses) - 1
    assert losses == [*sorted(losses[: best + 1], reverse=True), *sorted(losses[best + 1 :])]
    assert losses[-1] > numbers["constant_log_loss"] > losses[best]
    assert abs(lab.WEIGHTS[best] - numbers["honest_single_weight_disputes"]) <= 0.2


def test_the_lab_prints_what_it_returns(numbers):
    """`python guide/labs/point_in_time_join.py`, as a reader runs it."""
    command = [sys.executable, str(LABS / "point_in_time_join.py")]
    done = subprocess.run(
        command, env=ENVIRONMENT, capture_output=True, text=True, timeout=20, check=True
    )
    printed = {name: float(value) for name, value in map(str.split, done.stdout.splitlines())}

    assert printed == pytest.approx(numbers, abs=ROUNDING)


@pytest.mark.parametrize("seed", [0, 7, 2026])
def test_point_in_time_join_never_sees_the_future(lab, seed):
    """Each label gets its customer's newest value not later than itself, or a null.

    The lab's snapshots are moved by up to 20 days, so that values fall before, on and after the
    labels; "nearest" instead of "backward" would fail here.
    """
    labels, snapshots = lab.make_tables(seed, customers=500)
    days = np.random.default_rng(seed).integers(-20, 21, len(snapshots))
    snapshots["snapshot_at"] += pd.to_timedelta(days, unit="D")
    snapshots = snapshots.drop_duplicates(["customer", "snapshot_at"])
    joined = lab.point_in_time_join(labels, snapshots).set_index("customer").sort_index()
    pairs = labels.merge(snapshots, on="customer")
    pairs = pairs[pairs["snapshot_at"] <= pairs["at"]]
    expected = pairs.groupby("customer")["snapshot_at"].max().reindex(joined.index)

    assert len(joined) == len(labels)
    assert not (joined["snapshot_at"] > joined["at"]).any()
    assert (joined["snapshot_at"] == joined["at"]).any(), "no value on the label's own day"
    pd.testing.assert_series_equal(joined["snapshot_at"], expected)


def test_point_in_time_join_leaves_a_gap_where_nothing_was_known(lab):
    """A later value is no substitute: the feature is null."""
    labels, snapshots = lab.make_tables(customers=300)
    future = snapshots.assign(snapshot_at=labels["at"].max() + pd.Timedelta(days=1))
    joined = lab.point_in_time_join(labels, future)

    assert len(joined) == len(labels)
    assert joined["disputes"].isna().all()


def test_latest_value_join_sees_the_future(lab, numbers):
    """The leak is there to be found: every row of the lab has it, and no row of the repair."""
    labels, snapshots = lab.make_tables(customers=300)
    joined = lab.latest_value_join(labels, snapshots)

    assert (joined["snapshot_at"] > joined["at"]).all()
    assert numbers["honest_future_share"] == 0


def python_blocks(page: str) -> Iterator[tuple[int, str]]:
    """Yield (line of its fence, code) for each block of Python that is to run.

    A block shown inside another fence is text. A MyST comment `% not run: reason` on the line
    above a block exempts it; without a reason it does not.
    """
    lines = page.splitlines()
    fence = info = ""
    start = 0
    for number, line in enumerate(lines):
        opened = re.match(r"[ >]*(`{3,}|~{3,})\s*([^`]*)$", line)
        if not fence and opened:
            fence, info, start = opened[1], opened[2].strip(), number
        elif fence and opened and opened[1].startswith(fence) and not opened[2].strip():
            above = lines[start - 1].strip() if start else ""
            if info == "python" and not re.match(r"% not run: *\S", above):
                indent = len(lines[start]) - len(lines[start].lstrip())
                yield start + 1, "\n".join(code[indent:] for code in lines[start + 1 : number])
            fence = ""


def all_blocks() -> Iterator[object]:
    """Yield every block of the guide as a test case, named after its page and line."""
    for path in sorted(GUIDE.rglob("*.md")):
        for line, code in python_blocks(path.read_text(encoding="utf-8")):
            yield pytest.param(code, id=f"{path.relative_to(ROOT).as_posix()}:{line}")


@pytest.mark.parametrize("code", list(all_blocks()))
def test_python_blocks_of_the_guide_run(code, tmp_path):
    """Each block alone, in an empty folder, within 20 seconds."""
    script = tmp_path / "block.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_blocks_are_found_and_exempted():
    """The finder itself: nested fences are text, a reason exempts, an empty reason does not."""
    page = "\n".join([
        "```python", "a = 1", "```",
        "% not run: needs a cluster", "```python", "b = 1", "```",
        "% not run:", "```python", "c = 1", "```",
        "````md", "```python", "d = 1", "```", "````",
        "- item", "", "  ```python", "  if True:", "      e = 1", "  ```",
        "```text", "f = 1", "```",
    ])  # fmt: skip

    assert [code for _, code in python_blocks(page)] == ["a = 1", "c = 1", "if True:\n    e = 1"]
