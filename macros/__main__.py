"""`python -m macros export FOLDER`: write every page as plain Markdown."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.export import export


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Schreibt alle Seiten als Markdown ohne MkDocs.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("export", help="Seiten schreiben")
    command.add_argument("folder", type=Path, metavar="ORDNER")
    options = parser.parse_args()
    print(f"{export(Path(), options.folder)} Seiten nach {options.folder} geschrieben.")


if __name__ == "__main__":
    main()
