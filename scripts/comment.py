"""Frame the check's summary as the comment on a proposal; part of the trusted side, see docs-intern/pipelines.md.

What an editor wrote may be quoted in the summary, so it must not call anybody, load a picture or become markup here.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

MARK = "<!-- kompass-pruefung -->"
LONGEST = 60_000
GREETING = "Danke für Ihren Vorschlag! Diese Übersicht erneuert sich mit jeder Änderung."
OTHERS = (
    "Der Vorschlag ändert auch Dateien außerhalb von `data/`. Die schaut sich ein Mensch an, bevor er übernommen wird; "
    "diese Übersicht gilt nur für die Einträge."
)
FOOT = "[Alle Prüfungen und die Vorschau der Website]({url}): ganz unten unter „Artifacts“ liegt `vorschau`."
TAG = re.compile(r"<(?!/?(?:details|summary|br)>)")


def frame(summary: str, *, others: Sequence[str], url: str) -> str:
    """Return the whole comment."""
    parts = [MARK, GREETING, harmless(summary.strip())]
    parts += [OTHERS] if others else []
    parts += [FOOT.format(url=url)] if url else []
    return "\n\n".join(parts) + "\n"


def harmless(text: str) -> str:
    """Return Markdown in which nobody is called, no picture loads and nothing but folding is HTML; shortened if huge."""
    text = text if len(text) <= LONGEST else text[:LONGEST] + "\n\n… (gekürzt)"
    text = TAG.sub("&lt;", text)
    return text.replace("@", "@\u200b").replace("![", "!\u200b[")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the comment to standard output."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.comment", description="Rahmt die Übersicht der Prüfung als Kommentar."
    )
    parser.add_argument("summary", type=Path, metavar="ÜBERSICHT", help="Ausgabe von „kompass check --format markdown“")
    parser.add_argument("--others", type=Path, metavar="DATEI", help="Liste der übrigen geänderten Dateien")
    parser.add_argument("--url", default="", metavar="ADRESSE", help="wo die Prüfungen und die Vorschau stehen")
    options = parser.parse_args(arguments)
    others = options.others.read_text(encoding="utf-8").split("\n") if options.others else []
    comment = frame(options.summary.read_text(encoding="utf-8"), others=[name for name in others if name], url=options.url)
    sys.stdout.buffer.write(comment.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
