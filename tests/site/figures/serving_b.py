"""Figures of the pages on compression and language models, and the labs that compute them."""

FOLDER = "guide/sub-skills/model-serving-infrastructure"
COMPRESSION = f"{FOLDER}/model-compression.md"
LLM = f"{FOLDER}/llm-serving.md"
CAPACITY = f"{FOLDER}/llm-capacity.md"

#: Rows of the table of goodput, and what the lab calls these servers.
SERVERS = [
    ("whole prompts", "whole"),
    ("chunks of 256 tokens", "chunked"),
    ("prefix cached", "cached"),
    ("both", "both"),
    ("chunks of 256, nothing overlaps", "apart"),
    ("chunks of 2,048 tokens", "wide"),
]

#: (page, words with one group for the figure, lab, name in run()); a % behind it scales a share
FIGURES = [
    (COMPRESSION, r"gave the original's verdict on ([\d.]+)%", "quantization", "int4_tensor_same"),
    (COMPRESSION, r"The original refuses ([\d.]+)% of those", "quantization", "float_rejected"),
    (COMPRESSION, r"in float it misses ([\d.]+)%", "quantization", "float_missed"),
    (
        COMPRESSION,
        r"one is 20 times(?s:.)*?misses ([\d.]+)%",
        "quantization",
        "act_glare_max_missed",
    ),
    (COMPRESSION, r"and refuses ([\d.]+)% of good", "quantization", "act_glare_max_rejected"),
    (COMPRESSION, r"it gives ([\d.]+)% and", "quantization", "act_glare_p999_missed"),
    (COMPRESSION, r"it gives [\d.]+% and ([\d.]+)%", "quantization", "act_glare_p999_rejected"),
    *[
        (COMPRESSION, rf"\| {row} \|(?: [\d.,%]+ \|){{{column}}} ([\d.,]+)", "quantization", key)
        for row, lab in (
            ("INT8, tensor", "int8_tensor"),
            ("INT8, channel", "int8_channel"),
            ("INT4, tensor", "int4_tensor"),
            ("INT4, channel", "int4_channel"),
            ("INT4, groups of 16", "int4_group"),
        )
        for column, key in enumerate(
            f"{lab}_{name}" for name in ("db", "same", "missed", "lost", "gained", "upper")
        )
        if key != "int8_channel_upper"  # no verdict changed: the page prints the rule of three
    ],
    (LLM, r"takes ([\d.]+) ms instead of [\d.]+ ms\.", "continuous_batching", "step_ms_32"),
    (LLM, r"takes [\d.]+ ms instead of ([\d.]+) ms\.", "continuous_batching", "step_ms_1"),
    (LLM, r"fixed batches use (\d+)%", "continuous_batching", "fixed_0.5"),
    (LLM, r"continuous batching uses ([\d.]+)%", "continuous_batching", "continuous_0.5"),
    (LLM, r"a gain of (\d\.\d)", "continuous_batching", "gain_0.5"),
    *[
        (LLM, rf"\n\| {answers} \|(?: [\d,]+ \|){{{column}}} ([\d,]+)", "continuous_batching", key)
        for answers in (1, 8, 16, 32, 64, 128)
        for column, key in enumerate((f"tokens_short_{answers}", f"tokens_{answers}"))
    ],
    (CAPACITY, r"GPU answers ([\d.]+) chat messages", "goodput", "whole_most"),
    (CAPACITY, r"finishes ([\d.]+) answers", "goodput", "whole_most"),
    (CAPACITY, r"At about ([\d.]+), if", "goodput", "whole_goodput"),
    (CAPACITY, r"Its goodput is ([\d.]+);", "goodput", "whole_goodput"),
    (CAPACITY, r"GPU has a goodput of ([\d.]+)", "goodput", "both_goodput"),
    (CAPACITY, r"is already (\d+) ms", "goodput", "chunked_5.0_first_ms"),
    (CAPACITY, r"first token: (\d+) ms", "goodput", "chunked_3.0_first_ms"),
    (CAPACITY, r"ms instead of (\d+) at three", "goodput", "whole_3.0_first_ms"),
    (CAPACITY, r"a few gaps of (\d+) ms", "goodput", "whole_3.0_stall_ms"),
    *[
        (CAPACITY, rf"\n\| {row} \|(?: [\d.]+ ms \|){{{column}}} ([\d.]+){unit} \|", "goodput", key)
        for row, rate in (("1\\.5", 1.5), ("3", 3.0), ("5", 5.0))
        for column, (key, unit) in enumerate(
            (
                (f"whole_{rate}_first_ms", " ms"),
                (f"whole_{rate}_gap_ms", " ms"),
                (f"whole_{rate}_stall_ms", " ms"),
                (f"whole_{rate}_in_time", "%"),
            )
        )
    ],
    *[
        (CAPACITY, rf"\n\| {row} \|(?: [\d.]+% \|){{{column}}} ([\d.]+)%", "goodput", key)
        for row, rate in (("1\\.5", 1.5), ("3", 3.0), ("5", 5.0), ("7", 7.0))
        for column, key in enumerate(
            f"{name}_{rate}_in_time" for name in ("whole", "chunked", "cached", "both")
        )
    ],
    *[
        (CAPACITY, rf"\n\| {row} \| ([\d.]+) \|", "goodput", f"{name}_most")
        for row, name in SERVERS
    ],
    *[
        (
            CAPACITY,
            rf"\n\| {row} \| [\d.]+ \| ([\d.]+) \|",
            "goodput",
            f"{name}_goodput",
        )
        for row, name in SERVERS
    ],
]
