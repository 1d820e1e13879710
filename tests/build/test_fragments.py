"""Every link of every HTML builder leads to a place, and every id stands once on its page."""

import pytest
from fragments import dead_links, doubled_ids

HTML = ("html", "dirhtml", "singlehtml", "epub")


@pytest.mark.parametrize("builder", HTML)
def test_every_link_of_a_guide_leads_to_a_place(bread, builder):
    bread.build(builder)

    assert dead_links(bread.app.outdir) == []
    assert doubled_ids(bread.app.outdir) == []


@pytest.fixture
def twins(project):
    """Two pages with the same headings, labels, footnotes and figures; the one holds the other."""
    for name, contents in (("index", "```{toctree}\n:numbered:\na\n```\n"), ("a", "")):
        other = {"index": "a", "a": "index"}[name]
        text = f"# Page {name}\n\n## Rules\n\nSee [rules](#rules) and {{doc}}`/{other}`.[^1]\n\n"
        text += f"[^1]: Note of {name}.\n\n{contents}\n## Rules\n\n"
        text += f"[That page](/{other}.md#rules), {{ref}}`label-{other}`.\n\n(label-{name})=\n\n"
        text += f"### Deeper\n\n```{{figure}} p.png\n:name: fig-{name}\nCaption\n```\n\n"
        text += f"{{numref}}`fig-{other}`\n\n```{{figure}} p.png\nWithout a name\n```\n"
        project.write(**{name: text})
    (project.folder / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with (project.folder / "conf.py").open("a") as conf:
        conf.write("\nmyst_heading_anchors = 3\nnumfig = True\n")
    return project


@pytest.mark.parametrize("builder", HTML)
def test_pages_with_the_same_places_keep_theirs(twins, builder):
    twins.build(builder)

    assert twins.warnings == []
    assert dead_links(twins.app.outdir) == []
    assert doubled_ids(twins.app.outdir) == []


def test_on_one_page_links_lead_to_the_place_on_the_page_that_they_name(twins):
    page = twins.build("singlehtml").page()
    places = {link.text: link["href"] for link in page.select("a.reference")}
    titles = [page.select_one(f'[id="{id}"]').h4 for id in ("a/rules", "id3")]

    assert places["Page a"] == "#document-a"
    assert places["Page index"] == "#document-index"
    assert [link["href"] for link in page.find_all("a", string="That page")] == [
        "#rules",  # written on page a, which stands in the middle of the other one
        "#a/rules",
    ]
    assert [title.select_one(".section-number").text for title in titles] == ["1.1. ", "1.2. "]
    assert [number.text for number in page.select(".caption-number")] == [
        "Fig. 1.1 ",
        "Fig. 1.2 ",
        "Fig. 1 ",
        "Fig. 2 ",
    ]


def test_on_one_page_notes_and_local_links_stay_with_the_page_that_wrote_them(twins):
    page = twins.build("singlehtml").page()
    notes = {note.p.text: note for note in page.select("aside.footnote")}

    assert [link["href"] for link in page.find_all("a", string="rules")] == ["#rules", "#a/rules"]
    for name in ("index", "a"):
        note = notes[f"Note of {name}."]
        mark = page.select_one(f'[id="{note.a["href"][1:]}"]')

        assert mark["href"] == f"#{note['id']}"
        assert f"Page {'a' if name == 'index' else 'index'}" in mark.parent.text


def test_on_one_page_a_link_to_a_page_outside_the_contents_is_text(project):
    project.write(
        index="""\
        # Page

        See {doc}`draft`, [its place](draft.md#rules) and <https://example.org/#document-x>.
        """,
        draft="""\
        ---
        orphan: true
        ---

        # Draft

        ## Rules
        """,
    )
    project.build("singlehtml", confoverrides={"myst_heading_anchors": 2})
    paragraph = project.page().select_one("p")

    assert project.warnings == []
    assert paragraph.text == "See Draft, its place and https://example.org/#document-x."
    assert len(paragraph.select("a")) == 1


def test_on_one_page_the_result_of_a_quiz_names_places_of_the_page(bread):
    """The addresses in the data of the script, too."""
    bread.edit("index.md", "# ", ":::{result} flour\n:::\n\n# ").build("singlehtml")
    data = bread.page().select_one(".guide-result script").text

    assert '"href":"#by-hand"' in data
    assert "#document-" not in data


def test_ids_stand_once_where_an_author_gave_one_twice(project):
    question = (
        ":::{question} salt\nHow much?\n\n- [ ] x\n  > No.\n- [x] y\n  > Yes.\n\nSo.\n\n:::\n\n"
    )
    project.write(index="# Page\n\n## Question salt\n\n" + 2 * question).build()
    ids = [tag["id"] for tag in project.page().find_all(id=True)]
    names = {box["name"] for box in project.page().select("input[type=radio]")}

    assert ["is already declared" in finding for finding in project.findings] == [True]
    assert len(ids) == len(set(ids))
    assert len(names) == 2
