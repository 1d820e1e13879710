"""Lines of a calculation as authors write them."""

import re
from typing import NamedTuple

from .values import identifier

LINE = re.compile(
    r"(?P<name>[^=|]*?)\s*"
    r"(?:=(?!=)\s*(?P<formula>[^|]*?)\s*)?"
    r"(?:\|\s*(?:(?P<step>1|0\.0*1)(?:\s+|$))?(?P<unit>[^|]*?)\s*)?",
    re.DOTALL,
)


class Line(NamedTuple):
    """A line: its name, what it is computed from, the unit in which it is shown, and what it is
    rounded to (0 for nothing).
    """

    name: str
    formula: str
    unit: str
    step: float


def calculation_line(text: str) -> tuple[Line, str]:
    """`free = memory * 90% - 16 GB | 0.1 GB` as a line, and its name in words. A name alone takes
    over the given of that name.
    """
    match = LINE.fullmatch(text.strip())
    if not match or ("=" in text and not match["formula"]) or match["unit"] == "":
        if match and match["step"] and not match["unit"]:
            return plain(match)
        raise ValueError(f"expected a line such as free = memory * 90% - 16 GB | GB, got {text!r}")
    return plain(match)


def plain(match: re.Match[str]) -> tuple[Line, str]:
    """What a line says."""
    name = identifier(match["name"])
    formula = " ".join((match["formula"] or name).split())
    line = Line(name, formula, match["unit"] or "", float(match["step"] or 0))
    return line, name.replace("-", " ")
