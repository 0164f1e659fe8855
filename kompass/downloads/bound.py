"""What is typed once in a file and shown in several places: town, day, author, file number.

Word binds its controls to a data part of the file, OpenDocument has user fields; both use these names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kompass.model.vocabulary import FieldType, SharedDetail

NAMESPACE = "urn:kompass-baukasten:angaben"
STORE = "{6F1D5A52-3E0B-4C57-9C1F-0B7A4B1E2D30}"
"""The number of the data part; any that is always the same."""


@dataclass(frozen=True)
class Detail:
    """One such piece: what it is called, and what stands there before it is typed."""

    label: str
    prompt: str
    type: FieldType = FieldType.LINE


BOUND = {
    SharedDetail.TOWN.value: Detail(SharedDetail.TOWN.label, "Name Ihrer Kommune"),
    SharedDetail.DAY.value: Detail(SharedDetail.DAY.label, "Datum", FieldType.DATE),
    SharedDetail.AUTHOR.value: Detail(SharedDetail.AUTHOR.label, "Name und Amt"),
    SharedDetail.FILE_NUMBER.value: Detail(SharedDetail.FILE_NUMBER.label, "Aktenzeichen"),
    SharedDetail.TITLE.value: Detail(SharedDetail.TITLE.label, "Titel Ihrer Strategie"),
}

MARK = re.compile("{(" + "|".join(BOUND) + ")}")
"""How a text of the data names such a detail: `{kommune}`."""


def printed(text: str) -> str:
    """Return a text for paper, where nothing can be typed once: the prompt stands in brackets, to be written over."""
    return MARK.sub(lambda found: f"[{BOUND[found[1]].prompt}]", text)
