"""The HTML of a question: complete without JavaScript, escaped, and safe to style and script."""

import re


def question(project, id="salt"):
    return project.build().page("questions.html").select_one(f"#question-{id}")


def test_the_legend_is_the_stem_and_comes_first(bread):
    fieldset = question(bread)

    assert fieldset.name == "fieldset"
    assert fieldset.find(True).name == "legend"
    assert fieldset.legend.text == "How much salt for 1 kg of flour?"
    assert fieldset.legend.find("p") is None


def test_an_option_is_a_native_input_with_its_label_and_reason(bread):
    options = question(bread).select(".guide-option")

    assert [option.input["type"] for option in options] == ["radio"] * 3
    assert len({option.input["name"] for option in options}) == 1
    assert all(option.input.parent is option.label for option in options)
    assert [option.label.find("p") for option in options] == [None] * 3
    assert options[0].details.summary.text == "Reason"
    assert "Too little to taste." in options[0].details.text
    assert [option.has_attr("data-right") for option in options] == [False, True, False]


def test_several_keys_are_checkboxes(bread):
    options = question(bread, "ferments").select(".guide-option")

    assert [option.input["type"] for option in options] == ["checkbox"] * 3
    assert 'print("second block of an option")' in options[2].pre.text
    assert options[2].label.text == "Soda bread"


def test_facts_and_links_stand_on_the_question(bread):
    fieldset = question(bread)

    assert fieldset.select_one(".guide-facts").text == "Question 1 · Kneading · Novice"
    assert fieldset.select_one(".guide-explanation a")["href"] == "craft/dough.html#by-hand"
    assert fieldset.select_one("[role=status]").text == ""


def test_what_authors_write_is_escaped(bread):
    label = question(bread).select(".guide-option label")[2]

    assert label.text == "Salt & “sugar” <alike>"
    assert "<alike>" not in bread.output("questions.html")


def test_no_mark_no_inline_style_no_handler(bread):
    text = str(question(bread))

    assert "task-list" not in text
    assert not re.search(r"\s(style|on\w+)=", text)


def test_reasons_are_not_searched(bread):
    """Else the search would show answers; stems and options are found."""
    index = bread.build().output("searchindex.js")

    assert "yeast" in index
    assert "bought" not in index
    assert "acid" not in index
    assert '"weigh":4' in index  # the page of levels, not the explanation on this one


def test_ids_of_options_survive_moving_and_explaining(bread):
    before = [o["value"] for o in question(bread).select("input")]
    bread.edit("questions.md", "> Too little to taste.", "> Nobody would taste it.")
    after = [o["value"] for o in question(bread).select("input")]
    bread.edit("questions.md", "- [ ] 2 g", "- [ ] 3 g")
    changed = [o["value"] for o in question(bread).select("input")]

    assert after == before
    assert [a == b for a, b in zip(changed, before)] == [False, True, True]


def test_a_question_may_stand_alone(project):
    project.write(
        index="""\
        # Page

        :::{question} alone
        Stem?

        - [x] A
          > Reason.
        - [ ] B
          > Reason.

        Explanation.

        :::
        """
    ).build()

    assert project.warnings == []
    assert project.page().select_one("#question-alone .guide-facts").text == ""


def test_a_question_that_cannot_be_read_shows_its_text_and_no_key(bread):
    """Else the boxes of the task list would tell which option is right."""
    bread.edit("questions.md", "- [ ] 2 g", "- [ ]2 g")
    bread.edit("questions.md", "Weigh salt, always.", "Weigh salt, always.\n\n- [x] done").build()
    page = bread.page("questions.html")

    assert [finding.partition(": ")[0] for finding in bread.findings] == [
        "questions.md:17",
        "questions.md:26",
    ]
    assert "20 g" in page.text
    assert page.select("input[type=checkbox]:not(#question-ferments input)") == []
