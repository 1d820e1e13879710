"""Figures of the pages on experiments, retraining and modeling, and the labs that compute them."""

EXPERIMENTS = "guide/sub-skills/mlops-automation/online-experiments.md"
RETRAINING = "guide/sub-skills/mlops-automation/retraining-triggers.md"
MODELING = "guide/sub-skills/modeling.md"

#: (page, words with one group for the figure, lab, name in run()); a % behind scales a share
FIGURES = [
    (EXPERIMENTS, r"10% → 10\.5% \| ([\d,]+) ", "sample_size", "clicks_5"),
    (EXPERIMENTS, r"10% → 10\.1% \| ([\d,]+) ", "sample_size", "clicks_1"),
    (EXPERIMENTS, r"3% → 3\.0045% \| ([\d,]+) ", "sample_size", "orders"),
    (EXPERIMENTS, r"Shelf clicks need 1/([\d,]+) of", "sample_size", "orders_in_clicks"),
    (EXPERIMENTS, r"gives a power of (\d+)%", "sample_size", "week_power"),
    (EXPERIMENTS, r"\| 57,760 \| [\d.]+% \| ([\d.]+)%", "sample_size", "guard_clicks"),
    (EXPERIMENTS, r"\| 21,000,000 \| [\d.]+% \| ([\d.]+)%", "sample_size", "guard_tenth"),
    (EXPERIMENTS, r"\| 105,000,000 \| [\d.]+% \| ([\d.]+)%", "sample_size", "guard_half"),
    (EXPERIMENTS, r"On the last day it sees a loss of ([\d.]+)%", "sample_size", "guard_tenth"),
    (EXPERIMENTS, r"10% in the new arm a test needs ([\d.]+) times", "sample_size", "split_10"),
    (EXPERIMENTS, r"as many visitors, with 1% (\d+) times", "sample_size", "split_1"),
    (EXPERIMENTS, r"57,760 visitors power is (\d+)%", "sample_size", "quarter"),
    (EXPERIMENTS, r"overstate the truth ([\d.]+) times", "sample_size", "exaggerated"),
    (EXPERIMENTS, r"\| old salt \| ([\d.]+) ", "hash_assignment", "old_salt_points"),
    (EXPERIMENTS, r"\| old salt \| [\d.]+ \| ([\d.]+) ", "hash_assignment", "old_salt_z"),
    (EXPERIMENTS, r"\| old salt \|.*\| ([\d.]+) \|", "hash_assignment", "old_salt_split_p"),
    (EXPERIMENTS, r"\| new salt \| ([−\d.]+) ", "hash_assignment", "new_salt_points"),
    (EXPERIMENTS, r"\| new salt \| [−\d.]+ \| ([−\d.]+) ", "hash_assignment", "new_salt_z"),
    (EXPERIMENTS, r"\| new salt \|.*\| ([\d.]+) \|", "hash_assignment", "new_salt_split_p"),
    (EXPERIMENTS, r"\| one look at the end, .* \| ([\d.]+)% \| [\d.]+%", "peeking", "equal_once"),
    (EXPERIMENTS, r"\| one look at the end, .* \| [\d.]+% \| ([\d.]+)%", "peeking", "worse_once"),
    *(
        (EXPERIMENTS, rf"20 looks with z > {limit} \| {skip}([\d.,]+)", "peeking", key)
        for limit, name in ((r"1\.96", "single"), (r"2\.672", "pocock"))
        for skip, key in (
            ("", f"equal_{name}"),
            (r"[\d.]+% \| ", f"worse_{name}"),
            (r"[\d.]+% \| [\d.]+% \| ", f"worse_{name}_users"),
        )
    ),
    (EXPERIMENTS, r"on the old \| ([\d.]+)%", "shared_stock", "truth"),
    (EXPERIMENTS, r"test on common stock \| ([\d.]+)%", "shared_stock", "shared"),
    (EXPERIMENTS, r"has half of the stock \| ([\d.]+)%", "shared_stock", "parted"),
    (EXPERIMENTS, r"it takes ([\d,]+) visitors", "interleaving", "mixed"),
    (EXPERIMENTS, r"two arms ([\d,]+), to see", "interleaving", "arms"),
    (RETRAINING, r"best interval is ([\d.]+) days", "retraining_interval", "best_slow"),
    (RETRAINING, r"Why not every ([\d.]+) days", "retraining_interval", "best"),
    (RETRAINING, r"release lead alone costs ([\d,]+) EUR", "retraining_interval", "lead"),
    *(
        (
            RETRAINING,
            rf"\| {every} days \| {skip}([\d,]+) ",
            "retraining_interval",
            f"every_{every}_labels_{labels}",
        )
        for every in (7, 14, 28)
        for labels, skip in ((1, ""), (34, r"[\d,]+ \| "), (45, r"[\d,]+ \| [\d,]+ \| "))
    ),
    *(
        (RETRAINING, rf"\| {blind} \| {skip}([\d.]+) ", "retraining_triggers", key)
        for blind, trigger in (
            ("everything", "never"),
            ("what breaks between two dates", "weekly"),
            (r"the \{term\}`label delay`", "performance"),
            ("new meaning of old inputs", "drift"),
        )
        for skip, key in (
            ("", f"real_{trigger}_mean"),
            (r"[\d.]+ \| ", f"fault_{trigger}_mean"),
            (r"[\d.]+ \| [\d.]+ \| ", f"real_{trigger}_retrainings"),
            (r"[\d.]+ \| [\d.]+ \| \d+ / ", f"fault_{trigger}_retrainings"),
        )
    ),
    (RETRAINING, r"get a click share of ([\d.]+)%", "feedback_loop", "best"),
    (RETRAINING, r"retrained weekly \| ([\d.]+)%", "feedback_loop", "weekly_last"),
    (RETRAINING, r"retrained weekly \| [\d.]+% \| (\d+) ", "feedback_loop", "weekly_shown"),
    (RETRAINING, r"retrained daily \| ([\d.]+)%", "feedback_loop", "daily_last"),
    (RETRAINING, r"retrained daily \| [\d.]+% \| (\d+) ", "feedback_loop", "daily_shown"),
    (RETRAINING, r"in 20 at random \| ([\d.]+)%", "feedback_loop", "explore_last"),
    (RETRAINING, r"in 20 at random \| [\d.]+% \| (\d+) ", "feedback_loop", "explore_shown"),
    (MODELING, r"reach an \{term\}`AUC` of ([\d.]+) ", "time_split", "random_nearest"),
    (MODELING, r"payments, logistic regression (0\.\d+)", "time_split", "random_linear"),
    (MODELING, r"60 days they score ([\d.]+),", "time_split", "live_nearest"),
    (MODELING, r"regression would have scored (0\.\d+)", "time_split", "live_linear"),
    (MODELING, r"fifth of the rows \| ([\d.]+) ", "time_split", "random_nearest"),
    (MODELING, r"fifth of the rows \| [\d.]+ \| ([\d.]+) ", "time_split", "random_linear"),
    (MODELING, r"fifth of the cards \| ([\d.]+) ", "time_split", "group_nearest"),
    (MODELING, r"fifth of the cards \| [\d.]+ \| ([\d.]+) ", "time_split", "group_linear"),
    (MODELING, r"the last 48 days \| ([\d.]+) ", "time_split", "time_nearest"),
    (MODELING, r"the last 48 days \| [\d.]+ \| ([\d.]+) ", "time_split", "time_linear"),
    (MODELING, r"after training\*\* \| \*\*([\d.]+)\*", "time_split", "live_nearest"),
    (MODELING, r"after training\*\* \| \S+ \| \*\*([\d.]+)\*", "time_split", "live_linear"),
    (MODELING, r"\| all rows \| ([\d.]+) ", "rebalanced", "full_auc"),
    (MODELING, r"\| all rows \| [\d.]+ \| ([\d.]+) ", "rebalanced", "full_mean"),
    (MODELING, r"\| all rows \| [\d.]+ \| [\d.]+ \| ([\d,]+) ", "rebalanced", "full_cost"),
    (MODELING, r"\| balanced rows \| ([\d.]+) ", "rebalanced", "half_auc"),
    (MODELING, r"\| balanced rows \| [\d.]+ \| ([\d.]+) ", "rebalanced", "half_mean"),
    (MODELING, r"\| balanced rows \| [\d.]+ \| [\d.]+ \| ([\d,]+) ", "rebalanced", "half_cost"),
    (MODELING, r"corrected \| ([\d.]+) ", "rebalanced", "corrected_auc"),
    (MODELING, r"corrected \| [\d.]+ \| ([\d.]+) ", "rebalanced", "corrected_mean"),
    (MODELING, r"corrected \| [\d.]+ \| [\d.]+ \| ([\d,]+) ", "rebalanced", "corrected_cost"),
    (MODELING, r"approve all \| – \| – \| ([\d,]+) ", "rebalanced", "approve_cost"),
    *(
        (MODELING, rf"\| {rows:,} \| {before}([\d.]+) \|", "learning_curve", f"{model}_{rows}")
        for rows in (300, 1_000, 3_000, 10_000)
        for model, before in (("plain", ""), ("rich", r"[\d.]+ \| "))
    ),
]
