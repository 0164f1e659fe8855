"""Records of the Roter Faden: what makes a council send a strategy back, and how to mend it."""

from __future__ import annotations

from pydantic import Field

from kompass.model.base import Line, Order, Record
from kompass.model.vocabulary import WorkspacePage


class Finding(Record):
    """One thing that the Roter Faden looks for in a reader's own strategy; how it is found stands in the browser's code."""

    order: Order = Field(description="Reihenfolge der Anzeige: das Wichtigste zuerst.")
    why: Line = Field(description="Warum das beim Beschluss oder danach Ärger macht, wenn möglich mit Beleg.")
    fix: Line = Field(description="Wie man es behebt, in ein bis zwei Sätzen.")
    page: WorkspacePage = Field(description="Wo man es behebt.")
