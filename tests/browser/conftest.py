"""A real Chromium, found or installed by `tools/chromium.py`, and the built site as files."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import once
from playwright.sync_api import Browser, Page, sync_playwright
from reader import Guide

ROOT = Path(__file__).parents[2]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built fresh; opened from `file://`, as an offline reader does."""

    def build(out: Path) -> Path:
        command = [sys.executable, "-m", "sphinx", "-q", "-j", "auto", "-d", out / ".env"]
        subprocess.run([*command, ROOT, out], check=True)
        return out

    return once(tmp_path_factory, "site", build)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; it fails where there is none, it never skips."""
    path = (
        os.environ.get("CHROMIUM")
        or subprocess.check_output(
            [sys.executable, ROOT / "tools" / "chromium.py"], text=True
        ).strip()
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    """Open a page of the site: `open_page("index", width=360, scheme="dark", script=False)`."""
    contexts = []

    def open_page(
        name: str, *, width: int = 1280, scheme: str = "light", script: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((site / f"{name}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def tiny(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Guide]]:
    """A guide of a few pages, and a reader: `tiny(index="...", settings="", scheme="dark")`."""
    contexts = []

    def tiny(
        *, settings: str = "", width: int = 1280, scheme: str = "light", **pages: str
    ) -> Guide:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        return Guide(tmp_path / "tiny", context).write(settings, **pages).build()

    yield tiny
    for context in contexts:
        context.close()


@pytest.fixture
def guide(browser: Browser, tmp_path: Path) -> Iterator[Guide]:
    """The second guide, built, and a reader."""
    context = browser.new_context(accept_downloads=True)
    yield Guide(tmp_path / "bread", context).bread().build()
    context.close()
