"""How a form is drawn, in the shipped script: the same table as in `tests/unit/test_forms.py`."""

from collections import Counter

import exam
import pytest
from playwright.sync_api import Page
from unit.test_forms import TABLE

DRAW = """row => {
    const named = ["id", "part", "level", "page"];
    const pool = row.pool.map((line) =>
        Object.fromEntries(line.split(" ").map((word, index) => [named[index], word])));
    const parts = row.parts.map(([id, weight]) => ({ id, weight }));
    const detail = { version: "", ...row, pool, parts, ids: [] };
    document.dispatchEvent(new CustomEvent("skillguide:draw", { detail }));
    return detail.ids;
}"""


@pytest.fixture
def page(tiny) -> Page:
    page = tiny(**exam.pages()).open("exam")
    page.get_by_role("button", name="Another form").click()  # that loads the script
    page.get_by_label("Version").wait_for()
    return page


def test_the_script_draws_what_the_table_says(page):
    for row in TABLE["forms"]:
        assert page.evaluate(DRAW, row) == row["ids"], row["name"]


def test_the_script_gives_the_seats_of_the_table(page):
    """As many questions of each part as there are seats, where there are enough."""
    for row in TABLE["seats"]:
        pool = [f"{part}-{n} {part} low {part}{n}" for part, _ in row["parts"] for n in range(20)]
        form = {"pool": pool, "size": row["size"], "seed": "7f3a", "levels": ["low"]}
        ids = page.evaluate(DRAW, form | {"parts": row["parts"]})
        found = Counter(id.split("-")[0] for id in ids)
        assert [found[part] for part, _ in row["parts"]] == row["counts"], row["name"]
