"""What the search of a guide finds, and where it leads."""

import html
import json
import zlib

import pytest
from sphinx.util.inventory import InventoryFile


def index(project) -> dict:
    """The index of the search."""
    text = project.output("searchindex.js")
    return json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))


def found(project) -> dict[str, str]:
    """Where each item leads, by its title: as `searchtools.js` puts the address together."""
    data = index(project)
    items = {}
    for prefix, entries in data["objects"].items():
        for page, number, _priority, anchor, name in entries:
            title = html.unescape(f"{prefix}.{name}" if prefix else name)
            kind = data["objnames"][str(number)][1]
            anchor = {"": title, "-": f"{kind}-{title}"}.get(anchor, anchor)
            items[title] = f"{data['docnames'][page]}.html#{anchor}"
    return items


def inventory(project):
    """What other projects read."""
    return InventoryFile.loads((project.app.outdir / "objects.inv").read_bytes(), uri="").data


def is_there(project, address: str) -> bool:
    """Whether a page has a place."""
    page, _hash, anchor = address.partition("#")
    return project.page(page).find(id=anchor) is not None


def question(id: str, stem: str) -> str:
    return f"""
:::{{question}} {id}
{stem}

- [x] Rye
  > It sours.
- [ ] Spelt
  > It does not.

:::
"""


def test_the_search_leads_to_every_item(bread):
    items = found(bread.build())

    assert items["Baker"] == "levels.html#level-baker"
    assert items["230 °C"] == "craft/oven.html#given-oven-heat"
    assert items["How much salt for 1 kg of flour?"] == "questions.html#question-salt"
    assert len(items) > 20
    assert [place for place in items.values() if not is_there(bread, place)] == []


def test_the_inventory_has_a_line_for_every_item_and_leads_to_it(bread):
    bread.build()
    _head, body = (bread.app.outdir / "objects.inv").read_bytes().split(b"zlib.\n")
    lines = [line for line in zlib.decompress(body).decode().splitlines() if " guide:" in line]
    items = [item for kind, named in inventory(bread).items() for item in named.items()
             if kind.startswith("guide:")]  # fmt: skip

    assert len(lines) == len(items) > 20
    assert [item.uri for _id, item in items if not is_there(bread, item.uri)] == []
    assert all(id == id.strip() and item.uri.endswith(f"-{id}") for id, item in items)


TITLES = {
    "Which flour\nsours?": "Which flour sours?",
    "Is 1 < 2 & 'true'.Or not.": "Is 1 < 2 & ‘true’.Or not.",
    "Which of the " + "many " * 30 + "flours sours?": "Which of the " + "many " * 14 + "many…",
    "Which " + "flour " * 12 + "rye, buckwheat or spelt?": "Which " + "flour " * 12 + "rye…",
    "麦" * 100: "麦" * 87 + "…",
    "rye": "rye",
}


@pytest.mark.parametrize("stem", TITLES)
def test_titles_are_short_and_stand_on_one_line(project, stem):
    project.write(index=f"# Page\n{question('rye', stem)}").build()

    assert found(project) == {TITLES[stem]: "index.html#question-rye"}
    assert inventory(project)["guide:question"]["rye"].uri == "index.html#question-rye"


def test_a_translated_guide_is_found_by_its_own_words(project):
    project.write(index=f"# Page\n{question('rye', 'Which flour sours?')}")
    project.translate(index={"Which flour sours?": "Welches Mehl säuert?"})
    project.build(confoverrides={"language": "de", "locale_dirs": ["locales"]})

    assert found(project) == {"Welches Mehl säuert?": "index.html#question-rye"}


def test_an_item_that_cannot_be_read_leads_to_its_text(project):
    """Its options cannot be read: a finding says so, and the page shows its text."""
    project.write(index=f"# Page\n{question('rye', 'Which?').replace('- [x] Rye', '- [x]Rye')}")
    project.build()

    assert project.findings
    assert found(project) == {"rye": "index.html#question-rye"}
    assert project.page().select("#question-rye")


@pytest.mark.parametrize("flag", ["", ":apart:"])
def test_questions_that_are_apart_are_not_found_nor_are_their_copies(project, flag):
    quiz = "\n".join(["::::{quiz} flours", ":title: Flours", flag, "", question("rye", "Leavens?")])
    project.write(
        index="# Page\n\n```{toctree}\nquiz\n```\n\n:::{question-ref} rye\n:::\n",
        quiz=f"# Quiz\n\n{quiz}\n::::\n",
    ).build()
    terms = index(project)["terms"]

    assert ("Leavens?" in found(project)) == (not flag)
    assert [word in terms for word in ("leaven", "spelt")] == [not flag] * 2
    assert found(project)["Flours"] == "quiz.html#quiz-flours"
    assert inventory(project)["guide:question"]["rye"].uri == "quiz.html#question-rye"
    assert ("no-search" in project.page("quiz.html").fieldset["class"]) == bool(flag)
    assert "no-search" in project.page("index.html").fieldset["class"]


def test_what_becomes_apart_is_no_longer_found(bread):
    before = index(bread.build())["terms"]
    bread.edit("questions.md", ":sub-skill: kneading", ":sub-skill: kneading\n:apart:").build()

    assert "How much salt for 1 kg of flour?" not in found(bread)
    assert "paragraph" in before  # a word of the stem
    assert not index(bread)["terms"].get("paragraph")


def test_an_incremental_build_forgets_no_index_entry(project):
    """Sphinx's own would lose those of the pages that are not written again."""
    pages = {
        "index": "# Page\n\n```{toctree}\na\nb\nc\n```\n",
        "a": "# A\n\n```{glossary}\nCrust\n  Outside.\n\nCrumb\n  Inside.\n```\n",
        "b": "# B\n\n```{index} ! Crust; see: Loaf\n```\n\nText.\n",
        "c": "---\nnosearch: true\n---\n\n# C\n\n```{index} Crumb\n```\n",
    }
    project.write(**pages).build()
    first = project.output("searchindex.js")
    project.edit("b.md", "Text.", "Texts.").build().edit("b.md", "Texts.", "Text.").build()

    assert '"crumb":[[0,"term-Crumb",true]]' in first
    assert project.output("searchindex.js") == first


def test_the_script_of_the_search_is_on_its_page_alone(bread):
    bread.build()

    assert "skillguide/search.js" in bread.output("search.html")
    assert "skillguide/search.js" not in bread.output("questions.html")
