"""Figures of the page on real-time recommendation and the lab that computes them."""

PAGE = "guide/systems/real-time-recommendation.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind scales a share
FIGURES = [
    *(
        (PAGE, rf"\| {number:,} \| {before}([\d.]+)%", "two_stage", f"{name}_{number}")
        for number in (20, 100, 200, 500, 1_000)
        for name, before in (("recall", ""), ("clicks", r"[\d.]+% \| "))
    ),
    (PAGE, r"popular goods for all \| ([\d.]+)%", "two_stage", "popular"),
    (PAGE, r"without a session \| ([\d.]+)%", "two_stage", "night_quiet"),
    (PAGE, r"with a session \| ([\d.]+)%", "two_stage", "night_active"),
    (PAGE, r"recall@500 among them is ([\d.]+)%", "two_stage", "mf_new"),
    (PAGE, r"and the towers' ([\d.]+)%", "two_stage", "towers_new"),
    (PAGE, r"Overall that is ([\d.]+)%", "two_stage", "mf_500"),
    (PAGE, r"Overall that is [\d.]+% against ([\d.]+)%", "two_stage", "recall_500"),
]
