"""Ordering and matching: prompts that are answered from one list."""

import json

import moodle
import pytest

ORDER = """\
    # Order

    :::{question} steps
    :type: ordering

    In which order is a loaf made?

    1. Mix *flour* and water
       > Water starts everything.
    2. Knead
    3. Let it rise
    4. Bake

    Gas first, then the crust.

    :::
    """
MATCH = """\
    # Match

    :::{question} flours
    :type: matching

    Which flour belongs to which bread?

    | Bread | Flour | Why |
    | --- | --- | --- |
    | Baguette | White flour | Gluten holds the gas. |
    | Pumpernickel | `rye` meal | |
    | Focaccia | White flour | |
    | | Rice flour | |

    Gluten decides.

    :::
    """


@pytest.fixture
def pages(project):
    return project.write(index="# A\n\n```{toctree}\norder\nmatch\n```\n", order=ORDER, match=MATCH)


def rows(page, name):
    """The prompts of a question as pairs: what is asked, and the text of the right choice."""
    prompts = page.select(f"#question-{name} .guide-prompt")
    return [
        (
            prompt.select_one("label > span").get_text(),
            prompt.select_one(f'option[value="{prompt["data-right"]}"]').get_text(),
        )
        for prompt in prompts
    ]


def test_steps_are_shown_out_of_order_and_know_their_place(pages):
    found = rows(pages.build().page("order.html"), "steps")
    right = [
        ("Mix flour and water", "1"),
        ("Knead", "2"),
        ("Let it rise", "3"),
        ("Bake", "4"),
    ]

    assert sorted(found, key=lambda row: row[1]) == right
    assert found != right


@pytest.mark.parametrize("steps", [["a", "b"], ["b", "a"], ["Mix", "Knead", "Rise", "Bake"]])
def test_no_list_is_shown_in_the_right_order(project, steps):
    lines = "\n".join(f"{place}. {step}" for place, step in enumerate(steps, 1))
    text = f"# A\n\n:::{{question}} a\n:type: ordering\n\nWhich?\n\n{lines}\n\nSo.\n\n:::\n"
    page = project.write(index=text).build().page()

    assert project.warnings == []
    assert [row[0] for row in rows(page, "a")] != steps


def test_pairs_keep_their_order_and_their_choices_lose_it(pages):
    page = pages.build().page("match.html")

    assert rows(page, "flours") == [
        ("Baguette", "White flour"),
        ("Pumpernickel", "rye meal"),
        ("Focaccia", "White flour"),
    ]
    choices = [choice.get_text() for choice in page.select(".guide-choices > li")]
    assert sorted(choices) == ["Rice flour", "White flour", "rye meal"]
    for select in page.select("select"):
        assert [o.get_text() for o in select.select("option")] == ["Flour …", *choices]


def test_paper_has_lines_to_write_on_and_a_key(pages):
    order = pages.build("text").output("order.txt")
    match = pages.output("match.txt")

    asked, key = order.split("Answer key\n")
    letters = {
        line[5:].removesuffix(" ____"): line[2] for line in asked.splitlines() if "____" in line
    }
    steps = ("Mix *flour* and water", "Knead", "Let it rise", "Bake")
    right = sorted(f"{letters[step]} {place}" for place, step in enumerate(steps, 1))
    assert f"**Question 1: {', '.join(right)}**" in key
    assert f"{letters['Mix *flour* and water']}. Water starts everything." in key
    assert "Water starts" not in asked

    asked, key = match.split("Answer key\n")
    assert "Bread\n\n1. Baguette ____" in asked
    assert "Flour\n\n* A. " in asked
    letters = {line[5:]: line[2] for line in asked.splitlines() if line.startswith("* ")}
    white, rye = letters["White flour"], letters['"rye" meal']
    assert f"**Question 1: 1 {white}, 2 {rye}, 3 {white}**" in key
    assert "1. Gluten holds the gas." in key


def test_programs_get_prompts_and_what_belongs_to_them(pages):
    data = json.loads(pages.build("export").output("guide.json"))
    steps, flours = data["questions"]

    assert [(p["text"], p["right"]) for p in steps["prompts"]] == [
        ("Mix *flour* and water", "1"),
        ("Knead", "2"),
        ("Let it rise", "3"),
        ("Bake", "4"),
    ]
    assert steps["prompts"][0]["feedback"] == "Water starts everything."
    names = {option["id"]: option["text"] for option in flours["options"]}
    assert [(p["text"], names[p["right"]]) for p in flours["prompts"]] == [
        ("Baguette", "White flour"),
        ("Pumpernickel", "`rye` meal"),
        ("Focaccia", "White flour"),
    ]


def test_moodle_gets_pairs(project):
    quiz = ORDER.replace("# Order", "# A\n\n    ::::{quiz} q\n    :title: Q\n") + "    ::::\n"
    project.write(index=quiz).build("export")
    (steps,) = moodle.read(project.output("q.gift"))

    assert project.warnings == []
    assert steps.type == "match"
    assert steps.pairs == [
        ("Mix *flour* and water", "1"),
        ("Knead", "2"),
        ("Let it rise", "3"),
        ("Bake", "4"),
    ]
    assert steps.feedback == "Gas first, then the crust."


def test_moodle_gets_the_choice_that_belongs_to_nothing(project):
    quiz = MATCH.replace("# Match", "# A\n\n    ::::{quiz} q\n    :title: Q\n") + "    ::::\n"
    (flours,) = moodle.read(project.write(index=quiz).build("export").output("q.gift"))

    assert flours.pairs == [
        ("Baguette", "White flour"),
        ("Pumpernickel", "rye meal"),
        ("Focaccia", "White flour"),
        ("", "Rice flour"),
    ]


def test_a_part_with_an_arrow_is_left_out_of_gift_with_a_word(project):
    text = MATCH.replace("Rice flour", "a -> b").replace("# Match", "# A")
    project.write(index=text).build("export")

    (line,) = project.findings
    assert line.startswith("index.md:3: question 'flours' is left out of GIFT: Moodle divides")


def test_translators_meet_every_part(project):
    project.write(index=MATCH).translate(
        index={"White flour": "Weißmehl", "Baguette": "Stangenbrot", "Why": "Warum"}
    )
    options = {"language": "de", "locale_dirs": ["locales"], "gettext_compact": False}
    page = project.build(confoverrides=options).page()

    assert rows(page, "flours")[0] == ("Stangenbrot", "Weißmehl")
    assert rows(page, "flours")[2] == ("Focaccia", "Weißmehl")


def test_an_answer_holds_while_the_table_is_in_another_order(project):
    first = project.write(index=MATCH).build().page().select_one("fieldset")["data-digest"]
    lines = MATCH.splitlines(keepends=True)
    row = next(line for line in lines if "Pumpernickel" in line)
    lines.remove(row)
    lines.insert(next(i for i, line in enumerate(lines) if "Baguette" in line), row)
    moved = project.write(index="".join(lines)).build().page().select_one("fieldset")
    changed = MATCH.replace("| Focaccia | White", "| Focaccia | Rice")
    other = project.write(index=changed).build().page().select_one("fieldset")

    assert moved["data-digest"] == first
    assert other["data-digest"] != first


def test_another_order_of_steps_is_another_question(project):
    first = project.write(index=ORDER).build().page().select_one("fieldset")["data-digest"]
    other = ORDER.replace("2. Knead", "2. Bake").replace("4. Bake", "4. Knead")
    page = project.write(index=other).build().page()

    assert page.select_one("fieldset")["data-digest"] != first


def test_a_copy_keeps_what_is_chosen_from(project):
    project.write(
        index="# A\n\n```{toctree}\nmatch\n```\n\n:::{question-ref} flours\n:::\n", match=MATCH
    ).build("html", parallel=2)
    page = project.page()

    assert project.warnings == []
    found = page.select("fieldset .guide-prompt label > span")
    assert [label.get_text() for label in found] == ["Baguette", "Pumpernickel", "Focaccia"]
