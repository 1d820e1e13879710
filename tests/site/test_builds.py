"""What `make builds` has written, in every format; run by that command alone."""

import os
import re
from pathlib import Path

import pytest
from conftest import BUILDERS, ROOT
from fragments import dead_links, doubled_ids

pytestmark = pytest.mark.builds

BUILDS = ROOT / os.environ.get("BUILD", "_build")


def written(builder: str) -> Path:
    """The folder of a build; it is an error if there is none."""
    folder = BUILDS / f"fresh-{builder}"
    assert folder.is_dir(), "run `make builds`"
    return folder


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_has_run(builder):
    files = [path for path in written(builder).rglob("*") if path.is_file()]

    assert bool(files) == (builder != "dummy")


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub"])
def test_every_link_leads_to_a_place_and_every_id_stands_once(builder):
    assert dead_links(written(builder)) == []
    assert doubled_ids(written(builder)) == []


def test_the_pdf_gets_pictures_that_it_can_show():
    text = (written("latex") / "skill-guide.tex").read_text("utf-8")
    images = re.findall(r"includegraphics[^{]*\{+([^}]*)\}", text)

    assert [name for name in images if not name.endswith((".png", ".pdf", ".jpg"))] == []
    assert text.count("begin{tikzpicture}") > 10
