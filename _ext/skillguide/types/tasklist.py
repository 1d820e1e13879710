"""The task list of a choice question: marks, options, reasons.

MyST puts a raw checkbox at the start of an entry whose mark it could read. Where a block stands
behind the mark it cannot, so those marks are taken from the lines before MyST reads them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard
from unicodedata import name

from docutils import nodes

from ..model import Rule
from .base import Mistake
from .division import entries_of
from .sources import is_aside

#: A list entry: what stands before its content, and its content.
ENTRY = re.compile(r"(?P<lead>\s*[-*+](?P<gap>\s+|$))(?P<content>.*)")
MARK = re.compile(r"\[(?P<sign>[ xX])\](?P<space>\s|$)")
#: What an author may have meant as a mark; `[1]` is a footnote or a source.
LOOKS = re.compile(r"\[([^\w\[\]]{0,2}| ?[xXvVyYnN] ?)\]")
#: Signs that begin a list, a heading, a quote or the like where they begin an option.
SIGN = re.compile(
    r"(?:#{1,6}|\d{1,9}[.)]|[-+*]|\+{3,})(?=\s|$)|(?:-{3,}|\*{3,}|_{3,})(?=\s*$)|[>%]"
)
FENCE = re.compile(r"[ >]*(?:[-*+] +)?(?P<sign>`{3,}|~{3,})")
NO_MARK = (
    "this option has no mark, or one that cannot be read; write `- [ ] ` or `- [x] ` and then the "
    "option, which begins with a word"
)


def take_marks(lines: list[str]) -> dict[int, bool]:
    """Whether an option is right, by the index of its line, for options that begin with a block:
    a fence on the same line or the next. Their marks are taken out of the lines; a sign that
    would begin another block is made text, since it is reported (see `cause`).
    """
    taken: dict[int, bool] = {}
    fence = ""
    for index, line in enumerate(lines):
        entry = None if fence else ENTRY.fullmatch(line)
        mark = MARK.match(entry["content"]) if entry else None
        if entry and mark and is_block(entry["content"][mark.end() :].strip()):
            taken[index] = mark["sign"] != " "
            lines[index] = entry["lead"] + escaped(entry["content"][mark.end() :].lstrip())
        if found := FENCE.match(lines[index]):
            fence = "" if fence and found["sign"].startswith(fence) else fence or found["sign"]
    return taken


def is_block(text: str) -> bool:
    """Whether what stands behind a mark on its line is the start of a block, or nothing."""
    return not text or text.startswith(("```", "~~~", ":::", "$$")) or bool(SIGN.match(text))


def escaped(text: str) -> str:
    """A text whose first sign is text to Markdown too."""
    sign = SIGN.match(text)
    return f"{text[: sign.end() - 1]}\\{text[sign.end() - 1 :]}" if sign else text


def read_mark(entry: nodes.list_item) -> bool | None:
    """Whether an entry is marked as right, None without a mark; takes away what shows it."""
    first = next(iter(entry.children), None)
    mark = first[0] if isinstance(first, nodes.paragraph) and first.children else None
    if not isinstance(mark, nodes.raw) or "task-list-item-checkbox" not in mark.astext():
        return None
    assert isinstance(first, nodes.paragraph)
    first.remove(mark)
    if first.children and isinstance(first[0], nodes.Text):
        first[0] = nodes.Text(first[0].lstrip())
    return "checked" in mark.astext()


def mark_entries(body: Sequence[nodes.Node], taken: dict[int, bool]) -> None:
    """Give each entry of the lists its mark as an attribute. `taken` are marks by line."""
    for entry in entries_of(node for node in body if isinstance(node, nodes.bullet_list)):
        mark = read_mark(entry)
        mark = taken.get(entry.line or 0) if mark is None else mark
        if mark is not None:
            entry["mark"] = mark


def mistakes(body: Sequence[nodes.Node], lines: dict[int, str]) -> Iterator[Mistake]:
    """What keeps options from being told apart, in the order of the page. `lines` are the lines of
    the question as they were written, by their number.
    """
    lists = [node for node in body if isinstance(node, nodes.bullet_list)]
    tasks = list(filter(is_task_list, lists))
    options = tasks[:1] or [node for node in lists if looks_like_tasks(node, lines)][:1]
    for entry in entries_of(options):
        line = lines.get(entry.line or 0, "")
        if not (is_task(entry) and has_content(entry)) or sign_of(line):
            rule, message = cause(line)
            yield Mistake(rule, message, entry.line)
    outside = [
        Mistake(Rule.FEEDBACK, indent(lines, before[-1].line), node.line)
        for before, node in pairwise(body)
        if is_task_list(before) and isinstance(node, nodes.block_quote)
    ]
    yield from outside
    for before, other in () if outside else pairwise(tasks):
        signs = [lines.get(node.children[0].line or 0, "").lstrip()[:1] for node in (before, other)]
        message = "a second list of options; keep one list, without text between its options"
        if signs[0] != signs[1]:
            message = f"`{signs[1]}` begins a second list; write `{signs[0]}`, as above"
        yield Mistake(Rule.OPTIONS, message, other.line)


def sign_of(line: str) -> str:
    """The sign behind the mark of an option that Markdown reads as the start of a block."""
    entry = ENTRY.fullmatch(line)
    mark = MARK.match(entry["content"]) if entry else None
    sign = SIGN.match(entry["content"][mark.end() :].lstrip()) if entry and mark else None
    return sign[0] if sign else ""


def cause(line: str) -> tuple[Rule, str]:
    """The rule and the message for an option whose mark cannot be read."""
    entry = ENTRY.fullmatch(line)
    content = entry["content"] if entry else ""
    sign, _, rest = content.partition("]")
    if odd := [sign for sign in content[: len(sign) + 2] if sign.isspace() and sign not in " \t"]:
        return Rule.MARK, (
            f"the character {name(odd[0]).lower()} (U+{ord(odd[0]):04X}) stands in the mark or "
            "behind it; write an ordinary space there, as in `- [ ] option`"
        )
    if read := sign_of(line):
        return Rule.MARK, (
            f"Markdown takes `{read}` at the start of an option for a list, a heading or the like; "
            f"write `{escaped(read)}`"
        )
    if MARK.match(content) and not rest.strip():
        return Rule.MARK, "nothing stands behind the mark; write the option there"
    if MARK.match(content):
        return Rule.MARK, NO_MARK
    if sign in ("[ ", "[x", "[X") and rest:
        return Rule.MARK, "no space stands behind the mark; write `- [ ] option`"
    if LOOKS.match(content):
        return Rule.MARK, f"the mark {content[: len(sign) + 1]!r} is none; write `[ ]` or `[x]`"
    return Rule.MARK, NO_MARK


def indent(lines: dict[int, str], line: int | None) -> str:
    """The message for feedback that does not belong to the option above it."""
    entry = ENTRY.fullmatch(lines.get(line or 0, ""))
    if entry and "\t" in entry["gap"]:
        return "a tab stands behind the dash of the option above; write one space there"
    columns = len(entry["lead"].lstrip()) if entry else 2
    number = "two" if columns == 2 else str(columns)
    return f"indent the feedback by {number} spaces, so that it belongs to the option above it"


def looks_like_tasks(node: nodes.bullet_list, lines: dict[int, str]) -> bool:
    """Whether some entry of a list begins with what may be meant as a mark."""
    entries = (ENTRY.fullmatch(lines.get(entry.line or 0, "")) for entry in node.children)
    return any(entry and LOOKS.match(entry["content"]) for entry in entries)


def is_task(node: nodes.Node) -> TypeGuard[nodes.list_item]:
    """Whether a list entry has a mark."""
    return isinstance(node, nodes.list_item) and "mark" in node


def has_content(entry: nodes.list_item) -> bool:
    """Whether something stands behind the mark of an entry, before its feedback."""
    first = next(iter(entry.children), None)
    if isinstance(first, nodes.paragraph):
        return bool(first.astext().strip() or list(first.findall(nodes.image)))
    return first is not None and not isinstance(first, nodes.block_quote | nodes.comment)


def without_marks(body: Sequence[nodes.Node]) -> list[nodes.Node]:
    """The content without marks, which would show the key of what cannot be answered."""
    for node in body:
        for mark in list(node.findall(nodes.raw)):
            if "task-list-item-checkbox" in mark.astext():
                mark.parent.remove(mark)
        for entry in node.findall(nodes.list_item):
            entry.attributes.pop("mark", None)
            text = next(iter(entry.findall(nodes.Text)), None)
            if text is not None and (sign := LOOKS.match(text)):
                text.parent.replace(text, nodes.Text(text[sign.end() :].lstrip()))
    return list(body)


def is_task_list(node: nodes.Node) -> TypeGuard[nodes.bullet_list]:
    """Whether a list has at least one entry with a mark."""
    return isinstance(node, nodes.bullet_list) and any(map(is_task, node.children))


def unmarked_reasons(entries: Sequence[nodes.list_item]) -> Iterator[Mistake]:
    """Options whose second line looks like a reason that lacks its `>`: it would be read before
    answering. Where most options are wrapped, wrapping is this author's way.
    """
    wrapped = [entry for entry in entries if len(first_lines(entry)) > 1]
    if 2 * len(wrapped) > len(entries):
        return
    for entry in wrapped:
        if first_lines(entry)[1][:1].isupper():
            message = (
                "the second line of this option looks like a reason; begin each line of a reason "
                "with `> `, or keep an option on one line"
            )
            yield Mistake(Rule.FEEDBACK, message, entry.line)


def first_lines(entry: nodes.list_item) -> list[str]:
    """The lines of the paragraph with which an option begins, where its reason follows."""
    first, *rest = entry.children
    if not isinstance(first, nodes.paragraph) or not any(map(is_aside, rest)):
        return []
    return [line.strip() for line in first.rawsource.splitlines()]
