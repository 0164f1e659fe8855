"""Content controls of a Word file: one per field, named after it, with its prompt, its list or its calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kompass.downloads.bound import BOUND, MARK, NAMESPACE, STORE
from kompass.downloads.outline import Entry, paragraphs, shown
from kompass.downloads.word.xml import PLAIN, PROMPT, Letters, W, element, paragraph, run
from kompass.model.vocabulary import FieldType
from kompass.templates.worksheet import LIGHTS

PROMPTS = {
    FieldType.LINE: "Hier eintragen",
    FieldType.TEXT: "Text hier eintragen",
    FieldType.LIST: "Je Zeile ein Punkt",
    FieldType.CHOICE: "Bitte wählen",
    FieldType.LIGHT: "Bitte wählen",
    FieldType.DATE: "TT.MM.JJJJ",
    FieldType.NUMBER: "Zahl",
    FieldType.EURO: "Betrag in Euro",
    FieldType.PERCENT: "Prozent",
    FieldType.CHECK: "",
}
BOX, TICKED = "\u2610", "\u2612"
LONGEST_NAME = 64
"""Letters that Word takes for the name of a control."""


class Controls:
    """Makes the controls of one document and numbers them."""

    def __init__(self, details: Mapping[str, str]) -> None:
        """Start counting; `details` is what is typed once, by name."""
        self.details = details
        self.count = 0
        self.prompts: set[str] = set()

    def with_details(self, text: str) -> list[Any]:
        """Return a text as runs; `{kommune}` in it becomes a control that shows what is typed once."""
        parts = MARK.split(text)
        return [
            self.bound(part, self.details.get(part, "")) if number % 2 else run(part) for number, part in enumerate(parts) if part
        ]

    def blocks(self, entry: Entry, style: str = "KompassField") -> list[Any]:
        """Return a field as paragraphs: one control around all of them for long texts, else one inside the paragraph."""
        if entry.type not in {FieldType.TEXT, FieldType.LIST}:
            return [self.line(entry, paragraph(style=style))]
        if not entry.value:
            lines = [paragraph(run(PROMPTS[entry.type], PROMPT), style=style)]
        elif entry.type == FieldType.LIST:
            lines = [paragraph(item, style="KompassFieldPoint") for item in entry.value]
        else:
            lines = [paragraph(*self.with_details(part), style=style) for part in paragraphs(str(entry.value))]
        return [self._control(entry, lines, [], "" if entry.value else PROMPTS[entry.type])]

    def line(self, entry: Entry, around: Any, letters: Letters = PLAIN, prompt: str = "") -> Any:
        """Return a field of one line around its paragraph: LibreOffice keeps such controls when it saves, those inside it not."""
        made = self.inline(entry, letters, prompt)
        content = made.find(f"{{{W}}}sdtContent")
        around.extend(list(content))
        content.append(around)
        return made

    def inline(self, entry: Entry, letters: Letters = PLAIN, prompt: str = "") -> Any:
        """Return a field inside a paragraph."""
        if entry.type == FieldType.CHECK:
            return self._checkbox(entry)
        text = shown(entry.type, entry.value)
        words = prompt or PROMPTS[entry.type]
        content = run(text, letters) if text else run(words, replace(letters, style=PROMPT.style))
        return self._control(entry, [content], kind_of(entry), "" if text else words, letters)

    def bound(self, name: str, value: str) -> Any:
        """Return one of the details that are typed once and shown in several places."""
        detail = BOUND[name]
        entry = Entry(name, detail.label, detail.type, bound=name)
        content = run(value) if value else run(detail.prompt, PROMPT)
        return self._control(entry, [content], kind_of(entry), "" if value else detail.prompt)

    def arms(self) -> Any:
        """Return the place for the arms of the town: any content, so that a picture can stand there."""
        entry = Entry("wappen", "Wappen oder Logo der Kommune")
        return self._control(entry, [run("Wappen", PROMPT)], [], "Wappen")

    def _control(self, entry: Entry, inner: list[Any], kind: list[Any], prompt: str, letters: Letters = PLAIN) -> Any:
        self.count += 1
        properties = element(
            "w:sdtPr",
            *letters.properties(),
            element("w:alias", val=entry.label[:LONGEST_NAME]),
            element("w:tag", val=entry.id[:LONGEST_NAME]),
            element("w:id", val=1000 + self.count),
        )
        if prompt:
            self.prompts.add(prompt)
            properties.append(element("w:placeholder", element("w:docPart", val=prompt)))
            properties.append(element("w:showingPlcHdr"))
        if entry.bound:
            path = f"/k:angaben/k:{entry.bound}"
            mapping = f"xmlns:k='{NAMESPACE}'"
            properties.append(element("w:dataBinding", prefixMappings=mapping, xpath=path, storeItemID=STORE))
        properties.extend(kind)
        return element("w:sdt", properties, element("w:sdtContent", *inner))

    def _checkbox(self, entry: Entry) -> Any:
        box = element("w14:checkbox", element("w14:checked", val=int(bool(entry.value))))
        box.append(element("w14:checkedState", val="2612", font="MS Gothic"))
        box.append(element("w14:uncheckedState", val="2610", font="MS Gothic"))
        sign = run(TICKED if entry.value else BOX)
        fonts = element("w:rFonts", ascii="MS Gothic", hAnsi="MS Gothic", eastAsia="MS Gothic", hint="eastAsia")
        sign.insert(0, element("w:rPr", fonts))
        return self._control(entry, [sign], [box], "")


def kind_of(entry: Entry) -> list[Any]:
    """Return what tells Word the kind of a control inside a paragraph; nothing for text of any look."""
    if entry.type in {FieldType.CHOICE, FieldType.LIGHT}:
        options = entry.options or LIGHTS
        return [element("w:dropDownList", *[element("w:listItem", displayText=option, value=option) for option in options])]
    if entry.type == FieldType.DATE:
        made = element("w:date")
        if entry.value:
            made.set(f"{{{W}}}fullDate", f"{entry.value}T00:00:00Z")
        made.append(element("w:dateFormat", val="dd.MM.yyyy"))
        made.append(element("w:lid", val="de-DE"))
        made.append(element("w:storeMappedDataAs", val="text" if entry.bound else "dateTime"))
        made.append(element("w:calendar", val="gregorian"))
        return [made]
    return [element("w:text")] if entry.bound else []
