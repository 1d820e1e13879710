"""The plan: what readers tick is kept, and its hours add up."""

import json

from playwright.sync_api import expect
from reader import KEY, stored


def test_ticked_units_are_kept_and_their_hours_add_up(guide):
    page = guide.open("path")
    plan = page.locator(".guide-plan")
    expect(plan.get_by_role("status")).to_have_text("0 of 30 h done")
    plan.get_by_label("Done: Mixing").check()
    page.locator("#unit-routine").get_by_label("Done").check()
    page.reload()

    expect(plan.get_by_role("status")).to_have_text("25 of 30 h done")
    expect(plan.locator("li").first).to_have_text("A first loaf: 7.5 of 12.5 h done")
    expect(plan.get_by_text("Kneading: 9.99 of 9.99 h done")).to_be_visible()
    expect(page.locator("#unit-mixing").get_by_label("Done")).to_be_checked()
    expect(plan.get_by_label("Done: Baking")).not_to_be_checked()


def test_a_tick_can_be_taken_back_and_counts_no_hours_for_a_deliverable(guide):
    page = guide.open("path")
    plan = page.locator(".guide-plan")
    plan.get_by_label("Done: A photo of the crumb").check()
    expect(plan.get_by_role("status")).to_have_text("0 of 30 h done")
    plan.get_by_label("Done: Mixing").check()
    plan.get_by_label("Done: Mixing").uncheck()
    assert list(stored(page)["done"].values()) == [True]
    page.reload()

    expect(plan.get_by_label("Done: A photo of the crumb")).to_be_checked()
    expect(plan.get_by_role("status")).to_have_text("0 of 30 h done")


SHARES = """\
# Page

:::{plan}
:::

:::::{phase} p
:title: P
:hours: 0.3

P.

:::{unit} a
:title: A
:hours: dough 0.1

Do.

:::

:::{unit} b
:title: B
:hours: dough 0.2

Do.

:::

:::::

:::{sub-skill} dough
:title: Dough
:weight: 100%

D.

:::
"""


def test_hours_are_sums_as_people_add_them(tiny):
    """Whatever binary fractions add up to."""
    page = tiny(index=SHARES).open("index")

    expect(page.locator(".guide-plan [role=status]")).to_have_text("0 of 0.3 h done")


def test_answers_of_before_the_ticks_are_still_read(guide):
    page = guide.open("path")
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, '{"version": 1, "answers": {}, "claims": {"a": "b"}}'],
    )
    page.reload()
    page.locator(".guide-plan").get_by_label("Done: Mixing").check()

    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    assert kept["version"] == 2
    assert kept["claims"] == {"a": "b"}
    assert kept["done"] == {"unit-mixing": True}
    assert kept["times"].keys() == {"done/unit-mixing"}


def test_without_a_script_the_plan_is_a_form(new_context, guide):
    page = new_context(java_script_enabled=False).new_page()
    page.goto((guide.folder / "out" / "path.html").as_uri())

    assert page.locator(".guide-plan td").first.inner_text() == ""
    assert page.locator(".guide-plan").inner_text().count("□") == 4
    assert page.locator("input[type=checkbox]").count() == 0
