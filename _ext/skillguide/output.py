"""What a builder writes, asked in one place."""

from dataclasses import dataclass

from sphinx.builders import Builder


@dataclass(frozen=True, slots=True)
class Output:
    """The pages that a builder writes."""

    builder: Builder

    @property
    def is_html(self) -> bool:
        """Whether they are HTML: also in a book, and in several pages on one."""
        return self.builder.format == "html"

    @property
    def is_interactive(self) -> bool:
        """Whether readers can answer on them: scripts run."""
        return self.is_html and self.builder.name != "epub"

    @property
    def is_for_translators(self) -> bool:
        """Whether they hold what is translated, as it was written."""
        return self.builder.name == "gettext"

    @property
    def has_pictures(self) -> bool:
        """Whether a figure can be drawn on them."""
        return self.is_html or self.builder.format == "latex"

    @property
    def has_letters(self) -> bool:
        """Whether a list can be lettered: plain text numbers every list 1, 2, 3."""
        return self.builder.name != "text"
