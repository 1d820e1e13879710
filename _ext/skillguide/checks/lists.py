"""Places that show questions and records which are written elsewhere."""

from collections.abc import Iterator

from ..model import Finding, Guide, Question, QuestionList, Record, RecordList, Rule


def check_lists(guide: Guide) -> Iterator[Finding]:
    """A place finds questions, and as many as it asks for.

    It is silent while there is no question or one cannot be read, and about ids that do not exist.
    """
    is_readable = all(question.is_readable for question in guide.every(Question))
    if not guide.questions or not is_readable:
        return
    for place in guide.lists:
        conditions = dict(place.conditions)
        number = conditions.pop("number", None) or place.largest or 1
        found = len(guide.select(**conditions))
        if found < number and all_exist(guide, place):
            yield Finding(Rule.QUESTION_LIST, place.location, message(conditions, number, found))


def message(conditions: dict[str, object], number: int, found: int) -> str:
    """What a place asks for, and what there is."""
    if "in_banks" in conditions:
        return (
            f"a form of {number} is drawn from the banks, which hold {found} questions with a "
            "level; lower `:forms:`, or write more"
        )
    if found:
        return f"asks for {number} questions, but {found} fit; lower `:number:`, or write more"
    if page := conditions.get("page"):
        return f"no question teaches a place on this page; write one with `:teaches: /{page}#place`"
    return "no question fits these conditions; drop one of them, or write such a question"


def all_exist(guide: Guide, place: QuestionList) -> bool:
    """Whether every item that a place names exists."""
    named = {
        f"{name.replace('_', '-')}:{value}"
        for name, value in place.conditions
        if name in ("quiz", "sub_skill", "level") and value
    }
    named |= {f"question:{id}" for id in dict(place.conditions).get("ids", ())}
    return all(key in guide.by_key for key in named)


def check_record_lists(guide: Guide) -> Iterator[Finding]:
    """A list of records has something to show.

    It is silent while a record of its kind lacks what the list asks for: that one may be it.
    """
    for place in guide.record_lists:
        asked = {name for name, _value in place.choices}
        of_kind = [record for record in guide.every(Record) if record.kind == place.kind]
        is_readable = all(asked <= dict(record.choices).keys() for record in of_kind)
        if is_readable and not guide.records(place.kind, place.choices):
            yield Finding(Rule.RECORD_LIST, place.location, nothing(place))


def nothing(place: RecordList) -> str:
    """What a list asks for that no record has."""
    if not place.choices:
        return f"there is no {place.kind} to list; write one, or delete this list"
    asked = " and ".join(f"`:{name}: {value}`" for name, value in place.choices)
    return f"no {place.kind} has {asked}; write one, or change what this list asks for"
