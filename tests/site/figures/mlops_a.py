"""Figures of the pages on runs, tests and gates, and the labs that compute them."""

RUNS = "guide/sub-skills/mlops-automation/reproducible-runs.md"
TESTS = "guide/sub-skills/mlops-automation/testing-in-ci.md"
GATES = "guide/sub-skills/mlops-automation/promotion-gates.md"

CHANGES = {  # first cell of a row on the page -> the change in the lab
    "first run": "cold",
    "none": "same",
    "regularization": "ridge",
    "comment in clean": "comment",
    "back to the first version": "back",
    "comment in clean, which stamps its output with the time": "stamp",
    "next day, day in the key": "day",
    'next day, read as "latest"': "latest",
}
MODELS = {"live": "old", "candidate, as trained": "raw", "candidate, odds ÷ 10": "fixed"}
SCORES = ("auc", "recall", "refused", "expected", "loss")  # columns of the table of models
CELL = r"[\d.,%]+ \| "

#: (page, words with one group for the figure, lab, name in run()); a % behind scales a share
FIGURES = [
    *(
        (RUNS, rf"\n\| {row} \| (\d) ", "pipeline_cache", f"{c}_stages")
        for row, c in CHANGES.items()
    ),
    *(
        (RUNS, rf"\n\| {row} \| \d \| (\d+) ", "pipeline_cache", f"{c}_minutes")
        for row, c in CHANGES.items()
    ),
    (RUNS, r"reported an AUC of (\d\.\d+)", "pipeline_cache", "reported_auc"),
    (RUNS, r"that model reaches (\d\.\d+)", "pipeline_cache", "today_auc"),
    (RUNS, r"; retrained, (\d\.\d+)", "pipeline_cache", "retrained_auc"),
    (TESTS, r"In (\d+)% of runs", "regression_rows", "careless_harmless"),
    (TESTS, r"test lets through (\d+)%", "regression_rows", "careless_missed"),
    (TESTS, r"with four such tests, in (\d+)%", "regression_rows", "careless_4"),
    (TESTS, r"twenty tests at 1% make (\d+)%", "regression_rows", "tests_20"),
    (TESTS, r"changes are red in (\d+)% of runs", "regression_rows", "frozen_harmless_2000"),
    *(
        (TESTS, rf"\n\| {rows:,} \| {skip}(\d+)% ", "regression_rows", f"{test}_drop_{rows}")
        for rows in (500, 2_000, 5_000)
        for test, skip in (("fresh", ""), ("frozen", r"\d+% \| "))
    ),
    (GATES, r"AUC rises from (\d\.\d+) to", "gate_cost", "old_auc"),
    (GATES, r"AUC rises from \d\.\d+ to (\d\.\d+),", "gate_cost", "raw_auc"),
    (GATES, r"recall from (\d+)% to", "gate_cost", "old_recall"),
    (GATES, r"recall from \d+% to (\d+)%", "gate_cost", "raw_recall"),
    (GATES, r"the shop loses ([\d,]+) EUR", "gate_cost", "raw_loss"),
    (GATES, r"refusals instead of ([\d,]+)\.", "gate_cost", "old_loss"),
    *(
        (GATES, rf"\n\| {row} \| {CELL * column}([\d.,]+)", "gate_cost", f"{model}_{score}")
        for row, model in MODELS.items()
        for column, score in enumerate(SCORES)
    ),
    (GATES, r"the candidate saves ([\d,]+) EUR", "gate_cost", "saving"),
    (GATES, r"a paired interval of ± ([\d,]+) and", "gate_cost", "paired_half"),
    (GATES, r"an unpaired one of ± ([\d,]+)\.", "gate_cost", "unpaired_half"),
    *(
        (GATES, rf"\n\| {rows:,} \| {words}", "promotion_gate", f"{name}_{rows}{end}")
        for rows in (200, 3_000)
        for words, name, end in (
            (r"([\d.]+) ", "gain", ""),
            (r"[\d.]+ \| ([−\d.]+) to", "paired", "_low"),
            (r"[\d.]+ \| [−\d.]+ to ([\d.]+) ", "paired", "_high"),
            (r"[\d.]+ \| [−\d.]+ to [\d.]+ \| ([−\d.]+) to", "unpaired", "_low"),
            (r"[\d.]+ \| [−\d.]+ to [\d.]+ \| [−\d.]+ to ([\d.]+) ", "unpaired", "_high"),
        )
    ),
]
