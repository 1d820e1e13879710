"""Compare a build with our questions to a build of the same words as plain lists.

    python tools/bench.py [NUMBER ...]

`block` puts the words into a container of docutils that does nothing: what that costs is the share
of MyST, which parses what stands in a block anew. `ours` are bare questions, `full` ones have every
option, beside levels, a sub-skill and a summary.

For each NUMBER of questions (1000 and 4000 unless told otherwise) both projects are built fresh,
in one run on one machine; what counts is the ratio. Instructions are those of `perf stat`, where
it is there, else seconds of processor time.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
ON_A_PAGE = 50
CONF = """\
extensions = ["myst_parser"{ours}]
primary_domain = {domain}
myst_enable_extensions = ["colon_fence", "tasklist"]
html_theme = "basic"
"""
FRAME = {
    "plain": "{stem}\n\n{options}\n\nTake away {n}.\n",
    "block": ":::{{container}}\n\n{stem}\n\n{options}\n\nTake away {n}.\n\n:::\n",
    "ours": ":::{{question}} question-{n}\n{stem}\n\n{options}\n\nTake away {n}.\n\n:::\n",
    "full": ":::{{question}} question-{n}\n:level: novice\n:sub-skill: part\n"
    ":teaches: page-0#place\n:source: a book\n\n{stem}\n\n{options}\n\nTake away {n}.\n\n:::\n",
}
PARTS = """\
:::{skill} bench
:total-weight: 100%

Everything.

:::

:::{level} novice
:title: Novice
:experience: a day

Begins.

:::

:::{sub-skill} part
:title: Part
:weight: 100%

All of it.

:::

:::{blueprint}
:::
"""


class Cost(NamedTuple):
    """What a build took: instructions or seconds, and MiB at the peak."""

    work: float
    memory: float


def write(folder: Path, kind: str, number: int) -> None:
    """A project with so many questions."""
    folder.mkdir()
    ours = {"ours": ', "skillguide"', "full": ', "skillguide"'}.get(kind, "")
    (folder / "conf.py").write_text(CONF.format(ours=ours, domain='"guide"' if ours else None))
    pages = range((number + ON_A_PAGE - 1) // ON_A_PAGE)
    names = "\n".join(f"page-{page}" for page in pages)
    head = PARTS if kind == "full" else ""
    (folder / "index.md").write_text(f"# Bench\n\n{head}\n```{{toctree}}\n{names}\n```\n")
    for page in pages:
        text = [f"# Page {page}", "(place)=" if page == 0 else "", "## Place"]
        for n in range(page * ON_A_PAGE, min(number, (page + 1) * ON_A_PAGE)):
            options = "\n".join(
                f"- [{'x' if option == n % 4 else ' '}] Answer {option} of question {n}\n"
                f"  > Reason {option} for question {n}, in a sentence of some length."
                for option in range(4)
            )
            stem = f"In case {n}, which of these four answers would you give?"
            text.append(FRAME[kind].format(n=n, stem=stem, options=options))
        (folder / f"page-{page}.md").write_text("\n\n".join(text))


def build(folder: Path) -> Cost:
    """Build a project fresh and return what it took."""
    out = folder / "_build"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-q", "-E", str(folder), str(out)]
    counts = folder / "perf.txt"
    if shutil.which("perf"):
        command = ["perf", "stat", "-x,", "-e", "instructions:u", "-o", str(counts), *command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "_ext")}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build of {folder.name} failed")
    counted = re.search(r"^(\d+),", counts.read_text(), re.MULTILINE) if counts.exists() else None
    work = float(counted[1]) if counted else usage.ru_utime + usage.ru_stime
    return Cost(work, usage.ru_maxrss / 1024)


def main(arguments: list[str]) -> None:
    """Print a row for each size and kind: work and memory beside the plain project's."""
    print("questions  project  work ÷ plain  memory ÷ plain")
    first: dict[str, float] = {}
    numbers = [int(text) for text in arguments] or [1000, 4000]
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            costs = {}
            for kind in FRAME:
                write(Path(name, kind), kind, number)
                costs[kind] = build(Path(name, kind))
            floor = costs["plain"]
            for kind in ("block", "ours", "full"):
                work, memory = costs[kind].work / floor.work, costs[kind].memory / floor.memory
                print(f"{number:9}  {kind:7}  {work:12.2f}  {memory:14.2f}")
            for kind, cost in costs.items():
                first.setdefault(kind, cost.work)
            if number != numbers[0]:
                growth = {kind: costs[kind].work / first[kind] for kind in FRAME}
                text = ", ".join(f"{kind} {value:.2f}" for kind, value in growth.items())
                print(f"from {numbers[0]} to {number} the work grows by: {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
