"""Words of the interface, translated with gettext (catalogues in `locale/`)."""

from sphinx.locale import get_translation, get_translator

CATALOG = "skillguide"
_ = get_translation(CATALOG)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a text that fits a number."""
    return get_translator(CATALOG).ngettext(one, many, number)
