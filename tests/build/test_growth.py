"""Cost grows as the project does: twice the pages, questions or copies, twice the work.

What is counted is the bytecode that Python runs, the same on every machine and on every run.
"""

import sys
from collections.abc import Callable

import pytest
from skillguide.checks import check
from skillguide.domain import Page
from skillguide.model import (
    Guide,
    Level,
    Location,
    Objective,
    Option,
    Phase,
    Question,
    QuestionList,
    Quiz,
    Record,
    Reference,
    Skill,
    SubSkill,
    Unit,
)
from skillguide.outdated import pages_shown
from skillguide.types import DEFAULT

#: Twice the size may cost this many times as much.
MOST = 2.2


def instructions(function: Callable[[], object]) -> int:
    """How many instructions of Python a function runs."""
    count = 0

    def step(frame, event, argument):
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return step

    sys.settrace(step)
    try:
        function()
    finally:
        sys.settrace(None)
    return count


def options(number: int) -> tuple[Option, ...]:
    return tuple(
        Option(
            source=f"{sign} {number}",
            text=f"{sign} {number}",
            is_right=sign == "a",
            has_feedback=True,
            line=number,
        )
        for sign in "abc"
    )


def guide(size: int) -> Guide:
    """A guide of so many pages, each with a quiz of ten questions that teach it, a unit, a record
    and a list.
    """
    at = [Location(f"page{n}", f"page{n}.md", 1) for n in range(size)]
    items = [
        Skill(id="s", location=at[0], total_weight=None, total_hours=None),
        Level(id="one", title="One", location=at[0]),
        SubSkill(id="part", title="Part", location=at[0], weight=None),
    ]
    for n, place in enumerate(at):
        items += [
            Quiz(id=f"quiz{n}", title="Quiz", location=place, sub_skill="part"),
            Phase(id=f"phase{n}", title="Phase", location=place, hours=None),
            Unit(
                id=f"unit{n}",
                title="Unit",
                location=place,
                phase=f"phase{n}",
                hours=None,
                reads=(place.docname,),
                needs=(f"unit{n - 1}",) if n else (),
            ),
            Record(kind="faq", id=f"faq{n}", title="FAQ", location=place),
        ]
        items += [
            Question(
                type=DEFAULT,
                id=f"q{n}-{m}",
                location=place,
                stem=f"Stem {n} {m}?",
                options=options(m),
                level="one",
                sub_skill="part",
                quiz=f"quiz{n}",
                teaches=f"page{n}#place",
            )
            for m in range(10)
        ]
    return Guide(
        items=items,
        references=[Reference("faq", f"faq{n}", place) for n, place in enumerate(at)],
        pages={place.docname: frozenset({"place"}) for place in at},
        objectives=[Objective("place", place) for place in at],
        lists=[QuestionList((("page", place.docname), ("number", None)), place) for place in at],
        words={place.docname: 100 for place in at},
    )


def show(guide: Guide) -> None:
    """What the pages show, as a build asks for it."""
    pages = {
        place.location.docname: Page(lists=[place], uses={f"faq:faq{n}"})
        for n, place in enumerate(guide.lists)
    }
    pages_shown(guide, pages)


def parts(guide: Guide) -> None:
    """Each phase, quiz and kind is asked for its parts."""
    for phase in guide.phases:
        guide.units(phase.id)
    for quiz in guide.quizzes:
        guide.select(quiz=quiz.id)
    for question in guide.questions:
        guide.select(ids=(question.id,))


@pytest.mark.parametrize("work", [check, show, parts])
def test_work_on_a_guide_grows_with_it(work):
    one, two = (instructions(lambda size=size: work(guide(size))) for size in (40, 80))
    base, twice = (instructions(lambda size=size: guide(size)) for size in (40, 80))

    assert two - twice < MOST * (one - base)


QUESTION = """\
:::{{question}} q{0}
Stem {0}?

- [ ] {0}
  > No.
- [x] 1{0}
  > Yes.

So.

:::
"""


def test_copies_on_a_page_grow_with_their_number(project):
    """Two pages, of which one shows twice as many questions of a bank."""
    for size in (20, 40):
        questions = "\n".join(QUESTION.format(f"{size}-{n}") for n in range(size))
        project.write(
            **{
                f"bank{size}": f"# Bank\n\n::::{{quiz}} b{size}\n:title: B\n\n{questions}\n::::\n",
                f"shown{size}": f"# Shown\n\n:::{{questions}}\n:quiz: b{size}\n:::\n",
            }
        )
    names = "\n".join(f"{name}{size}" for size in (20, 40) for name in ("bank", "shown"))
    env = project.write(index=f"# Home\n\n```{{toctree}}\n{names}\n```\n").build().app.env

    def write(size: int) -> int:
        name = f"shown{size}"
        tree = env.get_doctree(name)
        return instructions(lambda: env.apply_post_transforms(tree, name))

    empty = instructions(lambda: env.apply_post_transforms(env.get_doctree("index"), "index"))

    assert write(40) - empty < MOST * (write(20) - empty)
