"""The pipelines as data: GitHub's workflows and GitLab's configuration, read once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml


class _Loader(yaml.SafeLoader):
    """A loader for which `on` is a word, not a truth value."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> dict[str, Any]:
    return yaml.load(text, Loader=_Loader)  # noqa: S506  a SafeLoader


@pytest.fixture(scope="session")
def read_yaml():
    return read


@pytest.fixture(scope="session")
def workflows() -> dict[str, dict[str, Any]]:
    return {path.name: read(path.read_text(encoding="utf-8")) for path in sorted(Path(".github/workflows").glob("*.yml"))}


@pytest.fixture(scope="session")
def gitlab() -> dict[str, Any]:
    return read(Path(".gitlab-ci.yml").read_text(encoding="utf-8"))
