"""The pages for editors say what the rules say: nothing about a rule or a review period stands in two places."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from kompass.load import load
from kompass.model import FILES, KINDS, SHOWN_KINDS
from kompass.review import due_day
from kompass.rules import RULES, Rule
from kompass.rules.settings import option
from macros.pages.editors import freshness, rules
from macros.render import show_invisible
from macros.site import Site
from macros.upkeep import due_records, file_labels, freshness_row, rule_groups

CATALOGUE = load(Path("data")).catalogue
CHECKED = max(record.checked for record in CATALOGUE.all("law"))


def site(today: date) -> Site:
    return Site(CATALOGUE, today)


def on_page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def rules_page() -> BeautifulSoup:
    return on_page(rules(site(CHECKED)))


def test_every_rule_stands_on_its_page_with_an_anchor(rules_page: BeautifulSoup) -> None:
    assert [name for name, rule in RULES.items() if not is_told(rule, rules_page)] == []
    assert len(RULES) > 80


def is_told(rule: Rule, page: BeautifulSoup) -> bool:
    item = page.find(id=rule.name)
    if item is None:
        return False
    shown = [show_invisible(sample.rstrip()) for sample in (rule.bad, rule.good)] if rule.bad else []
    is_complete = all(part in item.get_text() for part in (rule.why, rule.fix, f"({rule.severity.value})"))
    return is_complete and [code.get_text() for code in item.find_all("code")] == shown


def test_fresh_data_are_not_due() -> None:
    assert [kind for kind in SHOWN_KINDS if due_records(site(CHECKED), kind)] == []
    assert "Zurzeit ist keine Prüfung fällig" in freshness(site(CHECKED))


def test_records_are_listed_with_the_rule_s_urgency() -> None:
    first = freshness_row(site(CHECKED), "law")["next"]
    grace = timedelta(days=option("pruefung-faellig", "grace_days") + 1)
    for day, urgency in ((first - timedelta(days=1), "bald fällig"), (first, "fällig"), (first + grace, "überfällig")):
        assert due_records(site(day), "law")[0].urgency == urgency
        assert urgency in on_page(freshness(site(day))).get_text()


def test_record_that_is_only_due_soon_is_listed_and_not_counted_as_due() -> None:
    soon = freshness_row(site(CHECKED), "law")["next"] - timedelta(days=1)
    row = freshness_row(site(soon), "law")
    assert due_records(site(soon), "law")
    assert (row["due"], row["overdue"]) == (0, 0)


def test_record_that_is_due_is_not_yet_overdue() -> None:
    last = max(due_day(record.checked, KINDS["law"]) for record in CATALOGUE.all("law"))
    row = freshness_row(site(last), "law")
    assert row["due"] == row["count"]
    assert row["overdue"] < row["count"]


def test_row_names_count_period_and_oldest_review() -> None:
    row = freshness_row(site(CHECKED), "law")
    laws = CATALOGUE.all("law")
    assert (row["label"], row["count"], row["months"]) == (KINDS["law"].plural, len(laws), KINDS["law"].review_months)
    assert row["oldest"] == min(law.checked for law in laws)
    assert row["next"] == due_day(row["oldest"], KINDS["law"])


def test_most_urgent_record_comes_first() -> None:
    days = [due.day for due in due_records(site(date(2040, 1, 1)), "term")]
    assert days == sorted(days)


def test_every_rule_that_is_on_stands_in_one_group_in_the_order_of_names() -> None:
    groups = [[rule.name for rule in group["rules"]] for group in rule_groups()]
    assert all(names == sorted(names) for names in groups)
    assert sorted(name for names in groups for name in names) == sorted(RULES)


def test_every_data_file_says_what_it_holds() -> None:
    assert file_labels()["charta"] == ", ".join(KINDS[name].plural for name in ("guideline", "feature", "principle"))
    assert len(file_labels()) == len(FILES)


def test_table_counts_due_and_overdue() -> None:
    late = freshness_row(site(date(2040, 1, 1)), "law")
    assert late["due"] == late["overdue"] == late["count"]


def test_page_names_the_same_days_as_the_rule() -> None:
    text = Path("docs/aktualitaet.md").read_text(encoding="utf-8") + freshness(site(CHECKED))
    assert f"{option('pruefung-faellig', 'notice_days')} Tage" in text
    assert option("pruefung-faellig", "grace_days") == 90, "die Seite sagt: drei Monate"
