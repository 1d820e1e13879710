"""Chains: questions on one idea, of which each asks for more than the one that it follows."""

from collections.abc import Iterator, Mapping

from ..model import Finding, Guide, Question, Rule


def check_chains(guide: Guide) -> Iterator[Finding]:
    """A question is followed by one alone, on a higher level, and a chain has a beginning. Of a
    circle, the first question is reported, and nothing else.
    """
    by_id = {question.id: question for question in guide.questions}
    in_circles: set[str] = set()
    for question in by_id.values():
        before = by_id.get(question.follows)
        if before is None or question.id in in_circles:
            continue
        if circle := circle_of(question, by_id):
            in_circles.update(circle)
            message = going_round(question.id, circle)
        else:
            message = misplaced(guide, question, before)
        if message:
            yield Finding(Rule.CHAIN, question.location, message)


def circle_of(question: Question, by_id: Mapping[str, Question]) -> list[str]:
    """The ids of the circle that a question is in, beginning with the one that it follows."""
    way: list[str] = []
    id = question.follows
    while id in by_id and id not in way:
        way.append(id)
        id = by_id[id].follows
    return way if question.id in way and id == way[0] else []


def going_round(id: str, circle: list[str]) -> str:
    """The message for questions that follow each other."""
    way = ", which follows ".join(f"'{other}'" for other in circle)
    return f"question '{id}' follows {way}; let the first of a chain follow none"


def misplaced(guide: Guide, question: Question, before: Question) -> str:
    """What is wrong about the place of a question in its chain, or ""."""
    following = guide.next_questions[before.id]
    if following is not question:
        return (
            f"question '{question.id}' follows '{before.id}', as '{following.id}' at "
            f"{following.location} does; a chain has one way: let it follow that one"
        )
    levels = {level.id: place for place, level in enumerate(guide.levels)}
    if before.level in levels and levels.get(question.level, len(levels)) <= levels[before.level]:
        return (
            f"question '{question.id}' is on level '{question.level}' and follows '{before.id}' "
            f"on '{before.level}'; a chain goes up: ask for a higher level, or follow another one"
        )
    return ""
