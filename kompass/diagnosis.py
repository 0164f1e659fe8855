"""Turn entries into typed records; translate what pydantic refuses into problems in German."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from enum import Enum
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kompass.days import DAYS, GERMAN_DAY, WHOLE_DAY, as_day
from kompass.model import Record
from kompass.model.labels import example_of, label_of
from kompass.model.paths import field_at, model_at, order_of
from kompass.problem import LIMIT, Problem
from kompass.reading.inventory import Entry, ValuePath
from kompass.rule_names import RuleName
from kompass.wording import nearest, shown, slug, type_word

EXPECTED = {
    "string_type": "Text",
    "int_type": "ganze Zahl",
    "bool_type": "ja/nein",
    "tuple_type": "Liste",
    "model_type": "Eintrag mit Feldern",
    "dict_type": "Eintrag mit Feldern",
    "enum": "Text",
}
SEVERAL = 3
NUMBER = re.compile(
    r"(?:rund |ca\. ?|etwa |circa )?([0-9]{1,3}(?:[. \u00a0\u202f'][0-9]{3})+|[0-9]+)(?: Einwohner(?::?innen)?)?", re.IGNORECASE
)
"""A whole number as people write it: with dots or spaces between thousands."""
QUOTE = "Setzen Sie den Wert in Anführungszeichen."


def diagnose(entry: Entry) -> tuple[Record | None, list[Problem]]:
    """Return the record that an entry describes, or what keeps it from being one."""
    try:
        return entry.kind.model.model_validate(entry.data), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        kept = [detail for detail in details[:LIMIT] if not _is_echo(detail)]
        return None, _summed_up(entry, [(detail, translate(entry, detail)) for detail in _without_misspelt(entry, kept)])


def _without_misspelt(entry: Entry, details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out the fields that are missing only because their name is misspelt: the wrong name is told already."""
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    meant = {(*path[:-1], _field_meant(entry, path)) for path in unknown}
    return [detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant]


def _summed_up(entry: Entry, found: list[tuple[ErrorDetails, Problem]]) -> list[Problem]:
    """Put several missing fields of the record itself into one problem, in the order of the file."""
    names = [str(detail["loc"][0]) for detail, _ in found if detail["type"] == "missing" and len(detail["loc"]) == 1]
    if len(names) < SEVERAL:
        return [problem for _, problem in found]
    ordered = ", ".join(name for name in order_of(entry.kind.model) if name in names)
    fix = f"Ergänzen Sie die Felder. Was hineingehört, zeigt: python -m kompass neu {entry.kind.label}"
    message = f"Es fehlen {len(names)} Pflichtfelder: {ordered}."
    others = [problem for detail, problem in found if not (detail["type"] == "missing" and len(detail["loc"]) == 1)]
    return [entry.problem(RuleName.MISSING_FIELD, message, fix=fix, subject="several"), *others]


def _is_echo(error: ErrorDetails) -> bool:
    """Tell whether a list counts as too short only because items of it were refused, which is reported already."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def translate(entry: Entry, error: ErrorDetails) -> Problem:
    """Return the problem that an error of pydantic stands for, a polite general one if the error is unforeseen."""
    return TRANSLATIONS.get(error["type"], _unforeseen)(entry, error)


def _missing(entry: Entry, error: ErrorDetails) -> Problem:
    path, name = error["loc"][:-1], str(error["loc"][-1])
    if name == "sources":
        return entry.problem(RuleName.NO_SOURCE, "Der Eintrag nennt keine Quelle.", path, subject=name)
    field = field_at(entry.kind.model, error["loc"])
    about = field.description if field and field.description else ""
    words = ", ".join(str(word.value) for word in _words(entry.kind.model, error["loc"]))
    fix = f"Ergänzen Sie „{name}: …“. {about} {f'Erlaubt sind: {words}.' if words else ''}".strip()
    return entry.problem(RuleName.MISSING_FIELD, f"Das Pflichtfeld „{name}“ fehlt.", path, fix=fix, subject=name)


def _unknown_field(entry: Entry, error: ErrorDetails) -> Problem:
    path, name = error["loc"], str(error["loc"][-1])
    meant, known = _field_meant(entry, path), _open_fields(entry, path)
    fix = f"Schreiben Sie „{meant}“. Erlaubt sind: {', '.join(known)}." if meant else ""
    fix = fix or (f"Erlaubt sind: {', '.join(known)}." if known else "")
    return entry.problem(RuleName.UNKNOWN_FIELD, f"Das Feld {shown(name)} gibt es hier nicht.", path, fix=fix, key=True)


def _open_fields(entry: Entry, path: ValuePath) -> list[str]:
    """Return the fields that could still stand beside the one at `path`, in the order of the file."""
    model = model_at(entry.kind.model, path[:-1])
    return [known for known in order_of(model) if known not in _siblings(entry, path)] if model else []


def _field_meant(entry: Entry, path: ValuePath) -> str:
    """Return the field that a wrong name stands for: its German name, other letters, or a slip."""
    model, name, known = model_at(entry.kind.model, path[:-1]), str(path[-1]), _open_fields(entry, path)
    labels = {label_of(model.__name__, field).casefold(): field for field in known} if model else {}
    return labels.get(name.casefold()) or nearest(name.casefold(), known) or ""


def _siblings(entry: Entry, path: ValuePath) -> Collection[str]:
    value: Any = entry.data
    for step in path[:-1]:
        value = value[step]
    return value if isinstance(value, dict) else ()


def _wrong_type(entry: Entry, error: ErrorDetails) -> Problem:
    value, expected = error["input"], EXPECTED[error["type"]]
    if value is None:
        return _empty(entry, error)
    if isinstance(value, float) and error["loc"][-1] in DAYS and as_day(f"{value:.4f}"):
        return _day_form(entry, {**error, "input": f"{value:.4f}"})
    message = f"Hier muss {_kind_of(expected)} stehen, nicht {_kind_of(type_word(value))}"
    message += "." if isinstance(value, list | dict) else f" ({shown(value)})."
    return entry.problem(RuleName.WRONG_TYPE, message, error["loc"], fix=_type_fix(entry, error))


def _kind_of(word: str) -> str:
    if word in ("nichts", "ja/nein"):
        return word
    return f"eine {word}" if word in ("Liste", "Zahl", "Kommazahl", "ganze Zahl") else f"ein {word}"


def _type_fix(entry: Entry, error: ErrorDetails) -> str:
    value, expected = error["input"], EXPECTED[error["type"]]
    if expected == "Text":
        return _text_fix(value)
    if expected == "ganze Zahl":
        if match := NUMBER.fullmatch(str(value)):
            return f"Schreiben Sie {re.sub(r'[^0-9]', '', match[1])}."
        model = model_at(entry.kind.model, error["loc"][:-1])
        example = example_of(model.__name__, str(error["loc"][-1])) if model else None
        return f"Schreiben Sie eine ganze Zahl ohne Anführungszeichen, Punkt und Komma, z. B. {example or 8000}."
    if expected == "ja/nein":
        return "Schreiben Sie true für ja oder false für nein, ohne Anführungszeichen."
    if expected == "Liste":
        return "Schreiben Sie jeden Wert in eine eigene Zeile, die mit „- “ beginnt, auch wenn es nur einer ist."
    return "Schreiben Sie die Felder dieses Eintrags einzeln darunter, eingerückt, in der Form „feld: Wert“."


def _text_fix(value: Any) -> str:
    if isinstance(value, dict):
        return "Enthält der Text einen Doppelpunkt, setzen Sie den ganzen Text in Anführungszeichen."
    if isinstance(value, list):
        return "Schreiben Sie den Text ohne Strich und ohne eckige Klammern hinter den Doppelpunkt."
    return QUOTE


def _empty(entry: Entry, error: ErrorDetails) -> Problem:
    if error["loc"] == ("sources",):
        return entry.problem(RuleName.NO_SOURCE, "Der Eintrag nennt keine Quelle.", error["loc"])
    name = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
    message = f"Das Feld „{name}“ ist leer." if name else "Der Eintrag ist leer."
    return entry.problem(RuleName.EMPTY_TEXT, message, error["loc"])


def _too_short(entry: Entry, error: ErrorDetails) -> Problem:
    if not str(error["input"]).strip():
        return _empty(entry, error)
    least = error["ctx"]["min_length"]
    message = f"Der Text ist mit {len(error['input'])} Zeichen zu kurz, mindestens {least} sind nötig."
    return entry.problem(RuleName.TEXT_TOO_SHORT, message, error["loc"])


def _too_long(entry: Entry, error: ErrorDetails) -> Problem:
    most = error["ctx"]["max_length"]
    message = f"Der Text hat {len(error['input'])} Zeichen, höchstens {most} sind möglich."
    return entry.problem(RuleName.TEXT_TOO_LONG, message, error["loc"])


def _wrong_pattern(entry: Entry, error: ErrorDetails) -> Problem:
    value, pattern, path = str(error["input"]), error["ctx"]["pattern"], error["loc"]
    if not value.strip():
        return _empty(entry, error)
    if pattern.startswith("^[a-z]"):
        return _not_a_slug(entry, value, error)
    if not pattern.startswith(r"^\S"):
        return entry.problem(
            RuleName.VALUE_FORM, f"{shown(value)} hat nicht die verlangte Form.", path, fix=_form_fix(entry, error)
        )
    if "\n" in value.strip():
        return entry.problem(RuleName.LINE_BREAK, "Hier ist nur eine einzige Zeile möglich.", path)
    if "\n" in value:
        return entry.problem(RuleName.LINE_BREAK, "Der Text endet mit einem Zeilenumbruch.", path)
    return entry.problem(RuleName.EDGE_SPACE, f"Der Text beginnt oder endet mit einem Leerzeichen: {shown(value)}.", path)


def _not_a_slug(entry: Entry, value: str, error: ErrorDetails) -> Problem:
    proposal = slug(value)
    fix = f"Schreiben Sie „{proposal}“." if len(proposal) > 1 else ""
    return entry.problem(RuleName.SLUG_FORM, f"{shown(value)} ist keine gültige Kennung.", error["loc"], fix=fix)


def _form_fix(entry: Entry, error: ErrorDetails) -> str:
    field = field_at(entry.kind.model, error["loc"])
    return f"So ist das Feld gemeint: {field.description}" if field and field.description else ""


def _unknown_word(entry: Entry, error: ErrorDetails) -> Problem:
    value = error["input"]
    if isinstance(value, list | dict):
        return _wrong_type(entry, error)
    if value is None or not str(value).strip():
        return _empty(entry, error)
    fix = _suggest_word(entry, error["loc"], str(value))
    return entry.problem(RuleName.UNKNOWN_WORD, f"{shown(value)} ist hier nicht möglich.", error["loc"], fix=fix)


def _suggest_word(entry: Entry, path: ValuePath, value: str) -> str:
    """Return the words that are allowed at `path`, the most similar one first; labels are understood too."""
    words = _words(entry.kind.model, path)
    labels = {str(getattr(word, "label", "")).lower(): str(word.value) for word in words}
    guess = labels.get(value.lower()) or nearest(value.lower(), [str(word.value) for word in words])
    question = f"Meinten Sie „{guess}“? " if guess else ""
    if ";" in value:
        question = "Trennen Sie die Wörter mit Komma. "
    return f"{question}Erlaubt sind: {', '.join(str(word.value) for word in words)}."


def _words(model: type[BaseModel], path: ValuePath) -> list[Enum]:
    field = field_at(model, path)
    pending = [field.annotation if field else None]
    while pending:
        kind: Any = pending.pop()
        if isinstance(kind, type) and issubclass(kind, Enum):
            return list(kind)
        pending += getattr(kind, "__args__", ())
    return []


def _out_of_range(entry: Entry, error: ErrorDetails) -> Problem:
    context = error["ctx"]
    limit = f"mindestens {context['ge']}" if "ge" in context else f"höchstens {context['le']}"
    message = f"Die Zahl {shown(error['input'])} ist hier nicht möglich: {limit}."
    return entry.problem(RuleName.NUMBER_RANGE, message, error["loc"])


def _list_length(entry: Entry, error: ErrorDetails) -> Problem:
    context = error["ctx"]
    if error["loc"] and error["loc"][-1] == "sources":
        return entry.problem(RuleName.NO_SOURCE, "Der Eintrag nennt keine Quelle.", error["loc"])
    limit = f"mindestens {context['min_length']}" if "min_length" in context else f"höchstens {context['max_length']}"
    message = f"Die Liste hat {_length(context['actual_length'])}, vorgesehen sind {limit}."
    return entry.problem(RuleName.LIST_LENGTH, message, error["loc"])


def _length(count: int) -> str:
    return "keinen Eintrag" if count == 0 else "einen Eintrag" if count == 1 else f"{count} Einträge"


def _day_form(entry: Entry, error: ErrorDetails) -> Problem:
    value = str(error["input"])
    if not value.strip() or error["input"] is None:
        return _empty(entry, error)
    needs_day = error["loc"][-1:] == ("checked",)
    day = as_day(value.strip())
    if day and len(day) >= (WHOLE_DAY if needs_day else 0):
        message = f"Das Datum {shown(value)} steht nicht in der Form, die sich sortieren lässt."
        return entry.problem(RuleName.DAY_FORM, message, error["loc"], fix=f"Schreiben Sie {day}.")
    if GERMAN_DAY.fullmatch(value.strip()):
        return _day_impossible(entry, error)
    forms = "JJJJ-MM-TT" if needs_day else "JJJJ, JJJJ-MM oder JJJJ-MM-TT"
    fix = f"Schreiben Sie das Datum als {forms}, z. B. {'2026-05-31' if needs_day else '2026-05'}."
    return entry.problem(RuleName.DAY_FORM, f"{shown(value)} ist kein Datum der Form {forms}.", error["loc"], fix=fix)


def _day_impossible(entry: Entry, error: ErrorDetails) -> Problem:
    return entry.problem(RuleName.IMPOSSIBLE_DAY, f"Den Tag {shown(error['input'])} gibt es nicht.", error["loc"])


def _span(entry: Entry, error: ErrorDetails) -> Problem:
    value = error["input"] if isinstance(error["input"], dict) else {}
    message = f"Die Untergrenze {shown(value.get('low'))} liegt über der Obergrenze {shown(value.get('high'))}."
    return entry.problem(RuleName.REVERSED_SPAN, message, error["loc"])


def _one_subject(entry: Entry, error: ErrorDetails) -> Problem:
    message = "Hier muss entweder „action_field“ oder „topic“ stehen, nicht beides und nicht keines."
    return entry.problem(RuleName.NOT_EXACTLY_ONE, message, error["loc"])


def _not_a_value(entry: Entry, error: ErrorDetails) -> Problem:
    if error["input"] is None:
        return _empty(entry, error)
    message = (
        f"Hier muss ein Text, eine Zahl, ja/nein oder eine Liste von Texten stehen, nicht {_kind_of(type_word(error['input']))}."
    )
    return entry.problem(RuleName.WRONG_TYPE, message, error["loc"])


def _unforeseen(entry: Entry, error: ErrorDetails) -> Problem:
    message = f"Der Wert {shown(error['input'])} passt hier nicht ({error['type']})."
    return entry.problem(RuleName.INVALID_VALUE, message, error["loc"], fix=_form_fix(entry, error))


TRANSLATIONS: dict[str, Callable[[Entry, ErrorDetails], Problem]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "string_type": _wrong_type,
    "int_type": _wrong_type,
    "bool_type": _wrong_type,
    "tuple_type": _wrong_type,
    "model_type": _wrong_type,
    "dict_type": _wrong_type,
    "value_form": _not_a_value,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _wrong_pattern,
    "enum": _unknown_word,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "too_short": _list_length,
    "too_long": _list_length,
    "day_form": _day_form,
    "day_impossible": _day_impossible,
    "one_subject": _one_subject,
    "span_reversed": _span,
}
