"""Budgets: readers change the load, and see what it breaks."""

PAGE = "guide/contributing/directives"


def sums(page) -> list[str]:
    cells = page.locator("#budget-example .guide-total td:nth-child(3)")
    return [text.strip() for text in cells.all_inner_texts()]


def test_the_load_changes_every_growing_row(open_page):
    page = open_page(PAGE)
    before = sums(page)
    page.get_by_label("Load ×").fill("2.5")

    assert before == ["25 ms", "60 cores (over the limit)", "5,621.00 EUR"]
    assert sums(page) == ["25 ms", "15 cores", "1,514.75 EUR"]
    assert page.locator("#budget-example thead th:nth-child(3)").inner_text() == "× 2.5"
    page.get_by_label("Load ×").fill("2.6")
    assert sums(page)[1] == "16 cores (over the limit)"


def test_a_load_that_is_no_number_changes_nothing(open_page):
    page = open_page(PAGE)
    before = sums(page)
    for text in ("", "0", "-1"):
        page.get_by_label("Load ×").fill(text)

    assert sums(page) == before


def test_without_a_script_the_table_is_whole_and_has_no_field(open_page):
    page = open_page(PAGE, script=False)

    assert sums(page)[1] == "60 cores (over the limit)"
    assert page.locator("#budget-example input").count() == 0
