"""Numbers and words as people type them: read as they are meant, or asked for again."""

import pytest
from reader import question


def entry(id: str, type: str, answer: str, *options: str) -> str:
    """A question that is answered by typing."""
    head = [f":::{{question}} {id}", f":type: {type}", f":answer: {answer}", *options]
    return "\n".join([*head, "", f"What is {id}?", "", "So it is.", "", ":::", ""])


PAGE = "# Page\n\n" + "\n".join(
    [
        entry("eighth", "numeric", "0.125"),
        entry("ms", "numeric", "125", ":unit: ms"),
        entry("thousand", "numeric", "1000"),
        entry("mixed", "numeric", "1000.5"),
        entry("quarter", "numeric", "1.25"),
        entry("cold", "numeric", "-18"),
        entry("half", "numeric", "50", ":unit: %"),
        entry("rate", "numeric", "40", ":unit: EUR per month"),
        entry("near", "numeric", "1000000000", ":tolerance: 0.1"),
    ]
)


def verdict(page, id: str, text: str) -> str:
    """`right`, `wrong`, or the first words of what the page says instead."""
    field = question(page, id)
    field.get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")
    state = field.get_attribute("data-state")
    if state is None:
        return " ".join(field.get_by_role("status").inner_text().split()[:4])
    field.get_by_role("button", name="Try again").click()
    return state


def verdicts(page, table: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The table as the page has it."""
    return [(id, text, verdict(page, id, text)) for id, text, _expected in table]


NONE = "That is no number;"
UNIT = "Write the number in"

BOTH = [
    ("eighth", ".125", "right"),
    ("eighth", "0.125", "right"),
    ("eighth", "00.125", "right"),
    ("eighth", "125e-3", "right"),
    ("eighth", "12.5e-2", "right"),
    ("eighth", "⅛", NONE),
    ("eighth", "1/8", NONE),
    ("eighth", "12.5%", NONE),
    ("eighth", "0.125 %", NONE),
    ("ms", "125", "right"),
    ("ms", "125.", "right"),
    ("ms", "125 ms", "right"),
    ("ms", "125MS", "right"),
    ("ms", "125\u202fms", "right"),
    ("ms", "0.125 s", UNIT),
    ("ms", "125 s", UNIT),
    ("ms", "125 m", UNIT),
    ("ms", "125 ms 20", NONE),
    ("ms", "5³", NONE),
    ("thousand", "1000", "right"),
    ("thousand", "1 000", "right"),
    ("thousand", "1\u00a0000", "right"),
    ("thousand", "1\u202f000", "right"),
    ("thousand", "1'000", "right"),
    ("thousand", "1’000", "right"),
    ("thousand", "1e3", "right"),
    ("thousand", "1E3", "right"),
    ("thousand", "1,000.0", "right"),
    ("thousand", "+1000", "right"),
    ("thousand", "1000 loaves", "right"),
    ("thousand", "10³", NONE),
    ("thousand", "10 00", NONE),
    ("thousand", "1 000'000", NONE),
    ("thousand", "1,000 000", NONE),
    ("thousand", "1000 or so", NONE),
    ("thousand", "1e", "wrong"),
    ("thousand", "e3", NONE),
    ("thousand", "1e999", NONE),
    ("mixed", "1,000.5", "right"),
    ("mixed", "1 000.5", "right"),
    ("mixed", "1.000.5", NONE),
    ("cold", "-18", "right"),
    ("cold", "−18", "right"),
    ("cold", "–18", "right"),
    ("cold", "- 18", "right"),
    ("cold", "--18", NONE),
    ("cold", "10-28", NONE),
    ("half", "50", "right"),
    ("half", "50%", "right"),
    ("half", "50 %", "right"),
    ("half", "50\u202f%", "right"),
    ("rate", "40 eur  per month", "right"),
    ("rate", "40 EUR", UNIT),
    ("near", "1000000000.1", "right"),
    ("near", "1000000000.2", "wrong"),
]
POINT = [
    ("eighth", "0,125", NONE),
    ("eighth", "000,125", NONE),
    ("eighth", ",125", NONE),
    ("ms", "0,125", NONE),
    ("ms", "000,125", NONE),
    ("ms", "12,5", NONE),
    ("quarter", "1,25", NONE),
    ("quarter", "1.250", "right"),
    ("quarter", "1,250", "wrong"),
    ("thousand", "1,000", "right"),
    ("thousand", "1.000", "wrong"),
    ("thousand", "1,0000", NONE),
    ("mixed", "1.000,5", NONE),
]
COMMA = [
    ("eighth", "0,125", "right"),
    ("eighth", ",125", "right"),
    ("ms", "0,125", "wrong"),
    ("ms", "125,0", "right"),
    ("quarter", "1,25", "right"),
    ("quarter", "1,250", NONE),
    ("quarter", "1.250", NONE),
    ("thousand", "1,000", NONE),
    ("thousand", "1.000", NONE),
    ("thousand", "1.000,0", "right"),
    ("thousand", "1,0e3", "right"),
    ("mixed", "1.000,5", "right"),
    ("mixed", "1 000,5", "right"),
    ("mixed", "1000,5", "right"),
]


def test_a_number_is_read_or_asked_for_again_but_never_guessed(tiny):
    page = tiny(index=PAGE).open("index")

    assert verdicts(page, BOTH + POINT) == BOTH + POINT


@pytest.mark.parametrize("language", ["de", "fr", "pt_BR"])
def test_where_decimals_have_a_comma_both_are_read_unless_it_is_unclear(tiny, language):
    """`1,250` is one thing for the author and another for the reader: neither is taken."""
    page = tiny(index=PAGE).open("index")
    page.add_init_script(
        f"document.addEventListener('readystatechange', () => document.documentElement.lang"
        f" = '{language.replace('_', '-')}')"
    )
    page.reload()

    assert verdicts(page, BOTH + COMMA) == BOTH + COMMA


def test_a_language_that_is_none_reads_as_english(tiny):
    page = tiny(index=PAGE).open("index")
    page.add_init_script(
        "document.addEventListener('readystatechange', () => document.documentElement.lang"
        " = 'no language')"
    )
    page.reload()

    assert verdict(page, "thousand", "1,000") == "right"


WORDS = "# Page\n\n" + "\n".join(
    [
        entry("option", "text", "--no-cache"),
        entry("short", "text", "-n"),
        entry("call", "text", "print('hi')"),
        entry("quoted", "text", 'say "hi"'),
        entry("name", "text", "Café au lait | crème"),
        entry("range", "text", "10–20"),
        entry("share", "text", "50%"),
        entry("more", "text", "and so on..."),
        entry("trace", "trace", "['a'] -1", "").replace(
            "What is trace?", "What is trace?\n\n```python\nprint(['a'], -1)\n```"
        ),
    ]
)
TYPED = [
    ("option", "--no-cache", "right"),
    ("option", "–no-cache", "right"),
    ("option", "—no-cache", "right"),
    ("option", " --NO-CACHE ", "right"),
    ("option", "--no‑cache", "right"),
    ("option", "-no-cache", "wrong"),
    ("short", "-n", "right"),
    ("short", "−n", "right"),
    ("short", "--n", "wrong"),
    ("call", "print('hi')", "right"),
    ("call", "print(‘hi’)", "right"),
    ("call", "print(‚hi‘)", "right"),
    ("call", "print(’hi’)", "right"),
    ("call", 'print("hi")', "wrong"),
    ("quoted", "say “hi”", "right"),
    ("quoted", "say „hi“", "right"),
    ("quoted", "say «\u00a0hi\u00a0»", "right"),
    ("name", "cafe\u0301 au\u00a0lait", "right"),
    ("name", "Cr\u00e8me", "right"),
    ("name", "cre\u0300me", "right"),
    ("name", "caf\u00ade\u0301 au lait", "right"),
    ("name", "cafe au lait", "wrong"),
    ("range", "10-20", "right"),
    ("range", "10—20", "right"),
    ("share", "50 %", "right"),
    ("share", "50\u202f%", "right"),
    ("share", "5 0%", "wrong"),
    ("more", "and so on…", "right"),
    ("trace", "['a'] -1", "right"),
    ("trace", "[’a’] −1", "right"),
    ("trace", "['a'] 1", "wrong"),
]


def test_a_word_is_the_same_however_it_is_typed(tiny):
    page = tiny(index=WORDS).open("index")

    assert verdicts(page, TYPED) == TYPED


def test_the_solution_that_the_page_shows_is_accepted(tiny):
    """Also where the page sets it with typographic signs."""
    page = tiny(index=WORDS).open("index")
    for id in {id for id, _text, _expected in TYPED}:
        question(page, id).get_by_role("textbox").fill("nothing")
        page.keyboard.press("Enter")
        shown = question(page, id).locator(".guide-solution").inner_text()
        question(page, id).get_by_role("button", name="Try again").click()

        assert verdict(page, id, shown.split(" · ")[0]) == "right", shown
