"""Tools of the tests: a build of a few pages, and a build of a guide in `tests/guides`."""

import gc
import os
import pickle
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from textwrap import dedent
from typing import ClassVar, TypeVar

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from bs4 import BeautifulSoup
from jinja2.bccache import Bucket, BytecodeCache
from sphinx import jinja2glue
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_escape_sequences

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two workers, two cores: no threads below them
gc.set_threshold(200_000, 50, 100)  # builds make many objects at once: look less often

pytest_plugins = ["sphinx.testing.fixtures"]

ROOT = Path(__file__).parents[1]
GUIDES = Path(__file__).parent / "guides"
CONF = (GUIDES / "bread" / "conf.py").read_text("utf-8")

BUILDERS = """html dirhtml singlehtml epub latex text man texinfo gettext xml pseudoxml json
    dummy""".split()  # noqa: SIM905

#: A picture of one dot.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


class Compiled(BytecodeCache):
    """Templates that were compiled in this process; each build would compile them anew, which takes
    longer than to build a page. A changed template has another key.
    """

    known: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if text := self.known.get(f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(text)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


jinja2glue.SandboxedEnvironment = partial(
    jinja2glue.SandboxedEnvironment, bytecode_cache=Compiled()
)

T = TypeVar("T")


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """What `make(folder)` returns: of the processes that test together, one makes it, and the
    others wait for it.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return make(base / name)
    import fcntl  # as xdist itself, where several processes are used

    folder, result = base.parent / name, base.parent / f"{name}.pickle"
    with (base.parent / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not result.exists():
            result.write_bytes(pickle.dumps(make(folder)))
    return pickle.loads(result.read_bytes())


class Project:
    """A source folder that is built; warnings are those of the last build."""

    def __init__(self, folder: Path, make_app: Callable[..., SphinxTestApp]) -> None:
        self.folder = folder
        self.make_app = make_app
        self.app: SphinxTestApp | None = None

    def write(self, **pages: str) -> "Project":
        """Write pages (name=text; `__` in a name is a folder)."""
        for name, text in pages.items():
            path = self.folder / f"{name.replace('__', '/')}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return self

    def edit(self, page: str, old: str, new: str) -> "Project":
        """Change a text of a page that must be there."""
        path = self.folder / page
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return self

    def translate(self, **messages: dict[str, str]) -> "Project":
        """Give pages (name={source: text}) a German catalogue each."""
        for page, pairs in messages.items():
            catalog = Catalog("de")
            for source, text in pairs.items():
                catalog.add(source, text)
            path = self.folder / "locales" / "de" / "LC_MESSAGES" / f"{page}.mo"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_mo(file, catalog)
        return self

    def build(self, builder: str = "html", **options: object) -> "Project":
        """Build as an author does again and again: what did not change is not read again."""
        if self.app:
            self.app.cleanup()
        self.app = self.make_app(builder, srcdir=self.folder, **options)
        self.app.build()
        return self

    @property
    def warnings(self) -> list[str]:
        """`path:line: LEVEL: message [type.subtype]`, with paths relative to the project."""
        text = strip_escape_sequences(self.app.warning.getvalue())
        return [line.replace(f"{self.folder}/", "") for line in text.splitlines() if line]

    @property
    def findings(self) -> list[str]:
        """Warnings of ours as `path:line: message [rule]`."""
        return [
            re.sub(r"WARNING: (.*) \[guide\.(\w+)\]", r"\1 [\2]", line)
            for line in self.warnings
            if "[guide." in line
        ]

    def output(self, name: str) -> str:
        """The text of a written file."""
        return (Path(self.app.outdir) / name).read_text("utf-8")

    def page(self, name: str = "index.html") -> BeautifulSoup:
        """A written HTML page."""
        return BeautifulSoup(self.output(name), "html.parser")

    @property
    def status(self) -> str:
        """What the build said of its own work."""
        return strip_escape_sequences(self.app.status.getvalue())


@pytest.fixture
def project(tmp_path: Path, make_app: Callable[..., SphinxTestApp]) -> Project:
    """An empty project with the extension."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    return Project(folder, make_app)


@pytest.fixture
def bread(tmp_path: Path, make_app: Callable[..., SphinxTestApp]) -> Project:
    """A copy of the second guide: another craft, written with the same extension."""
    folder = tmp_path / "bread"
    shutil.copytree(GUIDES / "bread", folder)
    return Project(folder, make_app)
