"""What Sphinx does to translated words, and what it must not do to ours."""

from typing import Any

from sphinx.transforms import SphinxTransform

from .nodes import guide_text
from .output import Output


class KeepTexts(SphinxTransform):
    """Let the words of options stay where they stand.

    Sphinx extracts an inline node only if it is marked as translatable, and then takes each such
    node away and moves its words to the end of the paragraph (`RemoveTranslatableInline`, 999).
    Once they are translated the mark has done its work; for translators it stays.
    """

    default_priority = 998

    def apply(self, **kwargs: Any) -> None:
        if Output(self.app.builder).is_for_translators:
            return
        for text in self.document.findall(guide_text):
            del text["translatable"]
