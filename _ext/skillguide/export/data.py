"""The whole guide as plain data, for other programs. Documented in `guide/contributing/data.md`."""

from decimal import Decimal
from typing import Any

from ..model import Guide, Item, Option, Phase, Question, Quiz, Record, Unit

#: Raised when a name disappears or changes its meaning; new names do not raise it.
SCHEMA = 1


def guide_data(guide: Guide) -> dict[str, Any]:
    """Everything that the pages declare; numbers as strings, so that no digit is lost."""
    skill = guide.skill
    kinds = sorted({item.kind for item in guide.all(Record)})
    return {
        "schema": SCHEMA,
        "skill": skill and {
            **named(guide, skill),
            "category": skill.category,
            "totalWeight": text(skill.total_weight),
            "totalHours": text(skill.total_hours),
        },
        "levels": [{**named(guide, item), "experience": item.experience} for item in guide.levels],
        "subSkills": [
            {**named(guide, item), "weight": text(item.weight)} for item in guide.sub_skills
        ],
        "phases": [phase(guide, item) for item in guide.phases],
        "quizzes": [quiz(guide, item) for item in guide.quizzes],
        "records": {
            kind: [{**named(guide, item), **dict(item.fields)} for item in guide.records(kind)]
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


def phase(guide: Guide, item: Phase) -> dict[str, Any]:
    """A phase with its units."""
    units = [unit(guide, part) for part in guide.units(item.id)]
    return {**named(guide, item), "hours": text(item.hours), "units": units}


def unit(guide: Guide, item: Unit) -> dict[str, Any]:
    """A unit with its hours by sub-skill and what they are spent on."""
    return {
        **named(guide, item),
        "hours": {id: text(hours) for id, hours in item.hours or ()},
        "reads": list(item.reads),
        "labs": list(item.labs),
        "resources": list(item.resources),
        "practice": {id: text(hours) for id, hours in item.practice},
        "needs": list(item.needs),
    }


def quiz(guide: Guide, item: Quiz) -> dict[str, Any]:
    """A quiz with its questions."""
    questions = [question(guide, part) for part in guide.select(quiz=item.id)]
    return {**named(guide, item), "subSkill": item.sub_skill, "questions": questions}


def question(guide: Guide, item: Question) -> dict[str, Any]:
    """A question with all its words, in Markdown."""
    return {
        "id": item.id,
        "type": str(item.type),
        "multiple": item.is_multiple,
        "subSkill": item.sub_skill,
        "level": item.level,
        "teaches": item.teaches,
        "source": item.source,
        "stem": guide.spell(item.text or item.stem),
        "options": [option(guide, part) for part in item.options],
        "answers": list(item.answers),
        "tolerance": text(item.tolerance),
        "unit": item.unit,
        "explanation": guide.spell(item.explanation),
    }


def option(guide: Guide, item: Option) -> dict[str, Any]:
    """An option with its feedback."""
    return {
        "id": item.id,
        "text": guide.spell(item.text),
        "right": item.is_right,
        "feedback": guide.spell(item.feedback),
    }


def text(value: Decimal | None) -> str | None:
    """A number as its author wrote it."""
    return None if value is None else f"{value:f}"
