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
    (RUNS, r"reported an \{term\}`AUC` of (\d\.\d+)", "pipeline_cache", "reported_auc"),
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
    *(
        (GATES, rf"\n\| {day} \| {skip}([\d,]+) \|{rest}", "gate_cost", f"{model}_day_{day}")
        for day in range(1, 11)
        for model, skip, rest in (
            ("old", "", r" [\d,]+ \|\n"),
            ("fixed", r"[\d,]+ \| ", r"\n"),
        )
    ),
]
