"""The report on links in German Markdown: for the weekly issue, for the summary of a run, and as annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from scripts.links.collect import Links
from scripts.links.known_bad import Excuse
from scripts.links.outcome import Outcome, Verdict

ADVICE = {
    Verdict.BROKEN: "Bitte ersetzen Sie den Link oder suchen Sie eine andere öffentliche Quelle. Ohne Quelle geht die Aussage.",
    Verdict.UNCLEAR: (
        "Bitte öffnen Sie den Link einmal im Browser. Ist die Seite da, tragen Sie ihn mit Grund und Frist in "
        "`docs-intern/links-ausnahmen.yml` ein."
    ),
    Verdict.MOVED: "Die Seite steht jetzt woanders. Bitte tragen Sie die neue Adresse ein.",
}
MOST = 200


@dataclass(frozen=True)
class Findings:
    """The outcomes of a run, sorted into what counts and what is excused."""

    outcomes: tuple[Outcome, ...]
    excused: tuple[tuple[Outcome, Excuse], ...]
    needless: tuple[Excuse, ...]
    expired: tuple[Excuse, ...]

    def of(self, verdict: Verdict) -> list[Outcome]:
        """Return the outcomes with this verdict that nothing excuses."""
        return [outcome for outcome in self.outcomes if outcome.verdict is verdict]

    @property
    def needs_work(self) -> bool:
        """Tell whether a person should look at something."""
        return any(self.of(verdict) for verdict in ADVICE) or bool(self.needless or self.expired)


def sort_out(outcomes: Iterable[Outcome], excuses: dict[str, Excuse], today: date) -> Findings:
    """Part the outcomes into those that count and those that are excused today."""
    counting, excused, needless = [], [], []
    for outcome in outcomes:
        excuse = excuses.get(outcome.url)
        failed = outcome.verdict in (Verdict.BROKEN, Verdict.UNCLEAR)
        if excuse and excuse.counts(today) and failed:
            excused.append((outcome, excuse))
            continue
        if excuse and not failed:
            needless.append(excuse)
        counting.append(outcome)
    expired = tuple(excuse for excuse in excuses.values() if not excuse.counts(today))
    return Findings(tuple(counting), tuple(excused), tuple(needless), expired)


def markdown(findings: Findings, links: Links, today: date) -> str:
    """Return the whole report."""
    lines = [f"{_count(len(links), 'Link', 'Links')} geprüft am {today:%d.%m.%Y}: {_summary(findings)}", ""]
    for verdict, advice in ADVICE.items():
        found = findings.of(verdict)
        if found:
            lines += [f"## {verdict.value} ({len(found)})", "", advice, ""]
            lines += [_item(outcome, links) for outcome in found[:MOST]]
            lines += [f"- … und {len(found) - MOST} weitere"] if len(found) > MOST else []
            lines.append("")
    lines += _excuse_section("Abgelaufene Ausnahmen", "Bitte prüfen Sie neu, ob die Ausnahme noch nötig ist.", findings.expired)
    lines += _excuse_section("Unnötige Ausnahmen", "Diese Links antworten wieder. Die Zeilen können weg.", findings.needless)
    if findings.excused:
        lines += [f"{_count(len(findings.excused), 'bekannter Fehlschlag ist', 'bekannte Fehlschläge sind')} entschuldigt.", ""]
    return "\n".join(lines)


def remarks(findings: Findings, links: Links) -> list[str]:
    """Return a workflow command for each broken or unclear link (docs.github.com, "Workflow commands")."""
    levels = {Verdict.BROKEN: "error", Verdict.UNCLEAR: "warning"}
    found = []
    for verdict, level in levels.items():
        for outcome in findings.of(verdict):
            path, _, line = links[outcome.url][0].rpartition(":")
            text = f"Der Link {outcome.url} {outcome.reason}.".replace("%", "%25").replace("\r", "").replace("\n", "")
            found.append(f"::{level} file={path.replace(',', '%2C').replace(':', '%3A')},line={line},title=Link::{text}")
    return found


def _summary(findings: Findings) -> str:
    parts = [f"{len(findings.of(verdict))} {verdict.value.lower()}" for verdict in ADVICE]
    return ", ".join(parts) + "."


def _item(outcome: Outcome, links: Links) -> str:
    target = f" Jetzt: {_code(outcome.target)}" if outcome.target and outcome.verdict is not Verdict.BROKEN else ""
    places = ", ".join(f"`{place}`" for place in links[outcome.url][:5])
    return f"- [ ] {_code(outcome.url)} {outcome.reason}.{target} Steht in {places}"


def _excuse_section(title: str, advice: str, excuses: Sequence[Excuse]) -> list[str]:
    if not excuses:
        return []
    items = [f"- [ ] {_code(excuse.url)}: {excuse.reason} (bis {excuse.until:%d.%m.%Y})" for excuse in excuses]
    return [f"## {title} ({len(excuses)})", "", advice, "", *items, ""]


def _code(url: str) -> str:
    """Return an address as code: it neither becomes a link nor calls anybody."""
    return "`" + url.replace("`", "%60").replace("\n", " ") + "`"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
