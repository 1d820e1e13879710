"""Figures that are typed: in questions, in calculations, and between two roundings."""

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    ("guide/decisions/cost-at-throughput.md", r"a third only in (\d+)%", "commitment", "held_lists_busy_3"),
    ("guide/assess/self-check.md", r"raise capacity from (\d+)/s", "dynamic_batching", "1000_1_0_served"),
    ("guide/assess/self-check.md", r"capacity from \d+/s to (\d+)/s", "dynamic_batching", "1000_8_0_served"),
    ("guide/assess/self-check.md", r"10 ms wait adds ([\d.]+) ms to the median", "dynamic_batching", "wait_at_80"),
    ("guide/sub-skills/mlops-automation/online-experiments.md", r"3% → 3\.0045% \| ([\d,]+) ", "sample_size", "orders"),
    ("guide/sub-skills/mlops-automation/online-experiments.md", r"Shelf clicks need 1/([\d,]+) of", "sample_size", "orders_in_clicks"),
    ("guide/assess/placement.md", r"chance alone averages 7 × 2/150 = (0\.\d+)\.", "psi_noise", "country_expected"),
    ("guide/assess/self-check.md", r"percentile is ([\d.]+) s at 70% use", "queue_tail", "p99_at_70%"),
    ("guide/assess/self-check.md", r"and ([\d.]+) s at 90% \(sim", "queue_tail", "p99_at_90%"),
    ("guide/sub-skills/model-serving-infrastructure/llm-capacity.md", r"with both remedies is ([\d.]+)\.", "goodput", "both_goodput"),
]
