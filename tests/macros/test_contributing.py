"""The ways to contribute: mail texts, and no publication with addresses that lead nowhere."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import PluginError

from kompass.catalogue import Catalogue
from macros.pages.editors import contact_mail, issue_forms
from macros.publication import refuse_placeholders
from macros.repository import Repository
from macros.site import Site

TODAY = date(2026, 11, 22)


CONFIG = SimpleNamespace(extra={"operator": {"name": "Stadt Musterstadt"}})


def site(url: str) -> Site:
    return Site(Catalogue({}), TODAY, repository=Repository(url))


def test_mail_opens_with_subject_and_questions():
    page = BeautifulSoup(contact_mail(Site(Catalogue({}), TODAY, email="redaktion@example.org")), "html.parser")
    mail = urlsplit(page.select("a")[1]["href"])
    assert (mail.scheme, mail.path) == ("mailto", "redaktion@example.org")
    query = parse_qs(mail.query)
    assert query["subject"] == ["Beispiel für Kompass & Baukasten"]
    assert "Welches Problem gab es?\r\n" in query["body"][0]


def test_without_address_the_text_of_the_mail_is_there_all_the_same():
    page = BeautifulSoup(contact_mail(Site(Catalogue({}), TODAY, email="[E-Mail-Adresse]")), "html.parser")
    assert not page.select("a")
    assert "Betreff: Hinweis zu Kompass & Baukasten" in page.get_text()


def test_without_repository_the_page_says_so():
    assert "Bitte schreiben Sie der Redaktion" in issue_forms(Site(Catalogue({}), TODAY))


def test_publication_with_placeholder_repository_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KOMPASS_RELEASE", "1")
    with pytest.raises(PluginError, match="repository"):
        refuse_placeholders(CONFIG, site("https://gitlab.opencode.example/a/b"))


def test_publication_with_real_repository_is_allowed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KOMPASS_RELEASE", "1")
    refuse_placeholders(CONFIG, site("https://github.com/kommune/kompass"))
