"""What other extensions put into a question is theirs: folds, tabs and fields keep working."""

from playwright.sync_api import expect
from reader import answer, choice, question

SETTINGS = '\nextensions += ["sphinx_design", "foreign"]\nimport sys; sys.path.insert(0, ".")\n'
#: Another extension: a status, a fold, a list to choose from, and a box.
FOREIGN = '''
from docutils import nodes
from docutils.parsers.rst import Directive

HTML = """<div class="foreign"><div role="status">theirs</div>
<details class="theirs"><summary>Fold</summary><p>Inside.</p></details>
<select aria-label="Their list"><option>a</option><option>b</option></select>
<label><input type="checkbox" checked> Their box</label>
<input type="text" aria-label="Their text" value="theirs"></div>"""

class Foreign(Directive):
    def run(self):
        return [nodes.raw("", HTML, format="html")]

def setup(app):
    app.add_directive("foreign", Foreign)
    return {"parallel_read_safe": True}
'''
STEM = """\
::::{dropdown} The log, 200 lines

2 + 2 = 5

::::

```{foreign}
```

::::{tab-set}

:::{tab-item} First

One.
:::

:::{tab-item} Second

Two.
:::

::::
"""
OPTION = """\
:::::{question} inside
Which inside?

- [ ] The first

  ```{foreign}
  ```

  > No.
  >
  > ```{foreign}
  > ```
- [x] The second

  ::::{dropdown} More of the second

  Details.

  ::::

  > Yes.
- [ ] The third
  > No.

:::::

:::::{question} cold
:type: numeric
:answer: 18

How cold?

```{foreign}
```

It is 18.

:::::
"""


def open_page(tiny, *questions: str):
    # the extension lies beside the pages
    guide = tiny(index="# Page\n")
    (guide.folder / "foreign.py").write_text(FOREIGN, encoding="utf-8")
    text = "# Page\n\n::::::{quiz} all\n:title: All\n\n" + "\n".join(questions) + "\n::::::\n"
    settings = SETTINGS.replace('"."', repr(str(guide.folder)))
    return guide.write(settings, index=text).build().open("index")


LOG = choice("log", "The first", "*The last", "The second", more=STEM)


def test_a_fold_in_a_stem_can_be_opened_before_the_answer_and_stays_as_it_is(tiny):
    page = open_page(tiny, LOG)
    field = question(page, "log")
    fold = field.locator("details.sd-dropdown")
    expect(fold.locator("summary")).to_be_visible()
    fold.locator("summary").click()
    expect(fold.get_by_text("2 + 2 = 5")).to_be_visible()
    answer(page, "log", "The first")
    expect(fold.locator("summary")).to_be_visible()
    field.get_by_role("button", name="Try again").click()
    expect(fold).to_have_attribute("open", "")
    expect(field.locator("input[value]").first).not_to_be_focused()
    expect(field.locator(".guide-option input").first).to_be_focused()

    fold.locator("summary").click()
    answer(page, "log", "The first")
    expect(fold).not_to_have_attribute("open", "")
    expect(field.locator("details.theirs")).not_to_have_attribute("open", "")
    expect(field.locator("details.theirs summary")).to_be_visible()


def test_fields_of_others_are_no_answer_and_keep_their_state(tiny):
    page = open_page(tiny, LOG, OPTION)
    field = question(page, "log")
    field.get_by_role("button", name="Check").click()
    expect(field.locator(":scope > [role=status]")).to_have_text("Choose an answer first.")
    field.get_by_text("Second", exact=True).click()
    expect(field.get_by_text("Two.")).to_be_visible()
    field.get_by_label("Their list").select_option("b")
    answer(page, "log", "The last")

    expect(field).to_have_attribute("data-state", "right")
    assert field.locator(".foreign [role=status]").inner_text() == "theirs"
    expect(field.get_by_label("Their box")).to_be_checked()
    expect(field.get_by_label("Their text")).to_have_value("theirs")
    for their in field.locator(".foreign input, .foreign select, .sd-tab-set > input").all():
        expect(their).to_be_enabled()
    expect(field.get_by_text("Two.")).to_be_visible()
    page.reload()
    expect(field.get_by_role("radio", name="The last")).to_be_checked()
    expect(field.get_by_label("Their box")).to_be_checked()


def test_what_stands_inside_an_option_is_neither_its_box_nor_its_reason(tiny):
    page = open_page(tiny, OPTION, LOG)
    field = question(page, "inside")
    more = field.locator("details.sd-dropdown")
    expect(more.locator("summary")).to_be_visible()
    field.get_by_role("radio", name="The first").check()
    field.get_by_role("button", name="Check").click()

    expect(field).to_have_attribute("data-state", "wrong")
    assert field.locator(".guide-mark").count() == 2
    expect(more).not_to_have_attribute("open", "")
    for their in field.locator(".foreign input").all():
        expect(their).to_be_enabled()
    their = field.locator(".guide-feedback .theirs")
    expect(their.locator("summary")).to_be_visible()
    expect(their).not_to_have_attribute("open", "")
    field.get_by_role("button", name="Next question").click()
    expect(question(page, "cold").locator(".guide-entry input")).to_be_focused()
    page.keyboard.type("18")
    page.keyboard.press("Enter")
    expect(question(page, "cold")).to_have_attribute("data-state", "right")
    expect(question(page, "cold").get_by_label("Their text")).to_have_value("theirs")


def test_all_reasons_are_ours_alone(tiny):
    page = open_page(tiny, LOG, choice("other", "*yes", "no", "maybe"))
    answer(page, "log", "The first")
    answer(page, "other", "yes")
    page.locator(".guide-feedback").first.evaluate("details => details.removeAttribute('open')")
    page.get_by_role("button", name="Show all reasons").click()

    expect(
        page.locator("details:is(.guide-feedback, .guide-explanation):not([open])")
    ).to_have_count(0)
    expect(page.locator("details:is(.sd-dropdown, .theirs)[open]")).to_have_count(0)


def test_the_key_on_paper_takes_no_choice_away(tiny):
    """A copy of a group of tabs or boxes would share its name with the original."""
    reason = "\n  > ".join(STEM.replace("dropdown", "note").splitlines())
    text = choice("tabs", "*yes", "no").replace("> Reason of yes.", f"> {reason}")
    page = open_page(tiny, text)
    answer(page, "tabs", "no")
    tabs = question(page, "tabs").locator(".sd-tab-set > input")
    question(page, "tabs").get_by_text("Second", exact=True).click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert tabs.evaluate_all("tabs => tabs.map(tab => tab.checked)") == [False, True]
    ids = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_on_paper_the_folds_of_others_stay(tiny):
    page = open_page(tiny, LOG)
    page.locator("details.sd-dropdown summary").click()
    page.emulate_media(media="print")

    expect(page.get_by_text("2 + 2 = 5")).to_be_visible()
    expect(page.locator(".guide-feedback").first).to_be_hidden()
