"""Which records questions ask for, and what nobody has asked yet."""

import json

import pytest


def rows(project) -> list[list[str]]:
    """The cells of the table of coverage."""
    table = project.page("asked.html").select_one(".guide-table")
    return [[cell.get_text(" ", strip=True) for cell in row("td")] for row in table.tbody("tr")]


@pytest.fixture
def asked(bread):
    bread.edit("index.md", "\nrules\n", "\nrules\nasked\n")
    return bread.write(asked="# Asked\n\n:::{coverage}\n:::\n")


def test_records_are_listed_with_the_quizzes_that_ask_for_them(asked):
    asked.build()

    assert rows(asked) == [
        ["Steam for ten minutes", "1", "Flour and water"],
        ["Steam for five minutes", "0", "none"],
        ["Yesterday’s loaves stand in front", "0", "none"],
    ]
    assert asked.warnings == []


def test_several_questions_of_a_quiz_are_counted_and_one_may_stand_alone(asked):
    asked.edit("questions.md", ":level: baker\n", ":level: baker\n:rules: steam, first-in\n")
    alone = ":::{question} alone\n:type: open\n:rules: first-in\n\nWhy in front?\n\n- So.\n:::\n"
    asked.edit("asked.md", "# Asked\n", f"# Asked\n\n{alone}").build()

    assert [row[1:] for row in rows(asked)] == [
        ["2", "Flour and water × 2"], ["0", "none"], ["2", "Flour and water"],
    ]  # fmt: skip


def test_a_page_of_coverage_follows_the_questions_on_another_page(asked):
    asked.build()
    asked.edit("questions.md", ":rules: steam", ":rules: first-in").build()

    assert [row[1] for row in rows(asked)] == ["0", "0", "1"]


def test_a_record_that_is_not_there_is_reported_where_the_question_names_it(asked):
    asked.edit("questions.md", ":rules: steam", ":rules: steem").build()

    (line,) = asked.findings
    assert line.startswith("questions.md:11: there is no house-rule 'steem'; did you mean 'steam'")


@pytest.mark.parametrize("name", ["level", "teaches", "answer"])
def test_an_option_that_questions_have_cannot_name_records(bread, name):
    bread.edit("conf.py", '"question": "rules"', f'"question": "{name}"')

    with pytest.raises(Exception, match=f"questions have an option `:{name}:` already"):
        bread.build()


def test_exports_say_what_a_question_asks_for(bread):
    quiz = json.loads(bread.build("export").output("guide.json"))["quizzes"][0]

    assert [question["asks"] for question in quiz["questions"]] == [
        ["house-rule:steam"], [],
    ]  # fmt: skip
