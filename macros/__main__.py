"""`python -m macros export FOLDER`: write every page as plain Markdown."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.draw import SharedAddressError
from macros.export import export
from macros.site import BadDataError


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Schreibt alle Seiten als Markdown ohne MkDocs.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("export", help="Seiten schreiben")
    command.add_argument("folder", type=Path, metavar="ORDNER")
    options = parser.parse_args()
    try:
        print(f"{export(Path(), options.folder)} Seiten nach {options.folder} geschrieben.")
    except (BadDataError, SharedAddressError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
