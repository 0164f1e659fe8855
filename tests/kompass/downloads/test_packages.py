"""A package holds what one task needs, in one program's files, under names that people can read."""

from __future__ import annotations

import io
import zipfile

import pytest

from kompass.catalogue import Catalogue
from kompass.downloads.library import Library, template_path
from kompass.downloads.packages import FAMILIES, INDEX, members, package_path
from kompass.model.vocabulary import Package

PATHS = [(package, family) for package in Package for family in FAMILIES]


def opened(library: Library, package: Package, family: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(library[package_path(package, family)])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(("package", "family"), PATHS)
def test_package_holds_each_template_with_its_example(
    package: Package, family: str, catalogue: Catalogue, library: Library
) -> None:
    files = opened(library, package, family)
    own = members(catalogue.all("template"), package)
    assert 3 <= len(own) <= 6
    assert len(files) == 1 + 2 * len(own)
    for template in own:
        kind = FAMILIES[family][template.form]
        assert files[f"{template.title}.{kind}"] == library[template_path(template, kind, is_example=False)]
        assert f"{template.title} (Beispiel Musterstadt).{kind}" in files


@pytest.mark.parametrize(("package", "family"), PATHS)
def test_index_of_a_package_says_what_each_file_is_for(
    package: Package, family: str, catalogue: Catalogue, library: Library
) -> None:
    text = opened(library, package, family)[INDEX].decode("utf-8-sig")
    for template in members(catalogue.all("template"), package):
        assert template.title in text
        assert template.summary in text
    assert "ist erfunden" in text


def test_council_papers_and_their_figures_lie_together(catalogue: Catalogue) -> None:
    found = {template.id for template in members(catalogue.all("template"), Package.DECISION)}
    assert {"beschlussvorlage", "kurzfassung-fuer-den-rat", "sprechzettel", "finanz-und-personalplan"} <= found
