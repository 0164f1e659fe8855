"""Write an outline as a PDF file for print: PDF/UA-1, by Typst. Everything reaches Typst as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from threading import get_ident
from typing import Any

import typst

from kompass.downloads.bound import printed
from kompass.downloads.look import COLOURS
from kompass.downloads.outline import (
    AUTHOR,
    EXAMPLE_NOTICE,
    Block,
    Checks,
    Document,
    Entry,
    Form,
    Grid,
    Note,
    Plan,
    Points,
    Text,
    Wide,
    paragraphs,
    shown,
)
from kompass.model.vocabulary import FieldType
from kompass.templates.worksheet import LIGHTS

SOURCES = Path(__file__).parent / "parts" / "typst"
FONTS = Path(__file__).parent / "fonts"


def to_pdf(document: Document) -> bytes:
    """Return the document as a PDF file."""
    return compile_pdf("document.typ", describe(document), document.as_of)


def compile_pdf(source: str, data: Mapping[str, Any], as_of: date) -> bytes:
    """Run one of our Typst sources with `data`; the same data gives the same bytes."""
    noon = int((as_of - date(1970, 1, 1)) / timedelta(seconds=1)) + 43200
    inputs = {"data": json.dumps(data, ensure_ascii=False), "look": json.dumps(COLOURS)}
    pdf = _compiler(source).compile(sys_inputs=inputs, format="pdf", pdf_standards="ua-1", timestamp=noon)
    assert isinstance(pdf, bytes)  # noqa: S101  one file is asked for
    return pdf


def _compiler(source: str) -> typst.Compiler:
    """Return the compiler of this thread for one source: it keeps fonts in memory, but serves one caller at a time."""
    return _compiler_of(source, get_ident())


@cache
def _compiler_of(source: str, thread: int) -> typst.Compiler:
    return typst.Compiler(input=str(SOURCES / source), root=str(SOURCES), font_paths=[str(FONTS)], ignore_system_fonts=True)


def head(document: Document) -> dict[str, Any]:
    """Return what the head and foot of every page show."""
    return {
        "title": f"{document.title} (Beispiel)" if document.is_example else document.title,
        "author": AUTHOR,
        "keywords": list(document.keywords),
        "date": {"year": document.as_of.year, "month": document.as_of.month, "day": document.as_of.day},
        "landscape": document.landscape,
        "compact": document.is_compact,
        "town": document.municipality,
        "imprint": document.imprint,
        "address": document.address,
    }


def describe(document: Document) -> dict[str, Any]:
    """Return the whole document as plain values."""
    return head(document) | {
        "subtitle": document.subtitle,
        "notice": EXAMPLE_NOTICE if document.is_example else "",
        "introduction": list(document.introduction),
        "signatures": list(document.signatures),
        "chapters": [
            {
                "title": f"{chapter.number} {chapter.title}".strip(),
                "level": chapter.level,
                "starts_page": chapter.starts_page,
                "blocks": [describe_block(block) for block in chapter.blocks],
            }
            for chapter in document.chapters
        ],
    }


def describe_block(block: Block) -> dict[str, Any]:  # noqa: PLR0911  one return per kind of block
    """Return one block as plain values."""
    match block:
        case Text():
            return {"kind": "text", "text": printed(block.text), "style": block.style}
        case Points():
            return {"kind": "points", "items": list(block.items), "numbered": block.is_numbered}
        case Note():
            return {"kind": "note", "title": block.title, "text": block.text}
        case Form():
            return {"kind": "form", "pairs": block.pairs, "entries": [describe_entry(entry) for entry in block.entries]}
        case Wide():
            return {"kind": "wide", "entry": describe_entry(block.entry)}
        case Checks():
            names = ("id", "statement", "reason", "essential")
            return {"kind": "checks", "items": [dict(zip(names, item, strict=True)) for item in block.items]}
        case Grid():
            return _grid(block)


def describe_entry(entry: Entry) -> dict[str, Any]:
    """Return a field as plain values."""
    value: Any = list(entry.value) if isinstance(entry.value, tuple) else shown(entry.type, entry.value)
    if entry.type == FieldType.TEXT and entry.value:
        value = printed("\n".join(paragraphs(entry.value)))
    options = LIGHTS if entry.type == FieldType.LIGHT else entry.options
    return {"label": entry.label, "help": entry.help, "type": str(entry.type.value), "options": list(options), "value": value}


def _grid(block: Grid) -> dict[str, Any]:
    return {
        "kind": "grid",
        "is_form": block.is_form,
        "columns": [
            {
                "label": column.label,
                "help": column.help,
                "width": column.width,
                "numeric": column.is_numeric,
                "computed": bool(column.formula),
            }
            for column in block.columns
        ],
        "rows": [
            [None if value is None else shown(column.type, value) for column, value in zip(block.columns, row, strict=True)]
            for row in printed_rows(block)
        ],
        "footer": _footer(block),
        "plan": describe_plan(block, block.plan) if block.plan else None,
    }


def printed_rows(block: Grid) -> tuple[tuple[Any, ...], ...]:
    """Return the rows; of many empty ones only as many as fit on paper."""
    filled = tuple(row for row in block.rows if any(value is not None for value in row))
    return filled + block.rows[len(filled) : max(len(filled), min(len(block.rows), 12))]


def _footer(block: Grid) -> list[str]:
    if not block.footer:
        return []
    texts = [shown(column.type, value) for column, value in zip(block.columns, block.footer, strict=True)]
    texts[0] = texts[0] or block.footer_label
    return texts


def describe_plan(block: Grid, plan: Plan) -> dict[str, Any]:
    """Return the Gantt chart by quarters: heads like „1/27“ and for each row whether it runs."""
    quarters = [add_months(plan.first, 3 * number) for number in range(-(-plan.months // 3))]
    rows = []
    for row in printed_rows(block):
        start, end = row[plan.start], row[plan.end]
        runs = [bool(start and end) and _overlaps(quarter, start, end) for quarter in quarters]
        rows.append({"label": next((str(value) for value in row[:2][::-1] if isinstance(value, str)), ""), "bars": runs})
    heads = [f"{(quarter.month + 2) // 3}/{quarter.year % 100:02d}" for quarter in quarters]
    return {"label": "Quartal", "heads": heads, "rows": rows}


def _overlaps(quarter: date, start: str, end: str) -> bool:
    return date.fromisoformat(start) < add_months(quarter, 3) and date.fromisoformat(end) >= quarter


def add_months(day: date, months: int) -> date:
    """Return the first day of the month that many months later."""
    place = day.month - 1 + months
    return date(day.year + place // 12, place % 12 + 1, 1)
