"""The command: `python -m scripts.links` checks all external links, with `--since REV` only those that REV lacks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scripts.links.collect import Links, external_links, new_links
from scripts.links.known_bad import LIST, read_excuses
from scripts.links.lychee import CheckerError, check
from scripts.links.outcome import Verdict
from scripts.links.report import Findings, markdown, remarks, sort_out
from scripts.links.settings import CONFIG, read_settings
from scripts.links.soft_404 import look_again

FINE, BROKEN, WRONG_CALL = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the links, write the report; return 1 if a link is broken, 2 if nothing could be checked."""
    options = _parser().parse_args(arguments)
    try:
        links = new_links(options.root, options.since) if options.since else external_links(options.root)
        if options.list:
            print("\n".join(links))
            return FINE
        findings = _findings(links, options)
    except (CheckerError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    report = markdown(findings, links, options.today)
    if options.report:
        options.report.write_text(report if findings.needs_work else "", encoding="utf-8")
    print("\n".join([*(remarks(findings, links) if options.github else []), report]))
    return BROKEN if findings.of(Verdict.BROKEN) else FINE


def _findings(links: Links, options: argparse.Namespace) -> Findings:
    configs = [CONFIG, *options.config]
    excuses = read_excuses(options.root / LIST)
    if options.since:
        excuses = {url: excuse for url, excuse in excuses.items() if url in links}
    answers = check(list(links), configs=configs, folder=options.cache)
    return sort_out(look_again(answers, read_settings(configs)), excuses, options.today)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.links", description="Prüft die externen Links.")
    add = parser.add_argument
    add("--since", metavar="REV", help="nur Links, die es in diesem Stand noch nicht gab")
    add("--list", action="store_true", help="zeigt die Links, ohne sie zu prüfen")
    add("--report", type=Path, metavar="DATEI", help="schreibt den Bericht; ohne Befund bleibt die Datei leer")
    add("--github", action="store_true", help="nennt kaputte Links als Anmerkungen an ihrer Zeile")
    add("--cache", type=Path, default=Path(".cache/links"), metavar="ORDNER", help="merkt sich Antworten")
    add("--root", type=Path, default=Path(), metavar="ORDNER", help="Ordner der Quellen")
    add("--today", type=date.fromisoformat, default=date.today(), metavar="JJJJ-MM-TT", help="gilt als heute")
    add("--config", type=Path, action="append", default=[], metavar="DATEI", help="geht lychee.toml vor")
    return parser


if __name__ == "__main__":
    sys.exit(main())
