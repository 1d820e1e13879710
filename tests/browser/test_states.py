"""Files of answers, in the shipped script: the same table as in `tests/unit/test_states.py`."""

import json

import pytest
from playwright.sync_api import Page
from unit.test_states import KINDS, TABLE, file_of

JOIN = """texts => {
    const [mine, file] = texts.map((text) => JSON.parse(text));
    const detail = { mine, file, tables: null };
    document.dispatchEvent(new CustomEvent("skillguide:join", { detail }));
    return JSON.stringify(detail.tables);
}"""
EMPTY = {name: {} for name in (*KINDS, "times")}


@pytest.fixture
def page(guide) -> Page:
    return guide.open()


def join(page: Page, file: dict, mine: dict | None = None) -> dict | None:
    """What a file and the state come to. As texts: an id may be `__proto__`."""
    texts = [json.dumps(one) for one in (TABLE["whole"] | (mine or {}), file)]
    return json.loads(page.evaluate(JOIN, texts))


def test_the_script_takes_and_refuses_what_the_table_says(page):
    found = {row["name"]: join(page, file_of(row)) for row in TABLE["files"]}
    expected = {row["name"]: row["whole"] for row in TABLE["files"]}

    assert {name: tables is not None for name, tables in found.items()} == expected


def test_what_is_taken_is_taken_whole(page):
    for row in TABLE["files"]:
        if row["whole"]:
            assert join(page, file_of(row)) == EMPTY | row["with"], row["name"]


def test_a_file_of_version_1_is_brought_into_todays_form(page):
    for row in TABLE["earlier"]:
        now = row["now"] and {name: row["now"][name] for name in EMPTY}
        assert join(page, row["file"]) == now, row["name"]


def test_of_each_entry_the_later_one_stays(page):
    for row in TABLE["merges"]:
        file = TABLE["whole"] | row["file"]
        assert join(page, file, row["mine"]) == EMPTY | row["then"], row["name"]
