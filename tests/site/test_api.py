"""What a page promises to other guides and extensions is there."""

import json
import re
from ast import literal_eval
from dataclasses import MISSING, fields

import pytest
from conftest import ROOT
from site_build import Site
from skillguide.export.data import SCHEMA
from skillguide.model import Rule, Settings
from skillguide.parse import FIELD_TYPES
from skillguide.types import TYPES
from sphinx.util.inventory import InventoryFile

STATIC = ROOT / "_ext/skillguide/static/skillguide"
SETTINGS = {f"guide_{field.name}": field.default for field in fields(Settings)}
PAGES = ("api", "checks", "data", "directives", "question-types")


def page(name: str) -> str:
    """The source of a page for contributors."""
    return (ROOT / f"guide/contributing/{name}.md").read_text("utf-8")


def static(suffix: str) -> str:
    """All scripts, or all styles."""
    return "".join(path.read_text("utf-8") for path in STATIC.glob(f"*{suffix}"))


def test_every_setting_is_in_the_table_with_its_default():
    rows = dict(re.findall(r"^\| `(guide_\w+)` \| `([^`]+)` \|", page("checks"), re.MULTILINE))

    assert MISSING not in SETTINGS.values()
    assert {name: literal_eval(default) for name, default in rows.items()} == SETTINGS


@pytest.mark.parametrize("name", PAGES)
def test_a_config_value_that_is_named_exists(name):
    named = set(re.findall(r"\bguide_[a-z_]+", page(name)))

    assert named - SETTINGS.keys() - {"guide_record_kinds"} == set()


def test_the_kinds_of_records_are_explained():
    rows = page("directives").split("| Type | Value |")[1].split("\n\n")[0]

    assert set(re.findall(r"^\| `([\w-]+)` \|", rows, re.MULTILINE)) == FIELD_TYPES.keys()
    assert "`guide_record_kinds`" in page("directives")


def test_a_rule_that_is_named_exists():
    table = re.compile(r"^\| Rule \|.*\n\|[-| ]+\n((?:\|.*\n)+)", re.MULTILINE)
    rows = [row for rows in table.findall(page("checks")) for row in rows.splitlines()]
    named = {row.split("`")[1] for row in rows}
    named |= {rule for name in PAGES for rule in re.findall(r'"guide\.(\w+)"', page(name))}

    assert len(rows) == len(Rule)
    assert named == set(Rule)


def test_an_event_that_is_named_is_sent():
    """`tests/browser` hears it, with its detail."""
    named = {event for name in PAGES for event in re.findall(r"skillguide:([a-z]+)", page(name))}

    assert named == {"answered"}
    for event in named:
        assert f'send("{event}", {{ id: this.id, right, sure }})' in static(".js")


def test_every_property_of_the_page_is_named():
    """Those of a chart as a range."""
    body = re.search(r"^body \{(.*?)^\}", static(".css"), re.DOTALL | re.MULTILINE)[1]
    defined = set(re.findall(r"(--guide-[\w-]+):", body))
    named = set(re.findall(r"--guide-[\w-]+", page("api")))

    assert named <= defined
    assert {name.rstrip("0123456789") for name in defined - named} <= {"--guide-data-"}


def test_a_class_that_is_named_is_used(site):
    """By a page, or by a script that makes what has it."""
    html = "".join(path.read_text("utf-8") for path in (site.folder / "html").rglob("*.html"))
    used = set(re.findall(r"guide-[\w-]*\w", " ".join(re.findall(r'class="([^"]*)"', html))))
    used |= set(re.findall(r'"(guide-[\w-]*\w)"', static(".js")))
    named = set(re.findall(r"`(guide-[\w-]*\w)`", page("api")))

    assert len(named) > 15
    assert named - used == set()


def test_an_item_has_the_id_and_the_entry_that_other_sites_link_to(site: Site):
    with (site.folder / "html/objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda _base, uri: uri)
    listed = {
        (type.removeprefix("guide:"), id): entry.uri
        for type, entries in inventory.items()
        if type.startswith("guide:")
        for id, entry in entries.items()
    }

    assert listed.keys() >= {("level", "expert"), ("lab", "peeking")}
    for (kind, id), uri in listed.items():
        assert uri.endswith(f".html#{kind}-{id}")


def test_the_schema_and_the_types_are_those_of_the_export():
    text = page("data")

    assert f"| `schema` | the file | {SCHEMA};" in text
    (row,) = re.findall(r"^\| `type` \| question \| (.*) \|$", text, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == list(TYPES)


def test_the_saved_file_has_the_names_that_are_told():
    """Those that the tests save, load and check against the schema."""
    rows = page("api").split("| Name | Value |")[1].split("\n\n")[0]
    whole = json.loads((ROOT / "tests/states.json").read_text("utf-8"))["whole"]

    assert re.findall(r"^\| `(\w+)`", rows, re.MULTILINE) == list(whole)
