"""Each rule explains itself, and its snippets prove it."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from kompass import rules
from kompass.load import Loaded
from kompass.rule_names import RuleName
from kompass.rules import RULES, Rule, told_elsewhere
from kompass.rules.settings import settings

VALID = Path(__file__).parents[1] / "cases" / "valid"
ABOUT_FILES = {
    "datei-fehlt",
    "datei-unlesbar",
    "ordner-statt-datei",
    "datei-zu-gross",
    "zeile-zu-lang",
    "riesiger-text",
    "riesiger-eintrag",
}
ABOUT_PAGES = {"bild-ohne-alternativtext", "bild-ohne-lizenz"}
WITHOUT_SNIPPETS = ABOUT_FILES | ABOUT_PAGES | {"unbekannte-datei", "ungueltiger-wert"}
WITH_SNIPPETS = [rule for rule in RULES.values() if rule.name not in WITHOUT_SNIPPETS]

Check = Callable[..., Loaded]


@pytest.mark.parametrize("rule", WITH_SNIPPETS, ids=lambda rule: rule.name)
def test_good_snippet_is_accepted(rule: Rule, check: Check) -> None:
    assert [problem.message for problem in check(rule.file, place(rule.good, rule.file)).problems] == []


@pytest.mark.parametrize("rule", WITH_SNIPPETS, ids=lambda rule: rule.name)
def test_bad_snippet_breaks_this_rule_only(rule: Rule, check: Check) -> None:
    content = place(rule.bad, rule.file).encode(rule.encoding)
    assert {problem.rule for problem in check(rule.file, content).problems} == {rule.name}


def test_every_name_is_kebab_case() -> None:
    assert [name for name in RuleName if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


def test_every_why_and_fix_is_a_sentence() -> None:
    assert [rule.name for rule in RULES.values() if not rule.why.endswith(".") or rule.fix[-1] not in '.“"…'] == []


def test_snippets_are_missing_only_where_no_text_shows_the_problem() -> None:
    assert {rule.name for rule in RULES.values() if not rule.bad} == WITHOUT_SNIPPETS


def test_every_name_has_its_rule() -> None:
    assert list(RULES) == [rule.name for rule in RULES.values()] == list(RuleName)


def test_a_rule_with_code_stands_in_the_module_of_its_english_name() -> None:
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    modules = {name: import_module(f"{rules.__name__}.{name}") for name in names}
    found = {name: module.RULE for name, module in modules.items() if hasattr(module, "RULE")}
    told = {rule.name for rule in told_elsewhere.RULES}
    assert {name: rule.name.name.lower() for name, rule in found.items()} == {name: name for name in found}
    assert {rule.name for rule in found.values()} == set(RuleName) - told
    assert len(found) > 30


def test_rules_told_elsewhere_run_nowhere_and_the_others_do() -> None:
    told = {rule.name for rule in told_elsewhere.RULES}
    switched_off = {name for name, setting in settings().items() if setting.severity is None}
    running = {name for name, rule in RULES.items() if rule.check or rule.inspect or rule.review}
    assert running == set(RuleName) - told - switched_off


def place(snippet: str, file: str) -> str:
    """Return the valid file with the snippet in its first entry, in place of the fields of the same names."""
    if snippet.startswith("#"):
        return snippet
    head, first, *others = re.split(r"^(?=- )", (VALID / f"{file}.yml").read_text(encoding="utf-8"), flags=re.M)
    fields = [field for field in split_fields(first.replace("- ", "  ", 1)) if name_of(field) not in names_in(snippet)]
    added = [f"  {line}\n" for line in snippet.splitlines()]
    lines = "".join([*added, *fields])
    return head + lines.replace("  ", "- ", 1) + "".join(others)


def split_fields(entry: str) -> list[str]:
    return [part for part in re.split(r"^(?=  \S)", entry, flags=re.M) if part]


def name_of(field: str) -> str:
    return field.strip().partition(":")[0]


def names_in(snippet: str) -> set[str]:
    return {match[1] for match in re.finditer(r"^([a-z_]+):", snippet, re.M)}
