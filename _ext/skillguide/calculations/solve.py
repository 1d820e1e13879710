"""A guide with its computed figures: each result, and each given with a formula."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from ..model import (
    Budget,
    BudgetRow,
    Calculation,
    Chart,
    Given,
    Guide,
    Item,
    Resource,
    Result,
    figure_key,
)
from ..model.numbers import MINUS, STEP, read_shown
from .evaluate import Arithmetic, evaluate, finite, typed
from .expressions import COMPARISONS, NUMBER, UNIT, Name, Operation, Tree, names, parse, tokens
from .numerals import numeral
from .redo import digits_to_redo
from .sweeps import swept
from .units import Units, units, words

if TYPE_CHECKING:
    from pint.facets.plain import PlainUnit as Unit


@dataclass(frozen=True, slots=True)
class Solved:
    """What a figure is worth: a number in base units, its unit, and the words of that unit."""

    number: float
    unit: "Unit"
    words: dict[str, str] = field(default_factory=dict)


def solve(guide: Guide) -> Guide:
    """The guide with the value of each figure that is computed, or with what is wrong with it."""
    if not any(is_computed(item) for item in guide.items):
        return guide
    solver = Solver(guide)
    return replace(guide, items=[solver.complete(item) for item in guide.items])


def is_computed(item: Item) -> bool:
    """Whether something in an item follows from other figures."""
    if isinstance(item, Budget):
        return any(row.figure for part in item.resources for row in part.rows)
    if isinstance(item, Chart):
        return item.sweep is not None
    return isinstance(item, Given) and bool(item.formula)


class Solver:
    """Computes every figure of a guide, each behind those that it is made of. Afterwards `figures`
    holds those with a formula, by key.
    """

    def __init__(self, guide: Guide) -> None:
        self.units: Units = units(tuple(guide.settings.units))
        self.known = {key: item for key, item in guide.by_key.items() if isinstance(item, Given)}
        self.figures: dict[str, Given] = {}
        self.solved: dict[str, Solved] = {}
        self.trees: dict[str, Tree] = {}
        for key, figure in self.known.items():
            if figure.formula:
                self.figures[key] = figure
                self.read(key, figure)
        for key in self.order():
            if key in self.trees:
                self.compute(key)
            elif key not in self.figures:
                self.take(key)

    def complete(self, item: Item) -> Item:
        """An item as it was computed; of two with one id, the first counts."""
        if isinstance(item, Budget):
            return replace(item, resources=tuple(map(self.with_amounts, item.resources)))
        if isinstance(item, Calculation):
            lines = {name: self.figures[f"result:{item.id}.{name}"] for name in item.lines}
            results = {name: line for name, line in lines.items() if isinstance(line, Result)}
            return replace(item, digits=digits_to_redo(results))
        if isinstance(item, Chart) and item.sweep:
            return swept(item, item.sweep, self.figures)
        return self.figures.get(item.key, item) if self.known.get(item.key) is item else item

    def with_amounts(self, resource: Resource) -> Resource:
        """A resource whose rows have their amounts."""
        limit = self.known.get(figure_key(resource.given))
        unit = resource.unit or (self.figures.get(limit.key, limit).measure if limit else "")
        rows = (self.with_amount(row, unit) if row.figure else row for row in resource.rows)
        return replace(resource, rows=tuple(rows))

    def with_amount(self, row: BudgetRow, unit: str) -> BudgetRow:
        """A row with the amount of its figure, in the unit of its resource if that can be; rounded
        as it is shown, so that what is shown adds up.
        """
        key = figure_key(row.figure)
        figure = self.figures.get(key, self.known.get(key))
        if figure is None or not figure.value:
            return row
        amount, measure = figure.amount or Decimal(), figure.measure
        if key not in self.solved:
            self.take(key)
        try:
            wanted, solved = self.units.read(unit), self.solved[key]
        except (KeyError, ValueError):
            return replace(row, amount=amount, unit=measure)
        if not self.units.same(wanted, solved.unit):
            return replace(row, amount=amount, unit=measure)
        number = solved.number / (0.01 if unit == "%" else self.units.factor(wanted))
        shown = numeral(number, is_money=self.units.is_money(wanted))
        return replace(row, amount=read_shown(shown) or Decimal(), unit=unit)

    def fail(self, key: str, problem: str) -> None:
        """Note what is wrong with a figure; those that need it say nothing."""
        self.trees.pop(key, None)
        self.figures[key] = replace(self.figures[key], problem=problem)

    def read(self, key: str, figure: Given) -> None:
        """Keep the tree of a formula in which every name is known."""
        try:
            tree = parse(figure.formula)
            for name in names(tree):
                self.check_name(name, figure)
        except ValueError as error:
            self.fail(key, str(error))
        else:
            self.trees[key] = tree

    def key_of(self, name: str, figure: Given) -> str:
        """The key of a figure by the name that another one calls it."""
        own = f"result:{scope(figure)}.{name}"
        is_taken = own == figure.key and figure.formula == name  # over from a given
        if own in self.known and not is_taken:
            return own
        return f"result:{name}" if "." in name else f"given:{name}"

    def check_name(self, name: str, figure: Given) -> None:
        """Refuse a name that is unknown, and say what was probably meant."""
        if self.key_of(name, figure) in self.known:
            return
        own = f"{scope(figure)}."
        near = [one.id.removeprefix(own) for one in self.known.values() if one is not figure]
        message = f"'{name}' is no line of this calculation and no given"
        if "." in name or not scope(figure):
            message = f"there is no {'result' if '.' in name else 'given'} '{name}'"
        if close := get_close_matches(name, near, n=1):
            raise ValueError(f"{message}; did you mean '{close[0]}'?")
        if "-" in name and all(self.key_of(p, figure) in self.known for p in name.split("-")):
            raise ValueError(f"{message}; write a minus with spaces around it")
        if self.units.has(name):
            raise ValueError(f"{message}; a unit stands behind a number: 1 {name}")
        raise ValueError(message)

    def order(self) -> Iterator[str]:
        """The keys of all figures that are needed, each behind its parts; what waits for itself is
        reported and left out.
        """
        while True:
            graph = {
                key: [self.key_of(name, self.figures[key]) for name in names(tree)]
                for key, tree in self.trees.items()
            }
            try:
                return iter(list(TopologicalSorter(graph).static_order()))
            except CycleError as error:
                self.fail_circle(error.args[1][:-1])

    def fail_circle(self, circle: list[str]) -> None:
        """Report figures that wait for one another, at the first of them, once."""
        figures = sorted((self.figures[key] for key in circle), key=lambda one: one.location)
        are_lines = len({scope(one) for one in figures}) == 1
        shown = [name_of(one) if are_lines else one.id for one in figures]
        parts = ", ".join(f"{a} ({b.location})" for a, b in zip(shown, figures, strict=True))
        is_alone = len(figures) == 1
        problem = "is computed of itself" if is_alone else f"waits for itself: {parts}"
        self.fail(figures[0].key, problem)  # the others miss this one

    def take(self, key: str) -> None:
        """Take a given that was typed; whoever uses one that cannot be read, says so."""
        with suppress(ValueError):
            self.solved[key] = worth(self.known[key], self.units)

    def compute(self, key: str) -> None:
        """Compute a figure whose parts are computed."""
        figure, tree = self.figures[key], self.trees[key]
        parts = {name: self.key_of(name, figure) for name in names(tree)}
        lost = [part for part in parts.values() if part not in self.solved]
        if lost:
            self.fail(key, self.why_lost(lost[0]))
            return
        try:
            result = typed(tree, self.units, lambda name: self.solved[parts[name]].unit)
            values = {name: self.solved[part].number for name, part in parts.items()}
            number = evaluate(result.arithmetic, values)
            vocabulary = self.vocabulary(figure, parts.values())
            shown = self.shown(figure, tree, Solved(number, result.unit, vocabulary))
        except ValueError as error:
            self.fail(key, str(error))
            return
        if isinstance(shown, Result):
            known = {name: self.within(part, figure) for name, part in parts.items()}
            shown = replace(shown, arithmetic=inlined(result.arithmetic, known))
        self.figures[key] = shown
        self.solved[key] = Solved(number, result.unit, vocabulary)

    def why_lost(self, key: str) -> str:
        """Why a part is not known; "" where it has said so itself."""
        if key in self.figures:
            return ""
        given = self.known[key]
        try:
            worth(given, self.units)
        except ValueError as error:
            return f"the given '{given.id}' cannot be computed with: {error}" if given.value else ""
        return ""

    def within(self, key: str, figure: Given) -> float | str:
        """A part of a figure as its calculation has it: the name of a line of the same, also where
        `calculation.line` was written; the number of others.
        """
        other = self.known[key]
        return name_of(other) if scope(other) == scope(figure) else self.solved[key].number

    def vocabulary(self, figure: Given, parts: Iterable[str]) -> dict[str, str]:
        """The words for units, by the names of these, that a figure and its parts were written
        in; the nearest ones count.
        """
        amounts = [token.text for token in tokens(figure.formula) if token.kind == "amount"]
        units = [text.partition(" ")[2].strip() for text in amounts]
        found = [self.solved[part].words for part in parts]
        found += [self.units.words_in(unit) for unit in (*units, figure.unit)]
        return {name: word for words in found for name, word in words.items()}

    def shown(self, figure: Given, tree: Tree, solved: Solved) -> Given:
        """A figure with its value, in the unit in which it is shown."""
        number, unit = solved.number, figure.unit or words(solved.unit, solved.words)
        if isinstance(tree, Operation) and tree.sign in COMPARISONS:
            if figure.unit or figure.step:
                raise ValueError("is a yes or a no, which has no unit and is not rounded")
            return replace(figure, number=number, value="yes" if number else "no")
        if (source := self.source_of(figure, tree)) and not figure.unit:
            value, unit = source
            factor = 0.01 if value.endswith("%") else self.units.factor(self.units.read(unit))
            return replace(figure, number=number, factor=factor, value=value, unit=unit)
        wanted = self.units.read(unit)
        if not self.units.same(wanted, solved.unit):
            kind = words(solved.unit, solved.words) or "a plain number"
            raise ValueError(f"is {kind}, which cannot be shown in {unit}")
        factor, step = self.units.factor(wanted), figure.step
        is_money = self.units.is_money(wanted)
        value = numeral(number / factor, step=step, is_money=is_money)
        if unit == "%":
            value, unit = f"{value}%", ""
        if isinstance(figure, Result):
            figure = replace(figure, is_money=is_money)
        return replace(figure, number=number, factor=factor, value=value, unit=unit)

    def source_of(self, figure: Given, tree: Tree) -> tuple[str, str] | None:
        """Value and unit of an input, as they were typed here or in a given; None of others."""
        if match := re.fullmatch(rf"(-?)({NUMBER})(\s*%|\s+{UNIT})?", figure.formula):
            sign, number, unit = match.groups("")
            number, unit = f"{MINUS if sign else ''}{number}", unit.strip()
            return (f"{number}%", "") if unit == "%" else (number, unit)
        if isinstance(tree, Name) and self.key_of(tree.name, figure).startswith("given:"):
            key = self.key_of(tree.name, figure)
            given = self.figures.get(key, self.known[key])
            return given.value, given.unit
        return None


def worth(figure: Given, units: Units) -> Solved:
    """What a figure is worth that was typed, or computed before; ValueError if that is unknown."""
    unit = units.plain if figure.value.endswith("%") else units.read(figure.unit)
    vocabulary = units.words_in(figure.unit)
    if figure.number is not None:
        return Solved(figure.number, units.reduced(unit), vocabulary)
    amount = read_shown(figure.value)
    if amount is None:
        raise ValueError("has no value")
    number = float(amount) / (100 if figure.value.endswith("%") else 1)
    return Solved(finite(number * units.factor(unit)), units.reduced(unit), vocabulary)


def restated(figure: Given, how: str, own: Sequence[str]) -> str:
    """A figure in another unit, or rounded to a step, or both: `0.1 MB`. ValueError if its unit is
    of another kind. `own` are the units of the site.
    """
    known = units(tuple(own))
    if figure.is_answer:
        raise ValueError("is a yes or a no, which has no unit and is not rounded")
    match = re.fullmatch(rf"({STEP})?(?:(?:^|(?<=1)(?=%)|\s+)(\S+))?", how)
    if not match:
        raise ValueError(f"expected a unit, or a step such as 0.1, or both, got {how!r}")
    solved = worth(figure, known)
    unit = match[2] or figure.measure
    wanted = known.read(unit)
    if not known.same(wanted, solved.unit):
        raise ValueError(f"{figure.label} cannot be shown in {unit}")
    number, step = solved.number / known.factor(wanted), float(match[1] or 0)
    text = numeral(number, step=step, is_money=known.is_money(wanted))
    return f"{text}%" if unit == "%" else f"{text} {unit}".rstrip()


def name_of(figure: Given) -> str:
    """The name that the lines beside a figure call it."""
    return figure.name if isinstance(figure, Result) else figure.id


def scope(figure: Given) -> str:
    """The calculation in which a figure stands; "" for a given."""
    return figure.calculation if isinstance(figure, Result) else ""


def inlined(arithmetic: Arithmetic, values: Mapping[str, float | str]) -> Any:
    """Arithmetic with numbers, or other names, in the place of names."""
    if isinstance(arithmetic, str):
        return values.get(arithmetic, arithmetic)
    if not isinstance(arithmetic, tuple):
        return arithmetic
    sign, *parts = arithmetic
    return (sign, *(inlined(part, values) for part in parts))
