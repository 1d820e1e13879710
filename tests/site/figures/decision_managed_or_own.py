"""Figures of the decision page on managed platforms and the labs that compute them."""

PAGE = "guide/decisions/managed-or-own.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"start in 120 s leaves ([\d.]+)% of the answers", "autoscale", "slow_late"),
]
