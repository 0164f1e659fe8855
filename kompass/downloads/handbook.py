"""The whole guide as one PDF file: FAQ, Kompass, Baukasten, checklist, glossary, and every source in one printed list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from kompass.catalogue import Catalogue
from kompass.comparison import people
from kompass.downloads.outline import AUTHOR, LICENCE, LICENCE_ADDRESS, german_day, paragraphs
from kompass.model import MUNICIPALITY_SIZES, Indicator, Record, Source, Strategy
from kompass.model.vocabulary import LawArea, Level, QuestionTopic, SupportKind

Item = dict[str, Any]
OWN = "Einschätzung der Redaktion."
PARTLY_OWN = "Mit Einschätzungen der Redaktion."
TITLE = "Handbuch Digitalstrategie"


def to_handbook(catalogue: Catalogue, site: str) -> bytes:
    """Return the handbook."""
    from kompass.downloads.to_pdf import compile_pdf  # noqa: PLC0415  brings the compiler along, which most builds do not need

    checked = max((record.checked for kind in catalogue.records for record in catalogue.all(kind)), default=None)
    if checked is None:
        raise ValueError("Ohne Einträge gibt es kein Handbuch.")
    return compile_pdf("handbook.typ", describe(catalogue, site), checked)


def describe(catalogue: Catalogue, site: str) -> dict[str, Any]:
    """Return the handbook as plain values."""
    checked = max(record.checked for kind in catalogue.records for record in catalogue.all(kind))
    stand = german_day(checked)
    return {
        "title": TITLE,
        "author": AUTHOR,
        "keywords": ["Digitalstrategie", "Kommune", "Brandenburg"],
        "date": {"year": checked.year, "month": checked.month, "day": checked.day},
        "landscape": False,
        "compact": False,
        "town": AUTHOR,
        "imprint": f"{TITLE}, Stand {stand}, {LICENCE}",
        "address": site,
        "summary": "Offener Leitfaden für Städte, Gemeinden, Ämter und Landkreise in Brandenburg.",
        "stand": f"Stand der Einträge: {stand}",
        "licence": f"Texte und Vorlagen stehen unter {LICENCE}. Sie dürfen sie ändern und weitergeben",
        "licence_address": LICENCE_ADDRESS,
        "independence": (
            "Kompass & Baukasten ist ein unabhängiges Angebot. Es ist kein Angebot des Landes Brandenburg "
            "und keines der DigitalAgentur Brandenburg. Die Angaben zum Recht sind keine Rechtsberatung."
        ),
        "items": list(_Handbook(catalogue, site).items()),
    }


def heading(level: int, text: str, label: str = "") -> Item:
    """Return a heading that can be linked to."""
    return {"k": "h", "level": level, "text": text, "id": label}


def prose(text: str) -> Iterator[Item]:
    """Yield the paragraphs of a long text."""
    yield from ({"k": "p", "text": part} for part in paragraphs(text))


def labelled(label: str, text: str | None) -> Iterator[Item]:
    """Yield a paragraph that begins with a bold word, if there is anything to say."""
    if text:
        yield {"k": "labelled", "label": label, "text": " ".join(paragraphs(text))}


def listed(label: str, lines: Iterable[str], *, numbered: bool = False) -> Iterator[Item]:
    """Yield a list under a bold word, if there are lines."""
    found = list(lines)
    if found:
        yield {"k": "ol" if numbered else "ul", "label": label, "lines": found}


def titled(parts: Iterable[Any]) -> Iterator[str]:
    """Yield title and text of steps and effects as one line."""
    for part in parts:
        yield f"{part.title.rstrip('.')}: {part.text}" if part.text else part.title


class _Handbook:
    def __init__(self, catalogue: Catalogue, site: str) -> None:
        self.catalogue, self.site = catalogue, site
        self.numbers: dict[str, int] = {}
        self.sources: list[Source] = []

    def items(self) -> Iterator[Item]:
        for part in (
            self.questions,
            self.charta,
            self.action_fields,
            self.topics,
            self.examples,
            self.formats,
            self.strategies,
            self.laws,
            self.phases,
            self.methods,
            self.measures,
            self.templates,
            self.checklist,
            self.support,
            self.terms,
        ):
            yield from part()
        yield heading(1, "Quellen")
        yield {"k": "p", "text": "Die Zahlen in eckigen Klammern am Ende der Einträge führen hierher."}
        yield from (self.source(number, source) for number, source in enumerate(self.sources, 1))

    def all(self, kind: str) -> Sequence[Any]:
        return self.catalogue.all(kind) if kind in self.catalogue.kinds else ()

    def source(self, number: int, source: Source) -> Item:
        by = ", ".join(part for part in (source.publisher, source.date) if part)
        return {"k": "source", "number": number, "title": source.title, "by": by, "url": source.url or ""}

    def cite(self, record: Record | Indicator) -> Iterator[Item]:
        """Yield the reservation and the numbers of the sources of a record."""
        if getattr(record, "reservation", None):
            yield {"k": "note", "label": "Vorbehalt", "text": record.reservation}  # type: ignore[union-attr]
        cited = [source for source in record.sources if not source.claim]
        numbers = [self.number(source) for source in cited]
        text = OWN if not cited else PARTLY_OWN if len(cited) < len(record.sources) else ""
        yield {"k": "cited", "numbers": numbers, "text": text}

    def number(self, source: Source) -> int:
        key = source.url or source.title or ""
        if key not in self.numbers:
            self.sources.append(source)
            self.numbers[key] = len(self.sources)
        return self.numbers[key]

    def refs(self, label: str, kind: str, ids: Iterable[str]) -> Iterator[Item]:
        records = [self.catalogue.find(kind, name) for name in ids]
        links = [[f"{kind}-{record.id}", record.title] for record in records if record is not None]
        if links:
            yield {"k": "refs", "label": label, "links": links}

    def record(self, kind: str, record: Any, level: int) -> Item:
        return heading(level, record.title, f"{kind}-{record.id}")

    def questions(self) -> Iterator[Item]:
        yield heading(1, "Einstiegsfragen")
        for topic in QuestionTopic:
            found = [question for question in self.all("question") if question.topic == topic]
            if not found:
                continue
            yield heading(2, topic.label)
            for question in found:
                yield self.record("question", question, 3)
                yield {"k": "lead", "text": question.answer}
                yield from prose(question.explanation)
                yield from labelled("Heute möglich", question.next_step)
                yield from self.refs("Phasen", "phase", question.phases)
                yield from self.refs("Methoden", "method", question.methods)
                yield from self.cite(question)

    def charta(self) -> Iterator[Item]:
        yield heading(1, "Smart City Charta")
        for kind, title in (("guideline", "Leitlinien"), ("feature", "Merkmale"), ("principle", "Grundsätze")):
            yield heading(2, title)
            for record in self.all(kind):
                yield self.record(kind, record, 3)
                yield {"k": "lead", "text": record.summary}
                if kind == "guideline":
                    yield from listed("Empfehlungen", titled(record.recommendations))
                if kind == "principle":
                    yield from labelled("Prüffrage", record.check_question)
                yield from labelled("Vor Ort", record.in_practice)
                yield from self.cite(record)

    def action_fields(self) -> Iterator[Item]:
        yield heading(1, "Handlungsfelder")
        for field in self.all("action_field"):
            yield self.record("action_field", field, 2)
            yield {"k": "lead", "text": field.summary}
            yield from listed("In zwei Minuten", field.in_brief)
            yield from prose(field.why)
            yield from labelled("Was die Gemeinde entscheidet", field.role)
            yield from listed("Ziele", titled(field.goals), numbered=True)
            rows = [[one.title, one.measures, one.unit, one.interval, one.small_fit.label] for one in field.indicators]
            heads = ["Indikator", "Was gemessen wird", "Einheit", "Wie oft", "Kleine Kommunen"]
            yield {"k": "table", "heads": heads, "rows": rows, "widths": [4, 5, 3, 2, 2]}
            for indicator in field.indicators:
                for source in indicator.sources:
                    if not source.claim:
                        self.number(source)
            yield from listed("Fragen für die Bestandsaufnahme", field.questions)
            yield from listed("Erste Schritte", titled(field.first_steps), numbered=True)
            yield from labelled("Verbindung zum INSEK", field.insek)
            yield from listed("Was oft schiefgeht", field.pitfalls)
            yield from self.cite(field)

    def by_field(self, kind: str, key: str) -> Iterator[tuple[Any, list[Any]]]:
        for field in self.all("action_field"):
            first = [(record, getattr(record, key)) for record in self.all(kind)]
            found = [record for record, value in first if (value[0] if isinstance(value, tuple) else value) == field.id]
            if found:
                yield field, found

    def topics(self) -> Iterator[Item]:
        yield heading(1, "Querschnittsthemen")
        for topic in self.all("topic"):
            yield self.record("topic", topic, 2)
            yield {"k": "lead", "text": topic.summary}
            yield from listed("In zwei Minuten", topic.in_brief)
            yield from prose(topic.why)
            duties = [self.catalogue.get("law", law) for law in topic.laws]
            yield from listed("Was Sie müssen", [f"{law.task} ({law.paragraph or law.title})" for law in duties])
            steps = [f"{step.title} ({step.hours} Stunden): {step.text}" for step in topic.first_steps]
            yield from listed("Die ersten drei Schritte (Stadt mit 8.000 Menschen)", steps, numbered=True)
            yield from listed("Was anderswo geschah", [f"{case.title}, {case.when}: {case.text}" for case in topic.cases])
            yield from labelled("Was es kostet", topic.cost_note)
            if topic.prices:
                rows = [[price.what, price.amount, price.place] for price in topic.prices]
                yield {"k": "table", "heads": ["Wofür", "Betrag", "Ort und Jahr"], "rows": rows, "widths": [5, 4, 4]}
            yield from listed("Was oft schiefgeht", topic.pitfalls)
            yield from listed("Wer hilft", [f"{helper.title}: {helper.text}" for helper in topic.helpers])
            yield from self.cite(topic)

    def examples(self) -> Iterator[Item]:
        yield heading(1, "Beispiele aus Brandenburg")
        for field, found in self.by_field("example", "action_fields"):
            yield heading(2, f"Beispiele: {field.title}")
            for example in found:
                yield self.record("example", example, 3)
                yield {"k": "lead", "text": example.summary}
                where = ", ".join(word.label for word in example.districts) or "landesweit"
                state = example.status.label + (f" ({example.status_note})" if example.status_note else "")
                rows = [["Status", state], ["Jüngster Beleg", example.evidence or "ohne Datum"]]
                rows += [["Träger", example.municipality], ["Kreis", where]]
                money = (("Kosten", example.costs), ("Laufend", example.running_costs), ("Förderung", example.funding))
                rows += [[name, value] for name, value in money if value]
                yield {"k": "dl", "rows": rows}
                yield from labelled("Problem", example.problem)
                yield from labelled("Lösung", example.solution)
                yield from listed("Ergebnisse", example.results)
                hard = [example.stopped] if example.stopped else []
                yield from listed("Was schwer war", [*hard, *example.difficulties])
                yield from labelled("Lehre", example.lesson)
                yield from listed("Übertragen", example.transfer, numbered=True)
                yield from self.cite(example)

    def formats(self) -> Iterator[Item]:
        yield heading(1, "Beteiligung")
        for level in Level:
            found = [record for record in self.all("participation_format") if record.levels[0] == level]
            if not found:
                continue
            yield heading(2, f"Beteiligung: {level.label}")
            for record in found:
                yield self.record("participation_format", record, 3)
                yield {"k": "lead", "text": record.summary}
                rows = [
                    ["Gruppe", record.group_size],
                    ["Dauer", f"{record.duration}, {record.lead_weeks} Wochen Vorlauf, {record.effort.label}"],
                    ["Kleine Kommunen", f"{record.small_fit.label}: {record.small_note}"],
                ]
                yield {"k": "dl", "rows": rows}
                yield from listed("Ablauf", titled(record.steps), numbered=True)
                yield from labelled("Barrierefreiheit", record.accessibility)
                yield from listed("Grenzen", record.caveats)
                yield from self.refs("Beispiele", "example", record.examples)
                yield from self.cite(record)

    def strategies(self) -> Iterator[Item]:
        yield heading(1, "Strategien")
        for record in self.all("strategy"):
            yield self.record("strategy", record, 2)
            yield {"k": "lead", "text": record.summary}
            yield {"k": "dl", "rows": self.strategy_rows(record)}
            yield from listed("Ansehen", record.notable)
            yield from labelled("Zum Übernehmen", record.adopt)
            yield from self.cite(record)

    def strategy_rows(self, record: Strategy) -> list[list[str]]:
        """Return what is known of a strategy in figures."""
        owner = f"{record.municipality} ({record.outside})" if record.outside else record.municipality
        known: list[tuple[str, Any]] = [
            ("Kommune oder Herausgeber", owner),
            ("Einwohner:innen", people(self.catalogue, record)),
            ("Stand", record.state),
            ("Monate", record.months),
            ("Handlungsfelder", record.field_count),
            ("Maßnahmen oder Bündel", record.measure_count),
            ("Werkstätten", record.workshops),
            ("Seiten", record.pages),
            ("Euro für das Schreiben", record.euros),
            ("Hilfe von außen", record.external_help),
        ]
        return [[label, f"{value:,}".replace(",", ".") if isinstance(value, int) else value] for label, value in known if value]

    def laws(self) -> Iterator[Item]:
        yield heading(1, "Recht")
        yield {"k": "p", "text": "Überblick mit Stand, keine Rechtsberatung."}
        for area in LawArea:
            found = [record for record in self.all("law") if record.area == area]
            if found:
                yield heading(2, area.label)
            for record in found:
                yield self.record("law", record, 3)
                yield {"k": "lead", "text": record.summary}
                yield from prose(record.statement)
                yield from labelled("Für die Strategie", record.meaning)
                yield from self.cite(record)

    def phases(self) -> Iterator[Item]:
        yield heading(1, "Die sieben Phasen")
        for phase in self.all("phase"):
            yield heading(2, f"{phase.order}. {phase.title}", f"phase-{phase.id}")
            yield {"k": "lead", "text": phase.summary}
            yield from listed("In zwei Minuten", phase.in_brief)
            yield from prose(phase.purpose)
            yield from listed("Schritte", titled(phase.steps), numbered=True)
            yield from listed("Ergebnisse", phase.results)
            yield from listed("Rollen", titled(phase.roles))
            yield from labelled("Rat", phase.council)
            yield from labelled("Dauer", phase.duration)
            rows = [
                [name, f"{days.low} bis {days.high}"]
                for size, name in MUNICIPALITY_SIZES.items()
                for days in [getattr(phase.effort, size)]
            ]
            yield {"k": "table", "heads": ["Größe der Kommune", "Personentage"], "rows": rows, "widths": [3, 2]}
            yield from listed("Weglassen, wenn", phase.omit_if)
            yield from listed("Was oft schiefgeht", phase.pitfalls)
            yield from self.refs(
                "Methoden", "method", (method.id for method in self.catalogue.referring("phase", phase.id, "method"))
            )
            yield from self.cite(phase)

    def methods(self) -> Iterator[Item]:
        yield heading(1, "Methoden")
        for phase in self.all("phase"):
            found = [method for method in self.all("method") if method.phases[0] == phase.id]
            if found:
                yield heading(2, f"Methoden für Phase {phase.order}: {phase.title}")
            for method in found:
                yield self.record("method", method, 3)
                yield {"k": "lead", "text": method.summary}
                rows = [["Wer mitmacht", method.participants], ["Dauer", method.duration], ["Ergebnis", method.output]]
                yield {"k": "dl", "rows": rows}
                yield from labelled("Wann", method.when)
                yield from listed("Ablauf", titled(method.steps), numbered=True)
                yield from listed("Tipps", method.tips)
                yield from listed("Weglassen, wenn", method.omit_if)
                yield from labelled("Erfundenes Beispiel", method.example)
                yield from self.cite(method)

    def measures(self) -> Iterator[Item]:
        yield heading(1, "Maßnahmen: Musterprofile")
        yield {
            "k": "p",
            "text": "Kosten, Zeiten und Zielwerte sind Beispiele der Redaktion. Ersetzen Sie sie durch Ihre eigenen.",
        }
        for field, found in self.by_field("measure", "action_field"):
            yield heading(2, f"Maßnahmen: {field.title}")
            for measure in found:
                yield heading(3, f"{measure.code} {measure.title}", f"measure-{measure.id}")
                yield {"k": "lead", "text": measure.summary}
                yield {
                    "k": "dl",
                    "rows": [
                        ["Ziel", measure.goal],
                        ["Federführung", f"{measure.owner}; mit {', '.join(measure.partners)}"],
                        ["Laufzeit", measure.duration],
                        ["Kosten", f"einmalig {measure.cost_once.text}; laufend: {measure.running_costs}"],
                        ["Personal", measure.staff],
                        ["Arbeitstage", f"{measure.person_days.text} einmalig, {measure.person_days_yearly.text} im Jahr"],
                        ["Finanzierung", measure.funding_note],
                        ["Kleinste Fassung", measure.small_version],
                    ],
                }
                yield from labelled("Ausgangslage", measure.situation)
                yield from labelled("Vorhaben", measure.description)
                yield from listed("Schritte", (f"{step.when}: {step.what}" for step in measure.steps), numbered=True)
                rows = [[one.title, one.today, one.target] for one in measure.indicators]
                yield {"k": "table", "heads": ["Indikator", "heute", "Ziel"], "rows": rows, "widths": [5, 2, 3]}
                yield from listed("Risiken und Vorsorge", (f"{one.risk} {one.precaution}" for one in measure.risks))
                yield from self.refs("Beispiele", "example", measure.examples)
                yield from self.cite(measure)

    def templates(self) -> Iterator[Item]:
        if not self.all("template"):
            return
        yield heading(1, "Vorlagen")
        yield {
            "k": "p",
            "text": f"Alle Vorlagen gibt es leer und als ausgefülltes Beispiel unter {self.site}baukasten/vorlagen/.",
        }
        rows = [[one.title, one.summary, one.when] for one in self.all("template")]
        yield {"k": "table", "heads": ["Vorlage", "Wofür", "Wann"], "rows": rows, "widths": [3, 5, 5]}

    def checklist(self) -> Iterator[Item]:
        yield heading(1, "Checkliste")
        names = ("id", "statement", "reason", "essential")
        for phase in self.all("phase"):
            found = [item for item in self.all("checklist_item") if item.phase == phase.id]
            if found:
                yield heading(2, f"Checkliste zu Phase {phase.order}: {phase.title}")
                lines = [(item.id, item.title, f"{item.why} Erledigt, wenn: {item.proof}", item.essential) for item in found]
                yield {"k": "checks", "lines": [dict(zip(names, line, strict=True)) for line in lines]}
                for item in found:
                    for source in item.cited:
                        self.number(source)

    def support(self) -> Iterator[Item]:
        yield heading(1, "Unterstützung")
        for kind in SupportKind:
            found = [record for record in self.all("support") if record.kind == kind]
            if found:
                yield heading(2, kind.label)
            for record in found:
                yield self.record("support", record, 3)
                yield {"k": "lead", "text": record.summary}
                stand = f", Stand {record.as_of}" if record.as_of else ""
                rows = [["Anbieter", record.provider], ["Für wen", record.audience], ["Stand", record.state.label + stand]]
                rows += [
                    [name, value]
                    for name, value in (
                        ("Fördersatz", record.rate),
                        ("Frist", record.deadline),
                        ("Wo", record.apply_at),
                        ("Zeitraum", record.period),
                    )
                    if value
                ]
                yield {"k": "dl", "rows": rows}
                yield from prose(record.details)
                yield from self.cite(record)

    def terms(self) -> Iterator[Item]:
        yield heading(1, "Glossar")
        found = sorted(self.all("term"), key=lambda term: sort_key(term.title))
        for letter, terms in groupby(found, key=lambda term: sort_key(term.title)[0].upper()):
            yield heading(2, letter)
            for term in terms:
                long_form = f"{term.long_form}. " if term.long_form else ""
                yield {"k": "term", "text": term.title, "id": f"term-{term.id}", "meaning": f"{long_form}{term.definition}"}
                yield from self.cite(term)


def sort_key(title: str) -> str:
    """Return how a title is sorted in German: without umlauts, without regard to case."""
    return title.casefold().translate(str.maketrans("äöü", "aou")).replace("ß", "ss")
