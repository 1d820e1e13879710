"""Figures of the decision page feature-store-design and the labs that compute them."""

PAGE = "guide/decisions/feature-store-design.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"model promised ([\d.]+) and", "point_in_time_join", "leaky_offline_auc"),
    (PAGE, r"and delivered ([\d.]+),", "point_in_time_join", "leaky_served_auc"),
    (PAGE, r"without it (0\.\d+)\.", "point_in_time_join", "honest_served_auc"),
]
