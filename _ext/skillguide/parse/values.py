"""Numbers, ids and addresses as authors write them."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from ..model import ALLOWABLE
from ..model.numbers import MINUS
from ..model.words import count_words

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"


def text(value: str) -> str:
    """The text itself; it must not be empty."""
    if not value.strip():
        raise ValueError("expected some text, got nothing")
    return value.strip()


def percent(value: str) -> Decimal:
    """`25%` or `33.3%` as a Decimal above 0 and up to 100."""
    match = re.fullmatch(rf"({_NUMBER})\s*%", value.strip(), re.ASCII)
    if not match or not 0 < (number := Decimal(match[1])) <= 100:
        raise ValueError(f"expected a percentage above 0 and up to 100, such as 25%, got {value!r}")
    return number


def hours(value: str) -> Decimal:
    """`60` or `2.5` as a Decimal above 0."""
    if not re.fullmatch(_NUMBER, value.strip(), re.ASCII) or not Decimal(value):
        raise ValueError(f"expected a number of hours such as 12 or 2.5, got {value!r}")
    return Decimal(value)


def identifier(value: str) -> str:
    """A lowercase id such as `late-events`."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", value.strip(), re.ASCII):
        raise ValueError(
            "expected an id of lowercase letters, digits and single hyphens that begins with a "
            f"letter, such as late-events, got {value!r}"
        )
    return value.strip()


def identifiers(value: str) -> tuple[str, ...]:
    """Ids separated by commas."""
    return tuple(identifier(part) for part in value.split(","))


def hours_by(kind: str, example: str) -> Callable[[str], tuple[tuple[str, Decimal], ...]]:
    """The reader of `dough 9, oven 2.5`: pairs (id of that kind, hours); an id stands once."""

    def read(value: str) -> tuple[tuple[str, Decimal], ...]:
        pairs = []
        for part in value.split(","):
            name, _, number = part.strip().rpartition(" ")
            if not name:
                raise ValueError(
                    f"expected pairs of a {kind} and hours such as {example}, got {value!r}"
                )
            pairs.append((identifier(name), hours(number)))
        names = [name for name, _ in pairs]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"expected each {kind} once, got {', '.join(sorted(twice))} twice")
        return tuple(pairs)

    return read


def grouped_number(value: str) -> str:
    """`1,200,000`, `-4.50`, `0.1%`: a number with its digits grouped in threes, as shown: a hyphen
    before it becomes a minus.
    """
    text = value.strip().replace(MINUS, "-")
    if not re.fullmatch(r"-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?%?", text, re.ASCII):
        raise ValueError(f"expected a number such as 1,200,000 or -4.50 or 0.1%, got {value!r}")
    return text.replace("-", MINUS)


def number(value: str) -> Decimal:
    """`43`, `-0.5`, `1,200` or `1e3` as a Decimal."""
    text = value.strip().replace(MINUS, "-")
    pattern = r"[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?(e[+-]?[0-9]{1,2})?"
    if not re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE):
        raise ValueError(f"expected a number such as 43, 1,200, 0.5 or 1e3, got {value!r}")
    return Decimal(text.replace(",", ""))


def choice(values: Sequence[str]) -> Callable[[str], str]:
    """The reader of a text that is one of a few."""

    def read(value: str) -> str:
        if value.strip() not in values:
            *others, last = values
            wanted = f"{', '.join(others)} or {last}" if others else last
            raise ValueError(f"expected {wanted}, got {value!r}")
        return value.strip()

    return read


def count(value: str) -> int:
    """A whole number above 0."""
    if not re.fullmatch(r"[1-9][0-9]{0,3}", value.strip(), re.ASCII):
        raise ValueError(f"expected a whole number above 0, got {value!r}")
    return int(value)


def counts(value: str) -> tuple[int, ...]:
    """`20, 40, 60`: whole numbers above 0, each once, in their order."""
    found = tuple(map(count, value.split(",")))
    if len(set(found)) < len(found):
        raise ValueError(f"expected each number once, got {value!r}")
    return found


def tolerance(value: str) -> tuple[Decimal, bool]:
    """`2%` or `0.5` as a number that is not negative, and whether it is a percentage."""
    text = value.strip()
    size = number(text.removesuffix("%"))
    if size < 0:
        raise ValueError(f"expected a tolerance such as 2% or 0.5, got {value!r}")
    return size, text.endswith("%")


def allowance(value: str) -> frozenset[str]:
    """`bare_not: a reason`: the rule that an author silences for one question."""
    rule, _, reason = value.partition(":")
    if rule.strip() not in ALLOWABLE:
        raise ValueError(
            f"expected a rule that can be allowed ({', '.join(ALLOWABLE)}) and a reason, "
            f"got {value!r}"
        )
    if count_words(reason) < 2:
        raise ValueError(f"expected a reason behind {rule.strip()}:, got {value!r}")
    return frozenset({rule.strip()})


def alternatives(value: str) -> tuple[str, ...]:
    """Accepted texts, separated by `|`."""
    texts = tuple(" ".join(part.split()) for part in value.split("|"))
    if not all(texts):
        raise ValueError(f"expected one accepted text, or several separated by |, got {value!r}")
    return texts


def month(value: str) -> str:
    """`2026-11`: a year and a month."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value.strip(), re.ASCII):
        raise ValueError(f"expected a month such as 2026-11, got {value!r}")
    return value.strip()


def file_name(value: str) -> str:
    """`peeking.py`: a file beside the page."""
    if not re.fullmatch(r"[a-z0-9_]+\.[a-z]+", value.strip(), re.ASCII):
        raise ValueError(f"expected the name of a file such as peeking.py, got {value!r}")
    return value.strip()


def url(value: str) -> str:
    """An https address without spaces."""
    if not re.fullmatch(r"https://[^\s<>\"]+", value.strip()):
        raise ValueError(f"expected an address that begins with https://, got {value!r}")
    return value.strip()


#: Readers of a record's fields by the name of the type; each returns what is kept.
FIELD_TYPES: dict[str, Callable[[str], object]] = {
    "text": text,
    "level": identifier,
    "sub-skills": identifiers,
    "url": url,
    "hours": hours,
    "month": month,
    "count": count,
    "file": file_name,
    "record": identifier,
}
