"""The labs on data pipelines against theory, and the claims that pages draw from them."""

from itertools import pairwise
from math import expm1, log
from statistics import NormalDist, mean

import pytest
from conftest import ROOT
from labs import lab, numbers

CONTRACTS = "guide/sub-skills/data-pipeline-design/data-contracts.md"
NOISE, SALE_SHARE, SALES = 0.05, 0.08, (-0.25, -0.15, 0.12)
LIMITS = (10, 15, 20, 50)
NOTHING = pytest.approx([0, 0, 0], abs=1e-12)


@pytest.mark.parametrize("key", ["extra", "missing", "sum"])
def test_three_ways_to_write_leave_the_same_table_after_a_crash(key):
    """They share a row of the page; only a changed source tells them apart."""
    ways = ("skip_known", "upsert", "overwrite")

    assert [numbers("idempotent_load")[f"{way}_first_{key}"] for way in ways] == NOTHING


@pytest.mark.parametrize("seed", range(3))
def test_small_chunks_with_their_surroundings_beat_every_size(seed):
    """And a title helps each size; with titles, four sentences are the best of them."""
    result = numbers("chunk_recall", seed)
    plain, title = (
        {size: result[f"{name}_{size}_answer"] for size in lab("chunk_recall").SIZES}
        for name in ("plain", "title")
    )

    assert result["plain_widened"] > max(plain.values())
    assert result["title_widened"] > max(title.values())
    assert max(title, key=title.__getitem__) == 4
    assert all(title[size] > plain[size] for size in plain)


def off(limit: int, shift: float) -> float:
    """Return the chance that a day's median is off by more than the limit, by the normal law."""
    days = NormalDist(shift, NOISE)
    return 1 - (days.cdf(log(1 + limit / 100)) - days.cdf(log(1 - limit / 100)))


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_fires_as_often_as_noise_and_sales_say(limit):
    """On clean days, on those of them with a sale, and on days with net prices."""
    result = numbers("stop_or_warn")
    sales = SALE_SHARE * mean(off(limit, shift) for shift in SALES)
    net = (1 - SALE_SHARE) * off(limit, log(1 / 1.2))
    net += SALE_SHARE * mean(off(limit, shift + log(1 / 1.2)) for shift in SALES)

    assert result[f"sale_{limit}"] == pytest.approx(365 * sales, abs=1.5)
    clean = sales + (1 - SALE_SHARE) * off(limit, 0)
    assert result[f"clean_{limit}"] == pytest.approx(365 * clean, abs=1.5)
    assert result[f"net_{limit}"] == pytest.approx(net, abs=0.015)


@pytest.mark.parametrize("seen", [0.01, 0.25, 0.9])
def test_a_missed_fault_meets_the_clause_again_each_day(seen):
    """The page writes the lab's sum in closed form."""
    missed = 1 - seen

    assert lab("stop_or_warn").days_passed(seen) == pytest.approx(missed * (1 - missed**45) / seen)


@pytest.mark.parametrize("seed", range(5))
def test_a_warning_at_15_percent_costs_less_than_any_stop(seed):
    """With other draws of the days, too; and the wide limit sees each day of cents."""
    result = numbers("stop_or_warn", seed)
    stops = {limit: result[f"stop_{limit}"] for limit in LIMITS}

    assert min(stops, key=stops.__getitem__) == 15
    assert result["warn_15"] < stops[15] / 2
    assert (result["clean_50"], result["cents_50"]) == (0, 1)


def test_the_page_on_contracts_says_what_the_lab_draws():
    page, module = (ROOT / CONTRACTS).read_text("utf-8"), lab("stop_or_warn")

    assert f"The lab draws {module.DAYS:,} clean days." in page
    assert f"standard deviation of {NOISE:.0%}" in page
    low, middle, high = (expm1(shift) for shift in SALES)
    assert f"by −{-low:.0%}, −{-middle:.0%} or +{high:.0%}." in page
    assert f"Of {numbers('stop_or_warn')['clean_15'] + module.FAULTS:.0f} narrow warnings" in page
    assert (module.FALSE_STOP, module.WARNING) == (350 + 114, 44)


WAYS = ("query_5", "query_15", "query_30", "query_60", "query_240")


@pytest.mark.parametrize("seed", range(3))
def test_frequent_queries_see_more_and_overlook_more(seed):
    """A booking of up to ten minutes is open at a query every T minutes in about 5 of T cases."""
    result = numbers("change_capture", seed)
    seen, overlooked = ([result[f"{way}_{key}"] for way in WAYS] for key in ("empty", "overlooked"))

    assert seen == sorted(seen, reverse=True)
    assert overlooked == sorted(overlooked, reverse=True)
    assert overlooked[:3] == pytest.approx([0.75, 5 / 15, 5 / 30], abs=0.06)


@pytest.mark.parametrize("seed", range(3))
def test_a_query_that_looks_back_is_stale_in_no_row_and_short_of_changes(seed):
    """It keeps deleted rows all the same, and sees nearly all of the time without stock."""
    result = numbers("change_capture", seed)

    assert (result["careful_60_overlooked"], result["careful_60_stale"]) == (0, 0)
    assert result["query_60_stale"] > 0
    assert result["careful_60_changes"] < 0.85
    assert result["careful_60_empty"] < 0.9 < 0.95 < result["careful_60_time"]
    assert result["dump_empty"] < 0.2 < result["query_240_empty"]


WINDOWS = "guide/sub-skills/data-pipeline-design/window-features.md"


@pytest.mark.parametrize("seed", [0, 3, 2026])
def test_a_window_of_tiles_is_half_a_tile_too_long(seed):
    """The page says so on average; larger tiles are fewer."""
    tiles = lab("window_tiles").TILES
    result = numbers("window_tiles", seed)

    for tile in tiles:
        assert result[f"added_{tile}"] == pytest.approx(tile / 2 / 1_440, rel=0.1)
    entries = [result[f"tiles_{tile}"] for tile in tiles]
    assert entries == sorted(entries, reverse=True)
    assert entries[tiles.index(60)] == pytest.approx(25, abs=0.2)
    assert entries[0] > 0.85 * 300  # a minute's tile seldom holds two payments


@pytest.mark.parametrize("seed", [0, 3, 2026])
def test_only_the_right_twin_agrees_with_the_stream(seed):
    """And rarer differences need more rows, as the page computes them."""
    result = numbers("window_twin", seed)

    assert result["same"] == 0
    assert result["own"] == 1
    assert 3 / 1_000 < result["exact"] < result["arrival"] < 0.2


def test_stream_and_twin_count_the_small_example_of_the_page():
    """Three payments on Monday, asked on Tuesday at 09:20; then at 10:00, when a tile has left."""
    at = [9 * 60 + 10, 9 * 60 + 50, 23 * 60 + 30, 33 * 60 + 20, 34 * 60]
    cents = [4_000, 2_000, 6_000, 0, 0]
    columns = zip(range(5), at, cents, strict=True)
    rows = [(n, 7, 60 * minute, 60 * minute + 1.0, amount) for n, minute, amount in columns]
    windows = lab("window_twin")
    streamed, exact = windows.stream(rows), windows.TWIN.replace(*windows.CHANGES["exact"])

    assert streamed == windows.batch(rows)
    assert streamed[3] == (3, 12_000)
    assert streamed[4] == (2, 6_000)  # the last of Monday, and the question of 09:20
    assert windows.batch(rows, exact)[3] == (2, 8_000)


def test_the_page_prints_the_twin_that_the_lab_runs():
    """The block has no other way to stay the same."""
    assert lab("window_twin").TWIN in (ROOT / WINDOWS).read_text("utf-8")


LABELS = "guide/sub-skills/data-pipeline-design/labels.md"


@pytest.mark.parametrize("seed", [1, 5, 7])
def test_labels_that_the_model_asked_for_find_as_many_faults_as_eight_times_as_many(seed):
    """And they hold more faults, which is the reason."""
    result = numbers("active_labels", seed)
    recall = {plan: result[f"{plan}_recall"] for plan in ("random_8000", "active_2000")}

    assert recall["active_2000"] > recall["random_8000"]
    assert recall["active_2000"] == pytest.approx(result["random_16000_recall"], abs=0.01)
    assert result["active_2000_faults"] > 3 * result["random_2000_faults"]
    assert 0.003 < result["active_4000_recall"] - recall["active_2000"] < 0.02


@pytest.mark.parametrize("seed", [1, 5, 7])
def test_wrong_labels_of_a_rare_class_cost_recall(seed):
    result = numbers("active_labels", seed)

    assert result["once_16000_recall"] < result["random_16000_recall"] - 0.01


@pytest.mark.parametrize("seed", [1, 5, 7])
def test_recall_is_measured_on_rows_that_chance_picked(seed):
    """Picked rows report far too little; bands of scores halve the width of a plain draw."""
    result = numbers("active_labels", seed)
    true = result["active_2000_recall"]

    assert result["picked"] < true - 0.3
    assert [result["random"], result["band"]] == pytest.approx([true, true], abs=0.01)
    width = {way: result[f"{way}_high"] - result[f"{way}_low"] for way in ("random", "band")}
    assert width["band"] < 0.65 * width["random"]


def test_the_page_on_labels_says_what_the_lab_plays():
    page, module = (ROOT / LABELS).read_text("utf-8"), lab("active_labels")
    result = numbers("active_labels")
    picked = (result["active_2000_faults"] - result["random_1000_faults"]) / 1_000

    assert f"a day of {module.DAY:,} bags, {module.FAULTY} of them faulty" in page
    assert f"begins with {module.START:,} labels" in page
    assert f"picks {module.BATCH} at a time" in page
    assert f"{module.REFUSED:.1%} of the good parcels" in page
    assert picked / (module.FAULTY / module.DAY) == pytest.approx(10, abs=0.5)
    shares = [f"{high - low:.0%}" for low, high in pairwise(module.BANDS)]
    assert f"the highest {shares[0]}, the next {shares[1]}, and the rest" in page
    assert all(f"passed * {share} / checks" in page for share in shares)
