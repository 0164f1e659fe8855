"""All files in one archive, with an index that people can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kompass.downloads.outline import AUTHOR, LICENCE, LICENCE_ADDRESS, german_day
from kompass.downloads.reproducible import pack
from kompass.model.templates import Template

INDEX = "LIES-MICH.txt"
WIDTH = 78


def to_bundle(files: Mapping[str, bytes], templates: Sequence[Template], address: str, as_of: date) -> bytes:
    """Return the archive; `files` is by path inside it."""
    text = index(list(files), templates, address, as_of)
    return pack({INDEX: text.replace("\n", "\r\n").encode("utf-8-sig"), **files}, first=INDEX)


def index(paths: Sequence[str], templates: Sequence[Template], address: str, as_of: date) -> str:
    """Return the index: what each template is for, and its files."""
    lines = [
        f"Vorlagen von {AUTHOR}",
        "=" * WIDTH,
        "",
        f"Stand: {german_day(as_of)}",
        f"Neueste Fassung: {address}",
        f"Lizenz: {LICENCE}, {LICENCE_ADDRESS}",
        "Sie dürfen alle Dateien ändern und weitergeben. Nennen Sie dabei die Quelle.",
        "",
        "Jede Vorlage gibt es leer und als ausgefülltes Beispiel.",
        "Musterstadt an der Havel in den Beispielen ist erfunden.",
        "Word und Excel: docx, xlsx. LibreOffice: odt, ods. Drucken: pdf.",
        "",
    ]
    for template in templates:
        lines += [
            f"{template.order}. {template.title} (Fassung {template.version})",
            f"   {template.summary}",
            f"   Wann: {template.when}",
        ]
        lines += [f"   Dauer: {template.duration}"]
        lines += [f"   - {path}" for path in paths if path.startswith(f"{template.id}/")]
        lines.append("")
    others = [path for path in paths if not any(path.startswith(f"{template.id}/") for template in templates)]
    if others:
        lines += ["Außerdem", *[f"   - {path}" for path in others], ""]
    return "\n".join(lines)
