"""Figures of the decision page on cost and the labs that compute them."""

PAGE = "guide/decisions/cost-at-throughput.md"

#: busy share as the table prints it, and the machines that it belongs to
FLEETS = {"50": 25, r"62\.5": 20, r"69\.4": 18, r"78\.1": 16, r"83\.3": 15, r"89\.3": 14}

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    *(
        (PAGE, rf"\| {busy}% \| (\d+) \|", "routers", f"random_p99_{n}")
        for busy, n in FLEETS.items()
    ),
    *(
        (PAGE, rf"\| {busy}% \| \d+ \| (\d+) \|", "routers", f"two_p99_{n}")
        for busy, n in FLEETS.items()
    ),
    *(
        (PAGE, rf"\| {busy}% \| \d+ \| \d+ \| (\d+) \|", "routers", f"least_p99_{n}")
        for busy, n in FLEETS.items()
    ),
    (PAGE, r"takes (\d+) ms instead of 61", "routers", "random_p99_15"),
    (PAGE, r"ms instead of (\d+), and", "routers", "random_p99_20"),
    (PAGE, r"all but one percent within (\d+) ms", "routers", "least_p99_15"),
    (PAGE, r"\| ([\d.]+) on average \| 9,221", "commitment", "held_mean"),
    (PAGE, r"a third only in (\d+)%", "commitment", "held_lists_busy_3"),
    (PAGE, r"fuller batch adds ([\d.]+) ms", "dynamic_batching", "wait_at_80"),
]
