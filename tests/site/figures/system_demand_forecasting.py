"""Figures of the page on demand forecasting and the lab that computes them."""

PAGE = "guide/systems/demand-forecasting.md"
LAB = "newsvendor"

#: First cell of a row, and the rule in the lab.
ROWS = [
    ("the true mean", "mean"),
    (r"the true mean \+ 20%", "flat"),
    (r"the true mean \+ the spread of a Poisson count", "narrow"),
    ("P80 of the last 8 weeks", "recent"),
    (r"a mean off by 15% \+ its true spread", "honest"),
    ("P70 of a long past", "p70"),
    ("P80 of a long past", "p80"),
    ("P90 of a long past", "p90"),
    ("P95 of a long past", "p95"),
]

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"it is ([\d.]+)% of the weeks", LAB, "mean_empty"),
    (PAGE, r"better WAPE loses\.\*\* ([\d.]+)% for", LAB, "mean_wape"),
    (PAGE, r"true mean against ([\d.]+)% for", LAB, "honest_wape"),
    *[
        (PAGE, rf"\n\| {row} \|(?: [\d.]+%? \|){{{column}}} ([\d.]+)", LAB, f"{name}_{key}")
        for row, name in ROWS
        for column, key in enumerate(("euros", "empty", "spare"))
    ],
]
