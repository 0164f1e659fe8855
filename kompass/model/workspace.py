"""What a reader's own strategy is made of ("Meine Strategie"): one file, kept in the reader's browser and on the reader's disk.

The file is a list of entries, each with a stable id and the moment of its last change, so that two files can be compared and
merged without knowing what an entry means. Values are kept as typed: what "ca. 12.000 €" or "Mitte 2027" mean is for those who
read them. The JSON Schema made from this model is what the browser checks a file against. Not a kind of record: nothing of
it stands in `data/`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from pydantic import Field, StrictBool, StrictInt, StringConstraints, create_model

from kompass.model.base import Part
from kompass.model.labels import label_of
from kompass.model.toolkit import Measure

FORMAT = "kompass-meine-strategie"
VERSION = 1
LONGEST_TEXT = 20_000
MOST_ENTRIES = 5_000

Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-:@][a-z0-9]+)*$", min_length=1, max_length=120)]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$")]


class Entry(Part):
    """What all entries share."""

    id: EntryId = Field(title="Kennung", description="Bleibt immer gleich; daran erkennt „Zusammenführen“ den Eintrag wieder.")
    changed: Moment = Field(title="Zuletzt geändert", description="Zeitpunkt der letzten Änderung in Weltzeit (UTC).")
    place: Text = Field("", title="Ort", description="Kommune, aus der der Eintrag stammt, wenn mehrere zusammen arbeiten.")


class Start(Entry):
    """The mandate: who, how many, how much time, until when. There is one."""

    kind: Literal["start"]
    municipality: Text = Field("", title="Gemeindeschlüssel", description="Amtlicher Schlüssel der gewählten Gemeinde.")
    form: Text = Field("", title="Art der Kommune", description="Gemeinde, Stadt, Amt, Verbandsgemeinde oder Landkreis.")
    inhabitants: Text = Field("", title="Einwohner:innen", description="Zahl der Menschen in Ihrer Kommune.")
    hours: Text = Field("", title="Stunden in der Woche", description="Was die verantwortliche Person wirklich frei hat.")
    begin: Text = Field("", title="Beginn", description="Wann Sie anfangen.")
    decision: Text = Field("", title="Wunschtermin für den Beschluss", description="Sitzung, in der entschieden werden soll.")
    sessions: Text = Field("", title="Sitzungstermine", description="Termine der Vertretung, je Zeile einer.")
    pauses: Text = Field("", title="Zeiten ohne Arbeit", description="Ferien, Haushaltsberatung, Wahlen: je Zeile von und bis.")
    reason: Text = Field("", title="Anlass", description="Welches Problem drängt?")
    aim: Text = Field("", title="Ziel", description="Was soll danach besser sein?")
    lead: Text = Field("", title="Leitung", description="Stelle oder Funktion, dazu die Vertretung.")
    team: Text = Field("", title="Kernteam", description="Welche Stellen mitarbeiten.")
    money: Text = Field("", title="Geld für die Erarbeitung", description="Was dafür im Haushalt steht oder stehen soll.")
    file_number: Text = Field("", title="Aktenzeichen", description="Wenn es schon eines gibt.")


class Check(Entry):
    """How one point of the checklist stands; its id is that of the point."""

    kind: Literal["check"]
    state: Literal["", "done", "not_applicable"] = Field("", title="Stand", description="Offen, erledigt oder trifft nicht zu.")
    who: Text = Field("", title="Wer?", description="Stelle oder Funktion.")
    until: Text = Field("", title="Bis wann?", description="Datum, Quartal oder Sitzung.")
    note: Text = Field("", title="Notiz", description="Wo der Beleg liegt, was noch fehlt.")


class Rating(Entry):
    """One person's answer to one statement of the self-check in one year; its id names all three."""

    kind: Literal["rating"]
    statement: EntryId = Field(title="Aussage", description="Kennung der Aussage im Selbstcheck.")
    role: Text = Field("", title="Wer antwortet?", description="Eine Rolle genügt: Verwaltung, Politik, von außen. Kein Name.")
    year: Text = Field("", title="Jahr", description="Damit Sie später vergleichen können.")
    level: Literal["", "1", "2", "3", "4"] = Field("", title="So sieht es bei uns aus", description="Eine der vier Stufen.")
    target: Literal["", "1", "2", "3", "4"] = Field("", title="Dahin wollen wir", description="Nur für gewählte Felder.")
    evidence: Text = Field("", title="Woran sehen wir das?", description="Ein Satz oder Fundort.")


class OwnField(Entry):
    """A Handlungsfeld that the municipality has chosen; its id is that of the field."""

    kind: Literal["field"]
    chosen: StrictBool = Field(False, title="Gewählt", description="Gehört zur Strategie.")
    why: Text = Field("", title="Warum dieses Feld?", description="Ein bis zwei Sätze für die Vertretung.")


class Goal(Entry):
    """A goal with the figure that shows whether it is reached."""

    kind: Literal["goal"]
    title: Text = Field("", title="Ziel", description="Als Zustand: Was ist dann für wen besser?")
    action_field: Text = Field("", title="Handlungsfeld", description="Zu welchem gewählten Feld es gehört.")
    indicator: Text = Field("", title="Messgröße", description="Woran Sie es erkennen.")
    today: Text = Field("", title="Wert heute", description="Mit Stand.")
    target: Text = Field("", title="Zielwert", description="Mit Einheit.")
    until: Text = Field("", title="Bis wann?", description="Jahr oder Datum.")
    reporter: Text = Field("", title="Wer misst?", description="Stelle, die den Wert meldet.")


class Paper(Entry):
    """One passage of the paper in the reader's own words; its id names the passage."""

    kind: Literal["paper"]
    text: Text = Field("", title="Text", description="Kurze Sätze; gestaltet wird später in Word.")


class Involvement(Entry):
    """A participation format that is planned."""

    kind: Literal["involvement"]
    format: Text = Field("", title="Beteiligungsformat", description="Eines aus der Sammlung oder ein eigenes.")
    audience: Text = Field("", title="Mit wem?", description="Gruppen, die Sie erreichen wollen.")
    when: Text = Field("", title="Wann?", description="Monat oder Quartal.")
    answer: Text = Field("", title="Wie erfahren alle, was daraus wird?", description="Ohne Antwort geht Vertrauen verloren.")


class Progress(Entry):
    """What became of a measure or a figure in one year; its id names both."""

    kind: Literal["progress"]
    about: EntryId = Field(title="Worum es geht", description="Kennung der Maßnahme oder des Ziels.")
    year: Text = Field("", title="Jahr", description="Berichtsjahr.")
    status: Literal["", "geplant", "in Umsetzung", "abgeschlossen", "gestoppt"] = Field(
        "", title="Umsetzungsstand", description="Stand am Jahresende."
    )
    figure: Text = Field("", title="Wert", description="Gemessener Wert mit Einheit.")
    note: Text = Field("", title="Was war?", description="Was gelang, was hinderte.")


PLAN_FIELDS: dict[str, tuple[str, str]] = {
    "profile": ("Muster-Steckbrief", "Kennung des Musters, aus dem die Maßnahme entstand."),
    "small": ("Kleinste Fassung", "Was bleibt, wenn Zeit oder Geld knapp sind."),
    "begin": ("Beginn", "Quartal oder Datum."),
    "months": ("Dauer in Monaten", "Bis die Maßnahme läuft."),
    "person_days": ("Personentage", "Arbeitstage in der Verwaltung, einmalig."),
    "person_days_yearly": ("Personentage im Jahr", "Arbeitstage in der Verwaltung im Betrieb."),
    "cost_once": ("Kosten einmalig", "In Euro."),
    "cost_yearly": ("Kosten im Jahr", "In Euro, auch nach der Förderung."),
    "funded": ("Davon gefördert", "In Euro; nur was zugesagt ist."),
    "effect": ("Wirkung", "1 gering, 2 mittel, 3 groß."),
    "status": ("Umsetzungsstand", "geplant, in Umsetzung, abgeschlossen, gestoppt."),
    "next_step": ("Nächster Schritt", "Wer macht was bis wann?"),
    "left_out": ("Was lassen wir weg?", "Antwort auf die Frage nach der fehlenden Zeit."),
}
"""What a measure of one's own has beyond the fields of a measure profile, because it is planned: label and help by name."""

NOT_OWN = {"id", "checked", "sources", "aliases", "reservation", "code", "priority_reason", "prices", "hall_days"}
"""Fields of a measure profile that tell about the collection, not about a measure."""


def _own_measure() -> type[Entry]:
    """Return the entry of a measure of one's own: the fields of a measure profile under their names, as text, and its plan."""
    fields: dict[str, Any] = {"kind": (Literal["measure"], ...)}
    for name, field in Measure.model_fields.items():
        if name not in NOT_OWN:
            fields[name] = (Text, Field("", title=label_of("Measure", name), description=field.description))
    for name, (label, help_text) in PLAN_FIELDS.items():
        fields[name] = (Text, Field("", title=label, description=help_text))
    return create_model("OwnMeasure", __base__=Entry, __doc__="A measure of one's own.", **fields)


OwnMeasure = _own_measure()

ENTRIES: tuple[type[Entry], ...] = (Start, Check, Rating, OwnField, Goal, OwnMeasure, Involvement, Paper, Progress)

AnyEntry: Any = Annotated[Union[ENTRIES], Field(discriminator="kind")]  # noqa: UP007  of what the tuple names


class Workspace(Part):
    """The file."""

    format: Literal["kompass-meine-strategie"] = Field(title="Format", description="Daran wird die Datei erkannt, nie am Namen.")
    version: StrictInt = Field(ge=1, title="Fassung des Formats", description="Ältere werden umgewandelt, neuere abgelehnt.")
    workspace: EntryId = Field(title="Kennung des Arbeitsstands", description="Zufällig vergeben.")
    place: Text = Field("", title="Kommune", description="Name, wie er im Papier stehen soll.")
    saved: Moment = Field(title="Gesichert am", description="Zeitpunkt in Weltzeit (UTC).")
    edition: Text = Field("", title="Ausgabe", description="Ausgabe von Kompass & Baukasten, mit der gesichert wurde.")
    entries: tuple[AnyEntry, ...] = Field(
        (), max_length=MOST_ENTRIES, title="Einträge", description="Alles, was eingetragen wurde."
    )
