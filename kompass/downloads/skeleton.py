"""A Word file without its text: what the browser fills to hand out a strategy, so that it looks like our templates."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from datetime import date

from kompass.downloads.outline import Chapter, Document, Text

TOWN, TITLE = "@KOMMUNE@", "@TITEL@"
"""What the browser replaces by the name of the municipality and the title of the paper, in every part."""
MAIN = "word/document.xml"


def skeleton(address: str) -> bytes:
    """Return the parts of the file as JSON: `texts` by name, `binary` ones in base64, what stands `before` and `after` the text.

    `address` is that of the page on which the file is made; it stands in the last line.
    """
    from kompass.downloads.to_docx import to_docx  # noqa: PLC0415  brings lxml along, which most builds do not need

    document = Document(
        id="meine-strategie",
        title=TITLE,
        kind="",
        version="1.0",
        as_of=date(2026, 11, 28),
        address=address,
        introduction=("",),
        chapters=(Chapter("Text", 1, (Text("Text"),)),),
        is_prose=True,
        has_byline=True,
        municipality=TOWN,
        keywords=("Digitalstrategie", "Kommune"),
    )
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = parts.pop(MAIN).decode()
    made = {
        "before": main[: main.index("<w:body>") + len("<w:body>")],
        "after": re.search(r"<w:sectPr>.*</w:sectPr>", main, re.DOTALL)[0] + "</w:body></w:document>",  # type: ignore[index]
        "texts": {name: part.decode() for name, part in parts.items() if name.endswith((".xml", ".rels"))},
        "binary": {name: base64.b64encode(part).decode() for name, part in parts.items() if not name.endswith((".xml", ".rels"))},
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
