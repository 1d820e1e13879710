"""Figures that are typed: in questions, in calculations, and between two roundings."""

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    ("guide/decisions/cost-at-throughput.md", r"a third only in (\d+)%", "commitment", "held_lists_busy_3"),
    ("guide/assess/self-check.md", r"waiting 0 s keeps ([\d.]+)%", "watermark", "kept_0"),
    ("guide/assess/self-check.md", r"of the events, 60 s ([\d.]+)%", "watermark", "kept_60"),
    ("guide/assess/self-check.md", r"60 s [\d.]+%, 300 s ([\d.]+)%", "watermark", "kept_300"),
    ("guide/assess/self-check.md", r"raise capacity from (\d+)/s", "dynamic_batching", "1000_1_0_served"),
    ("guide/assess/self-check.md", r"capacity from \d+/s to (\d+)/s", "dynamic_batching", "1000_8_0_served"),
    ("guide/assess/self-check.md", r"10 ms wait adds ([\d.]+) ms to the median", "dynamic_batching", "wait_at_80"),
    ("guide/sub-skills/mlops-automation/online-experiments.md", r"3% → 3\.0045% \| ([\d,]+) ", "sample_size", "orders"),
    ("guide/sub-skills/mlops-automation/online-experiments.md", r"Shelf clicks need 1/([\d,]+) of", "sample_size", "orders_in_clicks"),
    ("guide/assess/self-check.md", r"model falling from (0\.\d+) to", "drift_kinds", "none_accuracy"),
    ("guide/assess/self-check.md", r"falling from [\d.]+ to (0\.\d+)", "drift_kinds", "concept_accuracy"),
    ("guide/assess/self-check.md", r"no input PSI exceeds (0\.\d+)", "drift_kinds", "concept_max_psi"),
    ("guide/assess/self-check.md", r"with 100 rows .* passes PSI 0\.10 in (\d+)% of", "psi_noise", "rows_100_share_over_0.10"),
    ("guide/assess/placement.md", r"chance alone averages 7 × 2/150 = (0\.\d+)\.", "psi_noise", "country_expected"),
    ("guide/assess/self-check.md", r"percentile is ([\d.]+) s at 70% use", "queue_tail", "p99_at_70%"),
    ("guide/assess/self-check.md", r"and ([\d.]+) s at 90% \(sim", "queue_tail", "p99_at_90%"),
    ("guide/assess/self-check.md", r"([\d.]+) for an unlimited tree", "membership", "unlimited_advantage"),
    ("guide/assess/self-check.md", r"([\d.]+) at depth 3 \(sim", "membership", "depth_3_advantage"),
    ("guide/sub-skills/model-serving-infrastructure/llm-capacity.md", r"with both remedies is ([\d.]+)\.", "goodput", "both_goodput"),
    ("guide/systems/support-chatbot.md", r"forgives: ([\d,]+) EUR at 50%", "answer_gate", "at_50_eur"),
]
