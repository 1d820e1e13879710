"""How Moodle reads a question in GIFT and compares a short answer, for the types that we export.

Written to do what its question/format/gift/format.php and question/type/shortanswer/question.php
do; the public parser knows neither tags nor formats, and no negative number.
"""

import re
from dataclasses import dataclass, field

PLACEHOLDERS = {sign: f"&&{ord(sign):03};" for sign in ":#={}~"} | {"n": "&&010;"}
FORMATS = ("moodle", "html", "plain", "markdown")


@dataclass
class Question:
    """What Moodle makes of a question. Answers are triples (share, text, feedback); what is matched
    has pairs.
    """

    id: str = ""
    tags: list[str] = field(default_factory=list)
    type: str = ""
    text: str = ""
    format: str = ""
    feedback: str = ""
    answers: list[tuple[float, str, str]] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)


def read(text: str) -> list[Question]:
    """The questions of a file; its category is left out."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return [read_question(block) for block in blocks if not block.startswith("$CATEGORY:")]


def read_question(block: str) -> Question:
    """One question, whose lines are not empty."""
    lines = [line.strip() for line in block.split("\n")]
    comment = "\n".join(line for line in lines if line.startswith("//"))
    text = hide("\n".join(line for line in lines if not line.startswith("//")))
    text = text.partition("::")[2].partition("::")[2].strip()
    stem, _brace, rest = text.partition("{")
    body = rest.partition("}")[0].strip()
    body, _marks, general = body.rpartition("####") if "####" in body else (body, "", "")
    format, shown = formatted(stem)
    return Question(
        id="".join(re.findall(r"\[id:([^]]+)\]", comment)),
        tags=re.findall(r"\[tag:([^]]+)\]", comment),
        type=type_of(body.strip()),
        text=shown,
        format=format,
        feedback=formatted(general)[1],
        answers=answers(body.strip()),
        pairs=pairs(body.strip()),
    )


def hide(text: str) -> str:
    """Escaped signs as placeholders."""
    text = text.replace("\\\\", "&&092;")
    for sign, placeholder in PLACEHOLDERS.items():
        text = text.replace(f"\\{sign}", placeholder)
    return text.replace("&&092;", "\\")


def formatted(text: str) -> tuple[str, str]:
    """The format that a text names, or "", and the text with its signs back."""
    text = text.strip()
    match = re.match(rf"\[({'|'.join(FORMATS)})\]", text)
    text = text[match.end() :] if match else text
    for sign, placeholder in PLACEHOLDERS.items():
        text = text.replace(placeholder, "\n" if sign == "n" else sign)
    return (match[1] if match else ""), text.strip()


def type_of(body: str) -> str:
    """The type, by the signs between the braces."""
    if not body:
        return "essay"
    if body[0] == "#":
        return "numerical"
    if "~" in body:
        return "multichoice"
    if "=" in body and "->" in body:
        return "match"
    if body.partition("#")[0].strip() in ("T", "TRUE", "F", "FALSE"):
        return "truefalse"
    return "shortanswer"


def answers(body: str) -> list[tuple[float, str, str]]:
    """The answers; one of a choice that begins with `=` is right whatever follows."""
    type, found = type_of(body), []
    if type == "numerical":
        return [(1, body[1:], "")]
    if type not in ("multichoice", "shortanswer"):
        return []
    mark = "~" if type == "multichoice" else "="
    parts = (body.replace("=", "~=") if type == "multichoice" else body).split(mark)
    for part in map(str.strip, parts[0 if parts[0] else 1 :]):
        weight = re.match(r"%(-*[0-9]{1,2}\.?[0-9]*)%", part)
        if type == "multichoice" and part.startswith("="):
            share, part = 1.0, part[1:]
        elif weight:
            share, part = float(weight[1]) / 100, part[weight.end() :]
        else:
            share = float(type == "shortanswer")
        text, _hash, feedback = part.partition("#")
        found.append((share, formatted(text)[1], formatted(feedback)[1]))
    return found


def pairs(body: str) -> list[tuple[str, str]]:
    """What is matched: a text with a format, and a plain one, divided at the first arrow."""
    if type_of(body) != "match":
        return []
    parts = [part.partition("->") for part in map(str.strip, body.split("=")) if part]
    assert len(parts) >= 2
    assert all(arrow for _left, arrow, _right in parts)
    return [(formatted(left)[1], formatted(right)[1]) for left, _arrow, right in parts]


def accepts(pattern: str, answer: str) -> bool:
    """Whether a short answer fits: a star that is not escaped stands for any text."""
    parts = [part.replace("\\*", "*") for part in re.split(r"(?<!\\)\*+", pattern)]
    return bool(re.fullmatch(".*".join(map(re.escape, parts)), answer.strip(), re.IGNORECASE))
