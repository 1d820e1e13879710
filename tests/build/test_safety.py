"""Nothing that an author writes becomes HTML or runs: links, pictures, `raw`, front matter."""

import re

import pytest

PAGE = """\
# Page

{}
"""
ANY = re.compile(r"""(?:href|src)=["']?\s*(?:javascript|vbscript|data|file)""", re.IGNORECASE)
# what can hold an address, and the line that must be named
LINKS = {
    "entity": ("[x](&#106;avascript:a)", 3),
    "tab": ("Text and\n[x](java&Tab;script:a)", 4),
    "newline": ("[x](java&NewLine;script:a)", 3),
    "spaces": ("[x](<  javascript:a>)", 3),
    "control": ("[x](<\x01javascript:a>)", 3),
    "control entity": ("[x](&#1;javascript:a)", 3),
    "percent": ("[x](%6Aavascript:a)", 3),
    "path": ("[x](path:javascript://%0aalert)", 3),
    "download": ("{download}`x <JavaScript://%0aalert>`", 3),
    "toctree": ("```{toctree}\nx <javascript://%0aalert>\n```", 3),
    "rst": ("```{eval-rst}\n`x <javascript:a>`_\n```", 4),
    "rst target": ("```{eval-rst}\nx_\n\n.. _x: vbscript:a\n```", 6),
    "rst bare": ("```{eval-rst}\nSee file:///etc/hosts now.\n```", 4),
    "picture": ("Text\n\n![x](data:image/png;base64,AAAA)", 5),
    "image": ("```{image} javascript:a\n:alt: x\n```", 3),
    "image target": ("```{image} a.png\n:target: javascript:a\n:alt: x\n```", 3),
    "figure": ("```{figure} data:image/svg+xml;base64,AAAA\n:alt: x\n\nCaption\n```", 3),
    "figure target": ("```{figure} a.png\n:target: file:///a\n:alt: x\n\nCaption\n```", 3),
    "card": ("Text\n\n:::{card} x\n:link: javascript:a\n\nBody\n:::", 5),
    "button": ("Text\n\n:::{button-link} javascript:a\nx\n:::", 5),
    "heading": ("## A [x](data:image/png;base64,AAAA)", 3),
    "table": ("| a |\n| --- |\n| [x](path:data://a) |", 5),
    "nested": (":::{note}\n- a\n  [x](data:image/gif;a)\n:::", 5),
}


@pytest.mark.parametrize("name", LINKS)
def test_an_unsafe_address_is_named_and_dead(project, name):
    text, line = LINKS[name]
    (project.folder / "a.png").write_bytes(PIXEL)
    project.write(index=PAGE.format(text))
    project.build(confoverrides={"extensions": ["myst_parser", "skillguide", "sphinx_design"]})

    assert [re.sub(r"'\w+:' is .*\[", "[", found) for found in project.warnings] == [
        f"index.md:{line}: WARNING: [guide.link]"
    ]
    assert not ANY.search(project.output("index.html"))
    assert "x" in project.page().body.get_text()


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@pytest.mark.parametrize(
    "text",
    [
        "<https://example.org/?a=data:x>",
        "[x](mailto:a@example.org)",
        "[x](#page)",
        "The [1]: data: rows",
        "(data:x)=\n## H\n\n{ref}`data:x`",
    ],
)
def test_a_safe_address_is_left_alone(project, text):
    assert project.write(index="(page)=\n" + PAGE.format(text)).build().warnings == []


def test_an_unsafe_address_is_reported_where_it_is_included_and_on_each_build(project):
    project.write(index=PAGE.format("```{include} part.txt\n```"))
    (project.folder / "part.txt").write_text("Text.\n\n[x](data:image/png;base64,A)\n")
    found = project.build().findings

    assert [text.partition(": ")[0] for text in found] == ["part.txt:3"]
    assert project.build().findings == found


def test_a_picture_becomes_its_description(project):
    project.write(index=PAGE.format("```{image} data:image/gif;a\n:alt: A plan\n```")).build()

    assert [part.get_text() for part in project.page().select("section > p")] == ["A plan"]


def test_a_translation_brings_no_unsafe_address(project):
    project.write(index=PAGE.format("See [this](https://example.org)."))
    project.translate(index={"See [this](https://example.org).": "Siehe [dies](path:data://a)."})
    project.build(confoverrides={"language": "de", "locale_dirs": ["locales"]})

    assert [text.partition("'")[0] for text in project.findings] == ["index.md:3: "]
    assert not ANY.search(project.output("index.html"))
    assert "dies" in project.page().body.get_text()


RAW = "raw HTML is off: write Markdown or a directive, or show HTML in a code block [raw]"
HTML = {
    "directive": (":::{raw} html\n<b id=live>x</b>\n:::", 3),
    "file": ("Text\n\n```{raw} html\n:file: conf.py\n```", 5),
    "url": ("```{raw} html\n:url: https://example.invalid\n```", 3),
    "role": ("Text\n{raw}`<b id=live>`", 3),
    "rst": ("```{eval-rst}\n.. raw:: html\n\n   <b id=live>x</b>\n```", 4),
    "rst role": (
        "```{eval-rst}\n.. role:: h(raw)\n   :format: html\n\n:h:`<b id=live>`\n```",
        7,
    ),
    "role after rst": ("```{eval-rst}\nText\n```\n\n| a |\n| - |\n| {raw}`x` |", 9),
    "latex": (":::{raw} latex\n\\input{x}\n:::", 3),
}


@pytest.mark.parametrize("name", HTML)
def test_raw_is_named_and_dead(project, name):
    text, line = HTML[name]
    project.write(index=PAGE.format(text)).build()

    assert project.findings == [f"index.md:{line}: {RAW}"]
    assert len(project.warnings) == 1
    assert project.page().find(id="live") is None
    assert bool(project.page().body.find("pre")) == (name in ("directive", "rst", "latex"))


def test_raw_is_off_in_restructuredtext(project):
    project.write(index="# Page\n")
    page = ":orphan:\n\nPage\n====\n\n.. raw:: html\n\n   <b id=live>x</b>\n"
    (project.folder / "page.rst").write_text(page)
    project.build()

    assert project.findings == [f"page.rst:6: {RAW}"]
    assert project.page("page.html").find(id="live") is None


@pytest.mark.parametrize("before", [False, True])
def test_where_html_is_on_raw_is_too(project, before):
    """Also where it was off in an earlier build."""
    project.write(index=PAGE.format(HTML["directive"][0]))
    if before:
        project.build()
    project.build(confoverrides={"myst_disable_syntax": []})

    assert project.warnings == []
    assert project.page().find(id="live")


def test_raw_nodes_of_other_parts_work(project):
    project.write(index=PAGE.format("- [ ] a task\n\na line\\\nbreak")).build()

    assert project.warnings == []
    assert project.page().select("input[type=checkbox]")
    assert project.page().select("br")


FRONT = """\
---
myst:
  {}
title: Kept
orphan: true
---

# Page

<b id=live>x</b> {{{{ "{{}}".format(7) }}}} [x](https://example.org){{#live}}

{{ref}}`nowhere`
"""


@pytest.mark.parametrize(
    "setting",
    [
        "disable_syntax: []",
        "enable_extensions: [substitution, attrs_inline]",
        "gfm_only: true",
        "commonmark_only: true",
    ],
)
def test_front_matter_cannot_change_what_is_read(project, setting):
    """Substitutions are Jinja, which runs code; the other settings let HTML or attributes in."""
    name = setting.partition(":")[0]
    project.write(index="# Index\n", page=FRONT.format(setting)).build()
    page = project.page("page.html")

    assert project.warnings == [
        f"page.md:3: WARNING: front matter: 'myst: {name}' changes the syntax of a page: "
        "delete it [guide.raw]",
        "page.md:12: WARNING: undefined label: 'nowhere' [ref.ref]",
    ]
    assert page.find(id="live") is None
    assert "{{" in page.get_text()


def test_other_front_matter_is_read(project):
    text = '---\nmyst:\n  html_meta:\n    "robots": none\nreviewed: 2026-01-02\n---\n\n# Page\n'
    project.write(index=text).build()

    assert project.warnings == []
    assert project.page().find("meta", {"name": "robots"})["content"] == "none"
