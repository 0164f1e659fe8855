"""What docs-intern/architektur.md says is so: its files are there, and a small kind comes about by its steps."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs-intern" / "architektur.md"
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.*-]*|[\w-]+\.(?:yml|md|toml|py))`")

RECORD = """\
# yaml-language-server: $schema=../schemas/tips.schema.json
- id: zuerst-zuhoeren
  title: Zuerst zuhören
  summary: Fragen Sie zuerst die, die damit arbeiten.
  checked: 2026-10-01
  sources:
    - claim: own
"""
MODEL = '''\
"""Tips: one sentence that helps."""

from __future__ import annotations

from pydantic import Field

from kompass.model.base import Line, Record


class Tip(Record):
    """A tip."""

    summary: Line = Field(description="Der Rat in einem Satz.")
'''
MACROS = '''\
"""Pages of tips."""

from __future__ import annotations

from macros.site import Site


def tips(site: Site) -> str:
    """Draw the list of tips."""
    return site.render("tips", tips=site.records("tip"))


def tip(site: Site, record_id: str) -> str:
    """Draw one tip."""
    return site.render("tip", record=site.catalogue.get("tip", record_id))
'''
RULE = '''\
"""A text shouts."""

from __future__ import annotations

from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage


def inspect(text: str) -> Finding | None:
    """Return a shout."""
    return Finding("Hier wird geschrien.") if "!!!" in text else None


RULE = Rule(name=RuleName.SHOUTING, stage=Stage.TEXT, why="Niemand mag das.", fix="Ein Punkt genügt.", inspect=inspect)
'''


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of what makes the pages, without the site around it."""
    for name in ("kompass", "macros", "data", "docs", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "vendor", "fonts"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def add(house: Path, name: str, text: str) -> None:
    """Add a file."""
    (house / name).parent.mkdir(parents=True, exist_ok=True)
    (house / name).write_text(text, encoding="utf-8")


def insert(house: Path, name: str, before: str, line: str) -> None:
    """Put a line into a file, above the first one that begins as `before` says."""
    text = (house / name).read_text(encoding="utf-8")
    assert f"\n{before}" in text, f"{name} has no line {before}"
    (house / name).write_text(text.replace(f"\n{before}", f"\n{line}\n{before}", 1), encoding="utf-8")


def run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *arguments], cwd=house, capture_output=True, text=True, check=False)


def add_kind(house: Path) -> None:
    """Follow „A kind of record“, step by step."""
    add(house, "kompass/model/tips.py", MODEL)
    insert(house, "kompass/model/__init__.py", "from kompass.model.toolkit import", "from kompass.model.tips import Tip")
    insert(
        house,
        "kompass/model/__init__.py",
        '    DataFile("glossary"',
        '    DataFile("tips", (Kind("tip", "Tipp", "Tipps", Tip),)),',
    )
    insert(house, "kompass/addresses.py", '    "topic":', '    "tip": "kompass/tipps/",')
    add(house, "data/tips.yml", RECORD)
    add(house, "macros/pages/tips.py", MACROS)
    add(house, "macros/templates/tips.html.jinja", "{% for tip in tips %}<p>{{ tip.title }}</p>{% endfor %}\n")
    add(house, "macros/templates/tip.html.jinja", "<p>{{ record.summary }}</p>\n")
    add(house, "docs/kompass/tipps/index.md", "---\ntitle: Tipps\n---\n\n# Tipps\n\n{{ tips() }}\n")


def test_every_file_that_the_page_names_is_there() -> None:
    named = sorted(set(NAMED.findall(PAGE.read_text(encoding="utf-8"))))
    assert len(named) > 30
    assert [name for name in named if not list(ROOT.glob(name))] == []


def test_a_kind_added_by_the_steps_is_checked_drawn_and_described(house: Path) -> None:
    add_kind(house)
    checked = run(house, "kompass", "check", "--today", "2026-11-28")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert run(house, "kompass", "schemas").returncode == 0
    assert (house / "schemas/tips.schema.json").is_file()
    drawn = run(house, "macros", "export", "out")
    assert drawn.returncode == 0, drawn.stdout + drawn.stderr
    assert "Zuerst zuhören" in (house / "out/kompass/tipps/index.md").read_text(encoding="utf-8")
    assert "die damit arbeiten" in (house / "out/kompass/tipps/zuerst-zuhoeren.md").read_text(encoding="utf-8")


def test_a_mistake_in_the_new_kind_is_told_like_any_other(house: Path) -> None:
    add_kind(house)
    add(house, "data/tips.yml", RECORD.replace("summary:", "sumary:"))
    told = run(house, "kompass", "check").stdout
    assert "data/tips.yml:4:3: Fehler: Das Feld „sumary“ gibt es hier nicht." in told


def test_a_rule_added_by_the_steps_runs_and_explains_itself(house: Path) -> None:
    insert(house, "kompass/rule_names.py", "    SLUG_FORM", '    SHOUTING = "geschrei"')
    add(house, "kompass/rules/shouting.py", RULE)
    faq = (house / "data/faq.yml").read_text(encoding="utf-8")
    add(house, "data/faq.yml", faq.replace("  title: ", "  title: Ja!!! ", 1))
    assert "[geschrei]" in run(house, "kompass", "check").stdout
    assert "Niemand mag das." in run(house, "kompass", "erklaere", "geschrei").stdout
