"""A path of three units with all that a plan can hold, for learners in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # builds are tested without a browser, too
    from playwright.sync_api import Locator, Page
    from reader import Guide

#: A title that a calendar and a table have to escape.
TITLE = "Backöfen, heiß; 面包 “rye” \\ wheat"
#: The form for paper: what, hours, hours so far, and room for a day.
ROWS = [
    ["First", "15", "", ""],
    ["Mix", "10", "10", "________"],
    [TITLE, "5", "15", "________"],
    ["The first exit", "", "", "________"],
    ["Second", "15", "", ""],
    ["Routine", "15", "30", "________"],
]
#: Of each level of dough, and of oven.
COUNTS = {
    ("dough", "novice"): 4,
    ("dough", "baker"): 4,
    ("oven", "novice"): 6,
    ("oven", "baker"): 6,
}


def question(part: str, level: str, number: int) -> str:
    """A question of a sub-skill at a level."""
    options = [("[x] This one", "Yes."), ("[ ] That one", "No.")]
    text = "\n".join(f"- {mark}\n  > {why}" for mark, why in options[:: (-1) ** number])
    return f"""\
:::{{question}} {part}-{level}-{number}
:level: {level}
:sub-skill: {part}

Which {part} of {level} {number}?

{text}

So it is.

:::
"""


IDS = [(part, level, n) for (part, level), count in COUNTS.items() for n in range(count)]
INDEX = """\
# Bread

:::{skill} bread
:title: Bread

Bake.

:::

:::{level} novice
:title: Novice
:experience: a year

You follow a recipe.

:::

:::{level} baker
:title: Baker
:experience: two years

You judge by hand.

:::

:::{sub-skill} dough
:title: Dough
:weight: 60%

Dough.

:::

:::{sub-skill} oven
:title: Oven
:weight: 40%

Oven.

:::

```{toctree}
path
plan
questions
```
"""
PATH = f"""\
# Path

:::::{{phase}} first
:title: First
:hours: 15
:level: novice

A loaf.

:::{{unit}} mix
:title: Mix
:hours: dough 10
:resources: manual
:practice: loaf 4

Mix.

:::

:::{{unit}} bake
:title: {TITLE}
:hours: oven 5

Bake.

:::

:::::

:::::{{phase}} second
:title: Second
:hours: 15
:level: baker

Every day.

:::{{unit}} routine
:title: Routine
:hours: dough 9, oven 6

Again.

:::

:::::

:::{{deliverable}} loaf
:title: A loaf

Weighed.

:::

:::{{resource}} manual
:title: A manual
:url: https://example.org/manual
:format: book
:cost: free
:level: novice
:sub-skill: dough
:hours: 6
:checked: 2026-11

Read it.

:::
"""
QUESTIONS = f"""\
# Questions

::::{{quiz}} exit
:title: The first exit
:attempt:
:closes: first

{question("oven", "novice", 6)}
::::

::::{{quiz}} bank
:title: Bank

{"".join(question(*id) for id in IDS)}
::::

:::{{reader-data}}
:::
"""
PAGES = {
    "index": INDEX,
    "path": PATH,
    "plan": "# Plan\n\n:::{planner}\n:::\n\nText behind it.\n",
    "questions": QUESTIONS,
}


TABLES = ("answers", "claims", "done", "guesses", "attempts", "plans", "times")


class Learner:
    """Somebody who makes a plan in a guide, and what the browser keeps of it."""

    def __init__(self, guide: Guide, page: str = "plan") -> None:
        self.guide = guide
        self.page: Page = guide.open(page)

    def store(self, **tables: Any) -> Learner:
        """Keep tables (name=entries), as an earlier visit might have; and open the page again."""
        usual = {name: {} for name in TABLES}
        self.page.evaluate(
            "([key, state]) => localStorage.setItem(key, JSON.stringify(state))",
            [self.key, {"version": 2, **usual, **tables}],
        )
        self.page.reload()
        return self

    @property
    def key(self) -> str:
        """The name under which the page keeps what is answered."""
        return self.page.locator("script[data-store]").get_attribute("data-store")

    @property
    def kept(self) -> dict[str, Any] | None:
        """What the browser has kept."""
        return self.page.evaluate("key => JSON.parse(localStorage.getItem(key))", self.key)

    @property
    def plan(self) -> dict[str, Any] | None:
        """The plan that is kept."""
        return self.kept and self.kept["plans"].get("path")

    @property
    def status(self) -> Locator:
        return self.page.locator(".guide-plan-end")

    @property
    def problems(self) -> Locator:
        return self.page.locator(".guide-problem:not(:empty)")

    def rows(self) -> list[str]:
        """What stands in the plan: days, title and hours."""
        rows = self.page.locator(".guide-plan-result tbody tr").all()
        return [" | ".join(row.locator("td").all_inner_texts()) for row in rows]

    def set(self, name: str, value: str) -> None:
        """Fill a field and leave it."""
        field = self.page.get_by_label(name, exact=True)
        field.fill(value)
        field.press("Tab")

    def add_break(self, first: str, last: str) -> None:
        """Leave weeks out."""
        self.page.get_by_label("from", exact=True).fill(first)
        self.page.get_by_label("to", exact=True).fill(last)
        self.page.get_by_role("button", name="Add").click()
