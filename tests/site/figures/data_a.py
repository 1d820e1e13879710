"""Figures of the pages on repeatable runs and data contracts, and the labs that compute them."""

FOLDER = "guide/sub-skills/data-pipeline-design"
RUNS = f"{FOLDER}/idempotent-runs.md"
CONTRACTS = f"{FOLDER}/data-contracts.md"
LOAD, CONTRACT, STOP = "idempotent_load", "data_contract", "stop_or_warn"

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (RUNS, r"\| mark, then write \| (\d+) \|", LOAD, "commit_first_first_extra"),
    (RUNS, r"\| mark, then write \| \d+ \| (\d+) \|", LOAD, "commit_first_first_missing"),
    (RUNS, r"\| mark, then write \| \d+ \| \d+ \| ([−\d.]+)%", LOAD, "commit_first_first_sum"),
    (RUNS, r"\| write, then mark \| (\d+) \|", LOAD, "commit_after_first_extra"),
    (RUNS, r"\| write, then mark \| \d+ \| (\d+) \|", LOAD, "commit_after_first_missing"),
    (RUNS, r"\| write, then mark \| \d+ \| \d+ \| \+([\d.]+)%", LOAD, "commit_after_first_sum"),
    (RUNS, r"\| append, start the day again \| ([\d,]+) \|", LOAD, "append_first_extra"),
    (RUNS, r"start the day again \| [\d,]+ \| (\d+) \|", LOAD, "append_first_missing"),
    (RUNS, r"day again \| [\d,]+ \| \d+ \| \+([\d.]+)%", LOAD, "append_first_sum"),
    *(
        row
        for way in ("skip_known", "upsert", "overwrite")
        for row in (
            (RUNS, r"or overwrite the day \| (\d+) \|", LOAD, f"{way}_first_extra"),
            (RUNS, r"or overwrite the day \| \d+ \| (\d+) \|", LOAD, f"{way}_first_missing"),
            (RUNS, r"or overwrite the day \| \d+ \| \d+ \| ([\d.]+)%", LOAD, f"{way}_first_sum"),
        )
    ),
    (RUNS, r"\| skip known keys \| (\d+) \|", LOAD, "skip_known_again_extra"),
    (RUNS, r"\| skip known keys \| \d+ \| (\d+) \|", LOAD, "skip_known_again_stale"),
    (RUNS, r"\| skip known keys \| \d+ \| \d+ \| ([\d.]+)%", LOAD, "skip_known_again_sum"),
    (RUNS, r"\| upsert by key \| (\d+) \|", LOAD, "upsert_again_extra"),
    (RUNS, r"\| upsert by key \| \d+ \| (\d+) \|", LOAD, "upsert_again_stale"),
    (RUNS, r"\| upsert by key \| \d+ \| \d+ \| ([\d.]+)%", LOAD, "upsert_again_sum"),
    (RUNS, r"\| overwrite the day \| (\d+) \|", LOAD, "overwrite_again_extra"),
    (RUNS, r"\| overwrite the day \| \d+ \| (\d+) \|", LOAD, "overwrite_again_stale"),
    (RUNS, r"\| overwrite the day \| \d+ \| \d+ \| ([\d.]+)%", LOAD, "overwrite_again_sum"),
    (CONTRACTS, r"in our lab, ([\d,]+) instead of", CONTRACT, "cents_median"),
    (CONTRACTS, r"in our lab, [\d,]+ instead of (\d+)", CONTRACT, "usual_median"),
    (CONTRACTS, r"cents in all rows \| passes \| ([\d,]+) \|", CONTRACT, "cents_rows"),
    (CONTRACTS, r"500 rows \| passes \| (\d+) \|", CONTRACT, "market_rows"),
    (CONTRACTS, r"set the (\d+) rows aside", CONTRACT, "market_rows"),
    (CONTRACTS, r"from a new country \| passes \| (\d+) \|", CONTRACT, "country_rows"),
    (CONTRACTS, r"orders sent twice \| passes \| (\d+) \|", CONTRACT, "repeated_rows"),
    (CONTRACTS, r"two days late \| passes \| (\d+) \|", CONTRACT, "stale_rows"),
    (CONTRACTS, r"half of the rows \| passes \| (\d+) \|", CONTRACT, "half_rows"),
    (CONTRACTS, r"gross prices \| passes \| (\d+) \|", CONTRACT, "net_rows"),
    (CONTRACTS, r"shifted by one row \| passes \| (\d+) \|", CONTRACT, "shifted_rows"),
    *(
        row
        for limit in (10, 15, 20, 50)
        for row in (
            (CONTRACTS, rf"\| {limit}% \| (\d+) \|", STOP, f"clean_{limit}"),
            (CONTRACTS, rf"\| {limit}% \| \d+ \| (\d+) \|", STOP, f"sale_{limit}"),
            (CONTRACTS, rf"\| {limit}% (?:\| \d+ ){{2}}\| (\d+)%", STOP, f"net_{limit}"),
            (
                CONTRACTS,
                rf"\| {limit}% (?:\| \d+ ){{2}}\| \d+% \| ([\d,]+) \|",
                STOP,
                f"stop_{limit}",
            ),
            (
                CONTRACTS,
                rf"\| {limit}% (?:\| \d+ ){{2}}\| \d+% \| [\d,]+ \| ([\d,]+) \|",
                STOP,
                f"warn_{limit}",
            ),
        )
    ),
    (CONTRACTS, r"Stopping at 15% costs ([\d.]+) ×", STOP, "clean_15"),
    (CONTRACTS, r"clean-days-that-fire = ([\d.]+) days", STOP, "clean_20"),
    (CONTRACTS, r"share-seen = ([\d.]+)%", STOP, "net_20"),
]
