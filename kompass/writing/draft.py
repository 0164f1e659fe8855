"""Write the commented template of a new record: every field with its meaning, what is optional commented out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from textwrap import wrap
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kompass.model import FILES, KINDS, DataFile, Kind
from kompass.model.base import Ref, Written
from kompass.model.paths import is_list, marks_of, order_of, part_of, plain_types
from kompass.reading.inventory import Inventory
from kompass.wording import nearest, slug

WIDTH = 96
LISTED = 40
KIND_OF_WORD: dict[str, Kind] = {word.lower(): kind for kind in KINDS.values() for word in (kind.name, kind.label, kind.plural)}


class UnknownKindError(ValueError):
    """There is no such kind of record; the message is for editors."""


def find_kind(word: str) -> Kind:
    """Return the kind that a word means, in English or German; raise UnknownKindError if it means none."""
    if kind := KIND_OF_WORD.get(word.strip().lower()):
        return kind
    guess = nearest(word.strip().lower(), list(KIND_OF_WORD))
    question = f" Meinten Sie „{guess}“?" if guess else ""
    names = ", ".join(sorted({kind.label for kind in KIND_OF_WORD.values()}))
    raise UnknownKindError(f"Die Art „{word}“ gibt es nicht.{question} Möglich sind: {names}.")


def file_of(kind: Kind) -> DataFile:
    """Return the data file that holds records of the kind."""
    return next(file for file in FILES if kind in file.kinds)


def draft(kind: Kind, title: str, today: date, inventory: Inventory | None = None) -> str:
    """Return the template of a record; with an inventory, comments list the ids that references may name."""
    indent = 0 if file_of(kind).is_list else 2
    lines = [line for name in order_of(kind.model) for line in _field(kind, name, title, today, inventory)]
    body = "\n".join(" " * indent + line if line else line for line in lines)
    head = _comment(
        f"{kind.label}, gehört in data/{file_of(kind).name}.yml. Füllen Sie die Felder aus; bei freiwilligen Feldern löschen Sie "
        "das # am Anfang. Die Erklärungen löschen Sie, wenn Sie fertig sind. Danach: python -m kompass check",
        indent,
    )
    return "\n".join([*head, body, ""])


def place_of(kind: Kind, title: str, inventory: Inventory, lines: list[str]) -> int:
    """Return the number of lines of the file that stand before a new record: where its id belongs, else the end."""
    new = slug(title)
    later = [entry for entry in inventory.by_kind[kind.name] if new and entry.id is not None and entry.id > new]
    if not later or "order" in kind.model.model_fields:
        return len(lines)
    line, _ = later[0].document.position(later[0].slot)
    place = line - 1
    while place > 1 and lines[place - 1].startswith("#"):  # comments above a record belong to it
        place -= 1
    return place


def _field(kind: Kind, name: str, title: str, today: date, inventory: Inventory | None) -> Iterator[str]:
    field = kind.model.model_fields[name]
    need = "Pflicht" if field.is_required() else "freiwillig"
    about = _comment(f"{need}: {field.description or ''} {_allowed(field, inventory)}".rstrip(), 0 if name == "id" else 2)
    known = {"id": slug(title), "title": _scalar(title), "checked": today.isoformat()}
    value = [f"{name}: {known[name]}".rstrip()] if name in known else list(_value(name, field))
    start = "- " if name == "id" else "  "
    yield from about
    yield from (
        (start if number == 0 else "  ") + line if field.is_required() else f"  # {line}" for number, line in enumerate(value)
    )


def _value(name: str, field: FieldInfo) -> Iterator[str]:
    part = part_of(field)
    if part and is_list(field):
        inner = list(_part(part))
        yield f"{name}:"
        yield from (f"  {'- ' if number == 0 else '  '}{line}" for number, line in enumerate(inner))
    elif part:
        yield f"{name}:"
        yield from (f"  {line}" for line in _part(part))
    elif is_list(field):
        yield from [f"{name}: []"] if _is_choice(field) else [f"{name}:", "  -"]
    elif any(isinstance(mark, Written) and mark.form == "prose" for mark in marks_of(field)):
        yield f"{name}: |"
    else:
        yield f"{name}:"


def _part(model: type[BaseModel]) -> Iterator[str]:
    """Yield the required fields of a part, or those of a source that can be looked up."""
    names = [name for name, field in model.model_fields.items() if field.is_required()]
    for name in names or ("title", "url", "publisher", "date"):
        yield from _value(name, model.model_fields[name])


def _is_choice(field: FieldInfo) -> bool:
    return bool(_words(field)) or any(isinstance(mark, Ref) for mark in marks_of(field))


def _allowed(field: FieldInfo, inventory: Inventory | None) -> str:
    if words := _words(field):
        return "Erlaubt: " + ", ".join(f"{word.value} ({getattr(word, 'label', word.value)})" for word in words) + "."
    kinds = [mark.kind for mark in marks_of(field) if isinstance(mark, Ref)]
    if inventory is None or not kinds or part_of(field):
        return ""
    ids = sorted(inventory.ids[kinds[0]])
    more = f" und {len(ids) - LISTED} weitere" if len(ids) > LISTED else ""
    return f"Erlaubt: {', '.join(ids[:LISTED])}{more}." if ids else ""


def _words(field: FieldInfo) -> list[Any]:
    return [word for kind in plain_types(field.annotation) if isinstance(kind, type) and issubclass(kind, Enum) for word in kind]


def _scalar(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if text and (": " in text or text[0] in "*&!%@`|>#?-[]{}'\",") else text


def _comment(text: str, indent: int) -> list[str]:
    lead = " " * indent + "# "
    return [
        lead + line for line in wrap(" ".join(text.split()), WIDTH - len(lead), break_long_words=False, break_on_hyphens=False)
    ]
