"""The controlled words of the data, each with the label that readers see.

A word is defined here and nowhere else; records carry the value, pages print the label.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A controlled word: `value` stands in the data, `label` on the page."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make the word a `str` with its label beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class District(Word):
    """The 14 Landkreise and 4 kreisfreie Städte, in the reading order of the tile map."""

    PR = "prignitz", "Prignitz"
    OPR = "ostprignitz-ruppin", "Ostprignitz-Ruppin"
    OHV = "oberhavel", "Oberhavel"
    UM = "uckermark", "Uckermark"
    HVL = "havelland", "Havelland"
    BAR = "barnim", "Barnim"
    MOL = "maerkisch-oderland", "Märkisch-Oderland"
    BRB = "brandenburg-an-der-havel", "Brandenburg an der Havel"
    P = "potsdam", "Potsdam"
    TF = "teltow-flaeming", "Teltow-Fläming"
    LDS = "dahme-spreewald", "Dahme-Spreewald"
    LOS = "oder-spree", "Oder-Spree"
    FF = "frankfurt-oder", "Frankfurt (Oder)"
    PM = "potsdam-mittelmark", "Potsdam-Mittelmark"
    EE = "elbe-elster", "Elbe-Elster"
    OSL = "oberspreewald-lausitz", "Oberspreewald-Lausitz"
    CB = "cottbus", "Cottbus/Chóśebuz"
    SPN = "spree-neisse", "Spree-Neiße"


class Body(Word):
    """Who carries an example or a strategy."""

    TOWN = "stadt", "Stadt"
    MUNICIPALITY = "gemeinde", "Gemeinde"
    AMT = "amt", "Amt"
    DISTRICT = "landkreis", "Landkreis"
    ALLIANCE = "verbund", "Verbund"
    REGION = "region", "Region"
    STATE = "land", "Land"
    MUNICIPAL_COMPANY = "kommunales-unternehmen", "Kommunales Unternehmen"
    COMPANY = "unternehmen", "Unternehmen"
    ASSOCIATION = "verein", "Verein oder Genossenschaft"
    UNIVERSITY = "hochschule", "Hochschule"


class MunicipalityKind(Word):
    """The legal form of a municipality."""

    CITY = "kreisfreie-stadt", "kreisfreie Stadt"
    TOWN = "stadt", "Stadt"
    MUNICIPALITY = "gemeinde", "Gemeinde"


class Status(Word):
    """How far an example has come."""

    RUNNING = "laufend", "laufend"
    PLANNED = "geplant", "geplant"
    DONE = "abgeschlossen", "abgeschlossen"
    UNKNOWN = "unbekannt", "heutiger Stand nicht belegt"


class Claim(Word):
    """`own` marks what no source carries: the editors' own assessment."""

    OWN = "own", "Einschätzung der Redaktion"


class Effort(Word):
    """How much work something is."""

    LOW = "gering", "geringer Aufwand"
    MEDIUM = "mittel", "mittlerer Aufwand"
    HIGH = "hoch", "hoher Aufwand"


class Fit(Word):
    """How well something suits a municipality with few staff."""

    GOOD = "gut", "gut geeignet"
    LIMITED = "bedingt", "bedingt geeignet"
    POOR = "kaum", "kaum geeignet"


class Priority(Word):
    """How soon a measure should begin."""

    HIGH = "hoch", "hoch: möglichst sofort beginnen"
    MEDIUM = "mittel", "mittel: in den nächsten zwei Jahren beginnen"
    LOW = "niedrig", "niedrig: in den nächsten vier Jahren beginnen"


class WorkspacePage(Word):
    """Pages of "Meine Strategie"."""

    START = "auftakt", "Auftakt"
    CHECKLIST = "checkliste", "Checkliste"
    SELF_CHECK = "selbstcheck", "Selbstcheck"
    MEASURES = "massnahmen", "Maßnahmen"
    PAPER = "papier", "Papier"


class CostClass(Word):
    """What a measure costs once."""

    TINY = "unter-10000", "unter 10.000 €"
    SMALL = "10000-bis-50000", "10.000 bis 50.000 €"
    MEDIUM = "50000-bis-250000", "50.000 bis 250.000 €"
    LARGE = "ueber-250000", "über 250.000 €"


class Level(Word):
    """Levels of participation, from listening to deciding."""

    INFORM = "informieren", "Informieren"
    CONSULT = "konsultieren", "Konsultieren"
    SHAPE = "mitgestalten", "Mitgestalten"
    DECIDE = "mitentscheiden", "Mitentscheiden"


class Setting(Word):
    """Where people meet."""

    ON_SITE = "analog", "vor Ort"
    ONLINE = "digital", "digital"
    BOTH = "hybrid", "vor Ort und digital"


class Purpose(Word):
    """What a participation format is good at."""

    NEEDS = "bedarf-erheben", "Bedarf und Meinung erheben"
    IDEAS = "ideen-sammeln", "Ideen sammeln"
    VISION = "zukunft-entwerfen", "Zukunftsbild entwerfen"
    SOLUTIONS = "loesungen-entwickeln", "Lösungen entwickeln und erproben"
    PRIORITIES = "prioritaeten-setzen", "Prioritäten setzen"
    CONFLICTS = "interessen-ausgleichen", "Interessen ausgleichen"
    DIALOGUE = "im-gespraech-bleiben", "Dauerhaft im Gespräch bleiben"
    INFORM = "informieren", "Informieren und Rückmeldung geben"


class Audience(Word):
    """Whom a participation format reaches well."""

    EVERYONE = "alle", "Alle Einwohner:innen"
    YOUTH = "kinder-jugendliche", "Kinder und Jugendliche"
    ELDERLY = "aeltere", "Ältere Menschen"
    HARD_TO_REACH = "schwer-erreichbare", "Menschen, die sonst selten kommen"
    EXPERTS = "fachleute", "Fachleute und Verwaltung"
    BUSINESS = "wirtschaft-vereine", "Wirtschaft, Vereine, Verbände"
    COUNCIL = "politik", "Politik"


class Measures(Word):
    """What an indicator measures."""

    IMPACT = "wirkung", "Wirkung"
    OUTPUT = "massnahme", "Maßnahme"


class Direction(Word):
    """Which direction of an indicator is good."""

    UP = "hoeher", "höher ist besser"
    DOWN = "niedriger", "niedriger ist besser"
    DEPENDS = "kontext", "kommt auf den Zusammenhang an"


class SupportKind(Word):
    """What a support offer gives."""

    ADVICE = "beratung", "Beratung und Begleitung"
    NETWORK = "netzwerk", "Netzwerk und Austausch"
    TRAINING = "qualifizierung", "Qualifizierung"
    TOOL = "werkzeug", "Werkzeug und Sammlung"
    SERVICE = "dienstleister", "Gemeinsamer Dienstleister"
    FUNDING = "foerderung", "Förderung"


class SupportState(Word):
    """Whether a support offer can be used."""

    OPEN = "laeuft", "läuft"
    CLOSED = "beendet", "beendet"
    UNCLEAR = "unklar", "aktueller Stand nicht belegt"


class LawArea(Word):
    """The area of law."""

    LOCAL_CONSTITUTION = "kommunalverfassung", "Kommunalverfassung"
    E_GOVERNMENT = "e-government", "E-Government und Onlinezugang"
    ACCESSIBILITY = "barrierefreiheit", "Barrierefreiheit"
    DATA_PROTECTION = "datenschutz", "Datenschutz"
    SECURITY = "it-sicherheit", "IT-Sicherheit"
    PLANNING = "planung-und-waerme", "Bauleitplanung und Wärmeplanung"
    DATA_AND_AI = "daten-und-ki", "Offene Daten und KI"
    PROCUREMENT = "vergabe", "Vergabe"
    BUDGET = "haushalt", "Haushalt und Steuern"
    STAFF = "personal", "Personal und Mitbestimmung"
    COOPERATION = "zusammenarbeit", "Zusammenarbeit von Kommunen"
    RECORDS_AND_LANGUAGE = "archiv-und-sprachen", "Archiv und Sprachen"


class Duty(Word):
    """How strictly a law binds a municipality."""

    MUST = "muss", "Pflicht"
    SHOULD = "soll", "Empfehlung mit Gewicht"
    NOTE = "hinweis", "Hinweis"


class Concerned(Word):
    """Who is concerned by a law; `condition` completes „Betrifft Sie nur, wenn …“."""

    condition: str

    def __new__(cls, value: str, label: str, condition: str = "") -> Self:
        """Make the word with its label and its condition."""
        member = str.__new__(cls, value)
        member._value_, member.label, member.condition = value, label, condition
        return member

    EVERY = "alle", "jede Kommune"
    WEBSITE = "website", "eigene Website oder App", "Sie eine Website oder App betreiben"
    AI = "ki", "Nutzung von KI", "jemand im Haus KI benutzt"
    CHATBOT = "chatbot", "Chatbot oder KI-Texte", "Sie einen Chatbot oder KI-Texte veröffentlichen"
    UTILITIES = "versorger", "eigene Betriebe", "Sie Eigenbetriebe, Stadtwerke oder Zweckverbände haben"
    PLANS = "bauleitplanung", "Bauleitplanung", "Sie einen Bauleitplan aufstellen"
    DEFICIT = "haushaltsausgleich", "Haushalt nicht ausgeglichen", "Sie den Haushalt nicht ausgleichen können"
    OPEN_DATA = "offene-daten", "veröffentlichte Daten", "Sie Daten veröffentlichen"
    DEVICES = "geraete-und-cloud", "vernetzte Geräte oder Cloud", "Sie vernetzte Geräte oder Cloud-Dienste nutzen"
    SALES = "online-verkauf", "Online-Verkauf oder Automaten", "Sie online oder am Automaten verkaufen"
    REGISTERS = "register", "eigenes Register", "Sie ein Melde- oder Personenstandsregister führen"
    SORBIAN = "sorben-wenden", "Siedlungsgebiet der Sorben/Wenden", "Sie im Siedlungsgebiet der Sorben/Wenden liegen"


class TermCategory(Word):
    """The groups of the glossary."""

    BASICS = "grundbegriffe", "Grundbegriffe"
    E_GOVERNMENT = "verwaltungsdigitalisierung", "Verwaltungsdigitalisierung"
    TECHNOLOGY = "technik", "Technik"
    DATA_AND_LAW = "daten-und-recht", "Daten und Recht"
    PARTICIPATION = "beteiligung", "Beteiligung"
    METHODS = "methoden", "Methoden"
    REGION = "region-und-foerderung", "Region und Förderung"


class QuestionTopic(Word):
    """The groups of the questions."""

    ENTRY = "einstieg", "Einstieg"
    ORGANISATION = "organisation", "Organisation und Personal"
    MONEY = "geld", "Geld und Förderung"
    CONTENT = "inhalt", "Inhalt und Maßnahmen"
    PARTICIPATION = "beteiligung", "Politik und Beteiligung"
    LAW = "recht", "Recht, Daten, Sicherheit"
    FOLLOW_UP = "umsetzung", "Umsetzung und Fortschreibung"
    OBSTACLES = "scheitern", "Woran es scheitert"


class TemplateForm(Word):
    """What kind of file a template is."""

    TEXT = "text", "Textdokument"
    TABLE = "tabelle", "Tabelle"


class FieldType(Word):
    """What is to be filled in."""

    LINE = "zeile", "eine Zeile Text"
    TEXT = "text", "Text mit mehreren Absätzen"
    LIST = "liste", "Liste kurzer Texte"
    CHOICE = "auswahl", "eine der vorgegebenen Antworten"
    DATE = "datum", "Datum der Form JJJJ-MM-TT"
    NUMBER = "zahl", "Zahl"
    EURO = "euro", "Betrag in Euro als Zahl"
    PERCENT = "prozent", "Anteil als Zahl, 0.25 für 25 Prozent"
    CHECK = "haken", "true oder false"
    LIGHT = "ampel", "grün, gelb oder rot"


class SharedDetail(Word):
    """What is typed once in a file and shown in several places."""

    TOWN = "kommune", "Name der Kommune"
    DAY = "stand", "Stand"
    AUTHOR = "bearbeitung", "Bearbeitung"
    FILE_NUMBER = "aktenzeichen", "Aktenzeichen"
    TITLE = "titel", "Titel"


class Package(Word):
    """The packages of templates, one per task, in the order of the way."""

    START = "auftakt", "Paket Auftakt"
    PARTICIPATION = "beteiligung", "Paket Beteiligung"
    DECISION = "beschluss", "Paket Beschluss"
    WORK = "umsetzung", "Paket Umsetzung"


class Staffing(Word):
    """Who does the work of a measure."""

    THERE = "vorhanden", "vorhanden"
    LIMITED = "befristet neu", "befristet neu"
    LASTING = "dauerhaft neu", "dauerhaft neu"
    OUTSIDE = "extern", "extern"


class Budget(Word):
    """Which part of the double-entry budget a cost belongs to."""

    RESULT = "Ergebnishaushalt", "Ergebnishaushalt: Aufwand des Jahres"
    FINANCE = "Finanzhaushalt", "Finanzhaushalt: Investition"


class GrantStatus(Word):
    """How far an application is; only the first two count as income."""

    GRANTED = "zugesagt", "zugesagt"
    APPLIED = "beantragt", "beantragt"
    PLANNED = "geplant", "geplant"


class Aspect(Word):
    """What an indicator measures."""

    EFFECT = "Wirkung", "Wirkung"
    WORK = "Maßnahme", "Maßnahme"


class SampleDirection(Word):
    """In which direction a value becomes better, as the spreadsheets say it."""

    MORE = "mehr", "mehr"
    LESS = "weniger", "weniger"


class SampleList(Word):
    """The lists of the invented town that a table of a template can show as its example."""

    MEASURES = "massnahmen", "Maßnahmen"
    DAYS = "tage", "Personentage je Maßnahme und Jahr"
    COSTS = "kosten", "Kosten je Maßnahme, einmalig und laufend"
    INCOME = "einnahmen", "Zuwendungen, die zugesagt oder beantragt sind"
    GRANTS = "zuwendungen", "alle Zuwendungen"
    POSTS = "stellen", "Arbeit je Stelle"
    STAFF = "personal", "Arbeit je Maßnahme und Jahr, mit Stelle"
    INDICATORS = "indikatoren", "Indikatoren"
    RISKS = "risiken", "Risiken"
    YEARS = "jahre", "Geld je Planjahr"


class SampleFigure(Word):
    """The single figures of the invented town that a field of a template can show as its example."""

    INHABITANTS = "einwohner", "Einwohnerzahl"
    FIRST_YEAR = "erstes_jahr", "erstes Planjahr"
    AFTERWARDS = "dauerlast", "laufende Kosten nach dem letzten Planjahr"
    CAPACITY_1 = "tage_verfuegbar_eins", "verfügbare Tage im ersten Jahr"
    CAPACITY_2 = "tage_verfuegbar_zwei", "verfügbare Tage im zweiten Jahr"
    CAPACITY_3 = "tage_verfuegbar_drei", "verfügbare Tage im dritten Jahr"
    CAPACITY_4 = "tage_verfuegbar_vier", "verfügbare Tage im vierten Jahr"


class Footer(Word):
    """What stands under a column."""

    SUM = "summe", "Summe"
    MEAN = "mittelwert", "Mittelwert"
    COUNT = "anzahl", "Anzahl"
