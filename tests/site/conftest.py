"""The site, built once for all tests."""

import pytest
from conftest import once
from site_build import REPOSITORY, Site, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site in HTML, with the address of a repository."""
    theme = {"source_repository": REPOSITORY, "source_branch": "main", "source_directory": ""}
    options = {"html_theme_options": theme}
    return once(
        tmp_path_factory, "site", lambda folder: build("html", folder, confoverrides=options)
    )
