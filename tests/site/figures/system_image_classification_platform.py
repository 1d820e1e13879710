"""Figures of the page on the image platform and the lab that computes them."""

PAGE = "guide/systems/image-classification-platform.md"
LAB = "tenant_fairness"

#: First cell of a row, and the rule in the lab.
ROWS = [
    ("oldest run first", "first"),
    ("one accelerator for each team", "quota"),
    ("team with the fewest running first", "share"),
    ("the same, and at most three for one team", "reserve"),
]

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"4 minutes, ([\d.]+) becomes", LAB, "reserve_p95"),
    *[
        (PAGE, rf"\n\| {row} \|(?: [\d.]+(?:%| min) \|){{{column}}} ([\d.]+)", LAB, f"{name}_{key}")
        for row, name in ROWS
        for column, key in enumerate(("p95", "late", "sweep"))
    ],
]
