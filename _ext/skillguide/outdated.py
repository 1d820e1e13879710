"""Pages that show what other pages declare are written again when that has changed.

What each page showed is kept beside the doctrees, for each output folder on its own, and only once
that output is complete: builders that share their doctrees, and builds that were interrupted, leave
no page behind.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from os.path import relpath
from pathlib import Path
from types import MappingProxyType

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import getLogger

from .checks import check
from .domain import GuideDomain, Page
from .model import Guide, Item, Kind, Location, Question
from .visibility import holds

logger = getLogger(__name__)


def sha(text: str) -> str:
    """A hash of a text."""
    return sha256(text.encode()).hexdigest()


def shown(item: Item) -> Item:
    """An item without the line where it stands, which no page shows."""
    return replace(item, location=Location(item.location.docname, "", 0))


def digests(guide: Guide) -> dict[str, str]:
    """What pages can show, by key: a hash for each item, each kind, each group of kinds, each term,
    and each title of a page; one for the titles of labeled places, and one for the minutes of
    the pages.
    """
    titles = {key.removeprefix("doc:"): title for key, title in guide.titles.items()}
    groups = {kind.name: groups_of(kind) for kind in guide.kinds}
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for item in guide.items:
        defined = [guide.terms.get(key, "") for key in item.terms]
        text = guide.spell(" ".join([repr(shown(item)), *defined]))
        texts[item.key].append(text)
        if item.location.docname not in guide.unlisted:
            texts[item.kind].append(text)
            for key in groups.get(item.kind, ()):
                texts[key].append(text)
    for key, sentence in guide.terms.items():
        texts[key].append(guide.spell(sentence))
    for name in guide.pages:
        texts[f"page:{name}"] = [titles.get(name, "")]
    texts["page"] = [f"{name} {titles.get(name, '')}" for name in guide.pages]
    texts["place"] = [f"{key} {guide.titles[key]}" for key in guide.titles if key[:4] == "ref:"]
    texts["minutes"] = [f"{page} {round(guide.minutes(page))}" for page in guide.words]
    return {key: sha("\n".join(parts)) for key, parts in texts.items()}


def groups_of(kind: Kind) -> list[str]:
    """What is done with the records of a kind: hours are `spent` on them, they are `planned`, or
    questions ask for them.
    """
    return ["spent"] * bool(kind.way) + ["planned"] * kind.in_plan + ["asked"] * bool(kind.question)


def keys(guide: Guide, page: Page) -> Iterator[str]:
    """The keys of all that a page shows, in a fixed order; the questions of its lists in theirs."""
    yield from sorted(page.uses | {item.key for item in page.items})
    asked = [item for item in page.items if isinstance(item, Question)]
    for place in page.lists:
        for question in guide.shown_in(place):
            asked.append(question)
            yield question.key
            yield f"page:{question.page}"
            yield f"numbers:{question.location.docname}"
    for question in asked:
        if following := guide.next_questions.get(question.id):
            yield following.key


def pages_shown(
    guide: Guide, pages: dict[str, Page], numbers: Mapping[str, object] = MappingProxyType({})
) -> dict[str, str]:
    """For each page a hash of what it shows. The skill's id stands in it too, since scripts keep a
    reader's answers under it, and so do the settings. `numbers` are those of the figures of each
    page.
    """
    known = digests(guide) | {f"numbers:{name}": repr(given) for name, given in numbers.items()}
    store = f"{guide.skill.id if guide.skill else ''} {guide.settings}"
    return {
        name: sha("\n".join([store, *(f"{key} {known.get(key)}" for key in keys(guide, page))]))
        for name, page in pages.items()
    }


def finish_reading(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Report every finding, and return the pages that show data which changed since they were
    written. Runs on each build, also when nothing was read: a mistake is shown until repaired.
    """
    domain = GuideDomain.of(env)
    guide = domain.finish()
    found = [finding for page in domain.pages.values() for finding in page.findings]
    for finding in sorted([*found, *check(guide)], key=lambda found: found.location):
        place = env.srcdir / finding.location.path
        logger.warning(
            "%s",
            finding.message,
            type="guide",
            subtype=finding.rule,
            location=f"{place}:{finding.location.line}",
        )
    old, new = written(app), pages_shown(guide, domain.pages, env.toc_fignumbers)
    domain.shown = new
    return sorted(name for name in new if old.get(name) != new[name])


def record(app: Sphinx) -> Path:
    """The file that holds what the pages of this output showed."""
    output = sha(f"{app.builder.name} {relpath(app.outdir, app.doctreedir)}")[:8]
    return Path(app.doctreedir, f"skillguide-{output}.json")


def written(app: Sphinx) -> dict[str, str]:
    """What each page of this output showed when it was written; nothing if that is not known."""
    try:
        found = json.loads(record(app).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def finish_writing(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the pages show, now that they are written."""
    if exception is None:
        text = json.dumps(GuideDomain.of(app.env).shown)
        record(app).write_text(text, encoding="utf-8")


def find_hidden(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """The pages of which this build shows other parts than the one that read them."""
    return [
        name
        for name, page in GuideDomain.of(env).pages.items()
        if any(holds(condition, env) != held for condition, held in page.conditions.items())
    ]
