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
    *[
        (LLM, rf"\n\| {answers} \|(?: [\d,]+ \|){{{column}}} ([\d,]+)", "continuous_batching", key)
        for answers in (1, 8, 16, 32, 64, 128)
        for column, key in enumerate((f"tokens_short_{answers}", f"tokens_{answers}"))
    ],
    (CAPACITY, r"with both remedies is ([\d.]+)\.", "goodput", "both_goodput"),
    (CAPACITY, r"120 \+ 6 = (\d+) ms", "goodput", "whole_3.0_stall_ms"),
    (CAPACITY, r"the p99 of (\d+) ms is three", "goodput", "whole_5.0_stall_ms"),
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
    *[
        (CAPACITY, rf"\n\| {row} \|(?: [^|]+ \|){{3}} (\d+) ms", "goodput", f"{name}_5.0_first_ms")
        for row, name in SERVERS[:4]
    ],
]
