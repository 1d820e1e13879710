"""How questions may be written, and how every builder writes them."""

import re

import pytest
from conftest import BUILDERS, DOT

BLOCKS = """\
# Page

::::{quiz} q
:title: Quiz

:::{question} code
Which one prints 3?

- [x] ```python
  print(1 + 2)

  # behind an empty line
  ```
  > Yes.
- [ ]
  ```python
  print(1 - 2)
  ```
  > No.
- [ ] ~~~
  plain
  ~~~
  > Plain.

:::

:::{question} formula
Which one is a square?

- [ ] $$x^3$$
  > A cube.
- [x] $x^2$
  > Yes.
- [ ]
  $$
  x
  $$
  > A line.

:::

:::{question} picture
Which one is a dot?

- [x] ![a dot](dot.png)
  > Yes.
- [ ] A line
  > No.
- [ ]
  A line on the next line
  > No.

:::

::::
"""


@pytest.fixture
def blocks(project):
    (project.folder / "dot.png").write_bytes(DOT)
    return project.write(index=BLOCKS)


@pytest.mark.parametrize("builder", [name for name in BUILDERS if name != "json"])
def test_an_option_may_be_a_block(blocks, builder):
    extensions = ["colon_fence", "tasklist", "dollarmath"]
    blocks.build(builder, confoverrides={"myst_enable_extensions": extensions})

    assert blocks.warnings == []


def test_an_option_that_is_a_block_is_whole(blocks):
    extensions = ["colon_fence", "tasklist", "dollarmath"]
    page = blocks.build(confoverrides={"myst_enable_extensions": extensions}).page()
    code, formula, picture = (page.select(f"#question-{id} .guide-option") for id in QUESTIONS)

    assert [option.has_attr("data-right") for option in code] == [True, False, False]
    assert code[0].pre.text == "print(1 + 2)\n\n# behind an empty line\n"
    assert [option.pre.text for option in code[1:]] == ["print(1 - 2)\n", "plain\n"]
    assert ["".join(option.select_one(".math").text.split()) for option in formula] == [
        "\\[x^3\\]",
        "\\(x^2\\)",
        "\\[x\\]",
    ]
    assert picture[0].img["alt"] == "a dot"
    assert picture[2].label.text == "A line on the next line"
    assert [option.details.p.text for option in code] == ["Yes.", "No.", "Plain."]


QUESTIONS = ("code", "formula", "picture")


def test_a_fence_in_a_stem_keeps_its_marks(project):
    """It shows how questions are written."""
    project.write(
        index="""\
        # Page

        ::::{question} a
        What does this show?

        ```md
        - [x] ~~~
          code
          ~~~
        ```

        - [x] An option
          > Yes.
        - [ ] A task
          > No.

        So.

        ::::
        """
    ).build()

    assert project.warnings == []
    assert "- [x] ~~~" in project.page().select_one(".guide-question > .highlight-md pre").text


def asked(project, text: str, *, type: str, answer: str = ":answer: 250\n"):
    page = f"# Page\n\n:::{{question}} a\n:type: {type}\n{answer}\n{text}\n\n:::\n"
    return project.write(index=page).build()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A shop has 100 customers.\n\nEach buys 2.5. How many loaves?\n\n250.", 9),
        ("How many?\n\nAnd how many loaves?", 9),
        ("A shop has 100 customers.\n\nEach buys 2.5 loaves.\n\nIt is 250.", 9),
        ("有多少个？\n\n还有多少？", 9),
    ],
)
def test_an_author_is_told_when_a_stem_may_stand_in_the_answer(project, text, line):
    asked(project, text, type="numeric")

    assert project.findings == [
        f"index.md:{line}: question 'a' may ask this too, but it stands in the answer; write a "
        "line `---` where the question ends [stem]"
    ]


@pytest.mark.parametrize("type", ["numeric", "text", "trace", "open"])
def test_a_line_ends_what_is_asked(project, type):
    stem = (
        "A shop has 100 customers.\n\n```python\nprint(250)\n```\n\n1. Each buys 2.5.\n\nHow many?"
    )
    rubric = "1. Names the sum.\n\n" if type == "open" else ""
    answer = "" if type == "open" else ":answer: 250\n"
    asked(project, f"{stem}\n\n---\n\n{rubric}Why? See.", type=type, answer=answer)
    question = project.page().select_one(".guide-question")
    answers = question.select_one("details").extract().text

    assert project.warnings == []
    assert question.legend.text == "A shop has 100 customers."
    assert "Each buys 2.5." in question.text
    assert "How many?" in question.text
    assert "Why? See." in answers
    assert ("Names the sum." in answers) == (type == "open")


def test_code_may_stand_before_the_sentence_that_asks(project):
    asked(project, "```python\nprint(250)\n```\n\nWhat does it print?\n\nA sum.", type="trace")
    question = project.page().select_one(".guide-question")

    assert project.warnings == []
    assert question.find(True).name == "legend"
    assert question.legend.text == "What does it print?"
    assert "What does it print?" not in question.details.text


@pytest.mark.parametrize("answer", ["--no-cache", "print('hi')", 'say "no"...', "a -- b"])
@pytest.mark.parametrize("builder", ["html", "text", "epub"])
def test_a_solution_is_shown_as_it_must_be_typed(project, answer, builder):
    asked(project, "Which?\n\nThat.", type="text", answer=f":answer: {answer}\n").build(builder)
    if builder == "text":
        assert f'"{answer}"' in project.output("index.txt")
    else:
        name = "index.html" if builder == "html" else "index.xhtml"
        assert project.page(name).select_one(".guide-solution").text == answer


def test_a_unit_and_accepted_words_are_translated(project):
    project.write(
        index="""\
        # Page

        :::{question} n
        :type: numeric
        :answer: 5
        :unit: loaves

        How many?

        Five.

        :::

        :::{question} t
        :type: text
        :answer: rye | Rye flour

        Which?

        That.

        :::
        """
    ).translate(index={"loaves": "Brote", "rye | Rye flour": "Roggen | Roggenmehl"})
    options = {"language": "de", "locale_dirs": ["locales"], "gettext_compact": False}
    project.build(confoverrides=options)
    number, text = project.page().select(".guide-question")

    assert project.warnings == []
    assert "Brote" in number.select_one(".guide-entry").text
    assert number.select_one(".guide-solution").text == "5 Brote"
    assert text["data-answer"] == "Roggen|Roggenmehl"
    assert text.select_one(".guide-solution").text == "Roggen · Roggenmehl"


def test_translators_meet_units_and_words_at_their_lines(project):
    options = ":type: text\n:answer: rye\n:unit: g\n"
    project.write(index=f"# Page\n\n:::{{question}} a\n{options}\nWhich?\n\nFive.\n\n:::\n")
    text = project.build("gettext").output("index.pot")

    assert re.search(r'index.md:5\nmsgid "rye"', text)
    assert re.search(r'index.md:6\nmsgid "g"', text)


@pytest.mark.parametrize("builder", ["text", "epub", "latex", "man", "texinfo"])
def test_on_paper_the_number_stands_before_the_stem(bread, builder):
    bread.build(builder)
    (path,) = [
        path
        for path in sorted(bread.app.outdir.rglob("*"))
        if path.name in {"questions.txt", "questions.xhtml", "bread.tex", "bread.1", "bread.texi"}
    ]
    text = re.sub(r"\s+", " ", path.read_text("utf-8"))
    number, stem = text.index("Question 1 "), text.index("How much salt for")

    assert 0 < stem - number < 250
    strong = {
        "text": "**",
        "epub": "<strong>",
        "latex": "strong{",
        "man": r"\fB",
        "texinfo": "`",
    }
    assert text[:stem].rstrip().endswith(strong[builder])


def test_a_stem_that_begins_with_code_is_no_source_text(project):
    """Only the writers without an interactive page lower their nodes."""
    question = "`x` or *y*?\n\n- [ ] `x`\n  > N.\n- [x] *y*\n  > Y.\n\nSo."
    project.write(index=f"# Page\n\n:::{{question}} a\n{question}\n\n:::\n").build("text")
    text = project.output("index.txt")

    assert '"x" or *y*?' in text
    assert "<literal" not in text
    assert '* A. "x"' in text


def test_where_a_mark_cannot_be_read_no_key_is_shown(project):
    """A no-break space looks like the one that belongs there."""
    options = "- [ ]\N{NO-BREAK SPACE}A\n  > N.\n- [x] B\n  > Y.\n\nSo.\n"
    project.write(index=f"# Page\n\n:::{{question}} a\nStem?\n\n{options}\n:::\n").build()

    assert project.findings == [
        "index.md:6: the character no-break space (U+00A0) stands in the mark or behind it; write "
        "an ordinary space there, as in `- [ ] option` [mark]",
    ]
    assert "[x]" not in project.page().text
    assert "B" in project.page().text


def test_a_question_around_another_one_is_no_form(project):
    """Which options are whose cannot be told: both stand as text, and neither shows a key."""
    options = "- [ ] No\n  > N.\n- [x] Yes\n  > Y.\n\nSo.\n"
    inner = f"::::{{question}} inner\nInner?\n\n{options}\n::::\n"
    project.write(index=f"# Page\n\n:::::{{question}} outer\nOuter?\n\n{options}\n{inner}\n:::::\n")
    page = project.build().page()

    assert [finding.partition("; ")[0] for finding in project.findings] == [
        "index.md:13: question 'inner' stands inside question 'outer'"
    ]
    assert page.select("[role=main] fieldset, [role=main] input") == []
    assert "Outer?" in page.text
    assert "Inner?" in page.text


def test_a_quiz_whose_only_question_has_a_mistake_is_not_empty(project):
    """One mistake, one message."""
    text = "::::{quiz} q\n:title: Q\n\n:::{question} a\nA?\n\n- [ ]No\n  > N.\n\n:::\n\n::::\n"
    project.write(index=f"# Page\n\n{text}").build()

    assert [finding.rpartition(" ")[2] for finding in project.findings] == ["[mark]"]
