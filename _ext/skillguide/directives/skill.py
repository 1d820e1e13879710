"""Directives that declare the parts of a skill."""

from collections.abc import Callable
from decimal import Decimal

from docutils import nodes

from ..model import Given, Item, Level, Location, Phase, Proficiency, Skill, SubSkill, Unit
from ..model.numbers import plain
from ..nodes import guide_matrix_row, guide_unit_hours
from ..parse import (
    grouped_number,
    hours,
    hours_by_deliverable,
    hours_by_sub_skill,
    identifiers,
    percent,
    text,
)
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

    option_spec = options("title", "hours")

    def item(self, id: str, location: Location) -> Item:
        self.hours = self.value("hours", hours)
        return Phase(id=id, location=location, hours=self.hours)

    def facts(self) -> list[list[nodes.Node]]:
        return [word(f"{plain(self.hours)} h")] if self.hours is not None else []

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        with self.inside("guide:phase", item.id):
            return self.parse_content_to_nodes()


#: What the table below a unit is computed from.
UNIT_USES = ("unit", "lab", "resource", "deliverable", "question", "words")


class UnitDirective(ItemDirective):
    """A part of a phase, with its hours by sub-skill."""

    option_spec = options(
        "title", "hours", "phase", "reads", "labs", "resources", "practice", "needs"
    )

    def item(self, id: str, location: Location) -> Item:
        self.is_readable = True
        self.hours = self.value("hours", hours_by_sub_skill)
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
            labs=self.named("labs", "lab"),
            resources=self.named("resources", "resource"),
            practice=self.practice(),
            needs=self.named("needs", "unit"),
            is_readable=self.is_readable,
        )

    def named(self, option: str, kind: str) -> tuple[str, ...]:
        """The ids that an option lists; each must exist."""
        ids = self.listed(option, identifiers)
        for id in ids:
            self.refer(kind, id, option=option)
        return ids

    def listed(self, option: str, read: Callable[[str], tuple[T, ...]]) -> tuple[T, ...]:
        """What an option lists; nothing after reporting that it cannot be read."""
        found = self.value(option, read, required=False)
        self.is_readable &= found is not None or option not in self.options
        return found or ()

    def practice(self) -> tuple[tuple[str, Decimal], ...]:
        """Deliverables with the hours that this unit spends on them."""
        pairs = self.listed("practice", hours_by_deliverable)
        for id, _hours in pairs:
            self.refer("deliverable", id, option="practice")
        return pairs

    def pages(self) -> tuple[str, ...]:
        """The pages to read, from the top of the project."""
        names = [name.strip() for name in self.options.get("reads", "").split(",") if name.strip()]
        found = tuple(self.env.relfn2path(f"{name}.md")[0].removesuffix(".md") for name in names)
        for page in found:
            self.refer("page", page, option="reads")
        return found

    def content_nodes(self, item: Item) -> list[nodes.Node]:
        self.domain.use(self.env.current_document.docname, UNIT_USES)
        place = guide_unit_hours(unit=item.id)
        return [*self.parse_content_to_nodes(), place]

    def facts(self) -> list[list[nodes.Node]]:
        pairs = self.hours or ()
        total = sum((value for _name, value in pairs), Decimal())
        parts: list[list[nodes.Node]] = [word(f"{plain(total)} h")] if pairs else []
        for name, value in pairs:
            link = self.link("sub-skill", name, option="hours")
            parts.append([link, nodes.Text(f" {plain(value)} h")])
        return parts if len(pairs) > 1 else parts[1:]


class GivenDirective(GuideDirective):
    """A figure that is typed once: a term with its value, and what it means."""

    option_spec = options("value", "unit", "source")

    def run(self) -> list[nodes.Node]:
        id = self.identify()
        body = self.parse_content_to_nodes()
        value = self.value("value", grouped_number) or ""
        if id is None:
            return body
        unit, source = ((self.options.get(name) or "").strip() for name in ("unit", "source"))
        given = Given(id=id, location=self.location(), value=value, unit=unit, source=source)
        parts = [nodes.Text(f"{value} "), *self.words("unit")] if value and unit else []
        term = self.anchor(given, nodes.term("", "", *(parts or word(given.label))))
        term["translatable"] = False  # its words are: the unit
        if source:
            text = nodes.paragraph("", "", *self.words("source"), classes=["guide-source"])
            body.append(text)
        entry = nodes.definition_list_item("", term, nodes.definition("", *body))
        return [nodes.definition_list("", entry, classes=["guide-given"])]


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
