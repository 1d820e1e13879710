"""Figures of the pages on compression and language models, and the labs that compute them."""

FOLDER = "guide/sub-skills/model-serving-infrastructure"
COMPRESSION = f"{FOLDER}/model-compression.md"
LLM = f"{FOLDER}/llm-serving.md"

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
    (LLM, r"A load test gets ([\d.]+) answers/s", "continuous_batching", "whole_most"),
    (LLM, r"fixed batches of 16 use (\d+)%", "continuous_batching", "fixed_0.5"),
    (LLM, r"continuous batching uses ([\d.]+)%", "continuous_batching", "continuous_0.5"),
    (LLM, r"a gain of (\d\.\d)", "continuous_batching", "gain_0.5"),
    (LLM, r"Flooded, it serves ([\d.]+) turns/s", "continuous_batching", "whole_most"),
    (LLM, r"and ([\d.]+) with the prefix cached", "continuous_batching", "cached_most"),
    (LLM, r"goodput is ([\d.]+) and", "continuous_batching", "whole_goodput"),
    (LLM, r"goodput is [\d.]+ and (\d\.\d);", "continuous_batching", "cached_goodput"),
    *[
        (LLM, rf"\n\| {row} \|(?: [\d.%]+ \|){{{column}}} ([\d.]+)", "continuous_batching", key)
        for row, rate in (("1\\.5", 1.5), ("3", 3.0), ("5", 5.0))
        for column, key in enumerate(
            (
                f"whole_{rate}_first_ms",
                f"whole_{rate}_each_ms",
                f"whole_{rate}_in_time",
                f"cached_{rate}_in_time",
            )
        )
    ],
]
