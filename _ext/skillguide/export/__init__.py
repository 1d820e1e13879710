"""From the guide to files that other systems read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Finding, Guide, Question
from .data import guide_data
from .files import gift_files, questions
from .gift import check_gift

#: Words of the interface that files hold, by their names (see `builder.export_words`).
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format of questions. `files` returns the text of each file by its name, which ends with
    `suffix`; `check` says what a format cannot hold.
    """

    suffix: str
    files: Callable[[Guide, Words], dict[str, str]]
    check: Callable[[Sequence[Question]], Iterator[Finding]]


EXPORTERS = (Exporter(".gift", gift_files, check_gift),)

__all__ = ["EXPORTERS", "Exporter", "Words", "guide_data", "questions"]
