"""Run every lab, and write what it computes to `guide/labs/results.md`, from which pages take it.

usage: python tools/lab_results.py
"""

import importlib
import math
import re
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

LABS = Path(__file__).parents[1] / "guide" / "labs"

HEAD = """\
---
description: Each number that the labs compute, by lab; pages quote it from here.
reviewed: 2026-11-30
minutes: 2
search: outputs, measured numbers, reproduce
---

# What the labs compute

`make labs` runs every lab with its own seed and writes this page; do not edit it by hand.
Pages take their numbers from here, and a test runs the labs again and compares.
What a number means, `run()` of its lab says.
"""


def name_of(key: str) -> str:
    """A key of `run()` as a name in a calculation: `whole_1.5_first_ms` is `whole-1-5-first-ms`."""
    name = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    return name if name[0].isalpha() else f"at-{name}"


def section(lab: str, numbers: Mapping[str, float]) -> str:
    """The numbers of a lab, nine digits each, as a calculation that computes nothing; what is
    infinite or undefined is left out.
    """
    id = lab.replace("_", "-")
    known = {key: number for key, number in numbers.items() if math.isfinite(number)}
    names = [name_of(key) for key in known]
    if len(set(names)) < len(names):
        raise ValueError(f"{lab}: two of its numbers would have one name: {sorted(names)}")
    pairs = zip(names, known.values(), strict=True)
    lines = [f"- {name} = {written(number)}" for name, number in pairs]
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
    return HEAD + "".join(section(module.__name__, module.run()) for module in labs)


if __name__ == "__main__":
    (LABS / "results.md").write_text(page(), encoding="utf-8")
