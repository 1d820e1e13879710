"""Directives that declare the parts of a skill."""

from collections.abc import Callable
from decimal import Decimal
from typing import ClassVar

from docutils import nodes
from sphinx.util import docname_join

from ..checks.path import EARNED_FROM
from ..model import (
    Given,
    Item,
    Kind,
    Level,
    Location,
    Phase,
    Proficiency,
    Rule,
    Skill,
    SubSkill,
    Unit,
)
from ..model.numbers import plain
from ..nodes import guide_given_value, guide_matrix_row, guide_unit_hours
from ..parse import (
    calculation_line,
    grouped_number,
    hours,
    hours_by,
    identifier,
    percent,
    text,
)
from ..parse.calculations import Line
from .base import GuideDirective, ItemDirective, T, _, options, word

FOLLOW = ("hours-follow-weights", "questions-follow-weights")


class SkillDirective(ItemDirective):
    """The whole: its totals are promises that the parts are checked against."""

    option_spec = options("title", "category", "total-weight", "total-hours", flags=FOLLOW)

    def item(self, id: str, location: Location) -> Item:
        return Skill(
            id=id,
            location=location,
            category=self.options.get("category", ""),
            total_weight=self.value("total-weight", percent, required=False),
            total_hours=self.value("total-hours", hours, required=False),
            hours_follow_weights="hours-follow-weights" in self.options,
            questions_follow_weights="questions-follow-weights" in self.options,
        )

    def facts(self) -> list[list[nodes.Node]]:
        return list(filter(None, [self.words("category")]))


class LevelDirective(ItemDirective):
    """A step of proficiency."""

    option_spec = options("title", "experience")

    def item(self, id: str, location: Location) -> Item:
        return Level(id=id, location=location, experience=self.value("experience", text) or "")

    def facts(self) -> list[list[nodes.Node]]:
        return list(filter(None, [self.words("experience")]))


class SubSkillDirective(ItemDirective):
    """A weighted part of the skill."""

    option_spec = options("title", "weight")

    def item(self, id: str, location: Location) -> Item:
        self.weight = self.value("weight", percent)
        return SubSkill(id=id, location=location, weight=self.weight)

    def facts(self) -> list[list[nodes.Node]]:
        if self.weight is None:
            return []
        return [word(_("%s%% of the skill") % plain(self.weight))]


class PhaseDirective(ItemDirective):
    """A stage of the path; its units stand inside it."""

    option_spec = options("title", "hours", "level")

    def item(self, id: str, location: Location) -> Item:
        self.hours = self.value("hours", hours)
        level = self.value("level", identifier, required=False) or ""
        if level:
            self.refer("level", level, option="level")
        return Phase(id=id, location=location, hours=self.hours, level=level)

    def facts(self) -> list[list[nodes.Node]]:
        return [word(f"{plain(self.hours)} h")] if self.hours is not None else []

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        with self.inside("guide:phase", item.id):
            return self.parse_content_to_nodes()


class UnitDirective(ItemDirective):
    """A part of a phase, with its hours by sub-skill. What they are spent on is named by an option
    for each kind of record that has a way (see `unit_directive`).
    """

    option_spec = options("title", "hours", "phase", "reads", "needs")
    kinds: ClassVar[tuple[Kind, ...]] = ()

    def item(self, id: str, location: Location) -> Item:
        self.is_readable = True
        self.hours = self.value("hours", hours_by("sub-skill", "dough 9, oven 2.5"))
        phase = self.options.get("phase") or self.env.temp_data.get("guide:phase") or ""
        if not phase:
            self.value("phase", text)
        elif "phase" in self.options:
            self.refer("phase", phase, option="phase")
        return Unit(
            id=id,
            location=location,
            phase=phase,
            hours=self.hours,
            reads=self.pages(),
            spends=tuple(spending for kind in self.kinds for spending in self.spends(kind)),
            needs=self.named("needs", "unit"),
            is_readable=self.is_readable,
        )

    @property
    def classes(self) -> list[str]:
        """The classes of the section: readers tick it."""
        return [*super().classes, "guide-planned"]

    def spends(self, kind: Kind) -> list[tuple[str, str, Decimal | None]]:
        """The records of a kind on which the unit spends hours; with the hours, where it is the
        unit that says them.
        """
        if kind.way is None:
            return []
        option = kind.way.option
        if kind.way.time:
            return [(kind.name, id, None) for id in self.named(option, kind.name)]
        pairs = self.listed(option, hours_by(kind.name, "loaf 3, report 2.5"))
        for id, _hours in pairs:
            self.refer(kind.name, id, option=option)
        return [(kind.name, id, hours) for id, hours in pairs]

    def listed(self, option: str, read: Callable[[str], tuple[T, ...]]) -> tuple[T, ...]:
        """The same as of any directive; a unit of which a part cannot be read has no sum."""
        found = super().listed(option, read)
        self.is_readable &= bool(found) or option not in self.options
        return found

    def pages(self) -> tuple[str, ...]:
        """The pages to read, from the top of the project."""
        names = [name.strip() for name in self.options.get("reads", "").split(",") if name.strip()]
        here = self.env.current_document.docname
        found = tuple(docname_join(here, name) for name in names)
        for page in found:
            self.refer("page", page, option="reads")
        return found

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        self.domain.use(self.env.current_document.docname, (*EARNED_FROM, "question"))
        place = guide_unit_hours(unit=item.id)
        return [*self.parse_content_to_nodes(), place]

    def facts(self) -> list[list[nodes.Node]]:
        pairs = self.hours or ()
        total = sum((value for _name, value in pairs), Decimal())
        parts: list[list[nodes.Node]] = [word(f"{plain(total)} h")] if pairs else []
        for name, value in pairs:
            link = self.link("sub-skill", name, option="hours")
            parts.append([link, nodes.Text(f" {plain(value)} h")])
        return parts if len(pairs) != 1 else parts[1:]  # one part is the whole


def unit_directive(kinds: tuple[Kind, ...]) -> type[UnitDirective]:
    """The directive of units in a site that has these kinds of records."""
    ways = [kind.way.option for kind in kinds if kind.way]
    spec = UnitDirective.option_spec | options(*ways)
    return type("UnitDirective", (UnitDirective,), {"option_spec": spec, "kinds": kinds})


class GivenDirective(GuideDirective):
    """A figure that is typed once: a term with its value, and what it means."""

    option_spec = options("value", "unit", "source")

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        body = self.parse_content_to_nodes()
        line = self.formula()
        value = "" if line else self.value("value", grouped_number) or ""
        if id is None:
            return body
        unit, source = ((self.options.get(name) or "").strip() for name in ("unit", "source"))
        formula = line.formula if line else ""
        given = Given(
            id=id,
            location=self.location(),
            value=value,
            unit=unit or (line.unit if line else ""),
            source=source,
            formula=formula,
            step=line.step if line else 0,
        )
        shown = guide_given_value(given=id) if formula else nodes.Text(value)
        is_known = bool(value or formula)
        parts = [shown, nodes.Text(" " if unit else ""), *self.words("unit")] if is_known else []
        term = self.anchor(given, nodes.term("", "", *(parts or word(given.label))))
        term["translatable"] = False  # its words are: the unit
        if source:
            text = nodes.paragraph("", "", *self.words("source"), classes=["guide-source"])
            body.append(text)
        entry = nodes.definition_list_item("", term, nodes.definition("", *body))
        classes = ["guide-given", "simple"]  # a theme frames others as it does functions
        return [nodes.definition_list("", entry, classes=classes)]

    def formula(self) -> Line | None:
        """What a computed given follows from: its value begins with `=`. None for a typed one."""
        value = (self.options.get("value") or "").strip()
        if not value.startswith("="):
            return None
        try:
            return calculation_line(f"given {value}")[0]
        except ValueError:
            message = f"expected a value such as = loaves-a-day * 1 year, got {value!r}"
            self.report(Rule.CALCULATION, message, self.option_line("value"))
            return Line("given", value[1:].strip(), "", 0)


class ProficiencyDirective(GuideDirective):
    """A row of the matrix: a numbered entry for each level; its block quote is the evidence."""

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        body = self.parse_content_to_nodes()
        if id is None:
            return body
        lists = [node for node in body if isinstance(node, nodes.enumerated_list)]
        entries = [entry for found in lists for entry in found.children]
        item = Proficiency(id=id, location=self.location(), levels=len(entries))
        self.refer("sub-skill", id)
        self.domain.use(self.env.current_document.docname, ["level"])
        target = self.anchor(item, nodes.target())
        rows = [guide_matrix_row("", *entries)] if entries else []
        for row in rows:
            self.set_source_info(row)
        return [target, *(node for node in body if node not in lists), *rows]
