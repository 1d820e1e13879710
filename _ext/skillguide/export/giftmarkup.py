"""Texts and answers in GIFT, as Moodle reads them (see `gift`)."""

import re
from collections.abc import Sequence

from ..model import Guide, Option
from . import markup

#: What Moodle reads in a short answer whether it is escaped or not: a pair to match, and its own
#: placeholders for escaped signs.
_UNSAFE = re.compile(r"->|&&[0-9]{3};")
#: What Moodle takes for a weight or a format at the start of an answer.
_WEIGHT = re.compile(r"%-*[0-9]")
_FORMAT = re.compile(r"\[(moodle|html|plain|markdown)\]")
#: More shares than this are no grade that Moodle knows.
MOST_KEYS = 10


def shares(options: Sequence[Option], is_multiple: bool) -> list[str]:
    """`=` or `~`; where several are right, each has its share, and a wrong one takes all away."""
    if not is_multiple:
        return ["=" if option.is_right else "~" for option in options]
    share = f"{100 / sum(option.is_right for option in options):.5f}".rstrip("0").rstrip(".")
    return [f"~%{share}%" if option.is_right else "~%-100%" for option in options]


def short_answer(answer: str) -> str:
    """A text that is compared as it stands: Moodle's stars stand for any text."""
    weight = "%100%" if _WEIGHT.match(answer) else ""
    format = "[plain]" if _FORMAT.match(answer) else ""
    return weight + format + escape(answer.replace("*", "\\*"))


def unsafe_sign(answer: str) -> str:
    """What Moodle reads in an answer as a sign of its own; "" if there is nothing."""
    found = _UNSAFE.search(answer)
    return found[0] if found else ""


def markdown(guide: Guide, text: str) -> str:
    """Markdown with its titles on one line, none of which is taken for a weight or a format."""
    text = guide.spell(text, shown=markup.title)
    is_taken = _WEIGHT.match(text) or _FORMAT.match(text)
    return ("[markdown]" if is_taken else "") + escape(text)


def plain(guide: Guide, text: str) -> str:
    """A text that is no Markdown, with its titles."""
    return escape(guide.spell(text))


def escape(text: str) -> str:
    """Text on one line: a backslash before control characters, line breaks written out."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", text.strip()).replace("\n", "\\n")
