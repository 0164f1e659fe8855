"""One setting says where the sources lie; every link to them follows from it, on GitHub as on GitLab and openCode."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from kompass.load import load
from macros.repository import Repository, WrongSettingError, read_repository
from macros.site import Site

ROOT = Path(__file__).parents[2]
GITHUB = {"url": "https://github.com/kommune/kompass"}
OPENCODE = {"url": "https://gitlab.opencode.de/gruppe/untergruppe/kompass.git", "branch": "haupt"}


def repository(setting: dict[str, str]) -> Repository:
    found = read_repository(setting)
    assert found is not None
    return found


def test_github_opens_the_file_at_its_line():
    assert repository(GITHUB).edit("data/faq.yml", 42) == "https://github.com/kommune/kompass/edit/main/data/faq.yml#L42"


def test_gitlab_opens_the_file_at_its_line():
    assert (
        repository(OPENCODE).edit("data/faq.yml", 42)
        == "https://gitlab.opencode.de/gruppe/untergruppe/kompass/-/edit/haupt/data/faq.yml#L42"
    )


@pytest.mark.parametrize(
    ("setting", "name"), [(GITHUB, "GitHub"), (OPENCODE, "openCode"), ({"url": "https://git.kreis.de/a/b"}, "GitLab")]
)
def test_host_is_called_as_people_know_it(setting: dict[str, str], name: str):
    assert repository(setting).name == name


def test_kind_can_be_named_where_the_address_does_not_tell():
    assert (
        repository({"url": "https://quellen.kreis.de/a/b", "kind": "github"})
        .edit("x")
        .startswith("https://quellen.kreis.de/a/b/edit/")
    )


@pytest.mark.parametrize("url", ["http://github.com/a/b", "github.com/a/b", "https://github.com/a", "javascript:alert(1)"])
def test_address_of_another_form_is_refused(url: str):
    with pytest.raises(WrongSettingError, match="keine Adresse"):
        read_repository({"url": url})


def test_unknown_kind_of_host_is_refused():
    with pytest.raises(WrongSettingError, match="svn"):
        read_repository({"url": "https://quellen.kreis.de/a/b", "kind": "svn"})


@pytest.mark.parametrize("setting", [None, {}, {"url": ""}, {"url": None}])
def test_no_repository_is_fine(setting: dict[str, str] | None):
    assert read_repository(setting) is None


def test_placeholder_is_known_as_such():
    assert repository({"url": "https://gitlab.opencode.example/a/b"}).is_placeholder
    assert not repository(GITHUB).is_placeholder


@pytest.mark.parametrize("template", ["fehler", "beispiel", "eintrag"])
def test_every_issue_form_exists_on_both_hosts(template: str):
    github = parse_qs(urlsplit(repository(GITHUB).issue(template)).query)
    gitlab = parse_qs(urlsplit(repository(OPENCODE).issue(template)).query)
    assert (ROOT / ".github/ISSUE_TEMPLATE" / github["template"][0]).is_file()
    assert (ROOT / f".gitlab/issue_templates/{gitlab['issuable_template'][0]}.md").is_file()


def test_prefilled_issue_keeps_umlauts_and_line_breaks():
    query = parse_qs(urlsplit(repository(OPENCODE).prefilled("eintrag", "Bürgerbus & Co", "- id: a\n  b: c")).query)
    assert query == {"issue[title]": ["Bürgerbus & Co"], "issue[description]": ["- id: a\n  b: c"]}


def test_issue_form_has_the_field_that_the_entry_form_fills():
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/eintrag.yml").read_text(encoding="utf-8"))
    field = next(field for field in form["body"] if field.get("id") == repository(GITHUB).issue_form.body)
    assert field["attributes"]["render"] == "yaml"


def test_every_record_leads_to_the_line_where_it_begins():
    catalogue = load(ROOT / "data").catalogue
    site = Site(catalogue, date(2026, 11, 22), repository=repository(GITHUB))
    records = [record for kind in catalogue.kinds if kind != "indicator" for record in catalogue.all(kind)]
    assert len(records) > 400
    for record in records:
        parts = urlsplit(site.edit_address(record))
        lines = (ROOT / parts.path.removeprefix("/kommune/kompass/edit/main/")).read_text(encoding="utf-8").splitlines()
        assert lines[int(parts.fragment.removeprefix("L")) - 1].strip() == f"- id: {record.id}"


def test_without_repository_the_link_explains_the_ways():
    catalogue = load(ROOT / "data").catalogue
    assert Site(catalogue, date(2026, 11, 22)).edit_address(catalogue.all("term")[0]) == "mitmachen/#selbst"
