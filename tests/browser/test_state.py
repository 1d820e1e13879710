"""What a reader answered stays with its question, whatever authors and browsers do meanwhile."""

from playwright.sync_api import expect
from reader import answer, question, stored


def test_an_answer_is_there_after_a_reload(guide):
    page = guide.open()
    answer(page)
    page.reload()

    expect(question(page)).to_have_attribute("data-state", "right")
    expect(question(page).get_by_label("20 g")).to_be_checked()
    expect(question(page).get_by_role("status")).to_have_text("✓ Right.")
    expect(question(page).get_by_label("I am sure")).to_be_hidden()
    expect(question(page, "ferments")).not_to_have_attribute("data-state", "right")


def test_an_answer_follows_its_question_to_another_page(guide):
    """Others are inserted before it, and its page gets another name."""
    answer(guide.open())
    text = (guide.folder / "questions.md").read_text("utf-8")
    new = ":::{question} new\n\nNew?\n\n- [ ] 2 g\n  > No.\n- [x] 20 g\n  > Yes.\n\nSo.\n\n:::\n\n"
    (guide.folder / "questions.md").unlink()
    (guide.folder / "elsewhere.md").write_text(
        text.replace(":::{question} salt", f"{new}:::{{question}} salt"), encoding="utf-8"
    )
    guide.edit("index", "\nquestions", "\nelsewhere")
    page = guide.open("elsewhere")

    expect(question(page)).to_have_attribute("data-state", "right")
    expect(question(page, "new")).not_to_have_attribute("data-state", "right")


def test_another_reason_keeps_the_answer_another_option_does_not(guide):
    answer(guide.open())
    guide.edit("questions", "> Too little to taste.", "> Nobody would taste it.")

    expect(question(guide.open())).to_have_attribute("data-state", "right")

    guide.edit("questions", "- [ ] 2 g", "- [ ] 3 g")
    page = guide.open()

    expect(question(page)).not_to_have_attribute("data-state", "right")
    expect(question(page).get_by_role("status")).to_have_text(
        "This question has changed since you answered it."
    )
    expect(page.locator(".guide-progress")).to_contain_text("0 of 2")


def test_two_tabs_stay_in_step(guide):
    first, second = guide.open(), guide.open()
    answer(first)

    expect(question(second)).to_have_attribute("data-state", "right")
    answer(second, "ferments", "Sourdough")
    expect(question(first, "ferments")).to_have_attribute("data-state", "wrong")
    expect(question(first)).to_have_attribute("data-state", "right")

    question(first).get_by_role("button", name="Try again").click()
    expect(question(second)).not_to_have_attribute("data-state", "right")


def test_what_another_tab_clears_is_gone_here_too(guide):
    """A browser that clears its storage names no key."""
    first, second = guide.open(), guide.open()
    answer(first)
    expect(question(second)).to_have_attribute("data-state", "right")
    second.evaluate("localStorage.clear()")

    expect(question(first)).not_to_have_attribute("data-state", "right")


def test_the_progress_leads_to_the_first_open_question(guide):
    page = guide.open()
    link = page.locator(".guide-progress a")
    expect(link).to_have_attribute("href", "#question-salt")
    answer(page, "ferments", "Sourdough")
    expect(link).to_have_attribute("href", "#question-salt")
    answer(page)
    question(page, "ferments").get_by_role("button", name="Try again").click()

    expect(link).to_have_attribute("href", "#question-ferments")


def test_where_the_script_does_not_come_the_reasons_do(guide):
    """They wait for it, but not for ever."""
    page = guide.context.new_page()
    page.route("**/quiz.js*", lambda route: route.abort())
    page.goto((guide.folder / "out" / "questions.html").as_uri())

    reason = question(page).locator(".guide-feedback > summary").first
    expect(reason).to_be_hidden()
    expect(reason).to_be_visible()


def order(page):
    return question(page).locator("input[type=radio]").evaluate_all("all => all.map(i => i.value)")


def test_later_attempts_are_shuffled_and_a_reload_moves_nothing(guide):
    page = guide.open()
    orders = [order(page)]
    for _ in range(4):
        answer(page)
        question(page).get_by_role("button", name="Try again").click()
        orders.append(order(page))
        page.reload()
        assert order(page) == orders[-1]

    assert len({tuple(sorted(options)) for options in orders}) == 1
    assert len({tuple(options) for options in orders[1:]}) > 1  # later ones differ, too


def test_an_order_that_means_something_is_kept(guide):
    guide.edit("questions", ":::{question} salt", ":::{question} salt\n:keep-order:")
    page = guide.open()
    before = order(page)
    for _ in range(4):
        answer(page)
        question(page).get_by_role("button", name="Try again").click()
        assert order(page) == before


def test_an_answer_is_announced_and_nothing_is_sent(guide):
    page = guide.open()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.evaluate(
        "document.addEventListener('skillguide:answered', e => (window.heard = e.detail))"
    )
    question(page).get_by_label("I am sure").check()
    answer(page, option="2 g")

    assert page.evaluate("window.heard") == {"id": "salt", "right": False, "sure": True}
    assert requests == []
    question(page).get_by_role("button", name="Try again").click()
    expect(question(page).get_by_label("I am sure")).not_to_be_checked()


def test_a_finished_quiz_says_what_came_of_it_and_where_the_reader_was_too_sure(guide):
    page = guide.open()
    answer(page, option="2 g")
    question(page, "ferments").get_by_label("I am sure").check()
    answer(page, "ferments", "Soda bread")
    outcome = page.locator(".guide-outcome")

    expect(page.locator(".guide-progress")).to_contain_text("2 of 2 · 0 right")
    expect(outcome).to_contain_text(
        "0 of 2 right, 0 of 100; the honest range is 0–66. "
        "You were sure of 1 that are wrong: read those first."
    )
    rows = [row.split("\t") for row in outcome.locator("tr").all_inner_texts()]
    assert rows == [["Kneading", "0 / 2"], ["Novice", "0 / 1"], ["Baker", "0 / 1"]]

    outcome.get_by_role("button", name="Start again").click()  # the browser's question: no
    expect(page.locator(".guide-progress")).to_contain_text("2 of 2")

    page.once("dialog", lambda dialog: dialog.accept())
    outcome.get_by_role("button", name="Start again").click()
    expect(page.locator(".guide-progress")).to_contain_text("0 of 2")
    expect(outcome).to_be_empty()
    expect(question(page).locator("input").first).to_be_focused()
    attempts = [entry["attempt"] for entry in stored(page)["answers"].values()]
    assert attempts == [1, 1]  # another attempt has another order


def paper(page) -> dict[str, str]:
    """The options of the first question by the letter that paper prints before them."""
    options = question(page).locator(".guide-option > label").all_inner_texts()
    return dict(zip("ABC", (text.split(" ✓")[0].split(" ✗")[0].strip() for text in options)))


def key_of(page) -> tuple[str, list[str]]:
    """What the key says of the first question: its letters, and the reason for each option."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    first = page.locator(".guide-key > div").first
    found = first.locator("b").first.inner_text(), first.locator("li").all_inner_texts()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    return found


def test_the_key_names_the_letters_that_stand_on_the_paper(guide):
    """Later attempts change the order, also after a reload; reasons follow their options."""
    page = guide.open()
    orders = set()
    for attempt in range(5):
        letters = {text: letter for letter, text in paper(page).items()}
        orders.add(tuple(letters))
        key, reasons = key_of(page)
        assert key == f"1. {letters['20 g']}"
        assert "Two percent of the flour." in reasons[ord(letters["20 g"]) - ord("A")]
        assert "Too little to taste." in reasons[ord(letters["2 g"]) - ord("A")]
        answer(page, option="2 g")
        assert key_of(page)[0] == key
        question(page).get_by_role("button", name="Try again").click()
        if attempt % 2:
            page.reload()

    assert len(orders) > 1


def test_paper_has_a_key_behind_the_questions(guide):
    page = guide.open()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    key = page.locator(".guide-key")

    expect(key).to_contain_text("1. B")
    expect(key).to_contain_text("2. A, B")
    expect(key.locator("ol[type=A] li").last).to_contain_text("Soda needs acid.")
    expect(question(page).get_by_text("Too little to taste.")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(key).to_have_count(0)
