"""Ids and what refers to them."""

from collections.abc import Iterator
from difflib import get_close_matches

from ..model import Finding, Guide, Rule, Skill


def check_skill(guide: Guide) -> Iterator[Finding]:
    """A project declares at most one skill: two would have two totals."""
    first, *others = [item for item in guide.items if isinstance(item, Skill)] or [None]
    for skill in others:
        if first and skill and skill.id != first.id:
            yield Finding(
                Rule.SKILL,
                skill.location,
                f"skill '{skill.id}' is a second skill: '{first.id}' is declared at "
                f"{first.location}; a project describes one",
            )


def check_ids(guide: Guide) -> Iterator[Finding]:
    """An id is declared once among the items of its kind."""
    for item in guide.items:
        first = guide.by_key[item.key]
        if first is not item:
            yield Finding(
                Rule.DUPLICATE_ID,
                item.location,
                f"{item.kind} '{item.id}' is already declared at {first.location}; "
                "give one of the two another id",
            )


def check_references(guide: Guide) -> Iterator[Finding]:
    """Every role and option names an item or a page that exists."""
    for reference in guide.references:
        if reference.kind == "page":
            page, _, anchor = reference.id.partition("#")
            if page in guide.pages and (not anchor or anchor in guide.pages[page]):
                continue
            known = guide.pages[page] if page in guide.pages else guide.pages
            name = anchor if page in guide.pages else page
            what = f"place '{anchor}' on page '{page}'" if page in guide.pages else f"page '{page}'"
        else:
            ids = [item.id for item in guide.items if item.kind == reference.kind]
            if reference.id in ids:
                continue
            known, name, what = ids, reference.id, f"{reference.kind} '{reference.id}'"
        yield Finding(Rule.REFERENCE, reference.location, f"there is no {what}{_hint(name, known)}")


def _hint(name: str, known: object) -> str:
    """What was probably meant."""
    names = sorted(known)  # type: ignore[call-overload]
    if close := get_close_matches(name, names, n=1):
        return f"; did you mean '{close[0]}'?"
    if names and len(names) <= 8:
        return f"; there are {', '.join(names)}"
    return ""
