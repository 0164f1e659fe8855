"""Records of the downloads: templates to fill in, and the sessions of the writing workshop with their handouts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from kompass.model.base import Effect, Flag, Line, Order, Part, Prose, Record, Ref, Slug, Title
from kompass.model.guidance import MethodRef, PhaseRef
from kompass.model.toolkit import QuestionRef
from kompass.model.vocabulary import FieldType, Footer, Package, SampleFigure, SampleList, SharedDetail, TemplateForm

ChecklistItemRef = Annotated[Slug, Ref("checklist_item")]
TemplateRef = Annotated[Slug, Ref("template")]

Name = Annotated[str, StringConstraints(pattern=r"^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*)$", min_length=3, max_length=40)]
"""A name that is fit for form fields, named cells and formulas: small letters, digits, underscores."""


def _accept_value(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return tuple(value)
    if isinstance(value, str | int | float | bool):
        return value
    raise PydanticCustomError("value_form", "neither text nor number nor yes/no nor a list of texts")


Content = Annotated[
    Any,
    BeforeValidator(_accept_value),
    WithJsonSchema({"type": ["string", "number", "boolean", "array"], "items": {"type": "string"}}),
]
Row = Annotated[dict[str, Content], Field(min_length=1)]


ColumnName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=80)]
"""A column of a table, as formulas name it: `kosten.jahr_1`."""


class Slot(Part):
    """What a form field and a column of a table share."""

    id: Name = Field(
        description="Kurzer Name aus Kleinbuchstaben, Ziffern und Unterstrich; Formularfeld, Zellname und Formeln benutzen ihn."
    )
    label: Line = Field(description="Beschriftung, so kurz wie möglich.")
    type: FieldType = Field(FieldType.LINE, description="Was einzutragen ist.")
    help: Line | None = Field(None, description="Ein Satz, der beim Ausfüllen hilft.")
    options: tuple[Line, ...] = Field((), description="Nur bei `auswahl`: die erlaubten Antworten.")
    low: StrictInt | None = Field(None, description="Kleinster erlaubter Wert bei Zahlen.")
    high: StrictInt | None = Field(None, description="Größter erlaubter Wert bei Zahlen.")
    formula: Line | None = Field(None, description="Rechenvorschrift statt Eingabe, z. B. `nutzen * gewicht_nutzen`.")
    options_from: ColumnName | None = Field(
        None, description="Statt `options`: Spalte einer Tabelle, deren Einträge die Antworten sind, z. B. `massnahmen.nummer`."
    )


class FormField(Slot):
    """One field to fill in."""

    wide: Flag = Field(False, description="`true`: Feld über die ganze Breite unter seiner Beschriftung, für längere Texte.")
    bound: SharedDetail | None = Field(None, description="Angabe, die einmal eingetragen überall in der Datei erscheint.")
    row: Line | None = Field(
        None, description="Nur in Tabellendateien: Zeile der Übersicht, in der das Feld steht, z. B. „Einmalige Kosten“."
    )
    column: Line | None = Field(
        None, description="Spalte der Übersicht; auf einem Blatt mit Tabelle der Name ihrer Spalte, über der das Feld steht."
    )
    year: Annotated[StrictInt, Field(ge=1, le=10)] | None = Field(
        None, description="Das wievielte Planjahr die Spalte der Übersicht zeigt; ihr Kopf ist dann die Jahreszahl."
    )
    check: Flag = Field(False, description="`true`: Prüfzeile; was nicht „in Ordnung“ ist, wird in Tabellendateien rot.")
    preset: Content | None = Field(None, description="Wert, der schon in der leeren Vorlage steht.")
    example: Content | None = Field(None, description="Wert im ausgefüllten Beispiel.")
    sample: SampleFigure | None = Field(
        None, description="Statt `example`: Angabe der Musterkommune (data/sample.yml), z. B. `einwohner`."
    )


class Column(Slot):
    """One column of a table to fill in."""

    width: Annotated[StrictInt, Field(ge=1, le=12)] = Field(
        2, description="Breite im Verhältnis zu den anderen Spalten, 1 bis 12."
    )
    footer: Footer | None = Field(
        None, description="Was die Spalte zusammenfasst; im Text steht es darunter, in Tabellendateien darüber."
    )
    year: Annotated[StrictInt, Field(ge=1, le=10)] | None = Field(
        None, description="Das wievielte Planjahr die Spalte zeigt; über ihr steht dann die Jahreszahl (siehe `first_year`)."
    )
    sample: Name | None = Field(
        None, description="Nur mit `sample` der Tabelle: Angabe der Musterkommune, wenn sie anders heißt als die Spalte."
    )
    needed_with: Name | None = Field(
        None, description="Spalte, zu der diese Angabe gehört: Steht dort etwas und hier nichts, wird die Zelle rot."
    )


class Timeline(Part):
    """Turns a table into a Gantt chart: one bar per row from its start to its end."""

    start: Name = Field(description="Spalte mit dem Beginn (Typ `datum`).")
    end: Name = Field(description="Spalte mit dem Ende (Typ `datum`).")
    first: Name = Field(description="Feld mit dem ersten Monat des Plans (Typ `datum`).")
    months: Annotated[StrictInt, Field(ge=6, le=72)] = Field(description="Wie viele Monate der Plan zeigt.")


class Table(Part):
    """A table to fill in."""

    id: Name = Field(description="Name der Tabelle; Formeln benutzen ihn: `summe(kosten.jahr_1)`.")
    columns: tuple[Column, ...] = Field(min_length=2, max_length=14, description="Spalten von links nach rechts.")
    blank_rows: Annotated[StrictInt, Field(ge=0, le=60)] = Field(5, description="Leere Zeilen in der leeren Vorlage.")
    rows: tuple[Row, ...] = Field((), description="Zeilen, die schon in der leeren Vorlage stehen.")
    example: tuple[Row, ...] = Field((), description="Alle Zeilen des ausgefüllten Beispiels; fehlt es, gelten `rows`.")
    sample: SampleList | None = Field(
        None,
        description="Statt `example`: Liste der Musterkommune (data/sample.yml), aus der das Beispiel kommt, z. B. `kosten`.",
    )
    footer_label: Line = Field("Summe", description="Beschriftung der letzten Zeile.")
    timeline: Timeline | None = Field(None, description="Zeigt die Tabelle zusätzlich als Balkenplan.")
    first_year: Name | None = Field(None, description="Feld mit dem ersten Planjahr; `year` der Spalten zählt von dort.")


class Chart(Part):
    """Stacked columns from rows of the overview: one column per year."""

    title: Title = Field(description="Überschrift der Grafik: was sie zeigt, mit Einheit.")
    rows: tuple[Line, ...] = Field(min_length=1, max_length=5, description="Zeilen der Übersicht, die gestapelt werden.")
    columns: tuple[Line, ...] = Field(min_length=2, description="Spalten der Übersicht, je eine Säule.")


class Section(Part):
    """A part of a document with its heading; in a spreadsheet a sheet."""

    title: Title = Field(description="Überschrift; in Tabellendateien zugleich der Name des Blatts (höchstens 31 Zeichen).")
    level: Annotated[StrictInt, Field(ge=1, le=2)] = Field(1, description="Ebene der Überschrift, 1 oder 2.")
    help: tuple[Line, ...] = Field((), description="Hinweise zum Ausfüllen, je Absatz einer. Stehen klein unter der Überschrift.")
    text: Prose | None = Field(None, description="Text, der Teil des Dokuments ist und stehen bleibt.")
    points: tuple[Line, ...] = Field((), description="Aufzählung, die Teil des Dokuments ist und stehen bleibt.")
    fields: tuple[FormField, ...] = Field((), description="Felder zum Ausfüllen.")
    table: Table | None = Field(None, description="Tabelle zum Ausfüllen.")
    two_columns: Flag = Field(False, description="`true`: Felder zu zweit nebeneinander, um Platz zu sparen.")
    chart: Chart | None = Field(None, description="Nur in Tabellendateien: Grafik aus der Übersicht dieses Blatts.")
    one_page: Flag = Field(False, description="Nur in Tabellendateien, `true`: das Blatt wird auf eine Seite gedruckt.")
    break_before: Flag = Field(False, description="`true`: beginnt auf einer neuen Seite.")


class Template(Record):
    """A template to download, empty and as a filled example."""

    order: Order = Field(description="Reihenfolge auf der Seite der Vorlagen.")
    form: TemplateForm = Field(description="Textdokument (Word, OpenDocument) oder Tabelle (Excel, OpenDocument).")
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")] = Field(description='Fassung der Vorlage, z. B. "1.0".')
    summary: Line = Field(description="Wofür die Vorlage da ist, in einem Satz.")
    when: Line = Field(description="Wann man sie benutzt.")
    duration: Line = Field(description="Wie lange das Ausfüllen dauert und mit wem.")
    phases: tuple[PhaseRef, ...] = Field(min_length=1, description="Phasen, in denen sie hilft; die erste bestimmt den Platz.")
    methods: tuple[MethodRef, ...] = Field((), description="Methoden, zu denen sie gehört.")
    questions: tuple[QuestionRef, ...] = Field((), description="Fragen der FAQ, bei denen sie hilft.")
    checklist_items: tuple[ChecklistItemRef, ...] = Field((), description="Punkte der Checkliste, die sie erledigen hilft.")
    bundle: Slug | None = Field(None, description="Gemeinsames Paket mehrerer Vorlagen, z. B. `gremien-paket`.")
    packages: tuple[Package, ...] = Field((), description="Pakete nach Aufgabe, in denen die Vorlage liegt.")
    landscape: Flag = Field(False, description="`true`: Querformat.")
    one_page: Flag = Field(False, description="`true`: soll auf eine Seite passen; kleinere Schrift und Abstände.")
    prose: Flag = Field(
        False,
        description="`true`: fortlaufender Text mit nummerierten Überschriften und Inhaltsverzeichnis statt Formular.",
    )
    introduction: tuple[Line, ...] = Field(min_length=1, description="So geht es: ein bis vier Sätze am Anfang der Datei.")
    sections: tuple[Section, ...] = Field(min_length=1, description="Abschnitte oder Tabellenblätter.")

    @property
    def slots(self) -> Iterator[Slot]:
        """All fields and columns in reading order."""
        return slots(self.sections)


def slots(sections: tuple[Section, ...]) -> Iterator[Slot]:
    """Yield all fields and columns of `sections` in reading order."""
    for section in sections:
        yield from section.fields
        if section.table:
            yield from section.table.columns


class AgendaItem(Part):
    """One item of a session's agenda."""

    minutes: Annotated[StrictInt, Field(ge=5, le=240)] = Field(description="Dauer in Minuten.")
    title: Line = Field(description="Was geschieht.")
    text: Line | None = Field(None, description="Wie es geht, in ein bis zwei Sätzen.")


class Handout(Part):
    """A sheet that participants fill in during a session; it is built like a template."""

    id: Slug = Field(description="Dauerhafte Kennung; wird zum Dateinamen.")
    title: Title = Field(description="Titel des Blatts.")
    introduction: tuple[Line, ...] = Field(min_length=1, description="Was damit zu tun ist.")
    sections: tuple[Section, ...] = Field(min_length=1, description="Abschnitte des Blatts.")


class Workshop(Record):
    """One session of the writing workshop for three to eight municipalities."""

    order: Order = Field(description="Nummer des Treffens, 1 bis 6.")
    summary: Line = Field(description="Was das Treffen bringt, in einem Satz.")
    purpose: Prose = Field(description="Wozu das Treffen da ist.")
    days_after_start: Annotated[StrictInt, Field(ge=0, le=730)] = Field(
        description="Tage nach dem ersten Treffen; das erste hat 0."
    )
    begins: Annotated[str, StringConstraints(pattern=r"^(?:[01]\d|2[0-3]):[0-5]\d$")] = Field(
        description='Beginn, z. B. "09:30".'
    )
    phases: tuple[PhaseRef, ...] = Field(min_length=1, description="Phasen, um die es geht.")
    methods: tuple[MethodRef, ...] = Field((), description="Methoden, die benutzt werden.")
    templates: tuple[TemplateRef, ...] = Field((), description="Vorlagen, mit denen gearbeitet wird.")
    preparation: tuple[Line, ...] = Field(min_length=1, description="Was alle mitbringen.")
    agenda: tuple[AgendaItem, ...] = Field(min_length=4, description="Ablauf; die Minuten ergeben das Ende.")
    homework: tuple[Line, ...] = Field(min_length=1, description="Was bis zum nächsten Treffen fertig ist.")
    roles: tuple[Effect, ...] = Field(min_length=2, description="Wer was tut: title = Rolle, text = Aufgabe.")
    materials: tuple[Line, ...] = Field(min_length=1, description="Was gebraucht wird.")
    host_needs: tuple[Line, ...] = Field(min_length=1, description="Was die gastgebende Kommune bereitstellt.")
    invitation: Prose = Field(description="Text der Einladung zum Kopieren; Angaben zum Anpassen in eckigen Klammern.")
    handouts: tuple[Handout, ...] = Field((), description="Arbeitsblätter dieses Treffens als Word-Datei.")

    @property
    def minutes(self) -> int:
        """The length of the session."""
        return sum(item.minutes for item in self.agenda)
