"""What there is to download, that it is the same each time, and that nothing half-made is kept."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.downloads.calendar import to_calendar, to_deadlines
from kompass.downloads.library import BUNDLE, FORMATS, HANDBOOK, jobs, kept_jobs, make_library, template_jobs, template_path
from kompass.downloads.store import Job, Library, Store

SITE = "https://kompass-baukasten.example/"


def test_every_template_is_there_empty_and_filled_in_all_formats(catalogue: Catalogue, library: Library) -> None:
    for template in catalogue.all("template"):
        for kind in FORMATS[template.form]:
            for is_example in (False, True):
                assert template_path(template, kind, is_example=is_example) in library.files


def test_every_measure_is_there_as_word_file_and_sheet(catalogue: Catalogue, library: Library) -> None:
    for measure in catalogue.all("measure"):
        assert {f"downloads/massnahmen/{measure.id}.docx", f"downloads/massnahmen/{measure.id}.pdf"} <= library.files.keys()


def test_example_says_that_it_is_invented(catalogue: Catalogue, library: Library) -> None:
    for template in catalogue.all("template"):
        if template.form == "text":
            data = library.files[template_path(template, "docx", is_example=True)]
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert "ist erfunden" in archive.read("word/document.xml").decode()


def test_same_data_gives_the_same_bytes(catalogue: Catalogue) -> None:
    """One small file of each kind, made twice without a cache."""
    last = {job.path.rsplit(".", 1)[1]: job for job in jobs(catalogue, SITE) if job.path != HANDBOOK}
    assert {kind: job.make() for kind, job in last.items()} == {kind: job.make() for kind, job in last.items()}


def test_handbook_made_again_has_the_same_bytes(catalogue: Catalogue, library: Library) -> None:
    (job,) = (job for job in jobs(catalogue, SITE) if job.path == HANDBOOK)
    assert job.make() == library.files[HANDBOOK]


def test_cached_files_are_those_made_anew(catalogue: Catalogue, library: Library) -> None:
    paths = ("swot/swot.docx", "swot/swot.odt", "priorisierungsmatrix/priorisierungsmatrix.xlsx")
    for job in jobs(catalogue, SITE):
        if job.path.removeprefix("downloads/") in paths:
            assert job.make() == library.files[job.path]


def test_nothing_is_made_again_while_the_data_is_the_same(monkeypatch, catalogue, library) -> None:
    root = Path(__file__).parents[3]
    made: list[str] = []
    monkeypatch.setattr(Store, "keep", lambda self, job, content: made.append(job.path))
    make_library(catalogue, SITE, root / ".cache" / "downloads").finish()
    assert made == []


def test_changed_title_changes_only_files_that_show_it(catalogue: Catalogue) -> None:
    before = {job.path: job.key for job in jobs(catalogue, SITE)}
    template = catalogue.get("template", "swot")
    records = catalogue.records | {
        "template": tuple(
            one.model_copy(update={"title": "SWOT anders"}) if one.id == template.id else one for one in catalogue.all("template")
        )
    }
    after = {job.path: job.key for job in jobs(replace(catalogue, records=records), SITE)}
    changed = {path for path in before if before[path] != after[path]}
    assert {path for path in changed if not path.startswith("downloads/swot/")} <= {
        "downloads/handbuch.pdf",
        *(path for path in changed if "schreibwerkstatt" in path),
    }
    assert len([path for path in changed if path.startswith("downloads/swot/")]) == 6


def test_failing_writer_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ValueError("kaputt")

    jobs = [Job(f"downloads/b.{kind}", fail, "b", is_pdf=kind == "pdf") for kind in ("docx", "pdf")]
    for job in jobs:
        library = Library([job], tmp_path)
        library.start()
        with pytest.raises(ValueError, match="kaputt"):
            library.finish()
    assert list(tmp_path.iterdir()) == []


def test_preview_makes_nothing_and_knows_what_it_leaves_out(tmp_path: Path) -> None:
    there, missing = Job("downloads/a.docx", lambda: b"a", "a"), Job("downloads/handbuch.pdf", lambda: b"b", "b", is_pdf=True)
    Library([there], tmp_path).finish()
    preview = Library([there, missing], tmp_path, makes=False)
    preview.start()
    preview.finish()
    assert list(preview) == ["downloads/a.docx"]
    assert preview.left_out == ["downloads/handbuch.pdf"]
    assert (preview.size("downloads/a.docx"), preview.size("downloads/handbuch.pdf")) == (1, None)
    assert len(list(tmp_path.iterdir())) == 1


def test_old_file_in_use_is_never_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kompass.downloads.store.KEPT", 1)
    old, new = Job("alt.ics", lambda: b"alt", "alt"), Job("neu.ics", lambda: b"neu", "neu")
    Library([old], tmp_path).finish()
    os.utime(tmp_path / old.key, (0, 0))
    Library([old, new], tmp_path).finish()
    assert {path.name for path in tmp_path.iterdir()} == {old.key, new.key}
    Library([new], tmp_path).finish()
    assert {path.name for path in tmp_path.iterdir()} == {new.key}


def test_story_changes_the_handbook_and_no_other_file(catalogue: Catalogue) -> None:
    story = catalogue.all("example")[0]
    stories = (story.model_copy(update={"summary": "Ein anderer Satz."}), *catalogue.all("example")[1:])
    changed = replace(catalogue, records=catalogue.records | {"example": stories})
    before, after = (make_library(one, SITE, makes=False).cache_keys for one in (catalogue, changed))
    assert {path for path in before if before[path] != after[path]} == {HANDBOOK}
    assert BUNDLE in before


def test_jobs_last_from_build_to_build_until_a_part_changes(catalogue: Catalogue) -> None:
    template = catalogue.all("template")[0]
    before = kept_jobs(template_jobs, template, SITE)
    assert kept_jobs(template_jobs, template.model_copy(), SITE) is before
    renamed = kept_jobs(template_jobs, template.model_copy(update={"title": "Neuer Titel"}), SITE)
    assert not {job.key for job in renamed} & {job.key for job in before}


def test_libraries_that_make_files_are_imported_when_a_file_is_made() -> None:
    check = (
        "import sys, kompass.cli, kompass.downloads.library, macros.draw, macros.attachments\n"
        "print(*{'typst', 'openpyxl', 'xlsxwriter', 'docx', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_bundle_holds_all_files_and_a_readable_index(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(library.files[BUNDLE])) as archive:
        names = archive.namelist()
        index = archive.read(names[0]).decode("utf-8-sig")
    assert names[0] == "LIES-MICH.txt"
    assert "CC BY 4.0" in index
    assert all(name in index for name in names[1:])
    assert "swot/swot-beispiel.odt" in names


def test_calendar_has_one_event_per_meeting_in_short_lines(catalogue: Catalogue) -> None:
    text = to_calendar(catalogue.all("workshop"), date(2027, 1, 20), SITE).decode()
    assert text.count("BEGIN:VEVENT") == 6
    assert "DTSTART;TZID=Europe/Berlin:20270120T093000" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_deadlines_are_whole_days_after_the_review_with_a_reminder(catalogue: Catalogue) -> None:
    laws = catalogue.all("law")
    text = to_deadlines(laws, SITE).decode()
    assert "DTSTART;VALUE=DATE:20280630" in text
    assert "DTSTART;VALUE=DATE:20200923" not in text, "a duty that began before the review is no date to come"
    assert text.count("BEGIN:VEVENT") == text.count("TRIGGER:-P30D") >= 6
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


OFFICE_FILES = ["massnahmensteckbrief.docx", "massnahmensteckbrief.odt", "priorisierungsmatrix-beispiel.ods"]


@pytest.fixture(scope="module")
def printed(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files as LibreOffice prints them, all in one call."""
    folder = tmp_path_factory.mktemp("office")
    for name in OFFICE_FILES:
        home = name.rsplit(".", 1)[0].removesuffix("-beispiel")
        (folder / name).write_bytes(library.files[f"downloads/{home}/{name}"])
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder / "pdf", *(folder / name for name in OFFICE_FILES)], check=True)
    return folder / "pdf"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", OFFICE_FILES)
def test_libreoffice_opens_the_file(name: str, printed: Path) -> None:
    assert (printed / name).with_suffix(".pdf").stat().st_size > 5000
