"""Words of the interface, translated with gettext (catalogues in `locale/`)."""

from sphinx.locale import get_translation, get_translator

CATALOG = "skillguide"
_ = get_translation(CATALOG)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a text that fits a number."""
    return get_translator(CATALOG).ngettext(one, many, number)


def answer(text: str) -> str:
    """A yes or a no in the language of the site; other text as it is."""
    return str({"yes": _("yes"), "no": _("no")}.get(text, text))
