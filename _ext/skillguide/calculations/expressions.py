"""Expressions as authors write them: `memory * 90% - 16 GB`, read into a small tree.

The tree is data: nothing in it is ever run as code.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

#: A unit: words of letters of any script, each perhaps with a power, with `/` between them.
UNIT = r"[^\W\d_]+(?:\^[2-9])?(?:[/·][^\W\d_]+(?:\^[2-9])?)*"
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:e[+-]?[0-9]{1,2})?"
NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
TOKEN = re.compile(
    rf"""\s*(?:
    (?P<amount>{NUMBER}(?:\s*%|\s+{UNIT}(?![\w(-]))?) |
    (?P<function>[a-z]+)(?=\s*\() |
    (?P<name>{NAME}(?:\.{NAME})?) |
    (?P<sign>\*\*|<=|>=|==|[-+*/<>(),−])
    )""",
    re.VERBOSE,
)

#: More signs than a line can hold; a tree of them is never deeper than Python can walk.
MOST_TOKENS = 120

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
}
#: Functions, with the smallest and the largest number of what stands in their brackets.
FUNCTIONS = {
    "min": (2, 9),
    "max": (2, 9),
    "floor": (1, 1),
    "ceil": (1, 1),
    "round": (1, 1),
    "sqrt": (1, 1),
    "log": (1, 1),
    "exp": (1, 1),
}
COMPARISONS = ("<", "<=", ">", ">=", "==")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an expression: `kind` is amount, function, name or sign."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, "" for none; `90%` is 0.9."""

    number: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of another figure."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator or a function, and what it is applied to."""

    sign: str
    parts: tuple["Tree", ...]


Tree = Amount | Name | Operation


def tokens(text: str) -> list[Token]:
    """The pieces of an expression, as they are written."""
    found, place, text = [], 0, text.rstrip()
    while place < len(text):
        match = TOKEN.match(text, place)
        if not match or match.lastgroup is None:
            raise ValueError(f"cannot read {text[place:].strip()[:20]!r} in {text!r}")
        found.append(Token(match.lastgroup, match[match.lastgroup]))
        place = match.end()
    if not found:
        raise ValueError("expected an expression, such as 2 * layers, got nothing")
    if len(found) > MOST_TOKENS:
        raise ValueError(
            f"the expression has {len(found)} names, numbers and signs, expected at most "
            f"{MOST_TOKENS}; give a part of it a line of its own"
        )
    return found


def parse(text: str) -> Tree:
    """The tree of an expression; its precedence is that of Python."""
    found = tokens(text)
    pieces = [
        f"_{index}" if token.kind in ("amount", "name") else token.text.replace("−", "-")
        for index, token in enumerate(found)
    ]
    try:
        body = ast.parse(" ".join(pieces), mode="eval").body
    except (SyntaxError, RecursionError, MemoryError):
        raise ValueError(misread(text, found)) from None
    return convert(body, found, text)


def misread(text: str, found: list[Token]) -> str:
    """What is wrong with an expression that is none."""
    for left, right in pairwise(found):
        is_open = right.kind != "sign" or right.text == "("
        if left.kind in ("amount", "name") and is_open:
            return f"expected a sign between {left.text!r} and {right.text!r} in {text!r}"
    signs = [token.text for token in found if token.kind == "sign"]
    if signs.count("(") != signs.count(")"):
        return f"a bracket is not closed, or not opened, in {text!r}"
    return f"cannot read {text!r}; expected numbers and names with signs between them"


def convert(node: ast.AST, found: list[Token], text: str) -> Tree:
    """What Python's parser made of an expression, as our tree; anything else is refused."""
    match node:
        case ast.Name(id=name) if name.startswith("_"):
            return leaf(found[int(name[1:])])
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in OPERATORS:
            parts: list[ast.expr] = [left, right]
        case ast.UnaryOp(op=ast.USub(), operand=part):
            inner = convert(part, found, text)
            if isinstance(inner, Amount):
                return Amount(-inner.number, inner.unit)
            return Operation("negative", (inner,))
        case ast.Compare(left=left, ops=[sign], comparators=[right]) if type(sign) in OPERATORS:
            parts = [left, right]
        case ast.Call(func=ast.Name(id=name), args=parts) if name in FUNCTIONS:
            least, most = FUNCTIONS[name]
            if not least <= len(parts) <= most:
                wanted = "one part" if most == 1 else f"{least} to {most} parts"
                raise ValueError(f"{name} takes {wanted} in its brackets, got {len(parts)}")
            return Operation(name, tuple(convert(part, found, text) for part in parts))
        case ast.Call(func=ast.Name(id=name)) if not name.startswith("_"):
            raise ValueError(f"there is no function '{name}'; there are {', '.join(FUNCTIONS)}")
        case _:
            raise ValueError(misread(text, found))
    return Operation(OPERATORS[type(sign)], tuple(convert(part, found, text) for part in parts))


def leaf(token: Token) -> Tree:
    """A name, or a number with its unit."""
    if token.kind == "name":
        return Name(token.text)
    match = re.fullmatch(rf"({NUMBER})\s*(.*)", token.text, re.DOTALL)
    assert match, token
    number = float(match[1].replace(",", ""))
    return Amount(number / 100) if match[2] == "%" else Amount(number, match[2])


def names(tree: Tree) -> Iterator[str]:
    """The names in a tree, as often as they stand there."""
    if isinstance(tree, Name):
        yield tree.name
    elif isinstance(tree, Operation):
        for part in tree.parts:
            yield from names(part)
