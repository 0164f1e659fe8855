"""What the form writes passes `kompass check` unchanged, and says what was entered: for random entries and for every real one."""

from __future__ import annotations

import random
import shutil
import string
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from kompass.load import load
from kompass.model import FILES, DataFile, Kind
from kompass.reading.inventory import read_folder
from kompass.schema import definitions
from kompass.telling.report import errors, format_text
from macros.entry_form import form_kinds

ROOT = Path(__file__).parents[2]
VALID = ROOT / "tests" / "cases" / "valid"
TODAY = date(2026, 11, 22)
ROUNDS = 12
DEFINITIONS = definitions(FILES)

WRITE = """async ([definitions, model, records]) => {
  const { isBuildable, planOf } = await import("/entry/plan.mjs");
  const { writeYaml } = await import("/entry/yaml.mjs");
  await import("/vendor/js-yaml.umd.min.js");
  if (!isBuildable(definitions, model)) return null;
  return records.map((record) => writeYaml(globalThis.jsyaml, planOf(definitions, model), record));
}"""

# No digits in a row that could be a telephone number, which is forbidden.
PIECES = (
    "yes no on off null ~ true False 1_000 0x1F 12:30 1e3 .5 .inf 2024-05-31 2024 - ? : # #x x# x: :x "
    "a: b - c ,komma [liste {klammer }zu ]zu & & * ! | > ' \" % @ ` „Zitat“ Bürger:innen 5–10 § 3 50 % CO2 it's ... --- === "
    "<< \\n \\u0041 https://www.example.org/a?b=c#d Straße Łódź 😀 é =1+1 1.000,50"
).split(" ")
ALONE = (
    "010",
    "0x1F",
    "1_000",
    "12:30",
    "2024-05-31",
    "2024",
    "yes",
    "Nein",
    "~",
    "null",
    "-",
    "- a",
    "a: b",
    "#",
    "&a",
    "*a",
    "!a",
    "1e3",
    ".inf",
    "=",
    "<<",
    "%",
    "? a",
)
LETTERS = string.ascii_lowercase + "äöüß"


class Maker:
    """Makes valid values for the schema, with as many odd texts as the rules allow."""

    def __init__(self, seed: int, ids: dict[str, list[str]]) -> None:
        self.random = random.Random(seed)  # noqa: S311  not for secrets
        self.ids = ids

    @property
    def forms(self) -> dict[str, Callable[[], str]]:
        """How texts are made whose pattern begins so."""
        return {
            "^[a-z]": lambda: f"{self.word()}-{self.random.randint(1, 10**9)}",
            "^M-": lambda: f"M-{self.random.randint(10, 999)}",
            "^([0-9]{4})": self.partial_day,
        }

    def record(self, kind: Kind) -> dict[str, Any]:
        made = self.part(DEFINITIONS[kind.model.__name__], [])
        return self.consistent(kind, made)

    def part(self, definition: dict[str, Any], holder: list[str]) -> dict[str, Any]:
        required = definition.get("required", [])
        names = [name for name in definition["properties"] if name in required or self.random.random() < 0.5]
        made = {name: self.value(definition["properties"][name], holder or list(definition["properties"])) for name in names}
        if definition is DEFINITIONS["Source"]:
            made = self.source(holder)
        if "x-spanne" in definition:
            made["low"], made["high"] = sorted((made["low"], made["high"]))
        if one_of := definition.get("x-genau-eines"):
            chosen = self.random.choice(one_of)
            made = {name: value for name, value in made.items() if name not in one_of}
            made[chosen] = self.value(definition["properties"][chosen], holder)
        return made

    def source(self, holder: list[str]) -> dict[str, Any]:
        if self.random.random() < 0.3:
            return {"claim": "own", "covers": self.random.sample(holder, k=min(2, len(holder)))}
        return {"title": self.line(1, 320), "url": "https://www.example.org/a?b=c&d=%20#e", "date": self.partial_day()}

    def value(self, schema: dict[str, Any], holder: list[str]) -> Any:
        schema = next((each for each in schema.get("anyOf", []) if each.get("type") != "null"), schema)
        if "$ref" in schema:
            definition = DEFINITIONS[schema["$ref"].rpartition("/")[2]]
            return self.random.choice(definition["enum"]) if "enum" in definition else self.part(definition, holder)
        if schema["type"] == "array":
            return self.array(schema, holder)
        if schema["type"] == "integer":
            return self.random.randint(schema["minimum"], min(schema["maximum"], schema["minimum"] + 10_000))
        if schema["type"] == "boolean":
            return self.random.random() < 0.5
        return self.text(schema)

    def array(self, schema: dict[str, Any], holder: list[str]) -> list[Any]:
        least = schema.get("minItems", 0)
        count = self.random.randint(max(least, 1), min(schema.get("maxItems", 9), least + 3))
        items = schema["items"]
        if "x-verweis" in items:
            known = self.ids[items["x-verweis"]]
            return self.random.sample(known, k=min(count, len(known)))
        if items.get("$ref") == "#/$defs/Indicator":
            return [self.value(items, []) | {"id": f"messwert-{self.word()}-{number}"} for number in range(count)]
        return [self.value(items, holder) for _ in range(count)]

    def text(self, schema: dict[str, Any]) -> str:
        if "x-verweis" in schema:
            return self.random.choice(self.ids[schema["x-verweis"]])
        if "format" in schema:
            return "2024-02-29" if schema["format"] == "date" else "http://www.example.org/" + self.word()
        pattern = schema.get("pattern", "")
        for start, make in self.forms.items():
            if pattern.startswith(start):
                return make()
        if pattern:
            return self.line(schema.get("minLength", 1), schema["maxLength"])
        paragraphs = [
            "\n".join(self.line(20, 300) for _ in range(self.random.randint(1, 3))) for _ in range(self.random.randint(1, 3))
        ]
        return "\n\n".join(paragraphs)

    def partial_day(self) -> str:
        return self.random.choice(["2019", "2024-05", "2024-02-29", "0999", "1999-12-31"])

    def word(self) -> str:
        return "".join(self.random.choices(string.ascii_lowercase, k=6))

    def line(self, least: int, most: int) -> str:
        alone = self.random.choice(ALONE)
        if least <= len(alone) and self.random.random() < 0.15:
            return alone
        words = [self.random.choice(PIECES) if self.random.random() < 0.5 else "".join(self.random.choices(LETTERS, k=5))]
        length = self.random.randint(least, min(most, 200))
        while len(" ".join(words)) < length:
            words.append(self.random.choice(PIECES) if self.random.random() < 0.4 else "".join(self.random.choices(LETTERS, k=7)))
        text = " ".join(words)[:most].strip()
        return text if len(text) >= least else text + "x" * (least - len(text))

    def consistent(self, kind: Kind, made: dict[str, Any]) -> dict[str, Any]:
        """Mend what the schema cannot say: numbers in their order, the group, own former ids."""
        made.pop("aliases", None)
        if "order" in made:
            made["order"] = 2
        if kind.name == "checklist_item":
            made["order"], made["phase"] = 2, self.ids["phase"][0]
        if "group_max" in made:
            made["group_min"], made["group_max"] = sorted((made["group_min"], made["group_max"]))
        if all("claim" in source for source in made["sources"]):  # some kinds need a source that can be looked up
            made["sources"].append({"title": "Bericht", "url": "https://www.example.org/bericht"})
        made["id"] = f"zz-{made['id']}"
        return made


BUILDABLE = [(file, kind) for file, kind in form_kinds() if (VALID / f"{file.name}.yml").exists()]


@pytest.mark.parametrize(("file", "kind"), BUILDABLE, ids=lambda value: getattr(value, "name", ""))
def test_random_entry_passes_check_and_keeps_what_was_entered(
    file: DataFile, kind: Kind, scripts_page: Page, tmp_path: Path
) -> None:
    inventory, _ = read_folder(VALID, TODAY)
    ids = {name: list(found) for name, found in inventory.ids.items()}
    records = [Maker(seed, ids).record(kind) for seed in range(ROUNDS)]
    for record, text in zip(records, scripts_page.evaluate(WRITE, [DEFINITIONS, kind.model.__name__, records]), strict=True):
        shutil.copytree(VALID, tmp_path / "data", dirs_exist_ok=True)
        place_last(tmp_path / "data" / f"{file.name}.yml", kind, text)
        loaded = load(tmp_path / "data", today=TODAY)
        assert not errors(loaded), "\n".join([line for line in format_text(loaded).splitlines() if " Fehler: " in line] + [text])
        assert normal(loaded.catalogue.get(kind.name, record["id"]).model_dump(mode="json")) == normal(typed(kind, record))


@pytest.mark.parametrize(
    ("file", "kind"), [(file, kind) for file in FILES for kind in file.kinds], ids=lambda value: getattr(value, "name", "")
)
def test_every_real_entry_survives_the_form(file: DataFile, kind: Kind, scripts_page: Page) -> None:
    inventory, _ = read_folder(ROOT / "data", TODAY)
    records = [entry.data for entry in inventory.by_kind[kind.name]]
    texts = scripts_page.evaluate(WRITE, [DEFINITIONS, kind.model.__name__, records])
    if texts is None:
        pytest.skip("the form does not offer this kind")
    for record, text in zip(records, texts, strict=True):
        again = yaml.safe_load(text)[0]
        assert typed(kind, again) == typed(kind, record)


def typed(kind: Kind, record: dict[str, Any]) -> dict[str, Any]:
    changed = as_read(record)
    return normal(kind.model.model_validate(changed).model_dump(mode="json"))


def as_read(value: Any) -> Any:
    return visit(value, lambda leaf: leaf.isoformat() if isinstance(leaf, date) else leaf)


def normal(value: Any) -> Any:
    """Prose ends with its line in a file; spaces at the very end mean nothing."""
    return visit(value, lambda leaf: leaf.rstrip() if isinstance(leaf, str) else leaf)


def visit(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, dict):
        return {name: visit(inner, change) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [visit(inner, change) for inner in value]
    return change(value)


def place_last(path: Path, kind: Kind, text: str) -> None:
    """Put an entry behind the last one of its kind, as an editor would."""
    content = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    if kind.key is None:
        path.write_text(content + text, encoding="utf-8")
        return
    head, mark, rest = content.partition(f"{kind.key}:\n")
    lines = rest.splitlines(keepends=True)
    end = next((number for number, line in enumerate(lines) if not line.startswith((" ", "-"))), len(lines))
    indent = " " * (len(lines[0]) - len(lines[0].lstrip()))
    moved = "".join(f"{indent}{line}" if line.strip() else line for line in text.splitlines(keepends=True))
    path.write_text(head + mark + "".join(lines[:end]) + moved + "".join(lines[end:]), encoding="utf-8")
