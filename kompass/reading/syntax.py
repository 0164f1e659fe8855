"""Translate the parser's complaints into German with a best guess at what the editor meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from kompass.model import KINDS
from kompass.model.paths import every_field
from kompass.problem import Problem
from kompass.rule_names import RuleName
from kompass.wording import shown

START = r"\s*(?:- )?"
FIELD = rf"{START}[a-z][a-z_0-9]*: +"
SLIPS: tuple[tuple[re.Pattern[str], RuleName, str], ...] = (
    (
        re.compile(rf"{START}([a-z][a-z_0-9]*:)(?!in\b|innen\b|[ernsm]\b)[^\s:/]"),
        RuleName.MISSING_SPACE,
        "Nach {} fehlt ein Leerzeichen.",
    ),
    (
        re.compile(rf"(?:{FIELD}|{START})((?P<mark>[\"'])(?:(?!(?P=mark)).)*(?P=mark)\s*[^\s#,\]}}:].*)$"),
        RuleName.TEXT_AFTER_QUOTE,
        "Nach dem schließenden Anführungszeichen steht noch Text: {}.",
    ),
    (re.compile(rf"{FIELD}([^\s\"'#|>\[{{&*!].*?:(?: .*|))$"), RuleName.COLON_IN_TEXT, "Der Text enthält einen Doppelpunkt: {}."),
    (
        re.compile(r"\s*- ([^\s\"'#|>\[{&*!].*?: .*?: .*)$"),
        RuleName.COLON_IN_TEXT,
        "Der Text enthält einen Doppelpunkt: {}.",
    ),
)
LIST_IN_LINE = re.compile(rf"{FIELD}(- .*)$")
WITHOUT_COLON = re.compile(rf"{START}([a-z]+(?:_[a-z]+)*) +[^\s:][^:]*$")
OPEN_BRACKET = re.compile(rf"(?:{FIELD}|{START})(\[[^\]]*)$")
BESIDE = re.compile(rf"{START}[\w-]+:(?:\s|$)|\s*(?:- |#|$)")
"""What a line may be that is no part of a longer text: a field, an item, a comment, nothing."""
FURTHER_RIGHT = "Rücken Sie die Zeile um zwei Leerzeichen weiter ein als den Namen des Feldes."
QUOTE_ALL = "Setzen Sie den ganzen Text in Anführungszeichen, oder schreiben Sie die Liste in eigene Zeilen darunter."
OPENED = re.compile(rf"(?:{FIELD}|{START})(\"(?:[^\"\\]|\\.)*|'[^']*)$")
NOT_CLOSED = "Ein Anführungszeichen wird geöffnet und nicht geschlossen."
LOOK_BACK = 200
OPEN_QUOTE = "while scanning a quoted scalar"

MESSAGES: tuple[tuple[str, RuleName, str], ...] = (
    ("did not find expected '-' indicator", RuleName.INDENTATION, "Die Einrückung passt nicht zu der Liste darüber."),
    ("block sequence entries are not allowed", RuleName.INDENTATION, "Hier darf keine Liste beginnen."),
    ("found a tab character", RuleName.TAB_INDENTATION, "Hier steht ein Tabulator, wo Leerzeichen stehen müssen."),
    (
        "could not find expected ':'",
        RuleName.YAML_SYNTAX,
        "Hier fehlt ein Doppelpunkt nach dem Feldnamen, oder der Text ist falsch eingerückt.",
    ),
    ("did not find expected ',' or ']'", RuleName.YAML_SYNTAX, "Eine eckige Klammer [ wird nicht geschlossen."),
    ("did not find expected ',' or '}'", RuleName.YAML_SYNTAX, "Eine geschweifte Klammer { wird nicht geschlossen."),
    ("cannot start any token", RuleName.YAML_SYNTAX, "Ein Text darf ohne Anführungszeichen nicht mit diesem Zeichen beginnen."),
    ("unknown escape character", RuleName.YAML_SYNTAX, "Auf einen umgekehrten Schrägstrich \\ folgt ein unbekanntes Zeichen."),
    ("did not find expected key", RuleName.INDENTATION, "Die Einrückung passt nicht zu den Zeilen darüber."),
    (
        "mapping values are not allowed",
        RuleName.INDENTATION,
        "Hier darf kein Feld stehen: Einrückung oder Anführungszeichen passen nicht.",
    ),
    (
        "did not find expected alphabetic",
        RuleName.ANCHOR_OR_ALIAS,
        "Ein Text darf ohne Anführungszeichen nicht mit * oder & beginnen.",
    ),
    ("undefined tag handle", RuleName.YAML_TAG, "Ein Text darf ohne Anführungszeichen nicht mit ! beginnen."),
    ("did not find expected tag", RuleName.YAML_TAG, "Ein Text darf ohne Anführungszeichen nicht mit ! beginnen."),
    ("control characters are not allowed", RuleName.BINARY_FILE, "Die Datei enthält ein Steuerzeichen."),
    ("special characters are not allowed", RuleName.BINARY_FILE, "Die Datei enthält ein Steuerzeichen."),
    ("did not find expected <document start>", RuleName.INDENTATION, "Diese Zeile steht außerhalb aller Einträge."),
)


def explain(path: Path, error: Exception, line_of: Callable[[Any], int], lines: list[bytes]) -> Problem:
    """Return the problem that a syntax error stands for; `lines` are those of the whole file."""
    text = f"{getattr(error, 'problem', None) or getattr(error, 'reason', None) or error}"
    context = f"{getattr(error, 'context', None) or ''}"
    mark = getattr(error, "problem_mark", None)
    if context.startswith(OPEN_QUOTE) and error.context_mark is not None and "escape" not in text:  # type: ignore[attr-defined]
        start = error.context_mark  # type: ignore[attr-defined]
        return Problem(path, line_of(start), start.column + 1, RuleName.UNCLOSED_QUOTE, NOT_CLOSED)
    line, column = (line_of(mark), mark.column + 1) if mark else (1, 1)
    return _guess(path, line, lines, _last_line(error, line_of)) or _translate(path, line, column, text)


def _last_line(error: Exception, line_of: Callable[[Any], int]) -> int:
    mark = getattr(error, "context_mark", None)
    return line_of(mark) if mark else 1


def _guess(path: Path, line: int, lines: list[bytes], first: int) -> Problem | None:
    """Look at the line of the error and the three before it for the usual slips."""
    for number in range(min(line, len(lines)), max(first, line - 3) - 1, -1):
        text = lines[number - 1].decode("utf-8", "replace")
        for pattern, rule, message in SLIPS:
            if match := pattern.match(text):
                return Problem(path, number, match.start(1) + 1, rule, message.format(shown(match[1])))
    return _guess_open_quote(path, line, lines, first) or _guess_shape(path, line, lines, first)


def _guess_shape(path: Path, line: int, lines: list[bytes], first: int) -> Problem | None:
    """Look for what leads the parser to complain further down: a list behind a field, no colon, an open bracket."""
    for number in range(min(line, len(lines)), max(first, line - 3) - 1, -1):
        text = lines[number - 1].decode("utf-8", "replace")
        if match := LIST_IN_LINE.match(text):
            message = f"Der Text beginnt mit einem Strich: {shown(match[1])}."
            return Problem(path, number, match.start(1) + 1, RuleName.INDENTATION, message, QUOTE_ALL)
        if (match := WITHOUT_COLON.match(text)) and match[1] in _field_names():
            message = f"Nach „{match[1]}“ fehlt der Doppelpunkt."
            return Problem(
                path,
                number,
                match.end(1) + 1,
                RuleName.YAML_SYNTAX,
                message,
                f"Setzen Sie hinter „{match[1]}“ einen Doppelpunkt und ein Leerzeichen.",
            )
        if match := OPEN_BRACKET.match(text):
            message = "Eine eckige Klammer [ wird nicht geschlossen."
            return Problem(path, number, match.start(1) + 1, RuleName.YAML_SYNTAX, message, "Setzen Sie am Ende der Liste ].")
        if text.startswith(" ") and not BESIDE.match(text):
            message = "Diese Zeile gehört zu keinem Feld: Sie steht nicht weit genug rechts."
            return Problem(path, number, len(text) - len(text.lstrip()) + 1, RuleName.INDENTATION, message, FURTHER_RIGHT)
    return None


@cache
def _field_names() -> frozenset[str]:
    return frozenset(names[-1] for kind in KINDS.values() for names, _ in every_field(kind.model))


def _guess_open_quote(path: Path, line: int, lines: list[bytes], first: int) -> Problem | None:
    """Look further up for a quotation mark that its line does not close."""
    for number in range(min(line, len(lines)), max(first, line - LOOK_BACK) - 1, -1):
        if match := OPENED.match(lines[number - 1].decode("utf-8", "replace")):
            return Problem(path, number, match.start(1) + 1, RuleName.UNCLOSED_QUOTE, NOT_CLOSED)
    return None


def _translate(path: Path, line: int, column: int, text: str) -> Problem:
    for part, rule, message in MESSAGES:
        if part in text:
            return Problem(path, line, column, rule, message)
    return Problem(path, line, column, RuleName.YAML_SYNTAX, "Diese Stelle ist kein gültiges YAML.")
