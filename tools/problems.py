"""Print what a build found: `2 problems in 1 file`, then each with its place.

    python tools/problems.py STATUS PROBLEMS PAGE

STATUS is the exit status of sphinx-build, PROBLEMS the file that it wrote its warnings to. Exits 0
when there is nothing to repair, else 1.
"""

import re
import sys
from pathlib import Path

# path:line: WARNING: message [type.subtype]; some warnings have no line, or no path
PLACED = re.compile(
    r"(?P<path>[^:\n]+):(?:(?P<line>\d+):)? (?:WARNING|ERROR|CRITICAL): (?P<text>.*)"
)


def problems(text: str, root: Path) -> list[tuple[str, str]]:
    """Pairs (path, `path:line: message`), one for each warning; paths relative to the project."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        if match := PLACED.match(line):
            path = match["path"].removeprefix(f"{root}/")
            place = f"{path}:{match['line']}" if match["line"] else path
            found.append((path, f"{place}: {match['text']}"))
        elif line.startswith(("WARNING: ", "ERROR: ")):
            found.append(("", line.partition(": ")[2]))
        elif found and line.strip():
            found[-1] = (found[-1][0], f"{found[-1][1]}\n    {line.strip()}")
    return found


def main(status: str, file: str, page: str) -> int:
    """Print the block and the address of the page."""
    text = Path(file).read_text("utf-8") if Path(file).exists() else ""
    found = problems(text, Path.cwd())
    if status != "0":
        print(f"The build stopped with status {status}.\n\n{text}")
        return 1
    print(f"The site is at {Path(page).resolve().as_uri()}")
    if not found:
        return 0
    files = len({path for path, _ in found})
    print(f"\n{count(len(found), 'problem')} in {count(files, 'file')}\n")
    print("\n".join(problem for _, problem in found))
    return 1


def count(number: int, noun: str) -> str:
    """`1 problem`, `2 problems`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
