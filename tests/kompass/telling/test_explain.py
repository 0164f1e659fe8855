"""`erklaere` says about a rule what its page says."""

from __future__ import annotations

import pytest

from kompass.cli import main
from kompass.rules import RULES, Rule
from kompass.telling.explain import explain, list_rules


def test_every_rule_is_explained() -> None:
    assert [name for name, rule in RULES.items() if not explains(explain(name) or "", rule)] == []
    assert len(RULES) > 80


def explains(text: str, rule: Rule) -> bool:
    widest = max(len(line) for line in text.splitlines() if not line.startswith("    "))
    return " ".join(rule.why.split()[:3]) in text and rule.bad.split("\n", maxsplit=1)[0] in text and widest <= 110


def test_name_may_stand_in_brackets_as_in_reports() -> None:
    assert explain("[vages-wort]") == explain("vages-wort")


def test_list_names_every_rule() -> None:
    assert all(f"  {name} " in list_rules() for name in RULES)


def test_without_a_name_all_are_listed(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["erklaere"]) == 0
    assert "vages-wort" in capfd.readouterr().out


def test_unknown_rule_suggests_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["erklaere", "vages-wrt"]) == 2
    assert "Meinten Sie „vages-wort“?" in capfd.readouterr().err
