"""Markdown of nodes: a renderer shows what the page shows, whatever an author typed."""

import re
from html.parser import HTMLParser
from string import ascii_letters, digits

import pytest
from docutils import nodes
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from skillguide.export.markup import title
from skillguide.markdown import Writer
from sphinx.addnodes import pending_xref

COMMONMARK = MarkdownIt("commonmark").enable("table")
WRITER = Writer(lambda node: node.astext())
SIGNS = st.sampled_from('ab1 *_`[]()<>&!~\\#-+.:|{}=$\n"é\u00a0')
#: docutils keeps neither of those that are excluded.
TEXTS = st.text(SIGNS | st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=20)
#: A loaded machine draws slowly; nothing here is about time.
AT_LEISURE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Visible(HTMLParser):
    """The text that HTML shows, and the elements that are no blocks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.codes = "", [], []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.tags[-1:] == ["code"]:
            self.codes[-1] += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.text += "\n" if tag == "br" else ""
        if tag == "code":
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")


def shown(markdown: str) -> str:
    """What a renderer shows of Markdown, on one line."""
    return squeezed(Visible(COMMONMARK.render(markdown)).text)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def inline() -> st.SearchStrategy[nodes.Node]:
    """Inline nodes of any depth."""
    leaves = st.one_of(
        TEXTS.map(nodes.Text),
        TEXTS.map(lambda text: nodes.literal("", text)),
    )
    kinds = st.sampled_from([nodes.emphasis, nodes.strong, nodes.inline, nodes.superscript])
    return st.recursive(
        leaves,
        lambda inner: st.builds(
            lambda kind, children: kind("", "", *children),
            kinds,
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=5,
    )


@AT_LEISURE
@given(TEXTS)
@example("~~~")
def test_any_text_is_shown_as_it_is(text):
    markdown = WRITER.blocks([nodes.paragraph("", text)])

    assert shown(markdown) == squeezed(text)
    assert set(Visible(COMMONMARK.render(markdown)).tags) <= {"p", "/p"}


@AT_LEISURE
@given(TEXTS)
def test_moodle_knows_every_escape(text):
    """PHP Markdown Extra shows a backslash before any other sign."""
    markdown = WRITER.blocks([nodes.paragraph("", text)])

    after = set(re.findall(r"\\(.)", markdown, re.DOTALL))

    assert after <= {*"\\`*_{}[]()>#+-.!:| ", *ascii_letters, *digits}


@AT_LEISURE
@given(st.lists(inline(), max_size=4))
def test_any_inline_content_is_shown_as_it_is(content):
    paragraph = nodes.paragraph("", "", *content)

    page = Visible(COMMONMARK.render(WRITER.blocks([paragraph])))
    codes = [code.astext() for code in paragraph.findall(nodes.literal)]

    assert squeezed(page.text) == squeezed(paragraph.astext())
    assert [*filter(None, map(squeezed, page.codes))] == [*filter(None, map(squeezed, codes))]


def cell(content: list[nodes.Node]) -> nodes.row:
    """A row of one cell."""
    return nodes.row("", nodes.entry("", *content))


def table(head: list[nodes.Node], body: list[nodes.Node]) -> nodes.table:
    """A table of one column."""
    rows = [nodes.thead("", cell(head)), nodes.tbody("", cell(body))]
    return nodes.table("", nodes.tgroup("", *rows, cols=1))


def numbered(entries: list[list[nodes.Node]], start: int) -> nodes.enumerated_list:
    return nodes.enumerated_list("", *map(entry, entries), start=start)


def entry(content: list[nodes.Node]) -> nodes.list_item:
    return nodes.list_item("", *content)


def defined(term: nodes.Node, content: list[nodes.Node]) -> nodes.definition_list:
    parts = [nodes.term("", "", term), nodes.definition("", *content)]
    return nodes.definition_list("", nodes.definition_list_item("", *parts))


def blocks() -> st.SearchStrategy[nodes.Node]:
    """Blocks of any depth; a fence keeps its lines."""
    leaves = st.one_of(
        st.lists(inline(), min_size=1, max_size=2).map(
            lambda content: nodes.paragraph("", "", *content)
        ),
        TEXTS.map(lambda text: nodes.literal_block(text, text, language="python")),
    )

    def around(inner: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
        several = st.lists(inner, min_size=1, max_size=3)
        entries = st.lists(several, min_size=1, max_size=3)
        return st.one_of(
            several.map(lambda content: nodes.block_quote("", *content)),
            several.map(lambda content: nodes.container("", *content)),
            entries.map(lambda content: nodes.bullet_list("", *map(entry, content))),
            st.builds(numbered, entries, st.sampled_from([1, 7, 99])),
            st.builds(defined, inline(), several),
            st.builds(table, st.lists(leaves, max_size=2), st.lists(leaves, max_size=2)),
        )

    return st.recursive(leaves, around, max_leaves=4)


@AT_LEISURE
@given(st.lists(blocks(), max_size=3))
def test_any_blocks_are_shown_as_they_are(content):
    """Nothing is lost, joined, or read as the markup of a block around it."""
    page = nodes.container("", *content)
    leaves = page.findall(
        lambda node: isinstance(node, nodes.TextElement) and node.parent is not None
    )
    expected = [node.astext() for node in leaves if not isinstance(node.parent, nodes.TextElement)]

    assert shown(WRITER.blocks(content)) == squeezed(" ".join(expected))


def literal(text: str) -> nodes.literal:
    return nodes.literal("", text)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([literal("a_b")], "`a_b`"),
        ([literal("a`b")], "``a`b``"),
        ([literal("`")], "`` ` ``"),
        ([literal("a"), literal("b")], "<code>a</code>`b`"),
        ([literal("{level:novice}")], "<code>&#123;level:novice}</code>"),
        ([nodes.Text("__init__ and <br>")], r"\_\_init\_\_ and &lt;br>"),
        ([nodes.Text("1. not a list")], r"1\. not a list"),
        ([nodes.Text("# not a heading")], r"\# not a heading"),
        ([nodes.Text("p < 0.05 & more")], "p < 0.05 & more"),
        ([nodes.Text("un"), nodes.strong("", "do"), nodes.Text("ne")], "un<strong>do</strong>ne"),
        (
            [nodes.Text("See!"), nodes.reference("", "a", refuri="https://e.org")],
            r"See\![a](https://e.org)",
        ),
        (
            [nodes.reference("", "a", refuri="https://e.org/(b c)")],
            "[a](https://e.org/%28b%20c%29)",
        ),
        (
            [nodes.reference("", "a", refuri="https://e.org?a&amp;")],
            "[a](https://e.org?a&amp;amp;)",
        ),
        ([nodes.reference("", "a", refid="b")], "a"),
        ([nodes.math("", r"\frac{a_1}{2}")], r"\\(\frac{a\_1}{2}\\)"),
        ([nodes.image("", uri="a b.png", alt="x*")], r"![x\*](a%20b.png)"),
        ([nodes.raw("", "<kbd>", format="html"), nodes.Text("K")], "<kbd>K"),
        ([nodes.raw("", "<!-- key -->", format="html")], ""),
        ([nodes.raw("", r"\\", format="latex")], ""),
        ([nodes.comment("", "key")], ""),
        ([nodes.system_message("", nodes.paragraph("", "unknown role"))], ""),
        ([nodes.footnote_reference("", "1")], r"\[1\]"),
    ],
)
def test_inline_forms(content, expected):
    assert WRITER.blocks([nodes.paragraph("", "", *content)]) == expected


@pytest.mark.parametrize("kind", [nodes.reference, pending_xref])
@pytest.mark.parametrize(
    ("title", "expected"),
    [("{ref:a_b}", "{ref:a_b}"), ("a_b", r"a\_b"), ("*{level:a_b}*", r"\*{level:a_b}\*")],
)
def test_a_reference_without_words_shows_its_title_or_keeps_its_place(kind, title, expected):
    """The caller finds them, since it knows the kinds; a place is replaced later."""
    found = nodes.paragraph("", "", nodes.Text("See "), kind("", refuri="#a_b"))

    assert Writer(lambda _node: title).blocks([found]) == f"See {expected}"


def test_blocks_have_their_own_forms():
    """Two lists in a row stay two; a fence is longer than what it holds."""
    word = nodes.paragraph("", "word")
    lists = [nodes.bullet_list("", entry([word.deepcopy()])) for _ in range(2)]
    note = nodes.note("", word.deepcopy())
    code = nodes.literal_block("", "```\n", language="default")

    assert WRITER.blocks([*lists, note, code, nodes.comment("", "key")]) == (
        "- word\n\n<!-- -->\n\n- word\n\n> **Note**\n>\n> word\n\n````\n```\n````"
    )


def test_a_formula_of_its_own_is_set_apart_unless_it_does_so_itself():
    plain = nodes.math_block("", "a\nb")
    align = nodes.math_block("", r"\begin{align}", **{"no-wrap": True})

    assert WRITER.blocks([plain, align]) == "\\\\\\[a b\\\\\\]\n\n\\begin{align}"


def test_a_table_keeps_its_columns():
    """A wide cell, an aligned column, code with a bar, and a table without a head."""
    right = nodes.entry("", nodes.paragraph("", "a"), classes=["text-right"])
    wide = nodes.entry("", nodes.paragraph("", "", literal("x|y")), morecols=1)
    body = nodes.tbody("", nodes.row("", right, wide))
    found = nodes.table("", nodes.title("", "Title"), nodes.tgroup("", body, cols=3))

    assert WRITER.blocks([found]) == (
        "Title\n\n|  |  |  |\n| --: | --- | --- |\n| a | <code>x\\|y</code> |  |"
    )


def test_a_title_in_the_middle_of_markdown_is_harmless():
    assert title("1. *a* | <b>") == r"1\. \*a\* \| &lt;b>"
