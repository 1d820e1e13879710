"""Kinds of records, as a site declares them in its `conf.py`."""

import pytest
from skillguide.model import Field, Kind, Way
from skillguide.parse import read_kinds


def test_a_kind_has_fields_columns_and_a_way():
    value = {
        "lab": {
            "label": "Lab",
            "fields": {
                "minutes": {"label": "Minutes", "type": "count"},
                "cost": {"label": "Cost", "choices": ["free", "paid"], "required": False},
                "after": {"label": "Replaces", "type": "record", "labeled": True, "back": "Then"},
            },
            "columns": ["minutes"],
            "sentence": True,
            "unit": {"option": "labs", "label": "Run", "time": "minutes"},
            "in_plan": True,
            "supersedes": "after",
            "in_force": {"cost": "free"},
        }
    }

    assert read_kinds(value) == (
        Kind(
            "lab",
            "Lab",
            fields=(
                Field("minutes", "Minutes", "count"),
                Field("cost", "Cost", required=False, choices=("free", "paid")),
                Field("after", "Replaces", "record", labeled=True, back="Then"),
            ),
            columns=("minutes",),
            sentence=True,
            way=Way("labs", "Run", "minutes"),
            in_plan=True,
            supersedes="after",
            in_force=("cost", "free"),
        ),
    )
    assert read_kinds(read_kinds(value)) == read_kinds(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "expected a dictionary of kinds by name, got []"),
        ({"Lab": {"label": "Lab"}}, "expected an id of lowercase letters"),
        ({"lab": {}}, "kind 'lab' needs `label`"),
        ({"lab": "Lab"}, "kind 'lab': expected a dictionary, got 'Lab'"),
        ({"lab": {"labell": "Lab"}}, "kind 'lab': unknown key 'labell'; did you mean 'label'?"),
        (
            {"lab": {"label": "Lab", "columns": ["minut"], "fields": {"minutes": {"label": "M"}}}},
            "kind 'lab' has no field 'minut'; did you mean 'minutes'?",
        ),
        (
            {"lab": {"label": "Lab", "fields": {"minutes": {"label": "M", "type": "number"}}}},
            "kind 'lab', field 'minutes': expected a type of text, level, sub-skills, url, hours, "
            "month, count, file, record, got 'number'",
        ),
        (
            {"lab": {"label": "Lab", "fields": {"minutes": {}}}},
            "kind 'lab', field 'minutes' needs `label`",
        ),
        (
            {"lab": {"label": "Lab", "unit": {"option": "labs"}}},
            "kind 'lab', unit needs `label`",
        ),
        (
            {"lab": {"label": "Lab", "unit": {"option": "reads", "label": "Run"}}},
            "kind 'lab', unit: units have an option `:reads:` of their own",
        ),
        (
            {"lab": {"label": "Lab", "unit": {"option": "labs", "label": "Run", "time": "days"}}},
            "kind 'lab', unit: `time` is a field `minutes` of the type count, or `hours` of the "
            "type hours, got 'days'",
        ),
        (
            {
                "lab": {
                    "label": "Lab",
                    "fields": {"minutes": {"label": "Minutes"}},
                    "unit": {"option": "labs", "label": "Run", "time": "minutes"},
                }
            },
            "kind 'lab', unit: `time` is a field `minutes` of the type count",
        ),
        (
            {"lab": {"label": "Lab", "fields": {"title": {"label": "Title"}}}},
            "kind 'lab', field 'title': every record has a title; choose another name",
        ),
        (
            {"lab": {"label": "Lab", "fields": {"filter": {"label": "F", "choices": ["a", "b"]}}}},
            "kind 'lab', field 'filter': `records` has an option `:filter:` of its own",
        ),
        (
            {"lab": {"label": "Lab", "fields": {"after": {"label": "After", "back": "Then"}}}},
            "kind 'lab', field 'after': `back` is for a field of the type record, got 'text'",
        ),
        (
            {"lab": {"label": "Lab", "supersedes": "after", "fields": {"after": {"label": "A"}}}},
            "kind 'lab': `supersedes` is a field of the type record, got 'after'",
        ),
        (
            {"lab": {"label": "Lab", "in_force": {"status": "new"}}},
            "kind 'lab': `in_force` is one field and one of its choices, got {'status': 'new'}",
        ),
        (
            {"lab": {"label": "Lab", "in_force": "status"}},
            "kind 'lab': `in_force` is one field and one of its choices, got 'status'",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(value, message):
    with pytest.raises(ValueError) as error:  # noqa: PT011  # the message is compared below
        read_kinds(value)

    assert str(error.value).startswith(message)
