"""A real Chromium, which pytest-playwright starts, and the built site as files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import once
from playwright.sync_api import BrowserContext, Error, Page, sync_playwright
from reader import Guide

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FOUND = filter(None, [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)])
#: Without a path, Playwright takes its own.
OPTIONS = {
    "executable_path": next(FOUND, None),
    "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
}
REMEDY = (
    "no Chromium starts: install the package `chromium`, run `playwright install chromium`,"
    " or set CHROMIUM to the path of one"
)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Say once how to get a Chromium, rather than in each test; nothing is skipped."""
    if hasattr(session.config, "workerinput"):
        return
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(**OPTIONS).close()
    except Error:
        raise pytest.UsageError(REMEDY) from None


@pytest.fixture(scope="session")
def base_url() -> None:
    """None. The plugin has one, too, but of a kind that pytest 10 refuses."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """What pytest-playwright starts; `--headed` and the like still count."""
    return browser_type_launch_args | OPTIONS


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built fresh; opened from `file://`, as an offline reader does."""

    def build(out: Path) -> Path:
        command = [sys.executable, "-m", "sphinx", "-q", "-j", "auto", "-d", out / ".env"]
        subprocess.run([*command, ROOT, out], check=True)
        return out

    return once(tmp_path_factory, "site", build)


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext], site: Path) -> Callable[..., Page]:
    """Open a page of the site: `open_page("index", width=360, scheme="dark", script=False)`."""

    def open_page(
        name: str, *, width: int = 1280, scheme: str = "light", script: bool = True
    ) -> Page:
        context = new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto((site / f"{name}.html").as_uri())
        return page

    return open_page


@pytest.fixture
def tiny(new_context: Callable[..., BrowserContext], tmp_path: Path) -> Callable[..., Guide]:
    """A guide of a few pages, and a reader: `tiny(index="...", settings="", scheme="dark")`."""

    def tiny(
        *, settings: str = "", width: int = 1280, scheme: str = "light", **pages: str
    ) -> Guide:
        context = new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        return Guide(tmp_path / "tiny", context).write(settings, **pages).build()

    return tiny


@pytest.fixture
def guide(context: BrowserContext, tmp_path: Path) -> Guide:
    """The second guide, built, and a reader."""
    return Guide(tmp_path / "bread", context).bread().build()
