"""The links of built HTML pages: does each lead somewhere, and does each id stand once?"""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: What Sphinx writes into the head of a page, also where a builder has no such page.
SPHINX = {("link", "genindex.html"), ("link", "search.html")}


class Links(HTMLParser):
    """The ids and the addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id":
                self.ids.append(value or "")
            elif name in {"href", "xlink:href"} and (tag, value) not in SPHINX:
                self.addresses.append(value or "")


def pages(folder: Path) -> dict[Path, Links]:
    """Every page below a folder."""
    files = sorted(file for end in ("html", "xhtml") for file in folder.rglob(f"*.{end}"))
    return {file.resolve(): Links(file.read_text("utf-8")) for file in files}


def dead_links(folder: Path) -> list[str]:
    """`page: address` for every address on this site that leads nowhere."""
    found = pages(folder)
    return [
        f"{file.relative_to(folder.resolve())}: {address}"
        for file, links in found.items()
        for address in links.addresses
        if not leads_somewhere(folder, file, address, found)
    ]


def leads_somewhere(folder: Path, file: Path, address: str, found: dict[Path, Links]) -> bool:
    """Whether a page has the file that its address names, and that file the place."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    start = folder if path.startswith("/") else file.parent
    target = (start / path.lstrip("/")).resolve() if path else file
    target = target / "index.html" if target.is_dir() else target
    if target not in found:
        return target.exists()
    return not parts.fragment or unquote(parts.fragment) in found[target].ids


def doubled_ids(folder: Path) -> list[str]:
    """`page: id` for every id that stands on its page more than once."""
    return [
        f"{file.relative_to(folder.resolve())}: {id}"
        for file, links in pages(folder).items()
        for id, number in Counter(links.ids).items()
        if number > 1
    ]
