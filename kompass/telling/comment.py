"""The report as a comment below a proposed change: what is good, what is missing, what to do next. In German, in Markdown.

Whatever comes from the data is made harmless: it can neither format the comment nor call people by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kompass.load import Loaded
from kompass.problem import Problem, Severity
from kompass.rules import RULES, severity_of
from kompass.rules.rule import Stage
from kompass.telling.report import shown_path
from kompass.wording import visible

SHOWN = 25
NAMED = 10
MARKS = re.compile(r"[\\`*_{}\[\]<>()#+!|~@&:/-]")
"""Characters with a meaning in Markdown; `:` and `/` make addresses clickable, `@` and `#` call people and threads."""

SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}
PRAISE = {
    "Form": (Stage.FILE, Stage.TEXT, Stage.SHAPE),
    "Inhalt": (Stage.MEANING,),
    "Sprache": (Stage.WORDING,),
}
GOOD = {
    "Form": "Alle Dateien sind lesbar, und jedes Feld hat die richtige Form.",
    "Inhalt": "Alle Verweise führen zu einem Eintrag, und jeder Eintrag nennt mindestens eine Quelle.",
    "Sprache": "Die Texte sind kurz und verständlich.",
}


def format_markdown(loaded: Loaded) -> str:
    """Return the comment."""
    parts = [_head(loaded), _good(loaded), *_missing(loaded), _next(loaded)]
    return "\n\n".join(part for part in parts if part)


def _head(loaded: Loaded) -> str:
    errors = [problem for problem in loaded.problems if severity_of(problem) is Severity.ERROR]
    verdict = "Danke! Die Daten sind in Ordnung." if not errors else f"Danke! Bis zur Aufnahme {_is_missing(len(errors))}."
    if loaded.changed is None:
        return f"## {verdict}\n\nGeprüft: {loaded.files} Dateien mit {loaded.entries} Einträgen."
    if not loaded.changed:
        return f"## {verdict}\n\nAn den Einträgen hat sich nichts geändert."
    names = "\n".join(f"- {harmless(name)}" for name in loaded.changed[:NAMED])
    more = f"\n- und {len(loaded.changed) - NAMED} weitere" if len(loaded.changed) > NAMED else ""
    return f"## {verdict}\n\nGeprüft, weil neu oder geändert:\n\n{names}{more}"


def _is_missing(count: int) -> str:
    return "fehlt noch eine Kleinigkeit" if count == 1 else f"fehlen noch {count} Dinge"


def _good(loaded: Loaded) -> str:
    broken = {RULES[problem.rule].stage for problem in loaded.problems}
    good = [GOOD[name] for name, stages in PRAISE.items() if broken.isdisjoint(stages)]
    if Stage.FILE in broken:
        good = []
    return "### Was gut ist\n\n" + "\n".join(f"- ✅ {line}" for line in good) if good else ""


def _missing(loaded: Loaded) -> Iterable[str]:
    if not loaded.problems:
        return
    urgent = sorted(loaded.problems, key=lambda problem: list(Severity).index(severity_of(problem)))
    lines = "\n".join(_item(problem) for problem in urgent[:SHOWN])
    more = f"\n\nUnd {len(urgent) - SHOWN} weitere; der vollständige Bericht steht in der Prüfung." if len(urgent) > SHOWN else ""
    yield f"### Was fehlt\n\n{lines}{more}"


def _item(problem: Problem) -> str:
    rule = RULES[problem.rule]
    severity = severity_of(problem)
    place = f"{harmless(Path(shown_path(problem)).as_posix())}, Zeile {problem.line}"
    fix = harmless(problem.fix or rule.fix)
    return (
        f"- {SIGNS[severity]} **{severity}** in {place}: {harmless(problem.message)}<br>\n  **Lösung:** {fix} (Regel {rule.name})"
    )


def _next(loaded: Loaded) -> str:
    worst = {severity_of(problem) for problem in loaded.problems}
    if Severity.ERROR in worst:
        step = (
            "Öffnen Sie die Datei, gehen Sie zur genannten Zeile und ändern Sie sie wie vorgeschlagen. Speichern Sie in diesen "
            "Vorschlag; die Prüfung läuft dann von selbst neu. Kommen Sie nicht weiter, antworten Sie hier: Die Redaktion hilft."
        )
    elif worst:
        step = "Nichts davon hält die Aufnahme auf. Verbessern Sie, was Ihnen einleuchtet; die Redaktion liest jetzt mit."
    else:
        step = (
            "Nun liest jemand aus der Redaktion, ob die Quellen das Gesagte belegen, und meldet sich hier. "
            "Bis dahin ist nichts zu tun."
        )
    return f"### Nächster Schritt\n\n{step}"


def harmless(text: str) -> str:
    """Return `text` on one line, with every mark as a character reference and every call of a name broken."""
    line = " ".join(visible(" ".join(text.split())).split())
    return MARKS.sub(lambda match: f"&#{ord(match[0])};{'&#8288;' if match[0] in '@#' else ''}", line)
