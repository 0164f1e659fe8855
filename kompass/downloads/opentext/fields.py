"""Paragraphs and fields of an OpenDocument text: prompts, lists to choose from, boxes to tick, what is typed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kompass.downloads.bound import BOUND, MARK
from kompass.downloads.odf import element
from kompass.downloads.outline import Entry, paragraphs, shown
from kompass.downloads.word.controls import PROMPTS
from kompass.model.vocabulary import FieldType
from kompass.templates.worksheet import LIGHTS

BOX_SIDE = "4mm"
CHECKBOX = "ooo:com.sun.star.form.component.CheckBox"


def paragraph(*content: Any, style: str = "Text_20_body") -> Any:
    """Return a paragraph."""
    return element("text:p", *content, text__style_name=style)


def strong(*content: Any) -> Any:
    """Return bold text."""
    return element("text:span", *content, text__style_name="Strong")


def link(address: str) -> Any:
    """Return an address as a link."""
    return element("text:a", address, xlink__href=address, xlink__type="simple", text__style_name="Internet_20_link")


def listing(items: Iterable[str], *, is_numbered: bool = False) -> Any:
    """Return a list."""
    style = "Kompass_20_Zahlen" if is_numbered else "Kompass_20_Punkte"
    entries = [element("text:list-item", paragraph(item, style="List_20_Bullet")) for item in items]
    return element("text:list", *entries, text__style_name=style)


def placeholder(prompt: str, kind: str = "text") -> Any:
    """Return a prompt that disappears as soon as something is written and that is not printed; `kind` text or image."""
    return element("text:placeholder", f"<{prompt}>", text__placeholder_type=kind, text__description=prompt)


def field(entry: Entry, prompt: str = "") -> Any:
    """Return what stands in a field of one line: its value, a list to choose from, or a prompt."""
    if entry.options or entry.type == FieldType.LIGHT:
        return drop_down(entry, prompt or PROMPTS[FieldType.CHOICE])
    return shown(entry.type, entry.value) or placeholder(prompt or PROMPTS[entry.type])


def blocks(entry: Entry, details: Mapping[str, str], style: str = "Kompass_20_Feld") -> Iterator[Any]:
    """Yield a field as paragraphs of a style."""
    if entry.bound:
        yield paragraph(detail(entry.bound, details, is_input=True), style=style)
    elif entry.value and entry.type == FieldType.LIST:
        yield listing(entry.value)
    elif entry.value and entry.type == FieldType.TEXT:
        yield from (paragraph(*with_details(part, details), style=style) for part in paragraphs(str(entry.value)))
    else:
        yield paragraph(field(entry), style=style)


def drop_down(entry: Entry, prompt: str) -> Any:
    """Return a list to choose from."""
    options = list(entry.options or LIGHTS)
    chosen = entry.value or prompt
    labels = [
        element("text:label", text__value=option, **({"text__current_selected": "true"} if option == chosen else {}))
        for option in (options if entry.value else [prompt, *options])
    ]
    labels[-1].tail = chosen
    return element("text:drop-down", *labels, text__name=entry.id)


def detail(name: str, details: Mapping[str, str], *, is_input: bool = False) -> Any:
    """Return one of the details that are typed once; a click on an input opens a line to type it in."""
    kind = "text:user-field-input" if is_input else "text:user-field-get"
    made = element(kind, details.get(name) or BOUND[name].prompt, text__name=name)
    if is_input:
        made.set("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}description", BOUND[name].label)
    return made


def with_details(text: str, details: Mapping[str, str]) -> list[Any]:
    """Return a text in which `{kommune}` has become a field that shows what is typed once."""
    return [detail(part, details) if number % 2 else part for number, part in enumerate(MARK.split(text)) if part]


def declarations(details: Mapping[str, str]) -> Any:
    """Return the fields that hold what is typed once, with their prompts where nothing is."""
    made = [
        element(
            "text:user-field-decl",
            office__value_type="string",
            office__string_value=details.get(name) or prompt.prompt,
            text__name=name,
        )
        for name, prompt in BOUND.items()
    ]
    return element("text:user-field-decls", *made)


def checkbox(entry: Entry, number: int) -> tuple[Any, Any]:
    """Return a box to tick: the control of the form, and the mark that shows it in the text."""
    name = f"haken{number}"
    control = element(
        "form:checkbox",
        form__name=entry.id,
        form__control_implementation=CHECKBOX,
        form__id=name,
        form__label="",
        form__title=entry.label,
        form__current_state="checked" if entry.value else "unchecked",
    )
    control.set("{http://www.w3.org/XML/1998/namespace}id", name)
    shape = element(
        "draw:control",
        element("svg:title", entry.label),
        draw__control=name,
        draw__style_name="Haken",
        text__anchor_type="as-char",
        svg__width=BOX_SIDE,
        svg__height=BOX_SIDE,
    )
    return control, shape
