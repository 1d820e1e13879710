"""Calculations: a worked example in every format, and figures that follow from others."""

import json
from pathlib import Path

import pytest

PAGE = """\
# Bakery

:::{given} loaves
:value: 1,000
:unit: loaves/day

What we sell.

:::

:::{given} a-week
:value: = loaves
:unit: loaves/week

It follows.

:::

:::{calculation} cost
:title: What a loaf costs
:predict: a-loaf
:ask: What does *one* loaf cost?

- loaves
- flour = 600 g/loaf
- price = 1.20 EUR/kg
- flour-a-loaf = flour * price | 0.01 EUR/loaf
  > Flour alone, **without** work.
- a-day = loaves * flour-a-loaf
- share = flour-a-loaf / 4 EUR/loaf | %
- a-loaf = flour-a-loaf + 3 EUR/loaf
- pays = a-loaf < 4 EUR/loaf

:::

Sold a week: {given}`a-week`; a day costs {result}`cost.a-day`, a share of {result}`cost.share`.
"""
TEXTS = {".txt", ".1", ".texi", ".tex", ".xml", ".pseudoxml"}
SETTINGS = 'guide_units = ("loaf = [loaf] = _ = loaves",)\n'


@pytest.fixture
def bakery(project):
    (project.folder / "conf.py").write_text(
        (project.folder / "conf.py").read_text("utf-8") + SETTINGS, "utf-8"
    )
    return project.write(index=PAGE)


def rows(project):
    table = project.page().select_one("#calculation-cost table")
    return [
        ([p.text for p in row.select("td:first-child p")], row.select("td")[1].text.strip())
        for row in table.select("tbody tr")
    ]


def test_each_step_shows_its_formula_the_numbers_put_in_and_its_result(bakery):
    bakery.build()

    assert bakery.warnings == []
    assert rows(bakery) == [
        (["loaves"], "1,000 loaves/day"),
        (["flour"], "600 g/loaf"),
        (["price"], "1.20 EUR/kg"),
        (
            [
                "flour a loaf",
                "= flour × price",
                "= 600 g/loaf × 1.20 EUR/kg",
                "Flour alone, without work.",
            ],
            "0.72 EUR/loaf",
        ),
        (
            ["a day", "= loaves × flour a loaf", "= 1,000 loaves/day × 0.72 EUR/loaf"],
            "720 EUR/day",
        ),
        (["share", "= flour a loaf ÷ 4 EUR/loaf", "= 0.72 EUR/loaf ÷ 4 EUR/loaf"], "18%"),
        (
            ["a loaf", "= flour a loaf + 3 EUR/loaf", "= 0.72 EUR/loaf + 3 EUR/loaf"],
            "3.72 EUR/loaf",
        ),
        (["pays", "= a loaf < 4 EUR/loaf", "= 3.72 EUR/loaf < 4 EUR/loaf"], "yes"),
    ]


def test_results_and_computed_givens_stand_in_the_text(bakery):
    page = bakery.build().page()

    assert "Sold a week: 7,000 loaves/week; a day costs 720 EUR/day, a share of 18%." in page.text
    assert page.select_one("dt#given-a-week").text.strip().startswith("7,000 loaves/week")
    assert [a["href"] for a in page.select("p a.internal[href*=result]")] == [
        "#result-cost-a-day",
        "#result-cost-share",
    ]
    assert page.select_one("#result-cost-a-day").text == "a day"


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "latex", "xml", "pseudoxml"])
def test_the_worked_example_is_whole_in_every_format(bakery, builder):
    bakery.build(builder)
    files = [path for path in Path(bakery.app.outdir).rglob("*") if path.suffix in TEXTS]
    text = "".join(path.read_text("utf-8") for path in files)

    for words in ("What a loaf costs", "flour a loaf", "0.72", "without", "yes", "7,000"):
        assert words in text


def test_a_changed_figure_is_followed_on_every_page(project):
    (project.folder / "conf.py").write_text(
        (project.folder / "conf.py").read_text("utf-8") + SETTINGS, "utf-8"
    )
    figures, rest = PAGE.split(":::{calculation}")
    body, text = rest.split("Sold a week")
    project.write(
        index="# B\n\n```{toctree}\na\nb\nc\nd\n```\n",
        a=figures,
        b=f"# Cost\n\n:::{{calculation}}{body}",
        c=f"# Text\n\nSold a week{text}",
        d="# Other\n\nNothing.\n",
    ).build()
    project.edit("a.md", ":value: 1,000", ":value: 2,000").build()

    assert project.warnings == []
    assert "2,000 loaves/day × 0.72 EUR/loaf" in project.page("b.html").text
    assert "14,000 loaves/week; a day costs 1,440 EUR/day" in project.page("c.html").text
    assert "[ 33%] d" not in project.status


def test_names_and_notes_are_translated(bakery):
    bakery.translate(
        index={
            "flour a loaf": "Mehl je Laib",
            "What a loaf costs": "Was ein Laib kostet",
            "What does *one* loaf cost?": "Was kostet *ein* Laib?",
            "Flour alone, **without** work.": "Nur Mehl, **ohne** Arbeit.",
        }
    )
    bakery.build(confoverrides={"language": "de", "locale_dirs": ["locales"]})
    text = bakery.page().select_one("#calculation-cost").text

    assert "Was ein Laib kostet" in text
    assert "Was kostet ein Laib?" in text
    assert "= Laib" not in text
    assert "= loaves × Mehl je Laib" in text
    assert "Nur Mehl, ohne Arbeit." in text


SIGNS = """\
# Signs

:::{given} wait
:value: 3
:unit: days

How long it takes.

:::

:::{calculation} signs
:title: Signs

- cold = -18
- warm = -cold + 3 * -cold - -2
- square = cold ** 2
- long = wait > 1 day
- both = long * 2

:::

A wait of {given}`wait` is {given}`wait in h`: {result}`signs.long`.
"""


def test_a_minus_belongs_to_its_number(project):
    page = project.write(index=SIGNS).build().page()
    shown = {
        row.strong.text: [part.text for part in row.select(".guide-formula")]
        for row in page.select("#calculation-signs tbody tr")
    }

    assert shown["cold"] == []
    assert shown["warm"] == ["= −cold + 3 × −cold − −2", "= −(−18) + 3 × −(−18) − −2"]
    assert shown["square"] == ["= cold ^ 2", "= (−18) ^ 2"]


def test_a_translated_sentence_shows_each_figure_in_its_own_unit(project):
    """Sphinx takes references of a translation for one where they have one target."""
    sentence = "A wait of {given}`wait` is {given}`wait in h`: {result}`signs.long`."
    words = "Man wartet {given}`wait in h`, also {given}`wait`: {result}`signs.long`."
    project.translate(index={sentence: words})
    project.write(index=SIGNS).build(
        "text", confoverrides={"language": "de", "locale_dirs": ["locales"]}
    )

    text = project.output("index.txt")
    assert project.warnings == []
    assert "Man wartet *72 h*, also *3 days*: *ja*." in text
    assert "= ja × 2" in " ".join(text.split())


def test_of_a_calculation_only_words_are_extracted(bakery):
    found = bakery.build("gettext").output("index.pot")

    assert 'msgid "flour a loaf"' in found
    assert 'msgid "Flour alone, **without** work."' in found
    assert "0.01 EUR" not in found


def test_the_script_gets_signs_numbers_and_names(bakery):
    home = bakery.build().page().select_one("#calculation-cost")
    data = json.loads(home["data-calculation"])
    lines = {line["name"]: line for line in data["lines"]}

    assert data["predict"] == "a-loaf"
    assert lines["a-day"]["arithmetic"] == ["*", "loaves", "flour-a-loaf"]
    assert [name for name, line in lines.items() if line["input"]] == ["loaves", "flour", "price"]
    assert lines["share"]["unit"] == "%"


def test_nothing_for_the_script_stands_in_a_book(bakery):
    bakery.build("epub")

    assert "data-calculation" not in bakery.output("index.xhtml")
    assert "What does <em>one</em> loaf cost?" in bakery.output("index.xhtml")


def test_budgets_count_with_results(bakery):
    more = """
:::{budget} day
:title: A day

- Money: at most `cost.limit`
  - `cost.a-day` with `loaves`: flour
  - 80 EUR/day: rent
- Heat: in kWh
  - `cost.a-day`: no heat

:::
"""
    page = PAGE.replace("- share =", "- limit = 1,000 EUR/day\n- share =") + more
    bakery.write(index=page).build()
    table = bakery.page().select_one("#budget-day table")
    cells = [[cell.text.strip() for cell in row.select("td")] for row in table.select("tr")][1:4]

    assert bakery.findings == [
        "index.md:46: the resource is counted in kWh, this row in EUR/day [budget]"
    ]
    assert cells == [
        ["Money", "", "", "at most 1,000 EUR/day"],
        ["flour", "720", "7,200", "1,000 loaves/day"],
        ["rent", "80", "80", "fixed"],
    ]


LARGE = """\
# Large

:::{calculation} large
:title: Large numbers

- atoms = 2e20 kg * 3
- fits = atoms < 1 kg
- count = 7 / 2

:::

:::{budget} mass
:title: Mass

- Mass: at most 1,000 kg
  - `large.atoms`: atoms
- Other: in kg
  - `large.count`: no mass
  - `large.fits`: no number

:::

:::{chart} masses
:title: Masses

| Place | Mass |
| ---: | ---: |
| 1 | {result}`large.atoms in g` |
| 2 | {result}`large.atoms` |

:::

{result}`large.fits in 0.1`
"""


def test_numbers_that_are_written_as_powers_of_ten_are_counted_with(project):
    """A power of ten was lost in the chart, and stopped the build in the budget."""
    project.write(index=LARGE).build()
    picture = project.page().select_one("#chart-masses svg").text
    whole = f"6{'0' * 20}"

    assert project.findings == [
        f"index.md:15: the rows of 'Mass' sum to {whole} kg, expected at most 1000 kg: {whole} "
        "[budget]",
        "index.md:18: the resource is counted in kg, this row in no unit [budget]",
        "index.md:19: the resource is counted in kg, this row in no unit [budget]",
        "index.md:33: large.fits: is a yes or a no, which has no unit and is not rounded "
        "[calculation]",
    ]
    assert f"6{',000' * 7}" in picture or f"600{',000' * 7}" in picture


def test_a_unit_of_the_site_that_cannot_be_read_stops_the_build(project):
    (project.folder / "conf.py").write_text(
        (project.folder / "conf.py").read_text("utf-8") + 'guide_units = ("GPU = 2 *",)\n', "utf-8"
    )

    with pytest.raises(Exception, match="guide_units: cannot read the unit 'GPU = 2 \\*'"):
        project.write(index=PAGE).build()


REDONE = """\
# Redone

:::{calculation} price
:title: A price

- fresh = 0.007125 EUR
- five = 5 * fresh
- day = 10,800 * five
- third = 1 / 3
- nine = 9 * third * 1,000

:::

:::{calculation} plain
:title: Few digits

- work = 5 ms
- share = 65%
- mean = work / (1 - share)

:::

{result}`price.five`
"""


def test_a_reader_who_computes_from_what_is_shown_gets_what_is_shown(project):
    """The price of five needs another digit: 10,800 times 0.0356 is 384.48."""
    page = project.write(index=REDONE).build().page()
    shown = {
        row.strong.text: [row.select(".guide-formula")[-1].text, row.select("td")[1].text.strip()]
        for row in page.select("tr.guide-step")
    }

    assert shown["five"] == ["= 5 × 0.007125 EUR", "0.035625 EUR"]
    assert shown["day"] == ["= 10,800 × 0.035625 EUR", "384.75 EUR"]
    assert shown["mean"] == ["= 5 ms ÷ (1 − 65%)", "14.3 ms"]
    assert page.select("p")[-1].text == "0.0356 EUR"


MEASURED = """
# Measured

:::{calculation} lab

- margin = 1779763.31
- share = 12.3456789%
- short = 1250.5

:::

:::{calculation} use

- day = (lab.margin - lab.short) * lab.share * 1 EUR | 1 EUR

:::
"""


def test_a_figure_of_another_place_shows_no_more_digits_than_a_hand_can_use(project):
    page = project.write(index=MEASURED).build().page()
    row = page.select_one("#calculation-use tr.guide-step")

    assert row.select(".guide-formula")[-1].text == "= (1,779,763 − 1250.5) × 12.3457% × 1 EUR"
    assert row.select("td")[1].text.strip() == "219,569 EUR"
    assert "1779763.31" in page.select_one("#calculation-lab").text  # as it was typed


def test_a_question_without_a_line_to_guess_is_reported(project):
    project.write(
        index=REDONE.replace(":title: A price", ":title: A price\n:ask: How much?")
    ).build()

    assert project.findings == [
        "index.md:5: option `:ask:` asks for a guess; name the line in `:predict:` [option_value]"
    ]


@pytest.mark.parametrize("kind", ["predict", "input", "fixed"])
def test_a_guess_that_nobody_can_make_is_reported_and_its_question_stays(project, kind):
    line = {"predict": "less", "input": "fresh", "fixed": "nine\n:fixed:"}[kind]
    page = REDONE.replace("A price\n", f"A price\n:predict: {line}\n:ask: How much?\n")
    page = page.replace("- nine", "- less = five < day\n- nine")
    project.write(index=page).build("text")

    finding = {
        "predict": "12: less: is a yes or a no; `:predict:` names a line with another number "
        "[calculation]",
        "input": "8: fresh: is an input, which readers see; `:predict:` names a line with another "
        "number [calculation]",
        "fixed": "5: option `:predict:`: readers guess nothing where they change nothing "
        "[option_value]",
    }
    assert project.findings == [f"index.md:{finding[kind]}"]
    assert "How much?" in project.output("index.txt")


def test_a_formula_that_goes_on_in_a_list_is_reported(project):
    """Markdown takes a sign at the beginning of a line for a list: 3 would be the sum."""
    broken = "- day = 10,800\n  * five\n- year = 365 *\n  day"
    page = REDONE.replace("- day = 10,800 * five", broken)
    project.write(index=page).build()

    assert project.findings == [
        "index.md:9: day: a list is no part of a formula; end a line with the sign, not begin one "
        "with it [calculation]"
    ]


def test_two_calculations_of_one_id_are_one_finding(project):
    project.write(index=f"{REDONE}\n```{{toctree}}\nb\n```\n", b=REDONE).build()

    assert project.findings == [
        f"b.md:{line}: calculation '{id}' is already declared at index.md:{line}; give one of the "
        "two another id [duplicate_id]"
        for line, id in ((3, "price"), (14, "plain"))
    ]


def test_of_one_line_that_is_the_only_choice(project):
    lines = ":::{calculation} a\n:title: A\n:predict: c\n\n- b = 2 * 3\n\n:::\n"
    project.write(index=f"# A\n\n{lines}").build()

    assert project.findings == [
        "index.md:5: option `:predict:`: expected b, got 'c' [option_value]"
    ]


def test_a_value_of_nothing_is_reported_as_one(project):
    project.write(index="# A\n\n:::{given} a\n:value: =\n\nWords.\n\n:::\n").build()

    assert project.findings == [
        "index.md:4: expected a value such as = loaves-a-day * 1 year, got '=' [calculation]"
    ]


def test_what_no_digits_make_right_is_shown_with_one_more(project):
    page = REDONE.replace("- nine = 9 * third * 1,000", "- whole = 3 * third")
    project.write(index=page).build()

    assert "= 3 × 0.3333" in project.page().select_one("#calculation-price").text


def test_what_was_measured_has_no_fields_and_no_script(project):
    page = REDONE.replace(":title: A price\n", ":title: A price\n:fixed:\n")
    page = page[: page.index(":::{calculation} plain")]
    html = project.write(index=page).build().page()

    assert html.select("[data-calculation]") == []
    assert "calculation.js" not in project.output("index.html")
    assert "384.75 EUR" in html.select_one("#calculation-price").text


def test_a_measured_number_in_a_text_is_no_link(project):
    page = REDONE.replace(":title: A price\n", ":title: A price\n:fixed:\n")
    project.write(index=page + "\n{result}`a line <price.five>`\n").build()
    *_others, number, line = project.page().select("p")

    assert (number.text, number.a) == ("0.0356 EUR", None)
    assert line.a["href"] == "#result-price-five"


def test_the_script_gets_each_line_behind_those_that_it_needs(project):
    lines = "- c = a + b\n- a = 2\n- b = a * 3\n"
    page = f"# T\n\n:::{{calculation}} sum\n:title: Sum\n\n{lines}\n:::\n"
    project.write(index=page).build()
    data = json.loads(project.page().select_one("#calculation-sum")["data-calculation"])

    assert [line["name"] for line in data["lines"]] == ["a", "b", "c"]
