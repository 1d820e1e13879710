"""Figures of the decision page on cost and the labs that compute them."""

PAGE = "guide/decisions/cost-at-throughput.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"at peak, ([\d,]+)/s on average", "commitment", "mean_load"),
    (PAGE, r"p99 grows from ([\d.]+) s at 70%", "queue_tail", "p99_at_70%"),
    (PAGE, r"to ([\d.]+) s at 90%", "queue_tail", "p99_at_90%"),
    (PAGE, r"fuller batch adds ([\d.]+) ms", "dynamic_batching", "wait_at_80"),
]
