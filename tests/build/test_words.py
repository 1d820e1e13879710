"""The words of the interface: German is complete, catalogues are compiled, direction holds."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[2] / "_ext" / "skillguide"
CATALOGS = sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/skillguide.po"))
KEYWORDS = {"_": None, "ngettext": (1, 2)}
SLOT = r"%\(\w+\)s|%[sd]"


def words() -> set[str | tuple[str, str]]:
    """Every word that the code marks for translation; pairs have a form for one and for many."""
    return {found[2] for found in extract_from_dir(str(PACKAGE), keywords=KEYWORDS)}


def key(text: str | Sequence[str]) -> str | tuple[str, ...]:
    """A text, or its forms for one and for many."""
    return text if isinstance(text, str) else tuple(text)


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_a_catalogue_is_complete_and_compiled(path):
    with path.open("rb") as file:
        texts = {key(message.id): key(message.string) for message in read_po(file) if message.id}
    with path.with_suffix(".mo").open("rb") as file:
        compiled = {key(message.id): key(message.string) for message in read_mo(file) if message.id}

    assert set(texts) == words()
    assert {"Reason", "Check", "Weight"} <= words()  # extraction sees no call inside an f-string
    assert texts == compiled
    for source, text in texts.items():
        for one, other in zip(
            *([part] if isinstance(part, str) else part for part in (source, text))
        ):
            assert other, source
            assert sorted(re.findall(SLOT, other)) == sorted(re.findall(SLOT, one))


def test_a_german_page_speaks_german(bread):
    bread.build(confoverrides={"language": "de"})
    page = bread.page("questions.html")

    assert page.select_one("#question-salt .guide-feedback summary").text == "Grund"
    assert page.select_one("script[src*='question.js']")["data-check"] == "Prüfen"
    assert "Lernphasen" in bread.page("index.html").text


def test_a_site_translates_the_labels_of_its_kinds(bread):
    """Its own catalogue has the name of ours: what is not in the one is looked up in the other."""
    path = bread.folder / "words" / "de" / "LC_MESSAGES" / "skillguide.mo"
    path.parent.mkdir(parents=True)
    catalog = Catalog("de")
    catalog.add("Use case", "Anwendungsfall")
    with path.open("wb") as file:
        write_mo(file, catalog)
    conf = bread.folder / "conf.py"
    more = f"\ndef setup(app):\n    app.add_message_catalog('skillguide', '{path.parents[2]}')\n"
    conf.write_text(conf.read_text("utf-8") + more, encoding="utf-8")
    bread.build(confoverrides={"language": "de"})
    head = bread.page("records.html").table.thead.text

    assert "Anwendungsfall" in head
    assert "In einem Satz" in head


def test_an_arabic_page_keeps_its_own_direction(bread):
    """Positions are logical: nothing of ours says left or right."""
    bread.build(confoverrides={"language": "ar"})
    css = (PACKAGE / "static/skillguide/skillguide.css").read_text("utf-8")

    assert bread.page("questions.html").html["lang"] == "ar"
    assert bread.page("questions.html").select_one("fieldset.guide-question")
    assert (
        re.findall(r"(?<![\w-])(?:left|right)\s*:|(?:margin|padding|border)-(?:left|right)", css)
        == []
    )
