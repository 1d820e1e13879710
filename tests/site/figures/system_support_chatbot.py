"""Figures of the support chat's page, and the lab that computes them."""

PAGE = "guide/systems/support-chatbot.md"
GATES = {
    "everything answered": "at_0",
    "model says 67% or more": "stated",
    "measured chance, 67% or more": "at_best",
    "the same, asking back from 5% to 60%": "ask",
}

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    *[
        (PAGE, rf"\| {row} \|(?: [\d.,%]+ \|){{{column}}} ([\d,]+)", "answer_gate", f"{gate}_{key}")
        for row, gate in GATES.items()
        for column, key in enumerate(("people", "wrong", "support", "eur"))
    ],
    (PAGE, r"everything to people \|(?: [\d.,%]+ \|){2} ([\d,]+)", "answer_gate", "at_101_support"),
    (PAGE, r"= ([\d.]+)% on", "answer_gate", "best"),
    (PAGE, r"asking back from (\d+)% to", "answer_gate", "low"),
    (PAGE, r"asking back from \d+% to (\d+)%", "answer_gate", "high"),
    (PAGE, r"forgives: ([\d,]+) EUR at 50%", "answer_gate", "at_50_eur"),
    (PAGE, r"at 50%, ([\d,]+) EUR at 80%", "answer_gate", "at_80_eur"),
    (PAGE, r"1\.50 each: the day costs ([\d,]+) EUR", "answer_gate", "read_eur"),
    (PAGE, r"of the ([\d,]+) customers asked", "answer_gate", "asked"),
    (PAGE, r"wrong answers rise from ([\d,]+) to", "answer_gate", "at_best_wrong"),
    (PAGE, r"wrong answers rise from \d+ to ([\d,]+)", "answer_gate", "at_50_wrong"),
]
