"""What a text document says about itself: how to fill it in, how to make it ready for the council, where it comes from."""

from __future__ import annotations

from kompass.downloads.outline import AUTHOR, Document

HOW_TO_FILL = {
    "docx": "Gelb ist, was Sie noch ausfüllen. Kommune, Stand und Bearbeitung tragen Sie einmal ein.",
    "odt": "Klicken Sie auf ein Feld und schreiben Sie. Kommune, Stand und Bearbeitung tragen Sie einmal ein.",
}
HOW_TO_HIDE = {
    "docx": "Ratsfertig: Formatvorlage „Kompass Anleitung“ ändern, unter Schriftart „Ausgeblendet“ ankreuzen. "
    "Dann verschwinden alle Hinweise, auch dieser Kasten.",
    "odt": "Ratsfertig: F11, Vorlage „Kompass Anleitung“ bearbeiten, unter Schrifteffekt „Ausgeblendet“ ankreuzen. "
    "Dann verschwinden alle Hinweise, auch dieser Kasten.",
}
HOW_TO_SUM = {
    "docx": "Summen: alles markieren (Strg+A) und F9 drücken. In LibreOffice nehmen Sie die ODT-Datei.",
    "odt": "Summen: F9 drücken.",
}
HOW_TO_LIST = "Seitenzahlen im Inhalt: auf das Verzeichnis klicken und F9 drücken."
LATEST = "Erklärung und neueste Fassung: "


def guidance_lines(document: Document, kind: str) -> list[str]:
    """Return what stands in the box above the title of a form, for Word (docx) or LibreOffice (odt)."""
    lines = [*document.introduction, HOW_TO_FILL[kind], HOW_TO_HIDE[kind]]
    if document.is_prose:
        lines.append(HOW_TO_LIST)
    return [" ".join(lines)] if document.is_compact else lines


def box_title(document: Document) -> str:
    """Return the first words of that box."""
    name = f": {document.title}" if document.has_own_title else ""
    return f"{document.subtitle} von {AUTHOR}{name}"
