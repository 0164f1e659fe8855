"""Which links are found, where they stand, and which of them are new."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts.links.collect import external_links, links_in, new_links

RECORD = """\
- id: smart-city
  title: Smart City
  sources:
    - title: Amt
      url: {}
"""


def git(folder, *arguments):
    name = ["-c", "user.name=Test", "-c", "user.email=test@host.invalid", "-c", "core.hooksPath=/dev/null"]
    subprocess.run(["git", "-C", folder, *name, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "glossary.yml").write_text(RECORD.format("https://amt.brandenburg.de/alt"))
    (tmp_path / "README.md").write_text("Siehe [Amt](https://amt.brandenburg.de/lies).\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "start")
    return tmp_path


def test_link_is_found_with_its_file_and_line(repository):
    assert external_links(repository) == {
        "https://amt.brandenburg.de/alt": ("data/glossary.yml:5",),
        "https://amt.brandenburg.de/lies": ("README.md:1",),
    }


def test_only_links_that_the_other_revision_lacks_are_new(repository):
    text = RECORD.format("https://amt.brandenburg.de/alt\n    - url: https://amt.brandenburg.de/neu")
    (repository / "data" / "glossary.yml").write_text(text)
    assert new_links(repository, "HEAD") == {"https://amt.brandenburg.de/neu": ("data/glossary.yml:6",)}


def test_moving_a_link_to_another_line_does_not_make_it_new(repository):
    (repository / "README.md").write_text("\n\nhttps://amt.brandenburg.de/lies\n")
    assert new_links(repository, "HEAD") == {}


def test_unknown_revision_is_refused_in_german(repository):
    with pytest.raises(ValueError, match="kennt das Repository nicht"):
        new_links(repository, "gibt-es-nicht")


def test_revision_that_looks_like_an_option_is_refused(repository):
    with pytest.raises(ValueError, match="kennt das Repository nicht"):
        new_links(repository, "--output=/tmp/x")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Siehe https://amt.de/a.", ["https://amt.de/a"]),
        ("(https://amt.de/a)", ["https://amt.de/a"]),
        ("https://amt.de/a_(b)", ["https://amt.de/a_(b)"]),
        ("„https://amt.de/a“ und https://amt.de/b?c=1&d=2#e", ["https://amt.de/a", "https://amt.de/b?c=1&d=2#e"]),
        ("https://kompass-baukasten.example/ und http://localhost:8000/", []),
        ("javascript:alert(1) ftp://amt.de/ file:///etc/passwd", []),
    ],
)
def test_links_are_cut_out_of_text(text, links):
    assert list(links_in(text)) == links


def test_every_source_of_the_real_data_is_found():
    links = external_links(Path())
    lines = [line for path in Path("data").glob("*.yml") for line in path.read_text(encoding="utf-8").splitlines()]
    urls = {line.split("url: ", 1)[1].strip("\"' ") for line in lines if " url: " in line}
    assert len(urls) > 400
    assert not urls - set(links)
