"""The entry form and `kompass check` say the same: both are fed with every bad case, and what one finds the other finds."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kompass.load import load
from kompass.model import FILES
from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory, read_folder
from kompass.rule_names import RuleName
from kompass.rules.settings import option
from kompass.schema import definitions
from macros.entry_form import style

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
TODAY = date(2026, 11, 22)
IN_BROWSER = set(
    re.findall(r'data-text="regel-([a-z-]+)"', (ROOT / "macros/templates/_entry_texts.html.jinja").read_text("utf-8"))
)
BAD = sorted(path for path in CASES.glob("invalid/*/*.yml"))
STYLE = style()
Finding = tuple[str, int, int]
OTHER_PLACE = re.compile(r"([a-z_]+\.yml), Zeile (\d+)")
MEANT_FIELD = re.compile(r"Schreiben Sie „([a-z_]+)“")

RUN = """async ([definitions, entries]) => {
  const { isBuildable, planOf } = await import("/entry/plan.mjs");
  const { check } = await import("/entry/rules.mjs");
  const sets = (context) => ({
    ...context,
    known: Object.fromEntries(Object.entries(context.known).map(([kind, ids]) => [kind, ids && new Set(ids)])),
    taken: Object.fromEntries(Object.entries(context.taken).map(([name, values]) => [name, new Set(values)])),
  });
  const plain = ({ rule, path, atKey, subject }) => [rule, path, Boolean(atKey), subject ?? ""];
  return entries.map(({ model, data, context }) =>
    isBuildable(definitions, model)
      ? check(planOf(definitions, model), data, sets(context)).map(plain)
      : [],
  );
}"""


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_form_and_check_find_the_same(case: Path, scripts_page: Page, tmp_path: Path) -> None:
    by_check, by_form = both(case, scripts_page, tmp_path)
    assert by_form == by_check


@pytest.mark.parametrize("rule", sorted(IN_BROWSER))
def test_form_knows_the_rule(rule: str, scripts_page: Page, tmp_path: Path) -> None:
    """Guards the comparison itself: for each rule of the form there is a case in which the form finds it."""
    for case in (path for path in BAD if path.parent.name == rule):
        shutil.rmtree(tmp_path / "data", ignore_errors=True)
        if rule in {name for name, _, _ in both(case, scripts_page, tmp_path)[1]}:
            return
    pytest.fail(f"{rule}: no case in which the form finds it")


def test_form_finds_nothing_in_valid_data(scripts_page: Page, tmp_path: Path) -> None:
    assert both(CASES / "valid" / "examples.yml", scripts_page, tmp_path) == (set(), set())


def test_form_and_check_find_the_same_in_the_real_data(scripts_page: Page) -> None:
    inventory, _ = read_folder(ROOT / "data", date.today())
    problems = load(ROOT / "data", today=date.today()).problems
    by_check = {(each.rule, each.line, each.column) for each in problems if each.rule in IN_BROWSER}
    assert len(inventory.entries) > 300
    assert {found for _, _, found in findings(inventory, scripts_page)} == by_check


def both(case: Path, page: Page, folder: Path) -> tuple[set[Finding], set[Finding]]:
    shutil.copytree(CASES / "valid", folder / "data")
    shutil.copyfile(case, folder / "data" / f"{case.name.partition('.')[0]}.yml")
    problems = load(folder / "data", today=TODAY).problems
    inventory, _ = read_folder(folder / "data", TODAY)
    broken = {document.path for document in inventory.documents.values() if not document.is_complete or document.problems}
    beyond = {(place.path, place.line, place.column) for place in beyond_the_form(inventory)}
    by_check = {
        (each.rule, each.line, each.column)
        for each in problems
        if each.rule in IN_BROWSER and each.path not in broken and (each.path, each.line, each.column) not in beyond
    }
    told = set(told_along(problems))
    by_form = {
        (rule, line, column)
        for path, field, (rule, line, column) in findings(inventory, page)
        if path not in broken and (rule, path.name, field or line) not in told
    }
    return by_check, by_form


def told_along(problems: Iterable[Problem]) -> Iterator[tuple[str, str, str | int]]:
    """Yield what check tells in the same breath: the other places of a missing entry, and the field whose name is misspelt."""
    for problem in problems:
        if problem.rule == RuleName.DANGLING_REFERENCE:
            yield from ((problem.rule, name, int(line)) for name, line in OTHER_PLACE.findall(problem.message))
        elif problem.rule == RuleName.UNKNOWN_FIELD and (meant := MEANT_FIELD.match(problem.fix)):
            yield RuleName.MISSING_FIELD, problem.path.name, meant[1]


def beyond_the_form(inventory: Inventory) -> Iterator[Problem]:
    """Yield the places of entries that are not made of fields: no form can write one."""
    yield from (entry.problem("", "") for entry in inventory.entries if not isinstance(entry.data, dict))


def findings(inventory: Inventory, page: Page) -> set[tuple[Path, str, Finding]]:
    """Return what the form finds: the file, the field that is missing if one is, and the finding."""
    entries = [entry for entry in inventory.entries if isinstance(entry.data, dict)]
    contexts = list(contexts_of(inventory, entries))
    payload = [
        {"model": entry.kind.model.__name__, "data": plain(entry.data), "context": context}
        for entry, context in zip(entries, contexts, strict=True)
    ]
    found: set[tuple[Path, str, Finding]] = set()
    for entry, results in zip(entries, page.evaluate(RUN, [definitions(FILES), payload]), strict=True):
        for rule, path, at_key, subject in results:
            problem = entry.problem(rule, "", tuple(path), key=at_key)
            found.add((problem.path, subject, (rule, problem.line, problem.column)))
    return found


def contexts_of(inventory: Inventory, entries: list[Entry]) -> Iterator[dict[str, Any]]:
    """Yield what the form knows of the other records: of two that clash, `check` names the later one."""
    kinds = ("indicator", *inventory.by_kind)
    known = {kind: None if kind in inventory.open_kinds else list(inventory.ids[kind]) for kind in kinds}
    taken: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {"ids": [], "titles": [], "aliases": []})
    indicators: list[str] = []
    numbers: dict[tuple[str, str], list[Any]] = defaultdict(list)
    earlier: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for entry in inventory.entries:
        numbers[group_of(entry)].append(entry.fields.get("order"))
    for entry in entries:
        kind, group = entry.kind.name, group_of(entry)
        is_numbered = kind not in inventory.open_kinds and all(type(number) is int for number in numbers[group])
        yield {
            "kind": kind,
            "today": inventory.today.isoformat(),
            "offices": option("persoenliche-angaben", "offices"),
            "style": STYLE,
            "known": known,
            "taken": {name: list(values) for name, values in taken[kind].items()} | {"indicators": list(indicators)},
            "numbers": {"all": numbers[group], "taken": list(earlier[group])} if is_numbered else None,
        }
        earlier[group].append(entry.fields.get("order"))
        remember(entry, taken[kind])
        indicators += [value for _, value in inventory.indicator_ids(entry)]


def remember(entry: Entry, taken: dict[str, list[Any]]) -> None:
    if entry.id is not None:
        taken["ids"].append(entry.id)
    if isinstance(entry.fields.get("title"), str):
        taken["titles"].append(entry.fields["title"].strip().casefold())
    taken["aliases"] += [alias for _, alias in entry.select(("aliases",)) if isinstance(alias, str)]


def group_of(entry: Entry) -> tuple[str, str]:
    return entry.kind.name, str(entry.fields.get("phase", ""))


def plain(data: Any) -> Any:
    """Return data as JSON can carry it; a whole number with a point becomes one that stays recognisable."""

    def change(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): change(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [change(inner) for inner in value]
        if isinstance(value, float):
            return 0.5
        return value if value is None or isinstance(value, str | int) else str(value)

    return json.loads(json.dumps(change(data)))
