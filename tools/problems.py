"""Print what is wrong with the sources and what a build found: `2 problems in 1 file`, and each.

    python tools/problems.py STATUS PROBLEMS PAGE

STATUS is the exit status of sphinx-build, PROBLEMS the file that it wrote its warnings to. Exits 0
when there is nothing to repair, else 1.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from sources import Problem, Sources

# path:line: WARNING: message [type.subtype]; some warnings have no line, or no path
PLACED = re.compile(
    r"(?P<path>[^:\n]+):(?:(?P<line>\d+):)? (?:WARNING|ERROR|CRITICAL): (?P<text>.*)"
)
# where Sphinx begins to write why it stopped, and the reason, behind the last frame
STOPPED = re.compile(r"^(?:[\w ]+ error[^:]*!|Versions)$", re.MULTILINE)
REASON = re.compile(r"^Traceback\n=+\n.*?^ {4}(?:sphinx\.errors\.\w+: )?(\S.*?)$", re.M | re.S)
# a quotation that is longer than what helps, such as a whole block of code
LONG = re.compile(r"""((?<![^\s(])(['"])(?:\\.|(?!\2)[^\\\n]){60})(?:\\.|(?!\2)[^\\\n])+\2(?!\w)""")
LINES = 3  # of a message


def problems(text: str, root: Path) -> list[tuple[str, str]]:
    """Pairs (path, `path:line: message`), each once; paths relative to the project."""
    found: list[tuple[str, list[str]]] = []
    for line in LONG.sub(r"\1…\2", text.replace(f"{root}/", "")).splitlines():
        if match := PLACED.match(line):
            place = f"{match['path']}:{match['line']}" if match["line"] else match["path"]
            found.append((match["path"], [f"{place}: {match['text']}"]))
        elif line.startswith(("WARNING: ", "ERROR: ", "CRITICAL: ")):
            found.append(("", [line.partition(": ")[2]]))
        elif found and line.strip():
            found[-1][1].append(f"    {line.strip()}")
    return list(dict.fromkeys((path, "\n".join(cut(lines))) for path, lines in found))


def cut(lines: Sequence[str]) -> list[str]:
    """The first lines of a message, which say what is wrong; what follows quotes the page."""
    return [*lines[:LINES], *(["    …"] if len(lines) > LINES else [])]


def split(text: str) -> tuple[str, str]:
    """The warnings of a build, and why it stopped; empty if it did not."""
    stopped = STOPPED.search(text)
    reason = REASON.search(text, stopped.start()) if stopped else None
    return text[: stopped.start()] if stopped else text, reason[1].rstrip(":") if reason else ""


def join(sources: Sequence[Problem], built: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """All problems; what a build says at the place of a mistake in a source follows from it."""
    places = tuple(f"{problem.path}:{problem.line}: " for problem in sources)
    rest = [(path, text) for path, text in built if not text.startswith(places)]
    return [*((problem.path, str(problem)) for problem in sources), *rest]


def main(status: str, file: str, page: str) -> int:
    """Print the address of the page, or why there is none, and all problems."""
    root = Path.cwd()
    warnings, reason = split(Path(file).read_text("utf-8") if Path(file).exists() else "")
    found = join(Sources(root).problems(), problems(warnings, root))
    if status != "0":
        print(f"The build stopped: {reason or f'sphinx-build ended with status {status}'}")
    else:
        print(f"The site is at {Path(page).resolve().as_uri()}")
    if found:
        files = len({path for path, _ in found})
        print(f"\n{count(len(found), 'problem')} in {count(files, 'file')}\n")
        print("\n".join(text for _, text in found))
    return 1 if found or status != "0" else 0


def count(number: int, noun: str) -> str:
    """`1 problem`, `2 problems`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
