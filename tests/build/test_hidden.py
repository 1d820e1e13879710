"""What an author hides is shown, listed, exported, searched and counted nowhere."""

import pytest

PAGE = """\
# Page

:::::{{{block}}}

::::{{quiz}} secrets
:title: Secrets
:sub-skill: nowhere

:::{{question}} secret
:level: nobody

What is in the final exam?

- [ ] Nothing
  > Wrong.
- [x] Everything at once
  > Right: see {{faq}}`hidden`.

See {{given}}`hidden-figure`.

:::

::::

:::{{faq}} hidden
:title: Only for instructors

A case.

:::

:::{{given}} hidden-figure
:value: 4711

A figure.

:::

:::{{objectives}}

- [find it](#nowhere)

:::

:::::

:::{{question}} open
Which is shown?

- [ ] That
  > No.
- [x] This
  > Yes.

::::{{{block}}}
The teacher knows more.
::::

:::

```{{toctree}}
practice
```
"""
PRACTICE = """\
# Practice

:::{questions}
:::

:::{records} faq
:::

:::{quick-stats}
:::
"""
#: A list of which all records are hidden has to be hidden as well.
EMPTY = "there is no faq to list; write one, or delete this list [record_list]"
HIDDEN = ("final exam", "Everything at once", "Only for instructors", "4711", "teacher knows more")


@pytest.mark.parametrize("block", ["only} instructor", "ifconfig} False", "todo"])
@pytest.mark.parametrize("builder", ["html", "epub", "text", "latex", "export"])
def test_a_hidden_block_declares_nothing(project, builder, block):
    """Not even mistakes in references: what they name may be hidden as well."""
    text = PAGE.replace("{{{block}}}", f"{{{block}" + ("}" if "}" not in block else ""))
    text = text.replace("{{", "{").replace("}}", "}")
    project.write(index=text, practice=PRACTICE)
    extensions = ["myst_parser", "skillguide", "sphinx.ext.ifconfig", "sphinx.ext.todo"]
    project.build(builder, confoverrides={"extensions": extensions})

    assert project.findings == [f"practice.md:6: {EMPTY}"]
    assert len(project.warnings) == 1
    files = [path for path in project.app.outdir.rglob("*") if path.is_file()]
    written = [
        path for path in files if ".doctrees" not in path.parts and "_sources" not in path.parts
    ]
    texts = [path.read_text("utf-8", "replace") for path in written]
    assert builder == "export" or any("Which is" in text for text in texts)
    assert [words for words in HIDDEN if any(words in text for text in texts)] == []


def test_a_tag_shows_it(project):
    text = PAGE.replace("{{{block}}}", "{only} instructor").replace("{{", "{").replace("}}", "}")
    text = text.replace(":sub-skill: nowhere\n", "").replace(":level: nobody\n", "")
    project.write(index=text.split(":::{objectives}")[0] + ":::::\n\n```{toctree}\npractice\n```\n")
    project.write(practice=PRACTICE).build(tags=["instructor"])

    assert project.warnings == []
    assert "What is in the final exam?" in project.page("practice.html").text
    assert "Only for instructors" in project.page("practice.html").table.text


def test_a_condition_that_cannot_be_read_hides_nothing(project):
    """Sphinx says that it cannot, and shows what stands there."""
    text = COMMENTED.replace("# Page\n", "# Page\n\n:::::{only} html and\n", 1)
    project.write(index=text.replace("See {question}", ":::::\n\nSee {question}")).build()

    assert "reference" not in "".join(project.findings)
    assert [warning for warning in project.warnings if "only directive expression" in warning]
    assert project.page().select_one("a[href='#question-b']").text == "How much sugar?"


def test_an_orphan_is_a_page_of_its_own(project):
    """Its items are found by their names, but no list, sum or export holds them."""
    project.write(
        index=PRACTICE.replace(":::{records} faq\n:::\n", "") + "\n{question}`draft`\n",
        pool="""\
        ---
        orphan: true
        ---

        # Drafts

        :::{question} draft
        Draft?

        - [ ] A
          > No.
        - [x] B
          > Yes.

        So.

        :::
        """,
    ).build()

    assert project.warnings == []
    assert project.page().select(".guide-question") == []
    assert project.page().select_one("a[href='pool.html#question-draft']").text == "Draft?"
    assert "Draft?" not in project.build("export").output("guide.json")


def test_a_draft_can_be_shown_by_its_id(project):
    project.write(
        index="# Home\n\n:::{question-ref} draft\n:::\n",
        pool="---\norphan: true\n---\n\n# Drafts\n\n:::{question} draft\nDraft?\n\n- [ ] A\n"
        "  > N.\n- [x] B\n  > Y.\n\nSo.\n\n:::\n",
    ).build()

    assert project.page().select_one(".guide-question legend").text == "Draft?"


COMMENTED = """\
# Page

::::{quiz} q
:title: Quiz

:::{question} a
% key is 20 g

How much salt?

- [ ] 2 g
  > Too little.
- [x] 20 g
  % the teacher says so
  > Two percent.

% drop this one in 2027

Because.

:::

:::{question} b
(my-label)=
+++

How much sugar?

- [ ] 2 g
  > Too little.
- [x] 20 g
  > Two percent.

% nothing more

:::

::::

See {question}`b` and [the label](#my-label).
"""


@pytest.mark.parametrize("builder", ["html", "text", "export"])
def test_comments_and_labels_are_no_part_of_a_question(project, builder):
    project.write(index=COMMENTED).build(builder)
    name = {"html": "index.html", "text": "index.txt", "export": "q.gift"}[builder]

    assert [warning for warning in project.warnings if "explanation" not in warning] == []
    assert project.findings == [
        "index.md:23: question 'b' has no explanation; with two options half of the guesses are "
        "right, so write why [explanation]"
    ]
    for words in ("key is", "says so", "2027", "nothing more"):
        assert words not in project.output(name)


def test_a_comment_hides_neither_legend_nor_title(project):
    page = project.write(index=COMMENTED).build().page()

    assert page.select_one("#question-a > legend").text == "How much salt?"
    assert page.select_one("#question-b > legend").text == "How much sugar?"
    assert page.select_one("a[href='#question-b']").text == "How much sugar?"
    assert page.select_one("#question-b #my-label")


def test_comments_are_no_reading_time(project):
    comment = "\n".join(f"% {'word ' * 50}" for _ in range(20))
    project.write(index=f"# Page\n\nTwo words.\n\n{comment}\n").build()

    assert project.app.env.domains["guide"].pages["index"].words == 2


def test_a_comment_between_options_stays_with_the_author(project):
    project.write(
        index="""\
        # Page

        :::{question} salt
        How much?

        - [ ] one
          > No.

        % the key follows

        - [x] two
          > Yes.
        +++
        - [ ] three
          > No.
        :::
        """
    ).build()

    assert project.warnings == []
    assert len(project.page().select(".guide-option")) == 3
    assert "the key follows" not in project.output("index.html")


def test_what_is_empty_without_comments_and_hidden_blocks_is_no_fold(project):
    project.write(
        index="""\
        # Page

        ::::::{question} salt
        How much?

        - [ ] one
          > % Later.
        - [x] two
          > :::{only} teacher
          > Right.
          > :::
        - [ ] three
          > No.
          >
          > % Later.

        ::::{only} teacher
        Explained.
        ::::
        ::::::
        """
    ).build()
    page = project.page()

    assert [finding.partition(":")[2].split(":")[0] for finding in project.findings] == ["6"]
    assert "no feedback" in project.findings[0]
    assert [fold.p.text for fold in page.select("fieldset details")] == ["No."]
    assert "Later" not in project.output("index.html")
    assert project.build(tags=["teacher"]).page().select_one("details.guide-explanation")
