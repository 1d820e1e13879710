"""Print the path of a Chromium that Playwright can drive; install one if there is none.

Looks for the one on the machine, then asks Playwright for its own, then the system's packages
where we may. Otherwise it fails with one line that says how to get one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """A Chromium that is there already."""
    if path := next(filter(None, map(shutil.which, NAMES)), None):
        return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Try both ways to get one; what they print is of no interest unless both fail."""
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        commands += [["apt-get", "update"], ["apt-get", "install", "--yes", "chromium"]]
    for command in commands:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if installed():
            return


if __name__ == "__main__":
    if not installed():
        install()
    if not (path := installed()):
        sys.exit(
            "no Chromium: install the package `chromium`, or run `playwright install chromium`"
        )
    print(path)
