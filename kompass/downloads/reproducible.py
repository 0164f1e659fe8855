"""Make an office file independent of when and where it was written: fixed times, fixed order, fixed attributes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(parts: Mapping[str, bytes], first: str = "") -> bytes:
    """Return a ZIP file of `parts` in their order; `first`, the mimetype of OpenDocument, comes first and is not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda part: (part != first, part != "[Content_Types].xml")):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0
            entry.compress_type = (
                zipfile.ZIP_STORED if name == first or name.endswith((".docx", ".odt", ".xlsx", ".ods")) else zipfile.ZIP_DEFLATED
            )
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
