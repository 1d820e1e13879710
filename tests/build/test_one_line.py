"""One line of `conf.py` is enough, and what a project has set itself is kept."""

import myst_parser
import pytest
from sphinx.errors import ExtensionError

CONF = 'extensions = ["skillguide"]\n'
LEVEL = ":::{level} novice\n:title: Novice\n:experience: none\n\nBegins.\n\n:::\n"

CHOICE = """\
Page
====

.. guide:level:: novice
   :title: Novice
   :experience: none

   Begins.

.. guide:question:: salt
   :level: novice

   How much salt?

   - [x] 20 g
   - [ ] 2 g
"""

MODULE = '''\
"""A module; see :func:`knead`."""

def knead():
    """Knead."""
'''


def configure(project, text: str):
    """Give a project another `conf.py`."""
    (project.folder / "conf.py").write_text(text, encoding="utf-8")
    return project


def test_one_line_of_settings_is_enough(bread):
    """Beside the kinds of records that the guide declares."""
    _line, kinds = (bread.folder / "conf.py").read_text("utf-8").split("# Kinds of records")
    configure(bread, f"{CONF}#{kinds}").build()

    assert bread.warnings == []
    assert len(bread.page("questions.html").select("input[type=radio]")) == 3


def test_a_second_build_with_that_line_reads_nothing(bread):
    configure(bread, CONF).build().build()

    assert "0 added, 0 changed, 0 removed" in bread.status


def test_own_settings_are_kept(project):
    own = 'myst_enable_extensions = ["deflist"]\nprimary_domain = "py"\n'
    text = "# Page\n\nTerm\n: See {func}`knead`.\n\n" + LEVEL.replace("{level}", "{guide:level}")
    configure(project, CONF + own).write(index=text).build()

    assert project.warnings == []
    assert project.page().dl
    assert project.page().select_one("#level-novice")


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("myst_gfm_only = True", "myst_gfm_only = True"),
        ("myst_commonmark_only = True", "myst_commonmark_only = True"),
        ('myst_disable_syntax = ["list"]', "'list' in myst_disable_syntax"),
    ],
)
def test_a_setting_that_forbids_the_blocks_is_named_once(project, setting, name):
    configure(project, f"{CONF}{setting}\n").write(index=f"# Page\n\n{LEVEL}").build().build()

    assert project.findings == [
        f"conf.py:2: with {name}, blocks are read as text: delete it [setting]"
    ]


def test_beside_autodoc_names_of_python_stay_as_they_are(project):
    """In docstrings, and in Markdown; the blocks have a prefix there."""
    (project.folder / "craft.py").write_text(MODULE)
    (project.folder / "api.rst").write_text("API\n===\n\n.. automodule:: craft\n   :members:\n")
    text = "# Page\n\n{func}`craft.knead` for a {guide:level}`novice`.\n\n"
    toctree = "\n```{toctree}\napi\n```\n"
    extensions = 'extensions = ["sphinx.ext.autodoc", "skillguide"]\n'
    configure(project, f"import sys\nsys.path.insert(0, {str(project.folder)!r})\n{extensions}")
    project.write(index=text + LEVEL.replace("{level}", "{guide:level}") + toctree).build()

    assert project.warnings == []
    links = [link["href"] for link in project.page().select("p a.internal")]
    assert links[:2] == ["api.html#craft.knead", "#level-novice"]


def test_in_restructuredtext_all_but_choices_works(project):
    (project.folder / "index.rst").write_text(CHOICE)
    configure(project, CONF).build()

    assert project.findings == [
        "index.rst:10: options are read on Markdown pages only; move this question to one, or ask "
        "for a number or a text [options]"
    ]
    assert project.page().select_one("#level-novice")


def test_a_parser_that_is_not_known_is_named(project, monkeypatch):
    monkeypatch.setattr(myst_parser, "__version__", "6.0.0")

    with pytest.raises(ExtensionError, match=r"needs myst-parser 4 or 5, and found 6\.0\.0"):
        configure(project, CONF).write(index="# Page\n").build()
