"""Charts that draw a calculation: the table is computed when the page is built."""

import json
from pathlib import Path

import pytest

PAGE = """\
# Queue

:::{calculation} queue
:title: One server

- service = 5 ms
- busy = 65%
- mean = service / (1 - busy) | ms
- p99 = 4.605 * mean | 1 ms
- room = 50 ms / p99 - 1

:::

:::{chart} tail
:title: Waiting grows
:plot: LINES over RANGE
OPTIONS

The nearer a server is to busy all the time, the longer a request waits.

:::
"""


def page(lines="queue.p99, queue.mean", span="busy 0%..100%", options="") -> str:
    text = PAGE.replace("LINES", lines).replace("RANGE", span).replace("OPTIONS", options)
    return text.replace("100%\n\n\n", "100%\n\n")


def table(project) -> list[list[str]]:
    """The rows of the table, its head first."""
    rows = project.page().select("#chart-tail table tr")
    return [[cell.text.strip() for cell in row.select("th, td")] for row in rows]


def test_the_table_is_computed_with_gaps_where_there_is_no_number(project):
    project.write(index=page()).build()
    head, *rows = table(project)

    assert project.warnings == []
    assert head == ["busy", "p99", "mean"]
    assert len(rows) == 21
    assert rows[0] == ["0%", "23", "5"]
    assert rows[10] == ["50%", "46.1", "10"]
    assert rows[19] == ["95%", "461", "100"]
    assert rows[20] == ["100%", "–", "–"]
    assert len(project.page().select("#chart-tail svg")) == 2


def test_axes_have_the_names_and_units_of_lines(project):
    project.write(index=page("queue.p99", "service 1..10")).build()
    texts = [text.text for text in project.page().select_one("#chart-tail svg").select("text")]

    assert "p99, ms" in texts
    assert "service, ms" in texts


def test_the_script_is_told_what_to_compute_again(project):
    project.write(index=page()).build()
    data = json.loads(project.page().select_one("#chart-tail")["data-plot"])

    assert data == {
        "calculation": "queue",
        "over": "busy",
        "low": 0,
        "high": 1,
        "lines": [
            {"name": "p99", "factor": 0.001, "unit": "ms"},
            {"name": "mean", "factor": 0.001, "unit": "ms"},
        ],
    }
    assert "skillguide/plot.js" in project.output("index.html")


def test_on_a_logarithmic_axis_the_picture_stays(project):
    project.write(index=page("queue.p99", "busy 10%..95%", ":log: y")).build()

    assert project.warnings == []
    assert "data-plot" not in project.output("index.html")


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_formats_have_the_table(project, builder):
    project.write(index=page()).build(builder)
    ending = {"text": "*.txt", "latex": "*.tex", "epub": "index.xhtml"}[builder]
    text = next(Path(project.app.outdir).glob(ending)).read_text("utf-8")

    assert "461" in text
    assert "data-plot" not in text


def test_a_figure_of_the_calculation_changes_the_table(project):
    project.write(
        index="# A\n\n```{toctree}\nb\n```\n\n:::{chart}" + page().split(":::{chart}")[1],
        b=page().split(":::{chart}")[0],
    ).build()
    project.edit("b.md", "service = 5 ms", "service = 10 ms").build()

    assert table(project)[1] == ["0%", "46.1", "10"]


@pytest.mark.parametrize(
    ("lines", "span", "options", "finding"),
    [
        (
            "queue.p98", "busy 0%..1%", "",
            "16: chart 'tail': there is no line 'p98' in calculation 'queue' [chart]",
        ),
        (
            "stack.p99", "busy 0%..1%", "",
            "16: chart 'tail': there is no calculation 'stack' [chart]",
        ),
        (
            "queue.p99", "mean 1..2", "",
            "16: chart 'tail': 'mean' is computed; choose a line that is one number [chart]",
        ),
        (
            "queue.p99, queue.p99", "busy 1%..2%", "",
            "16: chart 'tail': two columns are called 'p99', which readers cannot tell apart "
            "[chart]",
        ),
        (
            "queue.p99", "service 1%..2%", "",
            "16: chart 'tail': the range is in percent, 'service' is not [chart]",
        ),
        (
            "queue.p99", f"service 1..1{'0' * 400}", "",
            "16: chart 'tail': a number of the first column is too large or too small for an axis; "
            "choose another unit [chart]",
        ),
        (
            "queue.p99", "busy 2..1", "",
            "16: option `:plot:`: expected a range from a lower number to a higher one, got "
            "'queue.p99 over busy 2..1' [option_value]",
        ),
        (
            "queue.p99, other.x", "busy 1..2", "",
            "16: option `:plot:`: expected lines of one calculation, got "
            "'queue.p99, other.x over busy 1..2' [option_value]",
        ),
        (
            "queue.p99", "busy", "",
            "16: option `:plot:`: expected lines and a range such as queue.p99 over busy "
            "50%..95%, got 'queue.p99 over busy' [option_value]",
        ),
        (
            "queue.p99", "busy 0%..95%", ":band: 1 to 2 usual",
            "17: chart 'tail': a band does not move with what is computed; use a limit [chart]",
        ),
        (
            "queue.room, queue.p99", "busy 10%..95%", ":log: y",
            "16: chart 'tail': a log axis begins above zero, row '56.75%', column 'room' has "
            "−0.0608 [chart]",
        ),
    ],
)  # fmt: skip
def test_an_author_is_told_what_cannot_be_drawn(project, lines, span, options, finding):
    project.write(index=page(lines, span, options)).build()

    assert project.findings == [f"index.md:{finding}"]


def test_a_yes_makes_no_line(project):
    text = page("queue.room").replace("50 ms / p99 - 1", "p99 < 50 ms")
    project.write(index=text).build()

    assert project.findings == [
        "index.md:16: chart 'tail': 'room' is a yes or a no, which makes no line [chart]"
    ]


def test_a_cell_and_a_caption_may_restate_a_figure(project):
    restated = """\
# Lab

:::{calculation} lab
:title: Lab
:fixed:

- late = 0.1353
- early = 0.9

:::

:::{chart} tail
:title: Late: {result}`lab.late in 0.1 %`

| Load | Late |
| ---: | ---: |
| 1 | {result}`lab.late in 0.1 %` |
| 2 | {result}`lab.early in 0.1 %` |

What the lab has measured.

:::

See {chart}`tail`.
"""
    project.write(index=restated).build()
    texts = [text.text for text in project.page().select_one("#chart-tail svg").select("text")]

    assert project.warnings == []
    assert {"0%", "100%"} <= set(texts)
    assert project.page().select("p")[-1].text == "See Late: 13.5%."
