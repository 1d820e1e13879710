"""Options that begin with a block: none can stand in a label, yet each has a name and a place."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from reader import question

LONG = "x" * 200
PAGE = f"""\
# Page

:::::{{question}} blocks
:allow: option_number: every kind of block

Which doubles 2?

- [x]
  ```python
  total = 2 * 2
  print(total)
  ```

  > Yes.

- [ ]
  $$
  2^3
  $$

  > No.

- [ ]
  ```text
  {LONG}
  ```

  > No.

- [ ]
  :::{{image}} loaf.svg
  :alt: A loaf that says "2 < 3"
  :::

  > No.

- [ ] The same as code:

  ```python
  2 + 3
  ```

  > No.

- [ ] ![](loaf.svg)
  > No.

So it is.

:::::
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="40"></svg>'
NAMES = [
    "total = 2 * 2 print(total)",
    "2^3",
    "x" * 119 + "…",
    'A loaf that says "2 < 3"',
    "The same as code:",
    "loaf.svg",
]


@pytest.fixture
def open_page(tiny):
    def open_page(theme: str = "furo", **options):
        guide = tiny(index="# Page\n", **options)
        (guide.folder / "loaf.svg").write_text(SVG, encoding="utf-8")
        math = '\nmyst_enable_extensions = ["dollarmath"]\n'
        return guide.write(f'{math}html_theme = "{theme}"\n', index=PAGE).build().open("index")

    return open_page


@pytest.mark.parametrize(
    ("theme", "width", "scheme"),
    [("furo", 360, "dark"), ("furo", 1280, "light"), ("alabaster", 360, "light")],
)
def test_every_option_has_a_name_and_stands_beside_its_block(open_page, theme, width, scheme):
    page = open_page(theme=theme, width=width, scheme=scheme)
    field = question(page, "blocks")
    for name in NAMES:
        expect(field.get_by_role("radio", name=name, exact=True)).to_have_count(1)

    for option in field.locator(".guide-option:has(> .guide-bare)").all():
        radio = option.locator("input").bounding_box()
        block = option.locator(":scope > :nth-child(2)").bounding_box()
        assert radio["x"] + radio["width"] <= block["x"]
        assert block["y"] - 8 <= radio["y"] <= block["y"] + 8
    for answered in (False, True):
        if answered:
            field.get_by_role("radio", name=NAMES[1], exact=True).check()
            field.get_by_role("button", name="Check").click()
        found = Axe().run(page, {"include": [[".guide-question"]]}).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"][:100]) for rule in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("block", "chosen"), [("pre", 0), (".math", 1), ("img", 3), (".guide-option pre >> nth=2", 4)]
)
def test_a_block_chooses_its_option(open_page, block, chosen):
    page = open_page()
    options = question(page, "blocks").locator(".guide-option > label > input")
    question(page, "blocks").locator(block).first.click()

    assert options.evaluate_all("all => all.map(input => input.checked)").index(True) == chosen
    expect(question(page, "blocks").get_by_role("status")).to_be_empty()


def test_code_that_is_selected_to_be_copied_chooses_nothing(open_page):
    page = open_page()
    box = question(page, "blocks").locator("pre").first.bounding_box()
    page.mouse.move(box["x"] + 15, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 20)
    page.mouse.up()

    assert page.evaluate("String(getSelection())")
    expect(question(page, "blocks").locator("input:checked")).to_have_count(0)


def test_what_another_extension_adds_to_a_block_chooses_nothing(open_page):
    """Such as the button that copies the code."""
    page = open_page()
    code = question(page, "blocks").locator(".highlight").first
    code.evaluate("code => code.append(document.createElement('button'))")
    code.locator("button").evaluate("button => { button.textContent = 'Copy'; button.click(); }")

    expect(question(page, "blocks").locator("input:checked")).to_have_count(0)


def test_the_strip_beside_a_block_is_large_enough_without_a_script(new_context, open_page):
    page = open_page()
    plain = new_context(java_script_enabled=False).new_page()
    plain.goto(page.url)
    label = plain.locator(".guide-bare").first.bounding_box()
    plain.mouse.click(label["x"] + 4, label["y"] + 40)

    expect(plain.locator(".guide-bare > input").first).to_be_checked()
