"""What readers see of a file: its program, its type, its size in the units of their file manager."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kompass.downloads.library import FORMATS
from macros.files import PROGRAMS, file_link, file_links, office_of, size_label, template_row

LIBRARY: Any = SimpleNamespace(size=lambda path: {"a/eins.docx": 38_400, "a/zwei.pdf": 4_449_000}.get(path, 1000))


@pytest.mark.parametrize(
    ("size", "label"),
    [
        (0, "1 kB"),
        (1, "1 kB"),
        (1024, "1 kB"),
        (1499, "1 kB"),
        (1501, "2 kB"),
        (38_400, "38 kB"),
        (999_000, "999 kB"),
        (1_000_000, "1,0 MB"),
        (4_449_000, "4,4 MB"),
    ],
)
def test_size_is_said_in_thousands(size: int, label: str):
    assert size_label(size) == label


def test_link_says_type_program_and_size():
    link = file_link(LIBRARY, "a/eins.docx")
    assert (link.address, link.type, link.program, link.size) == ("a/eins.docx", "DOCX", "Word", "38 kB")


def test_several_links_keep_their_order():
    assert [link.type for link in file_links(LIBRARY, ["a/zwei.pdf", "a/eins.docx"])] == ["PDF", "DOCX"]


def test_every_format_of_a_download_has_a_program():
    assert {kind for kinds in FORMATS.values() for kind in kinds} <= PROGRAMS.keys()


def test_file_says_for_which_programs_it_is_made():
    found = {kind: office_of(kind) for kind in PROGRAMS if office_of(kind)}
    assert found == {"docx": "microsoft", "xlsx": "microsoft", "odt": "libreoffice", "ods": "libreoffice"}


@pytest.mark.parametrize("form", FORMATS)
def test_template_is_offered_empty_and_filled_in_each_format(form: Any):
    row = template_row(LIBRARY, SimpleNamespace(id="swot", form=form), ["Methode"])
    assert [link.type.lower() for link in row["empty"]] == list(FORMATS[form])
    assert all(link.address == f"downloads/swot/swot.{link.type.lower()}" for link in row["empty"])
    assert all(link.address == f"downloads/swot/swot-beispiel.{link.type.lower()}" for link in row["example"])
    assert len(row["example"]) == len(row["empty"])
    assert row["links"] == ["Methode"]
