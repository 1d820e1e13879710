"""Calculations: a worked example on paper, and what the script needs to compute it again."""

import json
from collections.abc import Iterator, Sequence
from graphlib import TopologicalSorter
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from ..calculations import Token, rounded_input, shown_value, tokens
from ..domain import GuideDomain
from ..messages import _, answer
from ..model import Calculation, Given, Guide, Result
from ..model.numbers import MINUS
from ..nodes import (
    guide_calculation,
    guide_calculation_part,
    guide_calculation_question,
    guide_computed,
    guide_given_value,
)
from ..output import Output
from .budgets import behind
from .parts import reference
from .tables import Cell, marked, table

#: Signs as they are printed.
SIGNS = {"*": "×", "/": "÷", "-": "−", "**": "^", "<=": "≤", ">=": "≥", "==": "="}

#: What is shown of a figure that could not be computed; the reason is a warning.
UNKNOWN = "…"


class FillCalculations(SphinxPostTransform):
    """Write each calculation out, and the value of each computed given."""

    default_priority = 8  # before references are resolved (10)

    def run(self, **kwargs: Any) -> None:
        if Output(self.app.builder).is_for_translators:
            return
        guide = GuideDomain.of(self.env).current
        for place in list(self.document.findall(guide_given_value)):
            item = guide.by_key.get(f"given:{place['given']}")
            value = item.value if isinstance(item, Given) else ""
            place.replace_self(nodes.Text(value or UNKNOWN))
        for node in list(self.document.findall(guide_calculation)):
            item = guide.by_place.get(node["place"])
            if isinstance(item, Calculation):
                node.replace_self(Worked(guide, item, node).show())


class Worked:
    """A calculation with its results, and the nodes in which it was written."""

    def __init__(self, guide: Guide, item: Calculation, node: guide_calculation) -> None:
        self.guide, self.item, self.node = guide, item, node
        self.results: dict[str, Result] = {}
        for name in item.lines:
            found = guide.by_key.get(f"result:{item.id}.{name}")
            if isinstance(found, Result):
                self.results[name] = found
        parts = [part for part in node if isinstance(part, guide_calculation_part)]
        self.words = {name: part.astext() for name, part in zip(item.lines, parts, strict=False)}

    def show(self) -> nodes.container:
        """The title, and a table of names with their formulas, and of results."""
        caption, *rest = self.node.children
        title = nodes.paragraph("", "", nodes.strong("", "", *caption.children))
        asked = [part for part in rest if isinstance(part, guide_calculation_question)]
        steps = [part for part in rest if part not in asked]
        rows, kinds = [], []
        for name, parts in zip(self.item.lines, divided(steps), strict=False):
            result = self.results[name]
            rows.append([self.step(result, parts), self.value(result)])
            kinds.append("guide-input" if result.is_input else "guide-step")
        head = (_("Step"), _("Result"))
        body = table(head, rows, numbers=(1,), classes=kinds)
        body["classes"].append("colwidths-auto")  # what explains a step gets all the room
        unasked = [nodes.paragraph("", "", *part.children) for part in asked]  # was reported
        if self.item.is_fixed:
            return nodes.container("", title, *unasked, body, ids=self.node["ids"])
        guess = [self.guess(asked)] if self.item.predict else unasked
        return guide_computed(
            "",
            title,
            *guess,
            body,
            ids=self.node["ids"],
            data=self.data(),
            classes=["guide-calculation"],
        )

    def guess(self, asked: list[guide_calculation_question]) -> nodes.paragraph:
        """The question that comes first: that of the author, or one for the value of the line."""
        name = self.words[self.item.predict]
        words = [child for part in asked for child in part.children]
        text = nodes.Text(_("what is “%(name)s”?") % {"name": name})
        lead = nodes.Text(_("Guess before you read on:"))
        return nodes.paragraph(
            "", "", lead, nodes.Text(" "), *(words or [text]), classes=["guide-guess"]
        )

    def step(self, result: Result, parts: list[nodes.Node]) -> list[nodes.Node]:
        """Name, formula, the numbers put in, and what explains them."""
        label, *rest = parts
        assert isinstance(label, guide_calculation_part)
        name = nodes.strong("", "", *label.children, ids=label["ids"])
        is_taken = result.formula == result.name  # from a given
        head = link_to(result.name, nodes.inline("", "", name)) if is_taken else name
        shown = [nodes.paragraph("", "", head)]
        if result.number is None:
            shown.append(nodes.paragraph("", f"= {result.formula}", classes=["guide-formula"]))
        found = tokens(result.formula) if result.number is not None else []
        if any(token.kind == "name" for token in found) and not is_taken:
            shown.append(self.formula(result, found, self.named))
        if len(found) > 1 and not result.is_input:
            shown.append(self.formula(result, found, self.put_in))
        return [*shown, *(child for note in rest for child in note.children)]

    def formula(self, result: Result, found: list[Token], write: Any) -> nodes.paragraph:
        """A formula, whose names are written in one of two ways."""
        line = nodes.paragraph("", "= ", classes=["guide-formula"])
        for index, token in enumerate(found):
            if needs_space(found[:index], token):
                line += nodes.Text(" ")
            line += write(result, token) if token.kind == "name" else nodes.Text(printed(token))
        return line

    def named(self, result: Result, token: Token) -> nodes.Node:
        """The name of a figure; one of another place leads there, behind the name of its place."""
        words = token.text.replace(".", ": ").replace("-", " ")
        if token.text in self.words and token.text != result.name:
            return nodes.Text(self.words[token.text])
        return link_to(token.text, nodes.inline("", words))

    def put_in(self, result: Result, token: Token) -> nodes.Node:
        """The value of a figure."""
        if token.text in self.results and token.text != result.name:
            return marked(self.amount(self.results[token.text]), token.text)
        kind = "result" if "." in token.text else "given"
        other = self.guide.by_key.get(f"{kind}:{token.text}")
        if isinstance(other, Result):
            return nodes.Text(self.amount(rounded_input(other)))
        text = other.label if isinstance(other, Given) and other.value else UNKNOWN
        return nodes.Text(f"({text})" if text.startswith(MINUS) else text)

    def amount(self, result: Result) -> str:
        """The value of a line with its unit, in the digits of this calculation; one below zero in
        brackets, since a sign may stand before it.
        """
        value = shown_value(result, self.item.digits) or UNKNOWN
        text = f"{answer(value).removesuffix('%')}{behind(result.measure)}"
        return f"({text})" if text.startswith(MINUS) else text

    def value(self, result: Result) -> Cell:
        """The result, marked for the script, with its unit."""
        value = shown_value(result, self.item.digits) or UNKNOWN
        return [
            marked(answer(value).removesuffix("%"), result.name),
            nodes.Text(behind(result.measure)),
        ]

    def data(self) -> str:
        """What the script needs, as JSON."""
        lines = [
            {
                "name": result.name,
                "words": self.words[result.name],
                "unit": result.measure,
                "factor": result.factor,
                "number": result.number,
                "arithmetic": result.arithmetic,
                "step": result.step,
                "money": result.is_money,
                "input": result.is_input,
            }
            for result in ordered(self.results)
        ]
        data = {
            "id": self.item.id,
            "predict": self.item.predict,
            "digits": self.item.digits,
            "lines": lines,
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def link_to(name: str, shown: nodes.inline) -> pending_xref:
    """A link to a figure of another place, by the name that formulas call it."""
    link = reference("guide", "result" if "." in name else "given", name, shown)
    link["refexplicit"] = True
    return link


def ordered(results: dict[str, Result]) -> list[Result]:
    """The lines that have a number, each behind those that it is computed from."""
    known = {name: result for name, result in results.items() if result.number is not None}
    graph = {name: set(names_in(result.arithmetic)) for name, result in known.items()}
    return [known[name] for name in TopologicalSorter(graph).static_order()]


def names_in(arithmetic: Any) -> Iterator[str]:
    """The names in arithmetic; the first part of a tuple is its sign."""
    if isinstance(arithmetic, str):
        yield arithmetic
    elif isinstance(arithmetic, tuple):
        for part in arithmetic[1:]:
            yield from names_in(part)


def divided(parts: list[nodes.Node]) -> Iterator[list[nodes.Node]]:
    """The parts of each line: its name, then what explains it."""
    numbers: dict[int, int] = {}
    for index, part in enumerate(parts):
        numbers[index] = numbers.get(index - 1, 0) + isinstance(part, guide_calculation_part)
    for _number, group in groupby(enumerate(parts), key=lambda pair: numbers[pair[0]]):
        yield [part for _index, part in group]


def printed(token: Token) -> str:
    """A number, a function or a sign as it is printed."""
    return SIGNS.get(token.text, token.text)


def needs_space(before: Sequence[Token], token: Token) -> bool:
    """Whether a space stands between a piece of a formula and those before it: none stands behind
    the minus of a number.
    """
    *others, last = before or [Token("sign", "(")]
    is_minus = last.text in ("-", MINUS) and (not others or opens(others[-1]))
    if last.text == "(" or token.text in (")", ",") or is_minus:
        return False
    return token.text != "(" or last.kind == "sign"


def opens(token: Token) -> bool:
    """Whether a number follows a piece of a formula, so that a minus behind it is that number's."""
    return token.kind == "sign" and token.text != ")"


def visit_computed(self: HTML5Translator, node: guide_computed) -> None:
    data = {"data-calculation": node["data"]} if Output(self.builder).is_interactive else {}
    self.body.append(self.starttag(node, "div", **data))


def depart_computed(self: HTML5Translator, node: guide_computed) -> None:
    self.body.append("</div>\n")
