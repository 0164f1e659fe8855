"""The pages for editors say what the rules say: nothing about a rule or a review period stands in two places."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from kompass.load import load
from kompass.rules import RULES, Rule
from kompass.rules.settings import option
from macros import pages
from macros.render import show_invisible
from macros.site import KINDS, Site
from macros.upkeep import due_records, freshness_row

CATALOGUE = load(Path("data")).catalogue
CHECKED = max(record.checked for record in CATALOGUE.all("law"))


def site(today: date) -> Site:
    return Site(CATALOGUE, today)


def on_page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_rule_stands_on_its_page_with_an_anchor(rule: Rule) -> None:
    item = on_page(pages.rules(site(CHECKED))).find(id=rule.name)
    assert item is not None
    assert rule.why in item.get_text()
    assert rule.fix in item.get_text()
    assert f"({rule.severity.value})" in item.get_text()
    shown = [show_invisible(sample.rstrip()) for sample in (rule.bad, rule.good)] if rule.bad else []
    assert [code.get_text() for code in item.find_all("code")] == shown


def test_fresh_data_are_not_due() -> None:
    assert [kind for kind in KINDS if due_records(site(CHECKED), kind)] == []
    assert "Zurzeit ist keine Prüfung fällig" in pages.freshness(site(CHECKED))


def test_records_are_listed_with_the_rule_s_urgency() -> None:
    first = freshness_row(site(CHECKED), "law")["next"]
    grace = timedelta(days=option("pruefung-faellig", "grace_days") + 1)
    for day, urgency in ((first - timedelta(days=1), "bald fällig"), (first, "fällig"), (first + grace, "überfällig")):
        assert due_records(site(day), "law")[0].urgency == urgency
        assert urgency in on_page(pages.freshness(site(day))).get_text()


def test_table_counts_due_and_overdue() -> None:
    late = freshness_row(site(date(2040, 1, 1)), "law")
    assert late["due"] == late["overdue"] == late["count"]


def test_page_names_the_same_days_as_the_rule() -> None:
    text = Path("docs/aktualitaet.md").read_text(encoding="utf-8") + pages.freshness(site(CHECKED))
    assert f"{option('pruefung-faellig', 'notice_days')} Tage" in text
    assert option("pruefung-faellig", "grace_days") == 90, "die Seite sagt: drei Monate"
