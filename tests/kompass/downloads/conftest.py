"""All downloads of the real data, made once; a cache of earlier runs may be used, the tests of equality do not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from kompass.catalogue import Catalogue
from kompass.downloads.library import BUNDLE, jobs, make_library
from kompass.downloads.store import Library
from kompass.load import load

ROOT = Path(__file__).parents[3]
CACHE = ROOT / ".cache" / "downloads"
SITE = "https://kompass-baukasten.example/"


@cache
def real_catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


@cache
def paths() -> list[str]:
    """Return the addresses of all downloads; none is made to know them."""
    return sorted([BUNDLE, *(job.path for job in jobs(real_catalogue(), SITE))])


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return real_catalogue()


@pytest.fixture(scope="session")
def library() -> Library:
    """Return all downloads; of several processes one makes what is missing, the others take it from the cache."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE.with_suffix(".lock")):
        made = make_library(real_catalogue(), SITE, CACHE)
        made.finish()
    return made


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for `docx_path` (odt, xlsx …) each such file of the library."""
    names = [name for name in metafunc.fixturenames if name.endswith("_path") and name != "tmp_path"]
    if names:
        found = [path for path in paths() if path.endswith(f".{names[0].removesuffix('_path')}")]
        assert found
        metafunc.parametrize(names[0], found, ids=lambda path: path.removeprefix("downloads/"))
