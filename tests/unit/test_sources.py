"""What is found in the sources before a build: bytes, characters, fences, HTML, names and files."""

import sys

import pytest
from blocks import html, open_fences, reader, walk
from characters import decode, hidden
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import Sources, main, same_names

CONF = """\
exclude_patterns = ["_build", "README.md"]
myst_enable_extensions = ["colon_fence"]
myst_disable_syntax = ["html_block", "html_inline"]
"""
MYST = reader(enable_extensions=["colon_fence", "deflist", "tasklist"])


@pytest.fixture
def check(tmp_path):
    """Write files (path=text or bytes) beside a `conf.py`; return `path:line: problem` of each."""
    (tmp_path / "conf.py").write_text(CONF)

    def check(**files: str | bytes) -> list[str]:
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".", 1)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(map(str, Sources(tmp_path).problems()))

    return check


def test_this_project_has_no_problem(capsys):
    status = main()

    assert (capsys.readouterr().out, status) == ("", 0)


def test_where_html_is_on_it_is_no_problem(check):
    assert check(conf_py="", a_md="<b>\n") == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"a\nCaf\xe9 au lait \xe9\n",
            "2: byte 0xE9 (é in Windows-1252) in column 4 is not UTF-8: save the file as UTF-8",
        ),
        (b"\xc3\xa9\x80", "1: byte 0x80 in column 2 is not UTF-8: save the file as UTF-8"),
        ("é\n".encode("utf-16"), "1: the file is UTF-16: save it as UTF-8"),
        (
            "é\n".encode("utf-16-be"),
            "1: byte 0xE9 (é in Windows-1252) in column 2 is not UTF-8: sa",
        ),
        (b"\xfe\xff\x00a", "1: the file is UTF-16: save it as UTF-8"),
    ],
)
def test_bytes_that_are_not_utf_8(data, message):
    [(line, text)] = decode(data)[1]

    assert f"{line}: {text}".startswith(message)


@given(st.binary())
def test_any_bytes_are_read_or_named(data):
    text, found = decode(data)

    assert text.encode() == data or (len(found) == 1 and found[0][0] <= data.count(b"\n") + 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\ufeff# Page", "1: the file begins with a byte order mark (U+FEFF)"),
        ("a\nb\ufeff", "2: U+FEFF ZERO WIDTH NO-BREAK SPACE in column 2 cannot be seen: delete it"),
        ("a\x00", "1: U+0000 NULL in column 2 cannot be seen"),
        ("a\x07", "1: U+0007 control character in column 2 cannot be seen"),
        ("\x9d", "1: U+009D control character in column 1 cannot be seen"),
        ("a\rb", "1: U+000D CARRIAGE RETURN in column 2 ends a line in some programs only: write"),
        ("a\r\r\nb", "1: U+000D CARRIAGE RETURN in column 2 ends a line"),
        ("a\x0cb", "1: U+000C FORM FEED in column 2 ends a line"),
        ("a\u2028b", "1: U+2028 LINE SEPARATOR in column 2 ends a line"),
        ("a\u2029b", "1: U+2029 PARAGRAPH SEPARATOR in column 2 ends a line"),
        ("a\u202eb", "1: U+202E RIGHT-TO-LEFT OVERRIDE in column 2 makes text look other than it"),
        ("\n\u2066", "2: U+2066 LEFT-TO-RIGHT ISOLATE in column 1 makes text look other than it"),
        ("a\u200e", "1: U+200E LEFT-TO-RIGHT MARK in column 2 makes text look other than it"),
        ("a\u061c", "1: U+061C ARABIC LETTER MARK in column 2 makes text look other than it"),
        ("a\u200bb\u200b", "1: U+200B ZERO WIDTH SPACE in column 2 cannot be seen"),
        ("a\u2060b", "1: U+2060 WORD JOINER in column 2 cannot be seen"),
        ("a\u200db", "1: U+200D ZERO WIDTH JOINER in column 2 cannot be seen"),
        ("if\u200cx", "1: U+200C ZERO WIDTH NON-JOINER in column 3 cannot be seen"),
        ("😀\u200cx", "1: U+200C ZERO WIDTH NON-JOINER in column 2 cannot be seen"),
        ("\u3164", "1: U+3164 HANGUL FILLER in column 1 cannot be seen"),
        ("a\U000e0041", "1: U+E0041 TAG LATIN CAPITAL LETTER A in column 2 cannot be seen"),
    ],
)
def test_characters_that_nobody_sees(text, message):
    [(line, found)] = hidden(text)

    assert f"{line}: {found}".startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\r\nc\n",
        "می\u200cخواهم",  # Persian: I want
        "क्\u200dष र्\u200cय",  # Devanagari: half forms
        "ര\u200d് ശ്രീ\u200c",  # the first joiner stands before a virama
        "👩🏽\u200d💻 ❤\ufe0f\u200d🔥 🏴\u200d☠\ufe0f",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # Scotland
        "soft\u00adhyphen, no\u00a0break",
    ],
)
def test_characters_that_scripts_need(text):
    allowed = text.replace("ശ്രീ\u200c", "")  # no script joins a letter to a space

    assert list(hidden(allowed)) == []


@given(st.text(st.characters(categories=["Lu", "Ll", "Po", "Sm", "Zs", "Mn"])))
def test_letters_are_seen(text):
    assert list(hidden(text)) == []


def fences(text: str) -> list[str]:
    return [f"{line}: {message}" for line, message in open_fences(list(walk(MYST, text)))]


NEVER = "is never closed: write {} on a line of its own behind it"
OPEN = "is still open at line {}: write {} before it, or open the outer one with more signs"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\n:::{note}\nb", ["3: ':::{note}' " + NEVER.format(":::")]),
        (":::{note} A title\nb\n", ["1: ':::{note} A title' " + NEVER.format(":::")]),
        ("```python\nb\n", ["1: '```python' " + NEVER.format("```")]),
        ("```\nb\n", ["1: '```' " + NEVER.format("```")]),
        ("~~~~\nb\n~~~\n```\n", ["1: '~~~~' " + NEVER.format("~~~~")]),
        ("```{note}\nb\n``` c\n", ["1: '```{note}' " + OPEN.format(3, "```")]),
        ("- a\n\n  ```\n  b\n\nc\n\n```\nd\n```\n", ["3: '```' " + NEVER.format("```")]),
        ("> a\n>\n> :::{note}\n> b\n\nc\n", ["3: ':::{note}' " + NEVER.format(":::")]),
        (
            "::::{a}\n\n:::{b}\n:x: y\n\ntext\n\n::::\n",
            ["3: ':::{b}' " + NEVER.format(":::")],
        ),
        ("::::{a}\n:::{b}\n:::\n", ["1: '::::{a}' " + NEVER.format("::::")]),
        (":::{a}\n```\nb\n:::\n", ["2: '```' " + NEVER.format("```")]),
        (
            "::::{a}\n:::{b}\n",
            [f"{n}: '{s}' {NEVER.format(s[:-3])}" for n, s in [(1, "::::{a}"), (2, ":::{b}")]],
        ),
        (
            ":::{a}\nb\n\n:::{c}\nd\n:::\n\n:::{e}\n:::\n",
            ["1: ':::{a}' " + OPEN.format(4, ":::")],
        ),
        (
            "```python\nb\n\nText.\n\n```python\nc\n```\n\n:::{e}\n:::\n",
            ["1: '```python' " + OPEN.format(6, "```")],
        ),
        (
            ":::{a}\n:::{b}\nc\n:::\n:::\n",
            ["1: ':::{a}' " + OPEN.format(2, ":::")],
        ),
        (
            "~~~python\n:::{a}\n~~~python\nb\n~~~\n:::\n\n:::{c}\n:::\n",
            ["1: '~~~python' " + OPEN.format(3, "~~~")],
        ),
        (":::{a}\n:::\n\n:::\n", ["4: ':::' closes nothing: a block above ends too early"]),
    ],
)
def test_fences_that_are_open(text, found):
    assert fences(text) == found


@pytest.mark.parametrize(
    "text",
    [
        ":::{note}\nb\n:::",
        ":::{note}\n:::",
        ":::::{a}\n::::{b}\n:::{c}\nd\n:::\n::::\n:::::\n",
        ":::{note}\nb\n:::::   \n",
        "```md\n:::{question}\na\n```\n",
        "````md\n```python\na\n```\n````\n",
        "````{note}\n```md\n:::{question}\n```\n````\n",
        "~~~\n```\n~~~\n",
        "- a\n\n  :::{note}\n  b\n  :::\n",
        "1. a\n\n   > ```\n   > b\n   > ```\n",
        "    :::{note}\n\n`:::{note}`\n",
        "```{code-block} md\n:::{note}\n```\n",
        "```{eval-rst}\n.. code::\n\n    ```\n```\n",
        "---\nkey: ':::'\n---\n\n:::{a}\n---\nkey: v\n---\nb\n:::\n",
        ":::{a}\n:x: y\n:::\n",
        "Term\n: :::{note}\n  b\n  :::\n",
        "% :::{note}\n",
    ],
)
def test_fences_that_are_closed(text):
    assert fences(text) == []


CLOSER = "\u00a0"  # marks the lines that close


@st.composite
def blocks(draw: st.DrawFn, depth: int = 3) -> list[str]:
    """The lines of a few blocks that nest as they should."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["text", "code", "block"] if depth else ["text", "code"]))
        if kind == "text":
            lines += ["Words.", ""]
        elif kind == "code":
            sign = draw(st.sampled_from(["```", "~~~~"]))
            lines += [f"{sign}python", "x = 1", sign + CLOSER, ""]
        else:
            sign = ":" * (2 + depth)
            lines += [f"{sign}{{note}}", *draw(blocks(depth - 1)), sign + CLOSER, ""]
    return lines


@settings(deadline=None)
@given(blocks(), st.data())
def test_a_closer_that_is_missing_is_told_at_its_opener(lines, data):
    """And nothing else is: one mistake, one problem."""
    opened, openers = [], {}
    for number, line in enumerate(lines):
        if line.endswith(CLOSER):
            openers[number] = opened.pop()
        elif line[:3] in (":::", "```", "~~~"):
            opened.append(number)
    text = "\n".join(lines).replace(CLOSER, "")

    assert fences(text) == []

    if openers:
        gone = data.draw(st.sampled_from(sorted(openers)))
        lines[gone] = ""
        [found] = fences("\n".join(lines).replace(CLOSER, ""))

        assert found.startswith(f"{openers[gone] + 1}: ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n<b>c</b>\n", [(2, "<b>")]),
        ("<div>\na\n</div>\n", [(1, "<div>")]),
        ("a<br/>b", [(1, "<br/>")]),
        ("a\\\nb  \n<b>c</b>\n", [(3, "<b>")]),
        (":::{note}\n:class: <i>\n\n- a\n  <i>b</i>\n:::\n", [(5, "<i>")]),
        ("`<b>` \\<b> <https://a.b> a < b > c\n\n```html\n<b>\n```\n", []),
        ("```{toctree}\nTitle <page>\n```\n", []),
    ],
)
def test_html_is_told_where_it_stands(text, found):
    messages = list(html(list(walk(MYST, text))))

    assert messages == [
        (line, f"HTML is off, `{tag}` shows as it is written: write Markdown, or code in backticks")
        for line, tag in found
    ]


def test_a_comment_of_html_has_a_form_of_its_own(check):
    assert check(a_md="<!-- hidden -->\n") == [
        "a.md:1: HTML is off, `<!-- hidden -->` shows as it is written: "
        "begin the comment with `%`, or code in backticks"
    ]


def test_pages_that_are_excluded_are_only_read_for_characters(check):
    assert check(README_md="<b>\n\n:::{note}\n\u200b\n", _build__a_md="\x00") == [
        "README.md:4: U+200B ZERO WIDTH SPACE in column 1 cannot be seen: delete it"
    ]


@pytest.mark.parametrize("suffix", ["py", "js", "css", "toml", "yaml", "txt", "svg", "sql"])
def test_every_kind_of_text_is_read(check, suffix):
    assert check(**{f"a_{suffix}": "\n\u202e"}) == [
        f"a.{suffix}:2: U+202E RIGHT-TO-LEFT OVERRIDE in column 1 makes text look other than it is:"
        " delete it"
    ]


def test_what_is_no_source_is_not_read(check, tmp_path):
    for name in ("a.png", "node_modules/a.md", ".venv/a.md", "env/a.py", "out/a.txt", ".coverage"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\xff")
    (tmp_path / "env/pyvenv.cfg").touch()
    (tmp_path / "out/.buildinfo").touch()

    assert check() == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```{include} ../x.md\n```", "1: include `../x.md`"),
        ("a\n\n:::{literalinclude} ../../x.py\n:::", "3: literalinclude `../../x.py`"),
        ("```{csv-table} T\n:header: a\n:file: ../x.csv\n```", "3: file `../x.csv`"),
        ("```{figure} ../x.png\n```", "1: figure `../x.png`"),
        ("a\n![x](../x.png)", "2: image `../x.png`"),
        ("{download}`words <../x.zip>`", "1: download `../x.zip`"),
        ("{download}`../x.zip`", "1: download `../x.zip`"),
        ("[x](../x.md#a)", "1: link `../x.md`"),
        ("[x](%2e%2e/x.md)", "1: link `../x.md`"),
        ("[x](path:../x.md)", "1: link `path:../x.md`"),
        ("```{eval-rst}\n.. include:: ../x.txt\n```", "2: include `../x.txt`"),
        ("```{eval-rst}\n.. csv-table:: T\n   :file: ../x.csv\n```", "3: file `../x.csv`"),
        ("::::{note}\n:::{include} ../x.md\n:::\n::::", "2: include `../x.md`"),
        ("[x](a/../../x.md)", "1: link `a/../../x.md`"),
        ("[x](linked/x.md)", "1: link `linked/x.md`"),
    ],
)
def test_files_outside_the_project(check, tmp_path, text, found):
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (tmp_path / "linked").symlink_to(outside)

    assert check(a_md=text) == [
        f"a.md:{found} leaves the project: copy the file into the project and name the copy",
        "linked:1: the symbolic link leads out of the project: "
        "copy the file into the project and name the copy",
    ]


def test_symbolic_links_inside_the_project(check, tmp_path):
    (tmp_path / "inside.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "broken.md").symlink_to(tmp_path / "gone.md")

    assert check(a_md="text\n") == ["broken.md:1: the symbolic link leads nowhere: delete it"]


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://a.b/../../c) [x](mailto:a@b.c) [x](#a) [x](//a.b/c) <https://a.b>",
        "```{include} <isonum.txt>\n```",
        "![x](/conf.py) ![x](/conf.*) ![x](b/../conf.*) [x](/a)",
        ":::{resource}\n:url: https://a.b\n:::",
        "```{code-block} md\n:::{include} ../../x.md\n```",
        "```{code-block} md\n:file: ../../x.md\n```",
        "`![x](../../x.png)`",
    ],
)
def test_files_of_the_project_and_addresses(check, text):
    assert check(a_md=text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "```{csv-table} T\n:file: /etc/passwd\n```",
            "2: file `/etc/passwd` begins in the project's folder, which has no such file",
        ),
        (
            "![x](/home/x.png)",
            "1: image `/home/x.png` begins in the project's folder, which has no such file",
        ),
        (
            "```{csv-table} T\n:url: file:///etc/passwd\n```",
            "2: `file:///etc/passwd` is read in each build",
        ),
    ],
)
def test_files_of_the_machine(check, text, found):
    assert check(a_md=text) == [f"a.md:{found}: copy the file into the project and name the copy"]


def test_paths_lead_from_the_page_also_in_an_included_file(check):
    """As in Sphinx."""
    part = "```{include} ../b/c.txt\n```\n"

    assert (
        check(a__index_md="```{include} ../b/part.txt\n```\n", b__part_txt=part, b__c_txt="") == []
    )


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"a_md": "\n```{include} a.md\n```\n"}, ["a.md:2: the file includes itself: a.md > a.md"]),
        (
            {
                "a_md": "```{include} b.txt\n```\n",
                "b_txt": "b\n:::{include} c.txt\n:::\n",
                "c_txt": "```{include} b.txt\n```\n",
            },
            ["c.txt:1: the file includes itself: b.txt > c.txt > b.txt"],
        ),
        (
            {"a_md": "```{include} b.md\n```\n", "b_md": "```{include} a.md\n```\n"},
            ["b.md:1: the file includes itself: a.md > b.md > a.md"],
        ),
        (
            {
                "a_md": "```{include} c.txt\n```\n\n```{include} c.txt\n```\n",
                "b_md": "```{include} c.txt\n```\n",
                "c_txt": "```{literalinclude} a.md\n```\n",
            },
            [],
        ),
    ],
)
def test_circles_of_includes(check, files, found):
    instead = ": put what both need into a file of its own"

    assert check(**files) == [text + instead for text in found]


def test_an_included_file_is_read_as_a_page(check):
    assert check(a_md="```{include} b.txt\n```\n", b_txt="a\n\n:::{note}\n") == [
        "b.txt:3: ':::{note}' is never closed: write ::: on a line of its own behind it"
    ]


def test_names_that_are_one_to_other_systems():
    paths = [
        "a/b.md",
        "a/B.md",
        "A/c.md",
        "\u00e9.md",
        "e\u0301.md",
        "e.md",
        "x/ß",
        "x/SS",
    ]

    assert [(problem.path, problem.text.split()[4]) for problem in same_names(paths)] == [
        ("a/B.md", "'a/b.md'"),
        ("A", "'a'"),
        ("e\u0301.md", "'\u00e9.md'"),
        ("x/SS", "'x/ß'"),
    ]


@pytest.mark.parametrize(
    ("conf", "found"),
    [
        ("\nx = (\n", "2: SyntaxError: '(' was never closed"),
        ("\n\nx = y\n", "3: NameError: name 'y' is not defined"),
        ("import nowhere_at_all\n", "1: ModuleNotFoundError: No module named 'nowhere_at_all'"),
        (
            "import string\n\nstring.Template('$').substitute()\n",
            "3: ValueError: Invalid placeholder in string: line 1, col 1",
        ),
    ],
)
def test_settings_that_cannot_be_read(check, conf, found):
    assert check(conf_py=conf, a_md="text\n") == [f"conf.py:{found}"]


def test_settings_change_nothing_of_what_reads_them(check):
    """A site puts its own folder on the path of Python."""
    before = list(sys.path)

    assert check(conf_py="import sys\nsys.path.insert(0, 'elsewhere')\n", a_md="text\n") == []
    assert sys.path == before
