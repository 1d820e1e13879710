"""The labs on language models: no token is lost, and what the page says holds for other seeds."""

import re

import numpy as np
import pytest
from conftest import ROOT
from labs import lab

PAGE = ROOT / "guide/sub-skills/model-serving-infrastructure/llm-capacity.md"
ROWS = {
    "whole prompts": "whole",
    "chunks of 256 tokens": "chunked",
    "prefix cached": "cached",
    "both": "both",
    "chunks of 256, nothing overlaps": "apart",
    "chunks of 2,048 tokens": "wide",
}


@pytest.mark.parametrize("chunk", [0, 256])
def test_a_lone_answer_takes_what_the_page_computes(chunk):
    goodput, batching = lab("goodput"), lab("continuous_batching")
    first, done, gaps = goodput.play([5.0], [101], 3_000, chunk, goodput.pace)

    # the last chunk of the prompt is smaller than a step, so weights are read for it, too
    assert first[0] == pytest.approx(5.12, abs=0.01)
    assert sum(often for _gap, often in gaps) == 100
    assert done[0] - first[0] == pytest.approx(100 * batching.pace(1))


@pytest.mark.parametrize("server", ["whole", "chunked", "both", "apart"])
def test_every_token_has_its_gap(server):
    """The gaps of all answers add up to the time from first tokens to last ones."""
    goodput, rng = lab("goodput"), np.random.default_rng(1)
    tokens = rng.integers(2, 400, 300).tolist()
    arrived = np.cumsum(rng.exponential(1 / 4, 300)).tolist()
    first, done, gaps = goodput.play(arrived, tokens, *goodput.SERVERS[server])
    long, often = np.array(gaps).T

    assert all(begun > asked for begun, asked in zip(first, arrived, strict=True))
    assert often.sum() == sum(tokens) - len(tokens)
    assert (long * often).sum() == pytest.approx(sum(done) - sum(first))


def test_a_whole_prompt_stalls_everybody_and_a_chunk_does_not():
    goodput = lab("goodput")
    late = {
        chunk: max(
            gap for gap, _often in goodput.play([0.0, 0.2], [200, 9], 3_000, chunk, goodput.pace)[2]
        )
        for chunk in (0, 256)
    }

    assert late[0] == pytest.approx(0.120 + 0.0049, abs=0.0002)
    assert late[256] <= goodput.EACH


@pytest.mark.parametrize("row", ROWS)
def test_goodput_stays_in_its_range_over_twenty_seeds(row):
    found = re.search(rf"\| {row} \|(?: [^|]+ \|){{2}} ([\d.]+)–([\d.]+) \|", PAGE.read_text())
    low, high = float(found[1]), float(found[2])
    goodput = lab("goodput")
    server = goodput.SERVERS[ROWS[row]]

    for seed in range(20):
        assert goodput.serve(low - 0.05, seed, *server)["in_time"] >= 0.95, seed
        assert goodput.serve(high + 0.1, seed, *server)["in_time"] < 0.95, seed


#: Load in busiest hours, tokens of a step: whole prompts, then two sizes of chunks on a sale.
CHUNKED = (1.0, 0), (1.5, 192), (1.5, 128)


def test_a_group_keeps_a_mean_and_not_the_promise_to_each_answer():
    """Whole prompts fail at the busiest hour; chunks carry a sale, smaller ones answer later."""
    group = lab("group_goodput")
    for seed in range(5):
        whole, chunked, small = (group.serve(times, chunk, seed) for times, chunk in CHUNKED)
        assert whole["mean_ms"] < 12.5
        assert whole["in_time"] < 0.75
        assert chunked["in_time"] >= 0.93
        assert chunked["first_ms"] < 300 < small["first_ms"]
        assert small["in_time"] >= 0.99


def test_a_lone_answer_of_a_group_takes_what_the_page_computes():
    group = lab("group_goodput")

    assert 1_000 * group.pace(4) == pytest.approx(10.58, abs=0.02)
    assert 1_000 * group.pace(0, 1_500) == pytest.approx(80.4 + 3.2, abs=0.1)
