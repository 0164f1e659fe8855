"""What a reader can read in a PDF file."""

from __future__ import annotations

import pypdfium2


def page_texts(content: bytes) -> list[str]:
    """Return the text of each page in one line, read by the engine of Chromium: twenty times as quick as in Python."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(content)]
