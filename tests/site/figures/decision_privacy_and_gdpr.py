"""Figures of the decision page on privacy and the labs that compute them."""

PAGE = "guide/decisions/privacy-and-gdpr.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"attack gained ([\d.]+) on a tree", "membership", "unlimited_advantage"),
    (PAGE, r"and ([\d.]+) at depth 3", "membership", "depth_3_advantage"),
]
