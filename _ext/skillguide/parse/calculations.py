"""Lines of a calculation as authors write them."""

import re
from typing import NamedTuple

from ..model.numbers import STEP
from .values import identifier

#: `name = formula | step unit`; a formula may hold `==`.
LINE = re.compile(
    r"(?P<name>[^=|]*?)\s*(?:=(?!=)\s*(?P<formula>[^|]+?)\s*)?"
    rf"(?:\|\s*(?:(?P<step>{STEP})(?=\s|%|$))?\s*(?P<unit>[^|]*?)\s*)?",
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
    is_whole = match and not text.rstrip().endswith(("|", "="))
    if not match or not is_whole or not (match["formula"] or re.fullmatch(r"\S+", match["name"])):
        raise ValueError(f"expected a line such as free = memory * 90% - 16 GB | GB, got {text!r}")
    name = identifier(match["name"])
    formula = " ".join((match["formula"] or name).split())
    line = Line(name, formula, match["unit"] or "", float(match["step"] or 0))
    return line, name.replace("-", " ")
