"""What a text file holds that its readers cannot see: bytes and characters, each with its line."""

import re
import unicodedata
from collections.abc import Iterator

# C0 without tab and line feed, C1, separators of lines and paragraphs, bidirectional controls,
# characters without width, Hangul fillers, tags; a lone CR, which only some count as a line end.
# The flags of England, Scotland and Wales hold tags, and are matched as a whole.
HIDDEN = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]|\r(?!\n)"
)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # where Python ends a line, and editors do not
CONTROLS = {"\0": "NULL", "\r": "CARRIAGE RETURN", "\x0c": "FORM FEED", "\x1b": "ESCAPE"}
JOINERS = "\u200c\u200d"
VIRAMA = 9  # the combining class of the signs that join consonants of Indic scripts


def decode(data: bytes) -> tuple[str, list[tuple[int, str]]]:
    """The text, and what is wrong with its bytes: pairs of line and message.

    Only the first byte that is not UTF-8 is named: a file in another encoding has hundreds.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [(1, "the file is UTF-16: save it as UTF-8")]
    try:
        return data.decode(), []
    except UnicodeDecodeError as error:
        before, byte = data[: error.start].decode(), data[error.start : error.start + 1]
        line, column = place(before, len(before))
        letter = byte.decode("cp1252", "ignore")
        meant = f" ({letter} in Windows-1252)" if letter.isalpha() else ""
        text = f"byte 0x{byte.hex().upper()}{meant} in column {column} is not UTF-8"
        return "", [(line, f"{text}: save the file as UTF-8")]


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Characters that cannot be seen, as line and message, once for each line and character."""
    seen = set()
    for match in HIDDEN.finditer(text):
        character, (line, column) = match[0], place(text, match.start())
        if len(character) > 1 or (line, character) in seen or joins(text, match.start()):
            continue
        seen.add((line, character))
        if character == "\ufeff" and match.start() == 0:
            yield 1, "the file begins with a byte order mark (U+FEFF): save it as UTF-8 without one"
        else:
            name = unicodedata.name(character, CONTROLS.get(character, "control character"))
            yield line, f"U+{ord(character):04X} {name} in column {column} {advice(character)}"


def advice(character: str) -> str:
    """What the character does, and what to write instead."""
    if character in BREAKS:
        return "ends a line in some programs only: write a line feed"
    if character in BIDI:
        return "makes text look other than it is: delete it"
    return "cannot be seen: delete it"


def joins(text: str, at: int) -> bool:
    """Whether a joiner stands where scripts and emoji need one (RFC 5892, appendix A)."""
    if text[at] not in JOINERS:
        return False
    marks = ("Mn", "Sk")  # vowel signs, variation selectors, colors of skin
    letters = (c for c in reversed(text[max(0, at - 8) : at]) if category(c) not in marks)
    before, after = next(letters, " "), text[at + 1 : at + 2] or " "
    return (
        VIRAMA in map(unicodedata.combining, text[max(0, at - 1) : at + 2])
        or unicodedata.bidirectional(before) == "AL"  # the letters of Arabic and its kin
        or (text[at] == "\u200d" and category(before) == category(after) == "So")
    )


def category(character: str) -> str:
    """The general category: `Mn` for a mark, `So` for a part of an emoji."""
    return unicodedata.category(character)


def place(text: str, at: int) -> tuple[int, int]:
    """Line and column of an index, as editors count: from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
