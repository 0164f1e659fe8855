"""`check --changed-since` looks at changed records only, and still knows all others."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kompass.cli import main
from kompass.load import Loaded, load, load_changed
from kompass.reading.changes import RevisionError

TODAY = date(2026, 11, 22)
Edit = Callable[[str, str, str], Loaded]


def git(*arguments: str) -> None:
    author = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
    subprocess.run(["git", *author, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(data: Path) -> Path:
    """Return the valid data, committed."""
    git("init", "--quiet", ".")
    git("add", "data")
    git("commit", "--quiet", "--message", "before")
    return data


@pytest.fixture
def edit(committed: Path) -> Edit:
    """Return a function that changes a committed file and checks what has changed."""

    def change(name: str, old: str, new: str) -> Loaded:
        path = committed / f"{name}.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return load_changed(committed, "HEAD", today=TODAY)

    return change


def rules(loaded: Loaded) -> set[str]:
    return {problem.rule for problem in loaded.problems}


def test_without_a_change_nothing_is_looked_at(committed: Path) -> None:
    loaded = load_changed(committed, "HEAD", today=TODAY)
    assert (loaded.files, loaded.entries, loaded.problems, loaded.changed) == (0, 0, (), ())


def test_changed_record_is_checked_and_named(edit: Edit) -> None:
    loaded = edit("examples", "title: Dorfladen", "title: TODO Dorfladen")
    assert rules(loaded) == {"platzhalter"}
    assert loaded.changed == ("Beispiel „TODO Dorfladen“",)


def test_problem_of_another_record_in_the_same_file_is_left_out(committed: Path, edit: Edit) -> None:
    edit("examples", "Ein Laden, der auch nachts öffnet.", "TODO beschreiben.")
    git("commit", "--all", "--quiet", "--message", "a problem stands already")
    loaded = edit("examples", "title: Bürgerbus mit App", "title: Bürgerbus mit Telefon")
    assert loaded.problems == ()
    assert rules(load(committed, today=TODAY)) == {"platzhalter"}


def test_references_to_unchanged_records_are_resolved(edit: Edit) -> None:
    assert edit("examples", "summary: Ehrenamtliche fahren,", "summary: Nachbar:innen fahren,").problems == ()
    assert rules(edit("examples", "action_fields: [mobilitaet]", "action_fields: [gibt-es-nicht]")) == {"unbekannter-verweis"}


def test_reference_that_a_removal_leaves_dangling_is_reported_where_it_stands(edit: Edit) -> None:
    loaded = edit("action_fields", "- id: mobilitaet", "- id: verkehr")
    (problem,) = [problem for problem in loaded.problems if problem.rule == "unbekannter-verweis"]
    places = f"{problem.path.name}, Zeile {problem.line}, {problem.message}"
    assert all(re.search(rf"{name}\.yml, Zeile \d", places) for name in ("examples", "measures", "sample"))


def test_id_that_another_record_has_already_is_reported(edit: Edit) -> None:
    assert "doppelte-kennung" in rules(edit("examples", "- id: buergerbus", "- id: dorfladen"))


def test_moved_record_is_no_change(committed: Path) -> None:
    path = committed / "examples.yml"
    head, first, second = path.read_text(encoding="utf-8").split("\n- id: ")
    path.write_text(f"{head}\n- id: {second.rstrip()}\n- id: {first}\n", encoding="utf-8")
    loaded = load_changed(committed, "HEAD", today=TODAY)
    assert loaded.entries == 0
    assert rules(loaded) == {"unsortiert"}


def test_windows_line_ends_are_no_change(committed: Path) -> None:
    path = committed / "examples.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_changed(committed, "HEAD", today=TODAY).entries == 0


def test_cut_end_of_a_record_is_a_change(edit: Edit) -> None:
    last = "  sources:\n    - title: Bericht der Genossenschaft\n      url: https://www.example.org/laden\n      date: 2024\n"
    assert rules(edit("examples", last, "")) == {"ohne-quelle"}


def test_new_record_is_checked(edit: Edit) -> None:
    loaded = edit("glossary", "- id: ", "- id: aaa\n  title: Neu\n- id: ")
    assert loaded.entries >= 1
    assert "fehlendes-feld" in rules(loaded)


def test_syntax_error_in_a_changed_file_is_reported(edit: Edit) -> None:
    assert rules(edit("examples", "title: Dorfladen", 'title: "Dorfladen')) == {"anfuehrungszeichen-offen"}


def test_file_that_the_revision_lacks_is_all_new(committed: Path) -> None:
    git("rm", "--cached", "--quiet", "data/faq.yml")
    git("commit", "--quiet", "--message", "without")
    assert load_changed(committed, "HEAD", today=TODAY).changed == ("Frage „Womit fangen wir an?“",)


def test_record_in_a_grouped_file_is_found(edit: Edit) -> None:
    loaded = edit("charta", "    order: 1\n", "    order: 1\n    # neu\n")
    assert all(name.startswith(("Leitlinie", "Merkmal", "Grundsatz")) for name in loaded.changed or ())
    assert loaded.entries > 0


def test_kept_files_do_not_change_the_outcome(edit: Edit, committed: Path) -> None:
    first = edit("examples", "title: Dorfladen", "title: TODO Dorfladen")
    assert (committed.parent / ".cache" / "kompass" / "faq.json").is_file()
    again = load_changed(committed, "HEAD", today=TODAY)
    assert (again.problems, again.changed) == (first.problems, first.changed)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"name": "x"}', b'{"name": 1, "places": "?"}'])
def test_broken_cache_is_read_anew(edit: Edit, committed: Path, content: bytes) -> None:
    load_changed(committed, "HEAD", today=TODAY)
    (committed.parent / ".cache" / "kompass" / "action_fields.json").write_bytes(content)
    assert edit("examples", "title: Dorfladen", "title: Hofladen").problems == ()


def test_cache_that_cannot_be_written_is_no_problem(edit: Edit, committed: Path) -> None:
    (committed.parent / ".cache").write_text("a file", encoding="utf-8")
    assert edit("examples", "title: Dorfladen", "title: Hofladen").problems == ()


@pytest.mark.parametrize("revision", ["gibt-es-nicht", "--help", "", "HEAD~99"])
def test_unknown_revision_is_explained(committed: Path, revision: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", f"--changed-since={revision}"]) == 2
    assert "Fassung" in capfd.readouterr().err


def test_folder_without_git_is_explained(data: Path) -> None:
    with pytest.raises(RevisionError, match="Git"):
        load_changed(data, "HEAD", today=TODAY)


def test_missing_git_is_explained(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="git fehlt"):
        load_changed(committed, "HEAD", today=TODAY)


def test_command_line_reports_changes_in_json(edit: Edit, capfd: pytest.CaptureFixture[str]) -> None:
    edit("examples", "title: Dorfladen", "title: TODO Dorfladen")
    assert main(["check", "--changed-since", "HEAD", "--today", "2026-11-22", "--format", "json"]) == 1
    assert json.loads(capfd.readouterr().out)["entries"] == 1
