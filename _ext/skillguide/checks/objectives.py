"""What a page promises, and the questions that ask for it."""

from collections.abc import Iterator

from ..model import Finding, Guide, Rule


def check_objectives(guide: Guide) -> Iterator[Finding]:
    """Every objective has a question, and every question of its page has an objective.

    Questions of a quiz that is apart are not shown there, so they count for neither.
    """
    asked = [question for question in guide.questions if not guide.is_apart(question)]
    taught = {question.teaches for question in asked}
    for objective in guide.objectives:
        if objective.address not in taught:
            yield Finding(
                Rule.OBJECTIVE,
                objective.location,
                f"no question asks for this objective; write one with `:teaches: "
                f"/{objective.address}`",
            )
    places = {objective.address for objective in guide.objectives}
    pages = {objective.location.docname for objective in guide.objectives}
    for question in asked:
        page = question.page
        if page in pages and question.teaches not in places:
            known = ", ".join(
                sorted(p.partition("#")[2] for p in places if p.startswith(f"{page}#"))
            )
            yield Finding(
                Rule.OBJECTIVE,
                question.location,
                f"question '{question.id}' teaches '{question.teaches}', which is no objective of "
                f"that page; its objectives are at {known}",
            )
