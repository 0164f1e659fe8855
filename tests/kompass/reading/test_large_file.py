"""A large data folder: made up here, checked without a complaint. `bench/` measures the same with 10,000 examples."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kompass.load import load

SENTENCE = "Die Gemeinde fragt zuerst die Menschen, die den Bus brauchen, und rechnet erst danach mit der Kämmerei."


def write_examples(path: Path, count: int) -> None:
    """Write `count` valid examples of about 3,100 bytes each, sorted by id, with a reference to `mobilitaet` and `lebensort`."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# yaml-language-server: $schema=../schemas/examples.schema.json\n")
        file.writelines(example(number) for number in range(count))


def example(number: int) -> str:
    prose = "".join(f"    {SENTENCE[:90]} Das ist Satz {line}.\n" for line in range(5))
    items = "".join(f'    - "{line}. Schritt: {SENTENCE[:60]}"\n' for line in range(4))
    return f"""\
- id: beispiel-{number:06d}
  title: Beispiel Nummer {number} aus Musterstadt
  summary: {SENTENCE}
  municipality: Musterstadt an der Havel
  body: stadt
  districts: [havelland, barnim]
  action_fields: [mobilitaet]
  principles: [lebensort]
  problem: |
{prose}  solution: |
{prose}  timeline:
    - when: Juni 2019
      what: Beschluss der Gemeindevertretung
    - when: 2021
      what: Start mit zwei Fahrzeugen
  results:
{items}  lesson: |
{prose}  transfer:
{items}  status: laufend
  start: 2019
  as_of: 2024-05
  checked: 2026-10-01
  sources:
    - title: Bericht der Gemeinde {number}
      url: https://www.example.org/bericht/{number}
      publisher: Musterstadt an der Havel
      date: 2024-05-31
    - claim: own
      covers: [lesson, transfer]
"""


def test_many_examples_are_accepted(data: Path) -> None:
    write_examples(data / "examples.yml", 300)
    loaded = load(data, today=date(2026, 11, 22))
    assert loaded.problems == ()
    assert len(loaded.catalogue.all("example")) == 300
