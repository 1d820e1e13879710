"""What a person reads is translated; what a rule reads is not."""


def test_titles_options_and_reasons_are_extracted(bread):
    bread.build("gettext")
    levels, questions = (bread.output(f"{name}.pot") for name in ("levels", "questions"))

    assert 'msgid "Novice"' in levels
    assert "#: ../../levels.md:7" in levels
    for text in (
        "How much salt for **1 kg** of flour?",
        "20 g",
        "Two percent of the flour.",
        "Weigh",
    ):
        assert text in questions


def test_summaries_show_translated_titles(bread):
    bread.translate(
        levels={"Novice": "Lehrling", "You follow a recipe.": "Du folgst einem Rezept."},
        questions={"20 g": "20 Gramm", "How much salt for **1 kg** of flour?": "Wie viel Salz?"},
    )
    bread.build(confoverrides={"language": "de", "gettext_compact": False})

    step = bread.page().select_one(".guide-journey > li")
    assert "Lehrling" in step.text
    assert "Du folgst einem Rezept." in step.text
    fieldset = bread.page("questions.html").select_one("#question-salt")
    assert fieldset.legend.text == "Wie viel Salz?"
    assert fieldset.select_one("[data-right] label").text == "20 Gramm"


def test_a_translated_option_keeps_its_id(bread):
    before = [
        o["value"] for o in bread.build().page("questions.html").select(".guide-option input")
    ]
    bread.translate(questions={"20 g": "20 Gramm"})
    bread.build(confoverrides={"language": "de"})

    assert [
        o["value"] for o in bread.page("questions.html").select(".guide-option input")
    ] == before
