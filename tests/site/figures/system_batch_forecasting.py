"""Figures of the page on batch forecasting and the lab that computes them."""

PAGE = "guide/systems/batch-forecasting.md"
LAB = "backtest"

#: First cell of a row, and the forecast in the lab.
ROWS = [
    (r"last week again \(seasonal naive\)", "naive"),
    ("mean of four weeks", "mean"),
    (r"the mean × [\d.]+, by MAPE", "mape"),
    (r"the mean × [\d.]+, by WAPE", "wape"),
    (r"the mean × [\d.]+, by euros", "euros"),
]

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"\(MAPE\) fell from ([\d.]+)%", LAB, "mean_mape"),
    (PAGE, r"\(MAPE\) fell from [\d.]+% to ([\d.]+)%", LAB, "mape_mape"),
    (PAGE, r"at the median; ([\d.]+)% of all days", LAB, "zero_days"),
    (PAGE, r"seasonal naive by ([\d.]+)% in some", LAB, "one_low"),
    (PAGE, r"in some and by ([\d.]+)% in others", LAB, "one_high"),
    (PAGE, r"Over eight origins it is ([\d.]+)% to", LAB, "eight_low"),
    (PAGE, r"Over eight origins it is [\d.]+% to ([\d.]+)%", LAB, "eight_high"),
    (PAGE, r"would have refused ([\d.]+)% of", LAB, "one_failed"),
    (PAGE, r"after one origin, and ([\d.]+)% after eight", LAB, "eight_failed"),
    *[
        (PAGE, rf"\n\| the mean × ([\d.]+), by {measure} \|", LAB, f"{key}_factor")
        for measure, key in (("MAPE", "mape"), ("WAPE", "wape"), ("euros", "euros"))
    ],
    *[
        (PAGE, rf"\n\| {row} \|(?: [\d.+−]+%? \|){{{column}}} \+?([\d.−]+)", LAB, f"{name}_{key}")
        for row, name in ROWS
        for column, key in enumerate(("mape", "wape", "bias", "euros"))
    ],
]
