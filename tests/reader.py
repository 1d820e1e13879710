"""A reader of a small guide in a real browser, while its authors edit and build it."""

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from conftest import CONF, GUIDES, ROOT
from playwright.sync_api import BrowserContext, Locator, Page

KEY = "skillguide:bread:v2"
#: Where the edition kept its answers that knew neither attempts nor times.
EARLIER = "skillguide:bread:v1"
#: An answer as the browser keeps it.
SALT = {"digest": "0", "attempt": 0, "given": "x", "right": True, "sure": False}


class Guide:
    """A folder of pages that authors edit between two visits of the same reader."""

    def __init__(self, folder: Path, context: BrowserContext) -> None:
        self.folder, self.context = folder, context

    def write(self, settings: str = "", **pages: str) -> "Guide":
        """A guide of these pages (name=text), with more settings."""
        self.folder.mkdir(exist_ok=True)
        (self.folder / "conf.py").write_text(CONF + settings, encoding="utf-8")
        for name, text in pages.items():
            (self.folder / f"{name}.md").write_text(text, encoding="utf-8")
        return self

    def bread(self) -> "Guide":
        """The second guide, with a place for what the browser has kept."""
        shutil.copytree(GUIDES / "bread", self.folder)
        page = self.folder / "questions.md"
        text = page.read_text("utf-8")
        page.write_text(text + "\n:::{reader-data}\n:::\n", encoding="utf-8")
        return self

    def build(self, builder: str = "html") -> "Guide":
        """Build as an author does; any warning fails. Pages that were built by an earlier test of
        this process are not built anew.
        """
        out = self.folder / "out"
        kept = self.folder.parents[1] / "built" / f"{builder}-{self.digest()}"
        is_new = not out.exists()
        if is_new and kept.exists():
            shutil.copytree(kept, out)
            return self
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder, self.folder, out]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "_ext")}
        subprocess.run(command, check=True, env=environment)
        if is_new:
            shutil.copytree(out, kept)
        return self

    def digest(self) -> str:
        """A hash of the pages and settings."""
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        names = [str(path.relative_to(self.folder)).encode() for path in files]
        parts = [part for name, path in zip(names, files) for part in (name, path.read_bytes())]
        return sha256(b"\0".join(parts)).hexdigest()[:16]

    def edit(self, page: str, old: str, new: str) -> None:
        """Change a text of a page that must be there, and build."""
        path = self.folder / f"{page}.md"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.build()

    def open(self, page: str = "questions") -> Page:
        """A new tab with a page."""
        tab = self.context.new_page()
        tab.goto((self.folder / "out" / f"{page}.html").as_uri())
        return tab


def question(page: Page, id: str = "salt") -> Locator:
    """A question of the page."""
    return page.locator(f"#question-{id}")


def answer(page: Page, id: str = "salt", option: str = "20 g") -> None:
    """Choose an option and check it."""
    field = question(page, id)
    field.get_by_label(option, exact=True).check()
    field.get_by_role("button", name="Check").click()


def write(page: Page, id: str, text: str) -> Locator:
    """Write an answer and check it; returns the question."""
    field = question(page, id)
    field.get_by_role("textbox").fill(text)
    field.locator(".guide-button").click()
    return field


def choice(id: str, *options: str, multiple: bool = False, more: str = "") -> str:
    """A question of Markdown; options that begin with `*` are right."""
    lines = [f":::::{{question}} {id}", *([":multiple:"] if multiple else []), "", f"Which {id}?"]
    lines += ["", more] if more else []
    for option in options:
        mark, text = ("[x]", option[1:]) if option.startswith("*") else ("[ ]", option)
        lines += ["", f"- {mark} {text}", f"  > Reason of {text}."]
    return "\n".join([*lines, "", f"So it is, {id}.", "", ":::::", ""])


def stored(page: Page) -> dict[str, Any]:
    """What the browser has kept."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))


def store(page: Page, text: str, key: str = KEY) -> None:
    """Keep a text there, as another edition might have."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
