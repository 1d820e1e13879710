"""GIFT without a build, read back by Moodle's own rules and by a public parser."""

import io
import re
from decimal import Decimal

import moodle
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pygiftparser import parser
from skillguide.export.gift import check_gift, gift_quiz
from skillguide.export.giftmarkup import escape, shares
from skillguide.model import Guide, Location, Option, Question, Quiz
from skillguide.types import DEFAULT, TYPES

HERE = Location("index", "index.md", 1)
#: A loaded machine draws slowly; nothing here is about time.
AT_LEISURE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> list:
    """The questions that the parser finds."""
    return parser.parseFile(io.StringIO(text))


def quiz(*questions: Question) -> str:
    return gift_quiz(Guide([Quiz(id="q", location=HERE), *questions]), Quiz(id="q", location=HERE))


def question(**fields) -> Question:
    return Question(
        **{"type": DEFAULT, "id": "a", "location": HERE, "stem": "?", "quiz": "q", **fields}
    )


def option(text: str, right: bool = False) -> Option:
    return Option(
        source=text,
        markdown=text,
        feedback=f"why {text}",
        is_right=right,
        has_feedback=True,
        line=1,
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"type": TYPES["numeric"], "answers": ("43",), "explanation": "Because."},
            "NumericAnswerSet",
        ),
        ({"type": TYPES["text"], "answers": ("given", "{given}")}, "ShortSet"),
        ({"type": TYPES["trace"], "answers": ("0.3 False",), "code": "x"}, "ShortSet"),
        ({"type": TYPES["open"]}, "Essay"),
        ({"options": (option("yes", True), option("no"))}, "SelectSet"),
    ],
)
def test_every_type_is_read_as_its_own(fields, expected):
    text = quiz(question(**fields))
    (found,) = read(text)
    (there,) = moodle.read(text)
    types = {
        "NumericAnswerSet": "numerical",
        "ShortSet": "shortanswer",
        "Essay": "essay",
        "SelectSet": "multichoice",
    }

    assert found.valid
    assert type(found.answers).__name__ == expected
    assert there.type == types[expected]


@AT_LEISURE
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_no_text_ends_an_answer_early(text):
    """Whatever an author types, each control character is escaped and the line stays one line."""
    escaped = escape(f"a{text}\n{text}b")
    restored = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], escaped)

    assert restored == f"a{text}\n{text}b"
    assert "\n" not in escaped
    assert re.search(r"[~=#{}:]", re.sub(r"\\.", "", escaped)) is None


@pytest.mark.parametrize(
    ("rights", "multiple", "expected"),
    [
        ("10", False, ["=", "~"]),
        ("110", True, ["~%50%", "~%50%", "~%-100%"]),
        ("1110", True, ["~%33.33333%"] * 3 + ["~%-100%"]),
        ("1", True, ["~%100%"]),
    ],
)
def test_several_keys_share_the_mark(rights, multiple, expected):
    assert shares([option("x", right == "1") for right in rights], multiple) == expected


ANSWERS = st.text(
    st.sampled_from("%*=~#{}:\\->[]ab1 .&") | st.characters(codec="utf-8", categories=["L", "S"]),
    min_size=1,
).filter(lambda text: text == " ".join(text.split()))


@AT_LEISURE
@example(["SELECT *", "x**y", "\\*", "%50%x", "[html]x"])
@given(st.lists(ANSWERS | st.sampled_from(["T", "FALSE", "#1", "%50%x", "[html]x"]), min_size=1))
def test_a_short_answer_is_compared_as_it_stands_or_refused(texts):
    """Neither reader takes a sign of an answer for its own."""
    asked = question(type=TYPES["text"], answers=tuple(texts))
    text = quiz(asked)
    refused = [text for text in texts if "->" in text or re.search("&&[0-9]{3};", text)]

    assert [finding.rule for finding in check_gift([asked])] == ["gift"] * bool(refused)
    if refused:
        assert text == ""
        return
    (there,) = moodle.read(text)
    assert there.type == "shortanswer"
    assert [share for share, _, _ in there.answers] == [1] * len(texts)
    for (_, pattern, _), answer in zip(there.answers, texts, strict=True):
        assert moodle.accepts(pattern, answer)
        assert not moodle.accepts(pattern, f"{answer} and more")
    if "}" in "".join(texts):
        return  # pygiftparser ends the answers at an escaped brace
    (here,) = read(text)
    assert [found.fraction for found in here.answers.answers] == [100] * len(texts)
    shown = [re.sub(r"\\(.)", r"\1", found.answer) for found in here.answers.answers]
    assert [text.removeprefix("[plain]").replace("\\*", "*") for text in shown] == texts


MARKDOWN = st.text(st.sampled_from("%*=~#{}:\\->[]()ab1 \n&/") | st.characters(codec="utf-8"))

WORDS = MARKDOWN.filter(str.strip)


@AT_LEISURE
@example("?", ["%5% off", "%-50%x", "[html](https://e.org)"], "[plain]")
@given(WORDS, st.lists(WORDS, min_size=2), MARKDOWN)
def test_the_words_of_a_question_arrive_as_they_are(stem, options, explanation):
    """No stem, option or reason changes a share, a format or the words of another one."""
    choices = [option(text, not index) for index, text in enumerate(options)]
    asked = question(markdown=stem, options=tuple(choices), explanation=explanation)
    (there,) = moodle.read(quiz(asked))

    assert there.type == "multichoice"
    assert (there.format, there.text) == ("markdown", stem.strip())
    assert there.feedback == explanation.strip()
    assert [share for share, _, _ in there.answers] == [1, *[0] * (len(options) - 1)]
    assert [text for _, text, _ in there.answers] == [text.strip() for text in options]
    assert [why for _, _, why in there.answers] == [f"why {text}".strip() for text in options]


@pytest.mark.parametrize("answer", ["43", "-0.5", "1000", "0.000001"])
def test_a_number_has_its_tolerance_and_its_unit(answer):
    asked = question(
        type=TYPES["numeric"],
        answers=(answer,),
        tolerance=Decimal("0.50"),
        unit="MB_s",
        markdown="How?",
    )
    (there,) = moodle.read(quiz(asked))

    assert there.text == "How?\n\n(in MB\\_s)"
    assert there.answers == [(1, f"{answer}:0.50", "")]


@pytest.mark.parametrize(
    ("rights", "multiple", "stays"),
    [("10", False, True), ("00", False, False), ("11", False, False), ("1", False, False)],
)
def test_what_cannot_be_asked_does_not_spoil_the_file(rights, multiple, stays):
    """Moodle imports nothing of a file with a choice that has no key, or one option."""
    choices = tuple(option(f"{i}", right == "1") for i, right in enumerate(rights))
    bad = question(options=choices, is_multiple=multiple, pictures=() if stays else ("a.png",))
    good = question(id="b", options=(option("yes", True), option("no")))

    assert [found.id for found in moodle.read(quiz(bad, good))] == ["a"] * stays + ["b"]
    assert list(check_gift([bad])) == []  # it is reported as what it is


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"options": (option("x", True), option(""))}, "an option shows no words"),
        (
            {"options": tuple(option(f"{i}", True) for i in range(11)), "is_multiple": True},
            "Moodle has no share for more than 10 keys",
        ),
        (
            {"type": TYPES["trace"], "answers": ("a -> b",)},
            "Moodle reads `->` in the answer `a -> b`",
        ),
    ],
)
def test_what_gift_cannot_hold_is_left_out_with_a_reason(fields, message):
    asked = question(**fields)
    (finding,) = check_gift([asked])

    assert finding.message.startswith(f"question 'a' is left out of GIFT: {message}")
    assert quiz(asked) == ""
    assert list(check_gift([question(**fields, allows=frozenset({"gift"}))])) == []


def test_a_tag_stands_once():
    asked = question(sub_skill="q", level="novice", options=(option("x", True), option("y")))

    assert [found.tags for found in moodle.read(quiz(asked))] == [["q", "novice", "choice"]]


def test_a_title_is_one_category():
    """Moodle reads a backslash as the start of an escape, and a slash as a category inside it."""
    kept = Quiz(id="q", location=HERE, title=r"Input/output \n: a{b}")
    asked = question(options=(option("x", True), option("y")))

    assert gift_quiz(Guide([kept, asked]), kept).startswith("$CATEGORY: Input-output \\\\n: a{b}\n")
