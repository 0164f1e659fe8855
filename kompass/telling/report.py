"""Print problems: for people, for programs, as annotations of a code host. Nothing here looks at data."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kompass.load import Loaded
from kompass.problem import LIMIT, Problem
from kompass.rules import RULES, Severity, severity_of
from kompass.wording import visible

PLURALS = {Severity.WARNING: "Warnungen", Severity.NOTE: "Hinweise"}


def format_text(loaded: Loaded) -> str:
    """Return the report for people: a few lines for each problem, and the count."""
    lines = [line for problem in loaded.problems for line in _lines(problem)]
    return "\n".join([*lines, summary(loaded)])


def format_json(loaded: Loaded) -> str:
    """Return the report for programs."""
    report = {
        "files": loaded.files,
        "entries": loaded.entries,
        "errors": errors(loaded),
        "problems": [_fields(problem) for problem in loaded.problems],
    }
    return json.dumps(report, ensure_ascii=True, indent=2)


def format_github(loaded: Loaded) -> str:
    """Return one workflow command (docs.github.com, "Workflow commands") for each problem, and the count."""
    return "\n".join([*map(_annotation, loaded.problems), summary(loaded)])


def format_gitlab(loaded: Loaded) -> str:
    """Return the report in the form of GitLab's code quality (docs.gitlab.com, "Code Quality", report format)."""
    return json.dumps([_quality(problem) for problem in loaded.problems], ensure_ascii=True, indent=2)


FORMATS: dict[str, Callable[[Loaded], str]] = {
    "text": format_text,
    "json": format_json,
    "github": format_github,
    "gitlab": format_gitlab,
}


def errors(loaded: Loaded) -> int:
    """Return the number of problems that fail the check."""
    return _count(loaded)[Severity.ERROR]


def summary(loaded: Loaded) -> str:
    """Return the last line of a report."""
    count = _count(loaded)
    found = [f"{count[Severity.ERROR] or 'Keine'} Fehler"]
    found += [
        f"{count[severity]} {severity if count[severity] == 1 else word}" for severity, word in PLURALS.items() if count[severity]
    ]
    files = "1 Datei" if loaded.files == 1 else f"{loaded.files} Dateien"
    entries = "1 Eintrag" if loaded.entries == 1 else f"{loaded.entries} Einträge"
    more = " Weitere zeigen sich, wenn diese behoben sind." if len(loaded.problems) >= LIMIT else ""
    return f"Geprüft: {files}, {entries}. {', '.join(found)}.{more}"


def _count(loaded: Loaded) -> Counter[Severity]:
    return Counter(severity_of(problem) for problem in loaded.problems)


def _lines(problem: Problem) -> list[str]:
    rule = RULES[problem.rule]
    place = f"{shown_path(problem)}:{problem.line}:{problem.column}"
    lines = [
        f"{place}: {severity_of(problem)}: {problem.message} [{rule.name}]",
        f"    Warum:  {rule.why}",
        f"    Lösung: {problem.fix or rule.fix}",
    ]
    return [visible(line) for line in lines]


def _fields(problem: Problem) -> dict[str, str | int]:
    rule = RULES[problem.rule]
    return {
        "path": visible(shown_path(problem)),
        "line": problem.line,
        "column": problem.column,
        "rule": rule.name,
        "severity": severity_of(problem).value,
        "message": visible(problem.message),
        "why": rule.why,
        "fix": visible(problem.fix or rule.fix),
    }


def _annotation(problem: Problem) -> str:
    rule = RULES[problem.rule]
    command = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[severity_of(problem)]
    place = f"file={_property(shown_path(problem))},line={problem.line},col={problem.column},title={_property(rule.name)}"
    text = visible(f"{problem.message} {problem.fix or rule.fix}")
    return f"::{command} {place}::{_escape(text)}"


def _quality(problem: Problem) -> dict[str, Any]:
    rule = RULES[problem.rule]
    severity = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}[severity_of(problem)]
    path = visible(shown_path(problem))
    mark = f"{path}:{rule.name}:{problem.line}:{problem.column}:{problem.message}"
    return {
        "description": visible(f"{problem.message} {problem.fix or rule.fix}"),
        "check_name": rule.name,
        "fingerprint": hashlib.sha256(mark.encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": problem.line}},
    }


def _property(text: str) -> str:
    return _escape(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def shown_path(problem: Problem) -> str:
    """Return the path relative to the working directory where it lies below it, with forward slashes."""
    path = Path(os.path.abspath(problem.path))  # noqa: PTH100 (resolve would follow links)
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
