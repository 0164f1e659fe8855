"""All downloads of the real data, made once; a cache of earlier runs may be used, the tests of equality do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.downloads.library import Library, make_library
from kompass.load import load

ROOT = Path(__file__).parents[3]
SITE = "https://kompass-baukasten.example/"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


@pytest.fixture(scope="session")
def library(catalogue: Catalogue) -> Library:
    return make_library(catalogue, SITE, ROOT / ".cache" / "downloads")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for `docx_path` (odt, xlsx …) each such file of the library."""
    names = [name for name in metafunc.fixturenames if name.endswith("_path") and name != "tmp_path"]
    if names:
        made = make_library(load(ROOT / "data").catalogue, SITE, ROOT / ".cache" / "downloads")
        kind = names[0].removesuffix("_path")
        paths = sorted(path for path in made.files if path.endswith(f".{kind}"))
        assert paths
        metafunc.parametrize(names[0], paths, ids=lambda path: path.removeprefix("downloads/"))
