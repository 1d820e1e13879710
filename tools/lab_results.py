"""Run every lab, and write what pages quote of it to `guide/labs/results.md`, their source.

usage: python tools/lab_results.py
"""

import importlib
import math
import re
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parents[1]
LABS = ROOT / "guide" / "labs"

HEAD = """\
---
description: Each number of a lab that a page quotes, by lab.
reviewed: 2026-11-30
minutes: 2
search: outputs, measured numbers, reproduce
---

# What the labs compute

`make labs` runs every lab with its own seed and writes what pages quote; do not edit it by hand.
Pages take their numbers from here, and a test runs the labs again and compares.
What a number means, `run()` of its lab says; run the lab, and it prints the others, too.
"""


def name_of(key: str) -> str:
    """A key of `run()` as a name in a calculation: `whole_1.5_first_ms` is `whole-1-5-first-ms`."""
    name = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    return name if name[0].isalpha() else f"at-{name}"


def quoted() -> set[str]:
    """What pages may quote, as `lab.name`: each such pair of words in their sources."""
    pages = [*(ROOT / "guide").rglob("*.md"), *(ROOT / "quizzes").rglob("*.md"), ROOT / "index.md"]
    texts = [path.read_text("utf-8") for path in pages if path != LABS / "results.md"]
    return {pair for text in texts for pair in re.findall(r"[a-z0-9-]+\.[a-z0-9-]+", text)}


def known(lab: str, numbers: Mapping[str, float], pairs: set[str]) -> dict[str, float]:
    """The numbers of a lab among these pairs, by name; infinite and undefined ones are left out."""
    named = [(name_of(key), number) for key, number in numbers.items() if math.isfinite(number)]
    found = dict(named)
    if len(found) < len(named):
        raise ValueError(f"{lab}: two of its numbers would have one name: {sorted(named)}")
    id = lab.replace("_", "-")
    return {name: number for name, number in found.items() if f"{id}.{name}" in pairs}


def section(lab: str, numbers: Mapping[str, float]) -> str:
    """Named numbers of a lab, nine digits each, as a calculation that computes nothing."""
    id = lab.replace("_", "-")
    lines = [f"- {name} = {written(number)}" for name, number in numbers.items()]
    title = id.replace("-", " ").capitalize()
    head = [f"\n## {title}\n", f":::{{calculation}} {id}", f":title: `{lab}.py`", ":fixed:", ""]
    return "\n".join([*head, *lines, "", ":::\n"])


def written(number: float) -> str:
    """A number with nine digits that count, without a power of ten."""
    text = f"{Decimal(f'{number:.9g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def page() -> str:
    """The page, from a run of every lab."""
    sys.path.insert(0, str(LABS))
    sys.dont_write_bytecode = True
    modules = [importlib.import_module(path.stem) for path in sorted(LABS.glob("*.py"))]
    labs = [module for module in modules if hasattr(module, "run")]
    pairs = quoted()
    runs = ((lab.__name__, lab.run()) for lab in labs)
    return HEAD + "".join(section(name, known(name, numbers, pairs)) for name, numbers in runs)


if __name__ == "__main__":
    (LABS / "results.md").write_text(page(), encoding="utf-8")
