"""How long a text is to read: also in scripts that put no spaces between words."""

import re

from ..figures.texts import HAN, INDIC, KANA

#: Characters that take as long to read as one English word. Of texts that say the same, people read
#: 255 Chinese characters or 228 English words a minute, and 357 characters of Japanese, which mixes
#: Han and kana (IReST, https://doi.org/10.1167/iovs.11-8284). INDIC: letters of an English word.
CHARACTERS_A_WORD = {HAN: 1.1, KANA: 2.0, INDIC: 5.0}


def count_words(text: str) -> int:
    """The words of a text; characters of scripts without spaces count for the time they take."""
    return round(sum(map(words_in, text.split())))


def words_in(token: str) -> float:
    """The words in what stands between two spaces."""
    if token.isascii():
        return 1
    found = 0.0
    rest = token
    for script, characters in CHARACTERS_A_WORD.items():
        rest, number = re.subn(f"[{script}]", " ", rest)
        found += number / characters
    return found + len(re.findall(r"\w+", rest)) if found else 1
