"""The comment on a proposal: helpful, renewed in place, and harmless whatever the proposal says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.comment import LONGEST, MARK, frame, harmless, main


def test_comment_begins_with_the_mark_by_which_it_is_found_again():
    assert frame("Alles gut.", others=[], url="").startswith(MARK)
    assert MARK in Path(".github/workflows/kommentar.yml").read_text(encoding="utf-8")


def test_comment_leads_to_the_checks_and_the_preview():
    assert "(https://host.invalid/run/1)" in frame("Alles gut.", others=[], url="https://host.invalid/run/1")


def test_comment_says_that_a_person_looks_at_code():
    text = frame("Alles gut.", others=["kompass/cli.py"], url="")
    assert "Dateien außerhalb von `data/`" in text
    assert "kompass/cli.py" not in text


@pytest.mark.parametrize(
    "text",
    ["@team/alle", "![x](https://host.invalid/x.png)", "<img src=x>", "<!-- kompass-pruefung -->", "<script>", "</p>", "x@y.de"],
)
def test_quoted_text_calls_nobody_and_loads_nothing(text):
    found = harmless(f"Vorher {text} nachher")
    assert not re.search(r"@\w|!\[|<(?!/?(?:details|summary|br)>)", found)


def test_folding_stays_folding():
    assert harmless("<details><summary>Mehr</summary>Text</details>") == "<details><summary>Mehr</summary>Text</details>"


def test_huge_summary_is_shortened():
    assert len(frame("x" * 500_000, others=[], url="")) < LONGEST + 1000


def test_command_reads_summary_and_files(tmp_path, capfdbinary):
    (tmp_path / "summary.md").write_text("Alles gut.", encoding="utf-8")
    (tmp_path / "others.txt").write_text("\n", encoding="utf-8")
    assert main([str(tmp_path / "summary.md"), "--others", str(tmp_path / "others.txt")]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert "Alles gut." in text
    assert "außerhalb" not in text
