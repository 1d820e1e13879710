"""Files of answers: the reference of their rules, and the schema that is published.

`tests/browser/test_states.py` holds the shipped script to the same table.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator

TABLE = json.loads((ROOT / "tests" / "states.json").read_text("utf-8"))
SCHEMA = ROOT / "_ext" / "skillguide" / "static" / "skillguide" / "state.schema.json"
KINDS = ("answers", "claims", "done", "guesses", "attempts", "plans")
File = dict[str, Any]


def file_of(row: File) -> File:
    """The file of a row: the whole one with and without some parts."""
    parts = TABLE["whole"] | row["with"]
    return {name: part for name, part in parts.items() if name not in row.get("without", ())}


def is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z][a-z0-9-]*", value))


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_list(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


def is_whole(value: Any) -> bool:
    """JSON knows one kind of numbers: 5.0 is 5."""
    return is_number(value) and value == int(value)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def table_of(is_kind: Callable[[Any], bool], is_name: Callable[[Any], bool] = is_id):
    """A table whose names and values are of some kind."""
    return lambda value: (
        isinstance(value, dict) and all(is_name(id) and is_kind(part) for id, part in value.items())
    )


def record_of(needed: File, **possible: Any):
    """A table with these parts, and no others."""
    known = needed | possible
    return lambda value: (
        isinstance(value, dict)
        and needed.keys() <= value.keys() <= known.keys()
        and all(known[name](part) for name, part in value.items())
    )


is_answer = record_of(
    {"digest": is_text, "attempt": is_whole},
    given=lambda value: is_text(value) or is_list(value),
    right=is_flag, sure=is_flag, flag=is_flag, ticks=is_list, step=is_whole,
)  # fmt: skip
is_attempt = record_of(
    {
        "quiz": is_id, "started": is_whole, "known": is_whole, "asked": is_list,
        "answers": table_of(is_answer),
    },
    ended=is_whole, limit=is_whole, form=is_text,
)  # fmt: skip
is_plan = record_of(
    {
        "basis": is_text, "hours": is_number, "until": is_text, "keep": is_list,
        "start": lambda value: is_day(value),
        "off": lambda value: isinstance(value, list) and all(map(is_whole, value)),
        "breaks": lambda value: rows_of(value, {"from": is_day, "to": is_day}),
    },
    rows=table_of(record_of({"start": lambda v: is_day(v), "end": lambda v: is_day(v),
                             "isProven": is_flag})),
    events=lambda value: rows_of(value, {"kind": is_text, "id": is_id, "day": is_day}),
)  # fmt: skip


def is_day(value: Any) -> bool:
    """A day as 2026-12-31, or none."""
    return is_text(value) and bool(re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})?", value))


def rows_of(value: Any, parts: File) -> bool:
    """A list of tables with these parts."""
    return isinstance(value, list) and all(map(record_of(parts), value))


is_file = record_of(
    {
        "skill": lambda value: value == TABLE["whole"]["skill"],
        "version": lambda value: value == 2 and is_whole(value),
        "answers": table_of(is_answer),
        "claims": table_of(is_text),
        "done": table_of(lambda value: value is True),
        "guesses": table_of(record_of({"guess": is_number, "result": is_number})),
        "attempts": table_of(is_attempt),
        "plans": table_of(is_plan),
        "times": table_of(
            is_whole, lambda path: path.split("/")[0] in KINDS and is_id(path.partition("/")[2])
        ),
    }
)


def migrated(file: File) -> File | None:
    """A file of version 1 in today's form; None if it is none."""
    if file["version"] != 1 or {"attempts", "plans", "times"} & file.keys():
        return None
    return {"guesses": {}} | file | {"version": 2, "attempts": {}, "plans": {}, "times": {}}


def merged(mine: File, file: File) -> File:
    """Of each entry the later one; of one time, the one that is here."""
    result = {name: dict(mine[name]) for name in (*KINDS, "times")}
    paths = {f"{kind}/{id}" for kind in KINDS for id in file[kind]} | file["times"].keys()
    for path in paths:
        kind, id = path.split("/")
        here, there = mine["times"].get(path, -1), file["times"].get(path, -1)
        if here < there or (here == there == -1 and id not in mine[kind]):
            for tables, part in ((file[kind], kind), (file["times"], "times")):
                key = path if part == "times" else id
                result[part].pop(key, None)
                if key in tables:
                    result[part][key] = tables[key]
    return result


def name(row: File) -> str:
    return row["name"]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


@pytest.mark.parametrize("row", TABLE["files"], ids=name)
def test_the_reference_agrees_with_the_table(row):
    assert is_file(file_of(row)) is row["whole"]


@pytest.mark.parametrize("row", TABLE["files"], ids=name)
def test_the_schema_takes_what_the_page_takes(schema, row):
    """All but one: it is of every guide, and a page takes files of its own."""
    expected = row["whole"] or row["with"].keys() == {"skill"}

    assert schema.is_valid(file_of(row)) is expected


@pytest.mark.parametrize("row", TABLE["earlier"], ids=name)
def test_a_file_of_version_1_is_brought_into_todays_form(schema, row):
    found = migrated(row["file"])

    assert (found if found and is_file(found) else None) == row["now"]
    assert not schema.is_valid(row["file"])
    assert row["now"] is None or schema.is_valid(row["now"])


@pytest.mark.parametrize("row", TABLE["merges"], ids=name)
def test_of_each_entry_the_later_one_stays(schema, row):
    mine, file, then = (TABLE["whole"] | row[part] for part in ("mine", "file", "then"))

    assert TABLE["whole"] | merged(mine, file) == then
    assert all(map(schema.is_valid, (mine, file, then)))


def test_the_schema_is_one_and_says_every_unit():
    """Numbers without a unit are counts, and are called so."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    attempt = schema["$defs"]["attempt"]["properties"]

    assert "Milliseconds" in schema["$defs"]["time"]["description"]
    assert "milliseconds" in attempt["started"]["description"]
    assert "milliseconds" in attempt["ended"]["description"]
    assert "Minutes" in attempt["limit"]["description"]
