"""Figures of the page on fraud detection and the lab that computes them."""

PAGE = "guide/systems/fraud-detection.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind scales a share
FIGURES = [
    (PAGE, r"second, which has ([\d,]+) frauds", "fraud_threshold", "frauds"),
    (PAGE, r"approve everything \| ([\d,]+) ", "fraud_threshold", "approve"),
    (PAGE, r"20 pairs of limits \| ([\d,]+) ", "fraud_threshold", "rules"),
    (PAGE, r"refuse from 0\.5 on \| ([\d,]+) ", "fraud_threshold", "half"),
    (PAGE, r"refuse from 5\.0% on \| ([\d,]+) ", "fraud_threshold", "equal"),
    (PAGE, r"block from 32% on \| ([\d,]+) ", "fraud_threshold", "challenge"),
    (PAGE, r"this day is cheapest at ([\d.]+)%", "fraud_threshold", "best_at"),
    (PAGE, r"the model refuses ([\d,]+) payments", "fraud_threshold", "refused"),
    (PAGE, r"payments and catches (\d+) frauds", "fraud_threshold", "caught"),
    (PAGE, r"p99 of waiting and work is then (\d+) ms", "shared_queue", "shared_lost_p99"),
    (PAGE, r"payments than forecast it is (\d+) ms", "shared_queue", "shared_quarter_p99"),
    (PAGE, r"the same ten cores its p99 is (\d+) ms", "shared_queue", "apart_lost_p99"),
    (PAGE, r"and (\d+)% of the decisions take longer", "shared_queue", "apart_lost_late"),
]
