"""A summary says on its function what it reads: else pages would keep what is no longer true."""

from dataclasses import replace

import pytest
from skillguide.domain import GuideDomain
from skillguide.outdated import groups_of
from skillguide.render.summaries import SUMMARIES

#: A chain that only shows authors how one is written.
EXAMPLE = """
::::{quiz} examples
:title: Examples
:example:

:::{question} first
:level: novice

What is first?

- [x] Right
  > Yes.
- [ ] Wrong
  > No.

:::

:::{question} second
:level: baker
:follows: first

What is second?

- [x] Right
  > Yes.
- [ ] Wrong
  > No.

:::

::::
"""

#: An attempt that stands at the end of a phase.
EXIT = """
::::{quiz} exit
:title: The exit
:attempt:
:closes: first-loaf
:forms: 1

:::{questions}
:ids: salt
:::

::::
"""

#: Where the titles of pages and of labeled places stand, by the key of what reads them.
TITLES = {"page": "doc:", "place": "ref:"}


@pytest.fixture
def guide(bread):
    spent = ":reads: index\n:resources: manual\n:practice: first-photo 2"
    bread.edit("path.md", ":title: Routine", f":title: Routine\n{spent}")
    bread.edit("questions.md", ":level: baker", ":level: baker\n:follows: salt")
    bread.edit("questions.md", "# Questions\n", f"# Questions\n{EXAMPLE}{EXIT}")
    return GuideDomain.of(bread.build("dummy").app.env).current


def shown(name, guide):
    return "\n".join(node.pformat() for node in SUMMARIES[name].show(guide))


@pytest.mark.parametrize("name", SUMMARIES)
def test_what_a_summary_does_not_name_it_does_not_show(name, guide):
    """Without the items of a kind that it does not name, it is the same."""
    used = set(SUMMARIES[name].uses)
    used |= {kind.name for kind in guide.kinds if used & set(groups_of(kind))}
    before = shown(name, guide)

    for kind in {item.kind for item in guide.items} - used:
        fewer = replace(guide, items=[item for item in guide.items if item.kind != kind])
        assert shown(name, fewer) == before, kind
    if "minutes" not in used:
        assert shown(name, replace(guide, words={})) == before


@pytest.mark.parametrize("name", SUMMARIES)
def test_what_a_summary_names_it_reads(name, guide):
    """Without the items of a kind that it names, it is another: no page is written in vain."""
    before = shown(name, guide)

    for key in SUMMARIES[name].uses:
        kinds = {kind.name for kind in guide.kinds if key in groups_of(kind)} or {key}
        fewer = replace(guide, items=[item for item in guide.items if item.kind not in kinds])
        if key == "minutes":
            fewer = replace(guide, words=dict.fromkeys(guide.words, 10**6))
        if key in TITLES:
            titles = {n: t for n, t in guide.titles.items() if not n.startswith(TITLES[key])}
            fewer = replace(guide, titles=titles)
        assert shown(name, fewer) != before, key
