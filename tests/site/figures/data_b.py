"""Figures of the pages on event time, skew and retrieval, and the labs that compute them."""

FOLDER = "guide/sub-skills/data-pipeline-design/"
TIME = FOLDER + "event-time.md"
SKEW = FOLDER + "training-serving-skew.md"
RETRIEVAL = FOLDER + "retrieval-pipelines.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind the figure scales a share
FIGURES = [
    (TIME, r"Half arrive within ([\d.]+) s", "watermark", "delay_p50"),
    (TIME, r"the 99th percentile is ([\d.]+) s", "watermark", "delay_p99"),
    (TIME, r"by arrival puts ([\d.]+)% of them", "watermark", "wrong_minute"),
    (TIME, r"\| 0 s \| ([\d.]+)% \|", "watermark", "kept_0"),
    (TIME, r"\| 0 s \| [\d.]+% \| ([\d.]+)% \|", "watermark", "worst_0"),
    (TIME, r"\| 60 s \| ([\d.]+)% \|", "watermark", "kept_60"),
    (TIME, r"\| 60 s \| [\d.]+% \| ([\d.]+)% \|", "watermark", "worst_60"),
    (TIME, r"\| 300 s \| ([\d.]+)% \|", "watermark", "kept_300"),
    (TIME, r"\| 300 s \| [\d.]+% \| ([\d.]+)% \|", "watermark", "worst_300"),
    (SKEW, r"mean score goes from ([\d.]+) to", "skew_checks", "same_mean_score"),
    (SKEW, r"mean score goes from [\d.]+ to (\d\.\d+)", "skew_checks", "neighbor_mean_score"),
    (SKEW, r"population stability index\) is ([\d.]+),", "skew_checks", "neighbor_psi"),
    (SKEW, r"The {term}`AUC` falls from ([\d.]+) to", "skew_checks", "same_auc"),
    (SKEW, r"The {term}`AUC` falls from [\d.]+ to ([\d.]+),", "skew_checks", "neighbor_auc"),
    (SKEW, r"default of 1 lowers AUC from ([\d.]+) to", "rewritten_feature", "same_auc"),
    (SKEW, r"lowers AUC from [\d.]+ to (\d\.\d+)", "rewritten_feature", "default_auc"),
    (SKEW, r"with it the AUC of (\d\.\d+)", "rewritten_feature", "log10_auc"),
    (SKEW, r"the mean score reads ([\d.]+) where", "rewritten_feature", "log10_mean_score"),
    (SKEW, r"reads [\d.]+ where ([\d.]+)% fail", "rewritten_feature", "failed_share"),
    (SKEW, r"accuracy falls only from ([\d.]+) to", "rewritten_feature", "same_accuracy"),
    (SKEW, r"falls only from [\d.]+ to (\d\.\d+)", "rewritten_feature", "log10_accuracy"),
    (SKEW, r"you now refuse ([\d.]+)% of", "rewritten_feature", "log10_refused"),
    (SKEW, r"of the applicants instead of ([\d.]+)%", "rewritten_feature", "same_refused"),
    (RETRIEVAL, r"it finds ([\d.]+)%, and", "index_recall", "behind"),
    (RETRIEVAL, r"and ([\d.]+)% of the questions get nothing", "index_recall", "behind_none"),
    (
        RETRIEVAL,
        r"five hits widened to 4 \| – \| ([\d.]+)%",
        "chunk_recall",
        "plain_widened",
    ),
    (RETRIEVAL, r"hits widened to 4 \| – \| [\d.]+% \| ([\d.]+)%", "chunk_recall", "title_widened"),
]

SERVED = (
    ("as trained", "same"),
    ("cents for euros", "cents"),
    ("42 for a missing ratio", "default"),
    ("ten minutes old", "stale"),
    ("the neighbor's count", "neighbor"),
)
for row, name in SERVED:
    FIGURES += [
        (
            SKEW,
            rf"\| {row} (?:\| [\d.]+%? ){{{column}}}\| ([\d.]+)%?",
            "skew_checks",
            f"{name}_{key}",
        )
        for column, key in enumerate(("auc", "mean_score", "psi", "differ"))
    ]

for size in (1, 2, 4, 10, 20):
    FIGURES += [
        (RETRIEVAL, rf"\| {size} (?:\| [\d.]+% ){{{column}}}\| ([\d.]+)%", "chunk_recall", key)
        for column, key in enumerate(
            (f"plain_{size}_fact", f"plain_{size}_answer", f"title_{size}_answer")
        )
    ]

for column, percent in enumerate((0, 25, 50, 75, 100)):
    FIGURES.append(
        (
            RETRIEVAL,
            rf"Right letter among five \(lab\) (?:\| [\d.]+% ){{{column}}}\| ([\d.]+)%",
            "index_recall",
            f"renewed_{percent}",
        )
    )
