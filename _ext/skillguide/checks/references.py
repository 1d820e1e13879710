"""Ids and what refers to them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from ..model import Finding, Guide, Reference, Result, Rule, Skill


def check_skill(guide: Guide) -> Iterator[Finding]:
    """A project declares at most one skill: two would have two totals."""
    skills = [item for item in guide.items if isinstance(item, Skill)]
    for skill in skills[1:]:
        if skill.id != (first := skills[0]).id:
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
        if first is item or isinstance(item, Result):  # a line goes with its calculation
            continue
        here, there = item.location, first.location
        if (here.path, here.line) == (there.path, there.line):
            advice = f"twice included, on {there.docname} and on {here.docname}; include it once"
        else:
            advice = f"already declared at {there}; give one of the two another id"
        yield Finding(Rule.DUPLICATE_ID, here, f"{item.kind} '{item.id}' is {advice}")


def check_references(guide: Guide) -> Iterator[Finding]:
    """Every role and option names an item or a page that exists."""
    ids: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for item in guide.items:
        ids[item.kind][item.id] = None
    for reference in guide.references:
        kind = reference.kind
        if kind == "page":
            message = _page(reference, guide.pages)
        else:
            message = _missing(f"there is no {kind}", reference.id, ids[kind].keys())
        if message:
            yield Finding(Rule.REFERENCE, reference.location, message)


def _page(reference: Reference, pages: Mapping[str, Collection[str]]) -> str:
    """The message for a `page` or `page#place` that does not exist."""
    page, _, anchor = reference.id.partition("#")
    if anchor and page in pages:
        return _missing(f"page '{page}' has no place", anchor, sorted(pages[page]))
    return _missing("there is no page", page, pages)


def _missing(what: str, name: str, known: Collection[str]) -> str:
    """Nothing if the name is known, else a message that says what was probably meant."""
    if name in known:
        return ""
    message = f"{what} '{name}'"
    if close := get_close_matches(name, sorted(known), n=1):
        return f"{message}; did you mean '{close[0]}'?"
    return f"{message}; there are {', '.join(known)}" if 0 < len(known) <= 8 else message
