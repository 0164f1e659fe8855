"""`neu` writes a template that needs nothing but filling in."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from pathlib import Path

import pytest
import yaml

from kompass.cli import main
from kompass.load import load
from kompass.model import FILES, Kind
from kompass.writing.draft import UnknownKindError, draft, file_of, find_kind
from kompass.writing.fix import fix

TODAY = date(2026, 11, 22)
KINDS = [kind for file in FILES for kind in file.kinds]
UNFILLED = {
    "leerer-text",
    "falscher-typ",
    "listenlaenge",
    "ohne-quelle",
    "quelle-unvollstaendig",
    "datumsform",
    "unbekanntes-wort",
}
CONTEXT = {"nummerierung", "unsortiert", "spanne-verkehrt", "kreis-fehlt", "nicht-genau-eines"}


def text_of(kind: Kind, title: str = "Zz Probe") -> str:
    return draft(kind, title, TODAY)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_template_names_every_field(kind: Kind) -> None:
    text = text_of(kind)
    assert [name for name in kind.model.model_fields if f"{name}:" not in text] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_only_required_fields_are_live(kind: Kind) -> None:
    record = yaml.safe_load(text_of(kind))[0]
    assert set(record) == {name for name, field in kind.model.model_fields.items() if field.is_required()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_optional_fields_are_right_once_uncommented(kind: Kind) -> None:
    lines = textwrap.dedent(text_of(kind)).split("\n")
    names = tuple(f"  # {name}:" for name in kind.model.model_fields)
    live = [line.replace("  # ", "  ", 1) if line.startswith((*names, "  #   ")) else line for line in lines]
    assert set(yaml.safe_load("\n".join(live))[0]) == set(kind.model.model_fields)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.key is None], ids=lambda kind: kind.name)
def test_check_of_the_template_asks_for_content_only(kind: Kind, data: Path) -> None:
    path = data / f"{file_of(kind).name}.yml"
    path.write_text(path.read_text(encoding="utf-8") + text_of(kind), encoding="utf-8")
    found = {problem.rule for problem in load(data, today=TODAY).problems}
    assert found <= UNFILLED | CONTEXT
    assert found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_template_is_in_order_already(kind: Kind) -> None:
    file = file_of(kind)
    head = f"# yaml-language-server: $schema=../schemas/{file.name}.schema.json\n"
    text = head + (f"{kind.key}:\n" if kind.key else "") + text_of(kind)
    assert fix(text.encode("utf-8"), file).decode("utf-8") == text


def test_title_becomes_the_id() -> None:
    assert yaml.safe_load(text_of(find_kind("example"), "Bürgerbus: jetzt mit App"))[0]["id"] == "buergerbus-jetzt-mit-app"


@pytest.mark.parametrize("title", ["Ein: Doppelpunkt", "#1", "- Strich", 'Mit "Anführung": ja', "@ und &"])
def test_difficult_title_is_kept(title: str) -> None:
    assert yaml.safe_load(text_of(find_kind("term"), title))[0]["title"] == title


@pytest.mark.parametrize("word", ["example", "Beispiel", "beispiele"])
def test_kind_may_be_named_in_german(word: str) -> None:
    assert find_kind(word).name == "example"


def test_unknown_kind_suggests_the_nearest() -> None:
    with pytest.raises(UnknownKindError, match="Meinten Sie „beispiel“"):
        find_kind("Erfolgbeispiel")


def test_references_list_the_ids_that_exist(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["neu", "Beispiel", "--today", "2026-11-22"]) == 0
    assert "Erlaubt: mobilitaet" in capfd.readouterr().out


def test_template_can_be_appended(data: Path) -> None:
    assert main(["neu", "Glossarbegriff", "--title", "Zz Probe", "--append"]) == 0
    assert (data / "glossary.yml").read_text(encoding="utf-8").count("- id: zz-probe") == 1


@pytest.mark.parametrize(("title", "place"), [("Apfelbus", 0), ("Chorbus", 1), ("Zoobus", 2), ("", 2)])
def test_template_goes_where_its_id_belongs(data: Path, title: str, place: int) -> None:
    path = data / "examples.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("- id: dorf", "# Bemerkung\n- id: dorf"), encoding="utf-8")
    assert main(["neu", "Beispiel", "--title", title, "--append"]) == 0
    found = re.findall(r"^- id:.*$", path.read_text(encoding="utf-8"), re.MULTILINE)
    others = ["- id: buergerbus", "- id: dorfladen"]
    assert len(found) == 3
    assert [line for line in found if line in others] == others
    assert found.index(f"- id: {title.lower()}".rstrip()) == place
    assert "# Bemerkung\n- id: dorfladen" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [["neu", "Quatsch"], ["neu", "Leitlinie", "--append"], ["neu", "Phase", "--data", "nirgends"]]
)
def test_wrong_calls_are_refused(arguments: list[str], data: Path) -> None:
    assert main(arguments) == 2
