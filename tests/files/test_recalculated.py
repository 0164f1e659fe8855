"""Every spreadsheet is calculated anew by LibreOffice: each result that a file brings along is what a program finds.

`make files` runs this beside the text files: it needs LibreOffice and takes minutes.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kompass.downloads.library import jobs
from kompass.load import load

ROOT = Path(__file__).parents[2]
SITE = "https://kompass-baukasten.example/"
VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")
SETTING = "/org.openoffice.Office.Calc/Formula/Load"
ALWAYS = "".join(
    f'<item oor:path="{SETTING}"><prop oor:name="{name}" oor:op="fuse"><value>0</value></prop></item>'
    for name in ("OOXMLRecalcMode", "ODFRecalcMode")
)
PROFILE = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{ALWAYS}</oor:items>'

pytestmark = [
    pytest.mark.skipif(not os.environ.get("KOMPASS_FILES"), reason="make files runs this"),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="session")
def made() -> dict[str, bytes]:
    wanted = [job for job in jobs(load(ROOT / "data").catalogue, SITE) if job.path.endswith((".xlsx", ".ods"))]
    return {job.path.rsplit("/", 1)[1]: job.make() for job in wanted}


def calculated(files: dict[str, bytes], folder: Path) -> dict[str, Any]:
    """Return the workbooks as LibreOffice saves them after it has worked out every formula."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    found = {}
    for kind in ("xlsx", "ods"):
        names = [str(folder / name) for name in files if name.endswith(kind)]
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
        if names:
            subprocess.run([*command, "--outdir", str(folder / kind), *names], check=True, capture_output=True, timeout=1800)
        for path in (Path(name) for name in names):
            found[path.name] = openpyxl.load_workbook((folder / kind / path.name).with_suffix(".xlsx"), data_only=True)
    return found


def differences(name: str, content: bytes, after: Any) -> list[str]:
    """Return the cells with formulas whose result differs; an ODS file is compared with the results of its XLSX twin."""
    written = openpyxl.load_workbook(io.BytesIO(content))
    before = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    found = []
    for sheet in written.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    mine, theirs = (book[sheet.title][cell.coordinate].value for book in (before, after))
                    if not same(mine, theirs):
                        found.append(f"{name} {sheet.title} {cell.coordinate}: {mine!r}, {theirs!r}")
    return found


def same(mine: Any, theirs: Any) -> bool:
    if isinstance(mine, int | float) and isinstance(theirs, int | float):
        return abs(mine - theirs) < 1e-9 * max(1, abs(mine))
    return (mine or "") == (theirs or "")


def test_all_results_are_what_libreoffice_finds(made: dict[str, bytes], tmp_path: Path) -> None:
    after = calculated(made, tmp_path)
    assert len(after) == len(made)
    twins = {name: made[name.replace(".ods", ".xlsx")] for name in made}
    assert [fault for name, book in after.items() for fault in differences(name, twins[name], book)] == []


def test_a_wrong_result_would_be_found(made: dict[str, bytes], tmp_path: Path) -> None:
    name = "priorisierungsmatrix-beispiel.xlsx"
    with zipfile.ZipFile(io.BytesIO(made[name])) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content.replace(b"<v>50</v>", b"<v>49</v>") if "sheet2" in part else content)
    wrong = buffer.getvalue()
    assert wrong != made[name]
    assert differences(name, wrong, calculated({name: wrong}, tmp_path)[name])


@pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR names no validator of Open XML")
def test_excel_files_are_valid_by_the_open_xml_sdk(made: dict[str, bytes], tmp_path: Path) -> None:
    faults = {}
    for name, content in made.items():
        if name.endswith(".xlsx"):
            (tmp_path / name).write_bytes(content)
            answer = subprocess.run([VALIDATOR, str(tmp_path / name)], capture_output=True, text=True, check=False)
            result = json.loads(answer.stdout)
            if not result["ok"]:
                faults[name] = result["errors"][:2]
    assert faults == {}
