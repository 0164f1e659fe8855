"""What pages ask of the site: records by id, in groups, and what belongs to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model import SHOWN_KINDS, Term
from macros.site import Site, next_review

TODAY = date(2026, 11, 22)
VALID = Path(__file__).parents[1] / "cases" / "valid"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(load(VALID, today=TODAY).catalogue, TODAY)


def test_records_are_grouped_by_the_first_of_several_values(site: Site):
    one, two = site.records("example")
    other = two.model_copy(update={"id": "zwei", "action_fields": ("energie", "mobilitaet")})
    both = Site(Catalogue({"example": (one, two, other)}), TODAY)
    groups = both.grouped("example", "action_fields")
    assert {field: [record.id for record in records] for field, records in groups.items()} == {
        "mobilitaet": ["buergerbus", "dorfladen"],
        "energie": ["zwei"],
    }


def test_records_are_grouped_by_a_single_value(site: Site):
    assert [list(site.grouped("measure", "action_field")), list(site.grouped("term", "category"))] == [
        ["mobilitaet"],
        ["region-und-foerderung"],
    ]


def test_records_are_found_by_id_and_in_the_order_of_ids(site: Site):
    assert list(site.by_id("example")) == ["buergerbus", "dorfladen"]
    assert [record.id for record in site.find_all("example", ["dorfladen", "buergerbus"])] == ["dorfladen", "buergerbus"]


def test_related_records_come_in_groups_with_their_german_name(site: Site):
    groups = {group.kind: group for group in site.related("action_field", "mobilitaet")}
    assert groups["example"].label == SHOWN_KINDS["example"].plural
    assert [record.id for record in groups["example"].records] == ["buergerbus", "dorfladen"]
    assert "question" not in groups


def test_kinds_that_stand_elsewhere_on_the_page_are_left_out(site: Site):
    assert "example" not in {group.kind for group in site.related("action_field", "mobilitaet", leave_out=["example"])}


def test_links_hold_everything_that_belongs_to_a_record(site: Site):
    assert [record.id for record in site.links("method")["interviews"]] == ["vorbereiten", "auftrag-liegt-vor"]
    assert site.links("method", leave_out=["phase"])["interviews"][0].id == "auftrag-liegt-vor"


def test_oldest_review_counts(site: Site):
    old = site.records("term")[0].model_copy(update={"id": "alt", "checked": date(2020, 1, 31)})
    terms = (*site.records("term"), old)
    assert Site(Catalogue({"term": terms}), TODAY).oldest_check("term") == date(2020, 1, 31)
    assert Site(Catalogue({"term": ()}), TODAY).oldest_check("term") == TODAY


def test_next_review_is_the_first_of_a_month():
    record = Term.model_construct(checked=date(2026, 10, 15))
    assert next_review(record, "term").day == 1
    assert next_review(record, "term") > date(2026, 10, 15)
