"""The command line: `python -m kompass check` and `python -m kompass schemas`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from kompass.catalogue import load
from kompass.model import FILES
from kompass.model.base import FULL_DAY
from kompass.report import FORMATS, errors
from kompass.schema import render

CLEAN, FAULTY, WRONG_CALL = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all is well, 1 if there are errors in the data, 2 after a wrong call."""
    options = _parser().parse_args(arguments)
    if options.command == "schemas":
        return _write_schemas(options.out)
    return _check(options.data, options.format, options.today)


def _check(folder: Path, form: str, today: date | None) -> int:
    if not _is_folder(folder):
        return _refuse(f"Den Ordner „{folder}“ gibt es nicht. Geben Sie ihn mit --data an.")
    loaded = load(folder, today=today)
    _print(FORMATS[form](loaded))
    return FAULTY if errors(loaded) else CLEAN


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _write_schemas(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in FILES:
            (folder / f"{file.name}.schema.json").write_text(render(file), encoding="utf-8", newline="\n")
    except OSError as error:
        return _refuse(f"In den Ordner „{folder}“ lässt sich nicht schreiben: {error.strerror}.")
    _print(f"Geschrieben: {len(FILES)} Schemata nach {folder}.")
    return CLEAN


def _print(text: str) -> None:
    """Print in UTF-8 whatever the terminal says, for the messages are German; end quietly when nobody reads on."""
    try:
        sys.stdout.buffer.write((text + "\n").encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(message: str) -> int:
    sys.stderr.buffer.write((message + "\n").encode("utf-8", "backslashreplace"))
    sys.stderr.flush()
    return WRONG_CALL


class _GermanParser(argparse.ArgumentParser):
    """A parser that speaks German as far as argparse lets it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False)
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        sys.exit(_refuse(f"Der Aufruf ist nicht richtig ({message}).\n{self.format_usage().strip()}"))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Aufruf:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Aufruf:").replace("options:", "Optionen:")


def _parser() -> argparse.ArgumentParser:
    parser = _GermanParser(prog="python -m kompass", description="Prüft die Daten des Kompasses und schreibt ihre Schemata.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="BEFEHL", title="Befehle")
    check = commands.add_parser(
        "check", help="prüft alle Daten", description="Prüft alle Daten und nennt jeden Fehler mit Lösung."
    )
    check.add_argument("--data", type=Path, default=Path("data"), metavar="ORDNER", help="Ordner mit den Daten (sonst: data)")
    check.add_argument("--format", choices=sorted(FORMATS), default="text", help="Form des Berichts (sonst: text)")
    check.add_argument("--today", type=_day, metavar="JJJJ-MM-TT", help="Tag, der als heute gilt")
    schemas = commands.add_parser(
        "schemas", help="schreibt die JSON-Schemata", description="Schreibt je Datendatei ein JSON-Schema."
    )
    schemas.add_argument("--out", type=Path, default=Path("schemas"), metavar="ORDNER", help="Zielordner (sonst: schemas)")
    return parser


def _day(text: str) -> date:
    if not FULL_DAY.fullmatch(text):
        raise argparse.ArgumentTypeError("--today braucht ein Datum der Form JJJJ-MM-TT")
    return date.fromisoformat(text)
