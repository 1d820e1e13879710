"""Words of the interface, translated with gettext (catalogues in `locale/`)."""

from sphinx.locale import get_translation

CATALOG = "skillguide"
_ = get_translation(CATALOG)
