"""A text appeals to studies or experts that no source of the entry names."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.wordlist import find_phrases
from kompass.wording import shown


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each such text in a field that is the editors' own assessment or in an entry without a citation."""
    for path, found, _instead in find_phrases(RuleName.UNSUPPORTED_CLAIM, manuscript):
        if _is_own(manuscript.entry, str(path[0])):
            message = f"{shown(found)} klingt nach einem Beleg, eine Quelle dafür ist nicht genannt."
            yield manuscript.entry.problem(RuleName.UNSUPPORTED_CLAIM, message, path)


def _is_own(entry: Entry, field: str) -> bool:
    sources = entry.fields.get("sources")
    sources = [source for source in sources if isinstance(source, dict)] if isinstance(sources, list) else []
    own = [source for source in sources if source.get("claim")]
    return len(own) == len(sources) or any(not source.get("covers") or field in source["covers"] for source in own)


RULE = Rule(
    name=RuleName.UNSUPPORTED_CLAIM,
    stage=Stage.WORDING,
    why="Leser:innen wollen nachsehen können, welche Studie oder wer das sagt.",
    fix="Nennen Sie die Quelle in sources, oder schreiben Sie es als eigene Einschätzung ohne Berufung auf andere.",
    good="lesson: Unsere Einschätzung ist, dass Ehrenamt bindet.\n"
    'sources:\n  - {title: Bericht, url: "https://www.example.org/b"}\n  - claim: own',
    bad="lesson: Studien zeigen, dass Ehrenamt bindet.\n"
    'sources:\n  - {title: Bericht, url: "https://www.example.org/b"}\n  - claim: own',
    review=review,
)
