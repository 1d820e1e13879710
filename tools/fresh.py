"""List what was looked at more than a year ago: `python tools/fresh.py [today]`; 1 if there is any.

It runs apart from builds and tests, whose results never depend on the day.
"""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

DAYS = 365
#: How the pages date what they say; a month counts from its last day.
DATED = re.compile(r"^(?:reviewed|:checked:)[: ]\s*(\d{4})-(\d{2})|\bas of (\d{4})-(\d{2})\b")


def old_lines(text: str, today: date) -> Iterator[tuple[int, str]]:
    """The lines (counted from 1) whose date is more than a year before today."""
    for number, line in enumerate(text.splitlines(), 1):
        for match in DATED.finditer(line):
            year, month = (int(part) for part in match.groups() if part)
            end = date(year + month // 12, month % 12 + 1, 1)
            if (today - end).days > DAYS:
                yield number, f"{year}-{month:02}"


def main(arguments: list[str]) -> int:
    """Print `path:line: date` for each old line, oldest first."""
    today = date.fromisoformat(arguments[0]) if arguments else date.today()
    root = Path(__file__).parents[1]
    found = [
        (dated, f"{path.relative_to(root)}:{line}")
        for folder in ("guide", "quizzes")
        for path in sorted((root / folder).rglob("*.md"))
        for line, dated in old_lines(path.read_text("utf-8"), today)
    ]
    for dated, place in sorted(found):
        print(f"{place}: {dated}")
    print(f"{len(found)} places were last looked at more than {DAYS} days before {today}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
