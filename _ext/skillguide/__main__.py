"""Begin a guide from the command line; Sphinx is not needed for it."""

import argparse
import shlex
import sys
from pathlib import Path
from shutil import copyfile

SKELETON = Path(__file__).parent / "skeleton"


def new(folder: Path) -> list[Path]:
    """Write a small guide into a folder that is new or empty, and return its files.

    Raises FileExistsError with a sentence where something stands there already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is no empty folder: name one that is empty, or new")
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in SKELETON.iterdir() if path.is_file())
    return [copyfile(path, folder / path.name) for path in files]


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 1 if it was refused."""
    parser = argparse.ArgumentParser("python -m skillguide", description="Tools for skill guides.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    text = "write a small guide, complete and ready to build, into an empty folder"
    command = commands.add_parser("new", help=text, description=text)
    command.add_argument(
        "folder", type=Path, metavar="FOLDER", help="an empty folder, or a new one"
    )
    folder = parser.parse_args(arguments).folder
    try:
        files = new(folder)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{', '.join(path.name for path in files)} are in {folder}; build them with")
    print(shlex.join(["sphinx-build", str(folder), str(folder / "_build")]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
