"""Figures of the packing camera's page, and the lab that computes them."""

PAGE = "guide/systems/vision-quality-inspection.md"
LAB = "inspection_threshold"
LIMITS = {
    "50% sure, a framework's default": "even",
    "2.6% sure, from the two costs": "best",
    "the targets, 0.6% refused": "target",
}

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    *[
        (PAGE, rf"\| {row} \|(?: [\d.,%]+ \|){{{column}}} ([\d,.]+)", LAB, f"{limit}_{key}")
        for row, limit in LIMITS.items()
        for column, key in enumerate(("refused", "missed", "eur", "people"))
    ],
    (PAGE, r"0\.25 ÷ 9\.54 = ([\d.]+)%", LAB, "best_chance"),
    (PAGE, r"With 8, full speed costs (\d+) EUR", LAB, "bench_8_eur"),
    (PAGE, r"next packer's hour saves (\d+) EUR", LAB, "bench_8_next"),
    (PAGE, r"the cheapest limit refuses ([\d.]+)%", LAB, "quick_refused"),
    (PAGE, r"the cheapest limit refuses [\d.]+% and misses ([\d.]+)%", LAB, "quick_missed"),
    (PAGE, r"with 10, (\d+) EUR", LAB, "bench_10_next"),
    (PAGE, r"with 12, only (\d+) EUR", LAB, "bench_12_next"),
    (PAGE, r"full speed wants (\d+) people, and everybody", LAB, "dirt_up_people"),
    (PAGE, r"misses rise from ([\d.]+)% to", LAB, "target_missed"),
    (PAGE, r"misses rise from [\d.]+% to ([\d.]+)%", LAB, "dirt_down_missed"),
    (PAGE, r"it climbs from (\d+)% to", LAB, "target_confirmed"),
    (PAGE, r"it climbs from \d+% to (\d+)%", LAB, "dirt_down_confirmed"),
]
