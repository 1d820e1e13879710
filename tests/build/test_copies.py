"""What is written once and shown elsewhere leads where the original leads, and looks the same."""

import pytest
from conftest import DOT, Project

BANK = """\
# Bank

(rules)=

## Rules of salt

Two percent.

::::{quiz} bank
:title: The bank

:::{question} salt
How much salt, by [the rules](#rules), {ref}`the label <rules>`, [](other.md) and $s^2$?

![a dot](dot.png)

- [ ] 2 g
  > Too little.[^q]
- [x] 20 g, as [this code](#weigh) says
  > Two percent.
- [ ] 200 g
  > Too much: {doc}`other`.

```{code-block} python
:name: weigh

print("20 g")
```

```{math}
:label: share

s = 0.02
```

Read [the heading](#rules-of-salt) and {eq}`share`.

:::

::::

[^q]: Nobody tastes it.
"""


@pytest.fixture
def shown(project: Project) -> Project:
    """A question of a bank, shown twice on a page in another folder that has a section too."""
    project.write(
        index="# Home\n\n```{toctree}\nbank/all\nother\npages/practice\n```\n",
        bank__all=BANK.replace("other.md", "../other.md").replace("`other`", "`/other`"),
        other="# Other page\n\nText.\n",
        pages__practice="# Practice\n\n" + ":::{question-ref} salt\n:::\n\n" * 2,
    )
    (project.folder / "bank/dot.png").write_bytes(DOT)
    extensions = ["colon_fence", "tasklist", "dollarmath"]
    return project.build(
        confoverrides={"myst_enable_extensions": extensions, "myst_heading_anchors": 3}
    )


def test_links_lead_to_the_page_of_the_original(shown):
    copy = shown.page("pages/practice.html").select_one("#question-salt--1")
    home = "../bank/all.html"

    assert shown.warnings == []
    assert {a.text: a["href"] for a in copy.select("a.internal")} == {
        "the rules": f"{home}#rules",
        "the label": f"{home}#rules",
        "Other page": "../other.html",
        "1": f"{home}#q",
        "this code": f"{home}#weigh",
        "the heading": f"{home}#rules-of-salt",
        "(1)": f"{home}#equation-share",
    }


def test_the_mark_of_a_footnote_stays_above_the_line(shown):
    copy = shown.page("pages/practice.html").select_one("#question-salt--1")

    assert copy.select_one("a sup").text == "1"


def test_every_address_of_a_copy_exists(shown):
    for link in shown.page("pages/practice.html").select(".guide-question a"):
        page, _, anchor = link["href"].removeprefix("../").partition("#")
        page = page or "pages/practice.html"
        assert not anchor or shown.page(page).find(id=anchor), link


def test_no_id_stands_twice(shown):
    page = shown.page("pages/practice.html")
    ids = [tag["id"] for tag in page.find_all(id=True)]

    assert len(ids) == len(set(ids))
    assert [q["id"] for q in page.select(".guide-question")] == [
        "question-salt--1",
        "question-salt--2",
    ]


def test_two_copies_are_two_groups_of_choices(shown):
    names = [box["name"] for box in shown.page("pages/practice.html").select("input[type=radio]")]

    assert [names.count(name) for name in sorted(set(names))] == [3, 3]


def test_an_author_cannot_type_the_id_of_a_copy(project):
    project.write(
        index="# Page\n\n:::{question} a--1\nA?\n\n- [ ] x\n  > x\n- [x] y\n  > y\n\nSo.\n\n:::\n"
    ).build()

    assert [finding.split(" ")[1] for finding in project.findings] == ["question:"]
    assert "got 'a--1' [id]" in project.findings[0]
    assert project.page().select_one("#question-a-1")  # the item is there all the same


def test_formulas_and_pictures_are_shown(shown):
    copy = shown.page("pages/practice.html")

    assert copy.select(".guide-question .math")
    assert copy.select_one(".guide-question img")["src"] == "../_images/dot.png"
    assert copy.select("script[src*=mathjax]")


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        (
            "You follow a recipe with somebody\nbeside you. More.",
            "recipe with somebody beside you.",
        ),
        ("You follow. Then\nmore.", "You follow."),
        ("You use 2.5 kg, e.g. of rye.\nMore.", "You use 2.5 kg, e.g. of rye."),
        ("You ask “Why?” Then more.", "You ask “Why?”"),
        ("你照着做。然后更多。", "你照着做。"),
        ("You follow", "You follow"),
        ("See {ref}`my label` first.", "See Other page first."),
        ("See [](other.md) and [](#my-label) first.", "See Other page and Other page first."),
        ("See {doc}`other` at {given}`heat`. More.", "See Other page at 230 °C."),
        ("**You follow. Always** the recipe.", "You follow."),
        ("See `code`{l=1} and *this*.", "See code{l=1} and this."),
    ],
)
def test_lists_quote_whole_sentences(project, paragraph, sentence):
    level = f":::{{level}} novice\n:title: Novice\n:experience: none\n\n{paragraph}\n\n:::\n"
    given = ":::{given} heat\n:value: 230\n:unit: °C\n\nHeat.\n\n:::\n"
    project.write(
        index=f"# Page\n\n:::{{proficiency-table}}\n:::\n\n{level}\n{given}\n"
        "```{toctree}\nother\n```\n",
        other="(my label)=\n(my-label)=\n# Other page\n",
    ).build()

    assert project.warnings == []
    assert project.page().select("table td")[2].text.endswith(sentence)


def test_a_picture_may_say_it_instead_of_a_sentence(bread):
    (bread.folder / "dot.png").write_bytes(DOT)
    bread.edit("records.md", "A sour loaf for {level}`baker` hands.", "![](dot.png)").build()

    assert bread.page("records.html").select_one("table img")["src"] == "_images/dot.png"


def test_a_title_that_holds_a_link_is_one_link_elsewhere(bread):
    bread.edit("levels.md", ":title: Master", ":title: *A* [master](https://example.org)")
    page = bread.edit("path.md", "Keep a log.", "Ask a {level}`master`.").build().page("path.html")
    link = page.select_one("a[href='levels.html#level-master']")

    assert link.text == "A master"
    assert page.select("a a") == []
    assert bread.output("path.html").count("https://example.org") == 0


def test_a_class_on_a_paragraph_changes_nothing(project):
    project.write(
        index="""\
        # Page

        :::{proficiency-table}
        :::

        ::::{level} novice
        :title: Novice
        :experience: none

        ```{class} lead
        First of all.
        ```

        Second.

        ::::
        """
    ).build()

    assert project.page().select("table td")[2].text == "First of all."


def test_titles_and_stems_spell_what_they_refer_to(bread):
    bread.edit("levels.md", ":title: Master", ":title: Master of {given}`oven-heat`")
    bread.edit(
        "questions.md", "for **1 kg** of flour?", "at {given}`oven-heat` for {level}`baker`?"
    )
    bread.write(see="# See\n\n{level}`master` and {question}`salt`\n")
    bread.edit("index.md", "\nrecords", "\nrecords\nsee").build()

    assert bread.warnings == []
    assert [a.text for a in bread.page("see.html").select("[role=main] a.internal")] == [
        "Master of 230 °C",
        "How much salt at 230 °C for Baker?",
    ]


def test_titles_that_name_each_other_come_to_an_end(project):
    item = ":::{{faq}} {}\n:title: {} {{faq}}`{}`\n\nText.\n\n:::\n"
    page = f"# Page\n\n{item.format('a', 'A', 'b')}\n{item.format('b', 'B', 'a')}\n{{faq}}`a`\n"
    project.write(index=page).build()

    assert project.page().select("a[href='#faq-a']")


def test_a_heading_with_the_id_of_an_item_gives_way(project):
    project.write(
        index="""\
        # Page

        ## Level novice

        Text: [there](#level-novice).

        :::{level} novice
        :title: Novice
        :experience: none

        You follow.

        :::
        """
    ).build()
    page = project.page()

    assert project.warnings == []
    assert len(page.select("#level-novice")) == 1
    assert page.select_one("#level-novice > h3").text.startswith("Novice")


LOOKS = """\
# Page

:::{proficiency-table}
:::

:::{level} novice
:title: Novice, `raw` and $x^2$
:experience: none

You use `code`, *this*, $y^2$, [the other](other.md), [](#there),
and a note.[^n] **Not this.**

:::

[^n]: A note.

```{toctree}
other
shown
```
"""


def test_titles_and_sentences_look_as_at_home(project):
    project.write(
        index=LOOKS,
        other="(there)=\n# Other page\n",
        shown="# Shown\n\n{level}`novice`\n\n:::{proficiency-table}\n:::\n",
    )
    extensions = ["colon_fence", "tasklist", "dollarmath"]
    page = project.build(confoverrides={"myst_enable_extensions": extensions}).page("shown.html")
    link, (title, _experience, sentence) = page.select_one("p > a.internal"), page.select("td")

    assert project.warnings == []
    assert link.code.text == "raw"
    assert link.select_one(".math").text == r"\(x^2\)"
    assert title.a.code.text == "raw"
    assert sentence.code.text == "code"
    assert sentence.em.text == "this"
    assert sentence.select_one(".math").text == r"\(y^2\)"
    assert {a.text: a["href"] for a in sentence.select("a")} == {
        "the other": "other.html",
        "Other page": "other.html#there",
        "1": "index.html#n",
    }
    assert sentence.text.endswith("and a note.1")
    assert page.select("script[src*=mathjax]")


def test_a_change_of_markup_alone_reaches_the_lists(project):
    project.write(index=LOOKS, other="(there)=\n# Other page\n", shown="# Shown\n\nText.\n")
    project.edit("shown.md", "Text.", ":::{proficiency-table}\n:::").build()
    project.edit("index.md", "*this*", "**this**").build()

    assert project.page("shown.html").select("td")[2].strong.text == "this"


NUMBERED = """\
# Bank

::::{question} shares
Which share does this show?

:::{figure} dot.png
:name: dot

A dot
:::

```{math}
:label: part

s = 0.02
```

- [ ] all
  > No.
- [x] a part
  > By {eq}`part`.

So.

::::
"""


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
@pytest.mark.parametrize("numfig", [False, True])
def test_figures_and_formulas_of_a_copy_have_their_numbers(project, builder, numfig):
    (project.folder / "dot.png").write_bytes(DOT)
    project.write(
        index="# Home\n\n```{toctree}\nbank\nshown\n```\n",
        bank=NUMBERED,
        shown="# Shown\n\n:::{question-ref} shares\n:::\n",
    ).build(builder, confoverrides={"numfig": numfig, "math_numfig": numfig})
    home = project.page("bank.html" if builder == "html" else "index.html")
    shown = project.page("shown.html" if builder == "html" else "index.html")
    original = home.select_one("#question-shares")
    copy = shown.select_one("#question-shares--1")

    assert project.warnings == []
    assert copy.select_one(".eqno").text == original.select_one(".eqno").text
    assert copy.select_one("figcaption").text == original.select_one("figcaption").text
    assert ("Fig. 1" in copy.text) == numfig


def test_a_wrong_reference_is_said_once_however_often_it_is_shown(project):
    options = "- [ ] x\n  > No.\n- [x] y\n  > Yes.\n\nSo.\n"
    question = f":::{{question}} a\nHow, by {{ref}}`nowhere`?\n\n{options}\n:::\n\n"
    project.write(index=f"# Page\n\n{question}" + ":::{question-ref} a\n:::\n\n" * 2).build()

    assert project.warnings == ["index.md:4: WARNING: undefined label: 'nowhere' [ref.ref]"]
