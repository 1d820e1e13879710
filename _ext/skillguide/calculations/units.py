"""Units: what can be added to what, and how much of one is another. Read by pint."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .expressions import UNIT

if TYPE_CHECKING:
    from pint import UnitRegistry
    from pint.facets.plain import PlainUnit as Unit

#: Words that Python reads as numbers.
NUMBERS = ("nan", "inf", "infinity")

DEFINITIONS = Path(__file__).parent / "units.txt"


class Units:
    """The units of a site: those of `units.txt`, and its own, each a name or a definition."""

    def __init__(self, own: Sequence[str] = ()) -> None:
        import pint  # here: a guide that computes nothing does not wait for it

        self.registry: UnitRegistry[Any] = pint.UnitRegistry(str(DEFINITIONS))
        self.plain = self.registry.Unit("")
        for line in own:
            try:
                known = self.define(line if "=" in line else f"{line} = [{line}]")
            except Exception as error:  # pint raises many kinds, also AssertionError
                raise ValueError(
                    f"cannot read the unit {line!r}; write a name such as GPU, or a definition "
                    "such as USD = 0.9 * EUR"
                ) from error
            if known:
                raise ValueError(f"there is a unit '{known[0]}' already, choose another name")

    def define(self, text: str) -> list[str]:
        """Add a unit; returns those of its names that are units already, which adds nothing."""
        name, _value, *others = (part.strip() for part in text.split("="))
        known = [word for word in (name, *others) if self.has(word)]
        if not known:
            self.registry.define(text)
            self.factor(self.registry.Unit(name))
        return known

    def read(self, text: str) -> "Unit":
        """The unit that an author wrote, `GB/s`; "" is that of a plain number."""
        if not text:
            return self.plain
        if text == "%" or re.fullmatch(UNIT, text):
            for part in re.split("[/·]", text):
                self.known(part.partition("^")[0])
            return self.registry.Unit(text.replace("·", "*"))
        is_step = re.match(r"[0-9.]+(?:\s|$)", text)
        hint = "; a step is 1, 0.1, 0.01 and so on" if is_step else ""
        raise ValueError(f"{text!r} is no unit; write one such as GB, EUR/h or requests/s{hint}")

    def has(self, word: str) -> bool:
        """Whether a word is a unit; pint would compute what holds a sign, such as hours-27."""
        return word.isalpha() and word in self.registry

    def known(self, word: str) -> None:
        """Refuse a word that is no unit, and say how it becomes one."""
        if word != "%" and (word.lower() in NUMBERS or not self.has(word)):  # no ²
            raise ValueError(
                f"there is no unit '{word}'; units of the site's own stand in `guide_units` of "
                "conf.py"
            )

    def factor(self, unit: "Unit") -> float:
        """How many base units one of a unit is."""
        return float(self.registry.Quantity(1.0, unit).to_base_units().magnitude)

    def product(self, left: "Unit", right: "Unit", power: int = 1) -> "Unit":
        """The unit of a product, or with power -1 of a quotient: each kind of unit stands once."""
        return self.reduced(left * right**power)

    def reduced(self, unit: "Unit") -> "Unit":
        """The unit without parts of one kind that cancel: EUR/h · day is EUR."""
        return self.registry.Quantity(1.0, unit).to_reduced_units().units

    def same(self, left: "Unit", right: "Unit") -> bool:
        """Whether amounts in two units can be added."""
        return bool(left.dimensionality == right.dimensionality)

    def words_in(self, text: str) -> dict[str, str]:
        """The words of a unit as they are written, by the names of their units."""
        self.read(text)
        found = [part.partition("^")[0] for part in re.split("[/·]", text) if part]
        return {self.registry.get_name(word): word for word in found if word != "%"}

    def is_money(self, unit: "Unit") -> bool:
        """Whether a unit is money, perhaps for each of something."""
        return unit.dimensionality.get("[currency]") == 1


@lru_cache(maxsize=4)
def units(own: tuple[str, ...]) -> Units:
    """The units of a site; reading them takes a third of a second, so once."""
    return Units(own)


def words(unit: "Unit", written: dict[str, str]) -> str:
    """A unit as it is shown, `EUR/h`: in the words that authors wrote, by name, else its symbol."""
    parts = {
        written.get(name) or unit._REGISTRY.get_symbol(name): power
        for name, power in powers(unit).items()
    }
    above = [power_of(word, power) for word, power in parts.items() if power > 0]
    below = [power_of(word, -power) for word, power in parts.items() if power < 0]
    return "/".join(["·".join(above) or "1", *below]) if parts else ""


def powers(unit: "Unit") -> dict[str, Any]:
    """The names of which a unit is made, with their powers."""
    return dict(unit._units)


def power_of(word: str, power: float) -> str:
    """`m` or `m^2`."""
    return word if power == 1 else f"{word}^{power:g}"
