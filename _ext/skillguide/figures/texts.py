"""How wide a text is, and where its lines end: also in scripts without spaces between words."""

import re
from unicodedata import category, east_asian_width

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
INDIC = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer

#: Signs of INDIC that are written before their letter, and those that follow it.
BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
AFTER = "\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebc\u0ec6-\u0ecd\u102b-\u103e\u17b6-\u17d3"
#: Signs that join the letter behind them.
JOINING = "\u1039\u17d2"
#: Punctuation that begins no line, and that ends none.
CLOSING = ")\\]}\u2019\u201d\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09"
CLOSING += "\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\u3005\u30fc,.:;!?%"
OPENING = "(\\[{\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b"
#: What is not divided at the end of a line: a character of the scripts above with its signs and its
#: punctuation, or a run of other characters.
UNIT = re.compile(
    rf"""[{OPENING}]*
    (?: [{BEFORE}]? [{INDIC}] (?: [{AFTER}] | (?<=[{JOINING}]) [{INDIC}] )*
      | [{HAN}{KANA}]
      | (?: (?! [{OPENING}]+ [{HAN}{KANA}{INDIC}] ) [^{HAN}{KANA}{INDIC}] )+
    )
    [{CLOSING}]*""",
    re.VERBOSE,
)


def width(text: str) -> int:
    """The width of a text in Latin letters: a Han character has two, an accent none."""
    return sum(
        0 if category(sign) in ("Mn", "Me", "Cf") else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def wrap(text: str, room: int) -> tuple[str, ...]:
    """The lines of a text, each at most so wide; what cannot be divided keeps its line."""
    lines: list[str] = []
    for word in text.split():
        for index, unit in enumerate(UNIT.findall(word)):
            gap = "" if index else " "
            if lines and width(lines[-1] + gap + unit) <= room:
                lines[-1] += gap + unit
            else:
                lines.append(unit)
    return tuple(lines)
