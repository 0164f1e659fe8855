"""The command line: `python -m kompass check`, `neu`, `erklaere` and `schemas`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from kompass.load import Loaded, load, load_changed
from kompass.model import FILES, Kind
from kompass.model.base import FULL_DAY
from kompass.reading.changes import RevisionError
from kompass.reading.inventory import Inventory, read_folder
from kompass.schema import render
from kompass.telling.comment import format_markdown
from kompass.telling.explain import explain, list_rules, unknown
from kompass.telling.report import FORMATS, errors
from kompass.writing.draft import UnknownKindError, draft, file_of, find_kind, place_of
from kompass.writing.fix import fix

CLEAN, FAULTY, WRONG_CALL = 0, 1, 2
REPORTS = {**FORMATS, "markdown": format_markdown}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all is well, 1 if there are errors in the data, 2 after a wrong call."""
    options = _parser().parse_args(arguments)
    if options.command == "schemas":
        return _write_schemas(options.out)
    if options.command == "erklaere":
        return _explain(options.rule)
    if not _is_folder(options.data):
        return _refuse(f"Den Ordner „{options.data}“ gibt es nicht. Geben Sie ihn mit --data an.")
    return _draft(options) if options.command == "neu" else _check(options)


def _check(options: argparse.Namespace) -> int:
    if options.fix and (failure := _fix(options.data)):
        return _refuse(failure)
    try:
        loaded = _load(options)
    except RevisionError as error:
        return _refuse(str(error))
    _print(REPORTS[options.format](loaded))
    return FAULTY if errors(loaded) else CLEAN


def _load(options: argparse.Namespace) -> Loaded:
    if options.changed_since is None:
        return load(options.data, today=options.today, is_main=options.main)
    return load_changed(options.data, options.changed_since, today=options.today, is_main=options.main)


def _fix(folder: Path) -> str:
    """Put the files in order and name on standard error those that changed; return why that failed, or nothing."""
    for file in FILES:
        path = folder / f"{file.name}.yml"
        try:
            before = path.read_bytes() if path.is_file() else None
            after = None if before is None else fix(before, file)
            if after is not None and after != before:
                path.write_bytes(after)
                _print_error(f"In Ordnung gebracht: {path.as_posix()}")
        except OSError as error:
            return f"Die Datei „{path}“ lässt sich nicht ändern: {error.strerror}."
    return ""


def _explain(name: str | None) -> int:
    if name is None:
        _print(list_rules())
        return CLEAN
    text = explain(name)
    if text is None:
        return _refuse(unknown(name))
    _print(text)
    return CLEAN


def _draft(options: argparse.Namespace) -> int:
    today = options.today or date.today()
    try:
        kind = find_kind(options.kind)
    except UnknownKindError as error:
        return _refuse(str(error))
    inventory, _ = read_folder(options.data, today)
    text = draft(kind, options.title, today, inventory)
    if not options.append:
        _print(text.rstrip("\n"))
        return CLEAN
    return _insert(options.data / f"{file_of(kind).name}.yml", kind, options.title, text, inventory)


def _insert(path: Path, kind: Kind, title: str, text: str, inventory: Inventory) -> int:
    """Put a template into a file that holds one list, where its id belongs: at the end all new entries would collide."""
    if not file_of(kind).is_list:
        return _refuse(f"In „{path.name}“ stehen mehrere Listen. Kopieren Sie die Vorlage selbst an ihre Stelle (ohne --append).")
    try:
        lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        place = place_of(kind, title, inventory, lines)
        lines[place:place] = text.rstrip("\n").split("\n")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError):
        return _refuse(f"Die Datei „{path}“ lässt sich nicht ändern.")
    _print(f"Eingefügt: {path.as_posix()}, ab Zeile {place + 1}.")
    return CLEAN


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
    _print_error(message)
    return WRONG_CALL


def _print_error(message: str) -> None:
    """Print on standard error."""
    sys.stderr.buffer.write((message + "\n").encode("utf-8", "backslashreplace"))
    sys.stderr.flush()


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
    parser = _GermanParser(
        prog="python -m kompass", description="Prüft die Daten des Kompasses, hilft beim Schreiben und erklärt die Regeln."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="BEFEHL", title="Befehle")
    _add_check(commands)
    _add_new(commands)
    _add_explained(commands)
    _add_schemas(commands)
    return parser


def _add_check(commands: Any) -> None:
    check = commands.add_parser(
        "check", help="prüft alle Daten", description="Prüft alle Daten und nennt jeden Fehler mit Lösung."
    )
    check.add_argument("--data", type=Path, default=Path("data"), metavar="ORDNER", help="Ordner mit den Daten (sonst: data)")
    check.add_argument("--format", choices=sorted(REPORTS), default="text", help="Form des Berichts (sonst: text)")
    check.add_argument("--today", type=_day, metavar="JJJJ-MM-TT", help="Tag, der als heute gilt")
    check.add_argument(
        "--changed-since",
        metavar="FASSUNG",
        help="prüft nur Einträge, die anders sind als in dieser Git-Fassung, z. B. origin/main",
    )
    check.add_argument("--main", action="store_true", help="prüft wie auf dem Hauptzweig: lange überfällige Einträge sind Fehler")
    check.add_argument(
        "--fix", action="store_true", help="bringt vorher in Ordnung, was kein Urteil braucht (Reihenfolge, Zeichen …)"
    )


def _add_new(commands: Any) -> None:
    new = commands.add_parser(
        "neu", help="zeigt die Vorlage für einen Eintrag", description="Zeigt die Vorlage für einen Eintrag."
    )
    new.add_argument("kind", metavar="ART", help="Art des Eintrags, z. B. Beispiel")
    new.add_argument("--title", default="", metavar="TITEL", help="Überschrift; aus ihr entsteht auch die Kennung")
    new.add_argument(
        "--append", action="store_true", help="fügt die Vorlage an ihrer Stelle in die Datendatei ein, statt sie zu zeigen"
    )
    new.add_argument("--data", type=Path, default=Path("data"), metavar="ORDNER", help="Ordner mit den Daten (sonst: data)")
    new.add_argument("--today", type=_day, metavar="JJJJ-MM-TT", help="Tag, der als heute gilt")


def _add_explained(commands: Any) -> None:
    explained = commands.add_parser("erklaere", help="erklärt eine Regel", description="Erklärt eine Regel der Prüfung.")
    explained.add_argument("rule", nargs="?", metavar="REGEL", help="Name der Regel; ohne ihn alle Namen")


def _add_schemas(commands: Any) -> None:
    schemas = commands.add_parser(
        "schemas", help="schreibt die JSON-Schemata", description="Schreibt je Datendatei ein JSON-Schema."
    )
    schemas.add_argument("--out", type=Path, default=Path("schemas"), metavar="ORDNER", help="Zielordner (sonst: schemas)")


def _day(text: str) -> date:
    if not FULL_DAY.fullmatch(text):
        raise argparse.ArgumentTypeError("--today braucht ein Datum der Form JJJJ-MM-TT")
    return date.fromisoformat(text)
