"""The form of the pages: the same order on pages of the same kind, dense, and not too long."""

import re
from itertools import pairwise
from statistics import median

import pytest
from conftest import ROOT

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("guide", "quizzes")
    for path in (ROOT / folder).rglob("*.md")
)
TOPICS = [
    page for page in PAGES if re.fullmatch(r"guide/sub-skills/[\w-]+/(?!index)[\w-]+\.md", page)
]
SYSTEMS = [page for page in PAGES if re.fullmatch(r"guide/systems/(?!index)[\w-]+\.md", page)]
RECORDS = ("guide/decisions/baseline.md", "guide/decisions/catalog.md")  # and no model answer
DECISIONS = [
    page
    for page in PAGES
    if re.fullmatch(r"guide/decisions/(?!index)[\w-]+\.md", page) and page not in RECORDS
]


def source(page: str) -> str:
    """A page without its code blocks."""
    text = (ROOT / page).read_text("utf-8")
    return re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)


def headings(page: str) -> list[tuple[int, str]]:
    """Level and text of each heading."""
    return [
        (len(marks), text) for marks, text in re.findall(r"^(#+) (.*)$", source(page), re.MULTILINE)
    ]


def prose(page: str) -> list[str]:
    """Lines that are read: no front matter, options, targets, figures, or rules of tables."""
    text = source(page).split("---\n", 2)[-1]
    drawn = r"^(:{3,})\{(architecture|budget|calculation|chart)\}.*?^\1$"
    text = re.sub(drawn, "", text, flags=re.DOTALL | re.M)
    return [line for line in text.splitlines() if not re.match(r"\s*(:|\(|\|[-: |]+\|$)", line)]


def words(text: str) -> list[str]:
    """What a reader counts as words; addresses and marks fall away."""
    text = re.sub(r"\{(?:given|result)\}`[^`]*`", "1", text)
    plain = re.sub(r"\]\([^)]*\)|\{[\w:-]+\}|[|*`_#]", " ", text)
    return [word for word in plain.split() if re.search(r"\w", word)]


@pytest.mark.parametrize("page", PAGES)
def test_headings_begin_at_one_and_skip_no_level(page):
    levels = [level for level, _text in headings(page)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [b - a for a, b in pairwise(levels) if b - a > 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_pictures_have_a_text_and_figures_a_description(page):
    text = source(page)

    assert re.findall(r"!\[\s*\]\(", text) == []
    for _fence, figure in re.findall(
        r"^(:{3,})\{(?:architecture|chart)\}(.*?)^\1$", text, re.DOTALL | re.MULTILINE
    ):
        description = [line for line in figure.splitlines()[1:] if re.match(r"[A-Z]", line)]
        assert len(words(" ".join(description))) >= 6, figure.splitlines()[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_column_of_a_table_has_a_head(page):
    """Who hears a table needs the name of each column."""
    heads = re.findall(r"^(\|.*\|)\n\|[-: |]+\|$", source(page), re.MULTILINE)

    assert [head for head in heads if re.search(r"\|\s*\|", head)] == []


@pytest.mark.parametrize("page", TOPICS)
def test_a_topic_page_has_its_order(page):
    found = [text for level, text in headings(page) if level == 2]
    meta = (ROOT / page).read_text("utf-8").split("---\n")[1]

    assert found[0] == "You will be able to"
    assert found[-3:] == ["Check yourself", "Key points", "Sources"]
    assert "Failure modes and red flags" in found
    assert ":::{objectives}" in source(page)
    assert ":::{check-yourself}" in source(page)
    for name in ("sub-skill", "level", "reviewed"):
        assert re.search(rf"^{name}: \S", meta, re.MULTILINE), name
    assert f"sub-skills/{re.search('sub-skill: (.*)', meta)[1]}/" in page


#: Pages that explain before they count.
TAUGHT = [*TOPICS, "guide/sub-skills/framing.md", "guide/sub-skills/modeling.md"]


def running_text(page: str) -> str:
    """What is read in a line: no tables, calculations, charts, headings, sources or addresses."""
    text = source(page).split("---\n", 2)[-1].partition("\n## Check yourself")[0]
    blocks = "architecture|budget|calculation|chart|objectives"
    text = re.sub(rf"^(:{{3,}})\{{(?:{blocks})\}}.*?^\1$", "", text, flags=re.DOTALL | re.M)
    lines = [line for line in text.splitlines() if not re.match(r"\s*(\||:|#|\(.*\)=)", line)]
    text = re.sub(r"\{(?:given|result)\}`[^`]*`", "1", "\n".join(lines))
    return re.sub(r"\{[\w:-]+\}`([^`<]*)[^`]*`|\]\([^)]*\)", r"\1", text)


@pytest.mark.parametrize("page", [*TAUGHT, *SYSTEMS, *DECISIONS])
def test_reasons_have_room_between_numbers(page):
    """At most 5 numbers in 100 words; the sums stand in calculations. A system is designed whole,
    so its page may be longer.
    """
    text = running_text(page)
    numbers = re.findall(r"(?<![\w.])\d[\d,.]*", text)

    assert len(words(text)) <= (3_600 if page in SYSTEMS else 2_400)
    assert 100 * len(numbers) / len(words(text)) <= 5
    assert ":::{calculation}" in source(page)


@pytest.mark.parametrize("page", TAUGHT)
def test_a_taught_page_draws_what_it_compares(page):
    assert ":::{chart}" in source(page)


@pytest.mark.parametrize("page", [*TAUGHT, *SYSTEMS, *DECISIONS])
def test_a_taught_page_links_the_terms_that_it_uses(site, page):
    """Readers see what a word means where they meet it first."""
    assert [note for note in site.unlinked if note.startswith(f"{page}:")] == []


@pytest.mark.parametrize("page", TOPICS)
def test_a_guess_is_answered_before_the_next_heading(page):
    """In a fold, or by the calculation that asks for it."""
    text = re.sub(r"\{result\}`[^`]*`", "", source(page))
    parts = re.split(r"^#+ ", text, flags=re.MULTILINE)
    guesses = [part for part in parts if re.search(r"\b[Gg]uess\b", part)]

    assert guesses
    assert [part[:60] for part in guesses if ":::{dropdown} Answer\n" not in part] == []


@pytest.mark.parametrize("page", SYSTEMS)
def test_a_system_page_has_its_order(page):
    found = [text for level, text in headings(page) if level == 2]
    order = [
        "Requirements",
        "Architecture",
        "Budget",
        "Decisions",
        "Overload and recovery",
        "Data lifecycle",
        "Failure modes",
        "Security and privacy",
        "Laptop-size version",
        "Rubric",
        "What a recruiter notices",
        "Check yourself",
        "Sources",
    ]

    assert [text for text in found if text in order] == order
    subheadings = [text for level, text in headings(page) if level == 3]
    assert [text for text in subheadings if re.match("One .*, with a (clock|calendar)", text)]
    assert source(page).count(":::{architecture}") == 1
    assert ":::{budget}" in source(page)


@pytest.mark.parametrize("page", DECISIONS)
def test_a_decision_page_answers_at_four_levels(page):
    found = [text for _level, text in headings(page)]
    start = found.index("The answer at four levels")

    assert found[start + 1 : start + 5] == ["Beginner", "Intermediate", "Advanced", "Expert"]
    assert {"The question", "What decides it", "Options", "What goes wrong"} <= set(found)
    assert source(page).count("*Missing") == 4


@pytest.mark.parametrize("page", [*TOPICS, *SYSTEMS, *DECISIONS])
def test_sentences_are_short_in_the_middle(page):
    text = " ".join(line for line in prose(page) if not re.match(r"\s*([|#>]|[-*] |\d+\. )", line))
    sentences = [words(part) for part in re.split(r"(?<=[.!?])\s+", text)]

    assert median(len(part) for part in sentences if part) <= 18


@pytest.mark.parametrize("page", [*TOPICS, *SYSTEMS, *DECISIONS, *RECORDS])
def test_paragraphs_have_five_sentences_at_most(page):
    blocks = re.split(r"\n\s*\n", "\n".join(prose(page)))
    paragraphs = [block for block in blocks if re.match(r"[A-Z*{]", block)]
    long = [
        block.splitlines()[0]
        for block in paragraphs
        if len([line for line in block.splitlines() if not re.fullmatch(r"\*\*.*\*\*", line)]) > 5
    ]

    assert long == []


#: A link, a page of the guide, a lab, or a year of publication.
SOURCE = r"\]\(https://|\{doc\}|\{resource\}|`\w+\.py`|\b(?:19|20)\d\d\b"


@pytest.mark.parametrize("page", [*TOPICS, *SYSTEMS, *DECISIONS])
def test_sources_are_named_and_dated_where_they_age(page):
    """Two sources or more; and a page with a version or a price in USD says as of when."""
    text = source(page)
    sources = text[text.rindex("## Sources") :]

    assert len(re.findall(SOURCE, sources)) >= 2
    if re.search(r"USD|\b\d+\.\d+\.\d+\b", text):
        assert re.search(r"20\d\d-\d\d|\b20\d\d\b", text)
