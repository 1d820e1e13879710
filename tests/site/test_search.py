"""Every link of the site leads somewhere, whoever writes it; and pages have other names."""

import json
import re

from conftest import ROOT
from fragments import dead_links, doubled_ids


def test_every_link_leads_to_a_place_and_every_id_stands_once(site):
    """`make builds` asks the other builders that write HTML."""
    assert dead_links(site.folder / "html") == []
    assert doubled_ids(site.folder / "html") == []


def test_no_question_of_the_placement_is_found(site):
    text = (site.folder / "html/searchindex.js").read_text("utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    placement = index["docnames"].index("guide/assess/placement")
    kinds = {
        index["objnames"][str(kind)][1]
        for items in index["objects"].values()
        for page, kind, *_rest in items
        if page == placement
    }

    assert "quiz" in kinds
    assert "question" not in kinds


def test_other_names_are_short_and_stand_in_the_front_matter():
    pages = [path.read_text("utf-8") for path in (ROOT / "guide").rglob("*.md")]
    lines = [line for page in pages for line in re.findall(r"^search: (.*)$", page, re.MULTILINE)]
    names = [name for line in lines for name in line.split(", ")]

    assert len(names) > 200
    assert [name for name in names if not 1 <= len(name.split()) <= 5] == []
