"""Figures of the monitoring pages and the labs that compute them."""

FOLDER = "guide/sub-skills/performance-monitoring"
ALERTS = f"{FOLDER}/slo-alerts.md"
DRIFT = f"{FOLDER}/drift-and-late-labels.md"
EVALUATION = f"{FOLDER}/llm-evaluation.md"

Figure = tuple[str, str, str, str]

NUMBER = r"([\d.,]+)"


def cells(page: str, first: str, lab: str, *keys: str, separator: str = r" \| ") -> list[Figure]:
    """One figure for each key: the cells of the table row that begins with `first`, in order."""
    skipped = r"[\d.,]+%?|–"
    return [
        (page, rf"\| {first} \| " + separator.join([f"(?:{skipped})"] * place + [NUMBER]), lab, key)
        for place, key in enumerate(keys)
        if key
    ]


def alarms(first: str, rule: str, *incidents: str) -> list[Figure]:
    """A row of the table of rules; an empty name stands for a rule that stays silent."""
    names = ("alarms", "false", *incidents)
    keys = [f"payments_{rule}_{name}" if name else "" for name in names]
    return cells(ALERTS, first, "burn_rate", *keys)


def estimates(first: str, world: str) -> list[Figure]:
    """A row of the table of estimates."""
    names = ("accuracy", "accuracy_guess", "precision", "precision_guess")
    keys = [f"{world}_{name}" for name in names]
    return cells(DRIFT, first, "performance_estimate", *keys)


def ways(first: str, way: str, versions: str = "ab") -> list[Figure]:
    """A row of the table of judges and readings: rate, half interval and coverage of a version."""
    start = rf"\| {first} \| " + ("" if "a" in versions else r"– \| – \| ")
    block = r"[\d.]+ ± [\d.]+ \| [\d.]+% \| "
    found = []
    for place, version in enumerate(versions):
        key = f"{version}_{way}"
        before = start + block * place
        found += [
            (EVALUATION, before + r"([\d.]+) ±", "judge_bias", key),
            (EVALUATION, before + r"[\d.]+ ± ([\d.]+) \|", "judge_bias", f"{key}_width"),
            (EVALUATION, before + r"[\d.]+ ± [\d.]+ \| ([\d.]+)%", "judge_bias", f"{key}_holds"),
        ]
    return found


#: (page, words with one group for the figure, lab, name in run()); a % behind the figure scales a share
FIGURES: list[Figure] = [
    *alarms(r"over 0\.1% in 5 min", "tight", "brownout", "plateau", "leak"),
    *alarms(r"over 1% in 5 min", "loose", "brownout"),
    *alarms(r"page, 14\.4 and 6", "page", "brownout"),
    *alarms(r"early page, 10 over 20 and 5 min", "early", "brownout"),
    *alarms(r"ticket, 1 over 3 days and 6 h", "ticket", "", "plateau", "leak"),
    *alarms(r"daily ticket, 1 over 24 and 2 h", "daily", "brownout", "plateau", "leak"),
    (ALERTS, r"All hear the outage within (\d+) min", "burn_rate", "payments_ticket_outage"),
    (ALERTS, r"the same page rings ([\d.]+) times", "burn_rate", "lookups_page_alarms"),
    (ALERTS, r"times, ([\d.]+) of them for nothing", "burn_rate", "lookups_page_false"),
    (ALERTS, r"in the hour as well leaves ([\d.]+) alarms", "burn_rate", "lookups_floor_alarms"),
    *cells(DRIFT, "A", "drift_kinds", "none_max_psi", "none_score_psi"),
    *cells(DRIFT, "B", "drift_kinds", "data_max_psi", "data_score_psi"),
    *cells(DRIFT, "C", "drift_kinds", "label_max_psi", "label_score_psi"),
    *cells(DRIFT, "D", "drift_kinds", "concept_max_psi", "concept_score_psi"),
    *cells(DRIFT, r"A \| nothing", "drift_kinds", "none_accuracy"),
    *cells(DRIFT, r"B \| a feature[^|]*", "drift_kinds", "data_accuracy"),
    *cells(DRIFT, r"C \| positives[^|]*", "drift_kinds", "label_accuracy"),
    *cells(DRIFT, r"D \| one feature's[^|]*", "drift_kinds", "concept_accuracy"),
    (DRIFT, r"side, (\d+)% of quiet", "psi_noise", "rows_200_share_over_0.10"),
    (DRIFT, r"with 500 rows, ([\d.]+)%", "psi_noise", "rows_500_share_over_0.10"),
    *cells(DRIFT, r"0\.1", "psi_noise", "shift_0.1", "shift_0.1_spread"),
    *cells(DRIFT, r"0\.25", "psi_noise", "shift_0.25", "shift_0.25_spread"),
    *cells(DRIFT, r"0\.5", "psi_noise", "shift_0.5", "shift_0.5_spread"),
    (DRIFT, r"labels come (\d+) days late", "delayed_labels", "label_delay_days"),
    (DRIFT, r"a fault of day (\d+) that", "delayed_labels", "fault_day"),
    (DRIFT, r"their PSI on day (\d+),", "delayed_labels", "score_alarm_day"),
    (DRIFT, r"accuracy on day (\d+):", "delayed_labels", "accuracy_alarm_day"),
    (DRIFT, r"([\d,]+) decisions later", "delayed_labels", "decisions_between"),
    *estimates("as in training", "none"),
    *estimates("more doubtful cases", "doubtful"),
    *estimates("positives 10%", "label"),
    *estimates("positives 10%, scores corrected", "corrected"),
    *estimates("effect reversed", "concept"),
    *estimates("log odds tripled", "overconfident"),
    (DRIFT, r"the lab finds ([\d.]+)% where", "performance_estimate", "label_share_found"),
    (DRIFT, r"lifts precision from ([\d.]+) to", "performance_estimate", "label_precision"),
    (
        DRIFT,
        r"lifts precision from [\d.]+ to ([\d.]+)\.\n",
        "performance_estimate",
        "moved_precision",
    ),
    *ways("judge alone", "judge"),
    *ways("200 readings alone", "people"),
    *ways("judge, corrected by them", "corrected"),
    *ways("judge, corrected by A's rates", "borrowed", versions="b"),
    *ways("150 passed and 50 failed read", "by_verdict"),
    (EVALUATION, r"which agrees with people on ([\d.]+)%", "judge_bias", "a_agreement"),
]
