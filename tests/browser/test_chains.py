"""The table of chains: it shows what was answered, and leads on."""

from playwright.sync_api import expect
from reader import answer, choice

PAGE = """\
:::{level} novice
:title: Novice
:experience: 1

N.

:::
:::{level} baker
:title: Baker
:experience: 2

B.

:::

# Bread

:::{chains}
:::

"""


def member(id: str, level: str, follows: str = "") -> str:
    """A question with a right and a wrong option."""
    head = f":level: {level}" + (f"\n:follows: {follows}" if follows else "")
    text = choice(id, f"*yes {id}", f"no {id}")
    return text.replace(f"{{question}} {id}\n", f"{{question}} {id}\n{head}\n")


CHAINS = "".join(
    member(*row)
    for row in (
        ("flour", "novice"),
        ("water", "baker", "flour"),
        ("salt", "novice"),
        ("yeast", "baker", "salt"),
    )
)


def test_readers_see_where_they_are_in_each_chain(tiny):
    page = tiny(index=PAGE + CHAINS).open("index")
    place = page.locator(".guide-chains")
    boxes = place.locator("data")
    expect(place.get_by_role("status")).to_have_text(
        "0 of 4 questions right · 0 of 2 chains to their end"
    )
    answer(page, "salt", "yes salt")
    answer(page, "yeast", "no yeast")
    page.reload()

    expect(boxes).to_have_text(["□", "□", "✓", "✗"])
    expect(place.get_by_role("status")).to_have_text(
        "1 of 4 questions right · 0 of 2 chains to their end"
    )


def test_a_chain_that_was_begun_goes_on_before_another_begins(tiny):
    page = tiny(index=PAGE + CHAINS).open("index")
    following = page.locator(".guide-chains > p > a")
    expect(following).to_have_text("Next: Which flour?, Novice")
    answer(page, "salt", "yes salt")
    expect(following).to_have_text("Next: Which salt?, Baker")
    following.click()
    assert page.url.endswith("#question-yeast")
    answer(page, "yeast", "yes yeast")
    expect(following).to_have_text("Next: Which flour?, Novice")
    answer(page, "flour", "yes flour")
    answer(page, "water", "yes water")

    expect(following).to_be_hidden()
    expect(page.locator(".guide-chains [role=status]")).to_have_text(
        "4 of 4 questions right · 2 of 2 chains to their end"
    )


def test_an_answer_to_another_edition_of_a_question_does_not_count(tiny):
    guide = tiny(index=PAGE + CHAINS)
    page = guide.open("index")
    answer(page, "salt", "yes salt")
    guide.edit("index", "no salt", "some salt")
    page.reload()

    expect(page.locator(".guide-chains data").nth(2)).to_have_text("□")


def test_without_a_script_the_boxes_are_for_paper(tiny):
    guide = tiny(index=PAGE + CHAINS)
    html = (guide.folder / "out/index.html").read_text("utf-8")

    assert html.count("□") == 4
