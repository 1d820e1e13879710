"""Figures of the decision page two-feature-speeds and the labs that compute them."""

PAGE = "guide/decisions/two-feature-speeds.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (PAGE, r"arrive only after ([\d.]+) s", "watermark", "delay_p50"),
    (PAGE, r"one in twenty after ([\d.]+) s", "watermark", "delay_p95"),
    (PAGE, r"wait of 300 s keeps ([\d.]+)%", "watermark", "kept_300"),
    (PAGE, r"would keep ([\d.]+)% of the events", "watermark", "kept_60"),
    (PAGE, r"five minutes ([\d.]+)%;", "watermark", "kept_300"),
    (PAGE, r"lowers {term}`AUC` from ([\d.]+) to", "skew_checks", "same_auc"),
    (PAGE, r"lowers {term}`AUC` from [\d.]+ to (0\.\d+)\.", "skew_checks", "stale_auc"),
]
