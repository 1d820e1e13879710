"""The package of the extension, built and installed once for all tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, once


def build(folder: Path) -> Path:
    """Write the wheel and the sources into a folder, as `make wheel` does."""
    command = ["-m", "build", "-qq", "--no-isolation", "--outdir", str(folder), str(ROOT / "_ext")]
    subprocess.run([sys.executable, *command], check=True)
    return folder


@pytest.fixture(scope="session")
def dist(tmp_path_factory) -> Path:
    """The folder with the wheel and the sources."""
    return once(tmp_path_factory, "dist", build)


@pytest.fixture(scope="session")
def installed(dist, tmp_path_factory) -> dict[str, str]:
    """The environment of a process that imports the installed wheel, and not this repository."""

    def install(folder: Path) -> Path:
        options = ["--quiet", "--no-deps", "--no-index", "--target", str(folder)]
        (wheel,) = dist.glob("*.whl")
        subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
        return folder

    path = str(once(tmp_path_factory, "installed", install))
    return {**os.environ, "PYTHONPATH": path, "NO_COLOR": "1"}  # messages are compared
