"""The checks as functions: what they find, and what they leave to another check."""

from dataclasses import replace
from decimal import Decimal

import pytest
from skillguide.checks import (
    CHECKS,
    check,
    check_hours_share,
    check_ids,
    check_phase_hours,
    check_references,
    check_unit_hours,
    check_weights,
)
from skillguide.model import (
    ALLOWABLE,
    Guide,
    Level,
    Location,
    Option,
    Phase,
    Question,
    Reference,
    Rule,
    Skill,
    SubSkill,
    Unit,
)
from skillguide.model.numbers import plain
from skillguide.types import DEFAULT


def at(line: int, page: str = "index") -> Location:
    return Location(page, f"{page}.md", line)


def guide(weights, units, *, phases=None, total=10, follow=True, total_weight=100) -> Guide:
    """A skill whose sub-skills are a, b, …; `units` are dicts of hours, one phase each."""
    names = "abcdefghij"[: len(weights)]
    phases = phases or [sum(map(Decimal, unit.values())) for unit in units]
    return Guide(
        [
            Skill(
                id="s",
                location=at(1),
                total_weight=total_weight and Decimal(total_weight),
                total_hours=Decimal(str(total)),
                hours_follow_weights=follow,
            ),
            *(
                SubSkill(id=name, location=at(10 + i), weight=weight and Decimal(weight))
                for i, (name, weight) in enumerate(zip(names, weights))
            ),
            *(
                Phase(id=f"p{i}", location=at(30 + i), hours=hours and Decimal(str(hours)))
                for i, hours in enumerate(phases)
            ),
            *(
                Unit(
                    id=f"u{i}",
                    location=at(50 + i),
                    phase=f"p{i}",
                    hours=unit and tuple((k, Decimal(str(v))) for k, v in unit.items()),
                )
                for i, unit in enumerate(units)
            ),
        ]
    )


def messages(findings):
    return [f"{finding.location.line}: {finding.message}" for finding in findings]


def test_a_guide_that_adds_up_has_no_findings():
    assert check(guide(["60", "40"], [{"a": 4, "b": 2}, {"a": 2, "b": 2}])) == []


def test_weights_are_summed_as_decimals():
    """As binary fractions, ten times 0.1 is not 1."""
    assert not [*check_weights(guide(["33.3", "33.3", "33.4"], []))]
    assert not [*check_weights(guide(["10"] * 10, []))]
    assert not [*check_weights(guide(["0.1"] * 9 + ["99.1"], []))]


def test_a_wrong_weight_names_the_sum_and_every_part():
    assert messages(check_weights(guide(["60", "39"], []))) == [
        "1: the weights of the sub-skills sum to 99%, expected 100%: "
        "a 60% (index.md:10), b 39% (index.md:11)"
    ]


def test_units_sum_to_their_phase():
    found = check_unit_hours(guide(["60", "40"], [{"a": 6, "b": 4}], phases=[9]))

    assert messages(found) == [
        "30: the units of phase p0 sum to 10 h, expected 9 h: u0 10 h (index.md:50)"
    ]


def test_phases_sum_to_the_total():
    found = check_phase_hours(guide(["60", "40"], [{"a": 6}, {"b": 4}], total=11))

    assert messages(found) == [
        "1: the phases sum to 10 h, expected 11 h: p0 6 h (index.md:30), p1 4 h (index.md:31)"
    ]


def test_hours_follow_the_weights_only_where_the_skill_says_so():
    moved = {"weights": ["60", "40"], "units": [{"a": 5, "b": 5}]}

    assert messages(check_hours_share(guide(**moved))) == [
        "1: the hours of the units do not follow the weights: "
        "a 5 h, expected 6 h; b 5 h, expected 4 h"
    ]
    assert not [*check_hours_share(guide(**moved, follow=False))]


def test_shares_are_those_of_all_weights():
    """A skill may promise another sum than 100%; a third of the hours has no last digit."""
    half = {"units": [{"a": 5, "b": 5}], "total_weight": 50}
    third = {"units": [{"a": "3.33", "b": "3.33", "c": "3.34"}], "total_weight": None}

    assert messages(check_hours_share(guide(["25", "25"], **half))) == []
    assert messages(check_hours_share(guide(["30", "20"], **half))) == [
        "1: the hours of the units do not follow the weights: "
        "a 5 h, expected 6 h; b 5 h, expected 4 h"
    ]
    assert messages(check_hours_share(guide(["7", "7", "7"], **third))) == [
        "1: the hours of the units do not follow the weights: c 3.34 h, expected 3.33 h"
    ]


@pytest.mark.parametrize(
    ("wrong", "rules"),
    [
        (guide([None, "40"], [{"a": 6, "b": 4}]), []),
        (guide(["60", "40"], [{"a": 6, "b": 4}], phases=[None]), []),
        (guide(["60", "40"], [None], phases=[10]), []),
        (guide(["60", "39"], [{"a": 6, "b": 4}]), ["weight_total"]),
        (guide(["60", "40"], [{"a": 7, "b": 4}], phases=[10]), ["unit_hours"]),
        (guide(["60", "40"], [{"a": 7, "b": 4}]), ["phase_hours"]),
        (guide(["60", "40"], [{"a": 5, "b": 5}]), ["hours_share"]),
    ],
)
def test_one_mistake_is_one_finding(wrong, rules):
    """What is unreadable was reported where it was read; a wrong sum explains the next one."""
    assert [finding.rule for finding in check(wrong)] == rules


def test_the_first_of_two_declarations_counts():
    """A copied sub-skill is a duplicate id, not also a wrong sum."""
    whole = guide(["60", "40"], [{"a": 6, "b": 4}])
    copied = Guide([*whole.items, replace(whole.sub_skills[0], location=at(99, "z"))])

    assert messages(check(copied)) == [
        "99: sub-skill 'a' is already declared at index.md:10; give one of the two another id"
    ]


def test_ids_are_unique_within_their_kind_only():
    both = Guide([Level(id="x", location=at(1)), SubSkill(id="x", location=at(2), weight=None)])

    assert not [*check_ids(both)]


def test_a_second_skill_is_reported():
    skills = [
        Skill(id=name, location=at(line), total_weight=None, total_hours=None)
        for line, name in enumerate("ab", 1)
    ]

    assert [finding.rule for finding in check(Guide(skills))] == ["skill"]


@pytest.mark.parametrize(
    ("kind", "id", "message"),
    [
        ("level", "novise", "there is no level 'novise'; did you mean 'novice'?"),
        ("level", "xyz", "there is no level 'xyz'; there are novice, baker"),
        ("phase", "one", "there is no phase 'one'"),
        ("page", "crafd", "there is no page 'crafd'; did you mean 'craft'?"),
        (
            "page",
            "craft#knead",
            "page 'craft' has no place 'knead'; did you mean 'kneading'?",
        ),
    ],
)
def test_an_unknown_reference_says_what_was_meant(kind, id, message):
    known = Guide(
        [Level(id="novice", location=at(1)), Level(id="baker", location=at(2))],
        [Reference(kind, id, at(9))],
        {"craft": frozenset({"kneading"})},
    )

    assert messages(check_references(known)) == [f"9: {message}"]


def test_known_references_are_silent():
    known = Guide(
        [Level(id="novice", location=at(1))],
        [Reference("level", "novice", at(9)), Reference("page", "craft#a", at(9))],
        {"craft": frozenset({"a"})},
    )

    assert not [*check_references(known)]


def option(source: str, *, right: bool = False, feedback: bool = True, line: int = 5) -> Option:
    return Option(source=source, is_right=right, has_feedback=feedback, line=line)


GOOD = Question(
    type=DEFAULT,
    id="q",
    location=at(1),
    stem="Stem?",
    options=(option("A", right=True), option("B", line=6)),
)


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({}, []),
        ({"stem": ""}, ["stem"]),
        ({"options": ()}, ["options"]),
        ({"options": (option("A", right=True),)}, ["options"]),
        ({"options": (option("A"), option("B"))}, ["key"]),
        ({"options": (option("A", right=True), option("B", right=True))}, ["key"]),
        (
            {
                "options": (option("A", right=True), option("B", right=True), option("C")),
                "is_multiple": True,
            },
            [],
        ),
        ({"options": (option("A", right=True), option("A"))}, ["options"]),
        ({"options": (option("a + b", right=True), option("a - b"))}, []),
        ({"options": (option("f()\n  g()", right=True), option("f()\ng()"))}, []),
        ({"options": (option("A", right=True), option("B", feedback=False))}, ["feedback"]),
        ({"options": (), "is_readable": False}, []),
    ],
)
def test_what_makes_a_question(change, rules):
    assert [finding.rule for finding in check(Guide([replace(GOOD, **change)]))] == rules


def test_feedback_is_missed_at_the_line_of_its_option():
    question = replace(GOOD, options=(option("A", right=True), option("B", feedback=False, line=8)))

    assert [finding.location.line for finding in check(Guide([question]))] == [8]


def test_findings_come_in_the_order_of_the_pages():
    items = [replace(GOOD, id=f"q{i}", stem="", location=at(9 - i)) for i in range(3)]

    assert [finding.location.line for finding in check(Guide(items))] == [7, 8, 9]


def test_every_check_is_registered():
    """A check that is written and forgotten would never run."""
    from skillguide import checks

    names = {name for name in dir(checks) if name.startswith("check_")}
    assert names - {"check_traces"} == {function.__name__ for function in CHECKS}


def test_numbers_are_shown_without_trailing_zeros():
    assert [plain(Decimal(text)) for text in ("60", "60.0", "2.50", "100", "0")] == [
        "60", "60", "2.5", "100", "0",
    ]  # fmt: skip


def shown(text: str) -> Option:
    """A wrong option with its words, as they are read from the page."""
    return replace(option(text), text=text)


#: A question that breaks one rule, by that rule.
ODD = {
    Rule.OPTION_NUMBER: replace(
        GOOD, stem="Six?", options=(*GOOD.options, *(option(text) for text in "CDEF"))
    ),
    Rule.ABOVE: replace(
        GOOD, stem="All?", options=(GOOD.options[0], option("B"), shown("all of the above"))
    ),
    Rule.BARE_NOT: replace(GOOD, stem="Which is not so?"),
    Rule.ABSOLUTE_WORDS: replace(
        GOOD, stem="Ever?", options=(GOOD.options[0], option("B"), shown("never"))
    ),
    Rule.DUPLICATE_QUESTION: GOOD,
}


@pytest.mark.parametrize("rule", ALLOWABLE)
def test_what_can_be_allowed_is_found_and_then_is_not(rule):
    """The list of what authors may allow names the rules that ask, and no other."""
    question = replace(ODD[rule], id="odd")
    whole = [replace(GOOD, id="first"), question]
    allowed = [whole[0], replace(question, allows=frozenset({rule}))]

    assert [finding.rule for finding in check(Guide(whole))] == [rule]
    assert check(Guide(allowed)) == []
