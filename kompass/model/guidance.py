"""Records of the Kompass: Charta, action fields, examples, participation, strategies, law, questions, terms."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kompass.model.base import (
    Count,
    Effect,
    Flag,
    Line,
    Milestone,
    Order,
    Part,
    PartialDay,
    PastDay,
    Prose,
    Record,
    Ref,
    Slug,
    Source,
    Step,
    Title,
    Url,
)
from kompass.model.places import Place
from kompass.model.vocabulary import (
    Audience,
    Body,
    Concerned,
    Direction,
    District,
    Duty,
    Effort,
    Fit,
    LawArea,
    Level,
    Measures,
    Purpose,
    QuestionTopic,
    Setting,
    Status,
    SupportKind,
    SupportState,
    TermCategory,
)

ActionFieldRef = Annotated[Slug, Ref("action_field")]
ExampleRef = Annotated[Slug, Ref("example")]
FeatureRef = Annotated[Slug, Ref("feature")]
FormatRef = Annotated[Slug, Ref("participation_format")]
GuidelineRef = Annotated[Slug, Ref("guideline")]
LawRef = Annotated[Slug, Ref("law")]
MethodRef = Annotated[Slug, Ref("method")]
PhaseRef = Annotated[Slug, Ref("phase")]
PrincipleRef = Annotated[Slug, Ref("principle")]
SupportRef = Annotated[Slug, Ref("support")]
TermRef = Annotated[Slug, Ref("term")]


class Guideline(Record):
    """One of the four Leitlinien of the Smart City Charta."""

    order: Order = Field(description="Nummer der Leitlinie, 1 bis 4.")
    summary: Line = Field(description="Worum es der Leitlinie geht, in einem Satz.")
    recommendations: tuple[Effect, ...] = Field(min_length=2, description="Empfehlungen der Leitlinie in eigenen Worten.")
    in_practice: Prose = Field(description="Was das für eine Kommune mit 8.000 Menschen heißt.")


class Feature(Record):
    """One of the eight Merkmale of the Charta's vision."""

    order: Order = Field(description="Reihenfolge auf der Seite.")
    summary: Line = Field(description="Was das Merkmal meint, in einem Satz.")
    in_practice: Prose = Field(description="Woran man das Merkmal in einer kleinen Kommune erkennt.")


class Principle(Record):
    """One of the eight Grundsätze of the FAQ, with a check question."""

    order: Order = Field(description="Nummer des Grundsatzes, 1 bis 8.")
    summary: Line = Field(description="Der Grundsatz in einem Satz, eigene Worte.")
    check_question: Line = Field(description="Prüffrage für Maßnahmen, endet mit Fragezeichen.")
    in_practice: Prose = Field(description="Was der Grundsatz im Alltag bedeutet, mit einem greifbaren Fall.")
    guidelines: tuple[GuidelineRef, ...] = Field(min_length=1, description="Passende Leitlinien der Charta.")
    features: tuple[FeatureRef, ...] = Field(min_length=1, description="Passende Merkmale der Charta.")


class Indicator(Part):
    """A figure that shows whether a goal is reached."""

    id: Slug = Field(description="Dauerhafte Kennung des Indikators.")
    title: Title = Field(description="Name des Indikators.")
    measures: Line = Field(description="Was gemessen wird, in einem Satz.")
    formula: Line | None = Field(None, description="Wie gerechnet wird.")
    unit: Line = Field(description="Einheit, z. B. „Prozent aller Anträge“.")
    direction: Direction = Field(description="Welche Richtung gut ist.")
    level: Measures = Field(description="Misst der Indikator die Wirkung oder die Umsetzung einer Maßnahme?")
    interval: Line = Field(description="Wie oft gemessen wird, z. B. „jährlich“.")
    data_source: Line = Field(description="Woher die Zahl kommt.")
    small_fit: Fit = Field(description="Eignung für kleine Kommunen.")
    small_note: Line | None = Field(None, description="Was kleine Kommunen beachten oder stattdessen nehmen.")
    sources: tuple[Source, ...] = Field(min_length=1, description="Quelle des Indikators oder `claim: own`.")


class ActionField(Record):
    """One of the ten Handlungsfelder."""

    summary: Line = Field(description="Das Handlungsfeld in ein bis zwei Sätzen; steht als Vorspann und in Listen.")
    in_brief: tuple[Line, ...] = Field(
        min_length=3, max_length=3, description="„In zwei Minuten“: drei Sätze für Eilige (worum, was zuerst, was es bringt)."
    )
    why: Prose = Field(description="Warum das Feld zählt und was Digitalisierung beitragen kann.")
    role: Prose = Field(description="Was eine Gemeinde selbst entscheiden kann und wo Kreis, Land oder Versorger zuständig sind.")
    goals: tuple[Effect, ...] = Field(
        min_length=3, description="Mögliche Ziele, als Zustand formuliert („Jeder Ortsteil ist …“)."
    )
    indicators: tuple[Indicator, ...] = Field(min_length=5, description="Indikatoren zu den Zielen.")
    questions: tuple[Line, ...] = Field(min_length=4, description="Fragen für die Bestandsaufnahme.")
    first_steps: tuple[Step, ...] = Field(min_length=3, description="Womit eine kleine Kommune anfangen kann.")
    insek: Prose = Field(description="Verbindung zum INSEK.")
    pitfalls: tuple[Line, ...] = Field(min_length=2, description="Was oft schiefgeht.")
    principles: tuple[PrincipleRef, ...] = Field(min_length=1, description="Grundsätze, die hier besonders zählen.")


class Example(Record):
    """A real case from Brandenburg, running, ended or stopped."""

    summary: Line = Field(description="Der Kern in ein bis zwei Sätzen: wer tut was für wen.")
    municipality: Line = Field(description="Wer das Vorhaben trägt, wie auf der Seite zu lesen.")
    body: Body = Field(description="Art des Trägers.")
    places: tuple[Place, ...] = Field(
        (), description="Orte, an denen es geschieht; daraus kommen Einwohnerzahl und Größe. Bei einem Amt alle seine Gemeinden."
    )
    districts: tuple[District, ...] = Field(
        description="Kreise, in denen das Vorhaben liegt; leer nur bei landesweiten Vorhaben."
    )
    action_fields: tuple[ActionFieldRef, ...] = Field(
        min_length=1, max_length=4, description="Handlungsfelder, das wichtigste zuerst."
    )
    principles: tuple[PrincipleRef, ...] = Field(
        min_length=1, max_length=4, description="Grundsätze der Charta, zu denen das Beispiel passt."
    )
    problem: Prose = Field(description="Welches Problem gelöst werden sollte.")
    solution: Prose = Field(description="Was gemacht wurde.")
    timeline: tuple[Milestone, ...] = Field((), description="Wie es lief: belegte Zeitpunkte.")
    results: tuple[Line, ...] = Field(min_length=1, description="Ergebnisse und Zahlen, jede mit ihrem Stand.")
    costs: Line | None = Field(None, description="Was es einmalig gekostet hat, nur wenn eine Quelle es nennt.")
    running_costs: Line | None = Field(None, description="Was es im Jahr kostet, nur wenn eine Quelle es nennt.")
    hours: Line | None = Field(None, description="Stunden oder Stellen, die es gebunden hat, nur wenn eine Quelle sie nennt.")
    effort: Line | None = Field(None, description="Vorlauf und sonstiger Aufwand, soweit bekannt.")
    funding: Line | None = Field(None, description="Wer es bezahlt hat: Förderung und eigener Anteil, soweit bekannt.")
    partners: tuple[Line, ...] = Field((), description="Beteiligte.")
    difficulties: tuple[Line, ...] = Field((), description="Was schwer war, laut Quelle.")
    lesson: Prose = Field(description="Was andere daraus lernen können.")
    transfer: tuple[Line, ...] = Field(
        min_length=2, max_length=5, description="Schritte, um es auf die eigene Kommune zu übertragen."
    )
    status: Status = Field(description="Stand des Vorhabens laut jüngster Quelle.")
    status_note: Line | None = Field(None, description="Ergänzung zum Stand.")
    stopped: Line | None = Field(
        None, description="Warum es nicht weiterging; das Beispiel steht dann in der Gruppe „Was nicht weiterging und warum“."
    )
    start: PartialDay | None = Field(None, description="Beginn: Jahr, Monat oder Tag.")
    end: PartialDay | None = Field(None, description="Ende: Jahr, Monat oder Tag.")
    as_of: PastDay | None = Field(
        None, description="Stand der Belege, nur wenn er nicht das Datum der jüngsten Quelle ist (etwa bei Vergleichsfällen)."
    )
    url: Url | None = Field(None, description="Adresse des Vorhabens selbst.")
    contact: Url | None = Field(None, description="Seite der Stelle, bei der man nachfragen kann; keine Namen von Personen.")

    @property
    def evidence(self) -> str | None:
        """The day, month or year of the newest evidence; None if no source is dated."""
        return self.as_of or max((source.date for source in self.cited if source.date), default=None)


class ParticipationFormat(Record):
    """A way to involve people."""

    summary: Line = Field(description="Was das Format ist, in einem Satz.")
    goal: Line = Field(description="Wozu es gut ist.")
    levels: tuple[Level, ...] = Field(min_length=1, description="Stufen der Beteiligung.")
    setting: Setting = Field(description="Vor Ort, digital oder beides.")
    purposes: tuple[Purpose, ...] = Field(min_length=1, description="Zwecke, für die das Format taugt.")
    audiences: tuple[Audience, ...] = Field(min_length=1, description="Gruppen, die es gut erreicht.")
    group_size: Line = Field(description="Gruppengröße in Worten.")
    group_min: Count = Field(description="Kleinste sinnvolle Gruppe.")
    group_max: Count | None = Field(None, description="Größte sinnvolle Gruppe; fehlt, wenn offen.")
    duration: Line = Field(description="Dauer der Durchführung.")
    lead_weeks: Count = Field(description="Wochen Vorlauf.")
    effort: Effort = Field(description="Aufwand der Vorbereitung.")
    phases: tuple[PhaseRef, ...] = Field(min_length=1, description="Phasen, in denen das Format passt.")
    small_fit: Fit = Field(description="Eignung für kleine Kommunen.")
    small_note: Line = Field(description="Wie es in einer kleinen Kommune gelingt.")
    steps: tuple[Step, ...] = Field(min_length=3, description="Ablauf.")
    tools: tuple[Line, ...] = Field(min_length=1, description="Was gebraucht wird.")
    accessibility: Prose = Field(description="Was Barrieren abbaut.")
    caveats: tuple[Line, ...] = Field(min_length=1, description="Grenzen und Fallen.")
    legal_note: Line | None = Field(None, description="Rechtlicher Hinweis.")
    laws: tuple[LawRef, ...] = Field((), description="Einträge der Seite Recht.")
    examples: tuple[ExampleRef, ...] = Field((), description="Beispiele, in denen das Format vorkam.")


class Strategy(Record):
    """A digital strategy of a municipality, or a collection of strategies."""

    summary: Line = Field(description="Worum es geht, in ein bis zwei Sätzen.")
    municipality: Line = Field(description="Kommune oder Herausgeber.")
    body: Body = Field(description="Art des Trägers.")
    districts: tuple[District, ...] = Field(description="Kreise; leer bei Sammlungen und Orten außerhalb Brandenburgs.")
    outside: Line | None = Field(None, description="Bundesland, nur bei Orten außerhalb Brandenburgs.")
    places: tuple[Place, ...] = Field((), description="Orte in Brandenburg; daraus kommen Einwohnerzahl und Größe.")
    inhabitants: Count | None = Field(None, description="Nur außerhalb Brandenburgs: Einwohnerzahl, wie die Quelle sie nennt.")
    collection: Flag = Field(False, description="`true`, wenn der Eintrag eine Sammlung mehrerer Strategien ist.")
    adopted: Line | None = Field(None, description="Beschluss oder Entstehung, z. B. „Kreistagsbeschluss Mai 2024“.")
    decided: PastDay | None = Field(None, description="Jahr, Monat oder Tag des Beschlusses, nur wenn eine Quelle ihn nennt.")
    months: Count | None = Field(None, description="Monate vom Beginn bis zum fertigen Papier, laut Quelle oder Plan.")
    field_count: Count | None = Field(None, description="Zahl der Handlungsfelder.")
    measure_count: Count | None = Field(None, description="Zahl der Maßnahmen oder Bündel.")
    workshops: Count | None = Field(None, description="Zahl der Werkstätten.")
    euros: Count | None = Field(None, description="Geld für das Schreiben der Strategie in Euro, ohne die Umsetzung.")
    money: Line | None = Field(None, description="Woher das Geld kam und wofür es reichte.")
    staff: Line | None = Field(None, description="Wer daran arbeitete: Stellen und Beteiligte, keine Namen von Personen.")
    external_help: Line | None = Field(None, description="Wer von außen half.")
    state: Line = Field(description="Stand der Strategie laut Quelle.")
    as_of: PastDay | None = Field(None, description="Stand der Angaben.")
    own_fields: tuple[Line, ...] = Field((), description="Handlungsfelder, wie die Strategie sie selbst nennt.")
    action_fields: tuple[ActionFieldRef, ...] = Field((), description="Zugeordnete Handlungsfelder.")
    notable: tuple[Line, ...] = Field(min_length=1, description="Was andere sich ansehen sollten.")
    adopt: Line | None = Field(None, description="Was ein kleiner Ort davon übernehmen kann, in einem Satz.")
    pages: Count | None = Field(None, description="Seitenzahl, wenn bekannt.")
    url: Url | None = Field(None, description="Adresse der Strategie.")


class LawDate(Part):
    """A day from which something applies."""

    date: PartialDay = Field(description="Tag, Monat oder Jahr.")
    event: Line = Field(description="Was ab dann gilt.")
    binding: Flag = Field(False, description="`true`, wenn an diesem Tag eine Pflicht beginnt oder eine Frist endet.")


class Law(Record):
    """A part of the legal frame; no legal advice."""

    area: LawArea = Field(description="Rechtsgebiet.")
    duty: Duty = Field(description="Muss, soll oder nur ein Hinweis?")
    task: Line = Field(description="Was zu tun ist, in einem kurzen Satz ohne „Sie“: „Datenpannen binnen 72 Stunden melden.“")
    binds: tuple[Concerned, ...] = Field(min_length=1, description="Wen es betrifft.")
    summary: Line = Field(description="Was gilt, in einem Satz.")
    statement: Prose = Field(description="Was die Quellen sagen, mit Datum.")
    meaning: Prose = Field(description="Was das für die Digitalstrategie heißt (Einschätzung der Redaktion).")
    paragraph: Line | None = Field(None, description="Paragraf oder Artikel.")
    dates: tuple[LawDate, ...] = Field((), description="Termine.")
    phases: tuple[PhaseRef, ...] = Field((), description="Phasen, in denen es wichtig wird.")


class Support(Record):
    """Somebody who helps, or something that pays."""

    kind: SupportKind = Field(description="Art des Angebots.")
    provider: Line = Field(description="Wer es anbietet.")
    summary: Line = Field(description="Was das Angebot ist, in einem Satz.")
    details: Prose = Field(description="Was es umfasst, für wen, unter welchen Bedingungen.")
    audience: Line = Field(description="Für wen es gedacht ist.")
    rate: Line | None = Field(None, description="Nur Förderung: Fördersatz oder Betrag.")
    period: Line | None = Field(None, description="Laufzeit.")
    deadline: Line | None = Field(None, description="Bis wann man sich meldet: Tag, wiederkehrende Frist oder „laufend“.")
    apply_at: Line | None = Field(None, description="Bei welcher Stelle man beantragt oder fragt.")
    mailbox: Line | None = Field(None, description="Postfach der Stelle, keine Adresse einer Person.")
    state: SupportState = Field(description="Läuft das Angebot?")
    as_of: PastDay | None = Field(None, description="Stand der Angaben.")
    url: Url = Field(description="Adresse des Angebots; gibt es keine eigene, die der amtlichsten Seite darüber.")
    action_fields: tuple[ActionFieldRef, ...] = Field((), description="Handlungsfelder, für die es passt; leer heißt alle.")
    phases: tuple[PhaseRef, ...] = Field((), description="Phasen, in denen es hilft.")


class Question(Record):
    """A question of the FAQ with its answer."""

    order: Order = Field(description="Reihenfolge auf der Seite.")
    topic: QuestionTopic = Field(description="Thema.")
    answer: Line = Field(description="Die Antwort in einem Satz.")
    explanation: Prose = Field(description="Gründe, Abwägung, Beispiel. Absätze durch Leerzeilen trennen.")
    next_step: Line = Field(description="Was man heute tun kann, beginnt mit einem Verb.")
    phases: tuple[PhaseRef, ...] = Field((), description="Weiterführende Phasen.")
    methods: tuple[MethodRef, ...] = Field((), description="Weiterführende Methoden.")
    formats: tuple[FormatRef, ...] = Field((), description="Weiterführende Beteiligungsformate.")
    action_fields: tuple[ActionFieldRef, ...] = Field((), description="Weiterführende Handlungsfelder.")
    support: tuple[SupportRef, ...] = Field((), description="Weiterführende Angebote.")
    laws: tuple[LawRef, ...] = Field((), description="Rechtliche Grundlagen.")


class Term(Record):
    """A word explained."""

    long_form: Line | None = Field(None, description="Ausgeschriebene Form einer Abkürzung.")
    definition: Line = Field(description="Erklärung in ein bis zwei Sätzen.")
    note: Line | None = Field(None, description="Was Kommunen damit anfangen.")
    category: TermCategory = Field(description="Gruppe.")
    synonyms: tuple[Line, ...] = Field((), description="Andere Wörter, unter denen Menschen suchen.")
    see_also: tuple[TermRef, ...] = Field((), description="Verwandte Begriffe.")
