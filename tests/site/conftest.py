"""The site, read once: tests that write it with another builder begin from what was read."""

import shutil

import pytest
from site_build import REPOSITORY, Site, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site in HTML, with the address of a repository."""
    theme = {"source_repository": REPOSITORY, "source_branch": "main", "source_directory": ""}
    options = {"html_theme_options": theme}
    return build("html", tmp_path_factory.mktemp("site"), confoverrides=options)


@pytest.fixture
def write(site, tmp_path):
    """Write the site with another builder or other settings, from the pages that were read."""

    def write(builder: str, **options: object) -> Site:
        shutil.copytree(site.folder / "doctrees", tmp_path / "doctrees", dirs_exist_ok=True)
        return build(builder, tmp_path, **options)

    return write
