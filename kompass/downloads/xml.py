"""Building XML for all office formats: what does not depend on a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def add(parent: Any, children: Iterable[Any]) -> None:
    """Append elements, and texts where they belong."""
    for child in children:
        if not isinstance(child, str):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + child
        else:
            parent.text = (parent.text or "") + child
