"""The whole guide as plain data, for other programs. Documented in `guide/contributing/data.md`."""

from decimal import Decimal
from typing import Any

from ..model import (
    Amount,
    Architecture,
    Budget,
    BudgetRow,
    Calculation,
    Chart,
    Given,
    Guide,
    Item,
    Kind,
    Option,
    Part,
    Phase,
    Proficiency,
    Prompt,
    Question,
    Quiz,
    Record,
    Resource,
    Result,
    Unit,
)
from . import markup
from .files import questions, quizzes, sets

#: Raised when a name disappears or changes its meaning; new names do not raise it.
SCHEMA = 1


def guide_data(guide: Guide) -> dict[str, Any]:
    """What the pages declare; numbers as strings, so that no digit is lost.

    The text of the pages is left out: a record has its first sentence, an objective the place
    that teaches it. So are quizzes that are examples.
    """
    skill = guide.skill
    kinds = sorted({item.kind for item in guide.all(Record)})
    return {
        "schema": SCHEMA,
        "skill": skill and {
            **named(guide, skill),
            "category": guide.spell(skill.category),
            "totalWeight": digits(skill.total_weight),
            "totalHours": digits(skill.total_hours),
        },
        "levels": [
            {**named(guide, item), "experience": guide.spell(item.experience)}
            for item in guide.levels
        ],
        "subSkills": [
            {**named(guide, item), "weight": digits(item.weight)} for item in guide.sub_skills
        ],
        "proficiency": [proficiency(guide, item) for item in guide.all(Proficiency)],
        "phases": [phase(guide, item) for item in guide.phases],
        "objectives": [
            {"page": item.location.docname, "place": item.place}
            for item in guide.objectives
            if item.location.docname not in guide.unlisted
        ],
        "givens": [
            {**named(guide, item), **figure(item), "source": item.source}
            for item in guide.all(Given)
        ],
        "calculations": [calculation(guide, item) for item in guide.all(Calculation)],
        "architectures": [architecture(guide, item) for item in guide.all(Architecture)],
        "budgets": [budget(guide, item) for item in guide.all(Budget)],
        "charts": [chart(guide, item) for item in guide.all(Chart)],
        "quizzes": [quiz(guide, item) for item in quizzes(guide)],
        "questions": [question(guide, item) for item in questions(guide) if not item.quiz],
        "sets": [
            {
                "page": page,
                "title": guide.titles.get(f"doc:{page}", page),
                "questions": [item.id for item in chosen],
            }
            for page, chosen in sets(guide).items()
        ],
        "records": {
            kind: [{**named(guide, item), **fields(guide, item)} for item in guide.records(kind)]
            for kind in kinds
        },
    }  # fmt: skip


def named(guide: Guide, item: Item) -> dict[str, str]:
    """What every item has; `page` and `anchor` tell where it stands."""
    return {
        "id": item.id,
        "title": item.label,
        "sentence": guide.spell(item.sentence),
        "page": item.location.docname,
        "anchor": item.anchor,
    }


def figure(item: Given) -> dict[str, str]:
    """The value of a figure, and what it is computed from."""
    return {"value": item.value, "unit": item.unit, "formula": item.formula}


def calculation(guide: Guide, item: Calculation) -> dict[str, Any]:
    """A calculation with its lines."""
    keys = [f"result:{item.id}.{name}" for name in item.lines]
    lines = [found for key in keys if isinstance(found := guide.by_key.get(key), Result)]
    return {
        **named(guide, item),
        "minutes": item.minutes,
        "predict": item.predict,
        "lines": [{"name": line.name, **figure(line)} for line in lines],
    }


def fields(guide: Guide, item: Record) -> dict[str, str]:
    """The fields of a record as readers see them."""
    return {name: guide.spell(text) for name, text in item.fields}


def phase(guide: Guide, item: Phase) -> dict[str, Any]:
    """A phase with its units."""
    units = [unit(guide, part) for part in guide.units(item.id)]
    return {**named(guide, item), "hours": digits(item.hours), "units": units}


def unit(guide: Guide, item: Unit) -> dict[str, Any]:
    """A unit with its hours by sub-skill and what they are spent on."""
    return {
        **named(guide, item),
        "hours": {id: digits(hours) for id, hours in item.hours or ()},
        "reads": list(item.reads),
        **{kind.way.option: spent(kind, item) for kind in guide.kinds if kind.way},
        "needs": list(item.needs),
    }


def spent(kind: Kind, item: Unit) -> list[str] | dict[str, str | None]:
    """The records of a kind on which a unit spends hours; with the hours where it says them."""
    found = {id: digits(hours) for name, id, hours in item.spends if name == kind.name}
    return list(found) if kind.way and kind.way.time else found


def proficiency(guide: Guide, item: Proficiency) -> dict[str, Any]:
    """A row of the matrix: what each level shows, in Markdown."""
    shown = zip(guide.levels, item.texts, strict=False)
    return {
        "subSkill": item.id,
        "levels": {level.id: spelled(guide, part) for level, part in shown},
    }


def architecture(guide: Guide, item: Architecture) -> dict[str, Any]:
    """A figure: its components by their cells, and what flows between them."""
    return {
        **named(guide, item),
        "components": [
            {
                "id": part.id,
                "kind": str(part.kind),
                "cell": part.cell,
                "label": guide.spell(part.label),
            }
            for part in item.components
        ],
        "flows": [
            {
                "source": flow.source,
                "target": flow.target,
                "dashed": flow.is_dashed,
                "label": guide.spell(flow.label),
            }
            for flow in item.flows
        ],
    }


def budget(guide: Guide, item: Budget) -> dict[str, Any]:
    """A budget with its resources."""
    return {**named(guide, item), "resources": [resource(guide, part) for part in item.resources]}


def resource(guide: Guide, item: Resource) -> dict[str, Any]:
    """What is summed; its limit is a number, or `given` names the one that it is."""
    return {
        "label": guide.spell(item.label),
        "unit": item.unit,
        "limit": digits(item.limit),
        "given": item.given,
        "rows": [row(guide, part) for part in item.rows],
    }


def row(guide: Guide, item: BudgetRow) -> dict[str, Any]:
    """A part of a sum; `driver` is the given that it grows with."""
    return {
        "label": guide.spell(item.label),
        "amount": digits(item.amount),
        "unit": item.unit,
        "driver": item.driver,
    }


def chart(guide: Guide, item: Chart) -> dict[str, Any]:
    """A chart: the names of its columns, and its rows; a value that is no number is null, one that
    another item has is named.
    """
    titles = {name: guide.spell(title) for name, title in item.titles}
    return {
        **named(guide, item),
        "form": item.form and str(item.form),
        "x": titles.get("x", ""),
        "y": titles.get("y", ""),
        "log": list(item.log),
        "columns": [guide.spell(name) for name in item.head],
        "rows": [
            {"label": guide.spell(row.name), "values": [amount(value) for value in row.values]}
            for row in item.rows
        ],
        "marks": [
            {"name": mark.name, "label": guide.spell(mark.label), "ends": [*map(amount, mark.ends)]}
            for mark in item.marks
        ],
    }


def amount(value: Amount) -> str | None:
    """A number with its sign for percent, or the key of the item that has it."""
    if value.number is None:
        return value.key or None
    return f"{value.number:f}{'%' if value.is_percent else ''}"


def quiz(guide: Guide, item: Quiz) -> dict[str, Any]:
    """A quiz with its questions."""
    return {
        **named(guide, item),
        "subSkill": item.sub_skill,
        "apart": item.is_apart,
        "attempt": item.is_attempt,
        "minutes": item.minutes,
        "forms": list(item.forms),
        "closes": item.closes,
        "shows": [part.id for part in guide.shown_by(item.id)],
        "questions": [question(guide, part) for part in guide.select(quiz=item.id)],
    }


def question(guide: Guide, item: Question) -> dict[str, Any]:
    """A question with all its words, in Markdown."""
    return {
        "id": item.id,
        "page": item.location.docname,
        "anchor": item.anchor,
        "type": item.type.name,
        "multiple": item.is_multiple,
        "keepOrder": item.keeps_order,
        "subSkill": item.sub_skill,
        "level": item.level,
        "teaches": item.teaches,
        "follows": item.follows,
        "asks": list(item.asks),
        "source": item.source,
        "stem": spelled(guide, item.markdown),
        "hint": spelled(guide, item.hint),
        "options": [option(guide, part) for part in item.options],
        "prompts": [prompt(guide, part) for part in item.prompts],
        "answers": list(item.answers),
        "tolerance": digits(item.tolerance),
        "unit": item.unit,
        "explanation": spelled(guide, item.explanation),
        "pictures": list(item.pictures),
        "allow": sorted(item.allows),
    }


def option(guide: Guide, item: Option) -> dict[str, Any]:
    """An option with its feedback."""
    return part(guide, item, item.is_right)


def prompt(guide: Guide, item: Prompt) -> dict[str, Any]:
    """What is answered on its own: by a place from 1, or by the id of an option."""
    return part(guide, item, item.right)


def part(guide: Guide, item: Part, right: bool | str) -> dict[str, Any]:
    """What an option and a prompt have in common."""
    return {
        "id": item.id,
        "text": spelled(guide, item.markdown),
        "right": right,
        "feedback": spelled(guide, item.feedback),
    }


def spelled(guide: Guide, markdown: str) -> str:
    """Markdown with the titles that it refers to."""
    return guide.spell(markdown, shown=markup.title)


def digits(value: Decimal | None) -> str | None:
    """A number as its author wrote it."""
    return None if value is None else f"{value:f}"
