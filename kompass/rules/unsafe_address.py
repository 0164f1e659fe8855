"""A web address is not a plain public http or https address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from kompass.model.base import Address
from kompass.model.paths import marked
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage
from kompass.wording import shown

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
"""Browsers read a server as a number if its last part is one, whatever stands before: 127.1, 0x7f000001."""
LOCAL = (".localhost", ".local", ".internal", ".intern", ".lan", ".home.arpa", ".test", ".invalid")
FORBIDDEN = re.compile(r"""[<>"{}|^`]""")


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each address that a reader should not follow."""
    for entry in inventory.inspected:
        for names, _ in marked(entry.kind.model, Address):
            for path, value in entry.select(names):
                if isinstance(value, str) and value.strip() and (finding := judge(value)):
                    yield entry.problem(RuleName.UNSAFE_ADDRESS, finding.message, path, fix=finding.fix)


def judge(url: str) -> Finding | None:
    """Return what is wrong with an address."""
    if re.search(r"\s", url):
        return Finding(
            f"Die Adresse enthält ein Leerzeichen: {shown(url)}.", "Löschen Sie das Leerzeichen, oder schreiben Sie %20."
        )
    if "\\" in url:
        return Finding(f"Die Adresse enthält einen umgekehrten Schrägstrich: {shown(url)}.", "Schreiben Sie / statt \\.")
    if not url.lower().startswith(("http://", "https://")):
        return _wrong_scheme(url)
    if match := FORBIDDEN.search(url):
        return Finding(f"Die Adresse enthält das Zeichen {match[0]}: {shown(url)}.")
    return _wrong_host(url)


def _wrong_scheme(url: str) -> Finding:
    match = SCHEME.match(url)
    if match and not re.match(r"[^:/]+:\d", url):
        return Finding(f"Adressen mit {shown(match[0])} sind nicht möglich.")
    proposal = f"https://{url.lstrip('/')}"
    return Finding(f"Der Adresse {shown(url)} fehlt der Anfang.", f"Meinten Sie {shown(proposal)}?")


def _wrong_host(url: str) -> Finding | None:
    try:
        parts = urlsplit(url)
        host, _ = unicodedata.normalize("NFKC", parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return Finding(f"{shown(url)} ist keine gültige Adresse.")
    if "@" in parts.netloc:
        return Finding("Die Adresse enthält einen Benutzernamen oder ein Passwort.", "Löschen Sie den Teil vor dem Zeichen @.")
    if parts.netloc.startswith("[") or NUMBER.fullmatch(host):
        return Finding(f"{shown(host)} ist eine IP-Adresse.", "Geben Sie den Namen des Servers an, z. B. www.example.org.")
    if host == "localhost" or host.endswith(LOCAL):
        return Finding(f"{shown(host)} ist von außen nicht erreichbar.")
    if not HOST.fullmatch(host):
        return Finding(f"{shown(host)} ist kein gültiger Servername.")
    return None


RULE = Rule(
    name=RuleName.UNSAFE_ADDRESS,
    stage=Stage.MEANING,
    why="Leser:innen sollen jeder Adresse gefahrlos folgen können.",
    fix="Geben Sie eine öffentliche Adresse an, die mit https:// oder http:// beginnt.",
    good="sources:\n  - title: Bericht der Gemeinde\n    url: https://www.example.org/bericht",
    bad="sources:\n  - title: Bericht der Gemeinde\n    url: javascript:alert(1)",
    check=check,
)
