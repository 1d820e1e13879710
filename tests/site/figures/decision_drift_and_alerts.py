"""Figures of the decision page drift-and-alerts and the labs that compute them."""

PAGE = "guide/decisions/drift-and-alerts.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"in (\d+)% of quiet samples", "psi_noise", "rows_100_share_over_0.10"),
    (PAGE, r"accuracy went from ([\d.]+) to", "drift_kinds", "none_accuracy"),
    (PAGE, r"accuracy went from [\d.]+ to ([\d.]+),", "drift_kinds", "concept_accuracy"),
    (PAGE, r"the largest input PSI was (0\.\d+)\.", "drift_kinds", "concept_max_psi"),
]
