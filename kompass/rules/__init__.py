"""All rules and how they are run.

A rule with code stands in the module of its English name (`RuleName`) and is found by that; the others in `told_elsewhere`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice

from kompass.problem import LIMIT, Problem, Severity
from kompass.reading.inventory import Entry, Inventory
from kompass.rule_names import RuleName
from kompass.rules import told_elsewhere
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import settings

__all__ = ["RULES", "Rule", "Severity", "Stage", "causes", "run", "severity_of"]


def _adjusted(rule: Rule) -> Rule:
    """Return the rule with the severity and the reason that `editorial.yml` gives; a rule that is off checks nothing."""
    setting = settings().get(rule.name)
    if setting is None:
        return rule
    if setting.severity is None:
        return replace(rule, severity=Severity.NOTE, reason=setting.reason, check=None, inspect=None, review=None)
    return replace(rule, severity=setting.severity, reason=setting.reason)


def _found() -> dict[str, Rule]:
    told = {rule.name: rule for rule in told_elsewhere.RULES}
    coded = {name: import_module(f"{__name__}.{name.name.lower()}").RULE for name in RuleName if name not in told}
    return {name: _adjusted(told.get(name) or coded[name]) for name in RuleName}


RULES: dict[str, Rule] = _found()


def severity_of(problem: Problem) -> Severity:
    """Return how much a problem matters: as it says itself, else as its rule says."""
    return problem.severity or RULES[problem.rule].severity


def run(inventory: Inventory, *, errors_only: bool = False) -> Iterator[Problem]:
    """Run all rules that look at something themselves; on request without those on wording that can only warn."""
    for rule in RULES.values():
        if rule.check:
            yield from islice(rule.check(inventory), LIMIT)
    yield from islice((problem for entry in inventory.inspected for problem in _inspect(entry)), LIMIT)
    yield from islice((problem for entry in inventory.inspected for problem in _review(entry, inventory, errors_only)), LIMIT)


def causes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep for each place the problems of the earliest stage, each once, sorted by place."""
    places: dict[tuple[object, ...], dict[tuple[str, str], Problem]] = defaultdict(dict)
    for problem in problems:
        place = (problem.path, problem.line, problem.column, problem.subject)
        places[place].setdefault((problem.rule, problem.message), problem)
    return tuple(sorted(problem for found in places.values() for problem in _earliest(found.values())))


def _earliest(problems: Iterable[Problem]) -> list[Problem]:
    found = list(problems)
    first = min(RULES[problem.rule].stage for problem in found)
    return [problem for problem in found if RULES[problem.rule].stage == first]


def _inspect(entry: Entry) -> Iterator[Problem]:
    """Inspect all texts of an entry at once, and one by one only if something is wrong: nearly nothing ever is."""
    texts = list(entry.texts())
    everything = "\n".join(text for _, text in texts)
    for rule in RULES.values():
        if not rule.inspect or not rule.inspect(everything):
            continue
        for path, text in texts:
            if finding := rule.inspect(text):
                yield entry.problem(rule.name, finding.message, path, fix=finding.fix)


def _review(entry: Entry, inventory: Inventory, errors_only: bool) -> Iterator[Problem]:
    manuscript = Manuscript(entry)
    for rule in RULES.values():
        if rule.review and (rule.severity is Severity.ERROR or not errors_only):
            yield from rule.review(manuscript, inventory)
